"""Days on the way back after a long break: walking and running in turn, then a tenth more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.plan import DayKind, PlannedDay
from runadvisor.domain.text import Message
from runadvisor.plan import day_words
from runadvisor.plan.constraints import rounded_down_m
from runadvisor.plan.run_day import rest_day

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.plan.day_limit import DayLimit, Outlook
    from runadvisor.plan.frame import Frame

SHORTEST_PLANNED_RUN_M = 500
AFTER_LADDER_GROWTH = 1.1


def ladder_day(frame: Frame, outlook: Outlook, day: date, limit: DayLimit) -> PlannedDay:
    """Return a day on the ladder, or after it while the plan still grows from it."""
    wish = frame.locked.get(day)
    if wish is not None and not wish.kind.is_run:
        return rest_day(day, limit, day_words.LOCKED)
    if not frame.is_free(day):
        return rest_day(day, limit, day_words.REST_NO_TIME)
    phase = limit.stage.ladder
    if phase is None:
        return _after_ladder(outlook, day, limit)
    if _ran_yesterday(outlook, day) or frame.is_resting(day):
        return rest_day(day, limit, day_words.REST_ON_LADDER)
    if limit.limit_m < SHORTEST_PLANNED_RUN_M:
        return rest_day(day, limit, day_words.REST_WEEK_FULL)
    return PlannedDay(
        date=day,
        kind=DayKind.WALK_RUN,
        distance_m=min(phase.distance_m, limit.limit_m),
        intensity=day_words.ladder_effort(phase),
        title=day_words.ladder_title(phase),
        reason=day_words.ladder_reason(
            limit.stage.break_days, ever_ran=frame.known.first_day is not None
        ),
        limit_m=limit.limit_m,
    )


def _after_ladder(outlook: Outlook, day: date, limit: DayLimit) -> PlannedDay:
    if _ran_yesterday(outlook, day):
        return rest_day(day, limit, day_words.REST_BETWEEN)
    last_m = outlook.sessions[-1].distance_m
    return PlannedDay(
        date=day,
        kind=DayKind.EASY,
        distance_m=rounded_down_m(min(AFTER_LADDER_GROWTH * last_m, limit.limit_m)),
        intensity=day_words.EASY_EFFORT,
        title=day_words.EASY_TITLE,
        reason=Message(day_words.EASY_GROWING),
        limit_m=limit.limit_m,
    )


def _ran_yesterday(outlook: Outlook, day: date) -> bool:
    return bool(outlook.sessions) and outlook.sessions[-1].date >= day - ONE_DAY
