from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.activity import Sport
from runadvisor.plan.habits import habits
from runadvisor.training_load.runs import run_sessions
from tests.builders import DAY_ONE, activity, runs, weekly_runs

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity
    from runadvisor.plan.habits import Habits


def _habits(history: list[Activity], offset: int) -> Habits | None:
    day = DAY_ONE + timedelta(days=offset)
    return habits(history, run_sessions(history), first_day=day)


def test_six_like_weeks_are_the_usual_week() -> None:
    usual = _habits(weekly_runs(14, {1: 6_000, 3: 6_000, 6: 12_000}), 98)
    assert usual is not None
    assert (usual.run_days, usual.weekly_m, usual.long_m) == (3, 24_000, 12_000)
    assert usual.long_weekday_share[6] == 1.0
    assert usual.weekday_share[1] == 1 / 3


def test_a_spike_counts_only_up_to_its_limit() -> None:
    history = runs([(0, 10_000), (7, 30_000)])
    usual = _habits(history, 8)
    assert usual is not None
    assert usual.long_m == (10_000 + 11_000) / 2


def test_without_a_run_in_six_weeks_nothing_is_usual() -> None:
    assert _habits(runs([(0, 10_000)]), 43) is None


def test_the_easy_range_starts_at_the_usual_pace() -> None:
    usual = _habits(runs([(0, 10_000), (2, 10_000)]), 5)
    assert usual is not None
    assert usual.easy_pace_s_per_km == (360, 390)


def test_races_and_short_runs_say_nothing_about_easy_pace() -> None:
    history = [
        activity(DAY_ONE, 10_000, is_race=True),
        activity(DAY_ONE + timedelta(days=1), 1_500, number=2),
        activity(DAY_ONE + timedelta(days=2), 5_000, number=3, moving_time_s=None),
        activity(DAY_ONE + timedelta(days=3), None, number=4),
    ]
    usual = _habits(history, 5)
    assert usual is not None
    assert usual.easy_pace_s_per_km is None


def test_the_cross_training_is_the_sport_done_most() -> None:
    rides = [activity(DAY_ONE, number=n, sport=Sport.RIDE) for n in (10, 11)]
    swims = [activity(DAY_ONE, number=12, sport=Sport.SWIM)]
    usual = _habits(runs([(0, 10_000)]) + rides + swims, 5)
    assert usual is not None
    assert usual.cross_sport is Sport.RIDE
