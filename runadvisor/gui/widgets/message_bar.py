"""A slim bar above the page: one sentence, one thing to do, never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable


class MessageBar(QFrame):
    """Hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._text = Label(size=13, wrap=True)
        self._act = Button(_("Undo"), small=True)
        self._close = Button("", icon="close", role="quiet", small=True)
        self._close.setAccessibleName(_("Close this message"))
        self._close.clicked.connect(self.hide)
        self._doing: Callable[[], None] | None = None
        self._act.clicked.connect(self.act)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        row.addWidget(self._act)
        row.addWidget(self._close)
        self.hide()

    def say(
        self,
        text: str,
        *,
        tone: str = "info",
        action: tuple[str, Callable[[], None]] | None = None,
        can_close: bool = True,
    ) -> None:
        """Show a sentence; ``action`` is (button text, what it does)."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(text)
        self._act.setVisible(action is not None)
        self._close.setVisible(can_close)
        self._doing = None
        if action is not None:
            self._act.setText(action[0])
            self._doing = action[1]
        self.setAccessibleName(text)
        self.show()

    def act(self) -> None:
        """Do what the button offers."""
        if self._doing is not None:
            self._doing()
