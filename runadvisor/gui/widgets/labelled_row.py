"""A control with its name, what it is for, and room for what is wrong with what was typed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.labels import Label

CONTROL_PX = 210


class LabelledRow(QWidget):
    """Name, control and purpose beside each other."""

    def __init__(
        self,
        name: str,
        control: QWidget,
        purpose: str,
        *,
        name_px: int,
        parent: QWidget | None = None,
    ) -> None:
        """Show a control; ``name_px`` is how wide the names of a page are, at 100 % text size."""
        super().__init__(parent)
        self.control = control
        control.setAccessibleName(name)
        control.setAccessibleDescription(purpose)
        control.setFixedWidth(scaled(CONTROL_PX))
        words = Label(name, size=13, weight=500, wrap=True)
        words.setFixedWidth(scaled(name_px))
        words.setBuddy(control)
        self._problem = Label(size=12, tone="stop", wrap=True)
        self._problem.hide()
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(purpose, size=12, tone="muted", wrap=True))
        column.addWidget(self._problem)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(words)
        row.addWidget(control)
        row.addLayout(column, 1)
        self._row = row

    def say_problem(self, words: str) -> None:
        """Say in place why a value was not taken; empty for nothing."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
