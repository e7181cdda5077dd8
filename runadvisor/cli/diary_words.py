"""The diary as a terminal shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.cli.tables import paragraph
from runadvisor.domain.body import has_sides
from runadvisor.domain.diary import Answer
from runadvisor.domain.warning import Tier
from runadvisor.language import _, ngettext
from runadvisor.printout.diary_words import check_in_words, pain_words
from runadvisor.warning.questions import general_signs, spot_questions, ticks
from runadvisor.wording import (
    NO_DIAGNOSIS,
    NOTHING_BEFORE,
    be_seen_words,
    long_day,
    number,
    region_words,
    sentence,
    site_words,
    tier_shape,
    tier_word,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runadvisor.advisor import Advice
    from runadvisor.domain.body import BodySite
    from runadvisor.domain.diary import (
        CheckIn,
        Clearance,
        Diary,
        HealthAnswer,
        Injury,
        PainEntry,
        Screening,
    )
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.warning.profile import Profile

_INDENT = "  "


def diary_lines(diary: Diary) -> Iterator[str]:
    """Yield what is written down, a line each, by day."""
    dated = [
        *((entry.date, 1, pain_words(entry)) for entry in diary.pain),
        *((day.date, 0, check_in_words(day)) for day in diary.check_ins),
        *((injury.start, 2, _injury_words(injury)) for injury in diary.injuries),
        *((answer.date, 3, _health_words(answer)) for answer in diary.health),
        *((screening.date, 4, _signs_words(screening)) for screening in diary.screenings),
        *((visit.date, 5, _visit_words(visit)) for visit in diary.clearances),
    ]
    for day, _kind, words in sorted(dated, key=lambda line: line[:2]):
        yield from paragraph(words, mark=f"{day.isoformat()}  ")
    total = len(dated)
    yield ngettext("{number} entry.", "{number} entries.", total).format(number=number(total))


def added_lines(
    entry: PainEntry | None, day: CheckIn | None, still_open: Sequence[str], catalog: Catalog
) -> Iterator[str]:
    """Yield what was kept, and what was left open."""
    for words in (entry and pain_words(entry), day and check_in_words(day)):
        if words:
            yield from paragraph(words, mark=_("Kept: "))
    if still_open:
        asked = " ".join(catalog.questions[question].ask for question in still_open)
        yield from paragraph(asked, mark=_("Left open or not known, so it counts as yes: "))


def consequence_lines(advice: Advice) -> Iterator[str]:
    """Yield what the diary asks of the coming days, strongest first."""
    for warning in advice.standing:
        if warning.rule in _OF_DIARY and warning.tier > Tier.INFO:
            yield ""
            mark = f"{tier_shape(warning.tier)} {tier_word(warning.tier)}: "
            yield from paragraph(sentence(warning.title), mark=mark)
            yield from paragraph(sentence(warning.message), indent=_INDENT)
            for line in warning.advice:
                yield from paragraph(sentence(line), indent=_INDENT, mark="- ")


def hint_lines(advice: Advice) -> Iterator[str]:
    """Yield what the sore places of the last 14 days fit with."""
    for spot in advice.hints:
        place = site_words(spot.site, spot.side)
        yield ""
        yield f"{place[:1].upper()}{place[1:]}, {long_day(spot.date)}"
        for hint in spot.hints:
            seen = be_seen_words(hint.be_seen)
            change = hint.first_change
            yield from paragraph(f"{sentence(hint.message)} {seen}".strip(), indent=_INDENT)
            said = NOTHING_BEFORE if change is None else sentence(change)
            for line in (said, sentence(hint.note)):
                yield from paragraph(line, indent=_INDENT, mark="- ")
    if advice.hints:
        yield from ("", NO_DIAGNOSIS)


_OF_DIARY = frozenset({"R15", "R19", "R20", "R21", "R22", "R27"})


def question_lines(site: BodySite | None, profile: Profile, catalog: Catalog) -> Iterator[str]:
    """Yield the questions of a place with their ids, and the serious signs with theirs."""
    if site is not None:
        sides = _("left, right or both") if has_sides(site) else _("no side")
        yield f"{site.value} ({sides}):"
        # Some questions follow from a sudden start: they are named at once here.
        for question in spot_questions(site, profile, {"gradual": Answer.NO}):
            yield from paragraph(
                catalog.questions[question].ask, indent=_INDENT, mark=f"{question}: "
            )
        for key, words in ticks(site, catalog).items():
            yield from paragraph(
                words, indent=_INDENT, mark=_("{sign} (to tick): ").format(sign=key)
            )
        yield ""
    yield _("Any of these today?")
    for flag in general_signs(catalog.red_flags, profile):
        yield from paragraph(flag.question, indent=_INDENT, mark=f"{flag.flag_id}: ")


def health_question_lines(profile: Profile, catalog: Catalog) -> Iterator[str]:
    """Yield the health questions with what was answered."""
    for question in catalog.health:
        answer = profile.answer(question.item)
        said = _("open") if answer is None else answer.value
        yield from paragraph(question.ask, mark=f"{question.item.value} ({said}): ")


def _injury_words(injury: Injury) -> str:
    where = region_words(f"{injury.region.value}/{injury.side.value}")
    end = _("it lasts") if injury.end is None else _("until {day}").format(day=long_day(injury.end))
    words = _("Injury of {region} ({kind}), {end}").format(
        region=where, kind=injury.kind.value, end=end
    )
    return _noted(words, injury.note)


def _health_words(answer: HealthAnswer) -> str:
    day = "" if answer.day is None else f", {answer.day.isoformat()}"
    words = _("Health: {item} {answer}").format(item=answer.item.value, answer=answer.answer.value)
    return f"{words}{day}"


def _signs_words(screening: Screening) -> str:
    told = [key for key, answer in screening.answers.items() if answer is Answer.YES]
    nothing = _("none") if screening.any_of_these is Answer.NO else _("left open")
    return _("Serious signs ({occasion}): {signs}").format(
        occasion=screening.occasion.value, signs=", ".join(told) or nothing
    )


def _visit_words(visit: Clearance) -> str:
    words = _("Seen on {day} by {name}, running {permission}").format(
        day=long_day(visit.seen_on), name=visit.by_whom, permission=visit.permission.value
    )
    return _noted(words, visit.text)


def _noted(words: str, note: str) -> str:
    return _("{words}: {note}").format(words=words, note=note) if note else words
