"""The fixed words of a print: headings and captions, in the language spoken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from runadvisor.domain.calendar import DAYS_PER_WEEK, MONDAY
from runadvisor.language import _, spoken
from runadvisor.wording import distance_unit, weekday_short

_A_MONDAY = date(2024, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What a template writes beside the words of its record; it has none of its own."""

    language: str
    """BCP 47 tag of the words."""
    disclaimer: str
    page: str
    """With ``{page}`` and ``{pages}``, which only the setting of the pages can tell."""
    weekdays: tuple[str, ...]
    """Short, from the first of the weeks shown."""
    unit: str
    """Of the distances: ``km``."""
    weeks: str
    limit: str
    limit_note: str
    tick_when_done: str
    long_frame: str
    hard_frame: str
    rest_grey: str
    found: str
    how_hard: str
    why_rest: str
    each_morning: str
    exercises: str
    exercises_and_diary: str
    diary: str
    pain_limit: str
    leave_out: str
    done: str
    how_it_felt: str
    morning_pain: str
    pain_scale: str
    where: str
    how_sure: str
    not_shown: str
    caution: str
    rests_on: str
    sources: str
    to_do_now: str
    emergency: str
    out_of_hours: str
    whom_to_call: str
    to_say: str
    why_you_see: str
    instead: str
    opens: str
    take_along: str
    diary_and_runs: str
    diary_days: str
    nothing_written: str
    run_weeks: str


def labels(first_weekday: int = MONDAY) -> Labels:
    """Return the words of the language spoken now, for weeks from a first weekday on."""
    return Labels(
        language=spoken().replace("_", "-"),
        disclaimer=_(
            "General advice for healthy adults who run. It does not replace a doctor or "
            "physiotherapist."
        ),
        page=_("RunAdvisor · {page} of {pages}"),
        weekdays=tuple(
            weekday_short(_A_MONDAY + timedelta(days=first_weekday + number))
            for number in range(DAYS_PER_WEEK)
        ),
        unit=distance_unit(),
        weeks=_("The weeks"),
        limit=_("limit"),
        limit_note=_("limit: longest run that week, {unit}").format(unit=distance_unit()),
        tick_when_done=_("tick when done"),
        long_frame=_("bold frame: long run"),
        hard_frame=_("dashed frame: hard run"),
        rest_grey=_("grey: rest"),
        found=_("What was found"),
        how_hard=_("How hard"),
        why_rest=_("Why these rest days"),
        each_morning=_("Each morning"),
        exercises=_("Exercises"),
        exercises_and_diary=_("Exercises and diary"),
        diary=_("Diary"),
        pain_limit=_("Pain in an exercise: at most 3 of 10, front of the hip at most 2"),
        leave_out=_("Leave out"),
        done=_("Done"),
        how_it_felt=_("How it felt, 0 to 10"),
        morning_pain=_("Each morning: pain 0 to 10"),
        pain_scale=_("0 no pain · 10 the worst you can think of"),
        where=_("where"),
        how_sure=_("How sure we are"),
        not_shown=_("Not shown:"),
        caution=_("A limit is our caution, not a forecast."),
        rests_on=_("What this rests on"),
        sources=_("Sources"),
        to_do_now=_("What to do now"),
        emergency=_("Emergency"),
        out_of_hours=_("Out of hours"),
        whom_to_call=_("Whom to call"),
        to_say=_("What to say"),
        why_you_see=_("Why you see this"),
        instead=_("Instead of running"),
        opens=_("What opens the plan again"),
        take_along=_("Good to have with you"),
        diary_and_runs=_("Diary and runs"),
        diary_days=_("Diary, last 28 days"),
        nothing_written=_("Nothing was written down."),
        run_weeks=_("Runs, last 8 weeks"),
    )
