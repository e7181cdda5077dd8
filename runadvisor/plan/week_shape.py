"""How much each planned week holds, from the runner's own weeks (P04-P06)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.plan.constraints import DELOAD_EVERY_WEEKS, DELOAD_SHARE, WEEK_GROWTH
from runadvisor.plan.return_stage import STEPPED_SHARES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runadvisor.plan.habits import Habits
    from runadvisor.plan.week_pattern import WeekPattern
    from runadvisor.training_load.runs import RunSession

CALM_WEEKS = (1.00, 1.04, 1.08)
"""Shares of the usual week in the three weeks before a lighter one; our choice."""
CAREFUL_WEEKS = (0.87, 0.95, 1.00)
"""The same while a warning stands; our choice."""
CALM_LONG = (1.00, 1.00, 1.05)
CAREFUL_LONG = (0.90, 0.95, 0.95)
LIGHTER_LONG = 0.75
CYCLE_GROWTH = 1.04
"""Each block of four weeks starts a little above the one before; our choice."""
CALM_HARD_WEEKS = frozenset({1, 2})
CAREFUL_HARD_WEEKS = frozenset({2})
"""Fast minutes never start in a week that lengthens the long run (P06)."""
SMALL_WEEK_M = 10_000
SMALL_WEEK_ROOM_M = 3_000
"""Under 10 km a week a share of growth says nothing: some kilometres may be added."""
LONG_SHARE_OF_WEEK = 0.5
EASY_SHARE_OF_LONG = 0.85
_EASY_WEIGHTS = (1.0, 1.15, 0.85, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekShape:
    """What one planned week aims at, before the limits of its days."""

    total_m: float
    long_m: float
    is_lighter: bool
    may_be_hard: bool


def week_shapes(
    usual: Habits, *, weeks: int, most_recent_m: float, is_careful: bool, is_return: bool
) -> tuple[WeekShape, ...]:
    """Return the shape of each week.

    Args:
        usual: What the runner does.
        weeks: How many weeks to shape.
        most_recent_m: Metres of the biggest of the last four weeks.
        is_careful: Whether a warning of tier watch or above stands at the start.
        is_return: Whether the plan starts after a break: its three stepped weeks are
            light enough, and the count to the next lighter week begins after them.
    """
    ceiling_m = max(WEEK_GROWTH * most_recent_m, most_recent_m + SMALL_WEEK_ROOM_M)
    if most_recent_m >= SMALL_WEEK_M:
        ceiling_m = WEEK_GROWTH * most_recent_m
    usual_m = min(usual.weekly_m, ceiling_m / CALM_WEEKS[-1])
    shapes: list[WeekShape] = []
    for number in range(weeks):
        counted = max(number - len(STEPPED_SHARES), 0) if is_return else number
        cycle, step = divmod(counted, DELOAD_EVERY_WEEKS)
        careful = is_careful and cycle == 0
        scale = CYCLE_GROWTH**cycle
        if step == DELOAD_EVERY_WEEKS - 1:
            before = shapes[-(DELOAD_EVERY_WEEKS - 1) :]
            total_m = DELOAD_SHARE * sum(shape.total_m for shape in before) / len(before)
            long_m = min(LIGHTER_LONG * usual.long_m * scale, LONG_SHARE_OF_WEEK * total_m)
        else:
            total_m = usual_m * scale * (CAREFUL_WEEKS if careful else CALM_WEEKS)[step]
            long_m = usual.long_m * scale * (CAREFUL_LONG if careful else CALM_LONG)[step]
        hard_weeks = CAREFUL_HARD_WEEKS if careful else CALM_HARD_WEEKS
        shapes.append(
            WeekShape(
                total_m=total_m,
                long_m=long_m,
                is_lighter=step == DELOAD_EVERY_WEEKS - 1,
                may_be_hard=step in hard_weeks,
            )
        )
    return tuple(shapes)


def wished_distances_m(shape: WeekShape, pattern: WeekPattern) -> Mapping[int, float]:
    """Return weekday -> metres wished for, the long run the longest."""
    others = sorted(pattern.run_days - {pattern.long_day})
    left_m = max(shape.total_m - shape.long_m, 0.0)
    weights = [_EASY_WEIGHTS[index % len(_EASY_WEIGHTS)] for index in range(len(others))]
    wished = {
        day: min(left_m * weight / sum(weights), EASY_SHARE_OF_LONG * shape.long_m)
        for day, weight in zip(others, weights, strict=True)
    }
    return {**wished, pattern.long_day: shape.long_m}


def most_recent_week_m(sessions: Sequence[RunSession], *, first_day: date) -> float:
    """Return the metres of the biggest of the four weeks before a day."""
    totals = [0.0] * 4
    for run in sessions:
        number = ((first_day - run.date).days - 1) // DAYS_PER_WEEK
        if 0 <= number < len(totals):
            totals[number] += run.distance_m
    return max(totals)
