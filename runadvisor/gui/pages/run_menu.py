"""What can be done to the rows chosen, as a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from runadvisor import wording
from runadvisor.domain.activity import Sport
from runadvisor.gui.run_rows import Column
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from runadvisor.gui.run_changes import RunChanges
    from runadvisor.gui.run_rows import RunRow

MOST_RPE = 10


class RunMenu(QMenu):
    """Of one row all of it, of several what makes sense for all."""

    open_wanted = Signal()
    clock_wanted = Signal()
    edit_wanted = Signal(object)
    """The column to edit."""
    warning_wanted = Signal(object)

    def __init__(self, parent: QWidget, rows: Sequence[RunRow], changes: RunChanges) -> None:
        """Make the menu for rows; it goes when it is closed."""
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        if any(row.is_deleted for row in rows):
            self._add(_("Bring back"), lambda: changes.bring_back(rows))
            return
        if len(rows) == 1:
            self._of_one(rows[0], changes)
        sport = self.addMenu(_("Sport"))
        for each in Sport:
            action = sport.addAction(wording.sport_name(each))
            action.setCheckable(True)
            action.setChecked(all(row.activity.sport is each for row in rows))
            action.triggered.connect(lambda _on=False, s=each: changes.set_sport(rows, s))
        effort = self.addMenu(_("Effort"))
        for number in range(1, MOST_RPE + 1):
            action = effort.addAction(f"{number}")
            action.setCheckable(True)
            action.setChecked(all(row.activity.session_rpe == number for row in rows))
            action.triggered.connect(lambda _on=False, n=number: changes.rate(rows, float(n)))
        effort.addSeparator()
        effort.addAction(_("None")).triggered.connect(lambda: changes.rate(rows, None))
        self._add(_("Put the clock right …"), self.clock_wanted.emit)
        self.addSeparator()
        self._add(_("Delete"), lambda: changes.delete(rows), QKeySequence.StandardKey.Delete)

    def _of_one(self, row: RunRow, changes: RunChanges) -> None:
        self._add(_("Open"), self.open_wanted.emit, "Return")
        self._add(_("Change title"), lambda: self.edit_wanted.emit(Column.TITLE), "F2")
        if row.activity.average_heart_rate_bpm is not None or row.activity.ignores_heart_rate:
            is_ignored = row.activity.ignores_heart_rate
            words = _("Believe its heart rate") if is_ignored else _("Leave out its heart rate")
            self._add(words, lambda: changes.ignore_heart_rate([row], is_ignored=not is_ignored))
        if row.warnings:
            self._add(_("Why the warning?"), lambda: self.warning_wanted.emit(row.warnings[0]))
        self.addSeparator()

    def _add(
        self,
        text: str,
        do: Callable[[], None],
        keys: QKeySequence.StandardKey | str | None = None,
    ) -> None:
        action = self.addAction(text)
        if keys is not None:
            action.setShortcut(keys)
        action.triggered.connect(lambda _on=False: do())
