"""A card: one hairline, round corners, an optional label and note on top."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor.gui.widgets.labels import Label


class Card(QFrame):
    """A surface with a body; ``tone`` tints the whole of it."""

    def __init__(
        self,
        label: str = "",
        note: str = "",
        *,
        padding: tuple[int, int] = (20, 16),
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty card; ``padding`` is (left and right, top and bottom)."""
        super().__init__(parent)
        self.setObjectName("card")
        across, down = padding
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(across, down, across, down)
        self.body.setSpacing(8)
        # In the card from the start: what has no parent is shown as a window of its own.
        self._label = Label(label, size=12, weight=600, tone="muted", parent=self)
        self._note = Label(note, size=12, tone="muted", parent=self)
        top = QHBoxLayout()
        top.addWidget(self._label)
        top.addStretch()
        top.addWidget(self._note)
        self._label.setVisible(bool(label))
        self._note.setVisible(bool(note))
        if label or note:
            self.body.addLayout(top)

    def set_label(self, text: str) -> None:
        """Change the label on top."""
        self._label.setText(text)

    def set_note(self, text: str) -> None:
        """Change the note on the right."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def set_tone(self, tone: str) -> None:
        """Tint the card: ``ok``, ``info``, ``watch``, ``act``, ``stop`` or empty for none."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
