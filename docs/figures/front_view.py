"""A person seen from the front, upright or lying on a side.

Segments that point at the viewer look short: limbs may be given by knee and ankle, or elbow
and wrist, and are refused only where they would be longer than they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docs.figures import skeleton as s
from docs.figures.geometry import OutOfReachError, between, joint, polar
from docs.figures.limbs import Arm
from docs.figures.shapes import Disc, Part, Shape, body_part, part

if TYPE_CHECKING:
    from collections.abc import Iterator

LEFT, RIGHT = -1, 1
"""Sides as the viewer sees them while the person is upright."""
FOOT_RADIUS = 2.4
FOOT_OUT = 1.3
_SLACK = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontLeg:
    """Where the joints of a leg are, the foot pointing at the viewer."""

    hip: complex
    knee: complex
    ankle: complex
    ball: complex

    @property
    def parts(self) -> list[Part]:
        """Thigh, shank, foot."""
        calf = between(self.knee, self.ankle, s.CALF_AT)
        return [
            part((self.hip, s.FRONT_THIGH_RADIUS), (self.knee, s.KNEE_RADIUS)),
            part((self.knee, s.KNEE_RADIUS), (calf, s.CALF_RADIUS), (self.ankle, s.ANKLE_RADIUS)),
            part((self.ankle, s.ANKLE_RADIUS), (self.ball, FOOT_RADIUS)),
        ]

    def body(self) -> Iterator[tuple[str, Disc]]:
        """Yield its round ends with their names."""
        thigh, shank, foot = self.parts
        yield "hip", thigh.discs[0]
        yield "knee", thigh.discs[1]
        yield "shank", shank.discs[1]
        yield "ankle", shank.discs[2]
        yield "foot", foot.discs[1]

    @property
    def shorts(self) -> Part:
        """The upper part of the thigh."""
        hem = between(self.hip, self.knee, s.SHORTS_AT)
        wide = s.FRONT_THIGH_RADIUS
        hem_radius = wide + (s.KNEE_RADIUS - wide) * s.SHORTS_AT + 0.45
        return part((self.hip, wide), (hem, hem_radius))


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontTrunk:
    """Pelvis and chest as the viewer sees them."""

    pelvis: complex
    """The middle between the hip joints."""
    lean: float = 90.0
    """Direction from pelvis to neck in degrees: 90 upright, 180 lying with the head left."""
    hip_drop: float = 0.0
    """How far the pelvis is turned counter-clockwise from level, degrees."""
    shoulder_drop: float = 0.0
    half_hips: float = s.HALF_HIPS
    half_shoulders: float = s.HALF_SHOULDERS
    length: float = s.TRUNK
    """Shorter where the person leans towards the viewer."""

    @property
    def along(self) -> complex:
        """Direction from pelvis to neck."""
        return polar(1, self.lean)

    @property
    def neck(self) -> complex:
        """The middle between the shoulder joints."""
        return self.pelvis + self.along * self.length

    def hip(self, side: int) -> complex:
        """Return a hip joint."""
        across = -1j * self.along * polar(1, self.hip_drop)
        return self.pelvis + across * side * self.half_hips

    def shoulder(self, side: int) -> complex:
        """Return a shoulder joint."""
        across = -1j * self.along * polar(1, self.shoulder_drop)
        return self.neck + across * side * self.half_shoulders

    def leg_to(
        self, side: int, ankle: complex, *, bend: int | None = None, out: float = FOOT_OUT
    ) -> FrontLeg:
        """Return the leg in full length whose ankle is at a point; the knee bends outwards."""
        hip = self.hip(side)
        knee = joint(hip, ankle, s.THIGH, s.SHANK, bend=side if bend is None else bend)
        return self._leg(side, knee, ankle, out)

    def soft_leg(self, side: int, ankle: complex, *, knee_out: float = 0.8) -> FrontLeg:
        """Return the leg whose knee is a little bent towards the viewer."""
        knee = between(self.hip(side), ankle, s.THIGH / (s.THIGH + s.SHANK)) + side * knee_out
        return self.leg_by(side, knee, ankle)

    def leg_by(
        self, side: int, knee: complex, ankle: complex, *, out: float = FOOT_OUT
    ) -> FrontLeg:
        """Return the leg with its knee and ankle at two points, as short as they are apart."""
        _refuse_longer(self.hip(side), knee, s.THIGH)
        _refuse_longer(knee, ankle, s.SHANK)
        return self._leg(side, knee, ankle, out)

    def arm_to(
        self, side: int, wrist: complex, *, bend: int | None = None, palm: complex | None = None
    ) -> Arm:
        """Return the arm whose wrist is at a point, its elbow outwards."""
        shoulder = self.shoulder(side)
        turn = side if bend is None else bend
        elbow = joint(shoulder, wrist, s.UPPER_ARM, s.FOREARM, bend=turn)
        return Arm(shoulder=shoulder, elbow=elbow, wrist=wrist, palm=palm)

    def arm_by(self, side: int, elbow: complex, wrist: complex) -> Arm:
        """Return the arm with its elbow and wrist at two points."""
        shoulder = self.shoulder(side)
        _refuse_longer(shoulder, elbow, s.UPPER_ARM)
        _refuse_longer(elbow, wrist, s.FOREARM)
        return Arm(shoulder=shoulder, elbow=elbow, wrist=wrist)

    def _leg(self, side: int, knee: complex, ankle: complex, out: float) -> FrontLeg:
        # The foot hangs from the ankle the way the whole person stands.
        down = -self.along
        ball = ankle + down * (s.ANKLE_HEIGHT - FOOT_RADIUS) + down * 1j * side * out
        return FrontLeg(hip=self.hip(side), knee=knee, ankle=ankle, ball=ball)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPerson:
    """A person from the front; parts on the side away from the viewer are lighter."""

    trunk: FrontTrunk
    legs: tuple[FrontLeg, FrontLeg]
    """In drawing order."""
    arms: tuple[Arm, ...]
    far_legs: int = 0
    """How many of the legs, from the first, are lighter."""
    far_arms: int = 0
    arms_behind: int = 0
    """How many of the arms, from the first, lie behind the trunk."""
    head_tilt: float = 0.0
    """How far the head is turned counter-clockwise from the trunk, degrees."""

    @property
    def head(self) -> complex:
        """The middle of the head."""
        along = self.trunk.along * polar(1, self.head_tilt)
        return self.trunk.neck + along * (s.NECK + s.HEAD_RADIUS)

    def shapes(self) -> list[Shape]:
        """Return the person in drawing order."""
        trunk = self.trunk
        shapes: list[Shape] = []
        far = ["far" if n < self.far_legs else "near" for n in range(2)]
        for leg, role in zip(self.legs, far, strict=True):
            shapes += body_part(leg.parts, role)
            if role == "far":
                shapes += body_part([leg.shorts], "far-shorts", is_apart=False)
        arms = [
            body_part(arm.parts, "far" if number < self.far_arms else "near")
            for number, arm in enumerate(self.arms)
        ]
        behind = max(self.arms_behind, self.far_arms)
        for arm in arms[:behind]:
            shapes += arm
        torso = self._torso()
        shapes += body_part([torso], "gap")
        shapes += body_part(
            [
                part((trunk.neck, s.NECK_RADIUS), (self.head, s.NECK_RADIUS)),
                part((self.head, s.HEAD_RADIUS)),
            ],
            "near",
            is_apart=False,
        )
        shapes += body_part([torso], "shirt", is_apart=False)
        near = [leg.shorts for leg, role in zip(self.legs, far, strict=True) if role == "near"]
        shapes += body_part([self._seat(), *near], "shorts", is_apart=False)
        for arm in arms[behind:]:
            shapes += arm
        return shapes

    def body(self) -> Iterator[tuple[str, Disc]]:
        """Yield every round end of the body with its name."""
        yield "head", Disc(centre=self.head, radius=s.HEAD_RADIUS)
        yield from (("back", disc) for disc in self._torso().discs)
        yield from (("seat", disc) for disc in self._seat().discs)
        for side, leg in zip(("first", "second"), self.legs, strict=True):
            for name, disc in leg.body():
                yield f"{side} {name}", disc
        for side, arm in zip(("first", "second"), self.arms, strict=True):
            for name, disc in arm.body():
                yield f"{side} {name}", disc

    def _torso(self) -> Part:
        trunk = self.trunk
        middle = between(trunk.pelvis, trunk.neck, 0.45)
        narrow = -1j * trunk.along * trunk.half_hips * 0.42
        top = [
            between(trunk.shoulder(side), trunk.neck, 0.3) - trunk.along * 1.2
            for side in (RIGHT, LEFT)
        ]
        hips = [
            between(trunk.hip(side), trunk.pelvis, 0.4) + trunk.along * 5 for side in (LEFT, RIGHT)
        ]
        return part(
            (top[0], 3.6),
            (top[1], 3.6),
            (middle - narrow, 5.0),
            (hips[0], 5.0),
            (hips[1], 5.0),
            (middle + narrow, 5.0),
            is_filled=True,
        )

    def _seat(self) -> Part:
        trunk = self.trunk
        return part(
            (between(trunk.hip(LEFT), trunk.pelvis, 0.15) + trunk.along, 5.6),
            (between(trunk.hip(RIGHT), trunk.pelvis, 0.15) + trunk.along, 5.6),
        )


def _refuse_longer(one: complex, other: complex, length: float) -> None:
    if abs(other - one) > length + _SLACK:
        raise OutOfReachError(f"{one:.1f} to {other:.1f} is longer than {length:.1f}")
