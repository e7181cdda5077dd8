"""Text in the sizes, weights and tones of the look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from runadvisor.gui.theme import current_theme, text_font


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
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(text_font(size, weight, tabular=tabular))
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self._colour()

    def set_tone(self, tone: str) -> None:
        """Change the colour."""
        self._tone = tone
        self._colour()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take on the colours of a theme that changed."""
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()
        super().changeEvent(event)

    def _colour(self) -> None:
        colour = getattr(current_theme(), self._tone)
        sheet = f"color: {colour}; background: transparent;"
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)


def hairline() -> QFrame:
    """Return a thin line between two parts of a card."""
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line
