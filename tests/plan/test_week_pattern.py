from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from runadvisor.plan.habits import Habits
from runadvisor.plan.week_pattern import week_pattern, weekday_gap

shares = st.lists(st.floats(0, 1), min_size=7, max_size=7).map(tuple)


def _usual(**fields: Any) -> Habits:
    return Habits(
        **{
            "run_days": 4,
            "weekly_m": 30_000,
            "long_m": 12_000,
            "weekday_share": (0.0, 0.25, 0.0, 0.25, 0.0, 0.25, 0.25),
            "long_weekday_share": (0, 0, 0, 0, 0, 0, 1),
            "easy_pace_s_per_km": None,
            "cross_sport": None,
        }
        | fields
    )


def test_the_pattern_keeps_the_runners_own_days() -> None:
    pattern = week_pattern(_usual())
    assert (pattern.run_days, pattern.long_day) == (frozenset({1, 3, 5, 6}), 6)


def test_someone_who_runs_every_day_is_offered_five() -> None:
    assert len(week_pattern(_usual(run_days=7)).run_days) == 5


def test_gaps_between_weekdays_go_round_the_week() -> None:
    assert (weekday_gap(6, 0), weekday_gap(0, 4)) == (1, 3)


@given(st.floats(0, 7), shares, shares)
def test_any_habit_gives_a_week_that_keeps_the_rules(
    run_days: float, weekday: tuple[float, ...], long_weekday: tuple[float, ...]
) -> None:
    pattern = week_pattern(
        _usual(run_days=run_days, weekday_share=weekday, long_weekday_share=long_weekday)
    )
    assert 2 <= len(pattern.run_days) <= 5
    assert pattern.long_day in pattern.run_days
    assert pattern.cross_day not in pattern.run_days
    assert len(pattern.stretching_days) >= 3
    assert 1 <= len(pattern.strength_days) <= 2
    for day in pattern.strength_days:
        assert day not in {pattern.long_day, pattern.hard_day}
        assert (day + 1) % 7 not in {pattern.long_day, pattern.hard_day}
        assert (day + 1) % 7 not in pattern.strength_days
    if pattern.hard_day is not None:
        assert weekday_gap(pattern.hard_day, pattern.long_day) >= 2
