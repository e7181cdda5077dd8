"""Soreness at a spot, with what goes with it, and what it can fit with."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runadvisor.domain.text import Message


class Sign(StrEnum):
    """What brings soreness on, or goes with it."""

    FAST_OR_STRIDES = "fast-or-strides"
    UPHILL = "uphill"
    DOWNHILL = "downhill"
    STAIRS = "stairs"
    LUNGE = "lunge"
    LATE_IN_RUN = "late-in-run"
    LOW_CHAIR = "low-chair"
    SITTING = "sitting"
    RESISTED_KNEE_LIFT = "resisted-knee-lift"
    SINGLE_LEG = "single-leg"
    SIDE_LYING = "side-lying"
    MORNING_STIFF = "morning-stiff"
    CLICK_OR_LOCK = "click-or-lock"
    DEEP_BEND_PINCH = "deep-bend-pinch"
    LEG_TINGLING = "leg-tingling"
    BEGAN_SLOWLY = "began-slowly"
    DAYS_AFTER_SOMETHING_NEW = "days-after-something-new"
    """One to three days after a load that was new."""
    ONE_FINGER_SPOT = "one-finger-spot"
    REST_OR_NIGHT = "rest-or-night"
    """At rest, or it wakes without lying on it."""
    WALKING = "walking"
    EARLIER_EACH_RUN = "earlier-each-run"


class BoneFirst(StrEnum):
    """How the bone questions of hip, groin and deep thigh were answered (rules.md 6)."""

    OPEN = "open"
    """One yes, one "don't know", or one not answered."""
    BEGAN_SLOWLY = "began slowly"
    """All no, but it began bit by bit."""
    CLEAR = "clear"


class BeSeen(StrEnum):
    """How soon somebody should look at it."""

    TODAY_OR_TOMORROW = "today or tomorrow"
    WITHIN_SEVEN_DAYS = "within seven days"
    SOON = "soon"
    """Within two weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoreSpot:
    """One sore place as the runner describes it; what was not said is unknown."""

    site: str
    """Slug of the place: ``front-hip``."""
    signs: frozenset[Sign] = frozenset()
    is_on_both_sides: bool = False
    stiff_min: int | None = None
    """Minutes of stiffness after getting up."""
    age_years: int | None = None
    bone_first: BoneFirst = BoneFirst.OPEN
    """Only asked at hip, groin and deep thigh; unanswered counts as yes."""
    has_bone_risk: bool = False
    """Whether a bone question of the profile (R22) is a yes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A row of ``conditions.toml``: what may lie behind soreness, and what to change first.

    Raises:
        ValueError: It names no place.
    """

    condition_id: str
    name: str
    """Ends the sentence "This fits with …"."""
    article_id: str
    sites: frozenset[str]
    signs: frozenset[Sign] = frozenset()
    """One of them is needed; none listed, none needed."""
    first_change: str
    note: str
    exercises: tuple[str, ...] = ()
    be_seen: BeSeen | None = None
    red_flag: str | None = None
    """Id in ``red_flags.toml`` that it belongs to."""
    is_bone: bool = False
    bone_first: BoneFirst | None = None
    """For the rows of hip, groin and deep thigh: the answers it stands for."""
    counts_bone_risk: bool = False
    """Whether a bone risk in the profile stands in for a sign (rules.md 4, U-b)."""
    needs_both_sides: bool = False
    least_age_years: int | None = None
    most_stiff_min: int | None = None

    def __post_init__(self) -> None:
        """Refuse a row that could never fit."""
        if not self.sites:
            msg = f"{self.condition_id} names no place"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternHint:
    """What soreness fits with; never a diagnosis."""

    condition_id: str
    article_id: str
    message: Message
    """“This fits with …”."""
    first_change: Message | None
    """``None`` while bone comes first: nothing else is changed until somebody has looked."""
    note: Message
    exercises: tuple[str, ...] = field(default=())
    be_seen: BeSeen | None
    red_flag: str | None
