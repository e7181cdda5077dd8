"""How far on a day: a slider whose limit can be seen, and passed knowingly."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from runadvisor import wording
from runadvisor.gui.theme import current_theme
from runadvisor.gui.widgets.limit_bar import HANDLE_PX, bar_end_m, bar_height_px, paint_limit
from runadvisor.language import _

STEP_M = 100
KEY_STEP_M = 500
SHORTEST_M = 500


class LimitSlider(QSlider):
    """Metres in steps of 100; keys move by 500, End goes to the limit."""

    settled = Signal(int)
    """The distance, in metres, once the mouse or the key is up."""

    def __init__(self, distance_m: int, limit_m: int, parent: QWidget | None = None) -> None:
        """Show a distance against a limit, both in metres."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._limit_m = max(limit_m, 1)
        self._end_m = bar_end_m(distance_m, self._limit_m)
        self.setRange(SHORTEST_M // STEP_M, int(self._end_m) // STEP_M)
        self.setSingleStep(KEY_STEP_M // STEP_M)
        self.setPageStep(2 * KEY_STEP_M // STEP_M)
        self.setValue(distance_m // STEP_M)
        self.setFixedHeight(bar_height_px())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("Drag, or use the arrow keys; End goes to the limit"))
        self.valueChanged.connect(lambda _value: self._name())
        self._name()

    @property
    def metres(self) -> int:
        """The distance shown."""
        return self.value() * STEP_M

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the bar and the words under it."""
        return QSize(200, bar_height_px())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to where the mouse is."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say where it ended."""
        self._follow(event)
        self.settled.emit(self.metres)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by half kilometres, or to the limit."""
        before = self.value()
        if event.key() == Qt.Key.Key_End:
            self.setValue(self._limit_m // STEP_M)
        else:
            super().keyPressEvent(event)
        if self.value() != before:
            self.settled.emit(self.metres)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint as a limit bar, with a ring when the keys act here."""
        painter = QPainter(self)
        paint_limit(painter, self.width(), self.metres, self._limit_m, end_m=self._end_m)
        if self.hasFocus():
            painter.setPen(QPen(QColor(current_theme().primary), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _follow(self, event: QMouseEvent) -> None:
        span = max(self.width() - 2 * HANDLE_PX, 1)
        share = (event.position().x() - HANDLE_PX) / span
        self.setValue(round(share * self._end_m / STEP_M))

    def _name(self) -> None:
        self.setAccessibleName(
            _("Distance: {distance}, limit {limit}").format(
                distance=wording.distance(self.metres), limit=wording.at_most(self._limit_m)
            )
        )
        self.update()
