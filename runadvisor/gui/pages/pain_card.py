"""Pain over time under the weeks of running: on the diary's part of the body page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Choice
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.chart_view import ChartView
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.charts.palette import Palette
    from runadvisor.charts.reading import Chart
    from runadvisor.charts.span import Span
    from runadvisor.gui.workspace import Workspace

WEEKS_OFFERED = (26, 52, 104)
ALL_WEEKS = 0
BARS_PX = 190
"""Without the lines of the spots."""


class PainCard(Card):
    """The chart, and how many weeks it shows; hidden where nothing ever hurt."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(padding=(20, 14), parent=parent)
        self._workspace = workspace
        self._advice: Advice | None = None
        self.weeks = Choice(
            [*((weeks, _weeks_words(weeks)) for weeks in WEEKS_OFFERED), (ALL_WEEKS, _("All"))],
            name=_("Weeks of pain shown"),
        )
        self.weeks.currentIndexChanged.connect(lambda _index: self._draw())
        self.chart = ChartView(
            workspace, height_px=BARS_PX, name=_("Pain by spot under the weeks of running")
        )
        top = QHBoxLayout()
        top.addWidget(Label(_("Pain under your weeks of running"), size=16, weight=600), 1)
        top.addWidget(self.weeks)
        self.body.addLayout(top)
        self.body.addWidget(
            Label(
                _(
                    "Side by side, not cause and effect. The larger the ring, the stronger the "
                    "pain; a line runs through weeks with an entry."
                ),
                size=12,
                tone="muted",
                wrap=True,
            )
        )
        self.body.addWidget(self.chart)

    @property
    def has_something(self) -> bool:
        """Whether any pain or injury is written down."""
        advice = self._advice
        return advice is not None and bool(
            advice.diary.injuries or any(entry.worst for entry in advice.diary.pain)
        )

    def show_advice(self, advice: Advice) -> None:
        """Show the weeks up to the day of the advice."""
        self._advice = advice
        self._draw()

    def _draw(self) -> None:
        advice = self._advice
        if advice is None or not self.has_something:
            return
        weeks = self.weeks.currentData() or None

        def lanes() -> int:
            from runadvisor.charts.pain_weeks import pain_lanes, pain_weeks  # noqa: PLC0415 - start-up time

            return len(pain_lanes(pain_weeks(advice, weeks)))

        def make(
            palette: Palette, size_px: tuple[int, int], dpi: float, span: Span | None
        ) -> Chart:
            from runadvisor.charts.pain import pain_chart  # noqa: PLC0415 - as above

            return pain_chart(
                advice, palette=palette, weeks=weeks, span=span, size_px=size_px, dpi=dpi
            )

        def summary() -> str:
            from runadvisor.charts.pain import pain_summary  # noqa: PLC0415 - as above

            return pain_summary(advice, weeks=weeks)

        def show(number: int) -> None:
            from runadvisor.charts.pain_weeks import LANE_PX  # noqa: PLC0415 - as above

            self.chart.setMinimumHeight(scaled(round(BARS_PX + LANE_PX * number)))
            self.chart.show_along(make, summary)

        self._workspace.run(lanes, show, owner=self)


def _weeks_words(weeks: int) -> str:
    return ngettext("{number} week", "{number} weeks", weeks).format(number=weeks)
