"""The positions of an exercise side by side, as an SVG that any renderer draws alike.

Plain paths with plain colours: no filter, no style sheet, no font. Each colour stands for one
role and no other, so that a reader of the file can swap it for dark or for paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.charts.exercise_drawing import LIGHT

if TYPE_CHECKING:
    from docs.figures.scene import Scene
    from docs.figures.shapes import Shape

WIDTH = 112.0
"""Least width of a position, hundredths of a body."""
MARGIN = 3.0
LEAST_HEIGHT = 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The positions of one exercise."""

    exercise_id: str
    scenes: tuple[Scene, ...]
    width: float = WIDTH

    @property
    def window(self) -> tuple[float, float, float, float]:
        """The same stretch of the world for every position: left, bottom, right, top."""
        left = min(scene.left for scene in self.scenes) - MARGIN
        right = max(scene.right for scene in self.scenes) + MARGIN
        spare = max(0.0, self.width - (right - left)) / 2
        top = max(scene.top for scene in self.scenes) + MARGIN
        bottom = min(scene.bottom for scene in self.scenes) - 0.6
        return left - spare, bottom, right + spare, max(top, LEAST_HEIGHT)


def svg(drawing: Drawing) -> str:
    """Return the drawing as the text of an SVG file."""
    left, bottom, right, top = drawing.window
    width, height = _n((right - left) * len(drawing.scenes)), _n(top - bottom)
    box = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" {box}>']
    for number, scene in enumerate(drawing.scenes):
        x = number * (right - left) - left
        lines.append(f'<g transform="translate({_n(x)} {_n(top)})">')
        lines.extend(_element(shape) for shape in scene.shapes)
        lines.append("</g>")
    lines.append("</svg>")
    return "\n".join(lines) + "\n"


def _element(shape: Shape) -> str:
    colour = getattr(LIGHT, shape.role.replace("-", "_"))
    if not shape.width:
        return f'<path fill="{colour}" d="{shape.path}"/>'
    dashes = ' stroke-dasharray="2.6 1.8"' if shape.is_dashed else ""
    ends = "butt" if shape.is_dashed or shape.role == "floor" else "round"
    return (
        f'<path fill="none" stroke="{colour}" stroke-width="{_n(shape.width)}" '
        f'stroke-linecap="{ends}" stroke-linejoin="round"{dashes} d="{shape.path}"/>'
    )


def _n(number: float) -> str:
    return f"{round(number, 2) + 0.0:g}"
