"""The rules on a page of their own, reached from the warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.gui.pages.rule_settings import RuleSettingsSection
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.page import Page
from runadvisor.history.changes import SetNote
from runadvisor.history.rule_settings import RULE_SETTINGS, settings_text
from runadvisor.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from runadvisor.advisor import Advice
    from runadvisor.domain.rule_settings import RuleSettings
    from runadvisor.gui.workspace import Workspace


class RulesPage(Page):
    """Which rules speak, and at which numbers; kept in the history as soon as it is changed."""

    key = "rules"
    rail_key = "warnings"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self.set_heading(
            _("Rules"),
            _("What each looks for. Limits, plan and what pain asks for do not depend on it."),
        )
        back = Button(_("Back to warnings"), icon="chevron-left")
        back.clicked.connect(lambda: self.go_to.emit("warnings"))
        self.add_action(back)
        self.section = RuleSettingsSection()
        self.section.changed.connect(self._keep)
        self.content.addWidget(self.section)
        self.content.addStretch()

    def show_advice(self, advice: Advice) -> None:
        """Show how the rules are set in this history."""
        self.section.show_settings(advice.rule_settings)

    def open_rule(self, rule_id: str) -> None:
        """Bring one rule into sight."""
        row = self.section.rows.get(rule_id)
        if row is not None:
            self.bring_into_sight(row)

    def _keep(self, settings: RuleSettings) -> None:
        kept = SetNote(RULE_SETTINGS, settings_text(settings))
        said = _("The rules are changed; warnings follow.")
        self.workspace.changes.ask(lambda _index: kept, _("change of a rule"), said)
