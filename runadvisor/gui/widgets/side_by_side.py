"""Two parts beside each other, or one under the other where large text leaves no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from runadvisor.gui.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

GAP_PX = 16
NO_LIMIT_PX = 16_777_215
"""The widest that Qt lets a widget be."""


class SideBySide(QWidget):
    """The main part at the left, what belongs to it at the right, at most so wide."""

    def __init__(
        self,
        left: QWidget,
        right: QWidget,
        *,
        right_px: tuple[int, int],
        stretch: tuple[int, int] = (1, 0),
        keeps_height: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Lay out two parts.

        Args:
            left: Keeps its least width beside the other, or both go below each other.
            right: Stands under the other where there is no room beside it.
            right_px: The least and the most it takes beside the other, at 100 % text size.
            stretch: How what is left over is shared.
            keeps_height: Whether the left part is no taller than it needs to be.
            parent: The widget it belongs to.
        """
        super().__init__(parent)
        self._left, self._right, self._right_px = left, right, right_px
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(GAP_PX)
        top = Qt.AlignmentFlag.AlignTop if keeps_height else Qt.AlignmentFlag(0)
        self._parts.addWidget(left, stretch[0], top)
        self._parts.addWidget(right, stretch[1])

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Need no more width than the wider part."""
        widest = max(part.minimumSizeHint().width() for part in (self._left, self._right))
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the parts where they fit."""
        super().resizeEvent(event)
        least, most = map(scaled, self._right_px)
        least = max(least, self._right.minimumSizeHint().width())
        is_beside = self._left.minimumSizeHint().width() + GAP_PX + least <= self.width()
        self._right.setMinimumWidth(least if is_beside else 0)
        self._right.setMaximumWidth(max(least, most) if is_beside else NO_LIMIT_PX)
        self._parts.setDirection(
            QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        )
