"""What a runner reads, says and takes along when running is stopped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK, ONE_DAY, days
from runadvisor.domain.diary import Permission
from runadvisor.domain.knowledge import CLINICAL_CONSENSUS, Urgency
from runadvisor.domain.text import N_
from runadvisor.domain.units import SECONDS_PER_MINUTE
from runadvisor.domain.warning import Tier
from runadvisor.language import _, ngettext
from runadvisor.warning.pain_days import EPISODE_DAYS
from runadvisor.warning.restrictions import worst_stop
from runadvisor.wording import (
    day_range,
    distance,
    distance_unit,
    grade_words,
    hours,
    long_day,
    minutes,
    number,
    sentence,
    short_day,
    site_words,
    spot_words,
    tier_word,
    unit_metres,
    weekday,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.advisor import Advice
    from runadvisor.domain.body import Spot
    from runadvisor.domain.diary import CheckIn, PainEntry
    from runadvisor.domain.plan import CrossAdvice, Stopped
    from runadvisor.domain.warning import EvidenceGrade, TrainingWarning
    from runadvisor.warning.red_flags import Reported

DIARY_DAYS = 28
RUN_WEEKS = 8
RECENT_RUN_DAYS = 7
NOT_YET = N_("not yet")
TAKE_ALONG = (
    N_("This page. It prints your diary of the last 28 days and your runs of the last 8 weeks."),
    N_("Your medicines, and any earlier bone injury."),
    N_("If you wish: changes in periods, hormones, eating or sleep. They help to find the cause."),
)


@dataclass(frozen=True, slots=True)
class StopStep:
    """One thing to do now."""

    what: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StopNotice:
    """Why there is no running now, what to do, what to say, and what opens the plan again."""

    tier: str
    tier_word: str
    is_urgent: bool
    """Whether somebody has to be called or seen at once."""
    reason: str
    """What to do, in one line."""
    why: str
    steps: tuple[StopStep, ...]
    emergency_number: str
    out_of_hours_number: str
    say: str
    """In the runner's words; empty where there is nobody to call."""
    told: tuple[str, ...]
    """What it rests on."""
    grade: EvidenceGrade | None
    grade_words: str
    instead: tuple[str, ...]
    """What may be done in place of running; empty where nothing is safe to advise."""
    instead_grade: EvidenceGrade | None
    instead_grade_words: str
    opens: str
    """What ends it."""
    visit: tuple[tuple[str, str], ...]
    """What of the visit is written down already; empty where no visit is needed."""
    take_along: tuple[str, ...]
    diary: tuple[tuple[str, str], ...]
    """(day, what was written down), the latest first."""
    runs: tuple[tuple[str, str], ...]
    """(week, distance and runs), the latest first."""


def stop_notice(
    advice: Advice, stopped: Stopped, *, emergency_number: str, out_of_hours_number: str = ""
) -> StopNotice:
    """Word a stop.

    Args:
        advice: What stands, what was run and what was written down.
        stopped: Why there is no plan.
        emergency_number: Whom to call for what cannot wait.
        out_of_hours_number: Whom to call for what cannot wait long; empty for none.
    """
    worst = _worst(advice, stopped)
    sign = _sign_of(advice, worst)
    numbers = {"emergency_number": emergency_number}
    steps = (
        tuple(StopStep(s.what.format(**numbers), s.how.format(**numbers)) for s in sign.flag.steps)
        if sign is not None
        else tuple(StopStep(sentence(line), "") for line in stopped.advice)
    )
    needs_visit = sign is not None
    cross = advice.plan.cross
    return StopNotice(
        tier=stopped.tier.slug,
        tier_word=tier_word(stopped.tier),
        is_urgent=stopped.tier is Tier.LOCK,
        reason=_headline(sentence(stopped.reason), sign, emergency_number),
        why=_why(sign, worst),
        steps=steps,
        emergency_number=emergency_number,
        out_of_hours_number=out_of_hours_number,
        say="" if sign is None else words_to_say(advice, sign),
        told=tuple(_told(advice, stopped)),
        grade=None if worst is None else worst.grade,
        grade_words="" if worst is None else _grade(worst),
        instead=() if cross is None else cross_lines(cross),
        instead_grade=None if cross is None else cross.grade,
        instead_grade_words="" if cross is None else grade_words(cross.grade),
        opens="" if worst is None else sentence(worst.clears),
        visit=_visit(advice) if needs_visit else (),
        take_along=tuple(map(_, TAKE_ALONG)) if needs_visit else (),
        diary=tuple(_diary(advice)),
        runs=tuple(_runs(advice)),
    )


def cross_lines(cross: CrossAdvice) -> tuple[str, ...]:
    """Return what may stand in for a run, what to leave out, why, and how much of it."""
    messages = (cross.prefer, cross.avoid, cross.why, cross.equal)
    return tuple(sentence(message) for message in messages if message is not None)


def words_to_say(advice: Advice, sign: Reported) -> str:
    """Return what to say on the telephone, in the runner's words."""
    if sign.flag.urgency is Urgency.NOW:
        return sign.flag.say
    parts = [_a_week(advice)]
    spot = sign.report.spot
    if spot is None:
        noticed = _("On {day} I noticed: {sign}")
        parts.append(noticed.format(day=long_day(sign.report.date), sign=_small(sign.flag.text)))
    else:
        parts.append(_pain(advice, sign, spot))
    parts += [_long_run(advice), sign.flag.say]
    return " ".join(part for part in parts if part)


def _worst(advice: Advice, stopped: Stopped) -> TrainingWarning | None:
    return worst_stop(advice.standing) if stopped.tier >= Tier.STOP_RUN else None


def _sign_of(advice: Advice, worst: TrainingWarning | None) -> Reported | None:
    """Return the sign behind a warning, the most urgent of several."""
    if worst is None or "flag" not in worst.values:
        return None
    wanted = (worst.values["flag"], worst.values["told_date"], worst.values["spot"])
    return next(
        (
            told
            for told in advice.signs
            if (told.flag.flag_id, told.report.date, told.report.spot_key or None) == wanted
        ),
        None,
    )


def _headline(reason: str, sign: Reported | None, emergency_number: str) -> str:
    if sign is not None and sign.flag.urgency is Urgency.NOW and not sign.flag.headline:
        return _("Call {number} now.").format(number=emergency_number)
    return reason if reason.endswith(".") else f"{reason}."


def _why(sign: Reported | None, worst: TrainingWarning | None) -> str:
    if sign is not None:
        return sign.flag.why
    return "" if worst is None else sentence(worst.message)


def _told(advice: Advice, stopped: Stopped) -> Iterator[str]:
    for warning in advice.standing:
        if warning.tier >= Tier.STOP_RUN and warning.tier <= stopped.tier:
            yield sentence(warning.message)


def _grade(worst: TrainingWarning) -> str:
    if worst.citations == (CLINICAL_CONSENSUS,) or CLINICAL_CONSENSUS in worst.citations[1:]:
        return _("clinical consensus")
    return grade_words(worst.grade)


def _visit(advice: Advice) -> tuple[tuple[str, str], ...]:
    last = max(
        (v for v in advice.diary.clearances if v.permission is Permission.NO),
        key=lambda visit: visit.entered_at,
        default=None,
    )
    seen_on, by_whom, allowed = (
        (_(NOT_YET),) * 3
        if last is None
        else (long_day(last.seen_on), last.by_whom, _("no, not yet"))
    )
    return ((_("Seen on"), seen_on), (_("By whom"), by_whom), (_("Allowed to run"), allowed))


def _a_week(advice: Advice) -> str:
    """Return how much is usually run, from the four weeks up to the day."""
    first = advice.as_of - timedelta(weeks=4)
    runs = [run for run in advice.load.sessions if first < run.date <= advice.as_of]
    if not runs:
        return ""
    weekly_m = sum(run.distance_m for run in runs) / 4
    return _("I run about {number} {unit} a week.").format(
        number=number(weekly_m / unit_metres()), unit=distance_unit()
    )


def _pain(advice: Advice, sign: Reported, spot: Spot) -> str:
    entries = [entry for entry in advice.diary.pain if spot in entry.spots]
    since = _since(entries, sign.report.date)
    place = spot_words(spot.key)
    scored = _latest(entries, "in_running")
    said = [question.say for question in sign.questions]
    is_where = place.startswith(("deep", "along"))
    hurts = _("Since {day} it hurts {place}") if is_where else _("Since {day} the {place} hurts")
    words = hurts.format(day=since, place=place)
    if scored is not None:
        words = _("{pain}, {score} of 10 when running").format(pain=words, score=scored)
    if said:
        words = _("{pain}, and {more}").format(pain=words, more=_joined(said))
    return f"{words}."


def _since(entries: list[PainEntry], told: date) -> str:
    """Return since when it hurts: the weekday within a week, else the day."""
    first = last = None
    for entry in sorted(entries, key=lambda entry: entry.date):
        if not entry.is_painful or entry.date > told:
            continue
        if last is None or (entry.date - last).days > EPISODE_DAYS:
            first = entry.loading_date
        last = entry.date
    start = first or told
    return weekday(start) if (told - start).days < DAYS_PER_WEEK else long_day(start)


def _latest(entries: list[PainEntry], name: str) -> int | None:
    scores = [(e.date, getattr(e, name)) for e in entries if getattr(e, name) is not None]
    return max(scores, key=lambda pair: pair[0])[1] if scores else None


def _long_run(advice: Advice) -> str:
    """Return the longest run of the week before, where there is one."""
    first = advice.as_of - timedelta(days=RECENT_RUN_DAYS - 1)
    recent = [run for run in advice.load.sessions if first <= run.date <= advice.as_of]
    if not recent:
        return ""
    longest = max(recent, key=lambda run: run.distance_m)
    return _("I ran {distance} on {day}.").format(
        distance=distance(longest.distance_m), day=weekday(longest.date)
    )


def _joined(clauses: list[str]) -> str:
    if len(clauses) == 1:
        return clauses[0]
    return _("{clauses}, and {last}").format(clauses=", ".join(clauses[:-1]), last=clauses[-1])


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _diary(advice: Advice) -> Iterator[tuple[str, str]]:
    first = advice.as_of - timedelta(days=DIARY_DAYS - 1)
    lines: list[tuple[date, str]] = [
        *((e.date, _pain_line(e)) for e in advice.diary.pain if e.date >= first),
        *((d.date, _day_line(d)) for d in advice.diary.check_ins if d.date >= first),
    ]
    by_day: dict[date, list[str]] = {}
    for day, words in lines:
        if words:
            by_day.setdefault(day, []).append(words)
    for day in sorted(by_day, reverse=True):
        yield short_day(day), "; ".join(by_day[day])


def _pain_line(entry: PainEntry) -> str:
    scores = (
        (entry.during, _("{score} in the run")),
        (entry.after, _("{score} after")),
        (entry.morning, _("{score} on getting up")),
        (entry.walking, _("{score} walking")),
    )
    said = ", ".join(words.format(score=score) for score, words in scores if score is not None)
    if entry.stiff_min:
        stiff = minutes(entry.stiff_min * SECONDS_PER_MINUTE)
        said = _("{scores}, stiff for {time}").format(scores=said or _("no number"), time=stiff)
    note = f" ({entry.note})" if entry.note else ""
    return f"{site_words(entry.site, entry.side)}: {said or _('no number')}{note}"


def _day_line(day: CheckIn) -> str:
    parts = [] if day.sleep_h is None else [_("slept {time}").format(time=hours(day.sleep_h))]
    if day.illness:
        signs = ", ".join(sorted(sign.value for sign in day.illness))
        parts.append(_("ill ({signs})").format(signs=signs))
    parts += [text for text in (day.medicines, day.note) if text]
    return ", ".join(parts)


def _runs(advice: Advice) -> Iterator[tuple[str, str]]:
    last = advice.load.week_of(advice.as_of)
    for back in range(RUN_WEEKS):
        start = last - timedelta(weeks=back)
        end = start + timedelta(days=DAYS_PER_WEEK)
        week = set(days(start, end))
        runs = [run for run in advice.load.sessions if run.date in week]
        metres = sum(run.distance_m for run in runs)
        longest = max((run.distance_m for run in runs), default=0)
        words = (
            ngettext(
                "{distance} in {number} run, longest {longest}",
                "{distance} in {number} runs, longest {longest}",
                len(runs),
            ).format(distance=distance(metres), number=number(len(runs)), longest=distance(longest))
            if runs
            else _("no run")
        )
        yield day_range(start, end - ONE_DAY), words
