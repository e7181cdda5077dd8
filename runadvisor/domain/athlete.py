"""The person, as far as load and plan need to know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class TrimpSex(StrEnum):
    """Whose constants a training impulse uses; the formula knows these two."""

    FEMALE = "female"
    MALE = "male"


class Experience(StrEnum):
    """How long the person has been running, in their own words."""

    NEW = "new"
    """Less than 12 months, or less than 12 weeks regularly (rules.md 35)."""
    USED_TO_IT = "used-to-it"


class GapKind(StrEnum):
    """What a stretch of days without any activity was."""

    REST = "rest"
    NOT_RECORDED = "not-recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class GapAnswer:
    """The runner's word on days without data; both days included."""

    first_day: date
    last_day: date
    kind: GapKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Shoe:
    """A pair of shoes, as the runner names it."""

    name: str
    first_day: date | None = None
    last_day: date | None = None
    """The day it was put away; ``None`` while it is worn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Athlete:
    """What the runner told us; every field may be unknown.

    What is given here stands before anything estimated from the history.
    """

    name: str | None = None
    home_zone: str | None = None
    """IANA name; where the runner lives."""
    birth_year: int | None = None
    trimp_sex: TrimpSex | None = None
    experience: Experience | None = None
    takes_heart_rate_medicine: bool | None = None
    """Such as a beta-blocker: then no number may rest on heart rate (rules.md 10)."""
    resting_heart_rate_bpm: float | None = None
    max_heart_rate_bpm: float | None = None
    threshold_heart_rate_bpm: float | None = None
    heart_rate_zone_edges_bpm: tuple[float, ...] = ()
    """Lower edges of zones 2 to 5; empty: from the limits."""
    threshold_speed_mps: float | None = None
    """What the runner could hold for an hour."""
    easy_speed_mps: float | None = None
    shoes: tuple[Shoe, ...] = ()
    gap_answers: tuple[GapAnswer, ...] = ()
    shows_tissue_loads: bool = True
    """Off for who does not want a model that was never tested on injuries."""


NOBODY = Athlete()
"""A runner of whom nothing is known."""
