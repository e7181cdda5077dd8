"""The body picture in its card: what its dots mean, and from which days they are."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from runadvisor.gui.theme import current_theme
from runadvisor.gui.widgets.body_picture import BodyPicture
from runadvisor.gui.widgets.buttons import Choice
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _


class PictureCard(Card):
    """The picture with its legend, and a choice of days in the diary."""

    range_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the card."""
        super().__init__(padding=(16, 14), parent=parent)
        self.picture = BodyPicture()
        ranges = [(14, _("14 days")), (90, _("90 days")), (365, _("1 year")), (None, _("All"))]
        self._range = Choice(ranges, name=_("Days shown"), small=True)
        self._range.choose(90)
        self._range.currentIndexChanged.connect(lambda _i: self.range_changed.emit())
        self._now, self._before = Label(size=12, tone="muted"), Label(size=12, tone="muted")
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(Label(_("Where"), size=16, weight=600))
        top.addStretch()
        top.addWidget(_Mark(is_filled=True))
        top.addWidget(self._now)
        top.addSpacing(8)
        top.addWidget(_Mark(is_filled=False))
        top.addWidget(self._before)
        top.addWidget(self._range)
        self.body.addLayout(top)
        self.body.addWidget(self.picture, 1)

    @property
    def days(self) -> int | None:
        """How many days the diary shows; ``None`` for all."""
        return self._range.currentData()

    def show_tab(self, tab: str) -> None:
        """Say what the dots are of."""
        self._range.setVisible(tab == "diary")
        if tab == "injuries":
            self._now.setText(_("lasts"))
            self._before.setText(_("over"))
        else:
            self._now.setText(_("this day") if tab == "today" else _("today"))
            self._before.setText(_("14 days before") if tab == "today" else _("before"))


class _Mark(QWidget):
    def __init__(self, *, is_filled: bool) -> None:
        super().__init__()
        self._is_filled = is_filled
        self.setFixedSize(QSize(12, 12))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        ink = QColor(current_theme().ink)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 2))
        if self._is_filled:
            painter.setBrush(ink)
        painter.drawEllipse(2, 2, 8, 8)
        painter.end()
