"""Acute and chronic running load: two grey lines, shown and never judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from runadvisor.charts.canvas import LABEL_PX, POINT, Canvas, Margins
from runadvisor.charts.day_axis import SHORTEST_DAYS, day_range, day_ticks, whole_span
from runadvisor.charts.reading import Chart, Mark, chart
from runadvisor.charts.span import Span, day_span
from runadvisor.charts.table import Column, Table
from runadvisor.domain.text import N_, Message
from runadvisor.wording import long_day, number, sentence, weekday_day

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.advisor import Advice
    from runadvisor.charts.palette import Palette

_MARGINS = Margins(left=42, top=10, right=78, bottom=24)
_ROOM_PX = 8.0
_APART_PX = 16.0
_SHORT = N_("Four weeks of history come first: then the last week can be set against them.")
ACUTE, CHRONIC = "running_acute_load", "running_chronic_load"


def acute_chronic_chart(
    advice: Advice,
    *,
    palette: Palette,
    weeks: int | None = 26,
    span: Span | None = None,
    size_px: tuple[int, int] = (1100, 180),
    dpi: float = 100,
) -> Chart:
    """Draw the load of the last 7 and the last 28 days, both per week, day by day.

    Grey on purpose: in runners no ratio of the two is known to be safe or unsafe.

    Args:
        advice: The load series.
        palette: What to paint with.
        weeks: How many, the current one included; ``None`` for all.
        span: The days shown instead, by their ordinals.
        size_px: Logical pixels; see ``canvas``.
        dpi: Device pixels per 100 logical ones.
    """
    canvas = Canvas(palette, _MARGINS, size_px=size_px, dpi=dpi)
    first, last = day_range(advice, weeks, span)
    shown = _shown(advice, first, last)
    if shown is None:
        return Chart(figure=canvas.say(sentence(Message(_SHORT))))
    highest = float(np.nanmax(shown.to_numpy()))
    end = canvas.round_ticks(highest, room_px=_ROOM_PX)
    canvas.set_range(x=(-0.5, (last - first).days + 0.5), y=(0, end))
    ticks = day_ticks(first, last, px_per_day=1 / canvas.x_per_px)
    canvas.axes.set_xticks([at for at, _ in ticks], [label for _, label in ticks])
    days = [(stamp.date() - first).days for stamp in shown.index]
    lines = ((ACUTE, 1.1, N_("last week")), (CHRONIC, 2.2, N_("four weeks")))
    for column, width_px, _ in lines:
        (drawn,) = canvas.axes.plot(
            days, shown[column], color=palette.muted, linewidth=width_px * POINT, zorder=3
        )
        drawn.set_gid(column)
    _label(canvas, shown, days[-1], lines)
    return chart(
        canvas,
        _marks(advice, shown, first),
        span=day_span(first, last),
        whole=whole_span(advice),
        shortest=SHORTEST_DAYS,
        table=_table(shown),
    )


def acute_chronic_summary(advice: Advice, *, weeks: int | None = 26) -> str:
    """Return what the chart shows, for those who do not see it."""
    shown = _shown(advice, *day_range(advice, weeks))
    if shown is None:
        return sentence(Message(_SHORT))
    last = shown.iloc[-1]
    template = N_(
        "Running load of the last 7 days up to {day}: {acute}; of the last 28, per week: {chronic}."
    )
    values = {
        "day": long_day(advice.as_of),
        "acute": _said(last[ACUTE]),
        "chronic": _said(last[CHRONIC]),
    }
    return sentence(Message(template, values))


def _shown(advice: Advice, first: date, last: date) -> pd.DataFrame | None:
    """Return the two columns per week between two days; ``None`` while none is known."""
    daily = advice.load.daily
    if daily.empty:
        return None
    shown = daily.loc[pd.Timestamp(first) : pd.Timestamp(last), [ACUTE, CHRONIC]] * 7
    return None if shown[CHRONIC].isna().all() else shown


def _label(
    canvas: Canvas,
    shown: pd.DataFrame,
    at: int,
    lines: tuple[tuple[str, float, str], ...],
) -> None:
    """Write the names at the ends of the lines, apart where the lines meet."""
    ends = sorted(
        (float(np.nan_to_num(shown[column].iloc[-1])), words) for column, _, words in lines
    )
    lift = max(0.0, _APART_PX - (ends[1][0] - ends[0][0]) / canvas.y_per_px) / 2
    for (value, words), move in zip(ends, (-lift, lift), strict=True):
        canvas.write(sentence(Message(words)), (at + 0.5, value), offset_px=(6, move), px=LABEL_PX)


def _table(shown: pd.DataFrame) -> Table:
    columns = (
        Column(heading=N_("Day"), name="date", word=weekday_day),
        Column(heading=N_("Last 7 days"), name="acute_per_week", word=number, decimals=1),
        Column(
            heading=N_("Last 28 days, per week"),
            name="chronic_per_week",
            word=number,
            decimals=1,
        ),
    )
    rows = zip(shown.index, shown[ACUTE].tolist(), shown[CHRONIC].tolist(), strict=True)
    return Table(
        columns,
        tuple(
            (stamp.date(), *(None if np.isnan(load) else load for load in loads))
            for stamp, *loads in rows
        ),
    )


def _marks(advice: Advice, shown: pd.DataFrame, first: date) -> list[Mark]:
    template = N_("{day} · last 7 days {acute} · last 28, per week {chronic}")
    return [
        Mark(
            float((stamp.date() - first).days),
            sentence(
                Message(
                    template,
                    {
                        "day": weekday_day(stamp.date()),
                        "acute": _said(acute),
                        "chronic": _said(chronic),
                    },
                )
            ),
            week=advice.load.week_of(stamp.date()),
        )
        for stamp, acute, chronic in zip(shown.index, shown[ACUTE], shown[CHRONIC], strict=True)
    ]


def _said(value: float) -> str:
    return "–" if np.isnan(value) else number(value)
