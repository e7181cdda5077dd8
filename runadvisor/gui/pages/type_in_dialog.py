"""An activity typed in: day, time of day, distance, time, sport, effort."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from runadvisor import wording
from runadvisor.domain.activity import Sport, StartPrecision
from runadvisor.gui.pages.run_facts import unreadable
from runadvisor.gui.run_rows import Column
from runadvisor.gui.typed_numbers import typed_distance_m, typed_time_s
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.rating import Rating
from runadvisor.history.requests import Typed
from runadvisor.language import _
from runadvisor.training_load.runs import FASTEST_RUN_M_PER_S, SHORTEST_RUN_M

if TYPE_CHECKING:
    from datetime import date

NOON = time(12)
FIELD_PX = 250


class TypeInDialog(QDialog):
    """Asks for one activity; what is missing or odd is said in place."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        """Start with today and a run."""
        super().__init__(parent)
        self.setWindowTitle(_("Add an activity"))
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.day.setCalendarPopup(True)
        # What is still to come is a plan, and a plan is made on the page for it.
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.clock = QTimeEdit(QTime(18, 0))
        self.clock.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
        self.knows_time = QCheckBox(_("I know when it began"))
        self.clock.hide()
        self.knows_time.toggled.connect(self.clock.setVisible)
        self.sport = Choice([(each, wording.sport_name(each)) for each in Sport], name=_("Sport"))
        self.distance = QLineEdit()
        self.distance.setPlaceholderText(_("like 12.4"))
        self.time = QLineEdit()
        self.time.setPlaceholderText(_("like 52:10 or 1:05:00"))
        self.name = QLineEdit()
        self.rating = Rating(_("How hard it was:"))
        self.problem = Label(size=12, tone="watch", wrap=True)
        self.add = Button(_("Add"), role="primary")
        self.add.setDefault(True)
        self.add.clicked.connect(self.accept)
        cancel = Button(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._lay_out(cancel)
        for field in (self.distance, self.time):
            field.textChanged.connect(self._check)
        self.sport.currentIndexChanged.connect(self._check)
        self._check()
        self.distance.setFocus()

    def typed(self) -> Typed:
        """Return what was typed in."""
        day = self.day.date()
        clock = self.clock.time()
        knows = self.knows_time.isChecked()
        start = time(clock.hour(), clock.minute()) if knows else NOON
        wall = datetime(day.year(), day.month(), day.day(), start.hour, start.minute)  # noqa: DTZ001 - a wall clock
        return Typed(
            local_start=wall,
            precision=StartPrecision.MINUTE if knows else StartPrecision.DAY,
            sport=self._sport(),
            distance_m=typed_distance_m(self.distance.text()),
            moving_time_s=typed_time_s(self.time.text()),
            session_rpe=self.rating.value,
            name=self.name.text().strip() or None,
        )

    def _sport(self) -> Sport:
        # Qt keeps the word of an enum, not the enum.
        return Sport(self.sport.currentData())

    def _check(self) -> None:
        is_unread, words = check(self.distance.text(), self.time.text(), sport=self._sport())
        self.problem.setText(words)
        self.add.setEnabled(not is_unread)

    def _lay_out(self, cancel: Button) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for row, (name, field) in enumerate(
            (
                (_("Day"), self.day),
                (_("Time of day"), self.clock),
                (_("Sport"), self.sport),
                (_("Distance"), self.distance),
                (_("Time moving"), self.time),
                (_("Title"), self.name),
            )
        ):
            label = Label(name, weight=500)
            label.setBuddy(field)
            field.setAccessibleName(name)
            field.setMinimumWidth(FIELD_PX)
            grid.addWidget(label, 2 * row, 0)
            if field is self.clock:
                clock = QVBoxLayout()
                clock.addWidget(self.knows_time)
                clock.addWidget(self.clock)
                grid.addLayout(clock, 2 * row, 1)
            else:
                grid.addWidget(field, 2 * row, 1)
        distance = Label(
            _("In {unit}; another unit counts when it is typed behind.").format(
                unit=wording.distance_unit()
            ),
            size=12,
            tone="muted",
        )
        grid.addWidget(distance, 7, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(12)
        column.addWidget(Label(_("Add an activity"), size=18, weight=600))
        column.addLayout(grid)
        column.addWidget(Label(_("How hard was it as a whole? 1 very easy, 10 all you had")))
        column.addWidget(self.rating)
        column.addWidget(self.problem)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.add)
        column.addLayout(buttons)


def check(distance: str, moving_time: str, *, sport: Sport) -> tuple[bool, str]:
    """Return whether it cannot be added like this, and what to say of it.

    What can be read but is odd is said, and may be added.
    """
    metres, seconds = typed_distance_m(distance), typed_time_s(moving_time)
    if distance.strip() and metres is None:
        return True, unreadable(Column.DISTANCE)
    if moving_time.strip() and seconds is None:
        return True, unreadable(Column.TIME)
    if metres is None and seconds is None:
        return True, _("A distance or a time is needed.")
    return False, _odd(metres, seconds) if sport.is_run else ""


def _odd(metres: float | None, seconds: float | None) -> str:
    if metres is None:
        return _("Without a distance it counts for no rule of distance.")
    if metres < SHORTEST_RUN_M:
        return _("Under 300 m: taken for an accidental start, not counted.")
    if seconds is not None and metres > FASTEST_RUN_M_PER_S * seconds:
        return _("That is faster than anyone runs: is the distance or the time wrong?")
    return ""
