"""A drop-down of which any number of choices can be on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from runadvisor.gui.widgets.buttons import Button
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent

MOST_NAMED = 2


class FilterButton(Button):
    """Says what is filtered by; its menu stays open while one ticks."""

    changed = Signal()

    def __init__(self, name: str, options: Iterable[str], parent: QWidget | None = None) -> None:
        """Offer words to filter by; none is on, so everything passes."""
        super().__init__("", parent=parent)
        self._name = name
        self.setProperty("menu", "true")
        self._menu = _StayingMenu(self)
        self._any = self._menu.addAction(_("Any"))
        self._any.triggered.connect(self.clear)
        self._menu.addSeparator()
        self._actions: dict[str, QAction] = {}
        self.setMenu(self._menu)
        self.set_options(options)

    def set_options(self, options: Iterable[str]) -> None:
        """Offer other words; those that were on and are still there stay on."""
        chosen = self.chosen()
        for action in self._actions.values():
            self._menu.removeAction(action)
        self._actions = {}
        for option in options:
            words = _(option)
            action = self._menu.addAction(words[:1].upper() + words[1:])
            action.setCheckable(True)
            action.setChecked(option in chosen)
            action.toggled.connect(self._has_changed)
            self._actions[option] = action
        self._say()

    def chosen(self) -> frozenset[str]:
        """Return what is ticked; empty lets everything pass."""
        return frozenset(option for option, action in self._actions.items() if action.isChecked())

    def choose(self, *options: str) -> None:
        """Tick exactly these."""
        for option, action in self._actions.items():
            action.setChecked(option in options)

    def clear(self) -> None:
        """Let everything pass."""
        self.choose()

    def _has_changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        named = [option for option in self._actions if option in self.chosen()]
        words = ", ".join(map(_, named)) if len(named) <= MOST_NAMED else ""
        if len(named) > MOST_NAMED:
            words = _("{number} chosen").format(number=len(named))
        text = _("{filter}: {chosen}").format(filter=self._name, chosen=words or _("any"))
        self.setText(text)
        self.setAccessibleName(text)


class _StayingMenu(QMenu):
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        action = self.activeAction()
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)
