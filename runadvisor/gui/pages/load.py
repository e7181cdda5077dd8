"""The load page: weeks, every run with its limit, acute and chronic, tissues."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from runadvisor import wording
from runadvisor.domain.athlete import GapAnswer, GapKind
from runadvisor.domain.text import N_
from runadvisor.gui.pages.calendar_card import CalendarCard
from runadvisor.gui.pages.load_cards import AcuteChronicCard, BasisCard, GapCard, TissueCard
from runadvisor.gui.widgets.buttons import Button, Choice, Segmented
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.chart_view import ChartView
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import Page
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.advisor import Advice
    from runadvisor.charts.palette import Palette
    from runadvisor.charts.reading import Chart
    from runadvisor.charts.span import Span
    from runadvisor.gui.workspace import Workspace

WEEKS_OFFERED = (26, 52, 104)
ALL_WEEKS = 0
WEEKS_PX, LIMITS_PX = 260, 190
RECENT_GAP_DAYS = 84
"""After so long hardly anything of it is left in an average of six weeks."""
MEASURES = (("distance", N_("Distance")), ("time", N_("Time")), ("effort", N_("Effort")))


class LoadPage(Page):
    """How much, how far at once, and what each part of the leg carried."""

    key = "load"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self.set_heading(_("Load"), _("Opening your history …"))
        self._advice: Advice | None = None
        self.measure = Segmented([(key, _(words)) for key, words in MEASURES])
        self.measure.setAccessibleName(_("What the weeks are counted in"))
        self.measure.chosen.connect(lambda _key: self._draw_weeks())
        self.weeks = Choice(
            [*((weeks, _weeks_words(weeks)) for weeks in WEEKS_OFFERED), (ALL_WEEKS, _("All"))],
            name=_("Weeks shown"),
        )
        self.weeks.currentIndexChanged.connect(lambda _index: self._draw())
        self.gaps = GapCard()
        self.gaps.answered.connect(self._answer_gap)
        self._weeks_title = Label(size=16, weight=600)
        self.week_chart = ChartView(workspace, height_px=WEEKS_PX, name=_("Load by week"))
        self.limit_chart = ChartView(
            workspace, height_px=LIMITS_PX, name=_("Every run and the limit of its day")
        )
        self.acute_chronic = AcuteChronicCard(workspace)
        self.tissues = TissueCard(workspace)
        self.tissues.switched.connect(self._show_tissues)
        self.calendar = CalendarCard(workspace)
        self.basis = BasisCard()
        self.basis.athlete_wanted.connect(lambda: self.go_to.emit("athlete"))
        self.save = Button(_("Save chart"), icon="export")
        self.save.setProperty("menu", "true")
        self.save.setMenu(self._save_menu())
        for control in (self.measure, self.weeks, self.save):
            self.add_action(control)
        for chart in (
            self.week_chart,
            self.limit_chart,
            self.acute_chronic.chart,
            self.calendar.chart,
        ):
            chart.run_wanted.connect(self.run_wanted)
            chart.week_wanted.connect(self.week_wanted)
        self._empty = Label(
            _("Import your runs, and your weeks appear here."), size=14, tone="muted", wrap=True
        )
        limits_title = Label(
            _("Every run, and the longest the rules allow that day, {unit}").format(
                unit=wording.distance_unit()
            ),
            size=16,
            weight=600,
        )
        self._cards: list[QWidget] = [
            self.gaps,
            _chart_card(self._weeks_title, self.week_chart),
            _chart_card(limits_title, self.limit_chart),
            self.acute_chronic,
            self.tissues,
            self.calendar,
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
            self.set_heading(_("Load"))
            return
        gaps = advice.load.unanswered_gaps
        self.gaps.show_gaps(gaps)
        # One that weighs on today's averages is asked about first.
        is_recent = bool(gaps) and (advice.as_of - gaps[-1].last_day).days < RECENT_GAP_DAYS
        self.content.removeWidget(self.gaps)
        self.content.insertWidget(0 if is_recent else self.content.indexOf(self.basis), self.gaps)
        self.tissues.show_advice(advice)
        self.calendar.show_advice(advice)
        self.basis.show_advice(advice)
        self._draw()

    def _show_tissues(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's value
        if self._advice is not None:
            athlete = replace(self._advice.athlete, shows_tissue_loads=is_on)
            self.workspace.set_athlete(athlete)

    def _answer_gap(self, first_day: date, last_day: date, kind: GapKind) -> None:
        """Keep an answer, and say what it changes."""
        if self._advice is None:
            return
        athlete = self._advice.athlete
        others = (each for each in athlete.gap_answers if each.first_day != first_day)
        answer = GapAnswer(first_day=first_day, last_day=last_day, kind=kind)
        self.workspace.set_athlete(replace(athlete, gap_answers=(*others, answer)))
        if kind is GapKind.REST:
            words = _("{period} counts as rest now: it lowers your averages of those weeks.")
        else:
            words = _("{period} was not recorded: it goes on lowering none of your averages.")
        self.workspace.done.emit(words.format(period=wording.long_day_range(first_day, last_day)))

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
        from runadvisor.charts.day_axis import day_range  # noqa: PLC0415 - numpy

        first, last = day_range(advice, weeks)
        self.set_heading(_("Load"), wording.long_day_range(first, last))
        self._draw_weeks()

        def limits(
            palette: Palette, size_px: tuple[int, int], dpi: float, span: Span | None
        ) -> Chart:
            # matplotlib is loaded by the first chart, beside the window.
            from runadvisor.charts.run_limits import run_limits_chart  # noqa: PLC0415

            return run_limits_chart(
                advice, palette=palette, weeks=weeks, span=span, size_px=size_px, dpi=dpi
            )

        def limits_summary() -> str:
            from runadvisor.charts.run_limits import run_limits_summary  # noqa: PLC0415 - as above

            return run_limits_summary(advice, weeks=weeks)

        self.limit_chart.show_along(limits, limits_summary)
        self.acute_chronic.show_advice(advice, weeks=weeks)

    def _draw_weeks(self) -> None:
        advice, weeks = self._advice, self._shown_weeks()
        if advice is None:
            return
        from runadvisor.charts.week_measure import TITLES, WeekMeasure  # noqa: PLC0415 - numpy

        measure = WeekMeasure(self.measure.current())
        self._weeks_title.setText(_(TITLES[measure]))

        def chart(
            palette: Palette, size_px: tuple[int, int], dpi: float, span: Span | None
        ) -> Chart:
            from runadvisor.charts.weekly_load import weekly_load_chart  # noqa: PLC0415 - as above

            return weekly_load_chart(
                advice,
                palette=palette,
                measure=measure,
                weeks=weeks,
                span=span,
                size_px=size_px,
                dpi=dpi,
            )

        def summary() -> str:
            from runadvisor.charts.weekly_load import weekly_load_summary  # noqa: PLC0415 - as above

            return weekly_load_summary(advice, measure=measure, weeks=weeks)

        self.week_chart.show_along(chart, summary)

    def _save_menu(self) -> QMenu:
        menu = QMenu(self)
        for words, chart in (
            (_("The weeks …"), self.week_chart),
            (_("Every run and its limit …"), self.limit_chart),
            (_("Acute and chronic load …"), self.acute_chronic.chart),
            (_("The calendar …"), self.calendar.chart),
        ):
            menu.addAction(words).triggered.connect(chart.menu.ask_where)
        return menu


def _chart_card(title: Label, chart: ChartView) -> Card:
    card = Card(padding=(20, 14))
    card.body.addWidget(title)
    card.body.addWidget(chart, 1)
    return card


def _weeks_words(weeks: int) -> str:
    return ngettext("{number} week", "{number} weeks", weeks).format(number=weeks)
