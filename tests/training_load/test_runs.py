from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from runadvisor.domain.activity import Sport, StartPrecision
from runadvisor.training_load.runs import LeftOut, is_left_out, run_sessions
from tests.builders import DAY_ONE, activity

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity


def _after(minutes: float, number: int, **fields: Any) -> Activity:
    first = activity(DAY_ONE, 5_000)
    return activity(
        DAY_ONE,
        3_000,
        number=number,
        started_at=first.started_at + timedelta(minutes=30 + minutes),
        **fields,
    )


def test_runs_less_than_20_minutes_apart_are_one_session() -> None:
    (session,) = run_sessions([_after(19, 2), activity(DAY_ONE, 5_000)])
    assert (session.distance_m, session.activity_ids) == (8_000, (1, 2))


def test_runs_20_minutes_apart_stay_two() -> None:
    assert len(run_sessions([activity(DAY_ONE, 5_000), _after(20, 2)])) == 2


def test_rows_that_know_only_their_day_are_never_joined() -> None:
    rows = [activity(DAY_ONE, 5_000, number=n, precision=StartPrecision.DAY) for n in (1, 2)]
    assert len(run_sessions(rows)) == 2


def test_a_short_run_inside_a_longer_one_does_not_shorten_the_session() -> None:
    long_one = activity(DAY_ONE, 10_000)
    inside = activity(
        DAY_ONE, 1_000, number=2, started_at=long_one.started_at + timedelta(minutes=5)
    )
    soon_after = activity(
        DAY_ONE, 1_000, number=3, started_at=long_one.started_at + timedelta(minutes=70)
    )
    assert len(run_sessions([long_one, inside, soon_after])) == 1


def test_a_run_without_any_time_still_counts() -> None:
    run = activity(DAY_ONE, 5_000, moving_time_s=None, elapsed_time_s=None)
    assert len(run_sessions([run])) == 1


def test_rides_are_no_running_sessions() -> None:
    assert run_sessions([activity(DAY_ONE, 40_000, sport=Sport.RIDE)]) == ()


def test_accidental_starts_vehicles_and_unknown_distances_are_left_out() -> None:
    assert is_left_out(activity(DAY_ONE, 299)) is LeftOut.TOO_SHORT
    assert is_left_out(activity(DAY_ONE, 10_000, moving_time_s=600)) is LeftOut.TOO_FAST
    assert is_left_out(activity(DAY_ONE, None)) is LeftOut.NO_DISTANCE
    assert is_left_out(activity(DAY_ONE, 300)) is None
