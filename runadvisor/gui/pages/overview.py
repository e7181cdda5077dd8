"""The overview: am I all right, what today, what this week, what next."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.calendar import DAYS_PER_WEEK, days
from runadvisor.domain.plan import DayKind
from runadvisor.domain.units import pace_s_per_km
from runadvisor.domain.warning import Tier
from runadvisor.gui.day_line import day_line, day_word
from runadvisor.gui.pages.after_run_card import AfterRunCard
from runadvisor.gui.pages.body_summary import BodySummary
from runadvisor.gui.pages.standing_card import StandingCard
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.chart_view import ChartView
from runadvisor.gui.widgets.labels import Label, fact_row, hairline
from runadvisor.gui.widgets.limit_bar import LimitBar
from runadvisor.gui.widgets.page import Page, clear
from runadvisor.gui.widgets.stop_card import StopCard
from runadvisor.gui.widgets.week_strip import WeekStrip
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.advisor import Advice
    from runadvisor.domain.plan import PlannedDay
    from runadvisor.gui.pages.stop_view import StopView
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
        self.set_heading(_("Overview"), _("Opening your history …"))
        self.feel = Button(_("How do I feel?"), icon="plus")
        self.feel.clicked.connect(self.feeling_wanted)
        self.add_action(self.feel)
        self._stop: StopView | None = None
        self.no_plan = StopCard()
        self.after_run = AfterRunCard(workspace)
        self.after_run.signs_wanted.connect(self.signs_wanted)
        self.standing = StandingCard(workspace)
        self.standing.plan_wanted.connect(lambda: self.go_to.emit("plan"))
        self.standing.why_wanted.connect(self.warning_wanted)
        self._today = Card(_("Today"))
        self._week = Card(_("This week"), " ")
        self._long = Card(_("Next long run"), " ")
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for card in (self._today, self._week, self._long):
            card.setMinimumHeight(CARD_PX)
            cards.addWidget(card, 1)
        self._fill_cards()
        self._chart = ChartView(workspace, height_px=CHART_PX, name=_("Weekly load"))
        self._chart.run_wanted.connect(self.run_wanted)
        self._chart.week_wanted.connect(self.week_wanted)
        weeks = [(weeks, _("{number} weeks").format(number=weeks)) for weeks in WEEKS_OFFERED]
        self._weeks = Choice(weeks, name=_("Weeks shown"), small=True)
        self._weeks.currentIndexChanged.connect(lambda _i: self._draw_chart())
        self._last = Card(_("Last run"), " ")
        self._last_rows = QVBoxLayout()
        self._last.body.addLayout(self._last_rows)
        self._last.body.addStretch()
        self.body_card = BodySummary()
        self.body_card.diary_wanted.connect(lambda: self.go_to.emit("body"))
        self.body_card.no_pain_wanted.connect(self.no_pain_wanted)
        for part in (self.no_plan, self.after_run, self.standing):
            self.content.addWidget(part)
        self.content.addLayout(cards)
        self.content.addLayout(self._lower(), 1)
        self._advice: Advice | None = None
        self._set_shown(shown=False)

    @property
    def stop(self) -> StopView:
        """What shows while running is stopped; made when that is first so."""
        if self._stop is None:
            from runadvisor.gui.pages.stop_view import StopView  # noqa: PLC0415 - start-up time

            self._stop = StopView(self.workspace, self)
            self._stop.print_wanted.connect(lambda: self.go_to.emit("print"))
            self._stop.diary_wanted.connect(self.feeling_wanted)
            self.content.insertWidget(self.content.indexOf(self.no_plan), self._stop)
        return self._stop

    def show_advice(self, advice: Advice) -> None:
        """Show the day of the advice, or what to do while running is stopped."""
        self._advice = advice
        runs = [activity for activity in advice.activities if activity.is_run]
        stopped = advice.plan.stopped
        is_stop = stopped is not None and stopped.tier >= Tier.STOP_RUN
        self.set_heading(wording.long_day(advice.as_of), _since(advice))
        if is_stop or self._stop is not None:
            self.stop.show_stop(advice, stopped if is_stop else None)
        self.no_plan.show_stop(None if is_stop else stopped)
        self.set_heading_shown(shown=not is_stop)
        self.after_run.show_advice(advice)
        self.body_card.show_advice(advice)
        if not runs or stopped is not None:
            self._set_shown(shown=False)
            return
        self.standing.show_advice(advice)
        self._show_today(advice)
        self._show_week(advice)
        self._show_long(advice)
        self._show_last(advice)
        self._draw_chart()
        self._set_shown(shown=True)

    def _set_shown(self, *, shown: bool) -> None:
        for card in (self.standing, self._today, self._week, self._long, self._load, self._last):
            card.setVisible(shown)
        self.body_card.setVisible(shown)

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
        self._week_room = Label(size=12, tone="muted", wrap=True)
        self._week.body.addWidget(self._week_room)
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
        side.addWidget(self.body_card, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._load, 1)
        row.addLayout(side)
        self._last.setFixedWidth(scaled(SIDE_PX))
        self.body_card.setFixedWidth(scaled(SIDE_PX))
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
            self._today_title.setText(
                _("{distance} done").format(distance=wording.distance(done_m))
            )
            self._today_reason.setText(_("Nothing more to run today."))
            coming = plan.days
        following = next((day for day in coming if day.kind.is_run), None)
        blocks = [block.title for block in first.blocks] if first.date == advice.as_of else []
        parts = [_("With it: {blocks}.").format(blocks=", ".join(blocks))] if blocks else []
        if following is not None:
            words = _("Next run: {day}, {run}.")
            parts.append(words.format(day=_when(following, advice), run=day_line(following)))
        self._today_next.setText("\n".join(parts))

    def _show_week(self, advice: Advice) -> None:
        from runadvisor.charts.usual_week import usual_week_m, usual_week_words  # noqa: PLC0415 - start-up time

        start = advice.load.week_of(advice.as_of)
        done_m = sum(run.distance_m for run in advice.load.sessions if run.date >= start)
        planned = {day.date: day for day in advice.plan.days}
        week = list(days(start, start + timedelta(days=DAYS_PER_WEEK)))
        to_come_m = sum(planned[day].distance_m or 0 for day in week if day in planned)
        usual_m = usual_week_m(advice.load)
        usual = _("usual {weeks}").format(weeks=usual_week_words(usual_m)) if usual_m else ""
        self._week.set_note(usual)
        self._week_number.setText(wording.bare_distance(done_m))
        planned_words = wording.distance(done_m + to_come_m)
        self._week_words.setText(_("of {distance} planned").format(distance=planned_words))
        self._week_room.setText("\n".join(_room_and_next_week(advice, done_m, usual_m)))
        ran = {run.date: run.distance_m for run in advice.load.sessions if run.date >= start}
        words = [
            (day, wording.bare_distance(ran[day]) if day in ran else _word(planned.get(day)))
            for day in week
        ]
        self._strip.show_days(words, advice.as_of)

    def _show_long(self, advice: Advice) -> None:
        plan_days = advice.plan.days
        runs = [day for day in plan_days if day.kind.is_run and day.distance_m]
        long_run = next((day for day in runs if day.kind is DayKind.LONG), None)
        shown = long_run or next(iter(runs), None)
        self._long.set_label(_("Next long run") if long_run or not runs else _("Next run"))
        if shown is None or shown.limit_m is None:
            self._long.set_note("")
            self._long_number.setText("–")
            self._long_words.setText(_("no run planned"))
            self._bar.hide()
            return
        self._bar.show()
        self._long.set_note(wording.long_day(shown.date))
        self._long_number.setText(wording.bare_distance(shown.distance_m))
        self._long_words.setText(
            _("{unit} planned, limit {limit}").format(
                unit=wording.distance_unit(), limit=wording.bare_at_most(shown.limit_m)
            )
        )
        self._bar.show_distance(shown.distance_m or 0, shown.limit_m)

    def _show_last(self, advice: Advice) -> None:
        clear(self._last_rows)
        runs = [activity for activity in advice.activities if activity.is_run]
        last = runs[-1]
        self._last.set_note(wording.long_day(last.local_date))
        rows = [(_("Distance"), wording.distance(last.distance_m))]
        rows.append((_("Moving time"), wording.duration(last.moving_time_s)))
        if last.distance_m and last.moving_time_s:
            rows.append(
                (_("Pace"), wording.pace(pace_s_per_km(last.distance_m, last.moving_time_s)))
            )
        if last.average_heart_rate_bpm:
            beats = _("{beats} bpm").format(beats=wording.number(last.average_heart_rate_bpm))
            rows.append((_("Heart rate"), beats))
        for number, (name, value) in enumerate(rows):
            if number:
                self._last_rows.addWidget(hairline())
            self._last_rows.addLayout(fact_row(name, value))

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
        return _("No runs yet")
    last = runs[-1]
    ago = (advice.as_of - last.local_date).days
    when = (
        wording.weekday(last.local_date)
        if ago < DAYS_PER_WEEK
        else wording.full_day(last.local_date)
    )
    return ngettext(
        "{number} run since {year} · last run {day}, {distance}",
        "{number} runs since {year} · last run {day}, {distance}",
        len(runs),
    ).format(
        number=len(runs),
        year=runs[0].local_date.year,
        day=_("today") if ago == 0 else when,
        distance=wording.distance(last.distance_m),
    )


def _room_and_next_week(
    advice: Advice, done_m: float, usual_m: tuple[float, float] | None
) -> Iterator[str]:
    """Yield how far the week is from the top of a usual one, and what the next one holds."""
    if usual_m is not None:
        left_m = usual_m[1] - done_m
        words = (
            _("{distance} left to the top of a usual week.")
            if left_m >= 0
            else _("{distance} over the top of a usual week.")
        )
        yield words.format(distance=wording.distance(abs(left_m)))
    first = advice.load.week_of(advice.as_of) + timedelta(days=DAYS_PER_WEEK)
    coming = [
        day
        for day in advice.plan.days
        if first <= day.date < first + timedelta(days=DAYS_PER_WEEK) and day.distance_m
    ]
    if coming:
        longest = max(day.distance_m or 0 for day in coming)
        yield ngettext(
            "Next week: {distance} in {number} run, longest {longest}.",
            "Next week: {distance} in {number} runs, longest {longest}.",
            len(coming),
        ).format(
            distance=wording.distance(sum(day.distance_m or 0 for day in coming)),
            number=len(coming),
            longest=wording.distance(longest),
        )


def _when(day: PlannedDay, advice: Advice) -> str:
    is_tomorrow = (day.date - advice.as_of).days == 1
    return _("tomorrow") if is_tomorrow else wording.weekday(day.date)


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
