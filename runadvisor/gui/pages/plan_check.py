"""Under the calendar: whether rules are kept, how the weeks grow, what the tissues carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import TierMark
from runadvisor.gui.widgets.figure_view import FigureView
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import clear
from runadvisor.language import _

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.gui.workspace import Workspace

HEIGHT_PX = 124
CHART_PX = 96
MOST_BREACHES, MOST_WISHES = 3, 2
"""Told here; every breach is at its day too."""


class PlanCheck(Card):
    """What a plan keeps to, told anew with every change."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(padding=(20, 12), parent=parent)
        self._workspace = workspace
        self.setMinimumHeight(HEIGHT_PX)
        self._words = QVBoxLayout()
        self._words.setSpacing(6)
        self._chart = FigureView(workspace, height_px=CHART_PX, name=_("Weeks before and planned"))
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(self._words, 1)
        right = QVBoxLayout()
        right.setSpacing(2)
        self._heading = Label(size=12, weight=600, tone="muted")
        right.addWidget(self._heading)
        right.addWidget(self._chart, 1)
        row.addLayout(right, 1)
        self.body.addLayout(row)

    def show_plan(self, advice: Advice) -> None:
        """Show what the plan of the advice keeps to."""
        clear(self._words)
        heading = _("Weeks before and planned, {unit}")
        self._heading.setText(heading.format(unit=wording.distance_unit()))
        plan = advice.plan
        top = QHBoxLayout()
        top.setSpacing(8)
        if plan.breaches:
            title, tone = _("Not every rule could be kept"), "watch"
            broken = (breach.message for breach in plan.breaches[:MOST_BREACHES])
            said = (*broken, *plan.given_way[:MOST_WISHES])
        else:
            title, tone = _("No rule is broken"), "ok"
            said = (*plan.given_way, *plan.notes)
            top.addWidget(TierMark(None, 16))
        top.addWidget(Label(title, size=14, weight=600, tone=tone))
        top.addStretch()
        self._words.addLayout(top)
        words = [wording.sentence(message) for message in said]
        tissues = self._tissue_words(advice)
        text = " ".join([*words, tissues] if tissues else words)
        self._words.addWidget(Label(text, tone="muted", wrap=True))
        self._words.addStretch()
        self._draw(advice)

    def _draw(self, advice: Advice) -> None:
        def make(palette, size_px, dpi):  # noqa: ANN001, ANN202 - MakeFigure says it
            from runadvisor.charts.plan_weeks import plan_weeks_figure  # noqa: PLC0415 - start-up time

            return plan_weeks_figure(advice, palette=palette, size_px=size_px, dpi=dpi)

        def summary() -> str:
            from runadvisor.charts.plan_weeks import plan_weeks_summary  # noqa: PLC0415 - as above

            return plan_weeks_summary(advice)

        self._chart.show_figure(make, "")
        self._workspace.run(summary, self._chart.set_summary, owner=self._chart)

    def _tissue_words(self, advice: Advice) -> str:
        """Return what the fullest week asks of the tissues, in a line; empty where unknown."""
        from runadvisor.charts.tissue_words import (  # noqa: PLC0415 - start-up time
            LEAST_ABOVE,
            TISSUE_NAMES,
            tissue_words,
        )

        desk = self._workspace.desk
        trends = desk.tissues(advice.plan) if desk is not None else ()
        if not trends or not advice.athlete.shows_tissue_loads:
            return ""
        above = [trend for trend in trends if (trend.above_usual or 0.0) >= LEAST_ABOVE]
        if not above:
            return _("Tissue loads, a model and not measured: no week is above your usual ones.")
        told = "; ".join(
            _("{tissue}: {share}").format(
                tissue=_(TISSUE_NAMES[trend.tissue]), share=tissue_words(trend)
            )
            for trend in above
        )
        return _("Tissue loads of the fullest week, a model and not measured. {told}.").format(
            told=told
        )
