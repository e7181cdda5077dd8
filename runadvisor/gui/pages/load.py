"""The load page: weeks, every run with its limit, acute and chronic, tissues."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from runadvisor import wording
from runadvisor.gui.pages.load_cards import AcuteChronicCard, BasisCard, GapCard, TissueCard
from runadvisor.gui.widgets.buttons import Button, Choice, Segmented
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.chart_view import ChartView
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import Page

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.charts.palette import Palette
    from runadvisor.charts.reading import Chart
    from runadvisor.gui.workspace import Workspace

WEEKS_OFFERED = (26, 52, 104)
ALL_WEEKS = 0
WEEKS_PX, LIMITS_PX = 260, 190
RECENT_GAP_DAYS = 84
"""After so long hardly anything of it is left in an average of six weeks."""
SAVED_SIZE_PX = (1200, 540)
SAVED_DPI = 150
CHART_FILTER = "Picture (*.png);;Drawing (*.svg);;PDF (*.pdf)"
MEASURES = (("distance", "Distance"), ("time", "Time"), ("effort", "Effort"))


class LoadPage(Page):
    """How much, how far at once, and what each part of the leg carried."""

    key = "load"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self.set_heading("Load", "Opening your history …")
        self._advice: Advice | None = None
        self.measure = Segmented(MEASURES)
        self.measure.setAccessibleName("What the weeks are counted in")
        self.measure.chosen.connect(lambda _: self._draw_weeks())
        self.weeks = Choice(
            [*((weeks, f"{weeks} weeks") for weeks in WEEKS_OFFERED), (ALL_WEEKS, "All")],
            name="Weeks shown",
        )
        self.weeks.currentIndexChanged.connect(lambda _: self._draw())
        self.save = Button("Save chart", icon="export")
        self.save.setProperty("menu", "true")
        self.save.setMenu(self._save_menu())
        for control in (self.measure, self.weeks, self.save):
            self.add_action(control)
        self.gaps = GapCard()
        self.gaps.answered.connect(workspace.answer_gap)
        self._weeks_title = Label(size=16, weight=600)
        self.week_chart = ChartView(workspace, height_px=WEEKS_PX, name="Load by week")
        self.limit_chart = ChartView(
            workspace, height_px=LIMITS_PX, name="Every run and the limit of its day"
        )
        self.acute_chronic = AcuteChronicCard(workspace)
        self.tissues = TissueCard(workspace)
        self.tissues.switched.connect(lambda is_on: workspace.show_tissues(is_on=is_on))
        self.basis = BasisCard()
        self.basis.athlete_wanted.connect(lambda: self.go_to.emit("athlete"))
        self._empty = Label(
            "Import your runs, and your weeks appear here.", size=14, tone="muted", wrap=True
        )
        limits_title = Label(
            "Every run, and the longest the rules allow that day, km", size=16, weight=600
        )
        self._cards: list[QWidget] = [
            self.gaps,
            _chart_card(self._weeks_title, self.week_chart),
            _chart_card(limits_title, self.limit_chart),
            self.acute_chronic,
            self.tissues,
            self.basis,
        ]
        for card in (self._empty, *self._cards):
            self.content.addWidget(card)
        self.content.addStretch()
        self._set_shown(shown=False)

    def show_advice(self, advice: Advice) -> None:
        """Show the load up to the day of the advice."""
        self._advice = advice
        has_runs = any(activity.is_run for activity in advice.activities)
        self._set_shown(shown=has_runs)
        if not has_runs:
            self.set_heading("Load")
            return
        gaps = advice.load.unanswered_gaps
        self.gaps.show_gaps(gaps)
        # One that weighs on today's averages is asked about first.
        is_recent = bool(gaps) and (advice.as_of - gaps[-1].last_day).days < RECENT_GAP_DAYS
        self.content.removeWidget(self.gaps)
        self.content.insertWidget(0 if is_recent else self.content.indexOf(self.basis), self.gaps)
        self.tissues.show_advice(advice)
        self.basis.show_advice(advice)
        self._draw()

    def _set_shown(self, *, shown: bool) -> None:
        for part in (*self._cards, self.measure, self.weeks, self.save):
            part.setVisible(shown)
        self._empty.setVisible(not shown)

    def _shown_weeks(self) -> int | None:
        return self.weeks.currentData() or None

    def _draw(self) -> None:
        advice, weeks = self._advice, self._shown_weeks()
        if advice is None:
            return
        # matplotlib is loaded by the first chart, never at the start.
        from runadvisor.charts.day_axis import day_range  # noqa: PLC0415
        from runadvisor.charts.run_limits import (  # noqa: PLC0415
            run_limits_chart,
            run_limits_summary,
        )

        first, last = day_range(advice, weeks)
        self.set_heading("Load", wording.long_day_range(first, last))
        self._draw_weeks()

        def limits(palette: Palette, size_px: tuple[int, int], dpi: float) -> Chart:
            return run_limits_chart(advice, palette=palette, weeks=weeks, size_px=size_px, dpi=dpi)

        self.limit_chart.show_chart(limits, run_limits_summary(advice, weeks=weeks))
        self.acute_chronic.show_advice(advice, weeks=weeks)

    def _draw_weeks(self) -> None:
        advice, weeks = self._advice, self._shown_weeks()
        if advice is None:
            return
        from runadvisor.charts.week_measure import TITLES, WeekMeasure  # noqa: PLC0415
        from runadvisor.charts.weekly_load import (  # noqa: PLC0415
            weekly_load_chart,
            weekly_load_summary,
        )

        measure = WeekMeasure(self.measure.current())
        self._weeks_title.setText(TITLES[measure])

        def chart(palette: Palette, size_px: tuple[int, int], dpi: float) -> Chart:
            return weekly_load_chart(
                advice, palette=palette, measure=measure, weeks=weeks, size_px=size_px, dpi=dpi
            )

        self.week_chart.show_chart(chart, weekly_load_summary(advice, measure=measure, weeks=weeks))

    # ── saving ────────────────────────────────────────────────────────────────────────

    def _save_menu(self) -> QMenu:
        menu = QMenu(self)
        for which, words in (
            ("weeks", "The weeks …"),
            ("limits", "Every run and its limit …"),
            ("acute-chronic", "Acute and chronic load …"),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, which=which: self._ask_where(which))
        return menu

    def _ask_where(self, which: str) -> None:
        name, chosen = QFileDialog.getSaveFileName(self, "Save chart", f"{which}.png", CHART_FILTER)
        if name:
            suffix = chosen.rpartition("*")[2].rstrip(")") or ".png"
            path = Path(name)
            self.save_chart(which, path if path.suffix else path.with_suffix(suffix))

    def save_chart(self, which: str, path: Path) -> None:
        """Write a chart in the light colours: ``weeks``, ``limits`` or ``acute-chronic``."""
        advice, weeks = self._advice, self._shown_weeks()
        if advice is None:
            return
        measure = self.measure.current()

        def task() -> None:
            from runadvisor.charts.acute_chronic import acute_chronic_chart  # noqa: PLC0415
            from runadvisor.charts.palette import LIGHT  # noqa: PLC0415
            from runadvisor.charts.run_limits import run_limits_chart  # noqa: PLC0415
            from runadvisor.charts.save import save_chart  # noqa: PLC0415
            from runadvisor.charts.week_measure import WeekMeasure  # noqa: PLC0415
            from runadvisor.charts.weekly_load import weekly_load_chart  # noqa: PLC0415

            look = {"palette": LIGHT, "size_px": SAVED_SIZE_PX, "dpi": SAVED_DPI}
            if which == "weeks":
                chart = weekly_load_chart(advice, measure=WeekMeasure(measure), weeks=weeks, **look)
            elif which == "limits":
                chart = run_limits_chart(advice, weeks=weeks, **look)
            else:
                chart = acute_chronic_chart(advice, weeks=weeks, **look)
            save_chart(chart.figure, path)

        self.workspace.run(task, lambda _: None, owner=self)


def _chart_card(title: Label, chart: ChartView) -> Card:
    card = Card(padding=(20, 14))
    card.body.addWidget(title)
    card.body.addWidget(chart, 1)
    return card
