"""What rules about load may ask of the diary."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from runadvisor.domain.body import SITES
from runadvisor.warning.pain_days import EPISODE_DAYS, pain_turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from runadvisor.domain.body import BodySite, Spot, Tissue
    from runadvisor.domain.diary import PainEntry
    from runadvisor.warning.rule import Facts


def pain_lately(
    known: Facts, sites: Iterable[BodySite], *, days: int, day: date | None = None, least: int = 1
) -> bool:
    """Whether any of the places hurt so much within so many days, up to a day.

    Args:
        known: What is known.
        sites: The places that count.
        days: Length of the window; its last day is ``day``.
        day: The day of the facts unless given.
        least: 0-10; the strongest score of an entry counts.
    """
    last = known.as_of if day is None else day
    first = last - timedelta(days=days - 1)
    wanted = set(sites)
    return any(
        first <= entry.date <= last and (entry.worst or 0) >= least
        for spot, entries in known.pain.items()
        if spot.site in wanted
        for entry in entries
    )


def tissue_pain_lately(
    known: Facts, tissues: Iterable[Tissue], *, days: int, day: date | None = None
) -> bool:
    """Whether a place with any of the tissues hurt within so many days, up to a day."""
    return pain_lately(known, _sites_with(frozenset(tissues)), days=days, day=day)


@cache
def _sites_with(tissues: frozenset[Tissue]) -> frozenset[BodySite]:
    return frozenset(site for site, facts in SITES.items() if tissues & set(facts.tissues))


def pain_rule_spoke(known: Facts, *, days: int, day: date | None = None) -> bool:
    """Whether the pain rule (R19) was amber or red within so many days, up to a day."""
    last = known.as_of if day is None else day
    first = last - timedelta(days=days - 1)
    return any(
        first <= turn.told_on <= last
        for spot, entries in known.pain.items()
        for turn in pain_turns(spot, entries, known.profile)
    )


def pain_since(known: Facts, spot: Spot) -> date | None:
    """Return the day the latest pain of a spot began: its first run, or its first entry."""
    first: date | None = None
    last: date | None = None
    for entry in known.pain.get(spot, ()):
        if entry.is_painful:
            if last is None or entry.date - last > timedelta(days=EPISODE_DAYS):
                first = entry.loading_date
            last = entry.date
    return first


def last_pain(known: Facts, spot: Spot) -> date | None:
    """Return the day of the latest painful entry of a spot."""
    days = [entry.date for entry in known.pain.get(spot, ()) if entry.is_painful]
    return max(days, default=None)


def sore_lately(pain: Iterable[PainEntry], day: date) -> Mapping[Spot, PainEntry]:
    """Return the latest entry of each spot that was still sore within 14 days up to a day.

    A spot whose latest entry is a plain 0 is sore no more.
    """
    first = day - timedelta(days=EPISODE_DAYS - 1)
    within = sorted(
        (entry for entry in pain if first <= entry.date <= day),
        key=lambda entry: (entry.date, entry.entered_at, entry.entry_id),
    )
    latest = {spot: entry for entry in within for spot in entry.spots}
    return {spot: latest[spot] for spot in sorted(latest) if latest[spot].is_painful}
