"""Undo and redo for the page in front: some have steps of their own, all else the history's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from shiboken6 import isValid

from runadvisor.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack
    from PySide6.QtWidgets import QMainWindow, QMenu

    from runadvisor.gui.change_stack import ChangeStack
    from runadvisor.gui.widgets.message_bar import MessageBar


class EditMenu(QObject):
    """Names what would be undone, and offers it in the message bar right after a change."""

    def __init__(
        self, window: QMainWindow, menu: QMenu, changes: ChangeStack, bar: MessageBar
    ) -> None:
        """Fill the menu of a window."""
        super().__init__(window)
        self._changes = changes
        self._of_page: QUndoStack | None = None
        self._bar = bar
        self._offer = ""
        self.undo = QAction(window)
        self.undo.setShortcut(QKeySequence.StandardKey.Undo)
        self.undo.triggered.connect(self._undo)
        self.redo = QAction(window)
        self.redo.setShortcuts(QKeySequence.StandardKey.Redo)
        self.redo.triggered.connect(self._redo)
        for action in (self.undo, self.redo):
            menu.addAction(action)
            window.addAction(action)
        changes.changed.connect(self._has_changed)
        changes.made.connect(self._offer_undo)
        self._refresh()

    def serve(self, stack: QUndoStack | None) -> None:
        """Undo the steps of the page in front; ``None`` where those of the history count."""
        if self._of_page is not None:
            self._of_page.indexChanged.disconnect(self._refresh)
        self._of_page = stack
        if stack is not None:
            stack.indexChanged.connect(self._refresh)
        self._refresh()

    def _undo(self) -> None:
        self._stack.undo()

    def _redo(self) -> None:
        self._stack.redo()

    @property
    def _stack(self) -> ChangeStack | QUndoStack:
        return self._changes if self._of_page is None else self._of_page

    def _has_changed(self) -> None:
        self._refresh()
        if self._offer and self._bar.accessibleName() == self._offer:
            # The offer was for one change: another is the newest now, or about to be.
            self._bar.hide()
        self._offer = ""

    def _offer_undo(self, words: str) -> None:
        self._offer = words
        self._bar.say(words, action=(_("Undo"), self._changes.undo))

    def _refresh(self) -> None:
        stack = self._stack
        if not isValid(stack):
            return  # A stack tells of its own end, while the window goes.
        undoing, redoing = stack.undoText(), stack.redoText()
        self.undo.setText(_("&Undo {change}").format(change=undoing) if undoing else _("&Undo"))
        self.undo.setEnabled(stack.canUndo())
        self.redo.setText(_("&Redo {change}").format(change=redoing) if redoing else _("&Redo"))
        self.redo.setEnabled(stack.canRedo())
