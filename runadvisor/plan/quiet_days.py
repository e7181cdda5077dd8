"""Days that may hold no hard or long run, and a run set there by hand all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.plan import DayKind, LockedDay, PlanBreach
from runadvisor.domain.text import N_, Message
from runadvisor.plan.constraints import HARD_KINDS

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.domain.plan import PlannedDay
    from runadvisor.plan.day_limit import DayLimit
    from runadvisor.plan.frame import Frame


def too_soon(frame: Frame, day: PlannedDay, limit: DayLimit) -> PlanBreach | None:
    """Return what a day's kind breaks, whatever its length; ``None`` where it may be."""
    reason = _reason(frame, day.date, day.kind, limit)
    if reason is None:
        return None
    if day.kind is DayKind.RACE:
        remedy = None
    elif frame.is_resting(day.date):
        remedy = LockedDay(date=day.date, kind=DayKind.REST)
    else:
        least_m = min(day.distance_m or limit.limit_m, limit.limit_m)
        remedy = LockedDay(date=day.date, kind=DayKind.EASY, distance_m=least_m)
    return PlanBreach(date=day.date, message=Message(reason, {"run_date": day.date}), remedy=remedy)


def _reason(frame: Frame, day: date, kind: DayKind, limit: DayLimit) -> str | None:
    is_hard, is_long = kind in HARD_KINDS, kind is DayKind.LONG
    is_run = kind.is_run and kind is not DayKind.RACE
    against = (
        (
            is_run and frame.is_resting(day),
            N_("{run_date}: the day before a race, or after one or a much longer run, is rest."),
        ),
        (
            (is_hard or is_long) and frame.is_quiet(day),
            N_("{run_date}: after a race or a much longer run nothing long or hard so soon."),
        ),
        (
            is_hard and not frame.allows_hard(day),
            N_("{run_date}: nothing hard for now, by what you wrote in your diary."),
        ),
        (
            is_long and not frame.allows_long(day),
            N_("{run_date}: no long run for now, by what you wrote in your diary."),
        ),
        (
            is_hard and not limit.stage.allows_hard,
            N_("{run_date}: nothing hard so soon after a break."),
        ),
        (kind is DayKind.HILLS, frame.hills.against),
    )
    return next((reason for holds, reason in against if holds and reason is not None), None)
