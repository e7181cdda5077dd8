"""A plain question: no, yes, or don't know; nothing is answered before the runner does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from runadvisor.domain.diary import Answer
from runadvisor.domain.text import N_
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_YES_UNKNOWN = (
    (Answer.NO, N_("No")),
    (Answer.YES, N_("Yes")),
    (Answer.UNKNOWN, N_("Don’t know")),
)


class OpenChoice(QFrame):
    """A few choices of which none is on until one is chosen."""

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Offer (answer, marked words) pairs; ``name`` is the question."""
        super().__init__(parent)
        self.setObjectName("segmented")
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        self.buttons: dict[object, QPushButton] = {}
        for answer, text in options:
            words = _(text)
            button = QPushButton(words)
            button.setObjectName("segment")
            button.setProperty("extent", "small")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setAccessibleName(_("{question} {answer}").format(question=name, answer=words))
            button.clicked.connect(lambda _on=False, answer=answer: self._choose(answer))
            self.buttons[answer] = button
            row.addWidget(button)

    def show_answer(self, answer: object) -> None:
        """Show what was answered, ``None`` for nothing, without telling anybody."""
        for each, button in self.buttons.items():
            button.setChecked(each == answer and answer is not None)

    def current(self) -> object:
        """Return what is chosen; ``None`` while nothing is."""
        return next((each for each, button in self.buttons.items() if button.isChecked()), None)

    def _choose(self, answer: object) -> None:
        self.show_answer(answer)
        self.chosen.emit(answer)


class PlainQuestion(QWidget):
    """A question with its three answers on the right."""

    answered = Signal(str, object)
    """Its id and the answer."""

    def __init__(
        self,
        question_id: str,
        ask: str,
        *,
        options: Sequence[tuple[object, str]] = NO_YES_UNKNOWN,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Ask; ``note`` stands below in small."""
        super().__init__(parent)
        self.choice = OpenChoice(options, name=ask)
        self.choice.chosen.connect(lambda answer: self.answered.emit(question_id, answer))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        words = Label(ask if not note else f"{ask}\n{note}", size=13, wrap=True)
        row.addWidget(words, 1)
        row.addWidget(self.choice, alignment=Qt.AlignmentFlag.AlignVCenter)
