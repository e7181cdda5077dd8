"""Which weekdays run, which is long, where the hard run and the strength blocks go."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.plan.constraints import (
    FEWEST_DAYS_BETWEEN_HARD,
    MOST_RUN_DAYS,
    STRENGTH_BLOCKS_A_WEEK,
    STRETCHING_DAYS_A_WEEK,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runadvisor.plan.habits import Habits

FEWEST_RUN_DAYS = 2
MOST_RUN_DAYS_WITH_CROSS = 4
_LONG_DAY_WEIGHT = 1.5
_ROW_PENALTY = 0.12


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPattern:
    """One week as weekdays, Monday is 0; the same every week, so that it becomes a habit."""

    run_days: frozenset[int]
    long_day: int
    hard_day: int | None
    """Where a hard run may stand; ``None`` when no day is far enough from the long run."""
    cross_day: int | None
    strength_days: frozenset[int]
    stretching_days: frozenset[int]


def week_pattern(usual: Habits) -> WeekPattern:
    """Return the weekdays nearest to the runner's own that keep two rest days a week."""
    number = min(max(round(usual.run_days), FEWEST_RUN_DAYS), MOST_RUN_DAYS)
    options = [
        (frozenset(run_days), long_day)
        for run_days in combinations(range(DAYS_PER_WEEK), number)
        for long_day in run_days
    ]
    run_days, long_day = max(options, key=lambda option: _habit_score(usual, *option))
    hard_day = _hard_day(run_days, long_day)
    cross_day = _cross_day(run_days, long_day)
    return WeekPattern(
        run_days=run_days,
        long_day=long_day,
        hard_day=hard_day,
        cross_day=cross_day,
        strength_days=_strength_days(run_days, long_day, hard_day, cross_day),
        stretching_days=_stretching_days(run_days, long_day, hard_day),
    )


def weekday_gap(one: int, other: int) -> int:
    """Return the days between two weekdays that come round every week."""
    return min((one - other) % DAYS_PER_WEEK, (other - one) % DAYS_PER_WEEK)


def _habit_score(usual: Habits, run_days: frozenset[int], long_day: int) -> float:
    habit = sum(usual.weekday_share[day] for day in run_days)
    habit += _LONG_DAY_WEIGHT * usual.long_weekday_share[long_day]
    in_a_row = sum((day + 1) % DAYS_PER_WEEK in run_days for day in run_days)
    after_long = (long_day + 1) % DAYS_PER_WEEK in run_days
    return habit - _ROW_PENALTY * (in_a_row + after_long)


def _hard_day(run_days: frozenset[int], long_day: int) -> int | None:
    far = [
        day
        for day in sorted(run_days - {long_day})
        if weekday_gap(day, long_day) >= FEWEST_DAYS_BETWEEN_HARD
    ]
    return max(far, key=lambda day: weekday_gap(day, long_day), default=None)


def _cross_day(run_days: frozenset[int], long_day: int) -> int | None:
    if len(run_days) > MOST_RUN_DAYS_WITH_CROSS:
        return None
    free = [day for day in range(DAYS_PER_WEEK) if day not in run_days]
    # Neither the eve of the long run nor the day after it: both are better rested.
    return max(free, key=lambda day: (weekday_gap(day, long_day), -day))


def _strength_days(
    run_days: frozenset[int], long_day: int, hard_day: int | None, cross_day: int | None
) -> frozenset[int]:
    kept_free = {long_day, (long_day - 1) % DAYS_PER_WEEK}
    if hard_day is not None:
        kept_free |= {hard_day, (hard_day - 1) % DAYS_PER_WEEK}
    free = [day for day in range(DAYS_PER_WEEK) if day not in kept_free]
    pairs = [pair for pair in combinations(free, STRENGTH_BLOCKS_A_WEEK) if weekday_gap(*pair) > 1]
    # A day that moves anyway is better than one of the two full rest days.
    moving = run_days | {cross_day}
    best = max(
        pairs,
        key=lambda pair: (sum(day in moving for day in pair), weekday_gap(*pair)),
        default=tuple(free[:1]),
    )
    return frozenset(best)


def _stretching_days(
    run_days: frozenset[int], long_day: int, hard_day: int | None
) -> frozenset[int]:
    after_runs = _ordered(run_days, first=(long_day, hard_day))
    others = [day for day in range(DAYS_PER_WEEK) if day not in run_days]
    return frozenset([*after_runs, *others][:STRETCHING_DAYS_A_WEEK])


def _ordered(days: Iterable[int], *, first: tuple[int | None, ...]) -> list[int]:
    return sorted(days, key=lambda day: (day not in first, day))
