"""The shoes of a runner: which are worn, and which were put away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.athlete import Shoe
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import clear
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class ShoesCard(Card):
    """A row per pair, and a field for the next."""

    changed = Signal(object)
    """The shoes as they are now, a tuple."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without shoes."""
        super().__init__(parent=parent)
        self._shoes: tuple[Shoe, ...] = ()
        self._today: date | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("A name for the pair"))
        self.name.setAccessibleName(_("Name of a new pair of shoes"))
        self.name.setMaximumWidth(scaled(280))
        self.name.returnPressed.connect(self._add)
        self.add = Button(_("Add pair"), small=True)
        self.add.clicked.connect(self._add)
        adding = QHBoxLayout()
        adding.addWidget(self.name)
        adding.addWidget(self.add)
        adding.addStretch()
        self.body.addWidget(Label(_("Shoes"), size=16, weight=600))
        self.body.addWidget(
            Label(
                _("To see when a pair was new: changing models slowly is kinder to calf and foot."),
                size=12,
                tone="muted",
                wrap=True,
            )
        )
        self.body.addLayout(self._rows)
        self.body.addLayout(adding)

    def show_shoes(self, shoes: Sequence[Shoe], *, today: date) -> None:
        """Show the pairs; those put away come last."""
        self._shoes, self._today = tuple(shoes), today
        clear(self._rows)
        for shoe in sorted(shoes, key=lambda each: each.last_day is not None):
            self._rows.addLayout(self._row(shoe))

    def _row(self, shoe: Shoe) -> QHBoxLayout:
        is_worn = shoe.last_day is None
        row = QHBoxLayout()
        row.addWidget(Label(shoe.name, size=13, tone="ink" if is_worn else "muted"))
        row.addWidget(Label(_dates(shoe), size=12, tone="muted"))
        row.addStretch()
        put = Button(_("Put away") if is_worn else _("Wear again"), small=True)
        put.setAccessibleName(_("{do}: {entry}").format(do=put.text(), entry=shoe.name))
        put.clicked.connect(
            lambda: self._change(shoe, replace(shoe, last_day=self._today if is_worn else None))
        )
        remove = Button(_("Remove"), role="quiet", small=True)
        remove.setAccessibleName(_("{do}: {entry}").format(do=remove.text(), entry=shoe.name))
        remove.clicked.connect(lambda: self._change(shoe, None))
        row.addWidget(put)
        row.addWidget(remove)
        return row

    def _add(self) -> None:
        name = self.name.text().strip()
        if name:
            self.name.clear()
            self.changed.emit((*self._shoes, Shoe(name=name, first_day=self._today)))

    def _change(self, shoe: Shoe, changed: Shoe | None) -> None:
        kept = (changed if each is shoe else each for each in self._shoes)
        self.changed.emit(tuple(each for each in kept if each is not None))


def _dates(shoe: Shoe) -> str:
    since = (
        ""
        if shoe.first_day is None
        else _("since {day}").format(day=wording.short_day(shoe.first_day))
    )
    until = (
        ""
        if shoe.last_day is None
        else _("put away {day}").format(day=wording.short_day(shoe.last_day))
    )
    return " · ".join(part for part in (since, until) if part)
