"""Whom to call: two numbers, changed in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.icons import icon
from runadvisor.gui.theme import current_theme
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.domain.knowledge import CallNumbers

ICON_PX = 20


class CallNumbersBox(QWidget):
    """The emergency number and the one for out of hours, and a country to take them from."""

    changed = Signal(str, str)
    """Emergency and out-of-hours number, the latter empty for none."""

    def __init__(self, numbers: Mapping[str, CallNumbers], parent: QWidget | None = None) -> None:
        """Offer the numbers of some countries."""
        super().__init__(parent)
        self._numbers = numbers
        self.emergency = _Number(_("Emergency"), tone="stop", may_be_empty=False)
        self.out_of_hours = _Number(_("Out of hours"), tone="primary", may_be_empty=True)
        for box in (self.emergency, self.out_of_hours):
            box.changed.connect(self._tell)
        names = sorted((wording.country_name(code), code) for code in numbers)
        self.country = Choice(
            [(None, _("Numbers of a country …")), *((code, name) for name, code in names)],
            name=_("Take the numbers of a country"),
            small=True,
        )
        self.country.activated.connect(lambda _i: self._take_country())
        boxes = QHBoxLayout()
        boxes.setSpacing(12)
        boxes.addWidget(self.emergency, 1)
        boxes.addWidget(self.out_of_hours, 1)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(
            Label(
                _(
                    "Please check the numbers for where you are: we did not ask each country’s "
                    "authority."
                ),
                size=12,
                tone="muted",
                wrap=True,
            ),
            1,
        )
        below.addWidget(self.country)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(boxes)
        column.addLayout(below)

    def show_numbers(self, emergency: str, out_of_hours: str) -> None:
        """Show the numbers as they are kept."""
        self.emergency.show_number(emergency)
        self.out_of_hours.show_number(out_of_hours)

    def _take_country(self) -> None:
        code = self.country.currentData()
        self.country.choose(None)
        if code is not None:
            found = self._numbers[code]
            self.show_numbers(found.emergency, found.out_of_hours)
            self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.emergency.number, self.out_of_hours.number)


class _Number(QFrame):
    changed = Signal()

    def __init__(self, name: str, *, tone: str, may_be_empty: bool) -> None:
        super().__init__()
        self.setObjectName("inset")
        self.number = ""
        self._may_be_empty = may_be_empty
        picture = QLabel()
        theme = current_theme()
        picture.setPixmap(icon("phone", getattr(theme, tone)).pixmap(QSize(ICON_PX, ICON_PX)))
        self._shown = Label(size=18, weight=600, tabular=True)
        self._shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.returnPressed.connect(self.take)
        self.button = Button(_("Edit"), role="quiet", small=True)
        self.button.setAccessibleName(_("Edit: {name}").format(name=name))
        self.button.clicked.connect(self._press)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(name, size=12, tone="muted"))
        words.addWidget(self._shown)
        words.addWidget(self.edit)
        self.edit.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(picture)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def show_number(self, number: str) -> None:
        self.number = number
        self._shown.setText(number or _("none"))
        self._set_editing(is_editing=False)

    def take(self) -> None:
        """Take what was typed; a number has at least two digits."""
        typed = " ".join(self.edit.text().split())
        is_number = sum(sign.isdigit() for sign in typed) > 1 and all(
            sign.isdigit() or sign in "+- ()/" for sign in typed
        )
        if is_number or (not typed and self._may_be_empty):
            self.show_number(typed)
            self.changed.emit()

    def _press(self) -> None:
        if self.edit.isHidden():
            self.edit.setText(self.number)
            self._set_editing(is_editing=True)
            self.edit.setFocus()
        else:
            self.take()

    def _set_editing(self, *, is_editing: bool) -> None:
        self.edit.setVisible(is_editing)
        self._shown.setVisible(not is_editing)
        self.button.setText(_("Save") if is_editing else _("Edit"))
