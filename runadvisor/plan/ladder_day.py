"""Days on the way back after a long break: walking and running in turn, then a tenth more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK, ONE_DAY, week_start
from runadvisor.domain.plan import DayKind, PlannedDay
from runadvisor.domain.text import Message
from runadvisor.plan import day_words
from runadvisor.plan.constraints import rounded_down_m
from runadvisor.plan.run_day import rest_day, run_time_s
from runadvisor.plan.week_shape import most_week_m
from runadvisor.training_load.return_stage import LADDER

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.plan.day_limit import DayLimit, Outlook
    from runadvisor.plan.frame import Frame

SHORTEST_PLANNED_RUN_M = 500
AFTER_LADDER_GROWTH = 1.1
OLD_WEEK_SHARE = 0.60
"""After the ladder the weeks grow up to this share of those before the break (P12)."""
NEW_RUNNER_WEEK_M = 15_000
"""The same for who has no weeks before; our choice."""
RUNS_A_WEEK = 3.5
"""Every other day."""
WEEKS_BEFORE = 4
RUNS_BEFORE = 3
"""The longest of so many runs grows: one cut short by a full week is no step back."""
SHORTEST_SHARE = 0.7
"""Of what the day would hold; less is a rest day."""


def ladder_day(frame: Frame, outlook: Outlook, day: date, limit: DayLimit) -> PlannedDay:
    """Return a day on the ladder, or after it while the plan still grows from it."""
    wish = frame.locked.get(day)
    if wish is not None and not wish.kind.is_run:
        return rest_day(day, limit, day_words.LOCKED)
    if not frame.is_free(day):
        return rest_day(day, limit, day_words.REST_NO_TIME)
    phase = limit.stage.ladder
    if phase is None:
        return _after_ladder(frame, outlook, day, limit)
    if _ran_yesterday(outlook, day) or frame.is_resting(day):
        return rest_day(day, limit, day_words.REST_ON_LADDER)
    if limit.limit_m < SHORTEST_PLANNED_RUN_M:
        return rest_day(day, limit, day_words.REST_WEEK_FULL)
    return PlannedDay(
        date=day,
        kind=DayKind.WALK_RUN,
        distance_m=min(phase.distance_m, limit.limit_m),
        intensity=day_words.ladder_effort(phase),
        target=frame.effort.of(DayKind.WALK_RUN),
        title=day_words.ladder_title(phase),
        reason=day_words.ladder_reason(
            limit.stage.break_days, ever_ran=frame.known.first_day is not None
        ),
        limit_m=limit.limit_m,
    )


def _after_ladder(frame: Frame, outlook: Outlook, day: date, limit: DayLimit) -> PlannedDay:
    if _ran_yesterday(outlook, day) or frame.is_resting(day):
        return rest_day(day, limit, day_words.REST_BETWEEN)
    grown_m = AFTER_LADDER_GROWTH * max(run.distance_m for run in outlook.sessions[-RUNS_BEFORE:])
    old_m = frame.old_weekly_m
    aim_m = (NEW_RUNNER_WEEK_M if old_m is None else OLD_WEEK_SHARE * old_m) / RUNS_A_WEEK
    far_enough_m = max(aim_m, LADDER[-1].distance_m)
    room_m = _room_of_week(frame, outlook, day)
    wanted_m = min(grown_m, limit.limit_m, far_enough_m)
    distance_m = rounded_down_m(min(wanted_m, room_m))
    if distance_m < SHORTEST_SHARE * wanted_m:
        return rest_day(day, limit, day_words.REST_WEEK_FULL)
    is_far_enough = far_enough_m <= grown_m
    grown = day_words.EASY_GROWN_NEW if old_m is None else day_words.EASY_GROWN
    return PlannedDay(
        date=day,
        kind=DayKind.EASY,
        distance_m=distance_m,
        moving_time_s=run_time_s(frame, distance_m),
        intensity=day_words.EASY_EFFORT,
        target=frame.effort.of(DayKind.EASY),
        title=day_words.EASY_TITLE,
        reason=Message(grown if is_far_enough else day_words.EASY_GROWING),
        limit_m=limit.limit_m,
    )


def _room_of_week(frame: Frame, outlook: Outlook, day: date) -> float:
    """Return the metres a training week has left against the four before it (P04, P12)."""
    start = week_start(day)
    totals = [0.0] * (WEEKS_BEFORE + 1)
    for run in reversed(outlook.sessions):
        back = (start - week_start(run.date)).days // DAYS_PER_WEEK
        if back > WEEKS_BEFORE:
            break
        totals[back] += run.distance_m
    return most_week_m(max(totals[1:]), frame.caution.week_growth) - totals[0]


def _ran_yesterday(outlook: Outlook, day: date) -> bool:
    return bool(outlook.sessions) and outlook.sessions[-1].date >= day - ONE_DAY
