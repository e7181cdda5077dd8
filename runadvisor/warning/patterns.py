"""Soreness at a spot -> what it can fit with, bone first."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.body import Side, Spot
from runadvisor.domain.diary import Answer
from runadvisor.domain.knowledge import Urgency
from runadvisor.domain.pattern import PatternHint, SoreSpot, SpotHints
from runadvisor.domain.sign import Sign
from runadvisor.domain.text import N_, Message
from runadvisor.warning.pain_days import EPISODE_DAYS
from runadvisor.warning.rules.red_flag import standing_signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runadvisor.domain.diary import PainEntry
    from runadvisor.domain.knowledge import Condition
    from runadvisor.warning.red_flags import Reported
    from runadvisor.warning.rule import Facts

_TICKED_AS_FLAG = {
    "S-catch": Sign.CLICK_OR_LOCK,
    "S-numb": Sign.LEG_TINGLING,
    "S-night-hip": Sign.SIDE_LYING,
}
"""Signs that are a reason to be seen as well, and are ticked as such."""


def pattern_hints(sore: SoreSpot, conditions: Sequence[Condition]) -> tuple[PatternHint, ...]:
    """Return what a sore spot fits with, in the order of the conditions.

    Where bone must be seen today or tomorrow it is the only hint. Where it can wait a
    few days the others follow, but with no change to make and no exercise.

    Source:
        Table (e) of the evidence pages as corrected by rules.md 4 and 6; our own choice
        in its form.
    """
    fitting = [condition for condition in conditions if _fits(condition, sore)]
    urgent = [c for c in fitting if c.red_flag is not None and c.be_seen is Urgency.URGENT]
    return tuple(
        _hint(condition, is_waiting=sore.is_held and condition.red_flag is None)
        for condition in (urgent or fitting)
    )


def diary_hints(known: Facts, conditions: Sequence[Condition]) -> tuple[SpotHints, ...]:
    """Return what each place sore within 14 days fits with, the latest entry first.

    A place that fits with nothing is left out; one on both sides is named once.
    """
    first = known.as_of - timedelta(days=EPISODE_DAYS - 1)
    lately = {
        spot: tuple(entry for entry in entries if first <= entry.date and entry.is_painful)
        for spot, entries in known.pain.items()
    }
    sore = {spot: entries for spot, entries in lately.items() if entries}
    signs = standing_signs(known)
    found: dict[Spot, SpotHints] = {}
    for spot, entries in sore.items():
        described = _described(spot, entries, signs, is_on_both_sides=_mirror(spot) in sore)
        age_years = known.profile(known.as_of).youngest_age
        hints = pattern_hints(replace(described, age_years=age_years), conditions)
        if hints:
            found[spot] = SpotHints(
                site=spot.site, side=spot.side, date=entries[-1].date, hints=hints
            )
    return tuple(sorted(_named_once(found), key=lambda each: (-each.date.toordinal(), each.site)))


def _described(
    spot: Spot, entries: Sequence[PainEntry], signs: Sequence[Reported], *, is_on_both_sides: bool
) -> SoreSpot:
    here = [told.flag for told in signs if told.report.spot == spot]
    stiff = [entry.stiff_min for entry in entries if entry.stiff_min is not None]
    return SoreSpot(
        site=spot.site,
        signs=frozenset(_signs_of(entries)),
        is_on_both_sides=is_on_both_sides,
        stiff_min=stiff[-1] if stiff else None,
        red_flags=frozenset(flag.flag_id for flag in here),
        is_held=any(told.flag.urgency.is_lock for told in signs)
        or any(flag.urgency is Urgency.WEEK for flag in here),
    )


def _signs_of(entries: Iterable[PainEntry]) -> Iterable[Sign]:
    known = {sign.value: sign for sign in Sign} | _TICKED_AS_FLAG
    for entry in entries:
        yield from (known[ticked] for ticked in entry.ticked if ticked in known)
        if entry.stiff_min:
            yield Sign.MORNING_STIFF
        if entry.answers.get("gradual") is Answer.YES:
            yield Sign.BEGAN_SLOWLY


def _mirror(spot: Spot) -> Spot:
    sides = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}
    return Spot(spot.site, sides.get(spot.side, Side.BOTH))


def _named_once(found: dict[Spot, SpotHints]) -> Iterable[SpotHints]:
    for spot, here in found.items():
        other = found.get(_mirror(spot))
        if other is None or other.hints != here.hints:
            yield here
        elif spot.side is Side.LEFT:
            yield replace(here, side=Side.BOTH, date=max(here.date, other.date))


def _fits(condition: Condition, sore: SoreSpot) -> bool:
    return (
        sore.site in condition.sites
        and (condition.red_flag is None or condition.red_flag in sore.red_flags)
        and (sore.is_on_both_sides or not condition.needs_both_sides)
        and (not condition.signs or not condition.signs.isdisjoint(sore.signs))
        and _is_old_enough(condition, sore)
        and _is_stiff_briefly(condition, sore)
    )


def _is_old_enough(condition: Condition, sore: SoreSpot) -> bool:
    least = condition.least_age_years
    return least is None or (sore.age_years is not None and sore.age_years >= least)


def _is_stiff_briefly(condition: Condition, sore: SoreSpot) -> bool:
    most = condition.most_stiff_min
    return most is None or (sore.stiff_min is not None and sore.stiff_min <= most)


def _hint(condition: Condition, *, is_waiting: bool) -> PatternHint:
    return PatternHint(
        condition_id=condition.condition_id,
        article_id=condition.article_id,
        message=Message(N_("This fits with {group}."), {"group": condition.name}),
        first_change=None if is_waiting else Message(condition.first_change),
        note=Message(condition.note),
        exercises=() if is_waiting else condition.exercises,
        be_seen=condition.be_seen,
    )
