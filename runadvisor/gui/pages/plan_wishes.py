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

from runadvisor.domain.plan import Goal, GoalKind
from runadvisor.domain.units import METRES_PER_KILOMETRE
from runadvisor.gui.widgets.buttons import Choice, Segmented
from runadvisor.gui.widgets.labels import Label, hairline

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.domain.plan import PlanWishes

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
USUAL_MINUTES = 60
GOALS = (
    (GoalKind.HEALTHY, "Stay healthy"),
    (GoalKind.BUILD, "Build up"),
    (GoalKind.RACE, "A race"),
)
_RACES = (
    (5_000, "5 km"),
    (10_000, "10 km"),
    (21_097, "Half marathon"),
    (42_195, "Marathon"),
    (0, "Other distance"),
)


def goal_words(goal: Goal) -> str:
    """Return a goal as the plan's button says it."""
    return dict(GOALS)[goal.kind].lower()


class WishesDialog(QDialog):
    """A small form; nothing changes until it is accepted."""

    def __init__(self, wishes: PlanWishes, *, usual_m: int, today: date, parent: QWidget) -> None:
        """Show what is wished for now; ``usual_m`` is a usual week, a start for a goal."""
        super().__init__(parent)
        self.setWindowTitle("Goal and days")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wishes = wishes
        self.goal = Segmented([(kind.value, text) for kind, text in GOALS])
        self.goal.choose(wishes.goal.kind.value)
        self.goal.chosen.connect(lambda _: self._show_goal())
        self.weekly = QSpinBox()
        self.weekly.setRange(5, 200)
        self.weekly.setSuffix(" km a week")
        self.weekly.setAccessibleName("Kilometres a week to build up to")
        self.weekly.setValue((wishes.goal.weekly_m or round(usual_m * 1.2)) // METRES_PER_KILOMETRE)
        self.race_day = QDateEdit()
        self.race_day.setCalendarPopup(True)
        self.race_day.setDisplayFormat("d MMMM yyyy")
        self.race_day.setAccessibleName("Day of the race")
        self.race_day.setMinimumDate(QDate(today.year, today.month, today.day))
        race_date = wishes.goal.race_date
        self.race_day.setDate(
            QDate(race_date.year, race_date.month, race_date.day)
            if race_date is not None
            else self.race_day.minimumDate().addDays(8 * 7)
        )
        self.race = Choice(_RACES, name="Distance of the race")
        self.race.currentIndexChanged.connect(lambda _: self._show_goal())
        self.race_km = QDoubleSpinBox()
        self.race_km.setRange(1.0, 200.0)
        self.race_km.setDecimals(1)
        self.race_km.setSuffix(" km")
        self.race_km.setAccessibleName("Kilometres of the race")
        self._choose_race(wishes.goal.race_m or _RACES[1][0])
        self.long_day = Choice(
            [(None, "as usual"), *enumerate(WEEKDAYS)], name="Day of the long run"
        )
        self.long_day.choose(wishes.long_weekday)
        self.days: list[tuple[QCheckBox, QSpinBox]] = []
        self._lay_out()
        self._show_goal()

    def wishes(self) -> PlanWishes:
        """Return what the form says."""
        kind = GoalKind(self.goal.current())
        goal = Goal()
        if kind is GoalKind.BUILD:
            goal = Goal(kind=kind, weekly_m=self.weekly.value() * METRES_PER_KILOMETRE)
        elif kind is GoalKind.RACE:
            race_m = self.race.currentData() or round(self.race_km.value() * METRES_PER_KILOMETRE)
            goal = Goal(kind=kind, race_date=self.race_day.date().toPython(), race_m=race_m)  # pyright: ignore[reportArgumentType] - a date
        minutes = tuple((spin.value() or None) if box.isChecked() else 0 for box, spin in self.days)
        return replace(
            self._wishes, goal=goal, minutes=minutes, long_weekday=self.long_day.currentData()
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(12)
        column.addWidget(Label("What are the weeks for?", size=16, weight=600))
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
        column.addWidget(Label("When can you run?", size=16, weight=600))
        column.addLayout(self._day_grid())
        row = QHBoxLayout()
        row.addWidget(Label("Long run"))
        row.addWidget(self.long_day)
        row.addStretch()
        column.addLayout(row)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        draft = buttons.button(QDialogButtonBox.StandardButton.Ok)
        draft.setText("Draft anew")
        draft.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addSpacing(4)
        column.addWidget(buttons)

    def _day_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for number, name in enumerate(WEEKDAYS):
            minutes = self._wishes.minutes[number]
            box = QCheckBox(name)
            box.setChecked(minutes != 0)
            spin = QSpinBox()
            spin.setRange(0, 600)
            spin.setSingleStep(5)
            spin.setSuffix(" min at most")
            spin.setSpecialValueText("any length")
            spin.setValue(minutes or 0)
            spin.setAccessibleName(f"Minutes at most on {name}")
            spin.setEnabled(box.isChecked())
            box.toggled.connect(spin.setEnabled)
            grid.addWidget(box, number, 0)
            grid.addWidget(spin, number, 1)
            self.days.append((box, spin))
        grid.setColumnStretch(2, 1)
        return grid

    def _choose_race(self, race_m: int) -> None:
        known = {metres for metres, _ in _RACES}
        self.race.choose(race_m if race_m in known else 0)
        self.race_km.setValue(race_m / METRES_PER_KILOMETRE)

    def _show_goal(self) -> None:
        kind = GoalKind(self.goal.current())
        self.weekly.setVisible(kind is GoalKind.BUILD)
        is_race = kind is GoalKind.RACE
        self.race.setVisible(is_race)
        self.race_day.setVisible(is_race)
        self.race_km.setVisible(is_race and self.race.currentData() == 0)
        self._goal_note.setText(
            {
                GoalKind.HEALTHY: "About what you do now, with a lighter week in four.",
                GoalKind.BUILD: "A little more each week, never past the limit of a day, with a "
                "lighter week in four.",
                GoalKind.RACE: "The plan builds towards it, is lighter before it and quiet after "
                "it. It never jumps to reach a distance.",
            }[kind]
        )
