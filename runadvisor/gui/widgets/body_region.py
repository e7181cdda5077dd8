"""One region of the body picture: a real button, so that keyboard and screen reader find it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from runadvisor.domain.body import REGION_LABELS, Side
from runadvisor.gui.theme import current_theme
from runadvisor.language import _

if TYPE_CHECKING:
    from runadvisor.gui.body_figure import Dot, Mark

FRAME_PX = 4
"""Room around the shape for its focus ring."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class RegionButton(QAbstractButton):
    """An ellipse or rounded box on the figure."""

    walked = Signal(int, int)
    """An arrow key was pressed: its direction."""
    typed = Signal(str)
    """A letter was pressed."""
    reached = Signal()
    """It has the keyboard now."""

    def __init__(self, mark: Mark, parent: QWidget) -> None:
        """Make the button of a mark; its parent places it."""
        super().__init__(parent)
        self.mark = mark
        self._dot: Dot | None = None
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.show_dot(None)

    @property
    def name(self) -> str:
        """The region with its side, as a screen reader says it."""
        region = _(REGION_LABELS[self.mark.region])
        if self.mark.side is Side.MIDDLE:
            return region
        side = _("right") if self.mark.side is Side.RIGHT else _("left")
        return _("{region}, {side}").format(region=region, side=side)

    def show_dot(self, dot: Dot | None) -> None:
        """Show pain that is written down here, or none."""
        self._dot = dot
        said = self.name if dot is None else f"{self.name}: {dot.words}"
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take clicks on the shape alone: neighbours overlap in their boxes."""
        box = self._shape()
        across = (pos.x() - box.center().x()) / max(box.width() / 2, 1)
        down = (pos.y() - box.center().y()) / max(box.height() / 2, 1)
        return across * across + down * down <= 1.2  # noqa: PLR2004 - a little more than the ellipse

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leave to the picture what is chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Walk by arrows, choose by Enter and Space, find by letter."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self.walked.emit(*_ARROWS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.text().isalpha() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the picture where the keyboard is."""
        super().focusInEvent(event)
        self.reached.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the shape, what is chosen, pain, and where the keyboard is."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._shape()
        is_chosen = self.isChecked()
        ground = theme.primary if is_chosen else theme.hover if self.underMouse() else theme.surface
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(theme.primary if is_chosen else theme.muted), 1.3))
        self._draw(painter, box)
        if self._dot is not None:
            self._paint_dot(painter, box.center(), theme.on_primary if is_chosen else theme.ink)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.ink if is_chosen else theme.primary), 2))
            self._draw(painter, box.adjusted(-2.5, -2.5, 2.5, 2.5))
        painter.end()

    def _paint_dot(self, painter: QPainter, centre: QPointF, colour: str) -> None:
        dot = self._dot
        if dot is None:
            return
        radius = min(3.0 + 0.45 * dot.score, min(self.width(), self.height()) / 2 - FRAME_PX)
        painter.setPen(QPen(QColor(colour), 2))
        painter.setBrush(QColor(colour) if dot.is_today else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, radius, radius)

    def _shape(self) -> QRectF:
        return QRectF(self.rect()).adjusted(FRAME_PX, FRAME_PX, -FRAME_PX, -FRAME_PX)

    def _draw(self, painter: QPainter, box: QRectF) -> None:
        if self.mark.side is Side.MIDDLE:
            painter.drawRoundedRect(box, box.height() * 0.36, box.height() * 0.36)
        else:
            painter.drawEllipse(box)
