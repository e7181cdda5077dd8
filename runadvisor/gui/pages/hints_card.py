"""What sore places fit with: a hint and a way into the guide, never a diagnosis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.page import clear
from runadvisor.language import _
from runadvisor.printout.diary_words import with_capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.pattern import PatternHint, SpotHints


class HintsCard(Card):
    """Hidden while nothing is sore that fits with something."""

    guide_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(padding=(24, 18), parent=parent)
        self.body.addWidget(Label(_("What it fits with"), size=16, weight=600))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.body.addLayout(self._rows)
        self.body.addWidget(Label(_(wording.NO_DIAGNOSIS), size=12, tone="muted", wrap=True))
        self.hide()

    def show_hints(self, spots: Sequence[SpotHints]) -> None:
        """Show the hints of each spot, the latest entry first."""
        clear(self._rows)
        self.setVisible(bool(spots))
        for number, spot in enumerate(spots):
            if number:
                self._rows.addWidget(hairline())
            place = with_capital(wording.site_words(spot.site, spot.side))
            title = _("{place}, {day}").format(place=place, day=wording.long_day(spot.date))
            self._rows.addWidget(Label(title, weight=600, wrap=True))
            for hint in spot.hints:
                self._add(hint)

    def _add(self, hint: PatternHint) -> None:
        words = wording.sentence(hint.message)
        seen = wording.be_seen_words(hint.be_seen)
        change = hint.first_change
        self._rows.addWidget(Label(f"{words} {seen}".strip(), wrap=True))
        said = _(wording.NOTHING_BEFORE) if change is None else wording.sentence(change)
        self._rows.addWidget(Label(said, tone="muted", wrap=True))
        link = Button(_("Read about it in the guide"), role="quiet", small=True)
        link.setAccessibleDescription(words)
        link.clicked.connect(lambda _on=False, topic=hint.article_id: self.guide_wanted.emit(topic))
        self._rows.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
