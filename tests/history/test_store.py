from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor.domain.activity import Lap, Track, ZoneSource
from runadvisor.domain.errors import HistoryError
from runadvisor.domain.text import Message
from runadvisor.history.arrival import AdditionKind
from runadvisor.history.schema import SCHEMA_VERSION
from runadvisor.history.store import History
from tests.history.conftest import BERLIN, START, recording

if TYPE_CHECKING:
    from pathlib import Path

    from runadvisor.domain.activity import Recording

HOME = "Europe/Berlin"


def _kinds(history: History, *recordings: Recording) -> list[AdditionKind]:
    return [addition.kind for addition in history.add(recordings, home_zone=HOME).additions]


def _days_of_runs(number: int, **fields: Any) -> list[Recording]:
    return [
        recording(n, path=f"{n}.gpx", started_at=START + timedelta(days=n), **fields)
        for n in range(number)
    ]


def test_what_is_added_is_there_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "mine.runadvisor"
    with History.open(path) as history:
        history.add([recording(**BERLIN)], home_zone=HOME)
    with History.open(path) as history:
        (activity,) = history.activities()
    assert activity.started_at == START
    assert (activity.zone, activity.zone_source) == ("Europe/Berlin", ZoneSource.POSITION)
    assert activity.distance_m == 10_000


def test_the_file_stands_alone_and_can_be_copied(tmp_path: Path, history: History) -> None:
    history.add([recording()], home_zone=HOME)
    assert [p.name for p in tmp_path.iterdir() if p.stat().st_size] == ["history.runadvisor"]
    copy = tmp_path / "copy.runadvisor"
    copy.write_bytes(history.path.read_bytes())
    with History.open(copy) as opened:
        assert len(opened.activities()) == 1


def test_the_same_again_adds_nothing(history: History) -> None:
    assert _kinds(history, recording()) == [AdditionKind.ADDED]
    assert _kinds(history, recording()) == [AdditionKind.DUPLICATE]
    assert len(history.activities()[0].sources) == 1


def test_a_run_from_a_second_source_joins_the_first(history: History) -> None:
    other = recording(2, path="b.csv", kind="strava-csv", name="Sunday", distance_m=10_050.0)
    assert _kinds(history, recording(points=60), other) == [AdditionKind.ADDED, AdditionKind.MERGED]
    (activity,) = history.activities()
    assert (activity.name, activity.points, len(activity.sources)) == ("Sunday", 60, 2)


def test_a_title_edited_since_the_last_export_is_taken_over_and_not_doubled(
    history: History,
) -> None:
    row = recording(1, path="x.csv", kind="strava-csv", source_id="strava:1", name="Run")
    edited = replace(row, digest="new", name="Long run with Anna")
    assert _kinds(history, row) == [AdditionKind.ADDED]
    assert _kinds(history, edited) == [AdditionKind.DUPLICATE]
    (activity,) = history.activities()
    assert activity.name == "Long run with Anna"
    assert _kinds(history, edited) == [AdditionKind.DUPLICATE]


def test_two_rows_of_a_list_never_become_one(history: History) -> None:
    rows = [recording(n, path="log.csv", kind="list-csv") for n in (1, 2)]
    assert _kinds(history, *rows) == [AdditionKind.ADDED, AdditionKind.ADDED]


def test_a_local_time_is_placed_in_the_home_zone_and_then_in_that_of_a_neighbour(
    history: History,
) -> None:
    wall = datetime(2026, 5, 4, 0, 30)  # noqa: DTZ001 - a wall clock
    local = recording(5, path="g.csv", kind="garmin-csv", started_at=None, local_start=wall)
    history.add([local], home_zone="Europe/London")
    (activity,) = history.activities()
    assert (activity.zone_source, activity.local_date) == (ZoneSource.HOME, date(2026, 5, 4))
    in_japan = recording(1, started_at=START, zone="Asia/Tokyo", zone_source=ZoneSource.POSITION)
    history.add([in_japan], home_zone="Europe/London")
    (moved,) = [a for a in history.activities() if a.activity_id == activity.activity_id]
    assert (moved.zone, moved.zone_source) == ("Asia/Tokyo", ZoneSource.NEIGHBOUR)
    assert moved.local_date == date(2026, 5, 4)
    assert moved.started_at == activity.started_at - timedelta(hours=8)


def test_a_new_home_zone_moves_the_days_of_what_was_at_home(history: History) -> None:
    late = recording(started_at=START.replace(hour=22, minute=30))
    history.add([late], home_zone="Europe/London")
    history.set_home_zone("Asia/Tokyo")
    assert history.home_zone == "Asia/Tokyo"
    assert history.activities()[0].local_date == date(2026, 5, 4)


def test_a_home_zone_that_does_not_exist_is_refused(history: History) -> None:
    with pytest.raises(HistoryError, match="no time zone Atlantis"):
        history.set_home_zone("Atlantis")


def test_the_richest_track_comes_back(history: History) -> None:
    length = 3
    column = np.arange(length, dtype=float)
    track = Track(
        time_s=column,
        latitude_deg=column,
        longitude_deg=column,
        altitude_m=column,
        heart_rate_bpm=column,
        cadence_spm=column,
        distance_m=column,
        speed_mps=column,
        segment=np.zeros(length, dtype=np.int32),
    )
    history.add([recording(points=3, track=track)], home_zone=HOME)
    (activity,) = history.activities()
    back = history.track(activity.activity_id)
    assert back is not None
    assert list(back.time_s) == [0, 1, 2]
    assert history.track(999) is None


def test_laps_and_what_was_mended_come_back_with_the_run(history: History) -> None:
    laps = (Lap(start_s=0.0, moving_time_s=300.0, distance_m=1_000.0), Lap(start_s=300.0))
    mended = (Message("{jumps} jumps on {day_date}.", {"jumps": 3, "day_date": date(2026, 5, 3)}),)
    watch = recording(1, points=9, laps=laps, mended=mended, **BERLIN)
    history.add([recording(2, path="b.csv", kind="strava-csv"), watch], home_zone=HOME)
    detail = history.detail(history.activities()[0].activity_id)
    assert detail is not None
    assert detail.laps == laps
    richest = detail.recordings[0][1]
    assert (richest.source.format, richest.laps, richest.mended) == ("gpx", laps, mended)
    assert history.detail(99) is None


def test_looking_at_a_history_leaves_its_file_untouched(tmp_path: Path) -> None:
    path = tmp_path / "h.runadvisor"
    with History.open(path) as history:
        history.add([recording()], home_zone=HOME)
    before = path.read_bytes()
    with History.open(path) as history:
        assert history.activities()
        assert history.doubtful_pairs() == ()
    assert path.read_bytes() == before


def test_a_failing_batch_leaves_the_history_as_it_was(history: History) -> None:
    history.add([recording()], home_zone=HOME)
    broken = replace(recording(7, path="z.gpx"), started_at=None)
    with pytest.raises(ValueError, match="has a start"):
        history.add([recording(8, path="y.gpx", distance_m=1.0), broken], home_zone=HOME)
    assert len(history.activities()) == 1
    assert not history.knows("y.gpx-8")


@settings(max_examples=8)
@given(st.permutations(range(6)))
def test_the_order_of_import_never_changes_the_activities(
    tmp_path_factory: pytest.TempPathFactory, order: list[int]
) -> None:
    runs = [
        *_days_of_runs(3, **BERLIN),
        *(
            recording(
                n,
                path=f"{n}.csv",
                kind="garmin-csv",
                started_at=None,
                local_start=(START + timedelta(days=n, hours=2)).replace(tzinfo=None),
            )
            for n in range(3)
        ),
    ]
    path = tmp_path_factory.mktemp("order") / "h.runadvisor"
    with History.open(path) as history:
        for index in order:
            history.add([runs[index]], home_zone="America/New_York")
        found = [(a.started_at, a.zone, a.local_date, len(a.sources)) for a in history.activities()]
    assert found == [
        (START + timedelta(days=n), "Europe/Berlin", date(2026, 5, 3 + n), 2) for n in range(3)
    ]


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE songs (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(HistoryError, match="another program"):
        History.open(path)
    assert path.read_bytes() == before


def test_a_newer_history_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "new.runadvisor"
    History.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(HistoryError, match=r"newer RunAdvisor.*update RunAdvisor"):
        History.open(path)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("text.runadvisor", b"hello, I am a letter and not a database" * 50, "not a RunAdvisor"),
        ("missing/x.runadvisor", None, "does not exist"),
        (".", None, "is a folder"),
    ],
)
def test_a_file_that_cannot_be_used_gets_one_sentence(
    tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(HistoryError, match=words):
        History.open(path)


def test_a_history_in_use_elsewhere_says_so(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runadvisor.history.store._LOCK_WAIT_S", 0.05)
    holder = sqlite3.connect(history.path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(HistoryError, match="in use by another program"):
            History.open(history.path)
    finally:
        holder.execute("ROLLBACK")
        holder.close()
