"""The plan as a calendar file: one all-day event per planned day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.plan import DayKind
from runadvisor.domain.units import SECONDS_PER_MINUTE
from runadvisor.language import _
from runadvisor.printout.safety import each_morning
from runadvisor.wording import at_most, distance, minutes, sentence

if TYPE_CHECKING:
    from icalendar import Event

    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.plan import PlannedBlock, PlannedDay

_FIRST_REVISION_DAY = date(2000, 1, 1)
"""SEQUENCE counts days from here: a plan of a later day replaces the one before."""


def ics(advice: Advice, catalog: Catalog) -> bytes:
    """Return the plan as iCalendar (RFC 5545).

    An event's UID follows from its date alone, so that a plan exported again
    updates its days in place. A rest day is an event too: left out, the run planned
    there before would stay in the calendar. No event makes the runner look busy.
    """
    # Few starts export a calendar.
    from icalendar import Calendar  # noqa: PLC0415 - start-up time

    calendar = Calendar()
    calendar.add("prodid", "-//RunAdvisor//Prevention plan//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "RunAdvisor")
    for day in advice.plan.days:
        calendar.add_component(_event(day, catalog, as_of=advice.as_of))
    return calendar.to_ical()


def _event(day: PlannedDay, catalog: Catalog, *, as_of: date) -> Event:
    from icalendar import Event  # noqa: PLC0415 - start-up time

    event = Event()
    event.add("uid", f"{day.date.isoformat()}@plan.runadvisor")
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("sequence", (as_of - _FIRST_REVISION_DAY).days)
    event.add("dtstart", day.date)
    event.add("dtend", day.date + ONE_DAY)
    event.add("summary", _summary(day))
    event.add("description", _description(day, catalog))
    event.add("categories", ["RunAdvisor"])
    event.add("transp", "TRANSPARENT")
    return event


def _summary(day: PlannedDay) -> str:
    parts = [sentence(day.title)]
    if day.distance_m is not None:
        parts.append(distance(day.distance_m))
    elif day.moving_time_s is not None:
        parts.append(minutes(day.moving_time_s))
    return " ".join([" ".join(parts), *(f"+ {block.short_title}" for block in day.blocks)])


def _description(day: PlannedDay, catalog: Catalog) -> str:
    lines = [sentence(day.reason)]
    if day.intensity is not None:
        lines.append(sentence(day.intensity))
    if day.kind.is_run and day.limit_m is not None:
        limit = at_most(day.limit_m)
        lines.append(_("Limit that day: {distance}.").format(distance=limit))
    lines += (_block_line(block, catalog) for block in day.blocks)
    if day.kind is not DayKind.REST:
        lines.append(_("In the morning: {rules}").format(rules=" ".join(each_morning())))
    return "\n".join(lines)


def _block_line(block: PlannedBlock, catalog: Catalog) -> str:
    named = ((key, catalog.exercises[key]) for key in block.exercises)
    doses = (f"{exercise.name} {block.doses.get(key, exercise.dose)}" for key, exercise in named)
    return _("{block}, {time}: {exercises}.").format(
        block=block.title,
        time=minutes(block.minutes * SECONDS_PER_MINUTE),
        exercises="; ".join(doses),
    )
