"""A matplotlib figure in the window: drawn beside it, sharp at any scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from runadvisor.gui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

    from runadvisor.charts.palette import Palette
    from runadvisor.gui.workspace import Workspace

    MakeFigure = Callable[[Palette, tuple[int, int], float], Figure]

REDRAW_AFTER_MS = 60
SMALLEST_PX = 40


class FigureView(QWidget):
    """Shows a figure at its own size; asks for a new one when it is resized."""

    def __init__(
        self, workspace: Workspace, *, height_px: int, name: str, parent: QWidget | None = None
    ) -> None:
        """Start empty; ``name`` is what a screen reader calls the chart."""
        super().__init__(parent)
        self._workspace = workspace
        self._make: MakeFigure | None = None
        self._surface: str | None = None
        self._image = QImage()
        self._wanted = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REDRAW_AFTER_MS)
        self._timer.timeout.connect(self._draw)
        self.setMinimumHeight(height_px)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the height given, and for whatever width there is."""
        return QSize(320, self.minimumHeight())

    def show_figure(self, make: MakeFigure, summary: str, *, surface: str | None = None) -> None:
        """Show a figure.

        Args:
            make: Draws it from a palette, a size in logical pixels and dots per 100 of them.
            summary: The same facts in words.
            surface: Colour behind it where that is not a card's.
        """
        self._make = make
        self._surface = surface
        self.setAccessibleDescription(summary)
        self.setToolTip("")
        self._timer.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw anew at the new size, once it has settled."""
        super().resizeEvent(event)
        self._timer.start(REDRAW_AFTER_MS)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw anew in the colours of a theme that changed."""
        if event.type() == QEvent.Type.PaletteChange:
            self._timer.start(REDRAW_AFTER_MS)
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Put the picture up; a stale one is scaled until the new one is there."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)
        painter.end()

    def _draw(self) -> None:
        make = self._make
        if make is None or self.width() < SMALLEST_PX or self.height() < SMALLEST_PX:
            return
        self._wanted += 1
        wanted, size = self._wanted, (self.width(), self.height())
        scale, surface, is_dark = self.devicePixelRatioF(), self._surface, current_theme().is_dark

        def task() -> QImage:
            return _picture(make, size, scale, surface=surface, is_dark=is_dark)

        def done(image: QImage) -> None:
            # Of several under way only the last one asked for is wanted.
            if wanted == self._wanted:
                self._image = image
                self.update()

        self._workspace.run(task, done, owner=self)


def _picture(
    make: MakeFigure,
    size: tuple[int, int],
    scale: float,
    *,
    surface: str | None,
    is_dark: bool,
) -> QImage:
    # matplotlib is loaded by the first chart, never at the start.
    from dataclasses import replace  # noqa: PLC0415

    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415

    from runadvisor.charts.palette import DARK, LIGHT  # noqa: PLC0415

    palette = DARK if is_dark else LIGHT
    if surface is not None:
        palette = replace(palette, surface=surface)
    canvas = FigureCanvasAgg(make(palette, size, 100 * scale))
    canvas.draw()
    width, height = canvas.get_width_height()
    pixels = bytes(canvas.buffer_rgba())
    image = QImage(pixels, width, height, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(scale)
    return image.convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied, Qt.ImageConversionFlag.AutoColor
    )
