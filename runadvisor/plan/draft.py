"""History + warnings -> the coming weeks, day by day.

Every planned run is at or under the limit that the days before it leave, the
planned ones included, so that a plan followed to the letter breaks no rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK, ONE_DAY, days, week_start
from runadvisor.domain.plan import DayKind, PlannedDay, PlannedWeek, TrainingPlan
from runadvisor.domain.text import N_, Message
from runadvisor.domain.units import METRES_PER_KILOMETRE, SECONDS_PER_MINUTE
from runadvisor.domain.warning import Tier
from runadvisor.plan import day_words
from runadvisor.plan.blocks import blocks_of_day
from runadvisor.plan.constraints import (
    QUIET_DAYS,
    QUIET_DAYS_DOUBLE,
    breaches,
    rounded_down_m,
)
from runadvisor.plan.day_limit import DayLimit, Outlook
from runadvisor.plan.habits import Habits, habits
from runadvisor.plan.week_pattern import WeekPattern, week_pattern
from runadvisor.plan.week_shape import (
    WeekShape,
    most_recent_week_m,
    week_shapes,
    wished_distances_m,
)
from runadvisor.plan.what_if import clearing_days, planned_session
from runadvisor.training_load.spikes import SpikeBand, is_spike, session_spikes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.warning.rule import Facts

SHORTEST_PLANNED_RUN_M = 500
CROSS_TIME_S = 40 * SECONDS_PER_MINUTE
CROSS_TIME_LIGHT_S = 30 * SECONDS_PER_MINUTE
WEEKS_BEFORE_HARD = 8
"""Weeks of history before a draft offers a hard run; our choice."""
WEEK_OVER_TARGET = 1.1
"""A week under way may end a tenth above its aim, no more."""
AFTER_LADDER_GROWTH = 1.1
LONG_WEIGHT_AFTER_BREAK = 1.6
"""How much longer than the others the long run of a week after a break is; our choice."""

_NO_HABITS = Habits(
    run_days=3,
    weekly_m=0,
    long_m=0,
    weekday_share=(0.0,) * DAYS_PER_WEEK,
    long_weekday_share=(0.0,) * DAYS_PER_WEEK,
    easy_pace_s_per_km=None,
    cross_sport=None,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What holds for the whole draft."""

    known: Facts
    catalog: Catalog
    usual: Habits
    pattern: WeekPattern
    rest_until: date | None
    """No run up to and including this day."""
    quiet_until: date | None
    """Neither long nor hard up to and including this day."""
    watch_until: date | None
    """Last day on which a warning of tier watch or above stands."""
    starts_on_ladder: bool


def draft_plan(
    known: Facts, standing: Sequence[TrainingWarning], *, weeks: int, catalog: Catalog
) -> TrainingPlan:
    """Return dated days for ``weeks`` × 7 days.

    The plan starts on the day of the facts, or the day after when that day has its
    run already; it never starts in the past.

    Raises:
        ValueError: ``weeks`` is below 1.
    """
    if weeks < 1:
        msg = "a plan has at least one week"
        raise ValueError(msg)
    has_run_today = any(a.is_run and a.local_date == known.as_of for a in known.activities)
    first_day = known.as_of + ONE_DAY if has_run_today else known.as_of
    last_day = first_day + timedelta(days=weeks * DAYS_PER_WEEK - 1)
    outlook = Outlook(known.sessions)
    frame = _frame(known, standing, catalog, first_day=first_day, first=outlook.limit(first_day))
    planned: list[PlannedDay] = []
    lighter: set[date] = set()
    starts = list(days(week_start(first_day), last_day + ONE_DAY))[::DAYS_PER_WEEK]
    shapes = week_shapes(
        frame.usual,
        weeks=len(starts),
        most_recent_m=most_recent_week_m(known.sessions, first_day=first_day),
        is_careful=any(warning.tier >= Tier.WATCH for warning in standing),
        is_return=outlook.limit(first_day).stage.week_room_m is not None,
    )
    for start, shape in zip(starts, shapes, strict=True):
        span = [
            day
            for day in days(start, start + timedelta(days=DAYS_PER_WEEK))
            if first_day <= day <= last_day
        ]
        wished = _scaled(wished_distances_m(shape, frame.pattern), span, known, shape)
        if shape.is_lighter and not frame.starts_on_ladder:
            lighter.add(start)
        for day in span:
            planned.append(_planned_day(frame, outlook, day, shape, wished))
            session = planned_session(planned[-1])
            if session is not None:
                outlook.plan(session)
    clearing = clearing_days(known, standing, planned)
    return TrainingPlan(
        as_of=known.as_of,
        first_day=first_day,
        days=tuple(planned),
        weeks=tuple(
            _week(known, number, start, planned, is_lighter=start in lighter)
            for number, start in enumerate(starts, start=1)
        ),
        clearing=clearing,
        notes=_notes(planned, clearing),
        breaches=breaches(planned),
        easy_pace_s_per_km=frame.usual.easy_pace_s_per_km,
    )


def _frame(
    known: Facts,
    standing: Sequence[TrainingWarning],
    catalog: Catalog,
    *,
    first_day: date,
    first: DayLimit,
) -> _Frame:
    usual = habits(known.activities, known.sessions, first_day=first_day) or _NO_HABITS
    rest_until = quiet_until = None
    for spike in session_spikes(known.sessions):
        longest_m = None if spike.longest is None else spike.longest.distance_m
        if is_spike(spike.session.distance_m, longest_m):
            quiet = QUIET_DAYS_DOUBLE if spike.band is SpikeBand.DOUBLE else QUIET_DAYS
            rest_until = spike.session.date + ONE_DAY
            quiet_until = spike.session.date + timedelta(days=quiet)
    ends = [w.clears_on for w in standing if w.tier >= Tier.WATCH and w.clears_on is not None]
    return _Frame(
        known=known,
        catalog=catalog,
        usual=usual,
        pattern=week_pattern(usual),
        rest_until=rest_until,
        quiet_until=quiet_until,
        watch_until=max(ends) - ONE_DAY if ends else None,
        starts_on_ladder=first.stage.ladder is not None,
    )


def _scaled(
    wished: Mapping[int, float], span: Sequence[date], known: Facts, shape: WeekShape
) -> Mapping[int, float]:
    """Return the wishes scaled down where the week under way has had its share already."""
    start = week_start(span[0])
    done_m = sum(run.distance_m for run in known.sessions if run.date >= start)
    to_come_m = sum(wished.get(day.weekday(), 0.0) for day in span)
    room_m = max(WEEK_OVER_TARGET * shape.total_m - done_m, 0.0)
    share = min(1.0, room_m / to_come_m) if done_m and to_come_m else 1.0
    return {weekday: metres * share for weekday, metres in wished.items()}


def _planned_day(
    frame: _Frame, outlook: Outlook, day: date, shape: WeekShape, wished: Mapping[int, float]
) -> PlannedDay:
    limit = outlook.limit(day)
    if _is_row_full(frame, outlook, day) and not _is_after(day, frame.rest_until):
        return _rest_day(frame, day, limit, day_words.REST_AFTER_STREAK)
    if limit.stage.ladder is not None:
        return _ladder_day(frame, outlook, day, limit)
    if frame.starts_on_ladder:
        return _after_ladder_day(frame, outlook, day, limit)
    if day.weekday() not in frame.pattern.run_days or _is_after(day, frame.rest_until):
        return _restful_day(frame, day, limit, shape)
    kind = _run_kind(frame, day, limit, shape)
    wished_m = wished[day.weekday()]
    if kind is DayKind.EASY and day.weekday() == frame.pattern.long_day:
        others = [m for weekday, m in wished.items() if weekday != day.weekday()]
        wished_m = max(others, default=wished_m)
    if limit.stage.week_room_m is not None and limit.stage.week_end is not None:
        wished_m = limit.stage.week_room_m * _share_of_room(frame, day, limit.stage.week_end)
    distance_m = rounded_down_m(min(wished_m, limit.limit_m))
    if distance_m < SHORTEST_PLANNED_RUN_M:
        return _rest_day(frame, day, limit, day_words.REST_WEEK_FULL)
    return _run_day(frame, day, kind, distance_m, limit, shape)


def _is_row_full(frame: _Frame, outlook: Outlook, day: date) -> bool:
    """Whether the six days before were without rest: one in seven is the floor (P01)."""
    before = list(days(day - timedelta(days=DAYS_PER_WEEK - 1), day))
    ran = {session.date for session in outlook.sessions if session.date >= before[0]}
    return all(d in ran or d in frame.known.loading_days for d in before)


def _share_of_room(frame: _Frame, day: date, week_end: date) -> float:
    """Return the share of what a week after a break has left that falls to one of its days."""
    weights = [
        LONG_WEIGHT_AFTER_BREAK if d.weekday() == frame.pattern.long_day else 1.0
        for d in days(day, week_end + ONE_DAY)
        if d.weekday() in frame.pattern.run_days
    ]
    return weights[0] / sum(weights)


def _is_after(day: date, until: date | None) -> bool:
    """Whether a day still lies in the time after a spike or streak."""
    return until is not None and day <= until


def _run_kind(frame: _Frame, day: date, limit: DayLimit, shape: WeekShape) -> DayKind:
    weekday = day.weekday()
    is_quiet = _is_after(day, frame.quiet_until)
    if weekday == frame.pattern.long_day:
        return DayKind.EASY if is_quiet else DayKind.LONG
    first_day = frame.known.first_day
    known_weeks = 0 if first_day is None else (day - first_day).days // DAYS_PER_WEEK
    may_be_hard = (
        weekday == frame.pattern.hard_day
        and shape.may_be_hard
        and limit.stage.allows_hard
        and not limit.stage.break_days
        and known_weeks >= WEEKS_BEFORE_HARD
        and not is_quiet
        and not _is_after(day, frame.watch_until)
    )
    return DayKind.HARD if may_be_hard else DayKind.EASY


def _run_day(
    frame: _Frame, day: date, kind: DayKind, distance_m: int, limit: DayLimit, shape: WeekShape
) -> PlannedDay:
    if kind is DayKind.LONG:
        title, effort = day_words.LONG_TITLE, day_words.LONG_EFFORT
        reason = day_words.long_reason(limit, distance_m, day, is_lighter=shape.is_lighter)
    elif kind is DayKind.HARD:
        title, effort = day_words.HARD_TITLE, day_words.HARD_EFFORT
        reason = Message(day_words.HARD_ONCE)
    else:
        title, effort = day_words.EASY_TITLE, day_words.EASY_EFFORT
        reason = _easy_reason(frame, day, limit)
    return PlannedDay(
        date=day,
        kind=kind,
        distance_m=distance_m,
        moving_time_s=_run_time_s(frame.usual, distance_m),
        intensity=effort,
        title=title,
        reason=reason,
        limit_m=limit.limit_m,
        blocks=blocks_of_day(kind, day.weekday(), frame.pattern, frame.catalog),
    )


def _easy_reason(frame: _Frame, day: date, limit: DayLimit) -> Message:
    if limit.stage.break_days:
        return Message(day_words.EASY_BACK, {"break_days": limit.stage.break_days})
    if _is_after(day, frame.quiet_until):
        return Message(day_words.EASY_AFTER_SPIKE)
    return Message(day_words.EASY_HABIT)


def _run_time_s(usual: Habits, distance_m: int) -> int | None:
    if usual.easy_pace_s_per_km is None:
        return None
    middle = sum(usual.easy_pace_s_per_km) / 2
    return round(distance_m / METRES_PER_KILOMETRE * middle)


def _restful_day(frame: _Frame, day: date, limit: DayLimit, shape: WeekShape) -> PlannedDay:
    weekday = day.weekday()
    if _is_after(day, frame.rest_until):
        return _rest_day(frame, day, limit, day_words.REST_AFTER_SPIKE)
    if weekday == frame.pattern.cross_day:
        light = shape.is_lighter or _is_after(day, frame.watch_until)
        return PlannedDay(
            date=day,
            kind=DayKind.CROSS,
            moving_time_s=CROSS_TIME_LIGHT_S if light else CROSS_TIME_S,
            intensity=day_words.CROSS_EFFORT,
            title=day_words.cross_title(frame.usual.cross_sport),
            reason=Message(day_words.CROSS_MOVE),
            limit_m=limit.limit_m,
            blocks=blocks_of_day(DayKind.CROSS, weekday, frame.pattern, frame.catalog),
        )
    if (weekday + 1) % DAYS_PER_WEEK == frame.pattern.long_day:
        return _rest_day(frame, day, limit, day_words.REST_BEFORE_LONG)
    if (weekday - 1) % DAYS_PER_WEEK == frame.pattern.long_day:
        return _rest_day(frame, day, limit, day_words.REST_AFTER_LONG)
    return _rest_day(frame, day, limit, day_words.REST_BETWEEN)


def _rest_day(frame: _Frame, day: date, limit: DayLimit, reason: str) -> PlannedDay:
    return PlannedDay(
        date=day,
        kind=DayKind.REST,
        title=day_words.REST_TITLE,
        reason=Message(reason),
        limit_m=limit.limit_m,
        blocks=blocks_of_day(DayKind.REST, day.weekday(), frame.pattern, frame.catalog),
    )


def _ran_yesterday(outlook: Outlook, day: date) -> bool:
    return bool(outlook.sessions) and outlook.sessions[-1].date >= day - ONE_DAY


def _ladder_day(frame: _Frame, outlook: Outlook, day: date, limit: DayLimit) -> PlannedDay:
    phase = limit.stage.ladder
    if phase is None or _ran_yesterday(outlook, day) or _is_after(day, frame.rest_until):
        return _rest_day(frame, day, limit, day_words.REST_ON_LADDER)
    if limit.limit_m < SHORTEST_PLANNED_RUN_M:
        return _rest_day(frame, day, limit, day_words.REST_WEEK_FULL)
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
        blocks=blocks_of_day(DayKind.WALK_RUN, day.weekday(), frame.pattern, frame.catalog),
    )


def _after_ladder_day(frame: _Frame, outlook: Outlook, day: date, limit: DayLimit) -> PlannedDay:
    if _ran_yesterday(outlook, day):
        return _rest_day(frame, day, limit, day_words.REST_BETWEEN)
    last_m = outlook.sessions[-1].distance_m
    distance_m = rounded_down_m(min(AFTER_LADDER_GROWTH * last_m, limit.limit_m))
    return PlannedDay(
        date=day,
        kind=DayKind.EASY,
        distance_m=distance_m,
        intensity=day_words.EASY_EFFORT,
        title=day_words.EASY_TITLE,
        reason=Message(day_words.EASY_GROWING),
        limit_m=limit.limit_m,
        blocks=blocks_of_day(DayKind.EASY, day.weekday(), frame.pattern, frame.catalog),
    )


def _week(
    known: Facts, number: int, start: date, planned: Sequence[PlannedDay], *, is_lighter: bool
) -> PlannedWeek:
    by_day = {day.date: day for day in planned}
    week = tuple(by_day.get(day) for day in days(start, start + timedelta(days=DAYS_PER_WEEK)))
    runs = [day for day in week if day is not None and day.distance_m]
    longest = max(runs, key=lambda day: day.distance_m or 0, default=None)
    last = [day for day in week if day is not None][-1]
    return PlannedWeek(
        start=start,
        number=number,
        days=week,
        done_m=sum(
            run.distance_m
            for run in known.sessions
            if start <= run.date < start + timedelta(days=DAYS_PER_WEEK)
        ),
        planned_m=sum(day.distance_m or 0 for day in runs),
        limit_m=(longest or last).limit_m,
        is_lighter=is_lighter,
    )


def _notes(planned: Sequence[PlannedDay], clearing: Mapping[str, date]) -> tuple[Message, ...]:
    fewest = min(
        sum(not day.kind.is_run for day in planned[start : start + DAYS_PER_WEEK])
        for start in range(len(planned) - DAYS_PER_WEEK + 1)
    )
    notes = [
        Message(N_("At least {fewest} days without running in any week."), {"fewest": fewest}),
        Message(N_("Every run stays at or under the limit of its day.")),
    ]
    if clearing:
        until = max(clearing.values()) - ONE_DAY
        notes.append(
            Message(
                N_("Followed as written, what stands now ends after {until_date}."),
                {"until_date": until},
            )
        )
    return tuple(notes)
