"""What a chart says at a place, for who points at it or steps through it by key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.figure import Figure

    from runadvisor.charts.canvas import Canvas


@dataclass(frozen=True, slots=True)
class Reading:
    """One place of a chart and its values in words."""

    x_px: float
    """Logical pixels from the left edge of the figure."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chart:
    """A figure and what can be read off it, from left to right."""

    figure: Figure
    readings: tuple[Reading, ...] = ()
    plot_px: tuple[float, float] = (0.0, 0.0)
    """Top and bottom of the axes, logical pixels from the top edge of the figure."""


def chart(canvas: Canvas, readings: Iterable[tuple[float, str]]) -> Chart:
    """Return a drawn canvas with its readings, given as (x in axis units, words)."""
    left, _ = canvas.axes.get_xlim()
    return Chart(
        figure=canvas.figure,
        readings=tuple(
            Reading(canvas.margins.left + (x - left) / canvas.x_per_px, words)
            for x, words in readings
        ),
        plot_px=(canvas.margins.top, canvas.margins.top + canvas.height_px),
    )
