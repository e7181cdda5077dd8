"""Where load goes."""

from __future__ import annotations

from enum import StrEnum


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
