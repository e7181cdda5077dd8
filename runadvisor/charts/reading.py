"""What a chart says at a place, for who points at it or steps through it by key."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from math import hypot
from typing import TYPE_CHECKING

from runadvisor.charts.table import NO_TABLE, Table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from matplotlib.figure import Figure

    from runadvisor.charts.canvas import Canvas
    from runadvisor.charts.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """One place of a chart in the units of its axes, and what it says there."""

    x: float
    words: str
    y: float | None = None
    """Where the place is a point; ``None`` where the whole height belongs to it."""
    activity_id: int | None = None
    """The run that a click opens."""
    week: date | None = None
    """The first day of the training week that a click opens."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One place of a drawn chart and its values in words."""

    x_px: float
    """Logical pixels from the left edge of the figure."""
    words: str
    y_px: float | None = None
    """Logical pixels from the top edge; ``None`` where the whole height belongs to it."""
    activity_id: int | None = None
    week: date | None = None
    also_px: tuple[float, float] | None = None
    """A second place that means the same: the point of the track."""

    @property
    def leads_on(self) -> bool:
        """Whether there is something to open."""
        return self.activity_id is not None or self.week is not None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chart:
    """A figure and what can be read off it."""

    figure: Figure
    readings: tuple[Reading, ...] = ()
    """In the order in which the arrow keys step through them."""
    plot_px: tuple[float, float] = (0.0, 0.0)
    """Top and bottom of the axes, logical pixels from the top edge of the figure."""
    sides_px: tuple[float, float] = (0.0, 0.0)
    """Left and right end of the axes, logical pixels from the left edge of the figure."""
    span: Span | None = None
    """What its axis shows; ``None`` where there is only one view of it."""
    whole: Span | None = None
    """The most that the axis could show."""
    shortest: float = 0.0
    """The least that the axis can show."""
    leap: int = 10
    """Readings that a leap by key passes over."""
    table: Table = NO_TABLE
    _by_x: tuple[int, ...] = field(init=False)
    _xs: tuple[float, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Sort the readings from left to right, once."""
        by_x = sorted(range(len(self.readings)), key=lambda at: self.readings[at].x_px)
        object.__setattr__(self, "_by_x", tuple(by_x))
        object.__setattr__(self, "_xs", tuple(self.readings[at].x_px for at in by_x))

    def enlarged(self, factor: float) -> Chart:
        """Return it as it is read off a picture so many times as large."""
        if factor == 1:
            return self
        return replace(
            self,
            readings=tuple(
                replace(
                    each,
                    x_px=each.x_px * factor,
                    y_px=None if each.y_px is None else each.y_px * factor,
                    also_px=None
                    if each.also_px is None
                    else (each.also_px[0] * factor, each.also_px[1] * factor),
                )
                for each in self.readings
            ),
            plot_px=(self.plot_px[0] * factor, self.plot_px[1] * factor),
            sides_px=(self.sides_px[0] * factor, self.sides_px[1] * factor),
        )

    def nearest(self, x_px: float, y_px: float) -> int | None:
        """Return the number of the reading nearest to a place; ``None`` without any."""
        if not self._xs:
            return None
        after = bisect_left(self._xs, x_px)
        edges = self._xs[max(after - 1, 0) : after + 1]
        x = min(edges, key=lambda each: abs(each - x_px))
        # Points are sought as far up and down as across: far enough for a finger's width.
        reach = abs(x - x_px) + _REACH_PX if self._has_points(x) else abs(x - x_px)
        near = self._by_x[
            bisect_left(self._xs, x_px - reach - _HAIR) : bisect_right(
                self._xs, x_px + reach + _HAIR
            )
        ]
        return min(near, key=lambda at: _distance(self.readings[at], x_px, y_px))

    def at_words(self, words: str) -> int | None:
        """Return the number of the reading of these words; ``None`` where it is not shown."""
        return next((at for at, each in enumerate(self.readings) if each.words == words), None)

    def place(self, x_px: float) -> float | None:
        """Return the place of the axis under a pixel; ``None`` where the axis has one view."""
        left, right = self.sides_px
        if self.span is None or right <= left:
            return None
        return self.span.low + (x_px - left) / (right - left) * self.span.length

    def _has_points(self, x: float) -> bool:
        return self.readings[self._by_x[bisect_left(self._xs, x)]].y_px is not None


_REACH_PX = 12.0
_HAIR = 1e-6


def _distance(reading: Reading, x_px: float, y_px: float) -> float:
    across = reading.x_px - x_px
    return abs(across) if reading.y_px is None else hypot(across, reading.y_px - y_px)


def chart(
    canvas: Canvas,
    marks: Iterable[Mark],
    *,
    span: Span | None = None,
    whole: Span | None = None,
    shortest: float = 0.0,
    table: Table = NO_TABLE,
) -> Chart:
    """Return a drawn canvas with its readings.

    Args:
        canvas: The figure.
        marks: From left to right.
        span: What the axis shows, where it can show other parts.
        whole: The most it could show.
        shortest: The least it can show.
        table: The same numbers as rows.
    """
    return Chart(
        figure=canvas.figure,
        readings=tuple(_reading(canvas, mark) for mark in marks),
        plot_px=(canvas.margins.top, canvas.margins.top + canvas.height_px),
        sides_px=(canvas.margins.left, canvas.margins.left + canvas.width_px),
        span=span,
        whole=whole,
        shortest=shortest,
        table=table,
    )


def _reading(canvas: Canvas, mark: Mark) -> Reading:
    left, _right = canvas.axes.get_xlim()
    low, _high = canvas.axes.get_ylim()
    y_px = None
    if mark.y is not None:
        y_px = canvas.margins.top + canvas.height_px - (mark.y - low) / canvas.y_per_px
    return Reading(
        canvas.margins.left + (mark.x - left) / canvas.x_per_px,
        mark.words,
        y_px=y_px,
        activity_id=mark.activity_id,
        week=mark.week,
    )
