from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from runadvisor.domain.plan import DayKind
from runadvisor.printout.ics import ics
from tests.printout import mara


def events(made: bytes) -> list[Event]:
    walked = Calendar.from_ical(made).walk("VEVENT")
    return [one for one in walked if isinstance(one, Event)]


def test_every_planned_day_is_an_all_day_event() -> None:
    advice = mara.advice()
    found = events(ics(advice, mara.catalog()))

    assert [one.decoded("dtstart") for one in found] == [day.date for day in advice.plan.days]
    assert all(one.decoded("dtend") - one.decoded("dtstart") == timedelta(days=1) for one in found)


def test_a_run_says_how_far_and_what_else() -> None:
    found = {one.decoded("dtstart"): one for one in events(ics(mara.advice(), mara.catalog()))}

    assert found[date(2026, 11, 25)]["summary"] == "Easy run 5.0 km + stretch 6"
    assert found[date(2026, 11, 24)]["summary"] == "Bike 30 min"
    assert found[date(2026, 11, 27)]["summary"] == "Rest + core 25"


def test_the_notes_say_why_how_hard_and_up_to_where() -> None:
    found = events(ics(mara.advice(), mara.catalog()))
    notes = str(found[5]["description"])

    assert "Effort 3 of 10, slower at the end is fine" in notes
    assert "Limit that day: 15.4 km." in notes


def test_no_event_makes_the_runner_look_busy() -> None:
    found = events(ics(mara.advice(), mara.catalog()))

    assert {str(one["transp"]) for one in found} == {"TRANSPARENT"}


def test_a_new_export_replaces_the_days_of_the_old_one() -> None:
    advice = mara.advice()
    later = replace(
        advice,
        as_of=advice.as_of + timedelta(days=1),
        plan=replace(
            advice.plan, days=tuple(replace(day, kind=DayKind.REST) for day in advice.plan.days)
        ),
    )
    old, new = (events(ics(one, mara.catalog())) for one in (advice, later))

    assert [one["uid"] for one in old] == [one["uid"] for one in new]
    assert all(a.decoded("sequence") < b.decoded("sequence") for a, b in zip(old, new, strict=True))
    assert len({str(one["uid"]) for one in old}) == len(old)


def test_the_stamp_is_the_day_of_the_advice() -> None:
    first = events(ics(mara.advice(), mara.catalog()))[0]

    assert first.decoded("dtstamp") == datetime(2026, 11, 24, tzinfo=UTC)


def test_the_same_plan_is_the_same_file() -> None:
    assert ics(mara.advice(), mara.catalog()) == ics(mara.advice(), mara.catalog())


def test_a_stop_leaves_no_run_in_the_calendar() -> None:
    assert events(ics(mara.stopped(), mara.catalog())) == []


def test_a_block_is_as_much_as_its_ticks_have_led_to() -> None:
    advice = mara.advice()
    stepped = replace(mara.CORE, doses={"E07": "3 × 15 each side"})
    day = replace(advice.plan.days[0], blocks=(stepped,))
    made = ics(replace(advice, plan=replace(advice.plan, days=(day,))), mara.catalog())
    notes = str(events(made)[0]["description"])

    assert "Side-lying leg raise 3 × 15 each side" in notes
    assert "3 × 12" not in notes
