"""The day that is chosen in the plan: what, how hard, why, how far at most, with what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.knowledge import BlockKind
from runadvisor.domain.plan import DayKind, LockedDay
from runadvisor.domain.warning import Tier
from runadvisor.gui.icons import icon
from runadvisor.gui.theme import current_theme, scaled
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import TierMark
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.limit_slider import LimitSlider
from runadvisor.gui.widgets.page import clear

if TYPE_CHECKING:
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.plan import PlanBreach, PlannedBlock, PlannedDay, TrainingPlan

WIDTH_PX = (248, 296)
FIRST_DISTANCE_M = 4000
"""A run put on a day that had none starts here, or at the limit."""
_ICONS = {
    BlockKind.STRENGTH: "strength",
    BlockKind.STRETCHING: "stretch",
    BlockKind.WARM_UP: "stretch",
}


KINDS_OFFERED = (
    (DayKind.REST, "Rest"),
    (DayKind.EASY, "Easy"),
    (DayKind.LONG, "Long"),
    (DayKind.HARD, "Hard"),
    (DayKind.HILLS, "Hills"),
    (DayKind.CROSS, "Cross-training"),
)


class DayPanel(Card):
    """One planned day in full, and what can be changed about it."""

    changed = Signal(object)
    """A ``LockedDay``: what the day is to hold."""
    unlocked = Signal(object)
    """The ``date`` of a day that the next draft may change again."""

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(padding=(20, 18), parent=parent)
        self._catalog = catalog
        self._day: PlannedDay | None = None
        self._number = Label()
        self.setMinimumWidth(scaled(WIDTH_PX[0]))
        self.setMaximumWidth(scaled(WIDTH_PX[1]))
        self._inner = QVBoxLayout()
        self._inner.setSpacing(8)
        self.body.addLayout(self._inner)
        self.body.addStretch()

    def show_day(self, day: PlannedDay, plan: TrainingPlan) -> None:
        """Show a day of a plan."""
        clear(self._inner)
        self._day = day
        self._inner.addWidget(Label(wording.long_day(day.date), weight=600, tone="muted"))
        self._inner.addWidget(Label(wording.sentence(day.title), size=18, weight=600, wrap=True))
        for breach in plan.breaches:
            if breach.date == day.date:
                self._inner.addWidget(self._breach(breach))
        self._add_amount(day)
        self._add_effort(day, plan)
        self._add_part("Why", wording.sentence(day.reason))
        if day.blocks:
            self._inner.addWidget(hairline())
            self._inner.addWidget(Label("With it", weight=600, tone="muted"))
            for block in day.blocks:
                self._inner.addWidget(self._block(block))
        if day.kind is not DayKind.RACE:
            self._inner.addWidget(hairline())
            self._inner.addLayout(self._change_row(day))

    def _add_amount(self, day: PlannedDay) -> None:
        if day.distance_m is not None:
            self._add_number(wording.kilometres(day.distance_m), _after_distance(day))
        elif day.moving_time_s is not None:
            number, _, unit = wording.minutes(day.moving_time_s).partition(" ")
            self._add_number(number, unit)
        if day.distance_m is not None and day.limit_m is not None:
            self._inner.addWidget(self._slider(day, day.distance_m, day.limit_m))
        elif day.limit_m is not None and day.kind is DayKind.REST:
            self._inner.addWidget(
                Label(f"Limit that day: {wording.distance(day.limit_m)}", tone="muted")
            )

    def _add_effort(self, day: PlannedDay, plan: TrainingPlan) -> None:
        if day.intensity is not None:
            self._add_part("How hard", wording.sentence(day.intensity))
            easy = day.kind in {DayKind.EASY, DayKind.LONG} and plan.easy_pace_s_per_km
            if easy:
                self._add_row("Pace", wording.pace_range(easy))

    def _lock(self, day: PlannedDay) -> Button:
        lock = Button(
            "Locked" if day.is_locked else "Lock",
            icon="lock" if day.is_locked else "unlock",
            small=True,
        )
        lock.setToolTip(
            "A new draft may change this day again"
            if day.is_locked
            else "A new draft keeps this day as it is"
        )
        lock.clicked.connect(lambda: self._toggle_lock(day))
        return lock

    def _toggle_lock(self, day: PlannedDay) -> None:
        if day.is_locked:
            self.unlocked.emit(day.date)
        else:
            self.changed.emit(as_it_is(day))

    def _breach(self, breach: PlanBreach) -> QFrame:
        frame = QFrame()
        frame.setObjectName("breach")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 10, 12, 10)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(TierMark(Tier.WATCH, 14), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(wording.sentence(breach.message), tone="watch", wrap=True), 1)
        column.addLayout(row)
        if breach.remedy is not None:
            mend = Button(_remedy_words(breach.remedy), small=True)
            mend.clicked.connect(lambda: self.changed.emit(breach.remedy))
            column.addWidget(mend, alignment=Qt.AlignmentFlag.AlignLeft)
        return frame

    def _slider(self, day: PlannedDay, distance_m: int, limit_m: int) -> LimitSlider:
        slider = LimitSlider(distance_m, limit_m)
        slider.valueChanged.connect(
            lambda _: self._number.setText(wording.kilometres(slider.metres))
        )
        slider.settled.connect(
            lambda metres: self.changed.emit(
                LockedDay(date=day.date, kind=day.kind, distance_m=metres)
            )
        )
        return slider

    def _change_row(self, day: PlannedDay) -> QHBoxLayout:
        kinds = Choice(KINDS_OFFERED, name="Kind of day", small=True)
        kinds.choose(day.kind if day.kind is not DayKind.WALK_RUN else DayKind.EASY)
        kinds.currentIndexChanged.connect(
            lambda _: self.changed.emit(_as_kind(day, kinds.currentData()))
        )
        row = QHBoxLayout()
        row.addWidget(kinds, 1)
        if day.kind is not DayKind.WALK_RUN:
            row.addWidget(self._lock(day))
        return row

    def _add_number(self, number: str, unit: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._number = Label(number, size=32, weight=600, tabular=True)
        row.addWidget(self._number, alignment=Qt.AlignmentFlag.AlignBottom)
        words = Label(unit, size=15, tone="muted")
        words.setContentsMargins(0, 0, 0, 5)
        row.addWidget(words, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        self._inner.addLayout(row)

    def _add_part(self, title: str, words: str) -> None:
        self._inner.addWidget(hairline())
        self._inner.addWidget(Label(title, weight=600, tone="muted"))
        self._inner.addWidget(Label(words, size=14, wrap=True))

    def _add_row(self, name: str, value: str) -> None:
        row = QHBoxLayout()
        row.addWidget(Label(name, tone="muted"))
        row.addStretch()
        row.addWidget(Label(value, weight=600, tabular=True))
        self._inner.addLayout(row)

    def _block(self, block: PlannedBlock) -> QFrame:
        frame = QFrame()
        frame.setObjectName("inset")
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        mark = Label()
        mark.setPixmap(icon(_ICONS[block.kind], current_theme().muted).pixmap(20, 20))
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(f"{block.title}, {block.minutes} min", weight=600, wrap=True))
        exercises = [self._catalog.exercises[key] for key in block.exercises]
        if len(exercises) == 1:
            text = exercises[0].dose
        else:
            text = ", ".join(exercise.name for exercise in exercises)
        words.addWidget(Label(text, size=12, tone="muted", wrap=True))
        row.addLayout(words, 1)
        return frame


def as_it_is(day: PlannedDay) -> LockedDay:
    """Return a planned day as one the runner has set."""
    return LockedDay(
        date=day.date, kind=day.kind, distance_m=day.distance_m, moving_time_s=day.moving_time_s
    )


def _as_kind(day: PlannedDay, kind: DayKind) -> LockedDay:
    """Return the day with another kind; a run keeps its distance, a new one is short."""
    if not kind.is_run:
        return LockedDay(date=day.date, kind=kind)
    limit_m = day.limit_m or FIRST_DISTANCE_M
    return LockedDay(
        date=day.date, kind=kind, distance_m=day.distance_m or min(FIRST_DISTANCE_M, limit_m)
    )


def _remedy_words(remedy: LockedDay) -> str:
    if remedy.kind is DayKind.REST:
        return "Make it a rest day"
    run = dict(KINDS_OFFERED).get(remedy.kind, "Run").lower()
    return f"Make it {wording.distance(remedy.distance_m)}, {run}"


def _after_distance(day: PlannedDay) -> str:
    if day.moving_time_s is None:
        return "km"
    return f"km, about {wording.minutes(day.moving_time_s)}"
