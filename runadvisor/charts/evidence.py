"""The small chart beside a warning: this run among 30 days, this week among others, or the pain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runadvisor.charts.canvas import BAR_SHARE, Bar, Canvas, Margins, bar_of
from runadvisor.charts.spike import spike_figure
from runadvisor.domain.calendar import DAYS_PER_WEEK, week_start
from runadvisor.warning.evidence_kind import EvidenceKind
from runadvisor.wording import short_day, unit_metres

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from runadvisor.advisor import Advice
    from runadvisor.charts.palette import Palette
    from runadvisor.domain.warning import TrainingWarning

WEEKS, CREEP_WEEKS = 9, 17
"""The week and those it is compared with, and some air."""
PAIN_DAYS = 28
MOST_PAIN = 10
_MARGINS = Margins(left=34, top=10, right=16, bottom=24)
_ROOM_PX = 12.0
_LEAST_BAR = 0.15
"""A score of 0 was entered too: it leaves a trace."""


def evidence_figure(
    advice: Advice,
    warning: TrainingWarning,
    kind: EvidenceKind,
    *,
    palette: Palette,
    size_px: tuple[int, int],
    dpi: float,
) -> Figure:
    """Draw what a warning rests on.

    Args:
        advice: The runs and the diary.
        warning: The warning.
        kind: What to draw, by ``evidence_kind``.
        palette: What to paint with.
        size_px: Logical pixels; see ``canvas``.
        dpi: Device pixels per 100 logical ones.
    """
    if kind is EvidenceKind.RUN or kind is EvidenceKind.DAYS:
        on_day = replace(warning, date=_last_day(advice, warning, kind))
        return spike_figure(advice, on_day, palette=palette, size_px=size_px, dpi=dpi)
    canvas = Canvas(palette, _MARGINS, size_px=size_px, dpi=dpi)
    draw = _draw_weeks if kind is EvidenceKind.WEEKS else _draw_pain
    draw(canvas, advice, warning)
    return canvas.figure


def _last_day(advice: Advice, warning: TrainingWarning, kind: EvidenceKind) -> date:
    """Return the day the chart ends on: that of the run, or the last of the days counted."""
    if kind is EvidenceKind.RUN:
        return warning.date
    counted_to = warning.values.get("to_date")
    if isinstance(counted_to, date):
        return counted_to
    return advice.as_of if warning.stands_on(advice.as_of) else warning.date


def _weeks(advice: Advice, warning: TrainingWarning) -> list[tuple[date, float]]:
    """Return Mondays and metres of the week of a warning and of those before it."""
    count = CREEP_WEEKS if warning.code in {"slow-creep", "strain-high"} else WEEKS
    this_week = week_start(warning.date)
    mondays = [this_week - timedelta(days=DAYS_PER_WEEK * back) for back in range(count)][::-1]
    metres = dict.fromkeys(mondays, 0.0)
    for session in advice.load.sessions:
        monday = week_start(session.date)
        if monday in metres:
            metres[monday] += session.distance_m
    return list(metres.items())


def _draw_weeks(canvas: Canvas, advice: Advice, warning: TrainingWarning) -> None:
    weeks = _weeks(advice, warning)
    highest_km = max(metres for _monday, metres in weeks) / unit_metres()
    end = canvas.kilometre_ticks(highest_km, room_px=_ROOM_PX)
    canvas.set_range(x=(-0.6, len(weeks) - 0.4), y=(0, end))
    bars = [bar_of(place, 0, metres) for place, (_monday, metres) in enumerate(weeks)]
    canvas.bars(bars[:-1], color=canvas.palette.context, gid="weeks")
    canvas.bars(bars[-1:], color=canvas.palette.spike, gid="this-week")
    step = 2 if len(weeks) <= WEEKS else 4
    named = range(len(weeks) - 1, -1, -step)
    canvas.axes.set_xticks(list(named), [short_day(weeks[place][0]) for place in named])


def _pain(advice: Advice, warning: TrainingWarning) -> dict[date, int]:
    """Return the worst score of each day at the spot of a warning, as known on its last day."""
    last = advice.as_of if warning.stands_on(advice.as_of) else warning.date
    spot = str(warning.values["spot"])
    worst: dict[date, int] = {}
    for entry in advice.diary.pain:
        is_here = spot in {each.key for each in entry.spots}
        if entry.worst is not None and is_here and entry.date <= last:
            worst[entry.date] = max(worst.get(entry.date, 0), entry.worst)
    return worst


def _draw_pain(canvas: Canvas, advice: Advice, warning: TrainingWarning) -> None:
    """Draw the four weeks up to the last entry: a stop may stand long after it."""
    worst = _pain(advice, warning)
    first = max(worst, default=warning.date) - timedelta(days=PAIN_DAYS - 1)
    canvas.axes.set_yticks([0, 5, MOST_PAIN])
    canvas.set_range(x=(-0.6, PAIN_DAYS - 0.4), y=(0, MOST_PAIN))
    bars = [
        Bar(center=(day - first).days, bottom=0, top=max(score, _LEAST_BAR), width=BAR_SHARE)
        for day, score in worst.items()
        if day >= first
    ]
    canvas.bars(bars, color=canvas.palette.spike, gid="pain")
    named = range(PAIN_DAYS - 1, -1, -DAYS_PER_WEEK)
    names = [short_day(first + timedelta(days=place)) for place in named]
    canvas.axes.set_xticks(list(named), names)
