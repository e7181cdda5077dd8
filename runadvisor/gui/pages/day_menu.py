"""What can be done to a planned day, as a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from runadvisor.domain.plan import DayKind
from runadvisor.gui.pages.day_panel import KINDS_OFFERED, as_it_is, as_kind
from runadvisor.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from runadvisor.domain.plan import PlannedDay

NOT_CHANGED = frozenset({DayKind.RACE, DayKind.WALK_RUN})
"""A race is a goal, and the steps of the way back are placed by how they went."""


class DayMenu(QMenu):
    """Its kind, and whether the next draft may change it."""

    changed = Signal(object)
    """A ``LockedDay``: what the day is to hold."""
    unlocked = Signal(object)
    """The ``date`` of a day that the next draft may change again."""

    def __init__(self, day: PlannedDay, parent: QWidget | None = None) -> None:
        """Make the menu of a day; it goes when it is closed."""
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        for kind, words in KINDS_OFFERED:
            action = self.addAction(_(words))
            action.setCheckable(True)
            action.setChecked(day.kind is kind)
            action.setEnabled(day.kind not in NOT_CHANGED)
            action.triggered.connect(lambda _on, kind=kind: self.changed.emit(as_kind(day, kind)))
        self.addSeparator()
        lock = self.addAction(_("Unlock") if day.is_locked else _("Lock"))
        lock.setEnabled(day.kind not in NOT_CHANGED)
        if day.is_locked:
            lock.triggered.connect(lambda: self.unlocked.emit(day.date))
        else:
            lock.triggered.connect(lambda: self.changed.emit(as_it_is(day)))
