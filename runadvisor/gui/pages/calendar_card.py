"""The whole history as a calendar: which days were run, and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.charts.calendar_strips import calendar_height_px
from runadvisor.gui.theme import scaled, text_scale
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.chart_view import ChartView
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from runadvisor.advisor import Advice
    from runadvisor.charts.palette import Palette
    from runadvisor.charts.reading import Chart
    from runadvisor.gui.workspace import Workspace

LEAST_PX = 120


class CalendarCard(Card):
    """A strip a year, as high as the history is long."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(padding=(20, 14), parent=parent)
        self._advice: Advice | None = None
        self.chart = ChartView(workspace, height_px=LEAST_PX, name=_("Every day of your history"))
        self.body.addWidget(Label(_("Every day of your history"), size=16, weight=600))
        self.body.addWidget(self.chart, 1)

    def show_advice(self, advice: Advice) -> None:
        """Show all days up to the one of the advice."""
        self._advice = advice
        self._fit()

        def chart(palette: Palette, size_px: tuple[int, int], dpi: float) -> Chart:
            from runadvisor.charts.calendar_map import calendar_chart  # noqa: PLC0415 - start-up time

            return calendar_chart(advice, palette=palette, size_px=size_px, dpi=dpi)

        def summary() -> str:
            from runadvisor.charts.calendar_map import calendar_summary  # noqa: PLC0415 - as above

            return calendar_summary(advice)

        self.chart.show_chart(chart, summary)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the height that the years need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._advice is None:
            return
        margins = self.body.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        height = calendar_height_px(self._advice, round(width / text_scale()))
        self.chart.setFixedHeight(scaled(max(height, LEAST_PX)))
