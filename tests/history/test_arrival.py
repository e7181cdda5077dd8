"""Lists and files that come in again, grown or changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.activity import Source, StartPrecision
from runadvisor.history import requests
from runadvisor.history.arrival import Deleted
from tests.history.conftest import BERLIN, START, recording

if TYPE_CHECKING:
    from typing import Any

    from runadvisor.domain.activity import Recording
    from runadvisor.history.store import History

HOME = "Europe/Berlin"
NOON = datetime(2026, 5, 3, 12)  # noqa: DTZ001 - a wall clock


def _add(history: History, *recordings: Recording, **options: Any) -> list[str]:
    added = history.add(recordings, home_zone=HOME, **options)
    return [addition.kind.value for addition in added.additions]


def _garmin_row(number: int, path: str = "Activities.csv", **fields: Any) -> Recording:
    local = {"started_at": None, "local_start": NOON + timedelta(days=number)}
    return recording(number, path=path, kind="garmin-csv", **local, **fields)


def _hand_row(number: int, distance_m: float, **fields: Any) -> Recording:
    return recording(
        number,
        path="log.csv",
        kind="list-csv",
        started_at=None,
        local_start=NOON,
        precision=StartPrecision.DAY,
        distance_m=distance_m,
        **fields,
    )


def test_a_grown_list_adds_only_its_new_rows(history: History) -> None:
    rows = [_garmin_row(number) for number in range(3)]
    assert _add(history, *rows[:2]) == ["added", "added"]
    assert _add(history, *rows) == ["duplicate", "duplicate", "added"]


@pytest.mark.parametrize("path", ["Activities.csv", "Activities (1).csv"])
def test_a_row_renamed_since_is_taken_over_from_any_copy_of_the_list(
    history: History, path: str
) -> None:
    _add(history, _garmin_row(1, name="Run"), _garmin_row(2))
    renamed = replace(
        _garmin_row(1, path, name="With Anna"),
        digest="new",
        source=Source(path=path, member=None, format="garmin-csv"),
    )
    assert _add(history, renamed, _garmin_row(2)) == ["duplicate", "duplicate"]
    assert [activity.name for activity in history.activities()] == ["With Anna", None]


def test_an_old_copy_of_a_list_takes_nothing_back(history: History) -> None:
    old, new = _garmin_row(1, name="Run"), replace(_garmin_row(1, name="With Anna"), digest="new")
    _add(history, old)
    _add(history, new)
    assert _add(history, old) == ["duplicate"]
    assert history.activities()[0].name == "With Anna"


def test_a_distance_mended_in_a_list_of_days_is_taken_over(history: History) -> None:
    _add(history, _hand_row(1, 50_000.0))
    assert _add(history, _hand_row(2, 5_000.0)) == ["duplicate"]
    assert [activity.distance_m for activity in history.activities()] == [5_000.0]


def test_a_second_run_of_a_day_in_a_list_is_new(history: History) -> None:
    _add(history, _hand_row(1, 5_000.0))
    assert _add(history, _hand_row(1, 5_000.0), _hand_row(2, 3_000.0)) == ["duplicate", "added"]


def test_a_row_that_left_the_list_stays_in_the_history(history: History) -> None:
    _add(history, _garmin_row(1), _garmin_row(2))
    _add(history, _garmin_row(2))
    assert len(history.activities()) == 2


def test_the_same_file_twice_in_one_import_counts_once(history: History) -> None:
    assert _add(history, recording(1), recording(1)) == ["added", "duplicate"]


def test_what_was_deleted_comes_back_when_it_is_asked_for(history: History) -> None:
    _add(history, recording(1, **BERLIN))
    ids = [history.activities()[0].activity_id]
    history.ask(lambda index: requests.deletion(index, ids))
    assert _add(history, recording(1, **BERLIN), deleted=Deleted.COMES_BACK) == ["added"]
    assert len(history.activities()) == 1


def test_a_run_brought_back_by_another_source_is_whole_again(history: History) -> None:
    _add(history, recording(1, points=600, **BERLIN))
    history.ask(lambda index: requests.deletion(index, list(index.members)))
    row = recording(2, path="b.csv", kind="strava-csv", name="Sunday")
    assert _add(history, row, deleted=Deleted.COMES_BACK) == ["added"]
    (activity,) = history.activities()
    assert (activity.points, activity.name) == (600, "Sunday")


def test_a_file_is_told_again_by_content_and_by_its_fingerprint(history: History) -> None:
    digest = recording(1).digest
    _add(history, recording(1), fingerprints={digest: "zip:a.gpx:1:2"})
    assert history.knows(digest)
    assert history.knows("zip:a.gpx:1:2")
    assert not history.knows("zip:a.gpx:1:3")
    added = history.add([], home_zone=HOME, known=["zip:a.gpx:1:2", digest])
    assert [addition.kind.value for addition in added.additions] == ["duplicate", "duplicate"]


def test_a_known_file_of_a_deleted_run_is_said_to_stay_deleted(history: History) -> None:
    _add(history, recording(1))
    history.ask(lambda index: requests.deletion(index, list(index.members)))
    added = history.add([], home_zone=HOME, known=[recording(1).digest])
    assert [addition.kind.value for addition in added.additions] == ["stays-deleted"]


def test_a_recording_between_a_deleted_and_a_kept_run_hides_neither(history: History) -> None:
    """A phone started a minute after the deleted watch and a minute before the kept one."""
    starts = [START + timedelta(seconds=s) for s in (0, 100, 50)]
    deleted, kept, between = (
        recording(n, path=f"{n}.gpx", started_at=start, distance_m=None, elapsed_time_s=None)
        for n, start in enumerate(starts, start=1)
    )
    _add(history, deleted)
    history.ask(lambda index: requests.deletion(index, list(index.members)))
    _add(history, kept)
    _add(history, between)
    assert [len(activity.sources) for activity in history.activities()] == [2]
