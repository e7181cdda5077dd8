"""The plan as a terminal shows it: a line a day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.cli.tables import COLUMNS, paragraph, shortened
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.language import _, ngettext
from runadvisor.printout.stop import cross_lines
from runadvisor.wording import (
    at_most,
    day_range,
    distance,
    full_day,
    grade_words,
    minutes,
    sentence,
    tier_word,
    weekday_day,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.domain.plan import (
        CrossAdvice,
        PlannedDay,
        PlannedWeek,
        Stopped,
        TrainingPlan,
    )

_INDENT = "  "


def plan_lines(plan: TrainingPlan) -> Iterator[str]:
    """Yield a plan week by week; a stop comes instead of it."""
    if plan.stopped is not None:
        yield from _stopped(plan.stopped)
        if plan.cross is not None:
            yield from _cross(plan.cross)
        return
    weeks = round(len(plan.days) / DAYS_PER_WEEK)
    yield ngettext(
        "Prevention plan, {number} week from {day}",
        "Prevention plan, {number} weeks from {day}",
        weeks,
    ).format(number=weeks, day=full_day(plan.first_day))
    for week in plan.weeks:
        yield ""
        yield from _week(week)
    if plan.notes or plan.breaches or plan.given_way:
        yield ""
        for note in (*plan.notes, *plan.given_way, *(each.message for each in plan.breaches)):
            yield from paragraph(sentence(note), mark="- ")
    if plan.cross is not None and plan.cross.avoid is not None:
        yield ""
        yield from _cross(plan.cross)


def _cross(advice: CrossAdvice) -> Iterator[str]:
    """Yield what may stand in for a run while something is sore."""
    yield _("Instead of a run, while it is sore ({grade}):").format(grade=grade_words(advice.grade))
    for line in cross_lines(advice):
        yield from paragraph(line, mark="- ")


def _week(week: PlannedWeek) -> Iterator[str]:
    dates = day_range(week.start, week.start + timedelta(days=DAYS_PER_WEEK - 1))
    parts = [_("{distance} planned").format(distance=distance(week.planned_m))]
    if week.done_m:
        parts.insert(0, _("{distance} done").format(distance=distance(week.done_m)))
    parts.append(_("no run over {limit}").format(limit=at_most(week.limit_m)))
    if week.is_lighter:
        parts.append(_("lighter week"))
    yield _("W{number}  {dates}: {told}").format(
        number=week.number, dates=dates, told=", ".join(parts)
    )
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
    stop = _("{tier}: {reason}")
    yield from paragraph(stop.format(tier=tier_word(stopped.tier), reason=sentence(stopped.reason)))
    for line in stopped.advice:
        yield from paragraph(sentence(line), indent=_INDENT, mark="- ")
