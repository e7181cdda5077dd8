"""A field to search a list with, and the keys that lead from it to the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from runadvisor.gui.icons import icon
from runadvisor.gui.theme import current_theme, scaled
from runadvisor.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

GLASS_PX = 18
LEFT_PX = 10


class SearchField(QLineEdit):
    """Type to search; Down and Enter go to what was found, Escape clears."""

    list_wanted = Signal()
    """Down or Enter was pressed."""

    def __init__(self, placeholder: str, *, name: str, parent: QWidget | None = None) -> None:
        """Make an empty field; ``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setTextMargins(scaled(GLASS_PX + 6), 0, 0, 0)
        self.setClearButtonEnabled(True)
        for clear in self.findChildren(QToolButton):
            clear.setAccessibleName(_("Clear the search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Lead to the list, or clear."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.list_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the glass in front of the text; it is a sign, not a button."""
        super().paintEvent(event)
        painter = QPainter(self)
        glass = icon("search", current_theme().muted)
        size = scaled(GLASS_PX)
        glass.paint(painter, scaled(LEFT_PX), (self.height() - size) // 2, size, size)
        painter.end()
