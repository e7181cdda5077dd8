"""What is written down, the latest first; pain can be changed or taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.models.diary_dots import LineKind
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.page import clear
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.gui.models.diary_dots import DiaryLine

SHOWN_AT_ONCE = 40
DAY_PX = 64


class DiaryCard(Card):
    """The list of the diary."""

    change_wanted = Signal(object)
    removal_wanted = Signal(object)
    everywhere_wanted = Signal()
    """The list is of one region, and all of it is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(padding=(24, 18), parent=parent)
        self.title = Label(size=16, weight=600)
        self.everywhere = Button(_("Show every place"), role="quiet", small=True)
        self.everywhere.clicked.connect(self.everywhere_wanted)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.everywhere)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._more = Button(_("Show all"), role="quiet", small=True)
        self._more.clicked.connect(self._show_all)
        self.body.addLayout(top)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch()
        self._lines: Sequence[DiaryLine] = ()

    def show_lines(self, lines: Sequence[DiaryLine], place: str = "") -> None:
        """Show lines; ``place`` names the region they are of, if it is one."""
        self._lines = lines
        number = len(lines)
        words = ngettext("{number} entry", "{number} entries", number).format(number=number)
        self.title.setText(
            _("{place}: {entries}").format(place=place, entries=words) if place else words
        )
        self.everywhere.setVisible(bool(place))
        self._fill(lines[:SHOWN_AT_ONCE])
        self._more.setVisible(number > SHOWN_AT_ONCE)

    def _show_all(self) -> None:
        self._fill(self._lines)
        self._more.hide()

    def _fill(self, lines: Sequence[DiaryLine]) -> None:
        clear(self._rows)
        if not lines:
            self._rows.addWidget(
                Label(
                    _("Nothing is written down in this time. Choose “Today” to begin."),
                    tone="muted",
                    wrap=True,
                )
            )
        for number, line in enumerate(lines):
            if number:
                self._rows.addWidget(hairline())
            self._rows.addWidget(self._row(line))

    def _row(self, line: DiaryLine) -> QWidget:
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        day = Label(wording.short_day(line.date), tone="muted", tabular=True)
        day.setToolTip(wording.full_day(line.date))
        day.setFixedWidth(scaled(DAY_PX))
        words = Label(line.words, wrap=True)
        for label in (day, words):
            label.setContentsMargins(0, 5, 0, 5)
        row.addWidget(day, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1, alignment=Qt.AlignmentFlag.AlignTop)
        if line.kind in {LineKind.PAIN, LineKind.INJURY}:
            for text, wanted in (
                (_("Change"), self.change_wanted),
                (_("Remove"), self.removal_wanted),
            ):
                button = Button(text, role="quiet", small=True)
                button.setAccessibleName(_("{do}: {entry}").format(do=text, entry=line.words))
                button.clicked.connect(lambda _on=False, wanted=wanted: wanted.emit(line))
                row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        return shown
