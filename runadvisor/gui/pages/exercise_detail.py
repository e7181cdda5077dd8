"""One exercise in full: how, how much, when not, what is known and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import GradeDots
from runadvisor.gui.widgets.exercise_card import tag
from runadvisor.gui.widgets.exercise_figure import ExerciseFigure
from runadvisor.gui.widgets.flow import FlowLayout
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import clear

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from runadvisor.domain.knowledge import Catalog, Exercise
    from runadvisor.plan.exercises import ExerciseOffer

FIGURE_PX = 300
BESIDE_FROM_PX = 860
WEAK_DOSE = "The dose is general knowledge or our own choice."


class ExerciseDetail(QWidget):
    """What stands behind a card."""

    left = Signal()
    """Asks for all exercises again."""
    ticked = Signal(str, bool)

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        """Start with nothing shown."""
        super().__init__(parent)
        self._catalog = catalog
        self._exercise: Exercise | None = None
        self.back = Button("All exercises", role="quiet", icon="chevron-left")
        self.back.clicked.connect(self.left)
        self.tick = Button("Done today")
        self.tick.setCheckable(True)
        self.tick.clicked.connect(self._has_ticked)
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addStretch()
        top.addWidget(self.tick)
        self._card = Card(padding=(24, 20))
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._left.setSpacing(12)
        self._right.setSpacing(2)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(32)
        self._halves.addLayout(self._left, 3)
        self._halves.addLayout(self._right, 2)
        self._card.body.addLayout(self._halves)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._card)
        column.addStretch()

    @property
    def exercise_id(self) -> str | None:
        """The exercise that is shown."""
        return None if self._exercise is None else self._exercise.exercise_id

    def show_exercise(self, exercise: Exercise, offer: ExerciseOffer, *, is_done: bool) -> None:
        """Show an exercise as it is offered now."""
        self._exercise = exercise
        barred = offer.barred.get(exercise.exercise_id, ())
        cares = offer.cares.get(exercise.exercise_id, ())
        clear(self._left)
        clear(self._right)
        figure = ExerciseFigure(exercise, height=FIGURE_PX, is_tight=True)
        figure.set_faint(is_faint=bool(barred))
        self._left.addWidget(figure)
        self._left.addWidget(Label(exercise.name, size=18, weight=600, wrap=True))
        for message in barred:
            words = "Not now. " + wording.sentence(message)
            self._left.addWidget(Label(words, size=14, weight=500, tone="watch", wrap=True))
        for message in cares:
            words = wording.sentence(message)
            self._left.addWidget(Label(words, size=14, weight=500, tone="act", wrap=True))
        self._left.addWidget(Label(exercise.how, size=14, wrap=True))
        self._left.addWidget(_tags(exercise))
        self._left.addStretch()
        for name, words in self._facts(exercise, offer):
            self._right.addWidget(Label(name, size=12, weight=600, tone="muted"))
            if isinstance(words, str):
                self._right.addWidget(Label(words, wrap=True))
            else:
                self._right.addWidget(words)
            self._right.addSpacing(8)
        self._right.addStretch()
        self.tick.setVisible(not barred)
        self.show_tick(is_done=is_done)

    def show_tick(self, *, is_done: bool) -> None:
        """Show whether it was done today."""
        self.tick.setChecked(is_done)
        self.tick.setText("Done today ✓" if is_done else "Done today")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the facts beside the drawing, or under it where it is narrow."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= BESIDE_FROM_PX
        self._halves.setDirection(
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _has_ticked(self) -> None:
        if self._exercise is not None:
            self.ticked.emit(self._exercise.exercise_id, self.tick.isChecked())

    def _facts(
        self, exercise: Exercise, offer: ExerciseOffer
    ) -> Iterator[tuple[str, str | QWidget]]:
        dose = ". ".join(part.rstrip(".") for part in (exercise.dose, exercise.dose_note) if part)
        yield "How much", f"{dose}." + ("" if exercise.checked else f" {WEAK_DOSE}")
        yield "Then", exercise.progression
        limit = offer.pain_limit_of(exercise)
        yield "Pain", f"At most {limit} of 10 while you do it, gone by the next morning."
        yield "Leave out", exercise.avoid_when
        yield "Works on", exercise.works[:1].upper() + exercise.works[1:]
        yield "Good for", ", ".join(exercise.good_for)
        yield "What is known", exercise.known
        yield "How sure", GradeDots(exercise.grade)
        yield "Source", wording.source_line(exercise.citations, self._catalog)


def _tags(exercise: Exercise) -> QWidget:
    holder = QWidget()
    row = FlowLayout(holder, spacing=6)
    for words in (*exercise.body_parts, *exercise.equipment):
        row.addWidget(tag(words))
    return holder
