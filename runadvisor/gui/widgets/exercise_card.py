"""One exercise as a card: the drawing first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from runadvisor import wording
from runadvisor.gui.theme import scaled, text_font
from runadvisor.gui.widgets.buttons import on_button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.exercise_figure import ExerciseFigure
from runadvisor.gui.widgets.feel_choice import FeelChoice
from runadvisor.gui.widgets.flow import FlowLayout
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _
from runadvisor.plan.progression import Turn

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from runadvisor.domain.exercise import ExerciseDone
    from runadvisor.domain.knowledge import Exercise
    from runadvisor.plan.exercises import ExerciseOffer
    from runadvisor.plan.progression import NextDose


PADDING_PX = (16, 12)
BESIDE_NAME_PX = 48
"""The box to tick, the air before it and the frame of the name."""


def card_px(exercise: Exercise) -> int:
    """Return how wide a card is to be for the name of its exercise to stand whole."""
    name_px = QFontMetrics(text_font(14, 600)).horizontalAdvance(exercise.name)
    return name_px + 2 * PADDING_PX[0] + scaled(BESIDE_NAME_PX)


class ExerciseCard(Card):
    """A drawing, a name to open it by, a box to tick, how it is done, how much, for what."""

    opened = Signal(str)
    ticked = Signal(str, bool)
    felt = Signal(str, object)
    """Exercise id and ``Feel``."""

    def __init__(self, exercise: Exercise, parent: QWidget | None = None) -> None:
        """Show an exercise."""
        super().__init__(padding=PADDING_PX, parent=parent)
        self.exercise = exercise
        self.figure = ExerciseFigure(exercise)
        self.body.addWidget(self.figure)
        self.name = QPushButton(on_button(exercise.name))
        self.name.setObjectName("cardTitle")
        self.name.setFont(text_font(14, 600))
        self.name.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name.setAccessibleName(_("{exercise}: details").format(exercise=exercise.name))
        self.name.clicked.connect(lambda: self.opened.emit(exercise.exercise_id))
        self.tick = tick_box(exercise)
        self.tick.clicked.connect(
            lambda is_done: self.ticked.emit(exercise.exercise_id, bool(is_done))
        )
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name, 1)
        top.addWidget(self.tick, alignment=Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self._how = Label(exercise.how, wrap=True)
        self._not_now = Label(size=12, tone="watch", weight=500, wrap=True)
        self._care = Label(size=12, tone="act", weight=500, wrap=True)
        for label in (self._how, self._not_now, self._care):
            self.body.addWidget(label)
        self.body.addStretch()
        self.feel = FeelChoice(exercise.name)
        self.feel.felt.connect(lambda feel: self.felt.emit(exercise.exercise_id, feel))
        self._dose = Label(exercise.dose, weight=600, tabular=True)
        self._next = Label(size=12, tone="muted", wrap=True)
        self.body.addWidget(self._next)
        self.body.addLayout(self._bottom())
        self.body.addWidget(self.feel, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_offer(self, offer: ExerciseOffer) -> None:
        """Show whether it may be done now, and what to do differently."""
        barred = offer.barred.get(self.exercise.exercise_id, ())
        cares = offer.cares.get(self.exercise.exercise_id, ())
        self.figure.set_faint(is_faint=bool(barred))
        self._how.setVisible(not barred)
        reasons = " ".join(map(wording.sentence, barred))
        self._not_now.setText(_("Not now. {reasons}").format(reasons=reasons))
        self._not_now.setVisible(bool(barred))
        self._care.setText(" ".join(map(wording.sentence, cares)))
        self._care.setVisible(bool(cares))
        self.tick.setVisible(not barred)

    def show_done(self, done: ExerciseDone | None, *, pain_limit: int) -> None:
        """Show whether it was done today, and how it felt."""
        self.tick.setChecked(done is not None)
        self.feel.setVisible(done is not None and not self.tick.isHidden())
        self.feel.show_feel(None if done is None else done.feel, pain_limit=pain_limit)

    def show_dose(self, dose: str, step: NextDose) -> None:
        """Show how much of it comes next, and why where it is not the first dose."""
        self._dose.setText(dose)
        is_told = step.turn is not Turn.START and dose == step.dose
        self._next.setText(wording.sentence(step.reason) if is_told else "")
        self._next.setVisible(is_told)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the exercise from anywhere on its card."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.opened.emit(self.exercise.exercise_id)
        super().mouseReleaseEvent(event)

    def _bottom(self) -> FlowLayout:
        row = FlowLayout(spacing=6)
        self._dose.setContentsMargins(0, 3, 6, 3)
        row.addWidget(self._dose)
        part = _(self.exercise.body_parts[0])
        row.addWidget(tag(part[:1].upper() + part[1:]))
        if self.exercise.equipment:
            row.addWidget(tag(", ".join(map(_, self.exercise.equipment))))
        return row


def tick_box(exercise: Exercise) -> QCheckBox:
    """Return the box to tick an exercise of today."""
    box = QCheckBox()
    box.setObjectName("tick")
    box.setIconSize(QSize(22, 22))
    box.setCursor(Qt.CursorShape.PointingHandCursor)
    box.setToolTip(_("Done today"))
    box.setAccessibleName(_("{exercise}: done today").format(exercise=exercise.name))
    return box


def tag(words: str) -> QLabel:
    """Return a word in a rounded frame."""
    label = QLabel(words)
    label.setObjectName("tag")
    label.setFont(text_font(12))
    return label
