"""What a safe week may hold, in one place, and the check that a plan keeps to it.

The thresholds are the rules' own wherever a rule has one (P01-P05, P08, P16, P18 of
the evidence tables as rules.md corrects them).
"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.plan import DayKind, LockedDay, PlanBreach
from runadvisor.domain.text import N_, Message
from runadvisor.warning.rules.hard_days import HARD_GAP_DAYS
from runadvisor.warning.rules.rest_days import REST_DAYS_A_WEEK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runadvisor.domain.plan import PlannedDay

MOST_RUN_DAYS = DAYS_PER_WEEK - REST_DAYS_A_WEEK
DELOAD_EVERY_WEEKS = 4
DELOAD_SHARE = 0.65
"""Of the mean of the three weeks before: within the 0.5-0.7 of rules.md 31."""
STRENGTH_BLOCKS_A_WEEK = 2
STRENGTH_BLOCKS_FRONT_HIP = 3
"""The band block of a sore front hip, where the week has room for three (P09)."""
STRETCHING_DAYS_A_WEEK = 3
QUIET_DAYS = 3
"""Days without hard or long runs after a spike (P07)."""
QUIET_DAYS_DOUBLE = 5
HARD_KINDS = frozenset({DayKind.HARD, DayKind.HILLS, DayKind.RACE})
_DEMANDING = HARD_KINDS | {DayKind.LONG}
LONG_STEP_M = 500
SHORT_STEP_M = 100
LONG_STEP_FROM_M = 5000
"""From 5 km up runs are planned in half kilometres, below in tenths (rules.md 13)."""


def rounded_down_m(distance_m: float) -> int:
    """Return a distance as a plan writes it, never above what was asked."""
    step = LONG_STEP_M if distance_m >= LONG_STEP_FROM_M else SHORT_STEP_M
    return int(distance_m) // step * step


def breaches(
    days: Sequence[PlannedDay], *, hard_gap_days: int = HARD_GAP_DAYS
) -> tuple[PlanBreach, ...]:
    """Return every limit a plan does not keep, each with the nearest day that does."""
    return (
        *_over_limit(days),
        *_too_few_rest_days(days),
        *_hard_too_close(days, hard_gap_days),
        *_heavy_eves(days),
    )


def _over_limit(days: Sequence[PlannedDay]) -> Iterator[PlanBreach]:
    for day in days:
        if day.distance_m and day.limit_m is not None and day.distance_m > day.limit_m:
            yield PlanBreach(
                date=day.date,
                message=Message(
                    N_("{run_date}: {distance_m} is over the limit of {limit_m}."),
                    {"run_date": day.date, "distance_m": day.distance_m, "limit_m": day.limit_m},
                ),
                remedy=LockedDay(date=day.date, kind=day.kind, distance_m=day.limit_m),
            )


def _too_few_rest_days(days: Sequence[PlannedDay]) -> Iterator[PlanBreach]:
    for start in range(len(days) - DAYS_PER_WEEK + 1):
        week = days[start : start + DAYS_PER_WEEK]
        if sum(not day.kind.is_run for day in week) < REST_DAYS_A_WEEK:
            # The shortest easy run is the one missed least.
            easy = [day for day in week if day.kind is DayKind.EASY]
            least = min(easy, key=lambda day: day.distance_m or 0, default=week[-1])
            yield PlanBreach(
                date=least.date,
                message=Message(
                    N_("Fewer than two days without running in the week from {week_date}."),
                    {"week_date": week[0].date},
                ),
                remedy=LockedDay(date=least.date, kind=DayKind.REST),
            )


def _hard_too_close(days: Sequence[PlannedDay], hard_gap_days: int) -> Iterator[PlanBreach]:
    hard = [day for day in days if day.kind in HARD_KINDS]
    for one, other in pairwise(hard):
        if (other.date - one.date).days < hard_gap_days:
            # A race cannot be made easy: then the other of the two is.
            softened = one if other.kind is DayKind.RACE else other
            yield PlanBreach(
                date=softened.date,
                message=Message(
                    N_("Hard runs on {first_date} and {second_date} are too close."),
                    {"first_date": one.date, "second_date": other.date},
                ),
                remedy=LockedDay(
                    date=softened.date, kind=DayKind.EASY, distance_m=softened.distance_m
                ),
            )


def _heavy_eves(days: Sequence[PlannedDay]) -> Iterator[PlanBreach]:
    kinds = {day.date: day.kind for day in days}
    heavy = {day.date for day in days if any(block.is_heavy for block in day.blocks)}
    for day in sorted(heavy):
        tomorrow = day + timedelta(days=1)
        if kinds.get(tomorrow) in _DEMANDING or tomorrow in heavy:
            yield PlanBreach(
                date=day,
                message=Message(
                    N_("Strength on {block_date} is too close to the day after it."),
                    {"block_date": day},
                ),
            )
