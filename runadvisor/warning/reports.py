"""What an entry of the diary reports, row by row of rules.md 2, 4 and 5."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from runadvisor.domain.body import (
    FRONT_HIP_SITES,
    HIP_SITES,
    KNEE_SITES,
    SITES,
    TENDON_SITES,
    THIGH_SITES,
    Alert,
    BodySite,
)
from runadvisor.domain.diary import Answer, HealthItem, IllnessSign
from runadvisor.warning.gate import Gate, counts_as_yes, gate_of
from runadvisor.warning.questions import CALF_SIGNS, further_signs, spot_questions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime

    from runadvisor.domain.body import Spot
    from runadvisor.domain.diary import PainEntry
    from runadvisor.warning.profile import Profile

STRONG_PAIN = 8
LOOKED_AT_PAIN = 6
LONG_STIFF_MIN = 30
GROWING_DAYS = 3
"""Pain of the young that lasts longer is urgent (U-g)."""
GROIN_SITES = frozenset({*FRONT_HIP_SITES, BodySite.ADDUCTOR})
BACK_AND_HIP_SITES = frozenset({*HIP_SITES, BodySite.LOW_BACK, BodySite.SACRUM})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A sign reported on a day, and by what."""

    flag_id: str
    date: date
    entered_at: datetime
    spot: Spot | None = None
    score: int | None = None
    reasons: tuple[str, ...] = ()
    """Ids of the questions that are yes or count as yes; empty where something else decided."""
    is_open: bool = False
    """Whether every reason is a question left open or not known."""
    is_plain: bool = False
    """Whether every reason is a plain yes."""
    entry_id: int = 0

    @property
    def spot_key(self) -> str:
        """The spot as one word, empty without one."""
        return "" if self.spot is None else self.spot.key

    @property
    def asked_again(self) -> tuple[str, ...]:
        """What must be answered with a plain no to take it back."""
        return self.reasons or (self.flag_id,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One entry with what was known when it was written."""

    entry: PainEntry
    profile: Profile
    illness: frozenset[IllnessSign] = frozenset()
    """Of the same day."""
    days_of_pain: int = 0
    """Days since the pain of this spot began."""
    asked: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Work out which questions its place asks."""
        asked = spot_questions(self.entry.site, self.profile, self.entry.answers)
        object.__setattr__(self, "asked", asked)

    def yes(self, *questions: str) -> tuple[str, ...]:
        """Return those of the questions that are asked here and are yes or count as yes."""
        return tuple(
            q for q in questions if q in self.asked and counts_as_yes(self.entry.answers, q)
        )

    @property
    def night(self) -> tuple[str, ...]:
        """What speaks of pain at rest or at night."""
        return self.yes("rest", "sleepless")


Found = tuple[str, ...] | None
"""The questions that make a sign, empty where none does; ``None``: it is not there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the tables: the sign and when an entry reports it."""

    flag_id: str
    found: Callable[[Said], Found]


def _when(*, is_there: bool) -> Found:
    return () if is_there else None


def _any(reasons: tuple[str, ...]) -> Found:
    return reasons or None


def _is_hot_joint(said: Said) -> bool:
    return bool(said.yes("hot-joint"))


def _now_9(said: Said) -> Found:
    is_ill = bool(said.illness & {IllnessSign.FEVER, IllnessSign.WHOLE_BODY})
    is_place = said.entry.site in FRONT_HIP_SITES or _is_hot_joint(said)
    return _when(is_there=is_place and (is_ill or said.profile.has_infection_risk))


def _bone(said: Said, *alerts: Alert) -> Found:
    result = gate_of(said.entry, said.profile)
    is_shut = result is not None and result.gate is Gate.CLOSED
    return result.reasons if result is not None and is_shut and _alert(said) in alerts else None


def _alert(said: Said) -> Alert:
    """Return the alert of the place; a shin sore under one finger and the seat are bones then."""
    alert = SITES[said.entry.site].alert
    if said.entry.site is BodySite.SHIN_MUSCLE:
        return Alert.BONE_HIGH
    return Alert.BONE if said.entry.site is BodySite.BUTTOCK else alert


def _pubic_bone(said: Said) -> Found:
    is_here = said.entry.site is BodySite.PUBIC_BONE
    return _any(said.yes("one-finger")) if is_here else None


def _clot(said: Said) -> Found:
    if said.entry.site is not BodySite.CALF:
        return None
    reasons = said.yes(*CALF_SIGNS, "clot-risk")
    return reasons if reasons or said.profile.has_clot_risk else None


def _young(said: Said) -> Found:
    if not said.profile.is_minor or said.entry.site not in HIP_SITES | THIGH_SITES | KNEE_SITES:
        return None
    reasons = (*said.yes("limp", "walk"), *said.night)
    return reasons if reasons or said.days_of_pain > GROWING_DAYS else None


def _serious(said: Said) -> Found:
    profile, entry = said.profile, said.entry
    bone = (*said.night, *said.yes("one-finger"))
    if profile.says_yes(HealthItem.CANCER) and bone:
        return bone
    if profile.says_yes(HealthItem.WEIGHT_LOSS) and said.night:
        return said.night
    has_fever = IllnessSign.FEVER in said.illness
    return _when(is_there=has_fever and entry.site in BACK_AND_HIP_SITES)


def _poor_blood(said: Said) -> Found:
    has_risk = said.profile.says_yes(HealthItem.HIP_BONE_RISK)
    return _when(is_there=has_risk and said.entry.site in GROIN_SITES)


def _strong(said: Said) -> Found:
    reasons = said.yes("sleepless")
    return reasons if reasons or (said.entry.worst or 0) >= STRONG_PAIN else None


def _tendon(said: Said) -> bool:
    return said.profile.has_recent_quinolone and said.entry.site in TENDON_SITES


def _looked_at(said: Said) -> Found:
    worst = said.entry.worst or 0
    return _when(is_there=LOOKED_AT_PAIN <= worst < STRONG_PAIN)


def _better_shared(said: Said) -> Found:
    profile = said.profile
    has_numb_foot = "foot-wound" in said.asked
    return _when(is_there=profile.is_minor or profile.is_pregnant or has_numb_foot)


ROWS = (
    Row("NOW-7", lambda said: _any(said.yes("saddle"))),
    Row("NOW-9", _now_9),
    Row("NOW-11", lambda said: _any(said.yes("testicle"))),
    Row("U-b", lambda said: _bone(said, Alert.BONE_HIGH)),
    Row("U-c", _clot),
    Row("U-d", lambda said: _any(said.yes("pop-push"))),
    Row("U-e", lambda said: _any(said.yes("pop-sit"))),
    Row("U-f", lambda said: _any(said.yes("no-lift"))),
    Row("U-g", _young),
    Row("U-h", lambda said: _any(said.yes("hot-joint"))),
    Row("U-j", _serious),
    Row("U-k", _poor_blood),
    Row("U-pain", _strong),
    Row("U-diabetes", lambda said: _any(said.yes("foot-wound"))),
    Row(
        "U-quinolone",
        lambda said: _when(is_there=_tendon(said) and said.profile.has_weak_tendons),
    ),
    Row("U-b-week", lambda said: _bone(said, Alert.BONE) or _pubic_bone(said)),
    Row(
        "quinolone",
        lambda said: _when(is_there=_tendon(said) and not said.profile.has_weak_tendons),
    ),
    Row("S-pain", _looked_at),
    Row("S-stiff", lambda said: _when(is_there=(said.entry.stiff_min or 0) > LONG_STIFF_MIN)),
    Row("S-care", _better_shared),
)
"""U-a and its week are a course of several entries: ``groin_course``. NOW-1 to NOW-6, NOW-8,
NOW-10, U-i, U-l and the signs of pregnancy are asked in words alone."""


def entry_reports(said: Said) -> Iterator[Report]:
    """Yield what an entry reports, once for each of its spots; nothing without pain."""
    entry = said.entry
    if not entry.is_painful:
        return
    ticked = [flag for flag in further_signs(entry.site) if flag in entry.ticked]
    found = [(row.flag_id, row.found(said)) for row in ROWS] + [(flag, ()) for flag in ticked]
    for flag_id, reasons in found:
        if reasons is None:
            continue
        for spot in entry.spots:
            yield report_of(entry, spot, flag_id, reasons)


def report_of(entry: PainEntry, spot: Spot, flag_id: str, reasons: tuple[str, ...]) -> Report:
    """Return the report of one sign by an entry."""
    answers = [entry.answers.get(reason) for reason in reasons]
    return Report(
        flag_id=flag_id,
        date=entry.date,
        entered_at=entry.entered_at,
        spot=spot,
        score=entry.worst,
        reasons=reasons,
        is_open=bool(reasons) and Answer.YES not in answers,
        is_plain=bool(reasons) and all(answer is Answer.YES for answer in answers),
        entry_id=entry.entry_id,
    )
