"""Pairs that may be one run: asked side by side, one after the other, whenever it suits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.pair_words import pair_facts
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import clear
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.gui.run_changes import RunChanges
    from runadvisor.history.doubtful import DoubtfulPair


class DoubtfulBand(Card):
    """Hidden while there is nothing to ask; "Later" puts a pair off until the next start."""

    def __init__(self, changes: RunChanges, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(padding=(20, 10), parent=parent)
        self.set_tone("info")
        self._changes = changes
        self._pairs: Sequence[DoubtfulPair] = ()
        self._later: set[tuple[int, int]] = set()
        self._is_open = False
        self._words = Label(size=14, weight=500, wrap=True)
        self.look = Button(_("Look at them"), small=True)
        self.look.clicked.connect(self._toggle)
        top = QHBoxLayout()
        top.addWidget(self._words, 1)
        top.addWidget(self.look)
        self.body.addLayout(top)
        self._pair = QWidget()
        self._column = QVBoxLayout(self._pair)
        self._column.setContentsMargins(0, 4, 0, 6)
        self._column.setSpacing(10)
        self.body.addWidget(self._pair)
        self.hide()

    def show_pairs(self, pairs: Sequence[DoubtfulPair]) -> None:
        """Ask about other pairs."""
        # The newest first: that one the runner still remembers.
        self._pairs = [pair for pair in reversed(pairs) if _key(pair) not in self._later]
        number = len(self._pairs)
        self.setVisible(number > 0)
        self._words.setText(
            ngettext(
                "{number} pair may be the same run", "{number} pairs may be the same run", number
            ).format(number=wording.number(number))
        )
        self._fill()

    def forget(self) -> None:
        """Ask about everything again: another history is open."""
        self._later.clear()
        self._is_open = False

    def _toggle(self) -> None:
        self._is_open = not self._is_open
        self._fill()

    def _fill(self) -> None:
        self.look.setText(_("Close") if self._is_open else _("Look at them"))
        self._pair.setVisible(self._is_open and bool(self._pairs))
        clear(self._column)
        if not self._is_open or not self._pairs:
            return
        pair = self._pairs[0]
        self._column.addWidget(Label(wording.sentence(pair.reason), wrap=True))
        sides = QHBoxLayout()
        sides.setSpacing(12)
        facts = pair_facts(pair)
        for side in (0, 1):
            sides.addWidget(_card([(name, both[side], both[0] != both[1]) for name, both in facts]))
        self._column.addLayout(sides)
        answers = QHBoxLayout()
        for name, words, act in (
            ("same", _("Same run"), self._changes.join),
            ("two", _("Two runs"), self._changes.keep_apart),
            ("later", _("Later"), self._put_off),
        ):
            button = Button(words, small=True)
            button.setObjectName(name)
            button.clicked.connect(lambda _on=False, act=act: act(pair))
            answers.addWidget(button)
        answers.addStretch()
        answers.addWidget(Label(_("Every answer can be undone."), size=12, tone="muted"))
        self._column.addLayout(answers)

    def _put_off(self, pair: DoubtfulPair) -> None:
        self._later.add(_key(pair))
        self.show_pairs(self._pairs[::-1])


def _card(facts: Sequence[tuple[str, str, bool]]) -> QFrame:
    card = QFrame()
    card.setObjectName("pairCard")
    grid = QGridLayout(card)
    grid.setContentsMargins(14, 10, 14, 10)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    for row, (name, words, differs) in enumerate(facts):
        grid.addWidget(Label(name, size=12, tone="muted"), row, 0)
        weight, tone = (600, "ink") if differs else (400, "muted")
        grid.addWidget(Label(words, weight=weight, tone=tone, tabular=True, wrap=True), row, 1)
    grid.setRowStretch(len(facts), 1)
    return card


def _key(pair: DoubtfulPair) -> tuple[int, int]:
    return pair.one.activity_id, pair.other.activity_id
