"""Where load goes and where it can hurt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from runadvisor.domain.text import N_


class Tissue(StrEnum):
    """Structures that running overloads."""

    HIP_FLEXOR = "hip flexor"
    GLUTEAL_TENDON = "gluteal tendon"
    ILIOTIBIAL_BAND = "iliotibial band"
    HAMSTRING = "hamstring"
    ADDUCTOR = "adductor"
    CALF_ACHILLES = "calf and Achilles"
    KNEE_CAP = "knee cap"
    BONE = "bone"


ALL_TISSUES = tuple(Tissue)


class Side(StrEnum):
    """The runner's own left and right."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    MIDDLE = "middle"
    """For places that have no side."""


class BodyRegion(StrEnum):
    """A part of the body as the picture shows it and as an injury is remembered."""

    FRONT_HIP = "front-hip"
    GROIN = "groin"
    FRONT_THIGH = "front-thigh"
    KNEE = "knee"
    SHIN = "shin"
    FOOT = "foot"
    LOW_BACK = "low-back"
    BUTTOCK = "buttock"
    OUTER_HIP = "outer-hip"
    SIT_BONE = "sit-bone"
    HAMSTRING = "hamstring"
    CALF = "calf"
    ACHILLES = "achilles"
    HEEL = "heel"


class BodySite(StrEnum):
    """Where exactly it hurts."""

    FRONT_HIP = "front-hip"
    DEEP_GROIN = "deep-groin"
    ADDUCTOR = "adductor"
    PUBIC_BONE = "pubic-bone"
    TESTICLE_OR_LUMP = "testicle-or-lump"
    FRONT_THIGH = "front-thigh"
    DEEP_THIGH = "deep-thigh"
    THIGH_BONE = "thigh-bone"
    KNEE_FRONT = "knee-front"
    KNEE_OUTER = "knee-outer"
    KNEE_INNER = "knee-inner"
    SHIN_BONE = "shin-bone"
    SHIN_MUSCLE = "shin-muscle"
    MIDFOOT = "midfoot"
    OUTER_FOOT = "outer-foot"
    BIG_TOE_BALL = "big-toe-ball"
    INNER_ANKLE = "inner-ankle"
    OUTER_ANKLE = "outer-ankle"
    SOLE = "sole"
    LOW_BACK = "low-back"
    SACRUM = "sacrum"
    BUTTOCK = "buttock"
    OUTER_HIP = "outer-hip"
    SIT_BONE = "sit-bone"
    HAMSTRING = "hamstring"
    CALF = "calf"
    ACHILLES = "achilles"
    HEEL_BONE = "heel-bone"


class Alert(Enum):
    """Which bone questions a place asks before pain there may be run on."""

    NONE = 0
    GROIN = 1
    """The gate of rules.md 6: front of the hip, groin, deep thigh."""
    BONE_HIGH = 2
    """A bone where waiting is costly: urgent (rules.md 4, U-b)."""
    BONE = 3
    """Another bone: no running, seen within seven days."""


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What the rules need to know of one place."""

    region: BodyRegion
    alert: Alert
    tissues: tuple[Tissue, ...]
    name: str
    """With ``{side}`` where it has sides: "front of the {side} hip"."""
    name_of_both: str


def _site(
    region: BodyRegion, name: str, both: str, *tissues: Tissue, alert: Alert = Alert.NONE
) -> SiteFacts:
    return SiteFacts(region=region, alert=alert, tissues=tissues, name=name, name_of_both=both)


_R, _S, _T = BodyRegion, BodySite, Tissue

SITES: dict[BodySite, SiteFacts] = {
    _S.FRONT_HIP: _site(
        _R.FRONT_HIP,
        N_("front of the {side} hip"),
        N_("front of both hips"),
        *(_T.HIP_FLEXOR, _T.BONE),
        alert=Alert.GROIN,
    ),
    _S.DEEP_GROIN: _site(
        _R.GROIN,
        N_("deep in the {side} groin"),
        N_("deep in both groins"),
        *(_T.HIP_FLEXOR, _T.BONE),
        alert=Alert.GROIN,
    ),
    _S.ADDUCTOR: _site(
        _R.GROIN,
        N_("inner {side} thigh"),
        N_("inner thighs"),
        *(_T.ADDUCTOR, _T.BONE),
        alert=Alert.GROIN,
    ),
    _S.PUBIC_BONE: _site(
        _R.GROIN,
        N_("pubic bone"),
        N_("pubic bone"),
        *(_T.ADDUCTOR, _T.BONE),
        alert=Alert.GROIN,
    ),
    _S.TESTICLE_OR_LUMP: _site(
        _R.GROIN, N_("testicle, or a lump in the groin"), N_("testicle, or a lump in the groin")
    ),
    _S.FRONT_THIGH: _site(
        _R.FRONT_THIGH, N_("front of the {side} thigh"), N_("front of both thighs"), _T.HIP_FLEXOR
    ),
    _S.DEEP_THIGH: _site(
        _R.FRONT_THIGH,
        N_("deep in the {side} thigh"),
        N_("deep in both thighs"),
        _T.BONE,
        alert=Alert.GROIN,
    ),
    _S.THIGH_BONE: _site(
        _R.FRONT_THIGH,
        N_("{side} thigh bone, at one spot"),
        N_("both thigh bones, at one spot"),
        _T.BONE,
        alert=Alert.BONE,
    ),
    _S.KNEE_FRONT: _site(
        _R.KNEE, N_("front of the {side} knee"), N_("front of both knees"), _T.KNEE_CAP
    ),
    _S.KNEE_OUTER: _site(
        _R.KNEE,
        N_("outer side of the {side} knee"),
        N_("outer side of both knees"),
        _T.ILIOTIBIAL_BAND,
    ),
    _S.KNEE_INNER: _site(
        _R.KNEE, N_("inner side of the {side} knee"), N_("inner side of both knees")
    ),
    _S.SHIN_BONE: _site(
        _R.SHIN,
        N_("{side} shin bone, at one spot"),
        N_("both shin bones, at one spot"),
        _T.BONE,
        alert=Alert.BONE_HIGH,
    ),
    _S.SHIN_MUSCLE: _site(
        _R.SHIN, N_("along the {side} shin"), N_("along both shins"), _T.CALF_ACHILLES
    ),
    _S.MIDFOOT: _site(
        _R.FOOT,
        N_("top of the {side} midfoot"),
        N_("top of both midfeet"),
        _T.BONE,
        alert=Alert.BONE_HIGH,
    ),
    _S.OUTER_FOOT: _site(
        _R.FOOT,
        N_("outer edge of the {side} foot"),
        N_("outer edge of both feet"),
        _T.BONE,
        alert=Alert.BONE_HIGH,
    ),
    _S.BIG_TOE_BALL: _site(
        _R.FOOT,
        N_("ball of the {side} big toe"),
        N_("balls of both big toes"),
        _T.BONE,
        alert=Alert.BONE_HIGH,
    ),
    _S.INNER_ANKLE: _site(
        _R.FOOT,
        N_("inner {side} ankle bone"),
        N_("inner ankle bones"),
        _T.BONE,
        alert=Alert.BONE_HIGH,
    ),
    _S.OUTER_ANKLE: _site(_R.FOOT, N_("outer {side} ankle"), N_("outer ankles")),
    _S.SOLE: _site(_R.FOOT, N_("sole of the {side} foot"), N_("soles of both feet")),
    _S.LOW_BACK: _site(_R.LOW_BACK, N_("low back"), N_("low back")),
    _S.SACRUM: _site(
        _R.LOW_BACK,
        N_("{side} side of the bone below the low back"),
        N_("both sides of the bone below the low back"),
        _T.BONE,
        alert=Alert.BONE,
    ),
    _S.BUTTOCK: _site(
        _R.BUTTOCK, N_("{side} seat muscle"), N_("both seat muscles"), _T.GLUTEAL_TENDON
    ),
    _S.OUTER_HIP: _site(
        _R.OUTER_HIP, N_("outer side of the {side} hip"), N_("outer hips"), _T.GLUTEAL_TENDON
    ),
    _S.SIT_BONE: _site(_R.SIT_BONE, N_("{side} sit-bone"), N_("both sit-bones"), _T.HAMSTRING),
    _S.HAMSTRING: _site(
        _R.HAMSTRING, N_("back of the {side} thigh"), N_("back of both thighs"), _T.HAMSTRING
    ),
    _S.CALF: _site(_R.CALF, N_("{side} calf"), N_("both calves"), _T.CALF_ACHILLES),
    _S.ACHILLES: _site(
        _R.ACHILLES, N_("{side} Achilles tendon"), N_("both Achilles tendons"), _T.CALF_ACHILLES
    ),
    _S.HEEL_BONE: _site(
        _R.HEEL, N_("{side} heel bone"), N_("both heel bones"), _T.BONE, alert=Alert.BONE
    ),
}
"""Every place of the body picture; the first of a region is the one offered first."""

REGION_LABELS: dict[BodyRegion, str] = {
    _R.FRONT_HIP: N_("Front of hip"),
    _R.GROIN: N_("Groin"),
    _R.FRONT_THIGH: N_("Front thigh"),
    _R.KNEE: N_("Knee"),
    _R.SHIN: N_("Shin"),
    _R.FOOT: N_("Foot, ankle"),
    _R.LOW_BACK: N_("Low back"),
    _R.BUTTOCK: N_("Seat muscle"),
    _R.OUTER_HIP: N_("Outer hip"),
    _R.SIT_BONE: N_("Sit-bone"),
    _R.HAMSTRING: N_("Back of thigh"),
    _R.CALF: N_("Calf"),
    _R.ACHILLES: N_("Achilles"),
    _R.HEEL: N_("Heel"),
}
"""As the body picture names each part."""

HIP_SITES = frozenset(
    {_S.FRONT_HIP, _S.DEEP_GROIN, _S.ADDUCTOR, _S.PUBIC_BONE, _S.OUTER_HIP, _S.BUTTOCK, _S.SIT_BONE}
)
THIGH_SITES = frozenset({_S.FRONT_THIGH, _S.DEEP_THIGH, _S.THIGH_BONE, _S.HAMSTRING})
KNEE_SITES = frozenset({_S.KNEE_FRONT, _S.KNEE_OUTER, _S.KNEE_INNER})
FOOT_SITES = frozenset(
    {
        *(_S.MIDFOOT, _S.OUTER_FOOT, _S.BIG_TOE_BALL, _S.INNER_ANKLE, _S.OUTER_ANKLE),
        *(_S.SOLE, _S.HEEL_BONE),
    }
)
TENDON_SITES = frozenset(
    {
        *(_S.ACHILLES, _S.CALF, _S.SIT_BONE, _S.HAMSTRING, _S.OUTER_HIP, _S.KNEE_FRONT),
        *(_S.FRONT_HIP, _S.ADDUCTOR, _S.SOLE, _S.HEEL_BONE),
    }
)
"""Where a tendon may be what hurts."""
FRONT_HIP_SITES = frozenset({_S.FRONT_HIP, _S.DEEP_GROIN})


def has_sides(site: BodySite) -> bool:
    """Whether left and right are told apart there."""
    return "{side}" in SITES[site].name


def sites_of(region: BodyRegion) -> tuple[BodySite, ...]:
    """Return the places of a region, the one offered first in front."""
    return tuple(site for site, facts in SITES.items() if facts.region is region)


def tissues_of(region: BodyRegion) -> frozenset[Tissue]:
    """Return what can be overloaded in a region."""
    return frozenset(tissue for site in sites_of(region) for tissue in SITES[site].tissues)


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """One place on one side, never both."""

    site: BodySite
    side: Side

    @property
    def key(self) -> str:
        """The spot as one word: ``front-hip/right``."""
        return f"{self.site.value}/{self.side.value}"

    @property
    def region(self) -> BodyRegion:
        """The part of the body it belongs to."""
        return SITES[self.site].region


def spots_of(site: BodySite, side: Side) -> tuple[Spot, ...]:
    """Return the spots meant by a place and side; both sides are two spots."""
    if not has_sides(site):
        return (Spot(site, Side.MIDDLE),)
    if side is Side.BOTH:
        return (Spot(site, Side.LEFT), Spot(site, Side.RIGHT))
    return (Spot(site, side),)
