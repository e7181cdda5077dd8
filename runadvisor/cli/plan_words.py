"""The plan as a terminal shows it: a line a day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.cli.tables import COLUMNS, counted, paragraph, shortened
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.wording import (
    day_range,
    distance,
    full_day,
    minutes,
    sentence,
    tier_word,
    weekday_day,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.domain.plan import PlannedDay, PlannedWeek, Stopped, TrainingPlan

_INDENT = "  "


def plan_lines(plan: TrainingPlan) -> Iterator[str]:
    """Yield a plan week by week; a stop comes instead of it."""
    if plan.stopped is not None:
        yield from _stopped(plan.stopped)
        return
    weeks = counted(round(len(plan.days) / DAYS_PER_WEEK), "week", "weeks")
    yield f"Prevention plan, {weeks} from {full_day(plan.first_day)}"
    for week in plan.weeks:
        yield ""
        yield from _week(week)
    if plan.notes or plan.breaches or plan.given_way:
        yield ""
        for note in (*plan.notes, *plan.given_way, *(each.message for each in plan.breaches)):
            yield from paragraph(sentence(note), mark="- ")


def _week(week: PlannedWeek) -> Iterator[str]:
    dates = day_range(week.start, week.start + timedelta(days=DAYS_PER_WEEK - 1))
    parts = [f"{distance(week.planned_m)} planned"]
    if week.done_m:
        parts.insert(0, f"{distance(week.done_m)} done")
    parts.append(f"no run over {distance(week.limit_m)}")
    if week.is_lighter:
        parts.append("lighter week")
    yield f"W{week.number}  {dates}: {', '.join(parts)}"
    for day in week.days:
        if day is not None:
            yield shortened(_day(day).rstrip(), COLUMNS)


def _day(day: PlannedDay) -> str:
    metres = "" if day.distance_m is None else distance(day.distance_m)
    time = "" if day.moving_time_s is None else minutes(day.moving_time_s)
    blocks = ", ".join(block.short_title for block in day.blocks)
    title = sentence(day.title)
    return f"{_INDENT}{weekday_day(day.date):<10}  {title:<24}{metres:>8}{time:>9}  {blocks}"


def _stopped(stopped: Stopped) -> Iterator[str]:
    yield from paragraph(f"{tier_word(stopped.tier)}: {sentence(stopped.reason)}")
    for line in stopped.advice:
        yield from paragraph(sentence(line), indent=_INDENT, mark="- ")
