"""What a rule says when it fires."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from runadvisor.domain.body import Tissue
    from runadvisor.domain.text import Message, Value


class Tier(IntEnum):
    """How much the app asks for; the word is our caution, not a forecast."""

    INFO = 1
    WATCH = 2
    ACT = 3
    STOP_RUN = 4
    LOCK = 5

    @property
    def slug(self) -> str:
        """The tier as the command line spells it."""
        return self.name.lower().replace("_", "-")


class EvidenceGrade(StrEnum):
    """How well studies carry a rule."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    CONTESTED = "contested"
    AGAINST = "against"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingWarning:
    """A rule fired: a training pattern, its arithmetic, its source, and what ends it."""

    rule: str
    """Id of the rule tables, ``R01`` …"""
    code: str
    """What exactly was seen, ``session-spike`` …"""
    tier: Tier
    grade: EvidenceGrade
    date: date
    """Local day it arose."""
    clears_on: date | None
    """First day it no longer stands; ``None`` when no day can be named."""
    activity_ids: tuple[int, ...] = ()
    """The activities it rests on, the one that fired it first."""
    tissues: tuple[Tissue, ...] = ()
    title: Message
    message: Message
    values: Mapping[str, Value]
    """The arithmetic, by name and unit."""
    clears: Message
    """What ends it, in words."""
    advice: tuple[Message, ...] = ()
    sure: Message
    """What the studies showed."""
    not_shown: Message
    """What they could not show."""
    citations: tuple[str, ...]
    lifted_by: Message | None = None
    """Why it stands one tier higher than its rule says; ``None`` where it does not."""
    is_at_default: bool = True
    """Whether its rule is as we set it, not as the runner changed it."""
    also: tuple[TrainingWarning, ...] = ()
    """What else the same run fired: one run is one card, of the highest tier."""

    def __post_init__(self) -> None:
        """Refuse a warning without a source."""
        if not self.citations:
            msg = f"{self.rule} names no citation"
            raise ValueError(msg)

    @property
    def mark_key(self) -> str:
        """What it is called by: its code, its day and, where it is about one, its spot.

        ``session-spike/2026-11-22``. No id of an activity is in it: those may change when
        recordings are joined, and what the runner noted must not be lost by that.
        """
        spot = self.values.get("spot")
        return "/".join([self.code, self.date.isoformat(), *([str(spot)] if spot else [])])

    @property
    def every(self) -> tuple[TrainingWarning, ...]:
        """Itself without the others of its card, then the others."""
        return (replace(self, also=()), *self.also) if self.also else (self,)

    def stands_on(self, day: date) -> bool:
        """Whether it stands on a day, by its own dates."""
        return self.date <= day and (self.clears_on is None or day < self.clears_on)
