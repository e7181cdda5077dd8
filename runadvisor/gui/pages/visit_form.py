"""What somebody who saw the runner said: the one record that opens a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from runadvisor.domain.diary import Clearance, Permission
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.day_edit import DayEdit
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _
from runadvisor.printout.diary_words import PERMISSION_WORDS

if TYPE_CHECKING:
    from datetime import date, datetime


class VisitForm(QWidget):
    """On which day, by whom, and whether running is allowed; nothing is chosen beforehand."""

    saved = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty form."""
        super().__init__(parent)
        self.seen_on = DayEdit(_("Seen on"))
        self.by_whom = QLineEdit()
        self.by_whom.setAccessibleName(_("By whom"))
        self.by_whom.setPlaceholderText(_("Name or practice"))
        self.permission = Choice(
            [
                (None, _("Choose what they said …")),
                *((permission, _(text)) for permission, text in PERMISSION_WORDS.items()),
            ],
            name=_("Allowed to run"),
        )
        self.text = QLineEdit()
        self.text.setAccessibleName(_("What they said"))
        self.text.setPlaceholderText(_("In their words (optional)"))
        self.problem = Label(size=12, tone="stop", wrap=True)
        self.problem.hide()
        self.save = Button(_("Save visit"))
        self.save.clicked.connect(self._save)
        cancel = Button(_("Cancel"), role="quiet")
        cancel.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for name, control in (
            (_("Seen on"), self.seen_on),
            (_("By whom"), self.by_whom),
            (_("Allowed to run"), self.permission),
            (_("What they said"), self.text),
        ):
            label = Label(name, size=12, tone="muted")
            label.setBuddy(control)
            column.addWidget(label)
            column.addWidget(control)
        # A long choice widens its box: the card is narrow.
        self.permission.setMinimumContentsLength(12)
        self.permission.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        column.addWidget(self.problem)
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addWidget(cancel)
        foot.addStretch()
        column.addLayout(foot)

    def begin(self, today: date) -> None:
        """Empty the form."""
        self.seen_on.set_latest(today)
        self.seen_on.show_day(today)
        self.by_whom.clear()
        self.permission.choose(None)
        self.text.clear()
        self.problem.hide()

    def visit(self, *, day: date, now: datetime) -> Clearance:
        """Return the record of the visit, written down on a day, now."""
        return Clearance(
            date=day,
            entered_at=now,
            seen_on=self.seen_on.day,
            by_whom=self.by_whom.text().strip(),
            permission=Permission(self.permission.currentData()),
            text=self.text.text().strip(),
        )

    def _save(self) -> None:
        if not self.by_whom.text().strip():
            self._say(_("Who saw you? A name, or the practice."))
        elif self.permission.currentData() is None:
            self._say(_("What did they say about running? Choose one."))
        else:
            self.saved.emit()

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()
