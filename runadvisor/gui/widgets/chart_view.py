"""A chart that can be read: by pointing at it, or with the arrow keys."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen

from runadvisor.gui.theme import current_theme, text_font
from runadvisor.gui.widgets.figure_view import FigureView

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from runadvisor.charts.palette import Palette
    from runadvisor.charts.reading import Chart, Reading
    from runadvisor.gui.workspace import Workspace

    MakeChart = Callable[[Palette, tuple[int, int], float], Chart]

PADDING_PX, RADIUS_PX, EDGE_PX = 8.0, 6.0, 4.0


class ChartView(FigureView):
    """Shows a chart; the reading nearest to the mouse, or chosen by key, stands beside it."""

    def __init__(
        self, workspace: Workspace, *, height_px: int, name: str, parent: QWidget | None = None
    ) -> None:
        """Start empty; ``name`` is what a screen reader calls the chart."""
        super().__init__(workspace, height_px=height_px, name=name, parent=parent)
        self._chart: Chart | None = None
        self._summary = ""
        self._at: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What can be read off, from left to right."""
        return () if self._chart is None else self._chart.readings

    @property
    def reading(self) -> Reading | None:
        """What is read off now."""
        return None if self._at is None else self.readings[self._at]

    def show_chart(self, make: MakeChart, summary: str) -> None:
        """Show a chart.

        Args:
            make: Draws it from a palette, a size in logical pixels and dots per 100 of them.
            summary: The same facts in words.
        """
        self._summary = summary
        self._read_at(None)

        def figure(palette: Palette, size_px: tuple[int, int], dpi: float) -> Figure:
            # Drawn in a worker: what can be read off comes with the picture.
            self._chart = make(palette, size_px, dpi)
            return self._chart.figure

        self.show_figure(figure, summary)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Read off what is nearest."""
        places = [reading.x_px for reading in self.readings]
        if places:
            x = event.position().x()
            after = bisect_left(places, x)
            near = range(max(after - 1, 0), min(after + 1, len(places)))
            self._read_at(min(near, key=lambda at: abs(places[at] - x)))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Read off nothing."""
        self._read_at(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Read off nothing."""
        self._read_at(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Step from reading to reading; Home and End go to the ends, Escape leaves."""
        last = len(self.readings) - 1
        if last < 0:
            super().keyPressEvent(event)
            return
        at = last if self._at is None else self._at
        steps = {
            Qt.Key.Key_Left: at if self._at is None else max(at - 1, 0),
            Qt.Key.Key_Right: min(at + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._read_at(steps[key])
        elif key is Qt.Key.Key_Escape and self._at is not None:
            self._read_at(None)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Put the picture up, and the reading over it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.primary), 2))
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, RADIUS_PX, RADIUS_PX)
        if self.reading is not None and self._chart is not None:
            top, bottom = self._chart.plot_px
            painter.setPen(QPen(QColor(theme.muted), 1))
            x = self.reading.x_px
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
            self._paint_words(painter, self.reading, top)
        painter.end()

    def _paint_words(self, painter: QPainter, reading: Reading, top: float) -> None:
        theme = current_theme()
        font = text_font(12, 500, tabular=True)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(reading.words) + 2 * PADDING_PX
        height = metrics.height() + PADDING_PX
        left = min(max(reading.x_px - width / 2, EDGE_PX), max(self.width() - width - EDGE_PX, 0))
        box = QRectF(left, max(top, EDGE_PX), width, height)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(box, RADIUS_PX, RADIUS_PX)
        painter.setPen(QColor(theme.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, reading.words)

    def _read_at(self, at: int | None) -> None:
        if at == self._at:
            return
        self._at = at
        words = self._summary if self.reading is None else self.reading.words
        self.setAccessibleDescription(words)
        self.update()
