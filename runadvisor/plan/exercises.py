"""Which exercises may be offered: contraindications first, then everything else (rules.md 15).

What bars an exercise is written beside it in the catalog; here stands when each bar holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from runadvisor.domain.exercise import Bar, BodyPart, Care, StrainGrade
from runadvisor.domain.text import N_, Message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from runadvisor.domain.exercise import ExerciseLimits, FrontHip
    from runadvisor.domain.knowledge import BlockTemplate, Catalog, Exercise

    _Rule = Callable[[ExerciseLimits], Message | None]

FRONT_HIP_REST_DAYS: Final = 2
"""Days 0 and 1 of a strained front hip: no exercise at all."""
BAND_FROM_DAY: Final = 5
BAND_AFTER_HOLDS: Final = 3
BAND_FROM_DAY_TORN: Final = 14
"""For grade II and above, and then with a clinician's word."""
SLOW_FROM_DAY: Final = 14
PAIN_LIMIT: Final = 3
"""0-10 while exercising, for tendon and muscle."""
FRONT_HIP_PAIN_LIMIT: Final = 2
FRESH_STRAIN_DAYS: Final = 7
QUINOLONE_DAYS: Final = 60
ON_BACK_UNTIL_WEEK: Final = 20
AFTER_BIRTH_MONTHS: Final = 6
ADULT_AGE: Final = 18
SUPPORT_FROM_AGE: Final = 65

LOCKED = Message(N_("No exercises until somebody has looked at the sign you entered."))
BONE = Message(N_("This pain could come from bone: no exercises until a clinician has seen it."))
TOO_FRESH = Message(N_("The front of the hip needs two quiet days first."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseOffer:
    """What a runner may do, what not, and why."""

    offered: tuple[Exercise, ...]
    """In the order of the catalog."""
    barred: Mapping[str, tuple[Message, ...]]
    """Exercise id -> every reason it is left out."""
    cares: Mapping[str, tuple[Message, ...]]
    """Exercise id -> what to do differently."""
    withheld: Message | None
    """Why nothing at all is offered; ``None`` when something is."""
    pain_limit: int
    """Most pain, 0-10, while doing any of it."""

    def pain_limit_of(self, exercise: Exercise) -> int:
        """Return the most pain, 0-10, while doing one of them."""
        if BodyPart.FRONT_HIP in exercise.body_parts:
            return min(self.pain_limit, FRONT_HIP_PAIN_LIMIT)
        return self.pain_limit


def allowed_exercises(catalog: Catalog, limits: ExerciseLimits) -> ExerciseOffer:
    """Return the exercises of the catalog that nothing speaks against."""
    withheld = _withheld(limits)
    barred = {
        key: reasons
        for key, exercise in catalog.exercises.items()
        if (reasons := _reasons(exercise, limits, withheld))
    }
    offered = tuple(e for key, e in catalog.exercises.items() if key not in barred)
    return ExerciseOffer(
        offered=offered,
        barred=barred,
        cares={e.exercise_id: cares for e in offered if (cares := _cares(e, limits))},
        withheld=withheld,
        pain_limit=PAIN_LIMIT if limits.front_hip is None else FRONT_HIP_PAIN_LIMIT,
    )


def block_exercises(
    template: BlockTemplate, catalog: Catalog, limits: ExerciseLimits
) -> tuple[str, ...]:
    """Return the exercises of a block as this runner may do them.

    One that is barred gives way to what stands in for it, or is left out. The Copenhagen
    is part of a block only when four weeks without groin pain are known, not assumed.
    """
    withheld = _withheld(limits)

    def is_allowed(key: str) -> bool:
        return not _reasons(catalog.exercises[key], limits, withheld)

    found: list[str] = []
    for key in template.exercises:
        standing_in = [template.instead[key]] if key in template.instead else []
        choices = [key, *standing_in] if _is_known_safe(key, catalog, limits) else standing_in
        chosen = next(filter(is_allowed, choices), None)
        if chosen is not None and chosen not in found:
            found.append(chosen)
    return tuple(found)


def _is_known_safe(key: str, catalog: Catalog, limits: ExerciseLimits) -> bool:
    asks_for_groin = Bar.GROIN_RECENT in catalog.exercises[key].bars
    return not asks_for_groin or limits.groin_pain_28d is False


def _withheld(limits: ExerciseLimits) -> Message | None:
    if limits.is_locked:
        return LOCKED
    if limits.has_bone_alert:
        return BONE
    if limits.front_hip is not None and limits.front_hip.days < FRONT_HIP_REST_DAYS:
        return TOO_FRESH
    return None


def _reasons(
    exercise: Exercise, limits: ExerciseLimits, withheld: Message | None
) -> tuple[Message, ...]:
    if withheld is not None:
        return (withheld,)
    found = (_BARS[bar](limits) for bar in exercise.bars)
    return tuple(reason for reason in found if reason is not None)


def _cares(exercise: Exercise, limits: ExerciseLimits) -> tuple[Message, ...]:
    found = (_CARES[care](limits) for care in exercise.cares)
    return tuple(care for care in found if care is not None)


def _when(reason: str, holds: Callable[[ExerciseLimits], bool]) -> _Rule:
    message = Message(reason)
    return lambda limits: message if holds(limits) else None


def _front_hip_early(limits: ExerciseLimits) -> Message | None:
    hip = limits.front_hip
    if hip is None:
        return None
    if _is_torn(hip):
        return _torn(hip)
    if hip.days < BAND_FROM_DAY:
        return Message(
            N_("A strained front of the hip: from day {from_day} on."), {"from_day": BAND_FROM_DAY}
        )
    if hip.painless_holds < BAND_AFTER_HOLDS:
        return Message(
            N_("First {sessions} painless sessions of the knee lift against your hand."),
            {"sessions": BAND_AFTER_HOLDS},
        )
    return None


def _front_hip_slow(limits: ExerciseLimits) -> Message | None:
    hip = limits.front_hip
    if hip is None:
        return None
    if _is_torn(hip):
        return _torn(hip)
    if hip.days < SLOW_FROM_DAY:
        return Message(
            N_("A strained front of the hip: from day {from_day} on."), {"from_day": SLOW_FROM_DAY}
        )
    return None


def _is_torn(hip: FrontHip) -> bool:
    # Ungraded is treated as torn: the runner cannot tell a small tear from a larger one.
    return hip.grade is not StrainGrade.I


def _torn(hip: FrontHip) -> Message | None:
    if hip.days >= BAND_FROM_DAY_TORN and hip.clinician_agrees:
        return None
    return Message(
        N_(
            "A strain that is more than slight, or not graded: from day {from_day} on, and "
            "with a clinician’s word."
        ),
        {"from_day": BAND_FROM_DAY_TORN},
    )


def _is_irritable(limits: ExerciseLimits) -> bool:
    hip = limits.front_hip
    if hip is None:
        return False
    is_acute = hip.days < BAND_FROM_DAY
    return is_acute or hip.worst_pain is None or hip.worst_pain > FRONT_HIP_PAIN_LIMIT


def _is_within(days: int | None, limit: int) -> bool:
    return days is not None and days <= limit


def _is_late_in_pregnancy(limits: ExerciseLimits) -> bool:
    weeks = limits.weeks_pregnant
    return limits.is_pregnant is True and (weeks is None or weeks >= ON_BACK_UNTIL_WEEK)


def _needs_lighter_load(limits: ExerciseLimits) -> bool:
    is_young = limits.age is not None and limits.age < ADULT_AGE
    return is_young or limits.has_uncontrolled_blood_pressure is True


def _needs_support(limits: ExerciseLimits) -> bool:
    is_old = limits.age is not None and limits.age >= SUPPORT_FROM_AGE
    return is_old or limits.has_osteoporosis is True


_BARS: Final[Mapping[Bar, _Rule]] = {
    Bar.FRONT_HIP_EARLY: _front_hip_early,
    Bar.FRONT_HIP_SLOW: _front_hip_slow,
    Bar.FRONT_HIP_IRRITABLE: _when(
        N_("Not while the front of the hip is fresh or hurts more than 2 of 10."), _is_irritable
    ),
    Bar.FRONT_HIP_SORE: _when(
        N_("Quicker steps ask more of a sore front of the hip."),
        lambda limits: limits.front_hip is not None,
    ),
    Bar.HAMSTRING_SORE: _when(
        N_("Quicker steps ask more of a sore back of the thigh."),
        lambda limits: limits.hamstring_pain is True,
    ),
    Bar.HIP_PINCH: _when(
        N_("Not with a pinch deep in the hip."), lambda limits: limits.has_hip_pinch is True
    ),
    Bar.LOOSE_HIP: _when(
        N_("Not with a shallow or very mobile hip."), lambda limits: limits.has_loose_hip is True
    ),
    Bar.FRESH_STRAIN: _when(
        N_("No pressure on a fresh strain or bruise for seven days."),
        lambda limits: _is_within(limits.days_since_strain, FRESH_STRAIN_DAYS - 1),
    ),
    Bar.CALF_CLOT: _when(
        N_("Not until the swelling or pain in the calf has been looked at."),
        lambda limits: limits.has_calf_clot_sign is True,
    ),
    Bar.BLOOD_THINNER: _when(
        N_("Not while you take a blood thinner."), lambda limits: limits.on_blood_thinner is True
    ),
    Bar.QUINOLONE: _when(
        N_("Not within 60 days of a quinolone antibiotic."),
        lambda limits: _is_within(limits.days_since_quinolone, QUINOLONE_DAYS),
    ),
    Bar.GROIN_RECENT: _when(
        N_("Not within four weeks of groin pain; the ball squeeze is the gentler one."),
        lambda limits: limits.groin_pain_28d is True,
    ),
    Bar.PREGNANT: _when(N_("Not in pregnancy."), lambda limits: limits.is_pregnant is True),
    Bar.PREGNANT_ON_BACK: _when(
        N_("No long lying on the back from week 20 of pregnancy."), _is_late_in_pregnancy
    ),
    Bar.PREGNANT_PUBIC_PAIN: _when(
        N_("Not with pain at the pubic bone in pregnancy."),
        lambda limits: limits.is_pregnant is True and limits.has_pubic_pain is True,
    ),
    Bar.AFTER_BIRTH: _when(
        N_("Not in the first six months after birth."),
        lambda limits: _is_within(limits.months_after_birth, AFTER_BIRTH_MONTHS - 1),
    ),
    Bar.NO_RUNNING: _when(
        N_("This one is done while running, and there is none for now."),
        lambda limits: limits.runs_stopped,
    ),
}

_CARES: Final[Mapping[Care, _Rule]] = {
    Care.HOLD_SUPPORT: _when(N_("Hold on to something steady."), _needs_support),
    Care.NO_HOPS: _when(
        N_("Leave out skips and strides."),
        lambda limits: limits.hops_barred is True or limits.runs_stopped,
    ),
    Care.NO_MAXIMUM: _when(
        N_("Never heavier than you can lift eight times."),
        lambda limits: _needs_lighter_load(limits) or limits.is_pregnant is True,
    ),
    Care.BREATHE: _when(N_("Breathe on; never hold your breath."), _needs_lighter_load),
}
