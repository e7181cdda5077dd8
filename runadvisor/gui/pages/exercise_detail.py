"""One exercise in full: how, how much, when not, what is known and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.text import N_
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import GradeDots
from runadvisor.gui.widgets.exercise_card import tag
from runadvisor.gui.widgets.exercise_figure import ExerciseFigure
from runadvisor.gui.widgets.feel_choice import FeelChoice
from runadvisor.gui.widgets.flow import FlowLayout
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import clear
from runadvisor.language import _
from runadvisor.plan.exercises import PAIN_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from runadvisor.domain.exercise import ExerciseDone
    from runadvisor.domain.knowledge import Catalog, Exercise
    from runadvisor.plan.exercises import ExerciseOffer
    from runadvisor.plan.progression import NextDose

FIGURE_PX = 300
BESIDE_FROM_PX = 860
WEAK_DOSE = N_("The dose is general knowledge or our own choice.")


class ExerciseDetail(QWidget):
    """What stands behind a card."""

    left = Signal()
    """Asks for all exercises again."""
    ticked = Signal(str, bool)
    felt = Signal(str, object)
    """Exercise id and ``Feel``."""

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        """Start with nothing shown."""
        super().__init__(parent)
        self._catalog = catalog
        self._exercise: Exercise | None = None
        self._limit = PAIN_LIMIT
        self.back = Button(_("All exercises"), role="quiet", icon="chevron-left")
        self.back.clicked.connect(self.left)
        self.tick = Button(_("Done today"))
        self.tick.setCheckable(True)
        self.tick.clicked.connect(self._has_ticked)
        self._feel_place = QHBoxLayout()
        self.feel: FeelChoice | None = None
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addStretch()
        top.addLayout(self._feel_place)
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

    def show_exercise(
        self,
        exercise: Exercise,
        offer: ExerciseOffer,
        *,
        done: ExerciseDone | None,
        step: NextDose,
    ) -> None:
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
            words = _("Not now. {reasons}").format(reasons=wording.sentence(message))
            self._left.addWidget(Label(words, size=14, weight=500, tone="watch", wrap=True))
        for message in cares:
            words = wording.sentence(message)
            self._left.addWidget(Label(words, size=14, weight=500, tone="act", wrap=True))
        self._left.addWidget(Label(exercise.how, size=14, wrap=True))
        self._left.addWidget(_tags(exercise))
        self._left.addStretch()
        for name, words in self._facts(exercise, offer, step):
            self._right.addWidget(Label(name, size=12, weight=600, tone="muted"))
            if isinstance(words, str):
                self._right.addWidget(Label(words, wrap=True))
            else:
                self._right.addWidget(words)
            self._right.addSpacing(8)
        self._right.addStretch()
        self.tick.setVisible(not barred)
        clear(self._feel_place)
        self.feel = FeelChoice(exercise.name)
        self.feel.felt.connect(lambda feel: self.felt.emit(exercise.exercise_id, feel))
        self._feel_place.addWidget(self.feel)
        self._limit = offer.pain_limit_of(exercise)
        self.show_done(done)

    def show_done(self, done: ExerciseDone | None) -> None:
        """Show whether it was done today, and how it felt."""
        self.tick.setChecked(done is not None)
        self.tick.setText(_("Done today") if done is None else _("Done today ✓"))
        if self.feel is not None:
            self.feel.setVisible(done is not None)
            self.feel.show_feel(None if done is None else done.feel, pain_limit=self._limit)

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
        self, exercise: Exercise, offer: ExerciseOffer, step: NextDose
    ) -> Iterator[tuple[str, str | QWidget]]:
        dose = ". ".join(part.rstrip(".") for part in (exercise.dose, exercise.dose_note) if part)
        yield _("How much"), f"{dose}." + ("" if exercise.checked else f" {_(WEAK_DOSE)}")
        if exercise.steps:
            now = _("{dose}. {reason} The steps are our choice.")
            yield (
                _("Now for you"),
                now.format(dose=step.dose, reason=wording.sentence(step.reason)),
            )
        yield _("Then"), exercise.progression
        limit = _("At most {pain_limit} of 10 while you do it, gone by the next morning.")
        yield _("Pain"), limit.format(pain_limit=offer.pain_limit_of(exercise))
        yield _("Leave out"), exercise.avoid_when
        yield _("Works on"), exercise.works[:1].upper() + exercise.works[1:]
        yield _("Good for"), ", ".join(map(_, exercise.good_for))
        yield _("What is known"), exercise.known
        yield _("How sure"), GradeDots(exercise.grade)
        yield _("Source"), wording.source_line(exercise.citations, self._catalog)


def _tags(exercise: Exercise) -> QWidget:
    holder = QWidget()
    row = FlowLayout(holder, spacing=6)
    for words in (*exercise.body_parts, *exercise.equipment):
        row.addWidget(tag(_(words)))
    return holder
