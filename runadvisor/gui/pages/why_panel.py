"""Why a warning stands: the sum, the picture, what to do, how sure, the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from runadvisor import wording
from runadvisor.gui.widgets.arithmetic import Arithmetic, has_sum
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import GradeDots, TierChip, TierMark
from runadvisor.gui.widgets.evidence_chart import EvidenceChart
from runadvisor.gui.widgets.flow import FlowLayout
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.mark_bar import MarkBar
from runadvisor.gui.widgets.run_links import RunLinks
from runadvisor.gui.widgets.terms_table import TermsTable
from runadvisor.language import _
from runadvisor.warning.evidence_kind import evidence_kind
from runadvisor.warning.sums import terms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runadvisor.advisor import Advice
    from runadvisor.domain.text import Message
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.domain.warning_mark import WarningMark
    from runadvisor.gui.workspace import Workspace

LEAST_PX = 380


class WhyPanel(Card):
    """Everything behind one warning."""

    plan_wanted = Signal()
    print_wanted = Signal(object)
    """Asks for a warning on paper."""
    rule_wanted = Signal(str)
    """Asks for the page of the guide on a rule."""
    rules_wanted = Signal(str)
    """Asks for the settings of a rule."""
    run_wanted = Signal(int)
    """Asks for an activity by its id."""
    marked = Signal(object, object, str)
    """A warning, its new mark, and a sentence on it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(padding=(4, 6), parent=parent)
        self._workspace = workspace
        self.actions_offered: tuple[Button, ...] = ()
        """What can be done about the warning that is shown."""
        self._inner = QVBoxLayout()
        # The list beside it stays in sight, however much there is to say.
        self.sheet = QScrollArea()
        self.sheet.setObjectName("clear")
        self.sheet.setWidgetResizable(True)
        self.sheet.setFrameShape(QFrame.Shape.NoFrame)
        self.sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.sheet.setMinimumHeight(LEAST_PX)
        self.body.addWidget(self.sheet)

    def show_warning(
        self, advice: Advice, warning: TrainingWarning, marks: Mapping[str, WarningMark]
    ) -> None:
        """Show one warning, and what was said of it."""
        holder = self._start()
        self._inner.addLayout(self._heading(advice, warning))
        self._inner.addWidget(self._said(advice, warning, marks))
        self._inner.addWidget(
            Label(wording.sentence(warning.message), size=14, tone="muted", wrap=True)
        )
        for other in warning.also:
            self._inner.addWidget(_also(other))
        self._add_sum(advice, warning)
        runs = RunLinks(advice, warning.activity_ids)
        if runs.count:
            runs.run_wanted.connect(self.run_wanted)
            self._inner.addWidget(runs)
        kind = evidence_kind(warning)
        if kind is not None:
            self._inner.addWidget(EvidenceChart(self._workspace, advice, warning, kind), 1)
        self._inner.addWidget(hairline())
        self._inner.addLayout(_words(warning))
        if kind is None:
            self._inner.addStretch(1)
        self._inner.addWidget(hairline())
        self._inner.addLayout(self._source(warning))
        self._show(holder, _("Why: {title}").format(title=wording.sentence(warning.title)))

    def show_nothing(self, title: str, words: str) -> None:
        """Say that there is nothing to explain."""
        holder = self._start()
        self._inner.addStretch()
        for text, size, weight, tone in ((title, 18, 600, "ink"), (words, 14, 400, "muted")):
            self._inner.addWidget(
                Label(text, size=size, weight=weight, tone=tone),
                alignment=Qt.AlignmentFlag.AlignHCenter,
            )
        self._inner.addStretch()
        self._show(holder, title)

    def _start(self) -> QWidget:
        """Return an empty sheet to write on."""
        holder = QWidget()
        holder.setObjectName("clear")
        self._inner = QVBoxLayout(holder)
        self._inner.setContentsMargins(20, 12, 20, 12)
        self._inner.setSpacing(12)
        return holder

    def _show(self, holder: QWidget, name: str) -> None:
        """Put a written sheet in the place of the one before, which goes with all it held."""
        before = self.sheet.widget()
        focused = QApplication.focusWidget()
        had_focus = before is not None and focused is not None and before.isAncestorOf(focused)
        self.sheet.setWidget(holder)
        self.setAccessibleName(name)
        self.sheet.setAccessibleName(name)
        if had_focus:
            self.sheet.setFocus()

    def _heading(self, advice: Advice, warning: TrainingWarning) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(6)
        top = FlowLayout(spacing=10)
        top.addWidget(TierChip(warning.tier))
        top.addWidget(GradeDots(warning.grade))
        top.addWidget(self._rule_state(warning))
        words.addLayout(top)
        words.addWidget(Label(wording.sentence(warning.title), size=19, weight=600, wrap=True))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        if any(card.mark_key == warning.mark_key for card in advice.standing):
            plan = Button(_("See plan"), role="primary")
            plan.clicked.connect(self.plan_wanted)
            row.addWidget(plan, alignment=Qt.AlignmentFlag.AlignTop)
        else:
            row.addWidget(
                Label(wording.full_day(warning.date), tone="muted"),
                alignment=Qt.AlignmentFlag.AlignTop,
            )
        return row

    def _rule_state(self, warning: TrainingWarning) -> Button:
        """Return how the rule is set, as the way to its settings."""
        is_changed = any(not each.is_at_default for each in warning.every)
        words = _("rule changed by you") if is_changed else _("rule at its default")
        state = Button(words, role="quiet", small=True)
        state.setAccessibleDescription(_("Opens the settings of the rule"))
        state.clicked.connect(lambda: self.rules_wanted.emit(warning.rule))
        return state

    def _said(
        self, advice: Advice, warning: TrainingWarning, marks: Mapping[str, WarningMark]
    ) -> MarkBar:
        self.bar = MarkBar(warning, marks, advice.as_of)
        self.bar.marked.connect(self.marked)
        return self.bar

    def _add_sum(self, advice: Advice, warning: TrainingWarning) -> None:
        for each in warning.every:
            numbers = terms(each)
            if has_sum(each):
                self._inner.addWidget(Arithmetic(each))
            elif numbers:
                self._inner.addWidget(TermsTable(each, numbers, advice.rule_settings))

    def _source(self, warning: TrainingWarning) -> QHBoxLayout:
        source = wording.source_line(warning.citations, self._workspace.catalog)
        paper = Button(_("Print …"), role="quiet", small=True, icon="print")
        paper.setAccessibleName(_("Print this warning"))
        paper.clicked.connect(lambda: self.print_wanted.emit(warning))
        more = Button(_("Read more in the guide"), role="quiet", small=True)
        more.clicked.connect(lambda: self.rule_wanted.emit(warning.rule))
        self.actions_offered = (self.bar.seen, self.bar.note, self.bar.snooze, paper, more)
        row = QHBoxLayout()
        row.setSpacing(16)
        words = _("Source: {source}").format(source=source)
        row.addWidget(Label(words, size=12, tone="muted", wrap=True), 1)
        row.addWidget(paper, alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        row.addWidget(more, alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        return row


def _also(warning: TrainingWarning) -> QWidget:
    """Return what another rule saw in the same run: one card a run, but nothing hidden."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(TierMark(warning.tier, 13), alignment=Qt.AlignmentFlag.AlignTop)
    text = _("{title}: {message}").format(
        title=wording.sentence(warning.title), message=wording.sentence(warning.message)
    )
    row.addWidget(Label(text, wrap=True), 1)
    row.addWidget(GradeDots(warning.grade), alignment=Qt.AlignmentFlag.AlignTop)
    return holder


def _words(warning: TrainingWarning) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(32)
    grid.setVerticalSpacing(16)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    parts: tuple[tuple[str, Sequence[Message], str], ...] = (
        (_("What to do"), warning.advice, "ink"),
        (_("What clears it"), (warning.clears,), "ink"),
        (_("How sure we are"), (warning.sure,), "muted"),
        (_("What it could not show"), (warning.not_shown,), "muted"),
    )
    for number, (title, messages, tone) in enumerate(parts):
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Label(title, size=14, weight=600))
        said = [wording.sentence(message) for message in messages] or [_("Nothing to change.")]
        if warning.lifted_by is not None and messages is warning.advice:
            said.append(wording.sentence(warning.lifted_by))
        column.addWidget(Label(" ".join(said), tone=tone, wrap=True))
        column.addStretch()
        grid.addLayout(column, number // 2, number % 2)
    return grid
