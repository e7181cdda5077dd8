"""R15: short sleep over two weeks, against the runner's own usual (rules.md 39)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.body import ALL_TISSUES
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import EvidenceGrade, Tier, TrainingWarning
from runadvisor.warning.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from runadvisor.domain.text import Value
    from runadvisor.warning.rule import Facts

WINDOW_NIGHTS = 14
FEWEST_NIGHTS = 10
ENOUGH_H = 7.0
VERY_SHORT_H = 6.0
BEFORE_NIGHTS = 28
"""The runner's own usual: the nights before the window."""
FEWEST_BEFORE = 10
"""Known nights for a usual; our choice."""
COOL_OFF = timedelta(days=14)
INFO_COOL_OFF = timedelta(days=28)

_SURE = N_(
    "Moderate to weak. Among 95 adult endurance athletes less than seven hours of sleep went "
    "before new injury more often, and seven hours or more before less."
)
_NOT_SHOWN = N_(
    "That sleeping more prevents injury: it was observed, not tried, and the hours are what "
    "people wrote down."
)


def sleep_tier(mean_h: float, before_h: float | None) -> Tier | None:
    """Return the tier of a mean night; ``None`` from seven hours up.

    Who always sleeps short is told so, and is not held back for it.
    """
    if mean_h >= ENOUGH_H:
        return None
    is_new = before_h is not None and before_h >= ENOUGH_H
    return Tier.WATCH if is_new or mean_h < VERY_SHORT_H else Tier.INFO


def _nights(known: Facts) -> dict[date, float]:
    return {day.date: day.sleep_h for day in known.diary.check_ins if day.sleep_h is not None}


def _mean(nights: Mapping[date, float], last: date, number: int, fewest: int) -> float | None:
    hours = [h for day, h in nights.items() if last - timedelta(days=number) < day <= last]
    return sum(hours) / len(hours) if len(hours) >= fewest else None


def _found(nights: Mapping[date, float], day: date) -> tuple[Tier, float, float | None] | None:
    mean_h = _mean(nights, day, WINDOW_NIGHTS, FEWEST_NIGHTS)
    if mean_h is None:
        return None
    before = day - timedelta(days=WINDOW_NIGHTS)
    before_h = _mean(nights, before, BEFORE_NIGHTS, FEWEST_BEFORE)
    tier = sleep_tier(mean_h, before_h)
    return None if tier is None else (tier, mean_h, before_h)


def _raised(known: Facts) -> Iterator[TrainingWarning]:
    nights = _nights(known)
    told: dict[Tier, date] = {}
    before: Tier | None = None
    for day in sorted(nights):
        found = _found(nights, day)
        tier = None if found is None else found[0]
        if found is not None and tier is not None and (before is None or tier > before):
            wait = COOL_OFF if tier is Tier.WATCH else INFO_COOL_OFF
            if not any(day - on < wait for t, on in told.items() if t >= tier):
                told[tier] = day
                yield _warning(found, told=day, clears_on=None)
        before = tier


def _standing(known: Facts) -> Iterator[TrainingWarning]:
    nights = _nights(known)
    found = _found(nights, known.as_of)
    if found is None:
        return
    since = known.as_of
    while (earlier := _found(nights, since - ONE_DAY)) is not None and earlier[0] >= found[0]:
        since -= ONE_DAY
    yield _warning(found, told=since, clears_on=_enough_again(nights, known.as_of))


def _enough_again(nights: Mapping[date, float], day: date) -> date:
    """Return the first day with a mean of seven hours when each coming night has as many."""
    ahead = [day + timedelta(days=offset) for offset in range(1, WINDOW_NIGHTS + 1)]
    slept = {**nights, **dict.fromkeys(ahead, ENOUGH_H)}
    # After fourteen such nights the mean is seven hours: the search always ends.
    return next(on for on in ahead if _found(slept, on) is None)


def _warning(
    found: tuple[Tier, float, float | None], *, told: date, clears_on: date | None
) -> TrainingWarning:
    tier, mean_h, before_h = found
    values: dict[str, Value] = {
        "mean_sleep_h": mean_h,
        "before_sleep_h": before_h,
        "enough_sleep_h": ENOUGH_H,
        "nights": WINDOW_NIGHTS,
        "clears_date": clears_on,
    }
    is_watch = tier is Tier.WATCH
    return TrainingWarning(
        rule=SLEEP.rule_id,
        code="short-sleep",
        tier=tier,
        grade=SLEEP.grade,
        date=told,
        clears_on=clears_on,
        tissues=SLEEP.tissues,
        title=Message(N_("Short nights")),
        message=Message(
            N_(
                "{mean_sleep_h} of sleep a night over the last {nights} nights; before, usually "
                "{before_sleep_h}."
            )
            if before_h is not None
            else N_("{mean_sleep_h} of sleep a night over the last {nights} nights."),
            values,
        ),
        values=values,
        clears=Message(
            N_("A mean of {enough_sleep_h} or more over fourteen nights.")
            if clears_on is None
            else N_(
                "A mean of {enough_sleep_h} or more over fourteen nights. With {enough_sleep_h} "
                "every night from now on, that is on {clears_date}; with fewer than ten nights "
                "written down nothing is said."
            ),
            values,
        ),
        advice=(
            Message(
                N_("Add nothing this week: no longer run, no more hard minutes.")
                if is_watch
                else N_("Good to know; nothing to change in the plan.")
            ),
            Message(N_("Half an hour earlier to bed is a good start.")),
        )
        if is_watch
        else (Message(N_("Good to know; nothing to change in the plan.")),),
        sure=Message(_SURE),
        not_shown=Message(_NOT_SHOWN),
        citations=SLEEP.citations,
    )


SLEEP = Rule(
    rule_id="R15",
    name="short sleep",
    thresholds={
        "window_nights": WINDOW_NIGHTS,
        "fewest_nights": FEWEST_NIGHTS,
        "enough_sleep_h": ENOUGH_H,
        "very_short_sleep_h": VERY_SHORT_H,
        "before_nights": BEFORE_NIGHTS,
    },
    grade=EvidenceGrade.WEAK,
    citations=("johnston2020",),
    tissues=ALL_TISSUES,
    raised=lambda known: tuple(_raised(known)),
    standing=lambda known: tuple(_standing(known)),
)
