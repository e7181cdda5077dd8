"""What the runner asks of a plan: what for, on which days, how long, which day is the long one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from runadvisor import wording
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.plan import Goal, GoalKind
from runadvisor.domain.text import N_
from runadvisor.gui.widgets.buttons import Choice, Segmented
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.language import _

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.domain.plan import PlanWishes

USUAL_MINUTES = 60
GOALS = (
    (GoalKind.HEALTHY, N_("Stay healthy")),
    (GoalKind.BUILD, N_("Build up")),
    (GoalKind.RACE, N_("A race")),
)
_ON_BUTTON = {
    GoalKind.HEALTHY: N_("Goal: stay healthy"),
    GoalKind.BUILD: N_("Goal: build up"),
    GoalKind.RACE: N_("Goal: a race"),
}
_NOTES = {
    GoalKind.HEALTHY: N_("About what you do now, with a lighter week in four."),
    GoalKind.BUILD: N_(
        "A little more each week, never past the limit of a day, with a lighter week in four."
    ),
    GoalKind.RACE: N_(
        "The plan builds towards it, is lighter before it and quiet after it. It never jumps to "
        "reach a distance."
    ),
}
_RACES = (
    (5_000, N_("5 km")),
    (10_000, N_("10 km")),
    (21_097, N_("Half marathon")),
    (42_195, N_("Marathon")),
    (0, N_("Other distance")),
)


def goal_words(goal: Goal) -> str:
    """Return a goal as the plan's button says it."""
    return _(_ON_BUTTON[goal.kind])


class WishesDialog(QDialog):
    """A small form; nothing changes until it is accepted."""

    def __init__(self, wishes: PlanWishes, *, usual_m: int, today: date, parent: QWidget) -> None:
        """Show what is wished for now; ``usual_m`` is a usual week, a start for a goal."""
        super().__init__(parent)
        self.setWindowTitle(_("Goal and days"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wishes = wishes
        self.goal = Segmented([(kind.value, _(words)) for kind, words in GOALS])
        self.goal.choose(wishes.goal.kind.value)
        self.goal.chosen.connect(lambda _key: self._show_goal())
        self.weekly = QSpinBox()
        self.weekly.setRange(5, 200)
        self.weekly.setSuffix(_(" {unit} a week").format(unit=wording.distance_unit()))
        self.weekly.setAccessibleName(_("Distance of a week to build up to"))
        self.weekly.setValue(round((wishes.goal.weekly_m or 1.2 * usual_m) / wording.unit_metres()))
        self.race_day = QDateEdit()
        self.race_day.setCalendarPopup(True)
        self.race_day.setDisplayFormat("d MMMM yyyy")
        self.race_day.setAccessibleName(_("Day of the race"))
        self.race_day.setMinimumDate(QDate(today.year, today.month, today.day))
        race_date = wishes.goal.race_date
        self.race_day.setDate(
            QDate(race_date.year, race_date.month, race_date.day)
            if race_date is not None
            else self.race_day.minimumDate().addDays(8 * 7)
        )
        self.race = Choice(
            [(metres, _(words)) for metres, words in _RACES], name=_("Distance of the race")
        )
        self.race.currentIndexChanged.connect(lambda _at: self._show_goal())
        self.race_km = QDoubleSpinBox()
        self.race_km.setRange(1.0, 200.0)
        self.race_km.setDecimals(1)
        self.race_km.setSuffix(f" {wording.distance_unit()}")
        self.race_km.setAccessibleName(_("Length of the race"))
        self._choose_race(wishes.goal.race_m or _RACES[1][0])
        self.long_day = Choice([(None, _("as usual")), *_weekdays()], name=_("Day of the long run"))
        self.long_day.choose(wishes.long_weekday)
        self.days: list[tuple[QCheckBox, QSpinBox]] = []
        self._lay_out()
        self._show_goal()

    def wishes(self) -> PlanWishes:
        """Return what the form says."""
        kind = GoalKind(self.goal.current())
        goal = Goal()
        if kind is GoalKind.BUILD:
            goal = Goal(kind=kind, weekly_m=round(self.weekly.value() * wording.unit_metres()))
        elif kind is GoalKind.RACE:
            race_m = self.race.currentData() or round(self.race_km.value() * wording.unit_metres())
            goal = Goal(kind=kind, race_date=self.race_day.date().toPython(), race_m=race_m)  # pyright: ignore[reportArgumentType] - a date
        minutes = tuple((spin.value() or None) if box.isChecked() else 0 for box, spin in self.days)
        return replace(
            self._wishes, goal=goal, minutes=minutes, long_weekday=self.long_day.currentData()
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(12)
        column.addWidget(Label(_("What are the weeks for?"), size=16, weight=600))
        column.addWidget(self.goal, alignment=Qt.AlignmentFlag.AlignLeft)
        detail = QHBoxLayout()
        for widget in (self.weekly, self.race, self.race_km, self.race_day):
            detail.addWidget(widget)
        detail.addStretch()
        column.addLayout(detail)
        self._goal_note = Label(size=12, tone="muted", wrap=True)
        self._goal_note.setMinimumWidth(440)
        column.addWidget(self._goal_note)
        column.addWidget(hairline())
        column.addWidget(Label(_("When can you run?"), size=16, weight=600))
        column.addLayout(self._day_grid())
        row = QHBoxLayout()
        row.addWidget(Label(_("Long run")))
        row.addWidget(self.long_day)
        row.addStretch()
        column.addLayout(row)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        draft = buttons.button(QDialogButtonBox.StandardButton.Ok)
        draft.setText(_("Draft anew"))
        draft.setProperty("role", "primary")
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addSpacing(4)
        column.addWidget(buttons)

    def _day_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        by_weekday: dict[int, tuple[QCheckBox, QSpinBox]] = {}
        for row, (number, name) in enumerate(_weekdays()):
            minutes = self._wishes.minutes[number]
            box = QCheckBox(name)
            box.setChecked(minutes != 0)
            spin = QSpinBox()
            spin.setRange(0, 600)
            spin.setSingleStep(5)
            spin.setSuffix(_(" min at most"))
            spin.setSpecialValueText(_("any length"))
            spin.setValue(minutes or 0)
            spin.setAccessibleName(_("Minutes at most on {weekday}").format(weekday=name))
            spin.setEnabled(box.isChecked())
            box.toggled.connect(spin.setEnabled)
            grid.addWidget(box, row, 0)
            grid.addWidget(spin, row, 1)
            by_weekday[number] = (box, spin)
        self.days = [by_weekday[number] for number in sorted(by_weekday)]
        grid.setColumnStretch(2, 1)
        return grid

    def _choose_race(self, race_m: int) -> None:
        known = {metres for metres, _words in _RACES}
        self.race.choose(race_m if race_m in known else 0)
        self.race_km.setValue(race_m / wording.unit_metres())

    def _show_goal(self) -> None:
        kind = GoalKind(self.goal.current())
        self.weekly.setVisible(kind is GoalKind.BUILD)
        is_race = kind is GoalKind.RACE
        self.race.setVisible(is_race)
        self.race_day.setVisible(is_race)
        self.race_km.setVisible(is_race and self.race.currentData() == 0)
        self._goal_note.setText(_(_NOTES[kind]))


def _weekdays() -> list[tuple[int, str]]:
    """Return number, Monday being 0, and name of each, as a week is shown."""
    first = wording.first_weekday()
    return [
        ((first + place) % DAYS_PER_WEEK, name)
        for place, name in enumerate(wording.weekdays(first))
    ]
