"""Warnings that ended in the last weeks: which, when, and what ended them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import TierMark
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import clear
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.warning.cleared import Cleared

SHOWN = 2
MARK_DOWN_PX = 6
"""The mark stands in the line of the title beside it."""


class ClearedCard(Card):
    """The latest of them; hidden where none ended."""

    wanted = Signal(object)
    """Asks why a warning stood."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(_("Cleared lately"), padding=(16, 12), parent=parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.body.addLayout(self._rows)
        self.hide()

    def show_cleared(self, cleared: Sequence[Cleared]) -> None:
        """Show the last ones, the latest first."""
        clear(self._rows)
        for each in cleared[:SHOWN]:
            self._rows.addLayout(self._row(each))
        self.setVisible(bool(cleared))

    def _row(self, cleared: Cleared) -> QHBoxLayout:
        warning = cleared.warning
        title = wording.sentence(warning.title)
        opened = Button(title, role="quiet", small=True)
        opened.setAccessibleName(_("Why it stood: {title}").format(title=title))
        opened.clicked.connect(lambda _on=False: self.wanted.emit(warning))
        said = ngettext(
            "{tier} · {number} day: {why}", "{tier} · {number} days: {why}", cleared.days
        ).format(
            tier=wording.tier_word(warning.tier),
            number=cleared.days,
            why=wording.sentence(cleared.why),
        )
        top = QHBoxLayout()
        top.addWidget(opened)
        top.addStretch()
        top.addWidget(Label(wording.short_day(cleared.on), size=12, tone="muted"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(top)
        words.addWidget(Label(said, size=12, tone="muted", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(10)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, MARK_DOWN_PX, 0, 0)
        mark.addWidget(TierMark(None, 16), alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(mark)
        row.addLayout(words, 1)
        return row
