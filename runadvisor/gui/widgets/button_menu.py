"""The context menu of a row: what the buttons beside it do, at the mouse or by the menu key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QAbstractItemView, QPushButton, QWidget


class ButtonMenu(QMenu):
    """Presses the buttons it was made of, so that there is one way to do a thing."""

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        """Make the menu; it goes when it is closed."""
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        for button in buttons:
            words = button.accessibleName() or button.text()
            choices = button.menu()
            if choices is None:
                # Later: by then the menu is closed, and the button may go with what it does.
                self.addAction(words).triggered.connect(
                    button.click, Qt.ConnectionType.QueuedConnection
                )
            else:
                self.addMenu(words).addActions(choices.actions())
            self.actions()[-1].setEnabled(button.isEnabled())


def offer_menu(view: QAbstractItemView, buttons: Callable[[], Sequence[QPushButton]]) -> None:
    """Give the rows of a view a menu of the buttons that are there for the row in front."""

    def show(place: QPoint) -> None:
        if view.indexAt(place).isValid():
            ButtonMenu(buttons(), view).popup(view.viewport().mapToGlobal(place))

    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(show)
