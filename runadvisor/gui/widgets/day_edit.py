"""A day, typed or picked from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

FORMAT = "ddd d MMM yyyy"


class DayEdit(QDateEdit):
    """A date of Python's; never after its latest day."""

    day_changed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make it; ``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)
        self.setDisplayFormat(FORMAT)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.dateChanged.connect(lambda _date: self.day_changed.emit(self.day))

    @property
    def day(self) -> date:
        """The day shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_latest(self, day: date) -> None:
        """Refuse every later day."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.setMaximumDate(_of(day))
        self.blockSignals(False)  # noqa: FBT003 - as above

    def show_day(self, day: date) -> None:
        """Show a day without telling anybody."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.setDate(_of(day))
        self.blockSignals(False)  # noqa: FBT003 - as above


def _of(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
