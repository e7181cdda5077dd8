"""What the runner says about their body, and what somebody who saw them said."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from runadvisor.domain.body import BodyRegion, BodySite, Side, has_sides, spots_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from runadvisor.domain.body import Spot
    from runadvisor.domain.exercise import ExerciseDone

WORST_PAIN = 10


class Answer(StrEnum):
    """An answer to a plain question; a question left open has no entry at all."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    """The runner does not know."""
    SKIPPED = "skipped"
    """The runner would rather not say."""

    @property
    def is_known(self) -> bool:
        """Whether it is a plain yes or no."""
        return self in {Answer.YES, Answer.NO}


@dataclass(frozen=True, slots=True, kw_only=True)
class PainEntry:
    """Pain at one place, as written down on one day; scores are 0-10, ``None`` is not said.

    Raises:
        ValueError: A score is outside 0-10, the run lies after the day of the entry, a
            side is named where there is none, or none where there is.
    """

    entry_id: int = 0
    """0 until the history has given it one."""
    date: date
    """Local day it speaks of; ``morning`` and ``walking`` belong to it."""
    entered_at: datetime
    """Aware, UTC."""
    site: BodySite
    side: Side
    run_date: date | None = None
    """Local day of the run that ``during`` and ``after`` speak of; ``None``: this day."""
    during: int | None = None
    after: int | None = None
    morning: int | None = None
    """On getting up; after a run on the day before, its next-morning score."""
    walking: int | None = None
    stiff_min: int | None = None
    """Minutes of stiffness after getting up."""
    activity_id: int | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict[str, Answer])
    """By question id; a question of the spot that is missing counts as yes."""
    ticked: frozenset[str] = frozenset()
    """Ids of the further signs that fit."""
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        for score in (self.during, self.after, self.morning, self.walking):
            if score is not None and not 0 <= score <= WORST_PAIN:
                msg = f"pain is 0 to {WORST_PAIN}, not {score}"
                raise ValueError(msg)
        if self.stiff_min is not None and self.stiff_min < 0:
            msg = "stiffness lasts 0 minutes or more"
            raise ValueError(msg)
        if self.run_date is not None and self.run_date > self.date:
            msg = "the run of an entry is not after its day"
            raise ValueError(msg)
        if (self.side is Side.MIDDLE) is has_sides(self.site):
            msg = f"{self.site.value} and {self.side.value} do not go together"
            raise ValueError(msg)

    @property
    def loading_date(self) -> date:
        """The day of the run its scores in and after running speak of."""
        return self.date if self.run_date is None else self.run_date

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The spots it speaks of: two for both sides."""
        return spots_of(self.site, self.side)

    @property
    def in_running(self) -> int | None:
        """The stronger of during and after; ``None`` when neither is said."""
        return max((s for s in (self.during, self.after) if s is not None), default=None)

    @property
    def worst(self) -> int | None:
        """The strongest score; ``None`` when none is said."""
        scores = (self.during, self.after, self.morning, self.walking)
        return max((score for score in scores if score is not None), default=None)

    @property
    def is_painful(self) -> bool:
        """Whether it may speak of pain: any score above 0, or none said at all."""
        return self.worst != 0


class IllnessSign(StrEnum):
    """How an illness shows itself on a day."""

    FEVER = "fever"
    CHEST = "chest"
    """Cough from the chest, wheezing."""
    WHOLE_BODY = "whole-body"
    """Aching all over, shivering, worn out, stomach upset."""
    NECK_UP = "neck-up"
    """Runny nose, sore throat, nothing below the neck."""
    HEART = "heart"
    """Chest pain, a racing or stumbling heart, fainting."""


BELOW_NECK = frozenset({IllnessSign.FEVER, IllnessSign.CHEST, IllnessSign.WHOLE_BODY})


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One day as the runner sums it up.

    Raises:
        ValueError: The hours are outside 0-24.
    """

    date: date
    entered_at: datetime
    """Aware, UTC."""
    sleep_h: float | None = None
    """Of the night before the day, hours."""
    illness: frozenset[IllnessSign] | None = None
    """Empty: well. ``None``: not said."""
    took_fever_medicine: Answer | None = None
    medicines: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a night longer than a day."""
        if self.sleep_h is not None and not 0 <= self.sleep_h <= 24:  # noqa: PLR2004 - hours of a day
            msg = f"a night has 0 to 24 hours, not {self.sleep_h}"
            raise ValueError(msg)


class InjuryKind(StrEnum):
    """What an injury was, in the runner's own word."""

    MUSCLE = "muscle"
    """A strain nobody has graded, or more than a slight one."""
    SLIGHT_STRAIN = "slight-strain"
    """Grade I, as somebody who examined it said."""
    TENDON = "tendon"
    BONE_STRESS = "bone-stress"
    JOINT = "joint"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Injury:
    """A past or present injury.

    Raises:
        ValueError: It ends before it starts.
    """

    injury_id: int = 0
    """0 until the history has given it one."""
    region: BodyRegion
    side: Side
    start: date
    end: date | None = None
    """Last day of it; ``None`` while it lasts."""
    kind: InjuryKind = InjuryKind.OTHER
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse an end before the start."""
        if self.end is not None and self.end < self.start:
            msg = "an injury does not end before it starts"
            raise ValueError(msg)


class HealthItem(StrEnum):
    """Asked once, every one skippable (rules.md 9, 10, 11, 17 and the risks of 2 and 4)."""

    # ── bone risk (R22) ──
    NO_PERIOD = "no-period"
    BONE_STRESS_INJURY = "bone-stress-injury"
    EATING_DISORDER = "eating-disorder"
    WEIGHT_LOSS = "weight-loss"
    LONG_STEROIDS = "long-steroids"
    OSTEOPOROSIS = "osteoporosis"
    ABSORPTION = "absorption"
    HORMONE_BLOCKER = "hormone-blocker"
    BREASTFEEDING = "breastfeeding"
    LOW_DRIVE = "low-drive"
    EARLY_MENOPAUSE = "early-menopause"
    # ── pregnancy and birth ──
    PREGNANT = "pregnant"
    BIRTH = "birth"
    """A birth in the last twelve months; ``day`` is its date."""
    POSTNATAL_SIGNS = "postnatal-signs"
    """Leaking, heaviness or bulge, pelvic or pubic pain, bleeding."""
    POSTNATAL_WALK = "postnatal-walk"
    """A 30-minute walk without any of these."""
    # ── medicines ──
    QUINOLONE = "quinolone"
    """In the last 60 days; ``day`` is the last dose where known."""
    RECENT_STEROID = "recent-steroid"
    BETA_BLOCKER = "beta-blocker"
    BLOOD_THINNER = "blood-thinner"
    INSULIN = "insulin"
    HEAT_MEDICINE = "heat-medicine"
    STATIN = "statin"
    OESTROGEN = "oestrogen"
    HORMONAL_CONTRACEPTION = "hormonal-contraception"
    # ── other risks ──
    NUMB_FEET = "numb-feet"
    CANCER = "cancer"
    CLOT = "clot"
    WEAK_DEFENCE = "weak-defence"
    """Weak immune defence, by illness or medicine."""
    NEW_JOINT = "new-joint"
    """A joint replacement, or an injection into a joint in the last three months."""
    HIP_BONE_RISK = "hip-bone-risk"
    """Steroid course, heavy drinking, sickle cell, old hip injury, radiotherapy, diving."""
    FAMILY_SUDDEN_DEATH = "family-sudden-death"


BONE_RISK_ITEMS = (
    HealthItem.NO_PERIOD,
    HealthItem.BONE_STRESS_INJURY,
    HealthItem.EATING_DISORDER,
    HealthItem.WEIGHT_LOSS,
    HealthItem.LONG_STEROIDS,
    HealthItem.OSTEOPOROSIS,
    HealthItem.ABSORPTION,
    HealthItem.HORMONE_BLOCKER,
    HealthItem.BREASTFEEDING,
    HealthItem.BIRTH,
    HealthItem.LOW_DRIVE,
    HealthItem.EARLY_MENOPAUSE,
)
"""R22 as rules.md 17 defines it: any yes is a bone risk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthAnswer:
    """One health question answered on a day; a later answer replaces it from its day on."""

    date: date
    entered_at: datetime
    """Aware, UTC."""
    item: HealthItem
    answer: Answer
    day: date | None = None
    """The day it is about, where it has one: a birth, a last dose."""


class Occasion(StrEnum):
    """When the signs were asked for."""

    DIARY = "diary"
    UNWELL = "unwell"
    AFTER_RUN = "after-run"
    MISTAKE = "mistake"
    """Asked again to take an answer of the last 24 hours back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """The answers to "Any of these today?"."""

    screening_id: int = 0
    """0 until the history has given it one."""
    date: date
    entered_at: datetime
    """Aware, UTC."""
    occasion: Occasion
    any_of_these: Answer
    """``NO``: none of them. ``UNKNOWN``: left open."""
    answers: Mapping[str, Answer] = field(default_factory=dict[str, Answer])
    """By flag id, and by question id where a mistake is taken back."""


class Permission(StrEnum):
    """What somebody who saw the runner allows."""

    NO = "no"
    GUIDED = "guided"
    """Only as they lead it: a bone injury's way back is theirs to plan."""
    YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """What somebody qualified said after seeing the runner: the record that opens a lock.

    Raises:
        ValueError: It was written before the day seen, or names nobody.
    """

    clearance_id: int = 0
    """0 until the history has given it one."""
    date: date
    """Local day it was written down."""
    entered_at: datetime
    """Aware, UTC: it opens nothing that was reported after it."""
    seen_on: date
    by_whom: str
    permission: Permission
    text: str = ""

    def __post_init__(self) -> None:
        """Refuse a visit that has not been, or one to nobody."""
        if self.date < self.seen_on:
            msg = "a visit is written down after it was"
            raise ValueError(msg)
        if not self.by_whom.strip():
            msg = "a clearance names who saw the runner"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """All of it, each kind by its day."""

    pain: tuple[PainEntry, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    """At most one a day: the last one written."""
    injuries: tuple[Injury, ...] = ()
    health: tuple[HealthAnswer, ...] = ()
    screenings: tuple[Screening, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    exercises: tuple[ExerciseDone, ...] = ()
    """What was ticked, and how it felt; the exercise log keeps it."""

    def until(self, day: date) -> Diary:
        """Return what was known at the end of a day; an injury's end after it is unknown."""
        return Diary(
            pain=tuple(entry for entry in self.pain if entry.date <= day),
            check_ins=tuple(entry for entry in self.check_ins if entry.date <= day),
            injuries=tuple(_known(i, day) for i in self.injuries if i.start <= day),
            health=tuple(answer for answer in self.health if answer.date <= day),
            screenings=tuple(entry for entry in self.screenings if entry.date <= day),
            clearances=tuple(entry for entry in self.clearances if entry.date <= day),
            exercises=tuple(done for done in self.exercises if done.date <= day),
        )


def _known(injury: Injury, day: date) -> Injury:
    is_over = injury.end is not None and injury.end <= day
    return injury if is_over else replace(injury, end=None)


NO_DIARY = Diary()
