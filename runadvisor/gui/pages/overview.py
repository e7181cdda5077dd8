"""The overview: am I all right, what today, what this week, what next."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.calendar import DAYS_PER_WEEK, days, week_start
from runadvisor.domain.plan import DayKind
from runadvisor.domain.units import pace_s_per_km
from runadvisor.gui.day_line import day_line, day_word
from runadvisor.gui.import_words import counted
from runadvisor.gui.pages.standing_card import StandingCard
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.chart_view import ChartView
from runadvisor.gui.widgets.evidence import TierMark
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.limit_bar import LimitBar
from runadvisor.gui.widgets.page import Page, clear
from runadvisor.gui.widgets.stop_card import StopCard
from runadvisor.gui.widgets.week_strip import WeekStrip
from runadvisor.language import _

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.domain.plan import PlannedDay
    from runadvisor.gui.workspace import Workspace

CARD_PX = 152
SIDE_PX = 320
CHART_PX = 200
WEEKS_OFFERED = (26, 52, 104)


class OverviewPage(Page):
    """Five seconds: am I all right, why, what today, what next."""

    key = "overview"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self.set_heading("Overview", "Opening your history …")
        self.stop = StopCard()
        self.standing = StandingCard(workspace)
        self.standing.plan_wanted.connect(lambda: self.go_to.emit("plan"))
        self.standing.why_wanted.connect(self.warning_wanted)
        self._today = Card("Today")
        self._week = Card("This week", " ")
        self._long = Card("Next long run", " ")
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for card in (self._today, self._week, self._long):
            card.setMinimumHeight(CARD_PX)
            cards.addWidget(card, 1)
        self._fill_cards()
        self._chart = ChartView(workspace, height_px=CHART_PX, name="Weekly load")
        self._chart.run_wanted.connect(self.run_wanted)
        self._chart.week_wanted.connect(self.week_wanted)
        self._weeks = Choice(
            [(weeks, f"{weeks} weeks") for weeks in WEEKS_OFFERED], name="Weeks shown", small=True
        )
        self._weeks.currentIndexChanged.connect(lambda _at: self._draw_chart())
        self._last = Card("Last run", " ")
        self._also = Card("Also standing")
        self._last_rows = QVBoxLayout()
        self._also_rows = QVBoxLayout()
        self._last.body.addLayout(self._last_rows)
        self._last.body.addStretch()
        self._also.body.addLayout(self._also_rows)
        self._also.body.addStretch()
        self.content.addWidget(self.stop)
        self.content.addWidget(self.standing)
        self.content.addLayout(cards)
        self.content.addLayout(self._lower(), 1)
        self._advice: Advice | None = None
        self._set_shown(shown=False)

    def show_advice(self, advice: Advice) -> None:
        """Show the day of the advice."""
        self._advice = advice
        runs = [activity for activity in advice.activities if activity.is_run]
        self.set_heading(wording.long_day(advice.as_of), _since(advice))
        self.stop.show_stop(advice.plan.stopped)
        if not runs or advice.plan.stopped is not None:
            self._set_shown(shown=False)
            return
        self.standing.show_advice(advice)
        self._show_today(advice)
        self._show_week(advice)
        self._show_long(advice)
        self._show_last(advice)
        self._show_also(advice)
        self._draw_chart()
        self._set_shown(shown=True)

    def _set_shown(self, *, shown: bool) -> None:
        for card in (self.standing, self._today, self._week, self._long, self._load, self._last):
            card.setVisible(shown)
        self._also.setVisible(shown)

    def _fill_cards(self) -> None:
        self._today_title = Label(size=18, weight=600, wrap=True)
        self._today_reason = Label(size=13, tone="muted", wrap=True)
        self._today_next = Label(size=13, wrap=True)
        for label in (self._today_title, self._today_reason, self._today_next):
            self._today.body.addWidget(label)
        self._today.body.addStretch()
        self._week_number, week_row = _big_number()
        self._week_words = week_row
        self._strip = WeekStrip()
        self._week.body.addLayout(_in_a_row(self._week_number, self._week_words))
        self._week.body.addStretch()
        self._week.body.addWidget(self._strip)
        self._long_number, self._long_words = _big_number()
        self._bar = LimitBar()
        self._long.body.addLayout(_in_a_row(self._long_number, self._long_words))
        self._long.body.addStretch()
        self._long.body.addWidget(self._bar)

    def _lower(self) -> QHBoxLayout:
        self._load = Card(padding=(20, 14))
        top = QHBoxLayout()
        top.addWidget(
            Label(
                _("Weekly load, {unit}").format(unit=wording.distance_unit()), size=16, weight=600
            )
        )
        top.addStretch()
        top.addWidget(self._weeks)
        self._load.body.addLayout(top)
        self._load.body.addWidget(self._chart, 1)
        side = QVBoxLayout()
        side.setSpacing(16)
        side.addWidget(self._last)
        side.addWidget(self._also, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._load, 1)
        row.addLayout(side)
        self._last.setFixedWidth(scaled(SIDE_PX))
        self._also.setFixedWidth(scaled(SIDE_PX))
        return row

    def _show_today(self, advice: Advice) -> None:
        plan = advice.plan
        first = plan.days[0]
        if first.date == advice.as_of:
            self._today_title.setText(day_line(first))
            self._today_reason.setText(wording.sentence(first.reason))
            coming = plan.days[1:]
        else:
            done_m = sum(run.distance_m for run in advice.load.sessions if run.date == advice.as_of)
            self._today_title.setText(f"{wording.distance(done_m)} done")
            self._today_reason.setText("Nothing more to run today.")
            coming = plan.days
        following = next((day for day in coming if day.kind.is_run), None)
        blocks = [block.title for block in first.blocks] if first.date == advice.as_of else []
        parts = [f"With it: {', '.join(blocks)}."] if blocks else []
        if following is not None:
            parts.append(f"Next run: {_when(following, advice)}, {day_line(following)}.")
        self._today_next.setText("\n".join(parts))

    def _show_week(self, advice: Advice) -> None:
        from runadvisor.charts.usual_week import usual_week_m, usual_week_words  # noqa: PLC0415 - start-up time

        start = week_start(advice.as_of)
        done_m = sum(run.distance_m for run in advice.load.sessions if run.date >= start)
        planned = {day.date: day for day in advice.plan.days}
        week = list(days(start, start + timedelta(days=DAYS_PER_WEEK)))
        to_come_m = sum(planned[day].distance_m or 0 for day in week if day in planned)
        usual_m = usual_week_m(advice.load)
        self._week.set_note(f"usual {usual_week_words(usual_m)}" if usual_m else "")
        self._week_number.setText(wording.kilometres(done_m))
        self._week_words.setText(f"of {wording.distance(done_m + to_come_m)} planned")
        ran = {run.date: run.distance_m for run in advice.load.sessions if run.date >= start}
        words = [
            (day, wording.kilometres(ran[day]) if day in ran else _word(planned.get(day)))
            for day in week
        ]
        self._strip.show_days(words, advice.as_of)

    def _show_long(self, advice: Advice) -> None:
        plan_days = advice.plan.days
        runs = [day for day in plan_days if day.kind.is_run and day.distance_m]
        long_run = next((day for day in runs if day.kind is DayKind.LONG), None)
        shown = long_run or next(iter(runs), None)
        self._long.set_label("Next long run" if long_run or not runs else "Next run")
        if shown is None or shown.limit_m is None:
            self._long.set_note("")
            self._long_number.setText("–")
            self._long_words.setText("no run planned")
            self._bar.hide()
            return
        self._bar.show()
        self._long.set_note(wording.long_day(shown.date))
        self._long_number.setText(wording.kilometres(shown.distance_m))
        self._long_words.setText(
            _("{unit} planned, limit {limit}").format(
                unit=wording.distance_unit(), limit=wording.kilometres_at_most(shown.limit_m)
            )
        )
        self._bar.show_distance(shown.distance_m or 0, shown.limit_m)

    def _show_last(self, advice: Advice) -> None:
        clear(self._last_rows)
        runs = [activity for activity in advice.activities if activity.is_run]
        last = runs[-1]
        self._last.set_note(wording.long_day(last.local_date))
        rows = [("Distance", wording.distance(last.distance_m))]
        rows.append(("Moving time", wording.duration(last.moving_time_s)))
        if last.distance_m and last.moving_time_s:
            rows.append(("Pace", wording.pace(pace_s_per_km(last.distance_m, last.moving_time_s))))
        if last.average_heart_rate_bpm:
            rows.append(("Heart rate", f"{last.average_heart_rate_bpm:.0f} bpm"))
        for number, (name, value) in enumerate(rows):
            if number:
                self._last_rows.addWidget(hairline())
            row = QHBoxLayout()
            row.addWidget(Label(name, tone="muted"))
            row.addStretch()
            row.addWidget(Label(value, weight=600, tabular=True))
            self._last_rows.addLayout(row)

    def _show_also(self, advice: Advice) -> None:
        clear(self._also_rows)
        standing = advice.in_sight
        strongest = standing[0] if standing else None
        on_top = strongest is not None and strongest.tier > 1
        others = standing[1:] if on_top else standing
        if not others:
            self._also_rows.addWidget(
                Label(
                    "Nothing else. Warnings and their reasons are kept under Warnings.",
                    tone="muted",
                    wrap=True,
                )
            )
        for warning in others[:2]:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(TierMark(warning.tier, 14), alignment=Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(Label(wording.sentence(warning.title), size=14, weight=600))
            words.addWidget(Label(wording.sentence(warning.message), tone="muted", wrap=True))
            row.addLayout(words, 1)
            self._also_rows.addLayout(row)
        link = Button("All warnings", role="quiet", small=True)
        link.clicked.connect(lambda: self.go_to.emit("warnings"))
        self._also_rows.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)

    def _draw_chart(self) -> None:
        advice = self._advice
        if advice is None:
            return
        weeks = self._weeks.currentData()

        def make(palette, size_px, dpi, span):  # noqa: ANN001, ANN202 - MakeSpan says it
            from runadvisor.charts.weekly_load import weekly_load_chart  # noqa: PLC0415 - start-up time

            return weekly_load_chart(
                advice, palette=palette, weeks=weeks, span=span, size_px=size_px, dpi=dpi
            )

        def summary() -> str:
            from runadvisor.charts.weekly_load import weekly_load_summary  # noqa: PLC0415 - as above

            return weekly_load_summary(advice, weeks=weeks)

        self._chart.show_along(make, "")
        self.workspace.run(summary, self._chart.set_summary, owner=self._chart)


def _since(advice: Advice) -> str:
    runs = [activity for activity in advice.activities if activity.is_run]
    if not runs:
        return "No runs yet"
    last = runs[-1]
    ago = (advice.as_of - last.local_date).days
    when = (
        wording.weekday(last.local_date)
        if ago < DAYS_PER_WEEK
        else wording.full_day(last.local_date)
    )
    return (
        f"{counted(len(runs), 'run', 'runs')} since {runs[0].local_date.year} · "
        f"last run {'today' if ago == 0 else when}, {wording.distance(last.distance_m)}"
    )


def _when(day: PlannedDay, advice: Advice) -> str:
    return "tomorrow" if (day.date - advice.as_of).days == 1 else wording.weekday(day.date)


def _word(day: PlannedDay | None) -> str:
    return "" if day is None else day_word(day)


def _big_number() -> tuple[Label, Label]:
    return Label(size=32, weight=600, tabular=True), Label(size=16, tone="muted")


def _in_a_row(number: Label, words: Label) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(number, alignment=Qt.AlignmentFlag.AlignBottom)
    words.setContentsMargins(0, 0, 0, 5)
    row.addWidget(words, alignment=Qt.AlignmentFlag.AlignBottom)
    row.addStretch()
    return row
