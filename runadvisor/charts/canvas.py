"""An empty figure in the app's look, and the few marks every chart is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import ceil, cos, pi, sin
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from runadvisor.assets import asset
from runadvisor.domain.warning import Tier
from runadvisor.wording import unit_metres

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.text import Annotation

    from runadvisor.charts.palette import Palette

PIXELS_PER_INCH = 100
"""Sizes are logical pixels, a hundredth of an inch; ``dpi`` only makes them sharper."""
POINT = 72 / PIXELS_PER_INCH
"""Points in a logical pixel."""

TICK_PX = 11.0
LABEL_PX = 12.0
ADVICE_PX = 14.0
SEMIBOLD = 600

BAR_SHARE = 0.62
"""Width of a bar, of the step from one to the next."""
GAP_PX = 1.2
"""Between two runs of one bar."""
DASH = (0, (5, 3))
DOT = (0, (1.5, 2.5))

_CORNER_PX = 1.8
_CORNER_POINTS = 3
_MARKER_PX = 11.0
_MARKERS = {
    Tier.INFO: "o",
    Tier.WATCH: "^",
    Tier.ACT: "D",
    Tier.STOP_RUN: "8",
    Tier.LOCK: "8",
}
_MARKER_SCALE = {"D": 0.72, "o": 0.6}
"""A square on its corner is wider than its side; all shapes are to look equally large."""
_MOST_STEPS = 5
_STEPS_KM = (1, 2, 5, 10, 20, 50, 100, 200)
_STEPS = (*_STEPS_KM, 250, 500, 1000, 2000, 5000, 10_000, 20_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """Room round the axes, logical pixels."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One upright bar in the units of its axes."""

    center: float
    bottom: float
    top: float
    width: float


class Canvas:
    """A figure of known size with one pair of axes, measured in logical pixels."""

    def __init__(
        self, palette: Palette, margins: Margins, *, size_px: tuple[int, int], dpi: float
    ) -> None:
        """Lay the axes out within the margins.

        Args:
            palette: What to paint with.
            margins: Room for ticks and labels.
            size_px: Width and height in logical pixels.
            dpi: Device pixels per 100 logical ones; 200 for a display at 200 %.
        """
        _use_house_style()
        width, height = size_px
        self.palette = palette
        self.margins = margins
        self.width_px = max(width - margins.left - margins.right, 1.0)
        self.height_px = max(height - margins.top - margins.bottom, 1.0)
        self.figure = Figure(
            figsize=(width / PIXELS_PER_INCH, height / PIXELS_PER_INCH),
            dpi=dpi,
            facecolor=palette.surface,
        )
        self.axes: Axes = self.figure.add_axes(
            (
                margins.left / width,
                margins.bottom / height,
                self.width_px / width,
                self.height_px / height,
            ),
            facecolor=palette.surface,
        )
        self.axes.grid(visible=True, axis="y", color=palette.grid)
        self.axes.tick_params(axis="both", labelcolor=palette.muted)

    def set_range(self, *, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Fix what the axes span; bars and labels are measured against it."""
        self.axes.set_xlim(*x)
        self.axes.set_ylim(*y)

    @property
    def x_per_px(self) -> float:
        """Units of x in a logical pixel."""
        low, high = self.axes.get_xlim()
        return (high - low) / self.width_px

    @property
    def y_per_px(self) -> float:
        """Units of y in a logical pixel."""
        low, high = self.axes.get_ylim()
        return (high - low) / self.height_px

    def kilometre_ticks(self, longest_km: float, *, room_px: float) -> float:
        """Put round kilometres on the y axis; return where the axis ends.

        Args:
            longest_km: The highest thing drawn.
            room_px: Kept free above it.
        """
        return self.round_ticks(longest_km, room_px=room_px, steps=_STEPS_KM)

    def round_ticks(
        self, highest: float, *, room_px: float, steps: Sequence[int] = _STEPS
    ) -> float:
        """Put round numbers on the y axis, in any unit; return where the axis ends."""
        needed = max(highest, 1.0) / max(1 - room_px / self.height_px, 0.5)
        step = next((s for s in steps if needed <= s * _MOST_STEPS), steps[-1])
        end = step * ceil(needed / step)
        self.axes.set_yticks(range(0, end + 1, step))
        return float(end)

    def bars(self, bars: Sequence[Bar], *, color: str, gid: str) -> None:
        """Draw bars with slightly rounded corners, all in one collection.

        Args:
            bars: In the units of the axes, whose range is set.
            color: The fill.
            gid: The name the drawn collection is found by.
        """
        outlines = [_outline(bar, self.x_per_px, self.y_per_px) for bar in bars]
        drawn = PolyCollection(outlines, facecolors=color, linewidths=0, zorder=2)
        drawn.set_gid(gid)
        drawn.set_clip_on(False)
        self.axes.add_collection(drawn, autolim=False)

    def outlined_bars(self, bars: Sequence[Bar], *, edge: str, fill: str, gid: str) -> None:
        """Draw bars that are planned: a dashed outline."""
        outlines = [_outline(bar, self.x_per_px, self.y_per_px) for bar in bars]
        drawn = PolyCollection(
            outlines,
            facecolors=fill,
            edgecolors=edge,
            linewidths=1.2 * POINT,
            linestyles=[(0, (3, 2.4))],
            zorder=2,
        )
        drawn.set_gid(gid)
        drawn.set_clip_on(False)
        self.axes.add_collection(drawn, autolim=False)

    def tier_shape(self, tier: Tier, x: float, y: float, *, gid: str | None = None) -> None:
        """Draw the shape of a tier, its middle at (x, y)."""
        marker = _MARKERS[tier]
        (drawn,) = self.axes.plot(
            [x],
            [y],
            marker=marker,
            markersize=_MARKER_PX * POINT * _MARKER_SCALE.get(marker, 1.0),
            markeredgewidth=0,
            color=self.palette.tiers[tier],
            clip_on=False,
            zorder=4,
        )
        drawn.set_gid(gid or f"tier-{tier.slug}")

    def write(
        self,
        words: str,
        at: tuple[float, float],
        *,
        offset_px: tuple[float, float] = (0, 0),
        px: float = TICK_PX,
        color: str | None = None,
        weight: int = 400,
        align: tuple[str, str] = ("left", "center"),
    ) -> Annotation:
        """Write words at a place of the axes, moved by logical pixels (up is positive)."""
        return self.axes.annotate(
            words,
            at,
            xytext=(offset_px[0] * POINT, offset_px[1] * POINT),
            textcoords="offset points",
            fontsize=px * POINT,
            color=color or self.palette.muted,
            fontweight=weight,
            horizontalalignment=align[0],
            verticalalignment=align[1],
            annotation_clip=False,
            zorder=5,
        )

    def say(self, words: str) -> Figure:
        """Show a calm sentence in place of axes that would be empty."""
        self.axes.set_axis_off()
        self.figure.text(
            0.5,
            0.5,
            words,
            fontsize=ADVICE_PX * POINT,
            color=self.palette.muted,
            horizontalalignment="center",
            verticalalignment="center",
            wrap=True,
        )
        return self.figure


def bar_of(center: float, bottom_m: float, top_m: float, *, width: float = BAR_SHARE) -> Bar:
    """Return a bar from metres to metres on an axis in kilometres."""
    return Bar(
        center=center,
        bottom=bottom_m / unit_metres(),
        top=top_m / unit_metres(),
        width=width,
    )


def text_width_px(words: str, px: float) -> float:
    """Return how wide words are in logical pixels, regular weight."""
    _use_house_style()
    font = FontProperties(size=px * POINT)
    width_pt, _, _ = text_to_path.get_text_width_height_descent(words, font, ismath=False)
    return width_pt / POINT


@cache
def _use_house_style() -> None:
    # Once for the process, and never within a context that another thread could undo.
    for path in sorted(asset("fonts").glob("*.ttf")):
        font_manager.fontManager.addfont(path)
    sheet = mpl.rc_params_from_file(
        asset("style", "runadvisor.mplstyle"), use_default_template=False
    )
    mpl.rcParams.update(sheet)


def _outline(bar: Bar, x_per_px: float, y_per_px: float) -> list[tuple[float, float]]:
    height_px = (bar.top - bar.bottom) / y_per_px
    radius_px = max(min(_CORNER_PX, bar.width / x_per_px / 2, height_px / 2), 0.0)
    rx, ry = radius_px * x_per_px, radius_px * y_per_px
    left, right = bar.center - bar.width / 2 + rx, bar.center + bar.width / 2 - rx
    low, high = bar.bottom + ry, bar.top - ry
    corners = ((right, high, 0.0), (left, high, 0.5), (left, low, 1.0), (right, low, 1.5))
    return list(
        chain.from_iterable(
            (
                (
                    x + rx * cos(pi * (start + 0.5 * i / _CORNER_POINTS)),
                    y + ry * sin(pi * (start + 0.5 * i / _CORNER_POINTS)),
                )
                for i in range(_CORNER_POINTS + 1)
            )
            for x, y, start in corners
        )
    )
