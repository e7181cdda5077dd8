"""Why there is no plan, and what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import TONES, TierMark
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import clear

if TYPE_CHECKING:
    from runadvisor.domain.plan import Stopped


class StopCard(Card):
    """Hidden until there is a stop: what to do in one line, then step by step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(padding=(24, 20), parent=parent)
        self._row = QHBoxLayout()
        self._row.setSpacing(20)
        self.body.addLayout(self._row)
        self.hide()

    def show_stop(self, stopped: Stopped | None) -> None:
        """Show a stop, or nothing."""
        clear(self._row)
        self.setVisible(stopped is not None)
        if stopped is None:
            return
        tone = TONES[stopped.tier]
        reason = wording.sentence(stopped.reason)
        self.set_tone(tone)
        self._row.addWidget(TierMark(stopped.tier, 36), alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(Label(wording.tier_word(stopped.tier), weight=600, tone=tone))
        words.addWidget(Label(reason, size=20, weight=600, wrap=True))
        for number, line in enumerate(stopped.advice, start=1):
            words.addWidget(Label(f"{number}. {wording.sentence(line)}", size=14, wrap=True))
        self._row.addLayout(words, 1)
        self.setAccessibleName(f"{wording.tier_word(stopped.tier)}: {reason}")
