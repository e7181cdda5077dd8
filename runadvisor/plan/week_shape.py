"""How much each planned week holds, from the runner's own weeks (P04-P06) and goal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.plan import GoalKind
from runadvisor.plan.constraints import DELOAD_EVERY_WEEKS, DELOAD_SHARE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runadvisor.domain.plan import Goal
    from runadvisor.plan.habits import Habits
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
BUILD_GROWTH = 1.08
"""Growth of a week towards a goal; our choice, well under the cap on a week."""
RACE_LONG_SHARE = 0.8
"""The long run before a race builds up to this share of it; our choice."""
TAPER_SHARES = {0: 0.60, 1: 0.80}
"""Of a usual week: the week of a race before it, and the week before that; our choice."""
AFTER_RACE_SHARE = 0.50
CALM_HARD_WEEKS = frozenset({1, 2})
CAREFUL_HARD_WEEKS = frozenset({2})
"""Fast minutes never start in a week that lengthens the long run (P06)."""
SMALL_WEEK_M = 10_000
SMALL_WEEK_ROOM_M = 3_000
"""Under 10 km a week a share of growth says nothing: some kilometres may be added."""
LONG_SHARE_OF_WEEK = 0.5
EASY_SHARE_OF_LONG = 0.85
SHORTEST_EASY_SHARE = 0.7
"""A lighter week has fewer runs before it has runs shorter than this share of the usual."""
_EASY_WEIGHTS = (1.0, 1.15, 0.85, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekShape:
    """What one planned week aims at, before the limits of its days."""

    total_m: float
    long_m: float
    is_lighter: bool
    may_be_hard: bool
    easy_runs: int
    """Runs beside the long one."""


def week_shapes(
    usual: Habits,
    *,
    starts: Sequence[date],
    run_days: int,
    goal: Goal,
    most_recent_m: float,
    is_careful: bool,
    first_step: int,
    growth: float,
) -> tuple[WeekShape, ...]:
    """Return the shape of each week.

    Args:
        usual: What the runner does.
        starts: The Monday of each week to shape.
        run_days: Runs of an ordinary week.
        goal: What the weeks are for.
        most_recent_m: Metres of the biggest of the last four weeks.
        is_careful: Whether a warning of tier watch or above stands at the start.
        first_step: The place of the first week in its cycle of four; below 0 while the
            stepped weeks after a break come first: they are light enough, and a cycle
            begins after them.
        growth: Most of a week against the biggest of the four before it.
    """
    ceiling_m = most_week_m(most_recent_m, growth)
    usual_m = min(usual.weekly_m, ceiling_m / CALM_WEEKS[-1])
    usual_easy_m = max(usual_m - usual.long_m, 0.0) / max(run_days - 1, 1)
    shapes: list[WeekShape] = []
    for number, start in enumerate(starts):
        cycle, step = divmod(max(number + first_step, 0), DELOAD_EVERY_WEEKS)
        # What was done before the plan is in the usual week already.
        planned = max(number + min(first_step, 0), 0)
        careful = is_careful and planned < DELOAD_EVERY_WEEKS
        grown = _grown(goal, usual_m, planned - cycle) if not careful else 1.0
        scale = CYCLE_GROWTH**cycle if goal.kind is GoalKind.HEALTHY else grown
        is_lighter = step == DELOAD_EVERY_WEEKS - 1
        if is_lighter:
            total_m = DELOAD_SHARE * _mean_before_m(shapes, usual_m)
            long_m = min(LIGHTER_LONG * usual.long_m * scale, LONG_SHARE_OF_WEEK * total_m)
        else:
            steps = CAREFUL_WEEKS if careful else CALM_WEEKS
            step_share = steps[step] if careful or goal.kind is GoalKind.HEALTHY else 1.0
            total_m = usual_m * scale * step_share
            long_m = usual.long_m * scale * (CAREFUL_LONG if careful else CALM_LONG)[step]
        hard_weeks = CAREFUL_HARD_WEEKS if careful else CALM_HARD_WEEKS
        shape = WeekShape(
            total_m=total_m,
            long_m=long_m,
            is_lighter=is_lighter,
            may_be_hard=step in hard_weeks,
            easy_runs=_easy_runs(total_m - long_m, run_days - 1, usual_easy_m),
        )
        shapes.append(_around_race(shape, goal, start, usual_m))
    return tuple(shapes)


def _mean_before_m(shapes: Sequence[WeekShape], usual_m: float) -> float:
    """Return the mean of the three weeks before; those before the plan count as usual."""
    weeks = DELOAD_EVERY_WEEKS - 1
    totals = [usual_m] * weeks + [shape.total_m for shape in shapes]
    return sum(totals[-weeks:]) / weeks


def most_week_m(most_recent_m: float, growth: float) -> float:
    """Return the most metres of a week after four of which the biggest had so many."""
    if most_recent_m >= SMALL_WEEK_M:
        return growth * most_recent_m
    return max(growth * most_recent_m, most_recent_m + SMALL_WEEK_ROOM_M)


def wished_distances_m(
    shape: WeekShape, easy_days: Sequence[date], long_day: date | None
) -> Mapping[date, float]:
    """Return the metres wished for on each run day, the long run the longest."""
    left_m = max(shape.total_m - shape.long_m, 0.0)
    each_m = left_m / max(shape.easy_runs, 1)
    weights = [_EASY_WEIGHTS[index % len(_EASY_WEIGHTS)] for index in range(len(easy_days))]
    mean = sum(weights) / len(weights) if weights else 1.0
    wished = {
        day: min(each_m * weight / mean, EASY_SHARE_OF_LONG * shape.long_m)
        for day, weight in zip(easy_days, weights, strict=True)
    }
    return wished if long_day is None else {**wished, long_day: shape.long_m}


def most_recent_week_m(sessions: Sequence[RunSession], *, first_day: date) -> float:
    """Return the metres of the biggest of the four weeks before a day."""
    totals = [0.0] * 4
    for run in sessions:
        number = ((first_day - run.date).days - 1) // DAYS_PER_WEEK
        if 0 <= number < len(totals):
            totals[number] += run.distance_m
    return max(totals)


def _grown(goal: Goal, usual_m: float, growing_weeks: int) -> float:
    """Return how much above the usual week a growing one is, as a factor."""
    factor = BUILD_GROWTH**growing_weeks
    if goal.kind is GoalKind.BUILD and goal.weekly_m and usual_m:
        return min(factor, goal.weekly_m / usual_m)
    return factor if goal.kind is GoalKind.RACE else 1.0


def _easy_runs(left_m: float, most: int, usual_easy_m: float) -> int:
    """Return into how many easy runs what is left beside the long one is cut."""
    number = most
    while number > 1 and left_m / number < SHORTEST_EASY_SHARE * usual_easy_m:
        number -= 1
    return number


def _around_race(shape: WeekShape, goal: Goal, start: date, usual_m: float) -> WeekShape:
    """Return the shape as a race in that week, the next or the one before changes it."""
    if goal.race_date is None or goal.race_m is None:
        return shape
    weeks_to_race = (goal.race_date - start).days // DAYS_PER_WEEK
    is_after = start - timedelta(weeks=1) <= goal.race_date < start
    if weeks_to_race not in TAPER_SHARES and not is_after:
        long_m = min(shape.long_m, max(RACE_LONG_SHARE * goal.race_m, shape.long_m / 2))
        return WeekShape(
            total_m=shape.total_m,
            long_m=long_m if goal.race_date >= start else shape.long_m,
            is_lighter=shape.is_lighter,
            may_be_hard=shape.may_be_hard,
            easy_runs=shape.easy_runs,
        )
    share = AFTER_RACE_SHARE if is_after else TAPER_SHARES[weeks_to_race]
    total_m = min(shape.total_m, share * usual_m)
    return WeekShape(
        total_m=total_m,
        long_m=min(shape.long_m * share, LONG_SHARE_OF_WEEK * total_m),
        is_lighter=True,
        may_be_hard=shape.may_be_hard and weeks_to_race == 1,
        easy_runs=shape.easy_runs,
    )
