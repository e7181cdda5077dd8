"""One tissue over twelve weeks against the runner's own usual: small, and without alarm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from runadvisor.charts.canvas import POINT, Canvas, Margins
from runadvisor.charts.reading import Chart, Mark, chart
from runadvisor.charts.table import Column, Table
from runadvisor.charts.tissue_words import LEAST_ABOVE, MOST_SAID, share_words
from runadvisor.domain.text import N_, Message
from runadvisor.training_load.tissue_trends import SHOWN_WEEKS
from runadvisor.wording import number, percent, sentence

if TYPE_CHECKING:
    from runadvisor.charts.palette import Palette
    from runadvisor.training_load.tissue_trends import TissueTrend

LOWEST, HIGHEST = 0.5, 1.5
"""Of the middle of the usual; all tissues on one scale. What lies beyond is drawn at the edge."""
_MARGINS = Margins(left=2, top=8, right=8, bottom=6)
_DOT_PX = 6.0


def tissue_chart(
    trend: TissueTrend,
    *,
    palette: Palette,
    size_px: tuple[int, int] = (164, 96),
    dpi: float = 100,
) -> Chart:
    """Draw twelve sevens of days; the last one in the spike colour where it is above the usual.

    Args:
        trend: The tissue.
        palette: What to paint with.
        size_px: Logical pixels; see ``canvas``.
        dpi: Device pixels per 100 logical ones.
    """
    canvas = Canvas(palette, _MARGINS, size_px=size_px, dpi=dpi)
    canvas.axes.grid(visible=False)
    canvas.axes.set_yticks([])
    canvas.axes.set_xticks([])
    if trend.usual is None or sum(trend.usual) <= 0:
        # The words under it say why there is nothing to see.
        canvas.axes.set_axis_off()
        return Chart(figure=canvas.figure)
    middle = sum(trend.usual) / 2
    canvas.set_range(x=(0, SHOWN_WEEKS - 1), y=(LOWEST, HIGHEST))
    band = canvas.axes.axhspan(
        *(edge / middle for edge in trend.usual), facecolor=palette.usual, linewidth=0, zorder=0.5
    )
    band.set_gid("usual")
    known = [np.nan if week is None else week / middle for week in trend.weeks]
    shares = np.clip(known, LOWEST, HIGHEST)
    (line,) = canvas.axes.plot(
        range(SHOWN_WEEKS), shares, color=palette.run, linewidth=1.6 * POINT, clip_on=False
    )
    line.set_gid("weeks")
    above = trend.above_usual
    (dot,) = canvas.axes.plot(
        [SHOWN_WEEKS - 1],
        [shares[-1]],
        marker="o",
        markersize=_DOT_PX * POINT,
        markeredgewidth=0,
        color=palette.spike if above is not None and above >= LEAST_ABOVE else palette.run,
        clip_on=False,
        zorder=4,
    )
    dot.set_gid("last-week")
    return chart(canvas, _marks(trend, middle), table=_table(trend, middle))


def _table(trend: TissueTrend, middle: float) -> Table:
    columns = (
        Column(heading=N_("Weeks before"), name="weeks_before", word=number),
        Column(heading=N_("Share of the middle of your usual"), name="share_percent", word=percent),
    )
    return Table(
        columns,
        tuple(
            (SHOWN_WEEKS - 1 - place, None if week is None else week / middle * 100)
            for place, week in enumerate(trend.weeks)
        ),
    )


def _marks(trend: TissueTrend, middle: float) -> list[Mark]:
    template = N_("{back}: {share} the middle of your usual")
    marks: list[Mark] = []
    for place, week in enumerate(trend.weeks):
        back = SHOWN_WEEKS - 1 - place
        if week is None:
            continue
        when = N_("last 7 days") if back == 0 else N_("{weeks} weeks before")
        said = sentence(Message(when, {"weeks": back}))
        is_far = week > (1 + MOST_SAID) * middle
        share = N_("more than twice") if is_far else share_words(week / middle)
        words = sentence(Message(template, {"back": said, "share": share}))
        marks.append(Mark(float(place), words))
    return marks
