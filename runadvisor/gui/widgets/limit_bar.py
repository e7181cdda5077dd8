"""A planned distance on its way to the limit of its day."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from runadvisor import wording
from runadvisor.gui.theme import current_theme, scaled, text_font
from runadvisor.language import _

TRACK_PX = 8
HANDLE_PX = 9
BEYOND = 1.3
"""The bar goes on past the limit, hatched: reachable, never hidden."""


class LimitBar(QWidget):
    """Filled up to the planned distance, a tick at the limit, hatched beyond."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._distance_m = 0
        self._limit_m = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the bar and the words under it."""
        return QSize(200, bar_height_px())

    def show_distance(self, distance_m: int, limit_m: int) -> None:
        """Show a distance against its limit, both in metres."""
        self._distance_m, self._limit_m = distance_m, max(limit_m, 1)
        self.setAccessibleName(
            _("{distance} planned, limit {limit}").format(
                distance=wording.distance(distance_m), limit=wording.distance(limit_m)
            )
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint bar, tick, handle and words."""
        painter = QPainter(self)
        paint_limit(painter, self.width(), self._distance_m, self._limit_m)
        painter.end()


def bar_height_px() -> int:
    """Return the height of a bar with the words under it."""
    return 32 + scaled(18)


def bar_end_m(distance_m: int, limit_m: int) -> float:
    """Return the metres at the right end of a bar."""
    return max(limit_m * BEYOND, distance_m * 1.05)


def paint_limit(
    painter: QPainter, width: int, distance_m: int, limit_m: int, *, end_m: float | None = None
) -> None:
    """Paint a distance on its way to a limit: bar, tick, handle and words.

    ``end_m`` is what the right end stands for; by default as far as the distance needs.
    """
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left, right, middle = HANDLE_PX, width - HANDLE_PX, 14.0
    if end_m is None:
        end_m = bar_end_m(distance_m, limit_m)

    def x_of(metres: float) -> float:
        return left + (right - left) * metres / end_m

    track = QRectF(left, middle - TRACK_PX / 2, right - left, TRACK_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.hairline))
    painter.drawRoundedRect(track, 4, 4)
    limit_x, at_x = x_of(limit_m), x_of(distance_m)
    beyond = QRectF(limit_x, track.top(), right - limit_x, TRACK_PX)
    painter.setBrush(QColor(theme.watch_tint))
    painter.drawRect(beyond)
    painter.setBrush(QBrush(QColor(theme.watch_line), Qt.BrushStyle.BDiagPattern))
    painter.drawRect(beyond)
    painter.setBrush(QColor(theme.primary))
    painter.drawRoundedRect(QRectF(left, track.top(), at_x - left, TRACK_PX), 4, 4)
    painter.setPen(QPen(QColor(theme.watch), 2))
    painter.drawLine(QPointF(limit_x, middle - 10), QPointF(limit_x, middle + 10))
    painter.setPen(QPen(QColor(theme.primary), 2.5))
    painter.setBrush(QColor(theme.surface))
    painter.drawEllipse(QPointF(at_x, middle), HANDLE_PX - 1.5, HANDLE_PX - 1.5)
    painter.setFont(text_font(12))
    painter.setPen(QColor(theme.muted))
    words = QRectF(0, middle + 14, width, scaled(18))
    painter.drawText(words.adjusted(left - 4, 0, 0, 0), Qt.AlignmentFlag.AlignLeft, "0")
    painter.setFont(text_font(12, 600))
    painter.setPen(QColor(theme.watch))
    under = QRectF(limit_x - scaled(60), words.top(), scaled(120), words.height())
    under.moveRight(min(under.right(), float(width)))
    text = _("limit {limit}").format(limit=wording.bare_at_most(limit_m))
    painter.drawText(under, Qt.AlignmentFlag.AlignHCenter, text)
