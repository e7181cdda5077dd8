"""Every older file becomes one of today, with nothing lost and a copy kept."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import numpy as np
import pytest

from runadvisor.domain.activity import Track
from runadvisor.domain.errors import HistoryError
from runadvisor.history.rows import row_of
from runadvisor.history.schema import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION
from runadvisor.history.store import History
from runadvisor.history.track_columns import packed
from tests.history.conftest import BERLIN, recording

_COLUMN = np.arange(3, dtype=float)
TRACK = Track(
    **dict.fromkeys(
        (
            *("time_s", "latitude_deg", "longitude_deg", "altitude_m", "heart_rate_bpm"),
            *("cadence_spm", "distance_m", "speed_mps"),
        ),
        _COLUMN,
    ),
    segment=np.zeros(3, dtype=np.int32),
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def version_1(tmp_path: Path) -> Path:
    """A history as the first version left it: a watch and a list of one run, and its track."""
    path = tmp_path / "old.runadvisor"
    connection = sqlite3.connect(path)
    connection.executescript(
        f"PRAGMA application_id = {APPLICATION_ID}; {MIGRATIONS[0]} PRAGMA user_version = 1;"
    )
    connection.execute("INSERT INTO meta VALUES ('home_zone', 'Europe/Rome')")
    connection.execute(
        "INSERT INTO activity VALUES (41, '2026-05-03T07:00:00+00:00', 'second', "
        "'Europe/Berlin', 'position', '2026-05-03')"
    )
    for number, each in enumerate(
        [recording(1, points=3, **BERLIN), recording(2, path="b.csv", kind="strava-csv")], start=7
    ):
        row = row_of(each)
        del row["notes"], row["external_id"]
        connection.execute(
            f"INSERT INTO recording (id, activity_id, {', '.join(row)}) "  # noqa: S608
            f"VALUES (?, 41, {', '.join('?' * len(row))})",
            (number, *row.values()),
        )
    connection.executemany("INSERT INTO track_column VALUES (7, ?, ?)", packed(TRACK))
    connection.commit()
    connection.close()
    return path


def test_an_old_history_keeps_its_runs_sources_tracks_and_home(version_1: Path) -> None:
    with History.open(version_1) as history:
        (activity,) = history.activities()
        track = history.track(activity.activity_id)
        assert history.home_zone == "Europe/Rome"
    assert [source.format for source in activity.sources] == ["gpx", "strava-csv"]
    assert activity.zone == "Europe/Berlin"
    assert track is not None
    assert list(track.time_s) == [0, 1, 2]


def test_before_it_is_changed_an_old_history_is_copied_whole(version_1: Path) -> None:
    History.open(version_1).close()
    copy = version_1.with_suffix(f".before-{SCHEMA_VERSION}.runadvisor")
    connection = sqlite3.connect(copy)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM recording").fetchone() == (2,)
    connection.close()


def test_an_old_history_that_cannot_be_copied_is_left_as_it_is(version_1: Path) -> None:
    version_1.with_suffix(f".before-{SCHEMA_VERSION}.runadvisor").mkdir()
    before = version_1.read_bytes()
    with pytest.raises(HistoryError):
        History.open(version_1)
    assert version_1.read_bytes() == before


def test_a_migration_that_fails_midway_changes_nothing(
    version_1: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = (*MIGRATIONS[:1], "CREATE TABLE half (x); CREATE TABLE meta (x);", *MIGRATIONS[2:])
    monkeypatch.setattr("runadvisor.history.schema.MIGRATIONS", broken)
    before = version_1.read_bytes()
    with pytest.raises(HistoryError):
        History.open(version_1)
    monkeypatch.undo()
    assert version_1.read_bytes() == before
    with History.open(version_1) as history:
        assert len(history.activities()) == 1


def test_every_recording_of_a_new_history_can_be_referred_to(history: History) -> None:
    history.add([recording(1)], home_zone="UTC")
    assert history._connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert history._connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
