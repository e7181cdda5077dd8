"""The rules on a page of their own, reached from the warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.rule_settings import DEFAULT_SETTINGS
from runadvisor.gui.pages.rule_settings import RuleSettingsSection
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.page import Page
from runadvisor.history.changes import SetNote
from runadvisor.history.rule_settings import RULE_SETTINGS, settings_text
from runadvisor.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
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
        self._settings = DEFAULT_SETTINGS
        self._section: RuleSettingsSection | None = None
        self.content.addStretch()

    @property
    def section(self) -> RuleSettingsSection:
        """The list of rules; it is made when it is first wanted, not with the window."""
        if self._section is None:
            self._section = RuleSettingsSection()
            self._section.changed.connect(self._keep)
            self._section.show_settings(self._settings)
            self.content.insertWidget(0, self._section)
        return self._section

    def show_advice(self, advice: Advice) -> None:
        """Show how the rules are set in this history."""
        self._settings = advice.rule_settings
        if self._section is not None:
            self._section.show_settings(advice.rule_settings)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Make the list before it is seen."""
        self.section.setVisible(True)
        super().showEvent(event)

    def open_rule(self, rule_id: str) -> None:
        """Bring one rule into sight."""
        row = self.section.rows.get(rule_id)
        if row is not None:
            self.bring_into_sight(row)

    def _keep(self, settings: RuleSettings) -> None:
        kept = SetNote(RULE_SETTINGS, settings_text(settings))
        said = _("The rules are changed; warnings follow.")
        self.workspace.changes.ask(lambda _index: kept, _("change of a rule"), said)
