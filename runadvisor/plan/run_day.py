"""One planned day of a kind: how far, how hard, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.plan import DayKind, PlannedDay
from runadvisor.domain.text import Message
from runadvisor.domain.units import METRES_PER_KILOMETRE, SECONDS_PER_MINUTE
from runadvisor.plan import day_words
from runadvisor.plan.cross_training import chosen_sport
from runadvisor.plan.hard_session import hard_session

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from runadvisor.domain.plan import LockedDay
    from runadvisor.plan.day_limit import DayLimit
    from runadvisor.plan.frame import Frame
    from runadvisor.plan.week_shape import WeekShape

CROSS_TIME_S = 40 * SECONDS_PER_MINUTE
CROSS_TIME_LIGHT_S = 30 * SECONDS_PER_MINUTE
ASSUMED_PACE_S_PER_KM = 420
"""Seconds per kilometre where no run tells the pace: slow, so that minutes suffice."""

_TITLES = {
    DayKind.EASY: day_words.EASY_TITLE,
    DayKind.LONG: day_words.LONG_TITLE,
    DayKind.HILLS: day_words.HILLS_TITLE,
    DayKind.RACE: day_words.RACE_TITLE,
    DayKind.WALK_RUN: day_words.WALK_RUN_TITLE,
}
_EFFORTS = {
    DayKind.EASY: day_words.EASY_EFFORT,
    DayKind.LONG: day_words.LONG_EFFORT,
    DayKind.HARD: day_words.HARD_EFFORT,
    DayKind.HILLS: day_words.HILLS_EFFORT,
    DayKind.RACE: day_words.RACE_EFFORT,
    DayKind.WALK_RUN: day_words.EASY_EFFORT,
}


def hard_runs(days: Iterable[PlannedDay]) -> int:
    """Return how many of the days hold a hard run in fast parts."""
    return sum(day.kind is DayKind.HARD for day in days)


def run_day(
    frame: Frame,
    day: date,
    kind: DayKind,
    distance_m: int,
    limit: DayLimit,
    shape: WeekShape,
    *,
    before: Sequence[PlannedDay],
) -> PlannedDay:
    """Return a day with a run of so many metres, after these days of the plan."""
    climb_m = frame.hills.climb_m(day, before) if kind is DayKind.HILLS else None
    hard_before = hard_runs(before)
    return PlannedDay(
        date=day,
        kind=kind,
        distance_m=distance_m,
        moving_time_s=run_time_s(frame, distance_m),
        intensity=_EFFORTS[kind],
        target=frame.effort.of(kind),
        title=_title(frame, kind, hard_before, climb_m),
        reason=_reason(frame, day, kind, distance_m, limit, shape, hard_before, climb_m),
        limit_m=limit.limit_m,
        climb_m=climb_m,
    )


def restful_day(
    frame: Frame, day: date, kind: DayKind, limit: DayLimit, shape: WeekShape
) -> PlannedDay:
    """Return a day of cross-training or rest, with the reason it is one."""
    if kind is DayKind.CROSS:
        return cross_day(frame, day, limit, is_light=shape.is_lighter or frame.is_watched(day))
    return rest_day(day, limit, _rest_reason(frame, day))


def cross_day(frame: Frame, day: date, limit: DayLimit, *, is_light: bool) -> PlannedDay:
    """Return a day of the runner's own cross-training."""
    return PlannedDay(
        date=day,
        kind=DayKind.CROSS,
        moving_time_s=CROSS_TIME_LIGHT_S if is_light else CROSS_TIME_S,
        intensity=day_words.CROSS_EFFORT,
        target=frame.effort.of(DayKind.CROSS),
        title=_cross_title(frame),
        reason=_cross_reason(frame),
        limit_m=limit.limit_m,
    )


def rest_day(day: date, limit: DayLimit, reason: str) -> PlannedDay:
    """Return a rest day."""
    return PlannedDay(
        date=day,
        kind=DayKind.REST,
        title=day_words.REST_TITLE,
        reason=Message(reason),
        limit_m=limit.limit_m,
    )


def locked_day(
    frame: Frame,
    wish: LockedDay,
    distance_m: int | None,
    limit: DayLimit,
    *,
    before: Sequence[PlannedDay],
) -> PlannedDay:
    """Return a day as the runner has set it, its distance already within the limit."""
    if not wish.kind.is_run:
        time_s = wish.moving_time_s or CROSS_TIME_S
        is_cross = wish.kind is DayKind.CROSS
        return PlannedDay(
            date=wish.date,
            kind=wish.kind,
            moving_time_s=time_s if is_cross else None,
            intensity=day_words.CROSS_EFFORT if is_cross else None,
            target=frame.effort.of(wish.kind),
            title=_cross_title(frame) if is_cross else day_words.REST_TITLE,
            reason=Message(day_words.LOCKED),
            limit_m=limit.limit_m,
            is_locked=True,
        )
    metres = distance_m or 0
    climb_m = frame.hills.climb_m(wish.date, before) if wish.kind is DayKind.HILLS else None
    return PlannedDay(
        date=wish.date,
        kind=wish.kind,
        distance_m=metres,
        moving_time_s=run_time_s(frame, metres),
        intensity=_EFFORTS[wish.kind],
        target=frame.effort.of(wish.kind),
        title=_title(frame, wish.kind, hard_runs(before), climb_m),
        reason=Message(day_words.LOCKED if wish.kind is not DayKind.RACE else day_words.RACE_DAY),
        limit_m=limit.limit_m,
        climb_m=climb_m,
        is_locked=True,
    )


def run_time_s(frame: Frame, distance_m: int) -> int | None:
    """Return about how long a run takes at the runner's easy pace; ``None`` when unknown."""
    pace = frame.usual.easy_pace_s_per_km
    if pace is None:
        return None
    return round(distance_m / METRES_PER_KILOMETRE * sum(pace) / 2)


def most_in_time_m(frame: Frame, day: date) -> int | None:
    """Return how far the minutes of a weekday reach; ``None`` where there are enough."""
    minutes = frame.wishes.minutes[day.weekday()]
    if minutes is None:
        return None
    pace = frame.usual.easy_pace_s_per_km
    slow_s_per_km = pace[1] if pace is not None else ASSUMED_PACE_S_PER_KM
    return int(minutes * SECONDS_PER_MINUTE / slow_s_per_km * METRES_PER_KILOMETRE)


def _title(frame: Frame, kind: DayKind, hard_before: int, climb_m: int | None) -> Message:
    if kind is DayKind.HARD:
        return hard_session(frame.hard_step, hard_before=hard_before).title
    if climb_m is not None:
        return Message(day_words.HILLS_UP_TO, {"climb_m": climb_m})
    return _TITLES[kind]


def _cross_title(frame: Frame) -> Message:
    return day_words.cross_title(chosen_sport(frame.cross, frame.usual.cross_sport))


def _cross_reason(frame: Frame) -> Message:
    return frame.cross.why if frame.cross.avoid is not None else Message(day_words.CROSS_MOVE)


def _reason(
    frame: Frame,
    day: date,
    kind: DayKind,
    distance_m: int,
    limit: DayLimit,
    shape: WeekShape,
    hard_before: int,
    climb_m: int | None,
) -> Message:
    if kind is DayKind.LONG:
        return day_words.long_reason(limit, distance_m, day, is_lighter=shape.is_lighter)
    if kind is DayKind.HARD:
        fast_min = hard_session(frame.hard_step, hard_before=hard_before).fast_min
        is_first = frame.hard_step == 0 and not hard_before
        words = day_words.HARD_FIRST if is_first else day_words.HARD_ONCE
        return Message(words, {"fast_s": fast_min * SECONDS_PER_MINUTE})
    if climb_m is not None:
        return Message(day_words.HILLS_ONCE, {"climb_m": climb_m})
    return _easy_reason(frame, day, limit)


def _easy_reason(frame: Frame, day: date, limit: DayLimit) -> Message:
    if limit.stage.break_days:
        return Message(day_words.EASY_BACK, {"break_days": limit.stage.break_days})
    if frame.race is not None and frame.race.is_quiet(day):
        return Message(day_words.EASY_AFTER_RACE)
    if frame.is_quiet(day):
        return Message(day_words.EASY_AFTER_SPIKE)
    return Message(day_words.EASY_HABIT)


def _rest_reason(frame: Frame, day: date) -> str:
    if frame.race is not None and frame.race.is_rest(day):
        before = day < frame.race.date
        return day_words.REST_BEFORE_RACE if before else day_words.REST_AFTER_RACE
    if frame.is_resting(day):
        return day_words.REST_AFTER_SPIKE
    if not frame.is_free(day):
        return day_words.REST_NO_TIME
    weekday = day.weekday()
    if (weekday + 1) % DAYS_PER_WEEK == frame.long_weekday:
        return day_words.REST_BEFORE_LONG
    if (weekday - 1) % DAYS_PER_WEEK == frame.long_weekday:
        return day_words.REST_AFTER_LONG
    return day_words.REST_BETWEEN
