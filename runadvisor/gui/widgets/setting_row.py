"""One setting: its name, a control, what it is for, and the way back to the default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.labelled_row import LabelledRow
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NAME_PX = 170


class SettingRow(LabelledRow):
    """A row; ``chosen`` is sent with each new value, at once."""

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        control: QWidget,
        purpose: str,
        *,
        default: object,
        parent: QWidget | None = None,
    ) -> None:
        """Show a control with its name and a sentence on what it is for.

        ``default`` is the value to go back to; ``None`` where there is none.
        """
        super().__init__(name, control, purpose, name_px=NAME_PX, parent=parent)
        self._default = default
        self.back = Button(_("Back to default"), role="quiet", small=True)
        self.back.setAccessibleName(_("{setting}: back to default").format(setting=name))
        # Its room stays: nothing else moves when the first change brings it.
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        self.back.clicked.connect(lambda: self.chosen.emit(default))
        self.back.hide()
        self._row.addWidget(self.back)

    def show_value(self, value: object) -> None:
        """Show what is set."""
        self.back.setVisible(self._default not in {None, value})
        self.say_problem("")


class ChoiceRow(SettingRow):
    """A setting of a few values."""

    def __init__(
        self,
        name: str,
        purpose: str,
        *,
        choices: Sequence[tuple[object, str]],
        default: object,
        parent: QWidget | None = None,
    ) -> None:
        """Offer (value, text) pairs."""
        self._choice = Choice(choices, name=name)
        super().__init__(name, self._choice, purpose, default=default, parent=parent)
        # Qt hands an enum of words back as bare words.
        values = [value for value, _text in choices]
        self._choice.activated.connect(lambda row: self.chosen.emit(values[row]))

    def show_value(self, value: object) -> None:
        """Show what is set."""
        super().show_value(value)
        self._choice.choose(value)


class TextRow(SettingRow):
    """A setting that is typed; what is not understood is said in place and not taken."""

    def __init__(
        self,
        name: str,
        purpose: str,
        *,
        default: str | None,
        read: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        """Make the field; ``read`` returns the value, or raises ``ValueError`` with a sentence."""
        self.edit = QLineEdit()
        super().__init__(name, self.edit, purpose, default=default, parent=parent)
        self._read = read
        self._shown = ""
        self.edit.editingFinished.connect(self._take)

    def show_value(self, value: object) -> None:
        """Show what is set, unless something is being typed."""
        super().show_value(value)
        if not (self.edit.hasFocus() and self.edit.isModified()):
            self._shown = str(value)
            self.edit.setText(self._shown)

    def _take(self) -> None:
        text = self.edit.text().strip()
        self.edit.setModified(False)
        if text == self._shown:
            self.say_problem("")
            return
        try:
            value = self._read(text)
        except ValueError as error:
            self.say_problem(str(error))
            return
        self._shown = text
        self.chosen.emit(value)
