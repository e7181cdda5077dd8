"""Seen, note, put aside: what the runner may say of the warning that is explained."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _, ngettext
from runadvisor.warning.marks import (
    CANNOT_SNOOZE,
    acknowledged,
    brought_back,
    is_snoozed,
    mark_of,
    may_snooze,
    noted,
    put_aside,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.domain.warning_mark import WarningMark

SNOOZE_DAYS = (1, 3, 7, 14, 28)
MOST_LETTERS = 300


class MarkBar(QWidget):
    """Buttons and a line for a note; ``marked`` carries the warning, its mark, and a sentence."""

    marked = Signal(object, object, str)

    def __init__(
        self,
        warning: TrainingWarning,
        marks: Mapping[str, WarningMark],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """Show what was said of a warning."""
        super().__init__(parent)
        self._warning = warning
        self._mark = mark_of(warning, marks)
        self._today = today
        self._is_aside = is_snoozed(warning, self._mark, today)
        is_seen = self._mark.seen_on is not None
        self.seen = Button(_("Seen") if not is_seen else _("Not seen"), icon="check", small=True)
        self.seen.clicked.connect(self._turn_seen)
        self.note = Button(_("Note"), small=True)
        self.note.clicked.connect(self._edit_note)
        self.snooze = Button(_("Bring back") if self._is_aside else _("Put aside"), small=True)
        self.line = QLineEdit(self._mark.note)
        self.line.setMaxLength(MOST_LETTERS)
        self.line.setPlaceholderText(_("A note for yourself; Enter keeps it"))
        self.line.setAccessibleName(_("Note beside this warning"))
        self.line.editingFinished.connect(self._keep_note)
        self._offer_days()
        self._lay_out()
        self.line.setVisible(bool(self._mark.note))

    def _turn_seen(self) -> None:
        if self._mark.seen_on is None:
            self._say(acknowledged(self._mark, on=self._today), _("Marked as seen."))
        else:
            self._say(acknowledged(self._mark, on=None), _("No longer marked as seen."))

    def _edit_note(self) -> None:
        self.line.show()
        self.line.setFocus()

    def _keep_note(self) -> None:
        mark = noted(self._mark, self.line.text())
        if mark != self._mark:
            self._say(mark, _("The note is kept.") if mark.note else _("The note is gone."))

    def _offer_days(self) -> None:
        if not may_snooze(self._warning):
            self.snooze.setEnabled(False)
            self.snooze.setToolTip(wording.sentence(CANNOT_SNOOZE))
            self.snooze.setAccessibleDescription(wording.sentence(CANNOT_SNOOZE))
            return
        if self._is_aside:
            self.snooze.clicked.connect(
                lambda: self._say(brought_back(self._mark), _("The warning is back."))
            )
            return
        menu = QMenu(self.snooze)
        for days in SNOOZE_DAYS:
            until = self._today + timedelta(days=days)
            words = ngettext(
                "For {number} day, until {day}", "For {number} days, until {day}", days
            ).format(number=days, day=wording.long_day(until))
            menu.addAction(words, lambda until=until: self._put_aside(until))
        self.snooze.setMenu(menu)

    def _put_aside(self, until: date) -> None:
        mark = put_aside(self._warning, self._mark, today=self._today, until=until)
        said = _("Put aside until {day}, unless it rises before.").format(
            day=wording.long_day(until)
        )
        self._say(mark, said)

    def _say(self, mark: WarningMark, words: str) -> None:
        self._mark = mark
        self.marked.emit(self._warning, mark, words)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.seen, self.note, self.snooze):
            row.addWidget(button)
        said = []
        if self._mark.seen_on is not None:
            said.append(_("seen on {day}").format(day=wording.long_day(self._mark.seen_on)))
        if self._is_aside and self._mark.snoozed_until is not None:
            until = wording.long_day(self._mark.snoozed_until)
            said.append(_("put aside until {day}").format(day=until))
        row.addWidget(Label(" · ".join(said), size=12, tone="muted", wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.line)
