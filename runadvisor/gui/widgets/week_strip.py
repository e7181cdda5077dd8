"""Seven small cells: what the days of this week hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from runadvisor.gui.theme import current_theme, scaled, text_font
from runadvisor.language import _
from runadvisor.wording import weekday, weekday_short

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

GAP_PX = 6


class WeekStrip(QWidget):
    """A week at a glance; today has a frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._days: tuple[tuple[date, str], ...] = ()
        self._today: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for two lines of small text."""
        return QSize(scaled(280), scaled(44))

    def show_days(self, days: Sequence[tuple[date, str]], today: date) -> None:
        """Show (day, word) pairs, the first day of the week first."""
        self._days, self._today = tuple(days), today
        said = ", ".join(f"{weekday(day)} {word}" for day, word in days if word)
        self.setAccessibleName(_("This week: {days}").format(days=said))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the cells."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = (self.width() - GAP_PX * 6) / 7
        for number, (day, word) in enumerate(self._days):
            is_today = day == self._today
            cell = QRectF(number * (width + GAP_PX), 0, width, self.height())
            painter.setPen(
                QPen(QColor(theme.primary if is_today else theme.line), 1.5 if is_today else 1)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
            half = cell.height() / 2
            top = QRectF(cell.left(), scaled(3), cell.width(), half - scaled(2))
            bottom = QRectF(cell.left(), half - scaled(1), cell.width(), half - scaled(3))
            centre = Qt.AlignmentFlag.AlignCenter
            painter.setFont(text_font(11))
            painter.setPen(QColor(theme.muted))
            painter.drawText(top, centre, weekday_short(day))
            painter.setFont(text_font(12, 600, tabular=True))
            painter.setPen(QColor(theme.primary if is_today else theme.ink))
            painter.drawText(bottom, centre, word)
        painter.end()
