"""Warnings: what stands, everything that ever stood, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.warning import Tier
from runadvisor.gui.models.warning_list import WARNING_ROLE, WarningList
from runadvisor.gui.pages.cleared_card import ClearedCard
from runadvisor.gui.pages.why_panel import WhyPanel
from runadvisor.gui.print_order import PrintOrder, What
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.button_menu import offer_menu
from runadvisor.gui.widgets.buttons import Button, Segmented
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import TONES, TierMark
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.page import Page
from runadvisor.gui.widgets.warning_rows import WarningRows
from runadvisor.history.changes import SetNote
from runadvisor.history.warning_marks import WARNING_MARKS, marks_text
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from runadvisor.advisor import Advice
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.domain.warning_mark import WarningMark
    from runadvisor.gui.workspace import Workspace

LIST_PX = 372
"""Narrowest and widest; the why on the right needs the rest."""


class WarningsPage(Page):
    """The list on the left, the why on the right."""

    key = "warnings"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self.set_heading(_("Warnings"))
        self._advice: Advice | None = None
        self._marks: dict[str, WarningMark] = {}
        self._chosen: TrainingWarning | None = None
        self.which = Segmented([(key, _label(key, 0)) for key in ("standing", "snoozed", "all")])
        self.which.chosen.connect(lambda _key: self._fill())
        self.model = WarningList()
        self.rows = WarningRows()
        self.rows.setModel(self.model)
        self.rows.selectionModel().currentChanged.connect(self._show_why)
        self.why = WhyPanel(workspace)
        self.why.plan_wanted.connect(lambda: self.go_to.emit("plan"))
        self.why.rule_wanted.connect(self.read_more)
        self.why.print_wanted.connect(
            lambda warning: self.print_wanted.emit(PrintOrder(What.WARNING, warning=warning))
        )
        self.why.rules_wanted.connect(self.rule_wanted)
        self.why.marked.connect(self._keep_mark)
        offer_menu(self.rows, lambda: self.why.actions_offered)
        self.why.run_wanted.connect(self.run_wanted)
        self.cleared = ClearedCard()
        self.cleared.wanted.connect(self._open_cleared)
        self._empty = Label(size=14, tone="muted", wrap=True)
        self._changed = Button("", role="quiet", small=True)
        self._changed.clicked.connect(lambda: self.rule_wanted.emit(""))
        self._add_actions()
        self._lay_out_list()

    def show_advice(self, advice: Advice) -> None:
        """Show the warnings of the advice."""
        self._advice = advice
        self._marks = dict(advice.marks)
        for key, number in (
            ("standing", len(advice.in_sight)),
            ("snoozed", len(advice.snoozed)),
            ("all", len(advice.raised)),
        ):
            self.which.set_text(key, _label(key, number))
        self.set_heading(_("Warnings"), _summary(advice))
        self._say_changed(advice)
        self._fill()
        self.workspace.ask(
            lambda advisor: advisor.cleared(advice), self.cleared.show_cleared, owner=self
        )

    def select(self, warning: TrainingWarning) -> None:
        """Show the why of one warning, among all where it does not stand."""
        if self._advice is None:
            return
        if self._find(warning) is None:
            in_list = {"standing": self._advice.in_sight, "snoozed": self._advice.snoozed}
            key = next((key for key, shown in in_list.items() if warning in shown), "all")
            self.which.choose(key)
            self._fill()
        index = self._find(warning)
        if index is not None:
            self.rows.setCurrentIndex(index)
            self.rows.scrollTo(index)

    def _open_cleared(self, warning: TrainingWarning) -> None:
        """Show the why of a warning that ended, as it was when it was raised."""
        advice = self._advice
        raised = () if advice is None else advice.raised
        card = next(
            (
                card
                for card in reversed(raised)
                if any(e.code == warning.code and e.date <= warning.date for e in card.every)
                and card.values.get("spot") == warning.values.get("spot")
            ),
            None,
        )
        if card is not None:
            self.select(card)

    def _find(self, warning: TrainingWarning) -> QModelIndex | None:
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            if index.data(WARNING_ROLE) == warning:
                return index
        return None

    def _fill(self) -> None:
        advice = self._advice
        if advice is None:
            return
        which = self.which.current()
        shown = {
            "standing": advice.in_sight,
            "snoozed": advice.snoozed,
            "all": tuple(reversed(advice.raised)),
        }[which]
        chosen = None if self._chosen is None else self._chosen.mark_key
        self.rows.set_shown(is_standing=which != "all", today=advice.as_of)
        self.model.show(shown, self._marks)
        title, words = _nothing(which, has_snoozed=bool(advice.snoozed))
        self._empty.setText(title)
        self._empty.setVisible(not shown)
        self.rows.setVisible(bool(shown))
        if shown:
            same = (row for row, warning in enumerate(shown) if warning.mark_key == chosen)
            self.rows.setCurrentIndex(self.model.index(next(same, 0), 0))
        else:
            self.why.show_nothing(title, words)

    def _show_why(self, index: QModelIndex) -> None:
        if index.isValid() and self._advice is not None:
            self._chosen = index.data(WARNING_ROLE)
            self.why.show_warning(self._advice, index.data(WARNING_ROLE), self._marks)

    def _keep_mark(self, warning: TrainingWarning, mark: WarningMark, said: str) -> None:
        # The next mark may come before the advice that this one leads to.
        self._marks = {**self._marks, warning.mark_key: mark}
        kept = SetNote(WARNING_MARKS, marks_text(self._marks))
        self.workspace.changes.ask(lambda _index: kept, _("mark of a warning"), said)

    def _say_changed(self, advice: Advice) -> None:
        number = len(advice.rule_settings.changed)
        self._changed.setVisible(bool(number))
        self._changed.setText(
            ngettext(
                "{number} rule not at its default", "{number} rules not at their default", number
            ).format(number=number)
        )

    def _add_actions(self) -> None:
        rules = Button(_("Rules …"))
        rules.clicked.connect(lambda: self.rule_wanted.emit(""))
        audit = Button(_("Audit of all years"), icon="load")
        audit.clicked.connect(lambda: self.go_to.emit("audit"))
        for button in (rules, audit):
            self.add_action(button)

    def _lay_out_list(self) -> None:
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
        left.addWidget(self._changed)
        left.addWidget(self.cleared)
        left.addWidget(_legend())
        holder = QWidget()
        holder.setMaximumWidth(scaled(LIST_PX))
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(holder, 3)
        row.addWidget(self.why, 7)
        self.content.addLayout(row, 1)


def _label(key: str, number: int) -> str:
    words = {
        "standing": _("Standing {number}"),
        "snoozed": _("Aside {number}"),
        "all": _("All {number}"),
    }
    return words[key].format(number=wording.number(number))


def _nothing(which: str, *, has_snoozed: bool) -> tuple[str, str]:
    """Return what is said of an empty list, and what one can do then."""
    if which == "snoozed":
        return _("Nothing is put aside."), _("A warning can be put aside for up to four weeks.")
    if which == "all":
        return _("No warning so far."), _("Import your runs, and the rules look at each.")
    if has_snoozed:
        return _("Nothing else stands."), _("What you put aside is under “Aside”.")
    return _("Nothing stands."), _("Choose “All” to look back over your whole history.")


def _summary(advice: Advice) -> str:
    number = len(advice.in_sight)
    aside = len(advice.snoozed)
    stops = any(warning.tier >= Tier.STOP_RUN for warning in advice.standing)
    said = [
        ngettext("{number} is standing.", "{number} are standing.", number).format(number=number)
        if number
        else _("None stands.")
    ]
    if aside:
        said.append(
            ngettext("{number} is put aside.", "{number} are put aside.", aside).format(
                number=aside
            )
        )
    if number:
        said.append(_("One asks you to stop.") if stops else _("None asks you to stop."))
    return " ".join(said)


def _legend() -> Card:
    card = Card(_("What the words mean"), padding=(16, 12))
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
            _("The word is our caution, not a forecast. Most runs over a limit end well."),
            size=12,
            tone="muted",
            wrap=True,
        )
    )
    return card
