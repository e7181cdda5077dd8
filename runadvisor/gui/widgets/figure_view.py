"""A matplotlib figure in the window: drawn beside it, sharp at any scale.

The picture comes from matplotlib's Agg in the drawing thread, never from its Qt canvas: that one
draws in the window's own thread, and brings pyplot's state with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from runadvisor.gui.failure import sentence
from runadvisor.gui.theme import current_theme, scaled, text_scale
from runadvisor.gui.widgets.chart_menu import ChartMenu
from runadvisor.gui.widgets.chart_picture import Shown, picture

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QMenu

    from runadvisor.charts.reading import Chart
    from runadvisor.gui.widgets.chart_picture import MakeChart, Summary
    from runadvisor.gui.workspace import Workspace

REDRAW_AFTER_MS = 60
SMALLEST_PX = 40
RADIUS_PX = 6.0


class FigureView(QWidget):
    """Shows a figure at its own size; asks for a new one when it is resized.

    At most one drawing is under way: what is asked for meanwhile is drawn after it, once.
    Nothing is drawn while nobody sees it: the page that is open never waits for the others.
    """

    def __init__(
        self, workspace: Workspace, *, height_px: int, name: str, parent: QWidget | None = None
    ) -> None:
        """Start empty; ``name`` is what a screen reader calls the chart."""
        super().__init__(parent)
        self._workspace = workspace
        self._make: MakeChart | None = None
        self._surface: str | None = None
        self.summary = ""
        """What the figure shows, in words."""
        self._image = QImage()
        self.chart: Chart | None = None
        """What is shown; ``None`` before the first one is drawn."""
        self._is_drawing = False
        self._is_stale = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw)
        self.menu = ChartMenu(self, workspace, self.shown, self.add_to_menu)
        self.setMinimumHeight(scaled(height_px))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the height given, and for whatever width there is."""
        return QSize(320, self.minimumHeight())

    def show_figure(self, make: MakeChart, summary: Summary, *, surface: str | None = None) -> None:
        """Show a figure.

        Args:
            make: Draws it from a palette, a size in logical pixels and dots per 100 of them.
            summary: The same facts in words, or what words them, beside the window.
            surface: Colour behind it where that is not a card's.
        """
        self._make = make
        self._surface = surface
        self.setToolTip("")
        if isinstance(summary, str):
            self.set_summary(summary)
        else:
            self._workspace.run(summary, self.set_summary, owner=self)
        self.redraw()

    def set_summary(self, summary: str) -> None:
        """Say in words what the figure shows."""
        self.summary = summary
        self.setAccessibleDescription(summary)

    def add_to_menu(self, menu: QMenu) -> None:
        """Offer more than every figure does; charts that can be read override it."""

    def redraw(self, after_ms: int = 0) -> None:
        """Draw anew, once what changes has settled for a while."""
        self._timer.start(after_ms)

    def drawn_anew(self) -> MakeChart | None:
        """Return what draws the figure as it is shown now, at any size and in any colours."""
        return self._make

    def shown(self) -> Shown | None:
        """Return what is shown; ``None`` before the first picture."""
        make = self.drawn_anew()
        if make is None or self.chart is None:
            return None
        return Shown(make=make, chart=self.chart, summary=self.summary, size_px=self._size_px())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw anew at the new size, once it has settled."""
        super().resizeEvent(event)
        self.redraw(REDRAW_AFTER_MS)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what was asked for while nobody saw it."""
        super().showEvent(event)
        if self._is_stale:
            self.redraw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw anew in the colours of a theme that changed."""
        if event.type() == QEvent.Type.PaletteChange:
            self.redraw(REDRAW_AFTER_MS)
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Draw anew, and as sharp, on a screen of another scale."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.redraw(REDRAW_AFTER_MS)
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done with the chart; the menu key asks for it as well."""
        self.menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy, save, show as a table."""
        if not self.menu.takes(event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Put the picture up; a stale one is scaled until the new one is there."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._image.isNull():
            painter.drawImage(self.rect(), self._image)
        if self.hasFocus():
            paint_focus(painter, self)
        painter.end()

    def _has_drawn(self) -> None:
        """Take in what can be read off the picture that is shown from now on."""

    def _size_px(self) -> tuple[int, int]:
        """Return the size at 100 % text: larger text is a larger picture of a smaller chart."""
        return round(self.width() / text_scale()), round(self.height() / text_scale())

    def _draw(self) -> None:
        make = self.drawn_anew()
        if make is None or self.width() < SMALLEST_PX or self.height() < SMALLEST_PX:
            return
        if self._is_drawing or not self.isVisible():
            self._is_stale = True
            return
        self._is_drawing = True
        self._is_stale = False
        size, larger, ratio = self._size_px(), text_scale(), self.devicePixelRatioF()
        surface, is_dark = self._surface, current_theme().is_dark

        def task() -> tuple[Chart, QImage] | Exception:
            try:
                chart, image = picture(make, size, larger * ratio, surface=surface, is_dark=is_dark)
                image.setDevicePixelRatio(ratio)
                return chart.enlarged(larger), image
            except Exception as error:  # noqa: BLE001 - handed on below, in the window's thread
                return error

        def done(answer: tuple[Chart, QImage] | Exception) -> None:
            self._is_drawing = False
            if isinstance(answer, Exception):
                self._workspace.failed.emit(sentence(answer))
            else:
                self.chart, self._image = answer
                self._has_drawn()
                self.update()
            if self._is_stale:
                self._draw()

        self._workspace.run(task, done, owner=self)


def paint_focus(painter: QPainter, widget: QWidget) -> None:
    """Draw the frame of the widget that has the focus."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(current_theme().primary), 2))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)
