"""The chart of what a warning rests on, under its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.widgets.figure_view import FigureView
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _
from runadvisor.warning.evidence_kind import EVIDENCE_TITLES

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.gui.workspace import Workspace
    from runadvisor.warning.evidence_kind import EvidenceKind

CHART_PX = 180


class EvidenceChart(QWidget):
    """A title and a figure."""

    def __init__(
        self,
        workspace: Workspace,
        advice: Advice,
        warning: TrainingWarning,
        kind: EvidenceKind,
        parent: QWidget | None = None,
    ) -> None:
        """Draw what a warning rests on."""
        super().__init__(parent)
        title = _(EVIDENCE_TITLES[kind])
        view = FigureView(workspace, height_px=CHART_PX, name=title)

        def make(palette, size_px, dpi):  # noqa: ANN001, ANN202 - MakeFigure says it
            from runadvisor.charts.evidence import evidence_figure  # noqa: PLC0415 - start-up time

            return evidence_figure(advice, warning, kind, palette=palette, size_px=size_px, dpi=dpi)

        view.show_figure(make, wording.sentence(warning.message))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(title, size=12, weight=600, tone="muted"))
        column.addWidget(view, 1)
