"""R20: pain at one spot that comes back or grows, however calm the load (rules.md 29)."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING

from runadvisor.domain.body import ALL_TISSUES, SITES
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import EvidenceGrade, Tier, TrainingWarning
from runadvisor.warning.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from runadvisor.domain.body import Spot
    from runadvisor.domain.diary import PainEntry
    from runadvisor.domain.text import Value
    from runadvisor.warning.rule import Facts

WINDOW_DAYS = 14
LAST_RUNS = 5
PAINFUL_RUNS = 3
RUN_PAIN = 2
FEWEST_ENTRIES = 4
SLOPE_PER_DAY = 0.10
LAST_PAIN = 2
MORNING_PAIN = 3
MORNINGS = 2
MORNING_STEP = 1
MORNING_LEAST = 2
VOLUME_DAYS = 7
VOLUME_SHARE = 0.75
COOL_OFF = timedelta(days=14)


class Trend(StrEnum):
    """Which of the four patterns is there."""

    PAINFUL_RUNS = "painful-runs"
    GROWING = "growing"
    MORNINGS = "mornings"
    RISING_MORNINGS = "rising-mornings"


_MESSAGES = {
    Trend.PAINFUL_RUNS: N_("{spot}: 2 of 10 or more in {count} of your last five runs."),
    Trend.GROWING: N_("{spot}: growing over {count} entries of the last two weeks."),
    Trend.MORNINGS: N_("{spot}: 3 of 10 or more on {count} mornings of the last two weeks."),
    Trend.RISING_MORNINGS: N_(
        "{spot}: stronger on getting up, twice in a row, now {last_pain} of 10."
    ),
}
_CLEARS = N_("Runs and mornings without it.")
_CLEARS_ON = N_("Runs and mornings without it; with no more pain it is gone on {clears_date}.")
_SURE = N_(
    "Weak. Overuse injuries often announce themselves as slight pain that comes back; the counts "
    "and edges here are our choice."
)
_NOT_SHOWN = N_("That easing off at this point prevents an injury: no trial has tested it.")
_ADVICE = (
    N_("For the next seven days a quarter less distance, and nothing hard."),
    N_("Enter the spot after each run and on each morning, so that we see it settle."),
    N_("If it is no better after two weeks of this, let somebody look at it."),
)


def trend_on(
    day: date, entries: Sequence[PainEntry], run_days: Sequence[date]
) -> tuple[Trend, int, int] | None:
    """Return which pattern one spot shows on a day, its count and its last score.

    Args:
        day: Entries and runs after it are ignored.
        entries: Of one spot, by day.
        run_days: Days with a run, in order; a run without an entry is painless.
    """
    past = [entry for entry in entries if entry.date <= day]
    recent = [entry for entry in past if entry.date > day - timedelta(days=WINDOW_DAYS)]
    worst: dict[date, int] = {}
    for entry in recent:
        worst[entry.date] = max(worst.get(entry.date, 0), entry.worst or 0)
    if not any(worst.values()):
        return None
    last_pain = worst[max(worst)]
    mornings = _mornings(past)
    recent_mornings = [m for d, m in mornings.items() if d > day - timedelta(days=WINDOW_DAYS)]
    if _rises_twice(mornings, day):
        return Trend.RISING_MORNINGS, MORNINGS, mornings[max(mornings)]
    high = sum(morning >= MORNING_PAIN for morning in recent_mornings)
    if high >= MORNINGS:
        return Trend.MORNINGS, high, last_pain
    painful = _painful_runs(past, run_days, day)
    if painful >= PAINFUL_RUNS:
        return Trend.PAINFUL_RUNS, painful, last_pain
    if len(worst) >= FEWEST_ENTRIES and last_pain >= LAST_PAIN and slope(worst) >= SLOPE_PER_DAY:
        return Trend.GROWING, len(worst), last_pain
    return None


def slope(pain: dict[date, int]) -> float:
    """Return the least-squares slope of pain over days, points per day; two days at least."""
    first = min(pain)
    days = [(day - first).days for day in pain]
    mean_day, mean_pain = sum(days) / len(days), sum(pain.values()) / len(pain)
    spread = sum((day - mean_day) ** 2 for day in days)
    together = zip(days, pain.values(), strict=True)
    return sum((day - mean_day) * (score - mean_pain) for day, score in together) / spread


def _mornings(past: Sequence[PainEntry]) -> dict[date, int]:
    found: dict[date, int] = {}
    for entry in past:
        if entry.morning is not None:
            found[entry.date] = max(found.get(entry.date, 0), entry.morning)
    return dict(sorted(found.items()))


def _rises_twice(mornings: dict[date, int], day: date) -> bool:
    """Whether each of the last two mornings entered is above the one before it.

    Before the first there is 0, as in the pain rule; so is one over two weeks old.
    """
    known = list(mornings.items())[-MORNINGS - 1 :]
    if len(known) < MORNINGS or known[-1][0] <= day - timedelta(days=WINDOW_DAYS):
        return False
    for index in range(len(known) - MORNINGS, len(known)):
        on, score = known[index]
        before_on, before = known[index - 1] if index else (None, 0)
        if before_on is not None and on - before_on > timedelta(days=WINDOW_DAYS):
            before = 0
        if score < before + MORNING_STEP or score < MORNING_LEAST:
            return False
    return True


def _painful_runs(past: Sequence[PainEntry], run_days: Sequence[date], day: date) -> int:
    pain: dict[date, int] = {}
    for entry in past:
        if entry.in_running is not None:
            on = entry.loading_date
            pain[on] = max(pain.get(on, 0), entry.in_running)
    last = sorted({*(d for d in run_days if d <= day), *pain})[-LAST_RUNS:]
    return sum(pain.get(d, 0) >= RUN_PAIN for d in last)


def _run_days(known: Facts) -> list[date]:
    return [session.date for session in known.sessions]


def _raised(known: Facts) -> Iterator[TrainingWarning]:
    run_days = _run_days(known)
    for spot, entries in known.pain.items():
        told: date | None = None
        was_there = False
        for day in sorted({entry.date for entry in entries}):
            found = trend_on(day, entries, run_days)
            if found is not None and not was_there and (told is None or day - told >= COOL_OFF):
                told = day
                yield _warning(spot, found, told=day, clears_on=None)
            was_there = found is not None


def _standing(known: Facts) -> Iterator[TrainingWarning]:
    run_days = _run_days(known)
    for spot, entries in known.pain.items():
        found = trend_on(known.as_of, entries, run_days)
        if found is not None:
            told = _there_since(known.as_of, entries, run_days)
            gone = _gone_on(known.as_of, entries, run_days)
            yield _warning(spot, found, told=told, clears_on=gone)


def _there_since(day: date, entries: Sequence[PainEntry], run_days: Sequence[date]) -> date:
    """Return the day of the first entry of the unbroken stretch that shows a pattern."""
    days = sorted({entry.date for entry in entries if entry.date <= day}, reverse=True)
    showing = takewhile(lambda on: trend_on(on, entries, run_days) is not None, days)
    return min((day, *showing))


def _gone_on(day: date, entries: Sequence[PainEntry], run_days: Sequence[date]) -> date:
    """Return the first day without the pattern when no more pain is entered."""
    while trend_on(day, entries, run_days) is not None:
        day += ONE_DAY
    return day


def _warning(
    spot: Spot, found: tuple[Trend, int, int], *, told: date, clears_on: date | None
) -> TrainingWarning:
    trend, count, last_pain = found
    values: dict[str, Value] = {
        "spot": spot.key,
        "trend": trend.value,
        "count": count,
        "last_pain": last_pain,
        "clears_date": clears_on,
    }
    return TrainingWarning(
        rule=PAIN_TREND.rule_id,
        code=f"pain-{trend.value}",
        tier=Tier.WATCH,
        grade=PAIN_TREND.grade,
        date=told,
        clears_on=clears_on,
        tissues=SITES[spot.site].tissues,
        title=Message(N_("Pain that comes back or grows")),
        message=Message(_MESSAGES[trend], values),
        values=values,
        clears=Message(_CLEARS if clears_on is None else _CLEARS_ON, values),
        advice=tuple(Message(line) for line in _ADVICE),
        sure=Message(_SURE),
        not_shown=Message(_NOT_SHOWN),
        citations=PAIN_TREND.citations,
    )


PAIN_TREND = Rule(
    rule_id="R20",
    name="pain trend",
    thresholds={
        "window_days": WINDOW_DAYS,
        "painful_runs_of_five": PAINFUL_RUNS,
        "run_pain": RUN_PAIN,
        "fewest_entries": FEWEST_ENTRIES,
        "slope_per_day": SLOPE_PER_DAY,
        "last_pain": LAST_PAIN,
        "morning_pain": MORNING_PAIN,
        "mornings": MORNINGS,
        "morning_step": MORNING_STEP,
        "morning_least": MORNING_LEAST,
        "volume_days": VOLUME_DAYS,
        "volume_share": VOLUME_SHARE,
    },
    grade=EvidenceGrade.WEAK,
    citations=(OWN_CHOICE,),
    tissues=ALL_TISSUES,
    raised=lambda known: tuple(_raised(known)),
    standing=lambda known: tuple(_standing(known)),
    is_always_on=True,
)
