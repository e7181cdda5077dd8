"""One answer about oneself: its name, a control, and a line on what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from runadvisor.gui.widgets.buttons import Choice
from runadvisor.gui.widgets.labelled_row import LabelledRow
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NAME_PX = 190
_T = TypeVar("_T")


class AnswerField(LabelledRow):
    """A row; ``answered`` is sent with what was answered, ``None`` for no answer."""

    answered = Signal(object)

    def __init__(
        self, name: str, control: QWidget, purpose: str, parent: QWidget | None = None
    ) -> None:
        """Show a control with its name and what the answer is for."""
        super().__init__(name, control, purpose, name_px=NAME_PX, parent=parent)


class TextAnswer(AnswerField, Generic[_T]):
    """An answer that is typed; an empty field is no answer."""

    def __init__(
        self,
        name: str,
        purpose: str,
        *,
        read: Callable[[str], _T],
        write: Callable[[_T], str],
        parent: QWidget | None = None,
    ) -> None:
        """Make the field.

        Args:
            name: What is asked.
            purpose: What the answer is for.
            read: Makes an answer of text, or raises ``ValueError`` with a sentence.
            write: Makes text of an answer.
            parent: As in Qt.
        """
        self.edit = QLineEdit()
        super().__init__(name, self.edit, purpose, parent)
        self._read = read
        self._write = write
        self._shown = ""
        self.edit.editingFinished.connect(self._take)

    def show_answer(self, answer: _T | None) -> None:
        """Show what was answered, unless something is being typed."""
        if self.edit.hasFocus() and self.edit.isModified():
            return
        self._shown = "" if answer is None else self._write(answer)
        self.edit.setText(self._shown)
        self.say_problem("")

    def show_estimate(self, words: str) -> None:
        """Show, greyed, what stands in while there is no answer."""
        self.edit.setPlaceholderText(words)

    def _take(self) -> None:
        text = self.edit.text().strip()
        if text == self._shown:
            self.say_problem("")
            return
        try:
            answer = self._read(text) if text else None
        except ValueError as error:
            self.say_problem(str(error))
            return
        self.edit.setModified(False)
        self._shown = text
        self.say_problem("")
        self.answered.emit(answer)


class ChoiceAnswer(AnswerField):
    """An answer that is chosen; the first choice is no answer."""

    def __init__(
        self,
        name: str,
        purpose: str,
        *,
        choices: Sequence[tuple[object, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Offer (answer, text) pairs after "Not said"."""
        self.choice = Choice([(None, _("Not said")), *choices], name=name)
        super().__init__(name, self.choice, purpose, parent)
        self.choice.activated.connect(lambda _index: self.answered.emit(self.choice.currentData()))

    def show_answer(self, answer: object) -> None:
        """Show what was answered."""
        self.choice.choose(answer)
