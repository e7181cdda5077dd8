"""The ellipse of the drawings, for a legend."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from runadvisor.charts.exercise_drawing import DARK, LIGHT
from runadvisor.gui.theme import current_theme


class FeelMark(QWidget):
    """Where an exercise is felt, as its drawing shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the mark."""
        super().__init__(parent)
        self.setFixedSize(QSize(16, 12))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ellipse."""
        colours = DARK if current_theme().is_dark else LIGHT
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 1.6))
        painter.setBrush(QColor(colours.feel))
        painter.drawEllipse(QRectF(1, 1.5, 14, 9))
        painter.end()
