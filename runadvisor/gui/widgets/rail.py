"""The navigation rail: where one can go, and where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from runadvisor.gui.icons import icon
from runadvisor.gui.theme import current_theme, scaled, text_font, text_scale
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH_PX = 200
COMPACT_PX = 64
ICON_PX = 20
"""Icons alone, where the window is narrow; the words become tips."""
ITEM_PX = 38
MOST_GROWN = 1.5
BADGE_PX, PADLOCK_PX = 18, 14


class Rail(QFrame):
    """One button a page, in groups with a line between them."""

    chosen = Signal(str)

    def __init__(
        self, groups: Sequence[Sequence[tuple[str, str]]], parent: QWidget | None = None
    ) -> None:
        """Offer groups of (page key, text); the key names the icon too."""
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(scaled(WIDTH_PX))
        self.setAccessibleName(_("Pages"))
        self._items: dict[str, _Item] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(2)
        self._runner = Label(size=12, weight=600, tone="muted", wrap=True)
        self._runner.setContentsMargins(12, 0, 12, 8)
        self._runner.hide()
        self._is_compact = False
        column.addWidget(self._runner)
        for number, group in enumerate(groups):
            if number:
                column.addSpacing(8)
                column.addWidget(_line())
                column.addSpacing(8)
            for key, text in group:
                item = _Item(key, text)
                item.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
                self._group.addButton(item)
                self._items[key] = item
                column.addWidget(item)
        column.addStretch()
        self.unwell = _Item("unwell", _("I feel unwell"), name="unwellItem", tone="stop")
        self.unwell.clicked.connect(lambda _on=False: self.chosen.emit("unwell"))
        self._group.addButton(self.unwell)
        self._items["unwell"] = self.unwell
        column.addWidget(self.unwell)

    def set_compact(self, *, is_compact: bool) -> None:
        """Show icons alone, or icons and words."""
        if is_compact == self._is_compact:
            return
        self._is_compact = is_compact
        self.setFixedWidth(scaled(COMPACT_PX if is_compact else WIDTH_PX))
        self.show_runner(self._runner.text())
        for item in self._items.values():
            item.set_compact(is_compact=is_compact)

    def show_runner(self, name: str) -> None:
        """Say whose history is open; nothing where no name was given."""
        self._runner.setText(name)
        self._runner.setVisible(bool(name) and not self._is_compact)

    def choose(self, key: str) -> None:
        """Show which page is open; the focus does not stay behind on another."""
        item = self._items[key]
        item.setChecked(True)
        if self.isAncestorOf(QApplication.focusWidget() or self):
            item.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> str:
        """Return the key of the page that is open."""
        return next(key for key, item in self._items.items() if item.isChecked())

    def set_badge(self, key: str, number: int, words: str) -> None:
        """Show a number at a page, 0 for none; ``words`` says the number and what it counts."""
        self._items[key].set_badge(number, words)

    def set_locked(self, key: str, *, is_locked: bool) -> None:
        """Show a padlock at a page; it opens all the same, and says why there."""
        self._items[key].set_locked(is_locked=is_locked)


class _Item(QPushButton):
    def __init__(self, key: str, text: str, *, name: str = "railItem", tone: str = "") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self._tone = tone
        self.setCheckable(True)
        # Every page stays in reach in a low window with large text.
        self.setFixedHeight(round(ITEM_PX * min(text_scale(), MOST_GROWN)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(QSize(scaled(ICON_PX), scaled(ICON_PX)))
        self.setFont(text_font(13, 500))
        self._icon_name = key
        self._text = text
        self._badge = QLabel(self)
        self._badge.setObjectName("badge")
        self._badge.setFont(text_font(12, 600))
        self._badge.setFixedHeight(scaled(BADGE_PX))
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.hide()
        self._badge_row = QHBoxLayout(self)
        self._badge_row.addStretch()
        self._badge_row.addWidget(self._badge)
        self._padlock = QLabel(self)
        self._padlock.hide()
        self._is_locked = False
        self._badge_row.addWidget(self._padlock)
        self._become(is_compact=False)
        self.setAccessibleName(text)
        self.toggled.connect(self._draw)
        self._draw()

    def set_compact(self, *, is_compact: bool) -> None:
        self._become(is_compact=is_compact)
        self.style().unpolish(self)
        self.style().polish(self)

    def _become(self, *, is_compact: bool) -> None:
        self.setText("" if is_compact else self._text)
        self.setToolTip(self._text if is_compact else "")
        self.setProperty("compact", is_compact)
        # The number moves to the icon's shoulder where there are no words beside it.
        self._badge_row.setContentsMargins(0, 0, 0 if is_compact else 8, 0)
        height = Qt.AlignmentFlag.AlignTop if is_compact else Qt.AlignmentFlag.AlignVCenter
        for mark in (self._badge, self._padlock):
            self._badge_row.setAlignment(mark, height)

    def set_badge(self, number: int, words: str) -> None:
        self._badge.setText(str(number))
        self._badge.setVisible(number > 0)
        self.setAccessibleName(f"{self._text}, {words}" if number else self._text)

    def set_locked(self, *, is_locked: bool) -> None:
        self._is_locked = is_locked
        self._draw()
        self._padlock.setVisible(is_locked)
        self.setAccessibleName(
            _("{page}, closed for now").format(page=self._text) if is_locked else self._text
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        theme = current_theme()
        ink = getattr(theme, self._tone) if self._tone else theme.ink
        is_plain_choice = self.isChecked() and not self._tone
        self.setIcon(icon(self._icon_name, theme.primary if is_plain_choice else ink))
        if self._is_locked:
            lock = icon("lock", theme.muted)
            self._padlock.setPixmap(lock.pixmap(QSize(PADLOCK_PX, PADLOCK_PX)))


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("railLine")
    line.setFixedHeight(1)
    return line
