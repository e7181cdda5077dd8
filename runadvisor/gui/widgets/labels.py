"""Text in the sizes, weights and tones of the look.

The one style sheet of the window colours it: a sheet of its own for each label took most of
the time that a window needs.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from runadvisor.gui.theme import text_font


class Label(QLabel):
    """A line or paragraph of plain text."""

    def __init__(
        self,
        text: str = "",
        *,
        size: int = 13,
        weight: int = 400,
        tone: str = "ink",
        wrap: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show text; ``tone`` is a colour of the theme."""
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(text_font(size, weight, tabular=tabular))
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setProperty("tone", tone)

    def set_tone(self, tone: str) -> None:
        """Change the colour."""
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


def hairline() -> QFrame:
    """Return a thin line between two parts of a card."""
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line


def fact_row(name: str, value: str) -> QHBoxLayout:
    """Return a name at the left and its value at the right."""
    row = QHBoxLayout()
    row.addWidget(Label(name, tone="muted"))
    row.addStretch()
    row.addWidget(Label(value, weight=600, tabular=True))
    return row
