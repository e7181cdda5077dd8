"""Where the diary marks the body picture, and what its list says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from runadvisor import wording
from runadvisor.domain.body import SITES, BodyRegion, Side
from runadvisor.domain.diary import Answer, Occasion
from runadvisor.gui.body_figure import Dot, marks_of
from runadvisor.language import _
from runadvisor.printout.diary_words import (
    check_in_words,
    injury_words,
    pain_words,
    visit_words,
    with_capital,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from runadvisor.domain.diary import Diary, Injury, PainEntry, Screening
    from runadvisor.domain.knowledge import RedFlag

DotKey = tuple[BodyRegion, Side]


class LineKind(Enum):
    """What a line of the diary is: only some can be changed."""

    PAIN = "pain"
    DAY = "day"
    SIGNS = "signs"
    VISIT = "visit"
    INJURY = "injury"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryLine:
    """One line of the list."""

    date: date
    kind: LineKind
    words: str
    number: int = 0
    """Id of the pain entry or injury."""
    regions: frozenset[BodyRegion] = frozenset()


def first_day(as_of: date, days: int | None) -> date | None:
    """Return the first of so many days up to a day; ``None`` for all of them."""
    return None if days is None else as_of - timedelta(days=days - 1)


def pain_dots(pain: Iterable[PainEntry], *, first: date | None, day: date) -> Mapping[DotKey, Dot]:
    """Return the latest pain of each region and side within the days up to a day.

    Entries of the day are marked as today's; a plain 0 leaves no dot.
    """
    dots: dict[DotKey, Dot] = {}
    for entry in sorted(pain, key=lambda entry: (entry.date, entry.entered_at)):
        if entry.date > day or (first is not None and entry.date < first):
            continue
        for mark in marks_of(SITES[entry.site].region, entry.side):
            dots.pop(mark.key, None)
            if entry.is_painful:
                dots[mark.key] = _dot(entry, day)
    return dots


def injury_dots(injuries: Iterable[Injury], day: date) -> Mapping[DotKey, Dot]:
    """Return the injuries of each region and side; those that last are marked as today's."""
    dots: dict[DotKey, Dot] = {}
    for injury in sorted(injuries, key=lambda injury: injury.start):
        for mark in marks_of(injury.region, injury.side):
            is_present = injury.end is None or injury.end >= day
            words = injury_words(injury)
            dots[mark.key] = Dot(score=5, is_today=is_present, words=words)
    return dots


def diary_lines(
    diary: Diary, flags: Sequence[RedFlag], *, first: date | None, region: BodyRegion | None = None
) -> tuple[DiaryLine, ...]:
    """Return what is written down, the latest first; of one region only what belongs to it."""
    texts = {flag.flag_id: flag.text for flag in flags}
    lines = [
        *(
            DiaryLine(
                date=entry.date,
                kind=LineKind.PAIN,
                words=f"{pain_words(entry)}{f'. {entry.note}' if entry.note else ''}",
                number=entry.entry_id,
                regions=frozenset({SITES[entry.site].region}),
            )
            for entry in diary.pain
        ),
        *(
            DiaryLine(date=day.date, kind=LineKind.DAY, words=check_in_words(day))
            for day in diary.check_ins
        ),
        *(
            DiaryLine(
                date=injury.start,
                kind=LineKind.INJURY,
                words=_("Injury. {words}").format(words=injury_words(injury)),
                number=injury.injury_id,
                regions=frozenset({injury.region}),
            )
            for injury in diary.injuries
        ),
        *(
            DiaryLine(date=each.date, kind=LineKind.SIGNS, words=words)
            for each in diary.screenings
            if (words := _signs_words(each, texts))
        ),
        *(
            DiaryLine(date=visit.date, kind=LineKind.VISIT, words=visit_words(visit))
            for visit in diary.clearances
        ),
    ]
    return tuple(
        line
        for line in sorted(lines, key=lambda line: line.date, reverse=True)
        if (first is None or line.date >= first) and (region is None or region in line.regions)
    )


def _dot(entry: PainEntry, day: date) -> Dot:
    when = _("today") if entry.date == day else wording.short_day(entry.date)
    words = (
        _("sore, {day}").format(day=when)
        if entry.worst is None
        else _("{score} of 10, {day}").format(score=entry.worst, day=when)
    )
    return Dot(score=entry.worst or 1, is_today=entry.date == day, words=words)


def _signs_words(screening: Screening, texts: Mapping[str, str]) -> str:
    """Return what was said of the serious signs; nothing where it was a plain none."""
    told = [
        texts[key] for key, said in screening.answers.items() if said is Answer.YES and key in texts
    ]
    if screening.occasion is Occasion.MISTAKE:
        is_back = screening.any_of_these is Answer.NO
        return _("Taken back as a mistake.") if is_back else _("Asked again, and it stays.")
    if told:
        return with_capital(_("Serious sign: {signs}").format(signs=" ".join(told)))
    if screening.any_of_these is Answer.NO:
        return ""
    return _("The question about serious signs was left open.")
