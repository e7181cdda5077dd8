"""Poses and props several exercises share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docs.figures import skeleton as s
from docs.figures.geometry import degrees_of, polar
from docs.figures.scene import MAT_HEIGHT, Scene

if TYPE_CHECKING:
    from docs.figures.limbs import Arm, Leg
    from docs.figures.side_view import Trunk

STANDING = s.THIGH + s.SHANK + s.ANKLE_HEIGHT - 0.3
"""Height of the hip of somebody who stands tall."""
LYING_SHOULDER = MAT_HEIGHT + s.CHEST_RADIUS
LYING_HIP = MAT_HEIGHT + s.HIP_RADIUS
SEAT = 22.0
"""Height of a chair."""
SITTING = SEAT + s.HIP_RADIUS
SHOULDER_ON_FOREARM = MAT_HEIGHT + s.ELBOW_RADIUS + s.UPPER_ARM
"""Height of a shoulder straight above its elbow on the mat."""


def hand_on_hip(trunk: Trunk, *, shift: complex = 0) -> Arm:
    """Return an arm akimbo."""
    return trunk.arm_to(trunk.hip + trunk.along * 5.5 + trunk.front * 2.5, shift=shift)


def arm_along_ground(trunk: Trunk, ground: float, *, heading: float) -> Arm:
    """Return an arm that lies on the ground beside the body."""
    elbow = ground + s.ELBOW_RADIUS
    drop = (trunk.shoulder.imag - elbow) / s.UPPER_ARM
    towards = 1 if heading == 0 else -1
    upper = degrees_of(complex(towards * (1 - drop**2) ** 0.5, -drop))
    point = trunk.shoulder + polar(s.UPPER_ARM, upper)
    sink = (point.imag - ground - s.HAND_RADIUS) / (s.FOREARM + s.HAND)
    fore = degrees_of(complex(towards * (1 - sink**2) ** 0.5, -sink))
    return trunk.arm_at(upper, fore)


def on_leg(leg: Leg, share: float, *, off: float) -> complex:
    """Return a point along a thigh, ``off`` to the left of the way from hip to knee."""
    way = leg.knee - leg.hip
    return leg.hip + way * share + way / abs(way) * 1j * off


def chair(scene: Scene, front: float, *, facing: int = 1) -> None:
    """Put a chair whose seat ends at ``front``; its back is behind."""
    back = front - 25 * facing
    left, right = sorted((front, back))
    for x in (front - 2.2 * facing, back):
        low, high = sorted((x, x + 2.2 * facing))
        scene.post(low, high, SEAT - 1 if x != back else SEAT + 25)
    scene.box(left, right, SEAT, SEAT - 3)


def wall(scene: Scene, face: float, *, height: float, side: int = 1) -> None:
    """Put a wall whose face is at ``face``, to its right for ``side`` 1."""
    left, right = sorted((face, face + 4 * side))
    scene.box(left, right, height)
