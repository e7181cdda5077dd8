"""The body of the picture as numbers: an outline from joints, and where each region lies on it.

Lengths are units of one figure: 204 wide with both hands, 540 high; x runs to the viewer's
right from the middle of the figure, y down from the top of the head. Everything is drawn from
these numbers, so that it is sharp at any size and in any theme.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from runadvisor.domain.body import BodyRegion, Side

WIDTH, HEIGHT = 204.0, 540.0


class View(Enum):
    """From where the figure is seen."""

    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Limb:
    """A part between two round ends: (x, y, radius) each, as seen on the right of the figure."""

    start: tuple[float, float, float]
    end: tuple[float, float, float]


LIMBS = (
    Limb((53, 116, 18), (72, 204, 14.5)),
    Limb((72, 204, 14.5), (88, 296, 11)),
    Limb((88, 296, 11), (89, 314, 11)),
    Limb((29, 262, 29), (31, 380, 19.5)),
    Limb((31, 380, 19), (32, 424, 19)),
    Limb((32, 424, 19), (34, 500, 11)),
    Limb((34, 500, 11.5), (37, 524, 13)),
)
"""Upper arm, forearm, hand; thigh, knee, calf, foot. The other side is its mirror."""
TRUNK = (
    *((14, 60), (16, 84), (52, 98), (62, 112), (47, 150), (43, 190), (41, 212)),
    *((47, 236), (57, 262), (57, 284), (0, 290)),
)
"""The right half of neck and trunk, from the neck down to between the legs."""
HEAD = (0.0, 35.0, 29.0, 35.0)
"""Centre x and y, radii."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where a region is drawn: an ellipse, or a rounded box where it lies across the middle."""

    region: BodyRegion
    side: Side
    view: View
    x: float
    y: float
    across: float
    down: float
    """Radii."""

    @property
    def key(self) -> tuple[BodyRegion, Side]:
        """Region and side: no region is drawn twice."""
        return self.region, self.side


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """Pain written down at a region: how strong, and whether it is of the day shown."""

    score: int
    """The strongest, 0-10."""
    is_today: bool
    words: str
    """``1 on 22 Nov``."""


_R = BodyRegion
_FRONT = (
    (_R.FRONT_HIP, 33, 259, 20, 19),
    (_R.GROIN, 9.5, 283, 9, 16),
    (_R.FRONT_THIGH, 32, 329, 19, 35),
    (_R.KNEE, 31, 387, 19, 17),
    (_R.SHIN, 32, 447, 15.5, 36),
    (_R.FOOT, 35, 517, 14.5, 14.5),
)
_BACK = (
    (_R.BUTTOCK, 25, 252, 21, 20),
    (_R.OUTER_HIP, 55, 264, 8, 20),
    (_R.SIT_BONE, 22, 286, 16, 8.5),
    (_R.HAMSTRING, 31, 337, 20, 37),
    (_R.CALF, 32, 426, 18.5, 33),
    (_R.ACHILLES, 33, 485, 11, 21),
    (_R.HEEL, 35, 519, 12.5, 12),
)


def _pair(view: View, region: BodyRegion, x: float, y: float, *radii: float) -> tuple[Mark, Mark]:
    """Return a region on both sides, that on the viewer's left first."""
    # Seen from the front, the runner's right is on the viewer's left.
    left_of_viewer = Side.RIGHT if view is View.FRONT else Side.LEFT
    right_of_viewer = Side.LEFT if view is View.FRONT else Side.RIGHT
    across, down = radii
    return (
        Mark(region=region, side=left_of_viewer, view=view, x=-x, y=y, across=across, down=down),
        Mark(region=region, side=right_of_viewer, view=view, x=x, y=y, across=across, down=down),
    )


MARKS: tuple[Mark, ...] = (
    *(mark for row in _FRONT for mark in _pair(View.FRONT, *row)),
    Mark(region=_R.LOW_BACK, side=Side.MIDDLE, view=View.BACK, x=0, y=211, across=29, down=18),
    *(mark for row in _BACK for mark in _pair(View.BACK, *row)),
)
"""From top to bottom, front before back."""


def mark_of(region: BodyRegion, side: Side) -> Mark:
    """Return where a region is drawn on a side; a region without sides has one place.

    Raises:
        KeyError: There is none on that side.
    """
    found = next((m for m in MARKS if m.region is region and m.side in {side, Side.MIDDLE}), None)
    if found is None:
        raise KeyError(region, side)
    return found


def marks_of(region: BodyRegion, side: Side) -> tuple[Mark, ...]:
    """Return where an entry is drawn: on both sides for both, and for a place in the middle.

    The pubic bone has no side, but its region, the groin, is drawn on both.
    """
    here = tuple(mark for mark in MARKS if mark.region is region)
    chosen = tuple(mark for mark in here if mark.side is side)
    return chosen or here
