"""Asks for the health questions until each was answered or skipped once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from runadvisor.domain.knowledge import HealthQuestion
    from runadvisor.warning.profile import Profile


class HealthInvitation(Card):
    """How many questions are open, and the way to them."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a question."""
        super().__init__(padding=(20, 10), parent=parent)
        self.set_tone("info")
        self.words = Label(wrap=True)
        self.answer = Button(_("Answer them"), small=True)
        self.answer.clicked.connect(self.wanted)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.answer)
        self.body.addLayout(row)

    def show_open(self, questions: Iterable[HealthQuestion], profile: Profile) -> bool:
        """Say how many questions are open; return whether any is."""
        number = sum(
            question.item not in profile.answers
            for question in questions
            if question.group != "after-birth"
        )
        words = ngettext(
            "{number} question about your health is open. You may skip it.",
            "{number} questions about your health are open. They are asked once; each may be "
            "skipped.",
            number,
        )
        self.words.setText(words.format(number=number))
        return bool(number)
