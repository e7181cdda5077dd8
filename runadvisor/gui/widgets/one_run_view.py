"""How one run went: its lines and its way, for whichever page shows a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from runadvisor.domain.text import N_
from runadvisor.gui.widgets.buttons import Segmented
from runadvisor.gui.widgets.chart_view import ChartView
from runadvisor.language import _

if TYPE_CHECKING:
    from runadvisor.advisor import Advisor
    from runadvisor.charts.palette import Palette
    from runadvisor.charts.reading import Chart
    from runadvisor.charts.span import Span
    from runadvisor.gui.workspace import Workspace
    from runadvisor.training_load.run_profile import RunProfile

HEIGHT_PX = 440
ALONG = (("distance", N_("By distance")), ("time", N_("By time")))


class OneRunView(QWidget):
    """Pace, heart rate, altitude, slope and track of one run; empty until one is shown."""

    def __init__(
        self, workspace: Workspace, *, height_px: int = HEIGHT_PX, parent: QWidget | None = None
    ) -> None:
        """Start empty."""
        super().__init__(parent)
        self._workspace = workspace
        self._activity_id: int | None = None
        self.profile: RunProfile | None = None
        """Of the run shown; ``None`` where it has no track."""
        self.along = Segmented([(key, _(words)) for key, words in ALONG])
        self.along.setAccessibleName(_("What the axis counts"))
        self.along.chosen.connect(lambda _key: self._draw())
        self.chart = ChartView(workspace, height_px=height_px, name=_("How the run went"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.along, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.chart, 1)
        self.setVisible(False)

    def show_run(self, activity_id: int) -> None:
        """Show a run of the open history, once its track is read; hide where it has none."""
        self._activity_id = activity_id

        def task(advisor: Advisor) -> RunProfile | None:
            from runadvisor.training_load.run_profile import run_profile  # noqa: PLC0415 - numpy

            track = advisor.history.track(activity_id)
            return None if track is None or len(track) < 2 else run_profile(track)  # noqa: PLR2004 - a way has two ends

        def done(profile: RunProfile | None) -> None:
            # Of several asked for, only the last one is wanted.
            if activity_id == self._activity_id:
                self.profile = profile
                self.setVisible(profile is not None)
                self._draw()

        self._workspace.ask(task, done, owner=self)

    def _draw(self) -> None:
        profile = self.profile
        if profile is None:
            return
        from runadvisor.charts.one_run import (  # noqa: PLC0415 - start-up time
            Along,
            one_run_chart,
            one_run_summary,
        )

        along = Along(self.along.current())

        def chart(
            palette: Palette, size_px: tuple[int, int], dpi: float, span: Span | None
        ) -> Chart:
            return one_run_chart(
                profile, palette=palette, along=along, span=span, size_px=size_px, dpi=dpi
            )

        self.chart.show_along(chart, one_run_summary(profile))
