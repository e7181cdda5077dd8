"""A person seen from the side, standing, kneeling or lying."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from docs.figures import skeleton as s
from docs.figures.geometry import between, joint, polar, unit
from docs.figures.limbs import Arm, Leg
from docs.figures.shapes import Disc, body_part, part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.figures.shapes import Shape

PLANTAR_AT_EASE = 18.0
"""How far an unloaded foot hangs from the right angle to its shank, degrees."""
INSTEP_DOWN = 126.5
"""Direction of the sole of a foot that lies on its instep, from upright."""
TUCKED = 78.0
"""How far the heel is up over toes that are tucked under, degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trunk:
    """Pelvis to shoulders, and which way the person looks."""

    hip: complex
    lean: float = 90.0
    """Direction from hip to shoulder in degrees: 90 upright, 180 lying with the head left."""
    facing: int = 1
    """1 for a front that is to the right when upright, -1 for the left."""
    bow: float = 0.0
    """How far the middle of the back is off the straight line, towards the front."""

    @property
    def along(self) -> complex:
        """Direction from hip to shoulder."""
        return polar(1, self.lean)

    @property
    def front(self) -> complex:
        """Direction the chest looks to."""
        return self.along * -1j * self.facing

    @property
    def shoulder(self) -> complex:
        """The shoulder joint."""
        return self.hip + self.along * s.TRUNK

    @property
    def chest(self) -> complex:
        """Where the ribs are deepest, under the shoulder joint: the neck stays free."""
        return between(self.hip, self.shoulder, 0.91)

    @property
    def waist(self) -> complex:
        """The middle of the back."""
        return between(self.hip, self.shoulder, 0.48) + self.front * self.bow

    def leg_to(
        self,
        ankle: complex,
        *,
        sole: float | None = None,
        toes: float = 0.0,
        hip_shift: complex = 0,
    ) -> Leg:
        """Return the leg whose ankle is at a point.

        Args:
            ankle: Where the ankle joint is.
            sole: Direction from heel to toes in degrees; hanging at ease without it.
            toes: How far the toes are bent up from the sole, degrees.
            hip_shift: How far this hip joint is from the middle of the pelvis.
        """
        hip = self.hip + hip_shift
        knee = joint(hip, ankle, s.THIGH, s.SHANK, bend=self.facing)
        return self._leg(hip, knee, ankle, sole, toes)

    def leg_at(
        self, thigh: float, shank: float, *, sole: float | None = None, toes: float = 0.0
    ) -> Leg:
        """Return the leg whose segments point in two directions, degrees."""
        knee = self.hip + polar(s.THIGH, thigh)
        return self._leg(self.hip, knee, knee + polar(s.SHANK, shank), sole, toes)

    def standing_on(self, point: complex, *, heel_up: float = 0.0, hip_shift: complex = 0) -> Leg:
        """Return the leg that stands with the ball of its foot over a point of the ground.

        Args:
            point: The ground under the ankle of the flat foot.
            heel_up: How far the heel is lifted, degrees; the toes stay flat.
            hip_shift: How far this hip joint is from the middle of the pelvis.
        """
        sole = 90 - (90 + heel_up) * self.facing
        ankle = standing_ankle(point, heel_up=heel_up, facing=self.facing)
        return self.leg_to(ankle, sole=sole, toes=heel_up, hip_shift=hip_shift)

    def heel_on(self, point: complex, *, sole: float) -> Leg:
        """Return the leg whose heel rests on a point of the ground, toes off it."""
        heel = point + 1j * s.HEEL_RADIUS
        ankle = heel - _from_ankle(sole, self.facing, -s.HEEL_BACK, s.HEEL_RADIUS)
        return self.leg_to(ankle, sole=sole)

    def kneeling_on(self, knee: complex, *, toes_tucked: bool = False) -> Leg:
        """Return the leg whose knee and instep lie on the ground under ``knee``.

        The ground is ``s.KNEE_RADIUS`` below the knee; the shank lies behind it.
        """
        # The shank lies on knee and calf.
        drop = (s.KNEE_RADIUS - s.CALF_RADIUS) / s.CALF_AT
        if toes_tucked:
            drop = s.KNEE_RADIUS - tucked_ankle(facing=1).imag
        back = math.sqrt(s.SHANK**2 - drop**2)
        ankle = knee - back * self.facing - 1j * drop
        if toes_tucked:
            return self.leg_to(ankle, sole=90 - (90 + TUCKED) * self.facing, toes=TUCKED)
        return self.leg_to(ankle, sole=90 + INSTEP_DOWN * self.facing)

    def arm_to(
        self,
        wrist: complex,
        *,
        bend: int | None = None,
        shift: complex = 0,
        palm: complex | None = None,
    ) -> Arm:
        """Return the arm whose wrist is at a point.

        ``bend`` 1 or -1 puts the elbow left or right of the way from shoulder to wrist;
        without it the elbow points backwards. ``shift`` moves the shoulder joint.
        """
        shoulder = self.shoulder + shift
        side = -self.facing if bend is None else bend
        elbow = joint(shoulder, wrist, s.UPPER_ARM, s.FOREARM, bend=side)
        return Arm(shoulder=shoulder, elbow=elbow, wrist=wrist, palm=palm)

    def arm_at(self, upper: float, fore: float, *, shift: complex = 0) -> Arm:
        """Return the arm whose segments point in two directions, degrees."""
        shoulder = self.shoulder + shift
        elbow = shoulder + polar(s.UPPER_ARM, upper)
        return Arm(shoulder=shoulder, elbow=elbow, wrist=elbow + polar(s.FOREARM, fore))

    def _leg(
        self, hip: complex, knee: complex, ankle: complex, sole: float | None, toes: float
    ) -> Leg:
        if sole is None:
            along = unit(ankle - knee) * 1j * self.facing
            heading = along * polar(1, -PLANTAR_AT_EASE * self.facing)
        else:
            heading = polar(1, sole)
        up = heading * 1j * self.facing

        def foot(ahead: float, over_sole: float) -> complex:
            return ankle + heading * ahead + up * (over_sole - s.ANKLE_HEIGHT)

        ball = foot(s.BALL_AHEAD, s.BALL_RADIUS)
        toe_length = s.TOE_AHEAD - s.BALL_AHEAD + 0.2
        toe = ball + heading * polar(1, toes * self.facing) * toe_length
        return Leg(
            hip=hip,
            knee=knee,
            ankle=ankle,
            heel=foot(-s.HEEL_BACK, s.HEEL_RADIUS),
            ball=ball,
            toe=toe + up * (s.TOE_RADIUS - s.BALL_RADIUS),
        )


def standing_ankle(point: complex, *, heel_up: float = 0.0, facing: int = 1) -> complex:
    """Return the ankle over a point of the ground, its heel lifted by degrees."""
    ball = point + s.BALL_AHEAD * facing + 1j * s.BALL_RADIUS
    sole = 90 - (90 + heel_up) * facing
    return ball - _from_ankle(sole, facing, s.BALL_AHEAD, s.BALL_RADIUS)


def tall_hip(point: complex, *, heel_up: float = 0.0, ahead: float = 0.0) -> complex:
    """Return the hip of somebody standing tall on a point, ``ahead`` of the ankle."""
    ankle = standing_ankle(point, heel_up=heel_up)
    straight = s.THIGH + s.SHANK - 0.3
    return ankle + complex(ahead, math.sqrt(straight**2 - ahead**2))


def tucked_ankle(*, facing: int) -> complex:
    """Return where the ankle is over the ground point under a ball whose toes are tucked."""
    sole = 90 - (90 + TUCKED) * facing
    return s.BALL_RADIUS * 1j - _from_ankle(sole, facing, s.BALL_AHEAD, s.BALL_RADIUS)


def _from_ankle(sole: float, facing: int, ahead: float, over_sole: float) -> complex:
    heading = polar(1, sole)
    return heading * ahead + heading * 1j * facing * (over_sole - s.ANKLE_HEIGHT)


@dataclass(frozen=True, kw_only=True)
class SidePerson:
    """A person from the side; the far limbs are lighter."""

    trunk: Trunk
    near_leg: Leg
    far_leg: Leg
    near_arm: Arm | None
    far_arm: Arm | None
    nod: float = 0.0
    """How far the head is bent towards the chest, degrees."""
    has_nose: bool = True
    arm_behind: bool = False
    """Whether the near arm lies behind the near leg."""

    @cached_property
    def head(self) -> complex:
        """The middle of the head."""
        along = self.trunk.along * polar(1, -self.nod * self.trunk.facing)
        return self.trunk.shoulder + along * (s.NECK + s.HEAD_RADIUS) + self.trunk.front * 0.8

    @property
    def nose(self) -> complex:
        """The tip of the face."""
        front = self.trunk.front * polar(1, -self.nod * self.trunk.facing)
        return self.head + front * (s.HEAD_RADIUS + 0.2)

    def shapes(self) -> list[Shape]:
        """Return the person in drawing order."""
        trunk = self.trunk
        torso = part(
            (trunk.hip, s.HIP_RADIUS),
            (trunk.waist, s.WAIST_RADIUS),
            (trunk.chest, s.CHEST_RADIUS),
        )
        head = [
            part((trunk.shoulder, s.NECK_RADIUS), (self.head, s.NECK_RADIUS)),
            part((self.head, s.HEAD_RADIUS)),
        ]
        if self.has_nose:
            head.append(part((self.nose, s.NOSE_RADIUS)))
        near_arm = body_part(self.near_arm.parts, "near") if self.near_arm else []
        return [
            *body_part(self.far_leg.parts, "far"),
            *body_part([self.far_leg.shorts], "far-shorts", is_apart=False),
            *(body_part(self.far_arm.parts, "far") if self.far_arm else []),
            *body_part([torso], "gap"),
            *body_part(head, "near"),
            *body_part([torso], "shirt", is_apart=False),
            *(near_arm if self.arm_behind else []),
            *body_part(self.near_leg.parts, "near"),
            *body_part(
                [part((trunk.hip, s.HIP_RADIUS)), self.near_leg.shorts], "shorts", is_apart=False
            ),
            *([] if self.arm_behind else near_arm),
        ]

    def body(self) -> Iterator[tuple[str, Disc]]:
        """Yield every round end of the body with its name."""
        trunk = self.trunk
        yield "head", Disc(centre=self.head, radius=s.HEAD_RADIUS)
        yield "back", Disc(centre=trunk.chest, radius=s.CHEST_RADIUS)
        yield "waist", Disc(centre=trunk.waist, radius=s.WAIST_RADIUS)
        yield "seat", Disc(centre=trunk.hip, radius=s.HIP_RADIUS)
        for side, leg in (("near", self.near_leg), ("far", self.far_leg)):
            for name, disc in leg.body():
                yield f"{side} {name}", disc
        for side, arm in (("near", self.near_arm), ("far", self.far_arm)):
            if arm is not None:
                for name, disc in arm.body():
                    yield f"{side} {name}", disc
