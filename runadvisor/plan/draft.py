"""History + warnings + wishes -> the coming weeks, day by day.

Every planned run is at or under the limit that the days before it leave, the
planned ones included, so that a plan followed to the letter breaks no rule.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK, MONDAY, ONE_DAY, days, week_start
from runadvisor.domain.plan import PlannedWeek, PlanWishes, TrainingPlan
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import Tier
from runadvisor.plan.caution import caution_of
from runadvisor.plan.constraints import breaches
from runadvisor.plan.cycle import cycle_step
from runadvisor.plan.draft_week import DraftedWeek, draft_week
from runadvisor.plan.frame import frame_of
from runadvisor.plan.held_back import empty_plan, outlook_of, stop_of, without_growth
from runadvisor.plan.week_shape import most_recent_week_m, week_shapes
from runadvisor.plan.what_if import clearing_days
from runadvisor.training_load.return_stage import STEPPED_SHARES
from runadvisor.warning.restrictions import restrictions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.plan import PlannedDay
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.plan.caution import Caution
    from runadvisor.plan.frame import Frame
    from runadvisor.warning.rule import Facts

NO_WISHES = PlanWishes()


def draft_plan(
    known: Facts,
    standing: Sequence[TrainingWarning],
    *,
    weeks: int,
    catalog: Catalog,
    wishes: PlanWishes = NO_WISHES,
    first_weekday: int = MONDAY,
) -> TrainingPlan:
    """Return dated days for ``weeks`` × 7 days.

    The plan starts on the day of the facts, or the day after when that day has its
    run already; it never starts in the past. Its days are the same whatever the first
    weekday: that one only says how they are shown in weeks.

    Raises:
        ValueError: ``weeks`` is below 1.
    """
    if weeks < 1:
        msg = "a plan has at least one week"
        raise ValueError(msg)
    has_run_today = any(a.is_run and a.local_date == known.as_of for a in known.activities)
    first_day = known.as_of + ONE_DAY if has_run_today else known.as_of
    last_day = first_day + timedelta(days=weeks * DAYS_PER_WEEK - 1)
    held = restrictions(known, standing)
    caution = caution_of(known)
    outlook = outlook_of(known, held, caution)
    first = outlook.limit(first_day)
    stopped = stop_of(held, first, ever_ran=bool(known.sessions))
    if stopped is not None:
        return empty_plan(known, first_day, stopped, standing)
    frame = frame_of(
        known,
        standing,
        catalog,
        wishes,
        first_day=first_day,
        first=first,
        held=held,
        caution=caution,
    )
    starts = list(days(week_start(first_day), last_day + ONE_DAY))[::DAYS_PER_WEEK]
    shapes = week_shapes(
        frame.usual,
        starts=starts,
        run_days=frame.run_days,
        goal=wishes.goal,
        most_recent_m=most_recent_week_m(known.sessions, first_day=first_day),
        is_careful=any(warning.tier >= Tier.WATCH for warning in standing),
        first_step=(
            cycle_step(known.sessions, first_week=starts[0])
            if first.stage.week_room_m is None
            else -len(STEPPED_SHARES)
        ),
        growth=frame.caution.week_growth,
    )
    if not held.allows_growth:
        shapes = without_growth(shapes, frame.usual)
    drafted: list[DraftedWeek] = []
    for start, shape in zip(starts, shapes, strict=True):
        week = (start + timedelta(days=number) for number in range(DAYS_PER_WEEK))
        span = tuple(day for day in week if first_day <= day <= last_day)
        before = [day for week in drafted for day in week.days]
        drafted.append(draft_week(frame, outlook, span, shape, before))
    planned = [day for week in drafted for day in week.days]
    clearing = clearing_days(known, standing, planned)
    return TrainingPlan(
        as_of=known.as_of,
        first_day=first_day,
        days=tuple(planned),
        weeks=planned_weeks(
            known,
            planned,
            lighter={
                day.date
                for week, shape in zip(drafted, shapes, strict=True)
                if shape.is_lighter and not frame.starts_on_ladder
                for day in week.days
            },
            first_weekday=first_weekday,
        ),
        clearing=clearing,
        notes=plan_notes(planned, clearing, frame.caution),
        breaches=(
            *breaches(planned, hard_gap_days=frame.caution.hard_gap_days),
            *(breach for week in drafted for breach in week.too_soon),
        ),
        given_way=(
            *_fewer_runs(frame),
            *(message for week in drafted for message in week.given_way),
        ),
        easy_pace_s_per_km=frame.usual.easy_pace_s_per_km,
        cross=frame.cross,
    )


def planned_weeks(
    known: Facts, planned: Sequence[PlannedDay], *, lighter: set[date], first_weekday: int
) -> tuple[PlannedWeek, ...]:
    """Return the training weeks that the planned days fall into.

    Args:
        known: What was run before the plan.
        planned: The days of the plan.
        lighter: Those of its lighter weeks; a week with most of its days there is one.
        first_weekday: Of the weeks; Monday is 0.
    """
    starts = sorted({week_start(day.date, first_weekday) for day in planned})
    by_day = {day.date: day for day in planned}
    return tuple(
        _week(known, number, start, by_day, lighter) for number, start in enumerate(starts, start=1)
    )


def plan_notes(
    planned: Sequence[PlannedDay], clearing: Mapping[str, date], caution: Caution
) -> tuple[Message, ...]:
    """Return what the plan keeps to, a sentence each."""
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
    if caution.because is not None:
        notes.append(caution.because)
    return tuple(notes)


def _week(
    known: Facts,
    number: int,
    start: date,
    by_day: Mapping[date, PlannedDay],
    lighter: set[date],
) -> PlannedWeek:
    end = start + timedelta(days=DAYS_PER_WEEK)
    week = tuple(by_day.get(day) for day in days(start, end))
    own = [day for day in week if day is not None]
    runs = [day for day in own if day.distance_m]
    longest = max(runs, key=lambda day: day.distance_m or 0, default=None)
    recent = takewhile(lambda run: run.date >= start, reversed(known.sessions))
    return PlannedWeek(
        start=start,
        number=number,
        days=week,
        done_m=sum(run.distance_m for run in recent if run.date < end),
        planned_m=sum(day.distance_m or 0 for day in runs),
        limit_m=(longest or own[-1]).limit_m,
        is_lighter=2 * sum(day.date in lighter for day in own) > len(own),
    )


def _fewer_runs(frame: Frame) -> tuple[Message, ...]:
    usual = round(frame.usual.run_days)
    free = sum(minutes != 0 for minutes in frame.wishes.minutes)
    if free >= usual or frame.run_days >= usual:
        return ()
    return (
        Message(
            N_(
                "You have time to run on {free} days a week, so there are {run_days} runs instead "
                "of {usual}."
            ),
            {"free": free, "run_days": frame.run_days, "usual": usual},
        ),
    )
