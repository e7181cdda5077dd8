"""What the diary says about exercises: which bars of the catalog hold for this runner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.body import SITES, Alert, BodyRegion, BodySite
from runadvisor.domain.diary import Answer, HealthItem, InjuryKind, Permission
from runadvisor.domain.exercise import ExerciseLimits, Feel, FrontHip, StrainGrade
from runadvisor.domain.warning import Tier
from runadvisor.warning.pain_facts import last_pain, pain_lately, pain_since

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.warning.profile import Profile
    from runadvisor.warning.rule import Facts

GROIN_SITES = (
    *(BodySite.FRONT_HIP, BodySite.DEEP_GROIN, BodySite.ADDUCTOR, BodySite.PUBIC_BONE),
    BodySite.DEEP_THIGH,
)
GROIN_DAYS = 28
SORE_DAYS = 14
"""Pain so lately counts as pain now; our choice."""
NO_HOPS_FROM_AGE = 60
DAYS_PER_MONTH = 30.44
HOLD_EXERCISE = "E02"
"""The knee lift against a hand: its painless sessions open the band work (rules.md 15)."""
STRAINS = frozenset({InjuryKind.MUSCLE, InjuryKind.SLIGHT_STRAIN})
FRONT_HIP_REGIONS = frozenset({BodyRegion.FRONT_HIP, BodyRegion.GROIN, BodyRegion.FRONT_THIGH})
_BONE_SIGNS = frozenset({"sign-u-a", "sign-u-b", "sign-u-a-week", "sign-u-b-week"})


def exercise_limits(known: Facts, standing: Sequence[TrainingWarning]) -> ExerciseLimits:
    """Return what bars or changes exercises on the day of the facts.

    Args:
        known: What is known; what was never asked stays unknown.
        standing: The warnings that stand.
    """
    profile = known.profile(known.as_of)
    codes = {warning.code for warning in standing}
    after_birth = profile.days_after_birth
    quinolone = profile.answers.get(HealthItem.QUINOLONE)
    has_diary = bool(known.diary.pain or known.diary.check_ins)
    return ExerciseLimits(
        is_locked=any(warning.tier is Tier.LOCK for warning in standing),
        has_bone_alert=bool(codes & _BONE_SIGNS),
        runs_stopped=any(warning.tier >= Tier.STOP_RUN for warning in standing),
        front_hip=_front_hip(known),
        days_since_strain=_days_since_strain(known),
        groin_pain_28d=pain_lately(known, GROIN_SITES, days=GROIN_DAYS) if has_diary else None,
        outer_hip_pain=_sore(known, BodySite.OUTER_HIP, BodySite.BUTTOCK),
        hamstring_pain=_sore(known, BodySite.HAMSTRING, BodySite.SIT_BONE),
        has_hip_pinch=True if "sign-s-catch" in codes else None,
        has_calf_clot_sign="sign-u-c" in codes,
        on_blood_thinner=_known(profile, HealthItem.BLOOD_THINNER),
        days_since_quinolone=(
            (known.as_of - (quinolone.day or quinolone.date)).days
            if quinolone is not None and quinolone.answer is Answer.YES
            else None
        ),
        is_pregnant=_known(profile, HealthItem.PREGNANT),
        has_pubic_pain=_sore(known, BodySite.PUBIC_BONE, BodySite.ADDUCTOR),
        months_after_birth=None if after_birth is None else int(after_birth / DAYS_PER_MONTH),
        age=profile.youngest_age if profile.is_minor else profile.oldest_age,
        has_osteoporosis=_known(profile, HealthItem.OSTEOPOROSIS),
        hops_barred=_hops_barred(known, profile),
    )


def _known(profile: Profile, item: HealthItem) -> bool | None:
    answer = profile.answer(item)
    return None if answer is None or not answer.is_known else answer is Answer.YES


def _sore(known: Facts, *sites: BodySite) -> bool | None:
    """Whether a place hurt lately; unknown where nothing was ever written down."""
    return pain_lately(known, sites, days=SORE_DAYS) if known.diary.pain else None


def _front_hip(known: Facts) -> FrontHip | None:
    """Return the sore front of a hip, the more recent of two; ``None`` without one."""
    found: list[tuple[date, FrontHip]] = []
    for spot, entries in known.pain.items():
        begun, last = pain_since(known, spot), last_pain(known, spot)
        if spot.site is not BodySite.FRONT_HIP or begun is None or last is None:
            continue
        if (known.as_of - last).days >= SORE_DAYS:
            continue
        worst = [e.worst for e in entries if e.date == last and e.worst is not None]
        hip = FrontHip(
            days=(known.as_of - begun).days,
            grade=_grade(known, begun),
            worst_pain=max(worst, default=None),
            painless_holds=_painless_holds(known, begun),
            clinician_agrees=_clinician_agrees(known, begun),
        )
        found.append((begun, hip))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _grade(known: Facts, begun: date) -> StrainGrade | None:
    """Return grade I where somebody found a slight strain there; nothing else can be told."""
    is_slight = any(
        injury.kind is InjuryKind.SLIGHT_STRAIN
        and injury.region in FRONT_HIP_REGIONS
        and abs((injury.start - begun).days) <= SORE_DAYS
        for injury in known.diary.injuries
    )
    return StrainGrade.I if is_slight else None


def _painless_holds(known: Facts, begun: date) -> int:
    """Return the sessions of the hold since then of which the runner said that none hurt."""
    felt = {
        done.date: done.feel
        for done in known.diary.exercises
        if done.exercise_id == HOLD_EXERCISE and done.date >= begun and done.feel is not None
    }
    return sum(feel is not Feel.HURT for feel in felt.values())


def _clinician_agrees(known: Facts, begun: date) -> bool:
    """Whether somebody who saw the runner since then allows running."""
    return any(
        visit.seen_on >= begun and visit.permission is Permission.YES
        for visit in known.diary.clearances
    )


def _days_since_strain(known: Facts) -> int | None:
    starts = [i.start for i in known.diary.injuries if i.kind in STRAINS]
    return None if not starts else (known.as_of - max(starts)).days


def _hops_barred(known: Facts, profile: Profile) -> bool:
    """Whether nobody should hop (rules.md 7): what is not known counts as a reason."""
    gated = [site for site, facts in SITES.items() if facts.alert is not Alert.NONE]
    torn = any(i.kind in STRAINS and i.end is None for i in known.diary.injuries)
    return (
        profile.bone_risk is not Answer.NO
        or profile.grows_or_bears is not Answer.NO
        or (profile.oldest_age or 0) >= NO_HOPS_FROM_AGE
        or profile.has_recent_tendon_medicine
        or torn
        or pain_lately(known, gated, days=GROIN_DAYS)
    )
