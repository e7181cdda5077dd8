"""What a drawing is made of: outlines with a role, never with a colour of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docs.figures.geometry import capsule, circle, polygon

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 1.1
"""The line in the card's colour that keeps two parts apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One path: filled, or stroked where ``width`` is given."""

    path: str
    role: str
    """What it is, as ``DrawingColours`` names it."""
    width: float = 0.0
    is_dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A round end of a body part: what touches the floor, and what must not sink into it."""

    centre: complex
    radius: float

    def gap_to(self, other: complex) -> float:
        """Return how far its edge is from a point; below 0 inside it."""
        return abs(self.centre - other) - self.radius


@dataclass(frozen=True, slots=True)
class Part:
    """Discs joined by their outer tangents, one after the other."""

    discs: tuple[Disc, ...]
    is_filled: bool = False
    """Whether the middle between three or more discs belongs to it."""

    @property
    def path(self) -> str:
        """The outline."""
        joined = [
            capsule(one.centre, one.radius, other.centre, other.radius)
            for one, other in zip(self.discs, self.discs[1:], strict=False)
        ]
        if self.is_filled:
            first, last = self.discs[0], self.discs[-1]
            joined.append(capsule(last.centre, last.radius, first.centre, first.radius))
            joined.append(polygon([disc.centre for disc in self.discs]))
        return "".join(joined) or circle(self.discs[0].centre, self.discs[0].radius)


def part(*discs: tuple[complex, float], is_filled: bool = False) -> Part:
    """Return a part from (centre, radius) pairs."""
    return Part(tuple(Disc(centre=c, radius=r) for c, r in discs), is_filled)


def body_part(parts: Sequence[Part], role: str, *, is_apart: bool = True) -> list[Shape]:
    """Return parts as one outline, kept apart from what lies under it."""
    path = "".join(one.path for one in parts)
    gap = [Shape(path=path, role="gap", width=2 * GAP)] if is_apart else []
    return [*gap, Shape(path=path, role=role)]
