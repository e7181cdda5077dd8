"""R08: few days without running, and long streaks of running days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.body import Tissue
from runadvisor.domain.calendar import ONE_DAY, days
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import EvidenceGrade, Tier, TrainingWarning
from runadvisor.training_load.columns import ordinals
from runadvisor.training_load.day_totals import last_windows
from runadvisor.warning.rule import Rule
from runadvisor.warning.rules.pain_calls import pain_call_days

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from runadvisor.domain.text import Value
    from runadvisor.training_load.day_totals import Days
    from runadvisor.warning.rule import Facts

WINDOW_DAYS = 28
ENOUGH_REST_DAYS = 8
"""Two a week over four weeks: nothing to say."""
FEW_REST_DAYS = 4
"""Fewer than one a week is watch."""
STREAK_DAYS = 14
COOL_OFF = timedelta(days=14)
"""The same tier is not raised again sooner (rules.md 42)."""
REST_DAYS_A_WEEK = 2
SORE_DAYS = 14
"""So long pain that asked for care makes too few rest days "act" (rules.md 20)."""

_SURE = N_(
    "Weak. Among 446 elite skiers, swimmers and runners, those with fewer than two rest days a "
    "week reported overuse injuries about five times as often, looking back."
)
_NOT_SHOWN = N_(
    "Cause, or how many rest days a recreational runner needs: elite athletes answered from "
    "memory, and old trials of less training did not show fewer hip injuries. The counts are "
    "our choice."
)

_SORE = N_("You entered pain that asks for care within two weeks: take the next rest day now.")


def rest_tier(rest_days: int) -> Tier | None:
    """Return the tier of so many rest days in 28, ``None`` from 8 up (rules.md 20)."""
    if rest_days >= ENOUGH_REST_DAYS:
        return None
    return Tier.WATCH if rest_days < FEW_REST_DAYS else Tier.INFO


def _weighed(tier: Tier | None, day: date, called: Collection[date]) -> Tier | None:
    """Return the tier of a count on a day, "act" where pain asked for care not long before."""
    is_sore = any(timedelta() <= day - d < timedelta(days=SORE_DAYS) for d in called)
    return Tier.ACT if tier is Tier.WATCH and is_sore else tier


def _rest_days_until(known: Facts, day: date) -> int:
    start = day - timedelta(days=WINDOW_DAYS - 1)
    return sum(d not in known.loading_days for d in days(start, day + ONE_DAY))


def _has_window(known: Facts, day: date) -> bool:
    first_day = known.first_day
    return first_day is not None and day - first_day >= timedelta(days=WINDOW_DAYS - 1)


def _tier_stretches(known: Facts, loaded: Days) -> Iterator[tuple[date, date, int, Tier | None]]:
    """Yield the stretches of days at one tier, from the first day with a full window on.

    Each with its first day, its last, the rest days in 28 on the first, and the tier.

    Args:
        known: The history.
        loaded: Its days that were not rest, as ordinals.
    """
    if known.first_day is None:
        return
    begin = known.first_day.toordinal()
    is_rest = np.ones(max(known.as_of.toordinal() - begin + 1, 0), dtype=np.bool_)
    is_rest[loaded - begin] = False
    counts = last_windows(is_rest, WINDOW_DAYS).sum(axis=1)
    tiers = np.array([rest_tier(count) or 0 for count in range(WINDOW_DAYS + 1)])[counts]
    start = known.first_day + timedelta(days=WINDOW_DAYS - 1)
    for called in pain_call_days(known):
        place = max((called - start).days, -SORE_DAYS)
        sore = slice(max(place, 0), place + SORE_DAYS)
        tiers[sore][tiers[sore] == Tier.WATCH] = Tier.ACT
    edges = np.flatnonzero(np.diff(tiers)) + 1
    for first, end in pairwise((*([0] if len(tiers) else ()), *edges.tolist(), len(tiers))):
        tier = int(tiers[first])
        yield (
            start + timedelta(days=first),
            start + timedelta(days=end - 1),
            int(counts[first]),
            Tier(tier) if tier else None,
        )


def _raised(known: Facts) -> Iterator[TrainingWarning]:
    last: dict[Tier, date] = {}
    tier_before: Tier | None = None
    loaded = np.sort(ordinals(known.loading_days))
    for first_day, last_day, count, tier in _tier_stretches(known, loaded):
        if tier is not None:
            risen = tier_before is None or tier > tier_before
            # A count that wavers about an edge speaks once, not every few days.
            again = [last[t] for t in last if t >= tier and first_day - last[t] < COOL_OFF]
            if risen and not again:
                yield _few(known, first_day, count, tier, since=first_day)
            last[tier] = last_day
        tier_before = tier
    starts = np.flatnonzero(np.diff(loaded, prepend=-1) > 1)
    lengths = np.diff(np.append(starts, len(loaded)))
    for day in loaded[starts[lengths >= STREAK_DAYS] + STREAK_DAYS - 1].tolist():
        yield _many_in_a_row(date.fromordinal(day), STREAK_DAYS)


def rest_days_standing(known: Facts) -> Iterator[TrainingWarning]:
    """Yield what stands of rest on the last day of the facts."""
    if _has_window(known, known.as_of):
        count = _rest_days_until(known, known.as_of)
        tier = rest_tier(count)
        if tier is not None:
            weighed = _weighed(tier, known.as_of, pain_call_days(known)) or tier
            yield _few(known, known.as_of, count, weighed, since=_since(known, tier))
    streak = _streak(known, known.as_of)
    if streak >= STREAK_DAYS:
        yield _many_in_a_row(known.as_of - timedelta(days=streak - STREAK_DAYS), streak)


def _since(known: Facts, tier: Tier) -> date:
    """Return the first day of the unbroken stretch at this tier or above, up to today."""
    since = known.as_of
    count = _rest_days_until(known, since)
    while _has_window(known, since - ONE_DAY):
        count -= since not in known.loading_days
        count += since - timedelta(days=WINDOW_DAYS) not in known.loading_days
        at = rest_tier(count)
        if at is None or at < tier:
            break
        since -= ONE_DAY
    return since


def _streak(known: Facts, day: date) -> int:
    length = 0
    while day in known.loading_days:
        length += 1
        day -= ONE_DAY
    return length


def _enough_again(known: Facts, day: date) -> date:
    """Return the first day with 8 rest days in 28 when two of each seven are rest from now on."""
    ahead = [day + timedelta(days=offset) for offset in range(1, WINDOW_DAYS + 1)]
    rest = {d for index, d in enumerate(ahead) if index % 7 in {0, 3}}

    def resting(end: date) -> int:
        window = days(end - timedelta(days=WINDOW_DAYS - 1), end + ONE_DAY)
        return sum(d in rest if d > day else d not in known.loading_days for d in window)

    # After 28 such days the window holds eight: the search always ends.
    return next(end for end in ahead if resting(end) >= ENOUGH_REST_DAYS)


def _few(known: Facts, day: date, count: int, tier: Tier, *, since: date) -> TrainingWarning:
    clears_on = _enough_again(known, day)
    values: dict[str, Value] = {
        "rest_days": count,
        "window_days": WINDOW_DAYS,
        "enough_rest_days": ENOUGH_REST_DAYS,
        "clears_date": clears_on,
        "from_date": day - timedelta(days=WINDOW_DAYS - 1),
        "to_date": day,
    }
    return TrainingWarning(
        rule=REST_DAYS.rule_id,
        code="few-rest-days",
        tier=tier,
        grade=REST_DAYS.grade,
        date=since,
        clears_on=clears_on,
        tissues=REST_DAYS.tissues,
        title=Message(N_("Few rest days")),
        message=Message(
            N_("{rest_days} of the last {window_days} days were without running or hard training."),
            values,
        ),
        values=values,
        clears=Message(
            N_(
                "Eight rest days in four weeks. With two a week from now on, that is on "
                "{clears_date}."
            ),
            values,
        ),
        advice=(
            *([Message(_SORE)] if tier is Tier.ACT else []),
            Message(N_("Make two days a week rest days.")),
            Message(N_("Walks, easy cycling and light strength work are welcome on them.")),
        ),
        sure=Message(_SURE),
        not_shown=Message(_NOT_SHOWN),
        citations=REST_DAYS.citations,
    )


def _many_in_a_row(day: date, streak: int) -> TrainingWarning:
    clears_on = day + timedelta(days=streak - STREAK_DAYS) + ONE_DAY
    values: dict[str, Value] = {
        "streak_days": streak,
        "raised_date": day,
        "clears_date": clears_on,
    }
    return TrainingWarning(
        rule=REST_DAYS.rule_id,
        code="run-streak",
        tier=Tier.WATCH,
        grade=REST_DAYS.grade,
        date=day,
        clears_on=clears_on,
        tissues=REST_DAYS.tissues,
        title=Message(N_("Many days in a row without rest")),
        message=Message(
            N_("{streak_days} days in a row with running or hard training, and no rest day."),
            values,
        ),
        values=values,
        clears=Message(
            N_("Your next rest day ends it: on {clears_date}, if that is tomorrow."), values
        ),
        advice=(Message(N_("Make tomorrow a rest day.")),),
        sure=Message(_SURE),
        not_shown=Message(_NOT_SHOWN),
        citations=REST_DAYS.citations,
    )


REST_DAYS = Rule(
    rule_id="R08",
    name="rest days",
    thresholds={
        "enough_rest_days": ENOUGH_REST_DAYS,
        "few_rest_days": FEW_REST_DAYS,
        "streak_days": STREAK_DAYS,
    },
    grade=EvidenceGrade.WEAK,
    citations=("ristolainen2014", "yeung2001"),
    tissues=(Tissue.GLUTEAL_TENDON, Tissue.HAMSTRING, Tissue.CALF_ACHILLES, Tissue.BONE),
    raised=lambda known: tuple(_raised(known)),
    standing=lambda known: tuple(rest_days_standing(known)),
)
