"""Weeks as bars: every run a part of its bar, runs over their limit marked."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from runadvisor.charts.canvas import (
    BAR_SHARE,
    GAP_PX,
    TICK_PX,
    Bar,
    Canvas,
    Margins,
    text_width_px,
)
from runadvisor.charts.day_axis import SHORTEST_DAYS, whole_span
from runadvisor.charts.month_ticks import month_ticks
from runadvisor.charts.pain_line import draw_pain, worst_pain
from runadvisor.charts.reading import Chart, chart
from runadvisor.charts.shown_weeks import WEEK, ShownWeek, shown_weeks
from runadvisor.charts.span import Span, day_span
from runadvisor.charts.spikes import spike_tiers
from runadvisor.charts.usual_week import usual_week, usual_words
from runadvisor.charts.week_legend import draw_legend
from runadvisor.charts.week_measure import (
    TITLES,
    WEEKLY_COLUMNS,
    WORDS,
    WeekMeasure,
    per_tick,
)
from runadvisor.charts.week_words import week_marks, week_table
from runadvisor.domain.calendar import DAYS_PER_WEEK, ONE_DAY
from runadvisor.domain.text import N_, Message
from runadvisor.wording import (
    distance,
    long_day_range,
    sentence,
    tier_word,
    weekday_day,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.figure import Figure

    from runadvisor.advisor import Advice
    from runadvisor.charts.palette import Palette
    from runadvisor.domain.activity import Activity
    from runadvisor.domain.warning import Tier

FEWEST_WEEKS = 8
"""A short history still gets bars of a natural width."""
_WEEK = timedelta(days=DAYS_PER_WEEK)
_MARGINS = Margins(left=34, top=8, right=4, bottom=52)
_PAIN_MARGINS = Margins(left=34, top=8, right=4, bottom=74)
_LEGEND_PX, _PAIN_LEGEND_PX = 38.0, 60.0
_MARKER_ROOM_PX = 22.0
_LABEL_ROOM_PX = 18.0
_NO_RUNS = N_("No runs yet. Import your runs, and your weeks appear here.")
_NONE_LATELY = N_("No runs in these {weeks} weeks.")


def weekly_load_figure(
    advice: Advice,
    *,
    palette: Palette,
    weeks: int | None = 26,
    size_px: tuple[int, int] = (760, 340),
    dpi: float = 100,
) -> Figure:
    """Draw the kilometres of weeks; see ``weekly_load_chart``."""
    return weekly_load_chart(advice, palette=palette, weeks=weeks, size_px=size_px, dpi=dpi).figure


def weekly_load_chart(
    advice: Advice,
    *,
    palette: Palette,
    measure: WeekMeasure = WeekMeasure.DISTANCE,
    weeks: int | None = 26,
    span: Span | None = None,
    size_px: tuple[int, int] = (760, 340),
    dpi: float = 100,
) -> Chart:
    """Draw the weeks up to the one of the advice, and what is planned of this and the next.

    Only kilometres are planned; pain of the diary lies on a line below the weeks.

    Args:
        advice: Runs, spikes, plan and diary.
        palette: What to paint with.
        measure: What a run adds to its bar.
        weeks: How many, the current one included; ``None`` for all.
        span: The days shown instead, by their ordinals; their weeks are shown whole.
        size_px: Logical pixels; see ``canvas``.
        dpi: Device pixels per 100 logical ones.
    """
    shown = shown_weeks(advice, weeks, measure, span)
    pain = worst_pain(advice, [week.start for week in shown])
    canvas = Canvas(palette, _PAIN_MARGINS if pain else _MARGINS, size_px=size_px, dpi=dpi)
    if not any(week.runs for week in shown):
        return Chart(figure=canvas.say(_nothing(advice, weeks)))
    unit = per_tick(measure)
    usual = usual_week(advice.load, WEEKLY_COLUMNS[measure])
    highest = max(*(week.top for week in shown), usual[1] if usual else 0)
    end = canvas.round_ticks(highest / unit, room_px=_MARKER_ROOM_PX)
    canvas.set_range(x=(-0.5, len(shown) - 0.5), y=(0, end))
    ticks = month_ticks([week.start for week in shown], step_px=canvas.width_px / len(shown))
    canvas.axes.set_xticks([tick.at for tick in ticks], [tick.label for tick in ticks])
    if usual is not None:
        _draw_usual(canvas, shown, usual, measure)
    tiers = spike_tiers(advice)
    _draw_runs(canvas, shown, tiers, unit)
    _draw_planned(canvas, shown, unit)
    draw_pain(canvas, pain)
    over = [run for week in shown for run, _ in week.runs if _is_in(run, tiers)]
    draw_legend(
        canvas,
        tiers={tiers[run.activity_id] for run in over},
        has_planned=any(week.planned for week in shown),
        below_px=_PAIN_LEGEND_PX if pain else _LEGEND_PX,
    )
    return chart(
        canvas,
        week_marks(shown, tiers, pain, measure),
        span=day_span(shown[0].start, shown[-1].start + WEEK - ONE_DAY),
        whole=_whole(advice, shown),
        shortest=SHORTEST_DAYS,
        table=week_table(shown, tiers, pain, measure),
    )


def weekly_load_summary(
    advice: Advice,
    *,
    measure: WeekMeasure = WeekMeasure.DISTANCE,
    weeks: int | None = 26,
) -> str:
    """Return what the chart shows, for those who do not see it."""
    shown = shown_weeks(advice, weeks, measure)
    done = [week for week in shown if week.runs]
    if not done:
        return _nothing(advice, weeks)
    word = WORDS[measure]
    now = next(week for week in shown if week.start == advice.load.week_of(advice.as_of))
    past = [week.done for week in shown if week.start < now.start] or [now.done]
    parts = [
        Message(
            N_("{title}, {period}: {least} to {most}."),
            {
                "title": TITLES[measure],
                "period": long_day_range(shown[0].start, advice.as_of),
                "least": word(min(past)),
                "most": word(max(past)),
            },
        )
    ]
    usual = usual_week(advice.load, WEEKLY_COLUMNS[measure])
    if usual is not None:
        words = usual_words(usual, measure)
        parts.append(Message(N_("Your usual week is {usual}."), {"usual": words}))
    if measure is WeekMeasure.DISTANCE:
        template = N_("This week: {done} done, {planned} more planned.")
    else:
        template = N_("This week: {done}.")
    parts.append(Message(template, {"done": word(now.done), "planned": word(now.planned)}))
    tiers = spike_tiers(advice)
    over = [run for week in shown for run, _ in week.runs if _is_in(run, tiers)]
    if over:
        named = "; ".join(
            f"{distance(run.distance_m)} on {weekday_day(run.local_date)}"
            f" ({tier_word(tiers[run.activity_id]).lower()})"
            for run in over
        )
        parts.append(Message(N_("Over their limit: {runs}."), {"runs": named}))
    else:
        parts.append(Message(N_("No run was over its limit.")))
    return " ".join(sentence(part) for part in parts)


def _whole(advice: Advice, shown: Sequence[ShownWeek]) -> Span:
    """Return from the first week to the last that could be shown, the planned one included."""
    begun, last = whole_span(advice), shown[-1].start + WEEK - ONE_DAY
    this_week = advice.load.week_of(advice.as_of) + WEEK - ONE_DAY
    return Span(begun.low, max(last, this_week).toordinal())


def _nothing(advice: Advice, weeks: int | None) -> str:
    if weeks is not None and any(activity.is_run for activity in advice.activities):
        return sentence(Message(_NONE_LATELY, {"weeks": weeks}))
    return sentence(Message(_NO_RUNS))


def _is_in(run: Activity, tiers: Mapping[int, Tier]) -> bool:
    return run.activity_id in tiers


def _draw_runs(
    canvas: Canvas, weeks: Sequence[ShownWeek], tiers: Mapping[int, Tier], unit: float
) -> None:
    usual, over = [], []
    for place, week in enumerate(weeks):
        bottom = 0.0
        for run, amount in week.runs:
            top = bottom + amount / unit
            # The gap is taken from the run above it, so that the bar's top stays true.
            lifted = canvas.y_per_px * (GAP_PX if bottom else 0)
            part = Bar(center=place, bottom=min(bottom + lifted, top), top=top, width=BAR_SHARE)
            (over if _is_in(run, tiers) else usual).append(part)
            bottom = top
        marked = [tiers[run.activity_id] for run, _ in week.runs if _is_in(run, tiers)]
        if marked:
            canvas.tier_shape(max(marked), place, week.done / unit + 10 * canvas.y_per_px)
    canvas.bars(usual, color=canvas.palette.run, gid="runs")
    canvas.bars(over, color=canvas.palette.spike, gid="spikes")


def _draw_planned(canvas: Canvas, weeks: Sequence[ShownWeek], unit: float) -> None:
    planned = [
        Bar(center=place, bottom=week.done / unit, top=week.top / unit, width=BAR_SHARE)
        for place, week in enumerate(weeks)
        if week.planned
    ]
    canvas.outlined_bars(planned, edge=canvas.palette.muted, fill="none", gid="planned")


def _draw_usual(
    canvas: Canvas, weeks: Sequence[ShownWeek], usual: tuple[float, float], measure: WeekMeasure
) -> None:
    unit = per_tick(measure)
    low, high = (amount / unit for amount in usual)
    band = canvas.axes.axhspan(low, high, facecolor=canvas.palette.usual, linewidth=0, zorder=0.5)
    band.set_gid("usual-week")
    words = sentence(Message(N_("your usual week {usual}"), {"usual": usual_words(usual, measure)}))
    label_px = text_width_px(words, TICK_PX)
    columns = ceil(label_px / canvas.width_px * len(weeks))
    room = _LABEL_ROOM_PX * canvas.y_per_px * unit
    # Where no bar stands in its way; else at the left, above the bars there.
    places = range(max(len(weeks) - columns, 0) + 1)
    tallest = [max(week.top for week in weeks[at : at + columns]) for at in places]
    at = next((at for at in places if tallest[at] <= usual[1]), 0)
    above = max(usual[1], tallest[at] if tallest[at] + room > usual[1] else 0)
    canvas.write(
        words,
        (at - BAR_SHARE / 2, above / unit),
        offset_px=(0, 4),
        align=("left", "bottom"),
    )
