"""One rule: its name, what it looks for, a switch, and its numbers behind a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.threshold_field import ThresholdBox, threshold_words
from runadvisor.language import _
from runadvisor.warning.rule_list import RULE_LINES, why_fixed
from runadvisor.warning.rule_settings import may_switch, speaks
from runadvisor.warning.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from runadvisor.domain.rule_settings import RuleSettings
    from runadvisor.warning.rule import Rule

SWITCH_PX = 64


class RuleRow(QWidget):
    """A row of the list of rules."""

    switched = Signal(bool)
    number_changed = Signal(str, float)
    reset = Signal()

    def __init__(self, rule: Rule, parent: QWidget | None = None) -> None:
        """Show a rule."""
        super().__init__(parent)
        self.rule = rule
        line = RULE_LINES[rule.rule_id]
        self._title = _(line.title)
        self.switch = QCheckBox(_("On"))
        self.switch.setMinimumWidth(scaled(SWITCH_PX))
        self.switch.setAccessibleName(self._title)
        self.switch.setAccessibleDescription(_(line.line))
        self.switch.clicked.connect(lambda is_on: self.switched.emit(bool(is_on)))
        self._changed = Label(_("not at its default"), size=12, weight=600, tone="watch")
        self.numbers = Button(_("Numbers …"), role="quiet", small=True)
        self.numbers.setAccessibleName(_("Numbers of: {rule}").format(rule=self._title))
        self.numbers.clicked.connect(self._turn)
        self.back = Button(_("Back to default"), role="quiet", small=True)
        self.back.setAccessibleName(_("Back to default: {rule}").format(rule=self._title))
        self.back.clicked.connect(self.reset)
        self.boxes: dict[str, ThresholdBox] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(2, 1)
        self._holder = QWidget()
        self._holder.setLayout(self._grid)
        self._holder.hide()
        self._settings: RuleSettings | None = None
        self._lay_out(_(line.line))
        # Only once they have a place: a widget without one would be shown as a window.
        self.switch.setVisible(may_switch(rule))
        self.numbers.setVisible(rule.rule_id in THRESHOLDS)

    def show_settings(self, settings: RuleSettings) -> None:
        """Show how the rule is set."""
        self._settings = settings
        is_changed = self.rule.rule_id in settings.changed
        self._changed.setVisible(is_changed)
        self.back.setVisible(is_changed)
        self.switch.setChecked(speaks(self.rule, settings))
        for name, box in self.boxes.items():
            box.show_value(self._value(name))

    def _value(self, name: str) -> float:
        changed = {} if self._settings is None else self._settings.thresholds
        return changed.get(self.rule.rule_id, {}).get(name, self.rule.thresholds[name])

    def _turn(self) -> None:
        """Show the numbers or put them away; they are made when they are first wanted."""
        if not self.boxes:
            for line, (name, field) in enumerate(THRESHOLDS[self.rule.rule_id].items()):
                box = ThresholdBox(field, name=f"{self._title}: {_(field.label)}")
                box.show_value(self._value(name))
                box.settled.connect(lambda value, name=name: self.number_changed.emit(name, value))
                self.boxes[name] = box
                default = threshold_words(field, self.rule.thresholds[name])
                label = Label(_(field.label))
                label.setBuddy(box)
                self._grid.addWidget(label, line, 0)
                self._grid.addWidget(box, line, 1)
                words = Label(_("default {number}").format(number=default), size=12, tone="muted")
                self._grid.addWidget(words, line, 2)
        self._holder.setVisible(self._holder.isHidden())

    def _lay_out(self, line: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(Label(self._title, weight=600))
        top.addWidget(self._changed)
        top.addStretch()
        words.addLayout(top)
        words.addWidget(Label(line, size=12, tone="muted", wrap=True))
        why = why_fixed(self.rule)
        if why is not None:
            words.addWidget(Label(_(why), size=12, tone="muted", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        for widget in (self.back, self.numbers, self.switch):
            row.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._holder)
