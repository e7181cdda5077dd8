"""Pain of the diary under a chart of weeks: a ring per week, wider the stronger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.charts.canvas import POINT
from runadvisor.domain.text import N_, Message
from runadvisor.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runadvisor.advisor import Advice
    from runadvisor.charts.canvas import Canvas

BELOW_PX = 32.0
_SMALLEST_PX, _PX_PER_SCORE = 5.0, 0.8
_STROKE_PX = 1.6


def worst_pain(advice: Advice, weeks: Sequence[date]) -> Mapping[int, int]:
    """Return the strongest pain written down, 1 to 10, by the place of its week."""
    places = {start: place for place, start in enumerate(weeks)}
    worst: dict[int, int] = {}
    for entry in advice.diary.pain:
        place = places.get(advice.load.week_of(entry.date))
        if place is not None and entry.worst:
            worst[place] = max(entry.worst, worst.get(place, 0))
    return worst


def draw_pain(canvas: Canvas, worst: Mapping[int, int]) -> None:
    """Draw the rings on a line of their own; nothing where there is none."""
    if not worst:
        return
    low, _ = canvas.axes.get_ylim()
    left, _ = canvas.axes.get_xlim()
    at = low - BELOW_PX * canvas.y_per_px
    name = sentence(Message(N_("pain")))
    canvas.write(name, (left, at), offset_px=(-6, 0), align=("right", "center"))
    for place, score in worst.items():
        (ring,) = canvas.axes.plot(
            [place],
            [at],
            marker="o",
            markersize=(_SMALLEST_PX + _PX_PER_SCORE * score) * POINT,
            markerfacecolor="none",
            markeredgecolor=canvas.palette.ink,
            markeredgewidth=_STROKE_PX * POINT,
            clip_on=False,
            zorder=4,
        )
        ring.set_gid("pain")
