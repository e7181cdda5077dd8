"""Points, capsules and the joint between two segments.

A point is a complex number, x to the right and y up, in hundredths of the body's height.
"""

from __future__ import annotations

import cmath
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOUCHING = 1e-6


class OutOfReachError(ValueError):
    """A hand or foot was put where the limb does not reach."""


def polar(length: float, degrees: float) -> complex:
    """Return the vector of a length and a direction, 0 to the right and 90 up."""
    return cmath.rect(length, math.radians(degrees))


def unit(vector: complex) -> complex:
    """Return the vector at length 1."""
    return vector / abs(vector)


def degrees_of(vector: complex) -> float:
    """Return the direction of a vector, -180 to 180."""
    return math.degrees(cmath.phase(vector))


def turn(one: complex, other: complex) -> float:
    """Return the angle from one direction to another, counter-clockwise, -180 to 180."""
    return degrees_of(other / one)


def between(one: complex, other: complex, share: float) -> complex:
    """Return the point at a share of the way from one to the other."""
    return one + (other - one) * share


def joint(root: complex, tip: complex, first: float, second: float, *, bend: int) -> complex:
    """Return where two segments from root to tip meet.

    Args:
        root: Where the first segment starts.
        tip: Where the second one ends.
        first: Length of the segment at the root.
        second: Length of the segment at the tip.
        bend: 1 for a joint on the left of the way from root to tip, -1 for the right.

    Raises:
        OutOfReachError: The two cannot meet.
    """
    distance = abs(tip - root)
    if not abs(first - second) <= distance <= first + second:
        raise OutOfReachError(
            f"{tip:.1f} is {distance:.1f} from {root:.1f}: reach is {first + second:.1f}"
        )
    along = (first**2 - second**2 + distance**2) / (2 * distance)
    aside = math.sqrt(max(0.0, first**2 - along**2))
    return root + unit(tip - root) * complex(along, bend * aside)


def capsule(one: complex, one_radius: float, other: complex, other_radius: float) -> str:
    """Return the path of two circles and their outer tangents, counter-clockwise."""
    distance = abs(other - one)
    if distance <= abs(one_radius - other_radius) + _TOUCHING:
        centre, radius = max((one, one_radius), (other, other_radius), key=lambda c: c[1])
        return circle(centre, radius)
    along = unit(other - one)
    lean = math.acos((one_radius - other_radius) / distance)
    left, right = cmath.exp(1j * lean), cmath.exp(-1j * lean)
    start = one + along * right * one_radius
    end = other + along * right * other_radius
    back = other + along * left * other_radius
    home = one + along * left * one_radius
    # Past a right angle the arc at the wider end is the longer one.
    wide, narrow = int(lean > math.pi / 2), int(lean < math.pi / 2)
    return (
        f"M{_xy(start)}L{_xy(end)}A{_n(other_radius)} {_n(other_radius)} 0 {wide} 0 {_xy(back)}"
        f"L{_xy(home)}A{_n(one_radius)} {_n(one_radius)} 0 {narrow} 0 {_xy(start)}Z"
    )


def circle(centre: complex, radius: float) -> str:
    """Return the path of a circle."""
    east, west = centre + radius, centre - radius
    r = _n(radius)
    return f"M{_xy(east)}A{r} {r} 0 1 0 {_xy(west)}A{r} {r} 0 1 0 {_xy(east)}Z"


def polygon(points: Sequence[complex]) -> str:
    """Return the path of a polygon, turned counter-clockwise like every other shape."""
    area = sum(
        (one.conjugate() * other).imag
        for one, other in zip(points, [*points[1:], points[0]], strict=True)
    )
    ordered = points if area > 0 else list(reversed(points))
    return "M" + "L".join(_xy(point) for point in ordered) + "Z"


def line(points: Sequence[complex]) -> str:
    """Return the path through points."""
    return "M" + "L".join(_xy(point) for point in points)


def curve(start: complex, control: complex, end: complex) -> str:
    """Return the path of a quadratic curve."""
    return f"M{_xy(start)}Q{_xy(control)} {_xy(end)}"


def _xy(point: complex) -> str:
    # Paper counts y downwards.
    return f"{_n(point.real)} {_n(-point.imag)}"


def _n(number: float) -> str:
    return f"{round(number, 2) + 0.0:g}"
