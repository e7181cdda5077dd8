"""What is read off a chart, painted over it: a thin line, a ring, calm words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from runadvisor.gui.theme import current_theme, text_font

if TYPE_CHECKING:
    from runadvisor.charts.reading import Reading

PADDING_PX, RADIUS_PX, EDGE_PX = 8.0, 6.0, 4.0
RING_PX = 5.0
BETWEEN = " · "


def paint_read_out(
    painter: QPainter, reading: Reading, plot_px: tuple[float, float], width: int
) -> None:
    """Paint a reading.

    Args:
        painter: Of the widget.
        reading: What is read off.
        plot_px: Top and bottom of the axes.
        width: Of the widget; longer words are broken into lines.
    """
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top, bottom = plot_px
    painter.setPen(QPen(QColor(theme.muted), 1))
    painter.drawLine(QPointF(reading.x_px, top), QPointF(reading.x_px, bottom))
    painter.setBrush(QColor(theme.surface))
    painter.setPen(QPen(QColor(theme.ink), 2))
    if reading.y_px is not None:
        painter.drawEllipse(QPointF(reading.x_px, reading.y_px), RING_PX, RING_PX)
    if reading.also_px is not None:
        painter.drawEllipse(QPointF(*reading.also_px), RING_PX, RING_PX)
    font = text_font(12, 500, tabular=True)
    metrics = QFontMetricsF(font)
    most = width - 2 * (PADDING_PX + EDGE_PX)
    lines = broken(reading.words, metrics, most)
    longest = max(metrics.horizontalAdvance(line) for line in lines)
    box = QRectF(0, 0, longest + 2 * PADDING_PX, metrics.lineSpacing() * len(lines) + PADDING_PX)
    room = max(width - box.width() - EDGE_PX, 0)
    low = max(top, EDGE_PX)
    if reading.y_px is not None and low <= reading.y_px + RING_PX <= low + box.height():
        low = reading.y_px + 2 * RING_PX
    box.moveTo(min(max(reading.x_px - box.width() / 2, EDGE_PX), room), low)
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.drawRoundedRect(box, RADIUS_PX, RADIUS_PX)
    painter.setPen(QColor(theme.ink))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))


def broken(words: str, metrics: QFontMetricsF, most_px: float) -> list[str]:
    """Return words in lines that fit, broken between their parts."""
    lines: list[str] = []
    for part in words.split(BETWEEN):
        longer = f"{lines[-1]}{BETWEEN}{part}" if lines else part
        if lines and metrics.horizontalAdvance(longer) <= most_px:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines
