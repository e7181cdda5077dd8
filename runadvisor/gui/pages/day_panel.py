"""The day that is chosen in the plan: what, how hard, why, how far at most, with what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.knowledge import BlockKind
from runadvisor.domain.plan import DayKind
from runadvisor.gui.icons import icon
from runadvisor.gui.theme import current_theme
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.limit_bar import LimitBar
from runadvisor.gui.widgets.page import clear

if TYPE_CHECKING:
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.plan import PlannedBlock, PlannedDay, TrainingPlan

WIDTH_PX = (248, 296)
_ICONS = {
    BlockKind.STRENGTH: "strength",
    BlockKind.STRETCHING: "stretch",
    BlockKind.WARM_UP: "stretch",
}


class DayPanel(Card):
    """One planned day in full."""

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(padding=(20, 18), parent=parent)
        self._catalog = catalog
        self.setMinimumWidth(WIDTH_PX[0])
        self.setMaximumWidth(WIDTH_PX[1])
        self._inner = QVBoxLayout()
        self._inner.setSpacing(8)
        self.body.addLayout(self._inner)
        self.body.addStretch()

    def show_day(self, day: PlannedDay, plan: TrainingPlan) -> None:
        """Show a day of a plan."""
        clear(self._inner)
        self._inner.addWidget(Label(wording.long_day(day.date), weight=600, tone="muted"))
        self._inner.addWidget(Label(wording.sentence(day.title), size=18, weight=600, wrap=True))
        if day.distance_m is not None:
            self._add_number(wording.kilometres(day.distance_m), _after_distance(day))
        elif day.moving_time_s is not None:
            number, _, unit = wording.minutes(day.moving_time_s).partition(" ")
            self._add_number(number, unit)
        if day.distance_m is not None and day.limit_m is not None:
            bar = LimitBar()
            bar.show_distance(day.distance_m, day.limit_m)
            self._inner.addWidget(bar)
        elif day.limit_m is not None and day.kind is DayKind.REST:
            self._inner.addWidget(
                Label(f"Limit that day: {wording.distance(day.limit_m)}", tone="muted")
            )
        if day.intensity is not None:
            self._add_part("How hard", wording.sentence(day.intensity))
            easy = day.kind in {DayKind.EASY, DayKind.LONG} and plan.easy_pace_s_per_km
            if easy:
                self._add_row("Pace", wording.pace_range(easy))
        self._add_part("Why", wording.sentence(day.reason))
        if day.blocks:
            self._inner.addWidget(hairline())
            self._inner.addWidget(Label("With it", weight=600, tone="muted"))
            for block in day.blocks:
                self._inner.addWidget(self._block(block))

    def _add_number(self, number: str, unit: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(
            Label(number, size=32, weight=600, tabular=True),
            alignment=Qt.AlignmentFlag.AlignBottom,
        )
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


def _after_distance(day: PlannedDay) -> str:
    if day.moving_time_s is None:
        return "km"
    return f"km, about {wording.minutes(day.moving_time_s)}"
