"""Buttons, segments and drop-downs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QPushButton, QWidget

from runadvisor.gui.icons import icon as draw_icon
from runadvisor.gui.theme import current_theme, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence


ICON_PX = 18


def on_button(words: str) -> str:
    """Return words as a button shows them: an ``&`` of ours is no shortcut of Qt's."""
    return words.replace("&", "&&")


class Button(QPushButton):
    """A push button; at most one of a page has the role ``primary``."""

    def __init__(
        self,
        text: str,
        *,
        role: str = "plain",
        icon: str | None = None,
        small: bool = False,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button of role ``plain``, ``primary`` or ``quiet``."""
        super().__init__(text, parent)
        self._icon = icon
        self.setProperty("role", role)
        self.setProperty("extent", "small" if small else "large" if large else "normal")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(QSize(scaled(ICON_PX), scaled(ICON_PX)))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Redraw the icon when the theme changed."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        if self._icon is None:
            return
        theme = current_theme()
        colours = {"primary": theme.on_primary, "quiet": theme.primary}
        self.setIcon(draw_icon(self._icon, colours.get(self.property("role"), theme.ink)))


class Segmented(QFrame):
    """A few choices of which exactly one is on."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Offer (key, text) pairs; the first is chosen."""
        super().__init__(parent)
        self.setObjectName("segmented")
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for key, text in options:
            button = QPushButton(text)
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        next(iter(self._buttons.values())).setChecked(True)

    def set_text(self, key: str, text: str) -> None:
        """Change the text of one choice."""
        self._buttons[key].setText(text)

    def choose(self, key: str) -> None:
        """Choose without telling anybody."""
        self._buttons[key].setChecked(True)

    def current(self) -> str:
        """Return the key that is chosen."""
        return next(key for key, button in self._buttons.items() if button.isChecked())


class Choice(QComboBox):
    """A drop-down of (key, text) pairs."""

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        *,
        name: str,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Offer the pairs; ``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setProperty("extent", "small" if small else "normal")
        self.setAccessibleName(name)
        for key, text in options:
            self.addItem(text, key)

    def choose(self, key: object) -> None:
        """Choose by key without telling anybody."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.setCurrentIndex(self.findData(key))
        self.blockSignals(False)  # noqa: FBT003 - as above
