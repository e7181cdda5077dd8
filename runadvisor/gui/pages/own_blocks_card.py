"""The runner's own blocks as a short list: make, change, order, take out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import clear
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.exercise import OwnBlock


class OwnBlocksCard(Card):
    """One row a block, and a button for a new one."""

    wanted = Signal(object)
    """The ``OwnBlock`` to change, or ``None`` for a new one."""
    moved = Signal(int, int)
    """Block id, and by how many places."""
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(padding=(20, 14), parent=parent)
        self._shown: tuple[OwnBlock, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.new = Button(_("New block"), small=True)
        self.new.clicked.connect(lambda: self.wanted.emit(None))
        bottom = QHBoxLayout()
        self._empty = Label(
            _("Put exercises together as you like; your plan places them by the same rules."),
            tone="muted",
            wrap=True,
        )
        bottom.addWidget(self._empty, 1)
        bottom.addWidget(self.new)
        self.body.addLayout(self._rows)
        self.body.addLayout(bottom)

    def show_blocks(self, blocks: Sequence[OwnBlock]) -> None:
        """Show the blocks in their order."""
        if tuple(blocks) == self._shown:
            return
        self._shown = tuple(blocks)
        clear(self._rows)
        for block in blocks:
            self._rows.addWidget(self._row(block))

    def _row(self, block: OwnBlock) -> QWidget:
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Label(block.title, weight=600))
        words = (
            _("{minutes} min · in your plan")
            if block.is_planned
            else _("{minutes} min · not planned")
        )
        box.addWidget(Label(words.format(minutes=block.minutes), tone="muted"))
        box.addStretch()
        change = Button(_("Change"), small=True)
        change.setAccessibleName(_("Change {block}").format(block=block.title))
        change.clicked.connect(lambda: self.wanted.emit(block))
        box.addWidget(change)
        for icon, name, act in (
            ("chevron-up", _("{block}: earlier"), lambda: self.moved.emit(block.block_id, -1)),
            ("chevron-down", _("{block}: later"), lambda: self.moved.emit(block.block_id, 1)),
            ("close", _("Delete {block}"), lambda: self.removed.emit(block.block_id)),
        ):
            button = Button("", icon=icon, role="quiet", small=True)
            button.setAccessibleName(name.format(block=block.title))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(act)
            box.addWidget(button)
        return row
