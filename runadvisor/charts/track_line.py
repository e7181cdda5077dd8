"""The way of a run as a line, north up, without a map under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.transforms import Affine2D

from runadvisor.charts.canvas import DOT, PIXELS_PER_INCH, POINT, Canvas

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from runadvisor.training_load.run_profile import RunProfile

    Floats = NDArray[np.float64]
    Box = tuple[float, float, float, float]

_EDGE_PX = 10.0
_SMALLEST_DEG = 1e-5
"""About a metre: a run on the spot still has a size."""
_RING_PX, _SQUARE_PX = 9.0, 3.5


def draw_track(
    canvas: Canvas, box: Box, profile: RunProfile, is_shown: NDArray[np.bool_]
) -> list[tuple[float, float] | None]:
    """Draw the way within a box, and return where each stretch lies, in logical pixels.

    Args:
        canvas: The figure.
        box: Left, top, width and height, logical pixels from the top left.
        profile: The run.
        is_shown: The stretches on the axis of the lines: their part of the way stands out.
    """
    left, top, width, height = box
    north = profile.latitude_deg
    east = profile.longitude_deg * np.cos(np.radians(np.nanmean(north)))
    middles = [(np.nanmax(each) + np.nanmin(each)) / 2 for each in (east, north)]
    sizes = [max(np.nanmax(each) - np.nanmin(each), _SMALLEST_DEG) for each in (east, north)]
    px_per_deg = min(
        (room - 2 * _EDGE_PX) / size for room, size in zip((width, height), sizes, strict=True)
    )
    xs = left + width / 2 + (east - middles[0]) * px_per_deg
    ys = top + height / 2 - (north - middles[1]) * px_per_deg
    # Logical pixels from the top left corner of the figure.
    height_px = canvas.figure.get_figheight() * PIXELS_PER_INCH
    place = Affine2D().scale(1, -1).translate(0, height_px).scale(1 / PIXELS_PER_INCH)
    place += canvas.figure.dpi_scale_trans

    def line(x: Floats, y: Floats, gid: str, **look: object) -> None:
        drawn = Line2D(x, y, transform=place, gid=gid, **look)  # pyright: ignore[reportArgumentType] - as Line2D takes them
        canvas.figure.add_artist(drawn)

    # Unknown positions and breaks part the line; what lies between is only where it might be.
    known = np.isfinite(xs) & np.isfinite(ys)
    thin = {"color": canvas.palette.muted, "linewidth": 1.0 * POINT, "linestyle": DOT}
    line(xs[known], ys[known], "track-guessed", **thin)
    breaks = [each.before for each in profile.silences]
    rounded = {"solid_capstyle": "round", "solid_joinstyle": "round"}
    everything = np.ones(len(xs), dtype=np.bool_)
    for wanted, color, width_px, gid in (
        (everything, canvas.palette.context, 1.4, "track"),
        (is_shown, canvas.palette.run, 2.4, "track-shown"),
    ):
        x, y = (np.insert(np.where(wanted, each, np.nan), breaks, np.nan) for each in (xs, ys))
        line(x, y, gid, color=color, linewidth=width_px * POINT, **rounded)
    start, end = np.flatnonzero(known)[[0, -1]]
    # They differ in shape: a ring, and a smaller square within it where they meet.
    for at, marker, px, fill, gid in (
        (start, "o", _RING_PX, canvas.palette.surface, "start"),
        (end, "s", _SQUARE_PX, canvas.palette.ink, "end"),
    ):
        line(
            xs[[at]],
            ys[[at]],
            gid,
            marker=marker,
            markersize=px * POINT,
            markerfacecolor=fill,
            markeredgecolor=canvas.palette.ink,
            markeredgewidth=1.6 * POINT,
        )
    return [
        (float(x), float(y)) if is_known else None
        for x, y, is_known in zip(xs, ys, known, strict=True)
    ]
