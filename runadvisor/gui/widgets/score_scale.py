"""Pain from 0 to 10, a cell each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from runadvisor.domain.diary import WORST_PAIN
from runadvisor.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

GAP_PX = 3


class ScoreScale(QWidget):
    """Eleven cells, none chosen at first; choosing one again takes it back.

    One stop for Tab: arrows, Home and End move, Space chooses, a digit chooses at once.
    """

    scored = Signal(object)
    """0-10, or ``None`` when it was taken back."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make a scale; ``name`` is what it asks."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._score: int | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        self.cells = [_Cell(score, self) for score in range(WORST_PAIN + 1)]
        for cell in self.cells:
            cell.setAccessibleName(
                _("{question}: {score} of 10").format(question=name, score=cell.score)
            )
            cell.clicked.connect(lambda _on=False, score=cell.score: self._choose(score))
            row.addWidget(cell)
        self._tab_to(0)

    def show_score(self, score: int | None) -> None:
        """Show a score, ``None`` for none, without telling anybody."""
        self._score = score
        for cell in self.cells:
            cell.setChecked(cell.score == score)
        self._tab_to(score or 0)

    def take_keyboard(self) -> None:
        """Put the keyboard on the cell that is chosen, or on the first."""
        self.cells[self._score or 0].setFocus(Qt.FocusReason.TabFocusReason)

    def step(self, cell: _Cell, key: Qt.Key) -> bool:
        """Move the keyboard by a key; whether the key is one of ours."""
        ways = {
            Qt.Key.Key_Left: cell.score - 1,
            Qt.Key.Key_Right: cell.score + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: WORST_PAIN,
        }
        if key not in ways:
            return False
        self.cells[min(max(ways[key], 0), WORST_PAIN)].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def choose_digit(self, digit: int) -> None:
        """Choose what was typed."""
        self.cells[digit].setFocus(Qt.FocusReason.OtherFocusReason)
        if self._score != digit:
            self._choose(digit)

    def _choose(self, score: int) -> None:
        self.show_score(None if self._score == score else score)
        self.scored.emit(self._score)

    def _tab_to(self, score: int) -> None:
        for cell in self.cells:
            is_stop = cell.score == score
            cell.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            )


class _Cell(QPushButton):
    def __init__(self, score: int, scale: ScoreScale) -> None:
        super().__init__(str(score), scale)
        self.setObjectName("score")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.score = score
        self._scale = scale

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.text().isdecimal() and event.text().isascii():
            self._scale.choose_digit(int(event.text()))
        elif not self._scale.step(self, Qt.Key(event.key())):
            super().keyPressEvent(event)
