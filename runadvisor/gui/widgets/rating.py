"""How hard it was, 1 to 10, in one click; the same click again takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from runadvisor.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

MOST = 10
GAP_PX = 3


class Rating(QWidget):
    """Ten cells; one stop of the Tab key, arrows inside."""

    rated = Signal(object)
    """A number, ``None`` where it was taken back."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start without an answer; ``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        self._cells: list[QPushButton] = []
        for number in range(1, MOST + 1):
            cell = QPushButton(f"{number}")
            cell.setObjectName("ratingCell")
            cell.setCheckable(True)
            cell.setAccessibleName(_("{name} {number} of 10").format(name=name, number=number))
            cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            cell.setCursor(Qt.CursorShape.PointingHandCursor)
            cell.clicked.connect(lambda _on=False, number=number: self._click(number))
            self._cells.append(cell)
            row.addWidget(cell, 1)
        self._value: float | None = None
        self.choose(None)

    @property
    def value(self) -> float | None:
        """The answer, ``None`` without one."""
        return self._value

    def choose(self, value: float | None) -> None:
        """Show an answer without telling anybody."""
        self._value = value
        for number, cell in enumerate(self._cells, start=1):
            cell.setChecked(value is not None and round(value) == number)
        stop = min(MOST, max(1, round(value or 1)))
        for number, cell in enumerate(self._cells, start=1):
            policy = Qt.FocusPolicy.StrongFocus if number == stop else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move between the cells."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        here = next((n for n, cell in enumerate(self._cells) if cell.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
        else:
            self._cells[min(MOST - 1, max(0, here + step))].setFocus()

    def _click(self, number: int) -> None:
        self.choose(None if self._value == number else float(number))
        self.rated.emit(self._value)
