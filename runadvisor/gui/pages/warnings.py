"""Warnings: what stands, everything that ever stood, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.warning import Tier
from runadvisor.gui.import_words import counted
from runadvisor.gui.models.warning_list import WARNING_ROLE, WarningList
from runadvisor.gui.pages.why_panel import WhyPanel
from runadvisor.gui.widgets.buttons import Segmented
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import TONES, TierMark
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.page import Page
from runadvisor.gui.widgets.warning_rows import WarningRows

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from runadvisor.advisor import Advice
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.gui.workspace import Workspace

LIST_PX = (248, 372)
"""Narrowest and widest; the why on the right needs the rest."""


class WarningsPage(Page):
    """The list on the left, the why on the right."""

    key = "warnings"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self.set_heading("Warnings")
        self._advice: Advice | None = None
        self.which = Segmented([("standing", "Standing 0"), ("all", "All 0")])
        self.which.chosen.connect(lambda _: self._fill())
        self.model = WarningList()
        self.rows = WarningRows()
        self.rows.setModel(self.model)
        self.rows.selectionModel().currentChanged.connect(self._show_why)
        self.why = WhyPanel(workspace)
        self.why.plan_wanted.connect(lambda: self.go_to.emit("plan"))
        self.why.rule_wanted.connect(self.read_more)
        self._empty = Label("Nothing stands. Run as you do.", size=14, tone="muted", wrap=True)
        listing = Card(padding=(8, 8))
        listing.body.addWidget(self._empty)
        listing.body.addWidget(self.rows, 1)
        left = QVBoxLayout()
        left.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(self.which)
        top.addStretch()
        left.addLayout(top)
        left.addWidget(listing, 1)
        left.addWidget(_legend())
        holder = QWidget()
        holder.setMinimumWidth(LIST_PX[0])
        holder.setMaximumWidth(LIST_PX[1])
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(holder, 2)
        row.addWidget(self.why, 5)
        self.content.addLayout(row, 1)

    def show_advice(self, advice: Advice) -> None:
        """Show the warnings of the advice."""
        self._advice = advice
        self.which.set_text("standing", f"Standing {len(advice.standing)}")
        self.which.set_text("all", f"All {len(advice.raised)}")
        self.set_heading("Warnings", _summary(advice))
        self._fill()

    def select(self, warning: TrainingWarning) -> None:
        """Show the why of one warning."""
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            if index.data(WARNING_ROLE) == warning:
                self.rows.setCurrentIndex(index)
                return

    def _fill(self) -> None:
        advice = self._advice
        if advice is None:
            return
        is_standing = self.which.current() == "standing"
        shown = advice.standing if is_standing else tuple(reversed(advice.raised))
        self.rows.set_shown(is_standing=is_standing, today=advice.as_of)
        self.model.show(shown)
        self._empty.setVisible(not shown)
        self.rows.setVisible(bool(shown))
        if shown:
            self.rows.setCurrentIndex(self.model.index(0, 0))
        else:
            self.why.show_nothing()

    def _show_why(self, index: QModelIndex) -> None:
        if index.isValid() and self._advice is not None:
            self.why.show_warning(self._advice, index.data(WARNING_ROLE))


def _summary(advice: Advice) -> str:
    number = len(advice.standing)
    if not number:
        return "None stands."
    stops = any(warning.tier >= Tier.STOP_RUN for warning in advice.standing)
    ask = "One asks you to stop." if stops else "None asks you to stop."
    return f"{counted(number, 'is', 'are')} standing. {ask}"


def _legend() -> Card:
    card = Card("What the words mean", padding=(16, 12))
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(2, 1)
    for row, tier in enumerate((Tier.INFO, Tier.WATCH, Tier.ACT, Tier.STOP_RUN)):
        grid.addWidget(TierMark(tier, 13), row, 0)
        grid.addWidget(Label(wording.tier_word(tier), weight=600, tone=TONES[tier]), row, 1)
        grid.addWidget(Label(wording.tier_meaning(tier), size=12, tone="muted", wrap=True), row, 2)
    card.body.addLayout(grid)
    card.body.addWidget(hairline())
    card.body.addWidget(
        Label(
            "The word is our caution, not a forecast. Most runs over a limit end well.",
            size=12,
            tone="muted",
            wrap=True,
        )
    )
    return card
