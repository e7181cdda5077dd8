"""What stands in for a run, by what is sore (P14, P15)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from runadvisor.domain.activity import Sport
from runadvisor.domain.body import SITES, Alert, BodyRegion, BodySite
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.plan import CrossAdvice
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import EvidenceGrade

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runadvisor.warning.rule import Facts

SORE_DAYS: Final = 14
"""Pain so lately counts as pain now; our choice."""

EQUAL: Final = Message(
    N_(
        "The same minutes at the same effort stand in for an easy run. In a trial of 32 people "
        "six weeks of cycling or running in water kept their endurance."
    )
)
NOTHING_SORE: Final = CrossAdvice(
    sports=(Sport.RIDE, Sport.SWIM, Sport.ELLIPTICAL, Sport.WALK),
    prefer=Message(N_("Bike, swim, elliptical or a brisk walk: whatever you like doing.")),
    avoid=None,
    why=Message(N_("None of them lands on the leg as running does.")),
    equal=EQUAL,
    grade=EvidenceGrade.MODERATE,
    citations=("eyestone1993",),
)


def _advice(*sports: Sport, prefer: str, avoid: str, why: str) -> CrossAdvice:
    return CrossAdvice(
        sports=sports,
        prefer=Message(prefer),
        avoid=Message(avoid),
        why=Message(why),
        equal=EQUAL,
        grade=EvidenceGrade.WEAK,
        citations=(OWN_CHOICE, "eyestone1993"),
    )


BONE: Final = _advice(
    Sport.SWIM,
    prefer=N_("Swimming with your arms alone, legs still, and only where that is painless."),
    avoid=N_("Leave out everything that lands or pushes off, walking for training too."),
    why=N_("While a bone may be what hurts, the leg carries no load beyond daily life."),
)
FRONT_HIP: Final = _advice(
    *(Sport.ELLIPTICAL, Sport.WALK, Sport.SWIM),
    prefer=N_("Elliptical, an easy walk, or swimming with your arms; the upper body is free."),
    avoid=N_("Leave out a low bike with the knee high, running in deep water, rowing, kicking."),
    why=N_("Those lift the knee far or against water, which is the work of the muscles there."),
)
OUTER_HIP: Final = _advice(
    *(Sport.RIDE, Sport.SWIM, Sport.ELLIPTICAL),
    prefer=N_("Bike, swim or elliptical."),
    avoid=N_("Leave out sloping paths, and crossing your legs afterwards."),
    why=N_("Both press the tendons of the outer hip against the bone."),
)
SIT_BONE: Final = _advice(
    *(Sport.SWIM, Sport.ELLIPTICAL, Sport.WALK),
    prefer=N_("Swim, elliptical or a flat walk."),
    avoid=N_("Leave out long sitting on a saddle, and rowing."),
    why=N_("Both press or stretch the tendon at the sit-bone."),
)
CALF: Final = _advice(
    *(Sport.RIDE, Sport.SWIM),
    prefer=N_("Bike with the foot well forward on the pedal, or swim."),
    avoid=N_("Leave out skipping, steps taken in twos, and steep walks."),
    why=N_("Pushing off is the work of calf and Achilles; pedals and water ask little of it."),
)
ELSEWHERE: Final = _advice(
    *(Sport.SWIM, Sport.RIDE, Sport.ELLIPTICAL, Sport.WALK),
    prefer=N_("Swim, bike, elliptical or a flat walk: what the sore place does not feel at all."),
    avoid=N_("Leave out what it feels, on the day or the next morning."),
    why=N_("None of them lands on the leg as running does; the sore place says which is right."),
)
SEVERAL: Final = _advice(
    Sport.SWIM,
    prefer=N_("Swimming, as far as it is painless; else an easy walk."),
    avoid=N_("Leave out what any of the sore places feels."),
    why=N_("With more than one sore place swimming is what spares them all."),
)

_BY_REGION: Final = {
    BodyRegion.FRONT_HIP: FRONT_HIP,
    BodyRegion.GROIN: FRONT_HIP,
    BodyRegion.FRONT_THIGH: FRONT_HIP,
    BodyRegion.OUTER_HIP: OUTER_HIP,
    BodyRegion.BUTTOCK: OUTER_HIP,
    BodyRegion.SIT_BONE: SIT_BONE,
    BodyRegion.HAMSTRING: SIT_BONE,
    BodyRegion.CALF: CALF,
    BodyRegion.ACHILLES: CALF,
}
_BONES: Final = frozenset(
    site for site, told in SITES.items() if told.alert in {Alert.BONE, Alert.BONE_HIGH}
)


def cross_advice(known: Facts) -> CrossAdvice:
    """Return what may stand in for a run on the day of the facts, by what was sore lately."""
    return advice_for(sore_sites(known))


def advice_for(sites: Iterable[BodySite]) -> CrossAdvice:
    """Return what may stand in for a run while these places are sore."""
    sites = frozenset(sites)
    if sites & _BONES:
        return BONE
    found: list[CrossAdvice] = []
    for site in sorted(sites):
        advice = _BY_REGION.get(SITES[site].region, ELSEWHERE)
        if advice not in found:
            found.append(advice)
    if not found:
        return NOTHING_SORE
    return found[0] if len(found) == 1 else SEVERAL


def sore_sites(known: Facts) -> frozenset[BodySite]:
    """Return the places that hurt within 14 days."""
    first = known.as_of - timedelta(days=SORE_DAYS - 1)
    return frozenset(
        spot.site
        for spot, entries in known.pain.items()
        if any(entry.is_painful and entry.date >= first for entry in entries)
    )


def chosen_sport(advice: CrossAdvice, own: Sport | None) -> Sport | None:
    """Return the sport of a day: the runner's own where it spares what is sore.

    ``None`` where nothing is sore and the runner has no other sport.
    """
    return own if advice is NOTHING_SORE or own in advice.sports else advice.sports[0]
