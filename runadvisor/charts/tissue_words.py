"""A tissue and how it stands to its usual, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.body import Tissue
from runadvisor.domain.text import N_, Message
from runadvisor.training_load.tissue_trends import TissueLack
from runadvisor.wording import sentence

if TYPE_CHECKING:
    from runadvisor.training_load.tissue_trends import TissueTrend

TISSUE_NAMES = {
    Tissue.CALF_ACHILLES: N_("Calf and Achilles"),
    Tissue.HIP_FLEXOR: N_("Front of hip"),
    Tissue.HAMSTRING: N_("Hamstring"),
    Tissue.KNEE_CAP: N_("Knee"),
    Tissue.BONE: N_("Shin bone"),
    Tissue.GLUTEAL_TENDON: N_("Outer hip"),
}
LEAST_ABOVE = 0.005
"""Half a percent: less is within the usual, as it would be printed as 0 %."""
MOST_SAID = 1.0
"""The model says nothing about multiples: beyond twice the usual it is not put in numbers."""
_SHORT = N_("not enough weeks yet")
_LACKS = {
    TissueLack.TRACK: N_("needs every second of your runs: files such as FIT, GPX or TCX"),
    TissueLack.EASY_SPEED: N_("needs your easy pace, which is not known yet"),
}


def tissue_words(trend: TissueTrend) -> str:
    """Return how the last seven days stand to the usual: ``17 % above your usual``."""
    if trend.usual is None or trend.weeks[-1] is None:
        return sentence(Message(_SHORT if trend.lacks is None else _LACKS[trend.lacks]))
    above = trend.above_usual
    if above is None:
        return sentence(Message(N_("nothing usual to set it against")))
    if above > MOST_SAID:
        return sentence(Message(N_("more than twice your usual")))
    if above >= LEAST_ABOVE:
        return sentence(Message(N_("{share} above your usual"), {"share": share_words(above)}))
    words = N_("below your usual") if trend.is_below_usual else N_("within your usual")
    return sentence(Message(words))


def share_words(share: float) -> str:
    """Return ``17 %``."""
    return f"{share * 100:.0f} %"
