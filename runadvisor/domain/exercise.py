"""Exercises: what they load and need, what bars them, and what was done."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class BodyPart(StrEnum):
    """Where an exercise is felt."""

    FRONT_HIP = N_("front of hip")
    OUTER_HIP = N_("outer hip")
    SEAT = N_("seat")
    INNER_THIGH = N_("inner thigh")
    FRONT_THIGH = N_("front of thigh")
    BACK_THIGH = N_("back of thigh")
    CALF = N_("calf")
    TRUNK = N_("trunk")
    WHOLE_BODY = N_("whole body")


class GoodFor(StrEnum):
    """What an exercise is done for; a group of complaints, never a diagnosis."""

    FRONT_HIP = N_("front of the hip")
    OUTER_HIP = N_("outer hip")
    OUTER_KNEE = N_("outer knee")
    FRONT_KNEE = N_("front of the knee")
    SIT_BONE = N_("sit-bone")
    GROIN = N_("groin")
    ACHILLES = N_("Achilles and calf")
    HIP_ARTHRITIS = N_("hip arthritis")
    STIFFNESS = N_("stiffness")
    SORENESS = N_("soreness")
    KEEPING_WELL = N_("keeping well")


class Equipment(StrEnum):
    """What has to be at hand."""

    MAT = N_("mat")
    BAND = N_("band")
    STEP = N_("step")
    CHAIR = N_("chair")
    BENCH = N_("bench")
    BED = N_("bed or table")
    BALL = N_("ball")
    WEIGHT = N_("weight")
    WALL = N_("wall")
    TOWEL = N_("towel")
    ROLLER = N_("foam roller")
    METRONOME = N_("metronome")


class Bar(StrEnum):
    """A reason to leave an exercise out, as ``exercises.toml`` names it."""

    FRONT_HIP_EARLY = "front-hip-early"
    """Band work of a strained front hip: not before its day, nor before painless holds."""
    FRONT_HIP_SLOW = "front-hip-slow"
    """Slow lowering of a strained front hip: later still."""
    FRONT_HIP_IRRITABLE = "front-hip-irritable"
    FRONT_HIP_SORE = "front-hip-sore"
    """Any trouble at the front of the hip."""
    HAMSTRING_SORE = "hamstring-sore"
    HIP_PINCH = "hip-pinch"
    LOOSE_HIP = "loose-hip"
    FRESH_STRAIN = "fresh-strain"
    CALF_CLOT = "calf-clot"
    BLOOD_THINNER = "blood-thinner"
    QUINOLONE = "quinolone"
    GROIN_RECENT = "groin-recent"
    PREGNANT = "pregnant"
    PREGNANT_ON_BACK = "pregnant-on-back"
    PREGNANT_PUBIC_PAIN = "pregnant-pubic-pain"
    AFTER_BIRTH = "after-birth"
    NO_RUNNING = "no-running"


class Care(StrEnum):
    """What to do differently, as ``exercises.toml`` names it."""

    HOLD_SUPPORT = "hold-support"
    NO_HOPS = "no-hops"
    NO_MAXIMUM = "no-maximum"
    BREATHE = "breathe"


class StrainGrade(StrEnum):
    """How much of a muscle is torn."""

    I = "I"  # noqa: E741 - the grade's own name
    II = "II"
    III = "III"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontHip:
    """A front hip that is sore after a sudden moment (class T of rules.md 6)."""

    days: int
    """Whole days since it began; 0 is the day itself."""
    grade: StrainGrade | None = None
    """``None`` when nobody has graded it: treated as II."""
    worst_pain: int | None = None
    """0-10, of the last day something was entered; ``None`` is treated as too much."""
    painless_holds: int = 0
    """Sessions of E02 that stayed painless."""
    clinician_agrees: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseLimits:
    """What is known about a runner that bars or changes exercises; ``None`` is unknown."""

    is_locked: bool = False
    """A red flag stands: nothing is offered."""
    has_bone_alert: bool = False
    """Pain that could come from bone (class B): nothing is offered."""
    runs_stopped: bool = False
    """No running for now; the library stays."""
    front_hip: FrontHip | None = None
    days_since_strain: int | None = None
    """Of the latest strain or bruise anywhere."""
    groin_pain_28d: bool | None = None
    """Groin or pubic pain within 28 days."""
    outer_hip_pain: bool | None = None
    hamstring_pain: bool | None = None
    has_hip_pinch: bool | None = None
    has_loose_hip: bool | None = None
    """Dysplasia or hypermobility."""
    has_calf_clot_sign: bool | None = None
    on_blood_thinner: bool | None = None
    days_since_quinolone: int | None = None
    """Days since the last dose of a quinolone antibiotic."""
    is_pregnant: bool | None = None
    weeks_pregnant: int | None = None
    has_pubic_pain: bool | None = None
    months_after_birth: int | None = None
    age: int | None = None
    has_osteoporosis: bool | None = None
    has_uncontrolled_blood_pressure: bool | None = None
    hops_barred: bool | None = None


class Feel(StrEnum):
    """How an exercise felt, in the runner's own word."""

    EASY = "easy"
    RIGHT = "right"
    HARD = "hard"
    """Too hard to do well."""
    HURT = "hurt"
    """More than its pain limit, or still there the next morning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseDone:
    """One exercise, ticked on one day."""

    date: date
    exercise_id: str
    feel: Feel | None = None
    """``None`` where nothing was said."""


MOST_BLOCK_MINUTES = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnBlock:
    """A set of exercises the runner put together.

    Raises:
        ValueError: It has no name, no exercise, one twice, or no sensible length.
    """

    block_id: int = 0
    """0 until the history has given it one."""
    title: str
    exercises: tuple[str, ...]
    """Ids, in the order they are done."""
    doses: Mapping[str, str] = field(default_factory=dict[str, str])
    """Exercise -> a dose of the runner's own; the others follow their steps."""
    minutes: int
    is_planned: bool = True
    """Whether a plan places it."""

    def __post_init__(self) -> None:
        """Refuse a block nobody could do."""
        if not self.title.strip():
            msg = "a block has a name"
            raise ValueError(msg)
        if not self.exercises or len(set(self.exercises)) != len(self.exercises):
            msg = "a block has exercises, each once"
            raise ValueError(msg)
        if not 1 <= self.minutes <= MOST_BLOCK_MINUTES:
            msg = f"a block takes 1 to {MOST_BLOCK_MINUTES} minutes"
            raise ValueError(msg)
