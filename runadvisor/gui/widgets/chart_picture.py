"""A chart drawn into a picture that the window can show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

    from runadvisor.charts.palette import Palette
    from runadvisor.charts.reading import Chart

    Summary = str | Callable[[], str]
    MakeChart = Callable[[Palette, tuple[int, int], float], Chart | Figure]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shown:
    """A chart as it is in the window now."""

    make: MakeChart
    """Draws it at any size and in any colours."""
    chart: Chart
    summary: str
    size_px: tuple[int, int]


def picture(
    make: MakeChart,
    size: tuple[int, int],
    scale: float,
    *,
    surface: str | None,
    is_dark: bool,
) -> tuple[Chart, QImage]:
    """Draw a chart into a picture; for the drawing thread.

    Args:
        make: Draws it.
        size: Logical pixels.
        scale: Device pixels of each.
        surface: Colour behind it where that is not a card's.
        is_dark: Whether in the colours of the dark theme.
    """
    # matplotlib is loaded by the first chart, never at the start.
    from dataclasses import replace  # noqa: PLC0415

    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415

    from runadvisor.charts.palette import DARK, LIGHT  # noqa: PLC0415
    from runadvisor.charts.reading import Chart  # noqa: PLC0415

    palette = DARK if is_dark else LIGHT
    if surface is not None:
        palette = replace(palette, surface=surface)
    made = make(palette, size, 100 * scale)
    chart = made if isinstance(made, Chart) else Chart(figure=made)
    canvas = FigureCanvasAgg(chart.figure)
    canvas.draw()
    width, height = canvas.get_width_height()
    pixels = bytes(canvas.buffer_rgba())
    image = QImage(pixels, width, height, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(scale)
    return chart, image.convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied, Qt.ImageConversionFlag.AutoColor
    )
