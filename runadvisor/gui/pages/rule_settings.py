"""Which rules speak, and at which numbers: a section that a page or the settings can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor.domain.rule_settings import DEFAULT_SETTINGS, RuleSettings
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.rule_row import RuleRow
from runadvisor.language import _, ngettext
from runadvisor.warning.rule_list import FAMILY_TITLES, RULE_LINES
from runadvisor.warning.rule_settings import at_default, switched, with_threshold
from runadvisor.warning.rules import RULES

if TYPE_CHECKING:
    from runadvisor.warning.rule_list import RuleFamily


class RuleSettingsSection(QWidget):
    """Every rule in a plain line, by family, with a switch and the numbers that may be changed.

    ``changed`` carries the settings after each change; whoever holds the section keeps them,
    and shows what became of them by ``show_settings``.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show every rule at its default."""
        super().__init__(parent)
        self._settings = DEFAULT_SETTINGS
        self.rows: dict[str, RuleRow] = {}
        self._count = Label(size=14)
        self.reset_all = Button(_("All back to default"), small=True)
        self.reset_all.clicked.connect(lambda: self._change(DEFAULT_SETTINGS))
        top = QHBoxLayout()
        top.addWidget(self._count, 1)
        top.addWidget(self.reset_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(top)
        for family in FAMILY_TITLES:
            column.addWidget(self._family(family))
        self.show_settings(DEFAULT_SETTINGS)

    def show_settings(self, settings: RuleSettings) -> None:
        """Show how the rules are set."""
        self._settings = settings
        number = len(settings.changed)
        self.reset_all.setEnabled(bool(number))
        self._count.setText(
            ngettext(
                "{number} rule is not at its default.",
                "{number} rules are not at their default.",
                number,
            ).format(number=number)
            if number
            else _("Every rule is at its default.")
        )
        for row in self.rows.values():
            row.show_settings(settings)

    def _family(self, family: RuleFamily) -> Card:
        card = Card(padding=(20, 14))
        card.body.setSpacing(10)
        card.body.addWidget(Label(_(FAMILY_TITLES[family]), size=16, weight=600))
        by_id = {rule.rule_id: rule for rule in RULES}
        for rule_id, line in RULE_LINES.items():
            if line.family is not family:
                continue
            rule = by_id[rule_id]
            row = RuleRow(rule)
            row.switched.connect(
                lambda is_on, rule=rule: self._change(switched(self._settings, rule, is_on=is_on))
            )
            row.number_changed.connect(
                lambda name, value, rule=rule: self._change(
                    with_threshold(self._settings, rule, name, value)
                )
            )
            row.reset.connect(
                lambda rule=rule: self._change(at_default(self._settings, rule.rule_id))
            )
            self.rows[rule_id] = row
            card.body.addWidget(hairline())
            card.body.addWidget(row)
        return card

    def _change(self, settings: RuleSettings) -> None:
        if settings != self._settings:
            # The next change may come before the advice that this one leads to.
            self.show_settings(settings)
            self.changed.emit(settings)
