"""A clock that was wrong is put right for a whole source, and stays right."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.activity import StartPrecision, ZoneSource
from runadvisor.domain.errors import HistoryError
from runadvisor.history import requests
from runadvisor.history.clock import AS_RECORDED, ClockFix, put_right
from runadvisor.history.store import History
from tests.history.conftest import BERLIN, START, recording

if TYPE_CHECKING:
    from pathlib import Path

    from runadvisor.domain.activity import Recording
    from runadvisor.history.changes import Change

HOME = "Europe/Berlin"
HOUR_LATER = ClockFix(later=timedelta(hours=1))
YEAR_LATER = ClockFix(later=timedelta(days=365))
LOCAL = ClockFix(is_local=True)


def _add(history: History, *recordings: Recording) -> list[str]:
    return [each.kind.value for each in history.add(recordings, home_zone=HOME).additions]


def _put_right(history: History, fix: ClockFix) -> Change:
    ids = [each.activity_id for each in history.activities()]
    return history.ask(partial(requests.clocks_put_right, activity_ids=ids, fix=fix))


def _starts(history: History) -> list[datetime]:
    return [each.started_at for each in history.activities()]


def test_every_run_chosen_moves_by_the_same_time_and_its_day_follows(history: History) -> None:
    late = START.replace(hour=21, minute=30)
    _add(history, recording(1, started_at=late, **BERLIN))
    assert [each.local_date for each in history.activities()] == [date(2026, 5, 3)]
    _put_right(history, HOUR_LATER)
    assert _starts(history) == [late + timedelta(hours=1)]
    assert [each.local_date for each in history.activities()] == [date(2026, 5, 4)]


def test_a_second_correction_counts_from_the_first(history: History) -> None:
    _add(history, recording(1, **BERLIN))
    _put_right(history, HOUR_LATER)
    _put_right(history, ClockFix(later=timedelta(hours=-3)))
    assert _starts(history) == [START - timedelta(hours=2)]


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        (datetime(2026, 7, 1, 7, tzinfo=UTC), datetime(2026, 7, 1, 5, tzinfo=UTC)),
        (datetime(2026, 1, 10, 7, tzinfo=UTC), datetime(2026, 1, 10, 6, tzinfo=UTC)),
    ],
)
def test_g4_local_times_written_as_utc_are_right_in_summer_and_in_winter(
    history: History, written: datetime, instant: datetime
) -> None:
    _add(history, recording(1, started_at=written, **BERLIN))
    _put_right(history, LOCAL)
    assert _starts(history) == [instant]


def test_g4_what_the_file_says_itself_is_shown_beside_what_was_put_right(history: History) -> None:
    _add(history, recording(1, **BERLIN))
    _put_right(history, HOUR_LATER)
    detail = history.detail(1)
    assert detail is not None
    assert [each.started_at for _key, each in detail.recordings] == [START + timedelta(hours=1)]
    assert [each.started_at for each in detail.as_recorded.values()] == [START]


def test_runs_that_turn_out_to_be_one_are_joined_and_parted_again_by_undo(
    history: History,
) -> None:
    slow = recording(1, path="a.tcx", kind="tcx", started_at=START - timedelta(days=365), **BERLIN)
    _add(history, slow, recording(2, path="b.gpx", **BERLIN))
    first, _second = history.activities()
    back = history.ask(
        partial(requests.clocks_put_right, activity_ids=[first.activity_id], fix=YEAR_LATER)
    )
    (joined,) = history.activities()
    assert len(joined.sources) == 2
    history.apply(back)
    assert len(history.activities()) == 2


def test_the_same_file_imported_again_is_known_and_is_not_moved_twice(
    history: History, tmp_path: Path
) -> None:
    _add(history, recording(1, **BERLIN))
    _put_right(history, HOUR_LATER)
    assert _add(history, recording(1, **BERLIN)) == ["duplicate"]
    assert _starts(history) == [START + timedelta(hours=1)]
    history.close()
    with History.open(tmp_path / "history.runadvisor") as again:
        assert _add(again, recording(1, **BERLIN)) == ["duplicate"]
        assert _starts(again) == [START + timedelta(hours=1)]


def test_a_row_edited_in_its_list_since_is_still_its_row_and_stays_put_right(
    history: History,
) -> None:
    def row(number: int, name: str) -> Recording:
        return recording(number, path="a.csv", kind="garmin-csv", name=name, **BERLIN)

    _add(history, row(1, "before"))
    _put_right(history, YEAR_LATER)
    assert _add(history, row(2, "after")) == ["duplicate"]
    (activity,) = history.activities()
    assert (activity.name, activity.started_at) == ("after", START + timedelta(days=365))


def test_believing_the_clock_again_takes_every_correction_back(history: History) -> None:
    _add(history, recording(1, **BERLIN))
    _put_right(history, LOCAL)
    _put_right(history, HOUR_LATER)
    history.ask(partial(requests.clocks_as_recorded, activity_ids=[1]))
    assert _starts(history) == [START]


@pytest.mark.parametrize("days", [-40_000, 40_000, -999_999])
def test_a_start_in_a_year_of_no_runs_is_refused(history: History, days: int) -> None:
    _add(history, recording(1, **BERLIN))
    with pytest.raises(HistoryError, match="nothing was changed"):
        _put_right(history, ClockFix(later=timedelta(days=days)))
    assert _starts(history) == [START]


def test_a_day_without_a_time_moves_by_days() -> None:
    noon = datetime(2025, 5, 3, 12)  # noqa: DTZ001 - a wall clock
    row = recording(started_at=None, local_start=noon, precision=StartPrecision.DAY)
    assert put_right(row, YEAR_LATER).local_start == noon + timedelta(days=365)
    assert put_right(row, AS_RECORDED) is row


def test_local_times_without_a_place_are_read_where_the_runner_lives(history: History) -> None:
    _add(history, recording(1, started_at=datetime(2026, 7, 1, 7, tzinfo=UTC)))
    _put_right(history, LOCAL)
    (activity,) = history.activities()
    assert activity.zone_source is ZoneSource.HOME
    assert activity.started_at == datetime(2026, 7, 1, 5, tzinfo=UTC)
