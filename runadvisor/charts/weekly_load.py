"""Kilometres per week: every run a part of its bar, runs over their limit marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

from runadvisor.charts.canvas import (
    BAR_SHARE,
    GAP_PX,
    TICK_PX,
    Canvas,
    Margins,
    bar_of,
    text_width_px,
)
from runadvisor.charts.month_ticks import month_ticks
from runadvisor.charts.spikes import spike_tiers
from runadvisor.charts.usual_week import usual_week_m, usual_week_words
from runadvisor.charts.week_legend import draw_legend
from runadvisor.domain.calendar import DAYS_PER_WEEK, week_start
from runadvisor.domain.text import N_, Message
from runadvisor.domain.units import METRES_PER_KILOMETRE
from runadvisor.wording import distance, long_day_range, sentence, tier_word, weekday_day

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
_MARKER_ROOM_PX = 22.0
_LABEL_ROOM_PX = 18.0
_NO_RUNS = N_("No runs yet. Import your runs, and your weeks appear here.")
_NONE_LATELY = N_("No runs in these {weeks} weeks.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Week:
    start: date
    runs: Sequence[Activity]
    planned_m: float

    @property
    def done_m(self) -> float:
        return sum(run.distance_m or 0.0 for run in self.runs)

    @property
    def top_m(self) -> float:
        return self.done_m + self.planned_m


def weekly_load_figure(
    advice: Advice,
    *,
    palette: Palette,
    weeks: int = 26,
    size_px: tuple[int, int] = (760, 340),
    dpi: float = 100,
) -> Figure:
    """Draw the weeks up to the one of the advice, and what is planned of this and the next.

    Args:
        advice: Runs, spikes and plan.
        palette: What to paint with.
        weeks: How many, the current one included.
        size_px: Logical pixels; see ``canvas``.
        dpi: Device pixels per 100 logical ones.
    """
    canvas = Canvas(palette, _MARGINS, size_px=size_px, dpi=dpi)
    shown = _weeks(advice, weeks)
    if not any(week.runs for week in shown):
        return canvas.say(_nothing(advice, weeks))
    usual_m = usual_week_m(advice.load)
    highest_m = max(*(week.top_m for week in shown), usual_m[1] if usual_m else 0)
    end = canvas.kilometre_ticks(highest_m / METRES_PER_KILOMETRE, room_px=_MARKER_ROOM_PX)
    canvas.set_range(x=(-0.5, len(shown) - 0.5), y=(0, end))
    ticks = month_ticks([week.start for week in shown], step_px=canvas.width_px / len(shown))
    canvas.axes.set_xticks([tick.at for tick in ticks], [tick.label for tick in ticks])
    if usual_m is not None:
        _draw_usual(canvas, shown, usual_m)
    tiers = spike_tiers(advice)
    _draw_runs(canvas, shown, tiers)
    _draw_planned(canvas, shown)
    marked = {tiers[run.activity_id] for week in shown for run in week.runs if _is_in(run, tiers)}
    draw_legend(canvas, tiers=marked, has_planned=any(week.planned_m for week in shown))
    return canvas.figure


def weekly_load_summary(advice: Advice, *, weeks: int = 26) -> str:
    """Return what the chart shows, for those who do not see it."""
    shown = _weeks(advice, weeks)
    done = [week for week in shown if week.runs]
    if not done:
        return _nothing(advice, weeks)
    now = next(week for week in shown if week.start == week_start(advice.as_of))
    past = [week.done_m for week in shown if week.start < now.start] or [now.done_m]
    parts = [
        Message(
            N_("Kilometres per week, {period}: {least_m} to {most_m}."),
            {
                "period": long_day_range(shown[0].start, advice.as_of),
                "least_m": min(past),
                "most_m": max(past),
            },
        )
    ]
    usual_m = usual_week_m(advice.load)
    if usual_m is not None:
        parts.append(
            Message(N_("Your usual week is {usual}."), {"usual": usual_week_words(usual_m)})
        )
    parts.append(
        Message(
            N_("This week: {done_m} done, {planned_m} more planned."),
            {"done_m": now.done_m, "planned_m": now.planned_m},
        )
    )
    tiers = spike_tiers(advice)
    over = [run for week in shown for run in week.runs if _is_in(run, tiers)]
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


def _weeks(advice: Advice, weeks: int) -> list[_Week]:
    this_week = week_start(advice.as_of)
    start = this_week - _WEEK * (weeks - 1)
    runs: dict[date, list[Activity]] = {}
    for activity in advice.activities:
        if activity.is_run and activity.distance_m:
            runs.setdefault(week_start(activity.local_date), []).append(activity)
    first = min(runs, default=this_week)
    start = max(start, min(first, this_week - _WEEK * (FEWEST_WEEKS - 1)))
    planned = {week.start: week.planned_m for week in advice.plan.weeks}
    ends = this_week + _WEEK if planned.get(this_week + _WEEK) else this_week
    return [
        _Week(start=monday, runs=runs.get(monday, ()), planned_m=planned.get(monday, 0))
        for monday in (start + _WEEK * i for i in range((ends - start) // _WEEK + 1))
    ]


def _nothing(advice: Advice, weeks: int) -> str:
    if any(activity.is_run for activity in advice.activities):
        return sentence(Message(_NONE_LATELY, {"weeks": weeks}))
    return sentence(Message(_NO_RUNS))


def _is_in(run: Activity, tiers: Mapping[int, Tier]) -> bool:
    return run.activity_id in tiers


def _draw_runs(canvas: Canvas, weeks: Sequence[_Week], tiers: Mapping[int, Tier]) -> None:
    usual, over = [], []
    for place, week in enumerate(weeks):
        bottom_m = 0.0
        for run in week.runs:
            top_m = bottom_m + (run.distance_m or 0.0)
            # The gap is taken from the run above it, so that the bar's top stays true.
            lifted_m = canvas.y_per_px * METRES_PER_KILOMETRE * (GAP_PX if bottom_m else 0)
            part = bar_of(place, min(bottom_m + lifted_m, top_m), top_m)
            (over if _is_in(run, tiers) else usual).append(part)
            bottom_m = top_m
        marked = [tiers[run.activity_id] for run in week.runs if _is_in(run, tiers)]
        if marked:
            top = week.done_m / METRES_PER_KILOMETRE + 10 * canvas.y_per_px
            canvas.tier_shape(max(marked), place, top)
    canvas.bars(usual, color=canvas.palette.run, gid="runs")
    canvas.bars(over, color=canvas.palette.spike, gid="spikes")


def _draw_planned(canvas: Canvas, weeks: Sequence[_Week]) -> None:
    planned = [
        bar_of(place, week.done_m, week.top_m) for place, week in enumerate(weeks) if week.planned_m
    ]
    canvas.outlined_bars(planned, edge=canvas.palette.muted, fill="none", gid="planned")


def _draw_usual(canvas: Canvas, weeks: Sequence[_Week], usual_m: tuple[float, float]) -> None:
    low, high = (metres / METRES_PER_KILOMETRE for metres in usual_m)
    band = canvas.axes.axhspan(low, high, facecolor=canvas.palette.usual, linewidth=0, zorder=0.5)
    band.set_gid("usual-week")
    words = sentence(Message(N_("your usual week {usual}"), {"usual": usual_week_words(usual_m)}))
    label_px = text_width_px(words, TICK_PX)
    columns = ceil(label_px / canvas.width_px * len(weeks))
    room_m = _LABEL_ROOM_PX * canvas.y_per_px * METRES_PER_KILOMETRE
    # Where no bar stands in its way; else at the left, above the bars there.
    places = range(max(len(weeks) - columns, 0) + 1)
    tallest = [max(week.top_m for week in weeks[at : at + columns]) for at in places]
    at = next((at for at in places if tallest[at] <= usual_m[1]), 0)
    above_m = max(usual_m[1], tallest[at] if tallest[at] + room_m > usual_m[1] else 0)
    canvas.write(
        words,
        (at - BAR_SHARE / 2, above_m / METRES_PER_KILOMETRE),
        offset_px=(0, 4),
        align=("left", "bottom"),
    )
