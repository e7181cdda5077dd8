"""The days on which pain asked for care: what other rules weigh more heavily for two weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.warning.pain_days import pain_turns
from runadvisor.warning.rules.pain_trend import PAIN_TREND

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from runadvisor.domain.body import BodySite
    from runadvisor.warning.rule import Facts


def pain_call_days(
    known: Facts, *, trend_sites: Collection[BodySite] | None = None
) -> frozenset[date]:
    """Return the days on which the pain rule spoke, or pain kept coming back.

    Args:
        known: The diary up to a day.
        trend_sites: Where pain that comes back counts; ``None`` for everywhere.
    """
    turns = {
        turn.told_on
        for spot, entries in known.pain.items()
        for turn in pain_turns(spot, entries, known.profile)
    }
    sites = None if trend_sites is None else {site.value for site in trend_sites}
    trends = {
        warning.date
        for warning in PAIN_TREND.raised(known)
        if sites is None or str(warning.values["spot"]).partition("/")[0] in sites
    }
    return frozenset(turns | trends)
