"""Arms and legs as outlines, whatever side they are seen from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docs.figures import skeleton as s
from docs.figures.geometry import between, unit
from docs.figures.shapes import Disc, Part, part

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """Where the joints of a leg are."""

    hip: complex
    knee: complex
    ankle: complex
    heel: complex
    ball: complex
    toe: complex

    @property
    def parts(self) -> list[Part]:
        """Thigh, shank, foot."""
        calf = between(self.knee, self.ankle, s.CALF_AT)
        return [
            part((self.hip, s.THIGH_RADIUS), (self.knee, s.KNEE_RADIUS)),
            part((self.knee, s.KNEE_RADIUS), (calf, s.CALF_RADIUS), (self.ankle, s.ANKLE_RADIUS)),
            part(
                (self.ankle, s.ANKLE_RADIUS),
                (self.heel, s.HEEL_RADIUS),
                (self.ball, s.BALL_RADIUS),
                is_filled=True,
            ),
            part((self.ball, s.BALL_RADIUS), (self.toe, s.TOE_RADIUS)),
        ]

    def body(self) -> Iterator[tuple[str, Disc]]:
        """Yield its round ends with their names."""
        thigh, shank, foot, toes = self.parts
        yield "thigh", Disc(centre=between(self.hip, self.knee, 0.5), radius=5.1)
        yield "knee", thigh.discs[1]
        yield "shank", shank.discs[1]
        yield "ankle", shank.discs[2]
        yield "heel", foot.discs[1]
        yield "ball", foot.discs[2]
        yield "toes", toes.discs[1]

    @property
    def shorts(self) -> Part:
        """The upper part of the thigh."""
        hem = between(self.hip, self.knee, s.SHORTS_AT)
        hem_radius = s.THIGH_RADIUS + (s.KNEE_RADIUS - s.THIGH_RADIUS) * s.SHORTS_AT + 0.45
        return part((self.hip, s.THIGH_RADIUS), (hem, hem_radius))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """Where the joints of an arm are."""

    shoulder: complex
    elbow: complex
    wrist: complex
    palm: complex | None = None
    """Direction of a hand laid on something; in line with the forearm without it."""

    @property
    def hand(self) -> complex:
        """The middle of the hand."""
        return self.wrist + unit(self.palm or self.wrist - self.elbow) * s.HAND

    @property
    def parts(self) -> list[Part]:
        """Upper arm, forearm, hand."""
        return [
            part((self.shoulder, s.SHOULDER_RADIUS), (self.elbow, s.ELBOW_RADIUS)),
            part(
                (self.elbow, s.ELBOW_RADIUS),
                (self.wrist, s.WRIST_RADIUS),
                (self.hand, s.HAND_RADIUS),
            ),
        ]

    def body(self) -> Iterator[tuple[str, Disc]]:
        """Yield its round ends with their names."""
        upper, fore = self.parts
        yield "shoulder", upper.discs[0]
        yield "elbow", upper.discs[1]
        yield "wrist", fore.discs[1]
        yield "hand", fore.discs[2]
