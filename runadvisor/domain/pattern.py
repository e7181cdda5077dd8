"""Soreness at a spot, with what goes with it, and what it can fit with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.domain.body import BodySite, Side
    from runadvisor.domain.knowledge import Urgency
    from runadvisor.domain.sign import Sign
    from runadvisor.domain.text import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class SoreSpot:
    """One sore place as the runner describes it; what was not said is unknown."""

    site: BodySite
    signs: frozenset[Sign] = frozenset()
    is_on_both_sides: bool = False
    stiff_min: int | None = None
    """Minutes of stiffness after getting up."""
    age_years: int | None = None
    red_flags: frozenset[str] = frozenset()
    """Ids of the red flags that stand for it."""
    is_held: bool = False
    """Whether nothing may be changed here before somebody has looked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternHint:
    """What soreness fits with; never a diagnosis."""

    condition_id: str
    article_id: str
    message: Message
    """“This fits with …”."""
    first_change: Message | None
    """``None`` while nothing may be changed before somebody has looked."""
    note: Message
    exercises: tuple[str, ...] = ()
    be_seen: Urgency | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotHints:
    """What a sore place of the diary fits with, on the day it was last entered."""

    site: BodySite
    side: Side
    date: date
    hints: tuple[PatternHint, ...]
