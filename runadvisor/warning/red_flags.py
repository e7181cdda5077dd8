"""R21: which signs were reported, which still stand, and what took the others back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from runadvisor.domain.body import SITES, Alert
from runadvisor.domain.diary import (
    Answer,
    HealthItem,
    IllnessSign,
    Occasion,
    Permission,
    Screening,
)
from runadvisor.domain.knowledge import Urgency
from runadvisor.warning.groin_course import groin_course
from runadvisor.warning.pain_days import EPISODE_DAYS
from runadvisor.warning.profile import profile_on
from runadvisor.warning.reports import Report, Said, entry_reports, report_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.body import Spot
    from runadvisor.domain.diary import Clearance, Diary, PainEntry
    from runadvisor.domain.knowledge import RedFlag, SpotQuestion

MISTAKE_WINDOW = timedelta(hours=24)
SOON_DAYS = 14
"""A sign to have looked at stands so long after it was last told."""
WORSE_AFTER_DAYS = 7
NO_BETTER_AFTER_DAYS = 14
OPEN = "open"

_OF_HEALTH = {
    HealthItem.WEIGHT_LOSS: "S-weight",
    HealthItem.NO_PERIOD: "S-periods",
    HealthItem.FAMILY_SUDDEN_DEATH: "S-family",
}
HEALTH_FLAGS = frozenset(_OF_HEALTH.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A report with its sign, and until when it stands as far as is known."""

    report: Report
    flag: RedFlag
    questions: tuple[SpotQuestion, ...] = ()
    """Those of its reasons."""
    released_on: date | None = None
    """The day the questions after a wait were answered with no."""


def reported(
    diary: Diary,
    athlete: Athlete,
    flags: Mapping[str, RedFlag],
    questions: Mapping[str, SpotQuestion],
) -> tuple[Reported, ...]:
    """Return every sign the diary reports, oldest first; each rests on nothing after it."""
    know = partial(profile_on, diary=diary, athlete=athlete)
    found: list[tuple[Report, date | None]] = []
    found += [(report, None) for report in _of_screenings(diary.screenings, flags)]
    found += [(report, None) for report in _of_check_ins(diary)]
    found += [(report, None) for report in _of_health(diary)]
    illness = {day.date: day.illness or frozenset[IllnessSign]() for day in diary.check_ins}
    for spot, entries in by_spot(diary.pain).items():
        begun = _beginnings(entries)
        for entry, start in zip(entries, begun, strict=True):
            said = Said(
                entry=entry,
                profile=know(entry.date),
                illness=illness.get(entry.date, frozenset()),
                days_of_pain=(entry.date - start).days,
            )
            found += [(report, None) for report in entry_reports(said) if report.spot == spot]
        found += [(report, None) for report in _of_episodes(spot, entries, begun)]
        if SITES[spot.site].alert is Alert.GROIN:
            course = groin_course(spot, entries, diary.clearances, know)
            found += [(step.report, step.released_on) for step in course]
    return tuple(
        sorted(
            (
                Reported(
                    report=report,
                    flag=flags[report.flag_id],
                    questions=tuple(questions[reason] for reason in report.reasons),
                    released_on=released_on,
                )
                for report, released_on in found
            ),
            key=lambda r: (r.report.date, r.report.entered_at, r.flag.flag_id, r.report.spot_key),
        )
    )


def by_spot(pain: Iterable[PainEntry]) -> Mapping[Spot, tuple[PainEntry, ...]]:
    """Return the entries of each spot, by day and moment of writing."""
    found: defaultdict[Spot, list[PainEntry]] = defaultdict(list)
    for entry in sorted(pain, key=lambda entry: (entry.date, entry.entered_at, entry.entry_id)):
        for spot in entry.spots:
            found[spot].append(entry)
    return {spot: tuple(found[spot]) for spot in sorted(found)}


def stands(told: Reported, diary: Diary, day: date) -> bool:
    """Whether a sign still stands on a day.

    A lock, and a stop that waits for a visit, end with the record of that visit, or
    when the questions are answered with no within 24 hours; nothing else ends a lock.
    """
    report = told.report
    if report.date > day or is_taken_back(report, diary.screenings):
        return False
    if any(opens(visit, report) for visit in diary.clearances):
        return False
    if told.flag.urgency is Urgency.SOON and report.flag_id not in HEALTH_FLAGS:
        return day - report.date < timedelta(days=SOON_DAYS)
    if report.flag_id in HEALTH_FLAGS:
        return _is_latest_health(report, diary)
    return told.released_on is None or day < told.released_on


def opens(visit: Clearance, report: Report) -> bool:
    """Whether the record of a visit ends a sign: seen after it was told, and running allowed."""
    return (
        visit.permission is not Permission.NO
        and visit.seen_on >= report.date
        and visit.entered_at > report.entered_at
    )


def is_taken_back(report: Report, screenings: Iterable[Screening]) -> bool:
    """Whether a report was a mistake: asked again within 24 hours, every answer a plain no."""
    return any(
        again.occasion is Occasion.MISTAKE
        and timedelta() <= again.entered_at - report.entered_at <= MISTAKE_WINDOW
        and again.any_of_these is Answer.NO
        and all(answer is Answer.NO for answer in again.answers.values())
        and set(report.asked_again) <= again.answers.keys()
        for again in screenings
    )


def may_be_taken_back(told: Iterable[Reported], now: datetime) -> tuple[str, ...]:
    """Return the questions and signs to ask again to take the last 24 hours back, each once.

    Args:
        told: The signs that stand.
        now: Aware.
    """
    recent = [each.report for each in told if now - each.report.entered_at <= MISTAKE_WINDOW]
    return tuple(dict.fromkeys(asked for report in recent for asked in report.asked_again))


def taking_back(answers: Mapping[str, Answer], *, day: date, now: datetime) -> Screening:
    """Return the record of questions asked again: it takes back where every answer is no."""
    all_no = all(answer is Answer.NO for answer in answers.values())
    return Screening(
        date=day,
        entered_at=now,
        occasion=Occasion.MISTAKE,
        any_of_these=Answer.NO if all_no else Answer.YES,
        answers=answers,
    )


def mistaken_entries(told: Sequence[Reported], screenings: Sequence[Screening]) -> frozenset[int]:
    """Return the ids of pain entries all of whose signs were taken back: they count no more."""
    of_entry: defaultdict[int, list[bool]] = defaultdict(list)
    for each in told:
        if each.report.entry_id:
            of_entry[each.report.entry_id].append(is_taken_back(each.report, screenings))
    return frozenset(entry_id for entry_id, taken in of_entry.items() if all(taken))


def _of_screenings(
    screenings: Iterable[Screening], flags: Mapping[str, RedFlag]
) -> Iterator[Report]:
    for screening in screenings:
        if screening.any_of_these is Answer.NO or screening.occasion is Occasion.MISTAKE:
            continue
        told = [key for key, answer in screening.answers.items() if answer is Answer.YES]
        for flag_id in [key for key in told if key in flags] or [OPEN]:
            yield Report(
                flag_id=flag_id,
                date=screening.date,
                entered_at=screening.entered_at,
                is_open=flag_id == OPEN,
            )


def _of_check_ins(diary: Diary) -> Iterator[Report]:
    for day in diary.check_ins:
        if day.illness and IllnessSign.HEART in day.illness:
            yield Report(flag_id="U-i", date=day.date, entered_at=day.entered_at)


def _of_health(diary: Diary) -> Iterator[Report]:
    for answer in diary.health:
        flag_id = _OF_HEALTH.get(answer.item)
        if flag_id is not None and answer.answer is Answer.YES:
            yield Report(flag_id=flag_id, date=answer.date, entered_at=answer.entered_at)


def _is_latest_health(report: Report, diary: Diary) -> bool:
    """Whether the health answer behind a report was not changed since."""
    answers = [a for a in diary.health if _OF_HEALTH.get(a.item) == report.flag_id]
    return max(answers, key=lambda a: (a.date, a.entered_at)).answer is Answer.YES


def _beginnings(entries: Sequence[PainEntry]) -> tuple[date, ...]:
    """Return for each entry the first day of the pain it belongs to."""
    begun: list[date] = []
    start: date | None = None
    last: date | None = None
    for entry in entries:
        if entry.is_painful:
            if last is None or entry.date - last > timedelta(days=EPISODE_DAYS):
                start = entry.date
            last = entry.date
        begun.append(start or entry.date)
    return tuple(begun)


def _of_episodes(
    spot: Spot, entries: Sequence[PainEntry], begun: Sequence[date]
) -> Iterator[Report]:
    """Yield a report where pain is worse after a week, or no better after two, once each."""
    first: dict[date, int] = {}
    told: set[tuple[str, date]] = set()
    for entry, start in zip(entries, begun, strict=True):
        worst = entry.worst
        if not worst:
            continue
        first.setdefault(start, worst)
        days = (entry.date - start).days
        flag_id = None
        if days >= WORSE_AFTER_DAYS and worst > first[start]:
            flag_id = "S-worse"
        elif days >= NO_BETTER_AFTER_DAYS and worst >= first[start]:
            flag_id = "S-two-weeks"
        if flag_id is not None and (flag_id, start) not in told:
            told.add((flag_id, start))
            yield report_of(entry, spot, flag_id, ())
