"""One position of an exercise: person, props and marks in drawing order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

from docs.figures.geometry import capsule, circle, curve, line, polar, polygon, unit
from docs.figures.lettering import lettering
from docs.figures.shapes import GAP, Disc, Shape, body_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.figures.limbs import Arm

FLOOR_WIDTH = 1.2
MAT_HEIGHT = 3.0
BAND_WIDTH = 2.8
ARROW_WIDTH = 2.2
ARROW_HEAD = 4.6
FEEL_WIDTH = 1.3
GUIDE_WIDTH = 1.0
PROP_WIDTH = 1.2


class Person(Protocol):
    """Somebody seen from a side."""

    def shapes(self) -> list[Shape]:
        """Return the person in drawing order."""
        ...

    def body(self) -> Iterator[tuple[str, Disc]]:
        """Yield every round end of the body with its name."""
        ...


class Box(NamedTuple):
    """A solid with upright sides."""

    left: float
    bottom: float
    right: float
    top: float

    def nearest(self, point: complex) -> complex:
        """Return its point that is nearest to another."""
        return complex(
            min(max(point.real, self.left), self.right),
            min(max(point.imag, self.bottom), self.top),
        )


class Scene:
    """A position being drawn; each call puts something over what is there."""

    def __init__(self) -> None:
        """Start empty."""
        self.shapes: list[Shape] = []
        self.people: list[Person] = []
        self.solids: list[Box | Disc] = []
        """What nobody can sink into, besides the floor."""
        self.left, self.right, self.top, self.bottom = 0.0, 0.0, 0.0, 0.0

    def floor(self, left: float, right: float) -> Self:
        """Draw the floor, its surface at height 0."""
        y = -FLOOR_WIDTH / 2 * 1j
        self._stroke(line([left + y, right + y]), "floor", FLOOR_WIDTH)
        return self._reach(left, right, 0, -FLOOR_WIDTH)

    def mat(self, left: float, right: float) -> Self:
        """Draw a mat on the floor."""
        h = MAT_HEIGHT / 2
        self._fill(capsule(left + h + h * 1j, h, right - h + h * 1j, h), "mat")
        self.solids.append(Box(left, 0, right, MAT_HEIGHT))
        return self._reach(left, right, MAT_HEIGHT, 0)

    def cloth(self, left: float, right: float, height: float) -> Self:
        """Draw a towel that slides on the floor."""
        self._fill(_rounded(left, right, 0.1, height, 0.6), "accent")
        self.solids.append(Box(left, 0, right, height))
        return self._reach(left, right, height, 0)

    def plane(self, left: float, right: float, depth: float) -> Self:
        """Draw a mat as it looks from a little above."""
        self._fill(_rounded(left, right, 0.4, depth, 2.4), "mat")
        return self._reach(left, right, depth, 0)

    def box(self, left: float, right: float, top: float, bottom: float = 0.0) -> Self:
        """Draw a step, bench or table top: outlined, corners rounded."""
        h = PROP_WIDTH / 2
        path = _rounded(left + h, right - h, bottom + h, top - h, 1.6)
        self._fill(path, "prop")
        self._stroke(path, "prop-line", PROP_WIDTH)
        self.solids.append(Box(left, bottom, right, top))
        return self._reach(left, right, top, bottom)

    def post(self, left: float, right: float, top: float, bottom: float = 0.0) -> Self:
        """Draw the leg of a chair or table: it is behind people, not in their way."""
        h = PROP_WIDTH / 2
        path = _rounded(left + h, right - h, bottom + h, top - h, 0.6)
        self._fill(path, "prop")
        self._stroke(path, "prop-line", PROP_WIDTH)
        return self._reach(left, right, top, bottom)

    def ball(self, centre: complex, radius: float, *, squeeze: float = 1.0) -> Self:
        """Draw a ball, roller or disc."""
        path = circle(centre, radius - PROP_WIDTH / 2)
        if squeeze != 1.0:
            path = _oval(centre, (radius - PROP_WIDTH / 2) * squeeze, radius - PROP_WIDTH / 2)
        self._fill(path, "prop")
        self._stroke(path, "prop-line", PROP_WIDTH)
        self.solids.append(Disc(centre=centre, radius=radius * min(1.0, squeeze)))
        return self._around(centre, radius)

    def plate(self, centre: complex, radius: float) -> Self:
        """Draw a weight plate from its face."""
        self._stroke(circle(centre, radius), "gap", 2 * GAP)
        self.ball(centre, radius)
        self._fill(circle(centre, radius * 0.26), "prop-line")
        return self

    def dumbbell(self, hand: complex, along: complex) -> Self:
        """Draw a dumbbell held in a hand, its bar in the direction the person faces."""
        bar = unit(along) * 1j
        path = "".join(
            capsule(hand + bar * (out - 0.8), 2.9, hand + bar * (out + 0.8), 2.9)
            for out in (-5.0, 5.0)
        )
        grip = capsule(hand - bar * 4, 1.3, hand + bar * 4, 1.3)
        self._stroke(grip + path, "gap", 2 * GAP)
        self._fill(grip, "prop-line")
        self._fill(path, "prop-line")
        for out in (-6.1, 6.1):
            self._around(hand + bar * out, 3.4)
        return self

    def limb(self, arm: Arm) -> Self:
        """Draw a near arm over what is there."""
        self.shapes.extend(body_part(arm.parts, "near"))
        return self

    def footprint(self, x: float) -> Self:
        """Mark where a step lands, under the floor."""
        self._fill(capsule(complex(x - 3, -4), 1.3, complex(x + 3, -4), 1.3), "accent")
        return self._reach(x - 4.5, x + 4.5, 0, -5.6)

    def metronome(self, centre: complex) -> Self:
        """Draw a metronome."""
        corners = [centre + point for point in (-6 - 6j, 6 - 6j, 2.8 + 9j, -2.8 + 9j)]
        path = polygon(corners)
        self._fill(path, "prop")
        self._stroke(path, "prop-line", PROP_WIDTH)
        self._stroke(line([centre - 3j, centre + 4 + 6.5j]), "accent", 1.6)
        return self._around(centre, 8)

    def person(self, person: Person) -> Self:
        """Draw a person."""
        self.shapes.extend(person.shapes())
        self.people.append(person)
        for _, disc in person.body():
            self._around(disc.centre, disc.radius)
        return self

    def band(self, *points: complex) -> Self:
        """Draw an elastic band or strap."""
        self._stroke(line(points), "gap", BAND_WIDTH + 1.6)
        self._stroke(line(points), "accent", BAND_WIDTH)
        for point in points:
            self._around(point, BAND_WIDTH / 2)
        return self

    def feel(self, centre: complex, length: float, breadth: float, degrees: float = 0.0) -> Self:
        """Draw the ellipse that says "you feel it here"."""
        path = _ellipse(centre, length / 2, breadth / 2, degrees)
        self._stroke(path, "gap", FEEL_WIDTH + 1.8)
        self._fill(path, "feel")
        self._stroke(path, "accent", FEEL_WIDTH)
        return self

    def arrow(self, start: complex, end: complex, *, sag: float = 0.0, both: bool = False) -> Self:
        """Draw the way a part moves; ``sag`` bows it to the left of its direction."""
        control = (start + end) / 2 + unit(end - start) * 1j * sag * 2
        path = curve(start, control, end) if sag else line([start, end])
        heads = _head(end, end - control if sag else end - start)
        if both:
            heads += _head(start, start - control if sag else start - end)
        self._stroke(path + heads, "gap", ARROW_WIDTH + 2.0)
        self._stroke(path + heads, "accent", ARROW_WIDTH)
        for point in (start, end, (start + end) / 2 + unit(end - start) * 1j * sag):
            self._around(point, ARROW_WIDTH / 2 + 1)
        return self

    def guide(self, *points: complex, on_body: bool = False) -> Self:
        """Draw a dashed line to judge a height or an angle by."""
        role = "gap" if on_body else "guide"
        self.shapes.append(Shape(path=line(points), role=role, width=GUIDE_WIDTH, is_dashed=True))
        for point in points:
            self._around(point, GUIDE_WIDTH)
        return self

    def label(self, words: str, centre: complex, *, height: float = 4.6) -> Self:
        """Write a few letters as outlines, capitals ``height`` tall."""
        path, width = lettering(words, centre, height)
        self._stroke(path, "gap", 1.6)
        self._fill(path, "guide")
        return self._reach(
            centre.real - width / 2,
            centre.real + width / 2,
            centre.imag + height / 2,
            centre.imag - height / 2,
        )

    def clearances(self) -> Iterator[tuple[str, float]]:
        """Yield for each part of each body how far it is from the nearest solid or the floor.

        0 is touching; below 0 it has sunk in, which only a drawing that is wrong does.
        """
        for person in self.people:
            for name, disc in person.body():
                gaps = [disc.centre.imag - disc.radius]
                for solid in self.solids:
                    if isinstance(solid, Box):
                        gaps.append(disc.gap_to(solid.nearest(disc.centre)))
                    else:
                        gaps.append(disc.gap_to(solid.centre) - solid.radius)
                yield name, min(gaps)

    def _fill(self, path: str, role: str) -> None:
        self.shapes.append(Shape(path=path, role=role))

    def _stroke(self, path: str, role: str, width: float) -> None:
        self.shapes.append(Shape(path=path, role=role, width=width))

    def _around(self, centre: complex, radius: float) -> Self:
        return self._reach(
            centre.real - radius, centre.real + radius, centre.imag + radius, centre.imag - radius
        )

    def _reach(self, left: float, right: float, top: float, bottom: float) -> Self:
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.top, self.bottom = max(self.top, top), min(self.bottom, bottom)
        return self


def _head(tip: complex, direction: complex) -> str:
    back = -unit(direction) * ARROW_HEAD
    return line([tip + back * polar(1, 38), tip, tip + back * polar(1, -38)])


def _rounded(left: float, right: float, bottom: float, top: float, radius: float) -> str:
    r = min(radius, (right - left) / 2 - 0.01, (top - bottom) / 2 - 0.01)
    arc = f"A{r:g} {r:g} 0 0 0 "
    return (
        f"M{_xy(complex(left, top - r))}L{_xy(complex(left, bottom + r))}"
        f"{arc}{_xy(complex(left + r, bottom))}L{_xy(complex(right - r, bottom))}"
        f"{arc}{_xy(complex(right, bottom + r))}L{_xy(complex(right, top - r))}"
        f"{arc}{_xy(complex(right - r, top))}L{_xy(complex(left + r, top))}"
        f"{arc}{_xy(complex(left, top - r))}Z"
    )


def _oval(centre: complex, across: float, up: float) -> str:
    return _ellipse(centre, across, up, 0.0)


def _ellipse(centre: complex, along: float, aside: float, degrees: float) -> str:
    spin = polar(1, degrees)
    # Four quarter curves; 0.5523 makes them a circle to within 0.03 %.
    k = 0.5523
    points = [
        (along + 0j),
        (along + k * aside * 1j),
        (k * along + aside * 1j),
        aside * 1j,
    ]
    quarter = [centre + spin * point for point in points]
    path = f"M{_xy(quarter[0])}C{_xy(quarter[1])} {_xy(quarter[2])} {_xy(quarter[3])}"
    for one, two, end in (
        (-k * along + aside * 1j, -along + k * aside * 1j, -along + 0j),
        (-along - k * aside * 1j, -k * along - aside * 1j, -aside * 1j),
        (k * along - aside * 1j, along - k * aside * 1j, along + 0j),
    ):
        path += "C" + " ".join(_xy(centre + spin * point) for point in (one, two, end))
    return path + "Z"


def _xy(point: complex) -> str:
    return f"{round(point.real, 2) + 0.0:g} {round(-point.imag, 2) + 0.0:g}"
