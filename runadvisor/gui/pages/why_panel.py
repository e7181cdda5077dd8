"""Why a warning stands: the sum, the picture, what to do, how sure, the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.widgets.arithmetic import Arithmetic, has_sum
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import GradeDots, TierChip, TierMark
from runadvisor.gui.widgets.figure_view import FigureView
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.page import clear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.advisor import Advice
    from runadvisor.domain.text import Message
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.gui.workspace import Workspace

CHART_PX = 190


class WhyPanel(Card):
    """Everything behind one warning."""

    plan_wanted = Signal()
    rule_wanted = Signal(str)
    """Asks for the page of the guide on a rule."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(padding=(24, 18), parent=parent)
        self._workspace = workspace
        self._inner = QVBoxLayout()
        self._inner.setSpacing(12)
        self.body.addLayout(self._inner)

    def show_warning(self, advice: Advice, warning: TrainingWarning) -> None:
        """Show one warning."""
        clear(self._inner)
        self._inner.addLayout(self._heading(advice, warning))
        self._inner.addWidget(
            Label(wording.sentence(warning.message), size=14, tone="muted", wrap=True)
        )
        for other in warning.also:
            self._inner.addWidget(_also(other))
        if has_sum(warning):
            self._inner.addWidget(Arithmetic(warning))
        if warning.rule == "R01":
            self._inner.addWidget(
                Label("This run among the 30 days before it, km", size=12, weight=600, tone="muted")
            )
            self._inner.addWidget(self._chart(advice, warning), 1)
        self._inner.addWidget(hairline())
        self._inner.addLayout(_words(warning))
        if warning.rule != "R01":
            self._inner.addStretch(1)
        self._inner.addWidget(hairline())
        self._inner.addLayout(self._source(warning))
        self.setAccessibleName(f"Why: {wording.sentence(warning.title)}")

    def show_nothing(self) -> None:
        """Say that there is nothing to explain."""
        clear(self._inner)
        self._inner.addStretch()
        self._inner.addWidget(
            Label("Nothing stands.", size=18, weight=600), alignment=Qt.AlignmentFlag.AlignHCenter
        )
        self._inner.addWidget(
            Label("Choose “All” to look back over your whole history.", size=14, tone="muted"),
            alignment=Qt.AlignmentFlag.AlignHCenter,
        )
        self._inner.addStretch()

    def _heading(self, advice: Advice, warning: TrainingWarning) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(TierChip(warning.tier))
        top.addWidget(GradeDots(warning.grade))
        top.addStretch()
        words.addLayout(top)
        words.addWidget(Label(wording.sentence(warning.title), size=19, weight=600, wrap=True))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        if warning.stands_on(advice.as_of):
            plan = Button("See plan", role="primary")
            plan.clicked.connect(self.plan_wanted)
            row.addWidget(plan, alignment=Qt.AlignmentFlag.AlignTop)
        else:
            row.addWidget(
                Label(wording.full_day(warning.date), tone="muted"),
                alignment=Qt.AlignmentFlag.AlignTop,
            )
        return row

    def _source(self, warning: TrainingWarning) -> QHBoxLayout:
        source = wording.source_line(warning.citations, self._workspace.catalog)
        more = Button("Read more in the guide", role="quiet", small=True)
        more.clicked.connect(lambda: self.rule_wanted.emit(warning.rule))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Label(f"Source: {source}", size=12, tone="muted", wrap=True), 1)
        row.addWidget(more, alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        return row

    def _chart(self, advice: Advice, warning: TrainingWarning) -> FigureView:
        view = FigureView(
            self._workspace, height_px=CHART_PX, name="This run among the 30 days before it"
        )

        def make(palette, size_px, dpi):  # noqa: ANN001, ANN202 - MakeFigure says it
            from runadvisor.charts.spike import spike_figure  # noqa: PLC0415 - start-up time

            return spike_figure(advice, warning, palette=palette, size_px=size_px, dpi=dpi)

        view.show_figure(make, wording.sentence(warning.message))
        return view


def _also(warning: TrainingWarning) -> QWidget:
    """Return what another rule saw in the same run: one card a run, but nothing hidden."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(TierMark(warning.tier, 13), alignment=Qt.AlignmentFlag.AlignTop)
    text = f"{wording.sentence(warning.title)}: {wording.sentence(warning.message)}"
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
        ("What to do", warning.advice, "ink"),
        ("What clears it", (warning.clears,), "ink"),
        ("How sure we are", (warning.sure,), "muted"),
        ("What it could not show", (warning.not_shown,), "muted"),
    )
    for number, (title, messages, tone) in enumerate(parts):
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Label(title, size=14, weight=600))
        said = [wording.sentence(message) for message in messages] or ["Nothing to change."]
        column.addWidget(Label(" ".join(said), tone=tone, wrap=True))
        column.addStretch()
        grid.addLayout(column, number // 2, number % 2)
    return grid
