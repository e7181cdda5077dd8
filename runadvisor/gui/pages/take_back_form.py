"""Entered by mistake: the same questions again, within 24 hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor.domain.diary import Answer
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.page import clear
from runadvisor.gui.widgets.plain_answer import NO_YES_UNKNOWN, OpenChoice
from runadvisor.gui.widgets.signs_question import SHORT_LIST
from runadvisor.language import _
from runadvisor.warning.red_flags import OPEN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runadvisor.domain.knowledge import Catalog


class TakeBackForm(QWidget):
    """Every question must be answered; only a plain no to each takes the stop back."""

    answered = Signal(object)
    """Answers by question id."""
    left = Signal()

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        """Make an empty form."""
        super().__init__(parent)
        self._catalog = catalog
        self.choices: dict[str, OpenChoice] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.save = Button(_("Take it back"))
        self.save.clicked.connect(lambda: self.answered.emit(self.answers))
        cancel = Button(_("Cancel"), role="quiet")
        cancel.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(
            Label(
                _(
                    "The same questions again. With a plain no to each of them the stop is taken "
                    "back. This can be done within 24 hours."
                ),
                tone="muted",
                wrap=True,
            )
        )
        column.addLayout(self._rows)
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addWidget(cancel)
        foot.addStretch()
        column.addLayout(foot)

    def ask(self, questions: Sequence[str]) -> None:
        """Ask anew."""
        clear(self._rows)
        self.choices = {}
        for question in questions:
            words = self._words(question)
            choice = OpenChoice(NO_YES_UNKNOWN, name=words)
            choice.chosen.connect(lambda _answer: self._look())
            self.choices[question] = choice
            self._rows.addWidget(hairline())
            self._rows.addWidget(Label(words, wrap=True))
            row = QHBoxLayout()
            row.addWidget(choice)
            row.addStretch()
            self._rows.addLayout(row)
        self._look()

    @property
    def answers(self) -> Mapping[str, Answer]:
        """What was answered so far, by question."""
        said = {question: choice.current() for question, choice in self.choices.items()}
        return {key: answer for key, answer in said.items() if isinstance(answer, Answer)}

    def _look(self) -> None:
        self.save.setEnabled(len(self.answers) == len(self.choices))

    def _words(self, question: str) -> str:
        if question == OPEN:
            return _("Any of these today? {signs}").format(signs=_(SHORT_LIST))
        if question in self._catalog.questions:
            return self._catalog.questions[question].ask
        flag = next(each for each in self._catalog.red_flags if each.flag_id == question)
        return flag.question or flag.text
