"""Every day of the history as a square: a strip of weeks for each year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.collections import PolyCollection

from runadvisor.charts.calendar_strips import (
    FOOT_PX,
    LEFT_PX,
    cell_px,
    strip_corner,
    strips_abreast,
)
from runadvisor.charts.canvas import LABEL_PX, SEMIBOLD, TICK_PX, Canvas, Margins, text_width_px
from runadvisor.charts.reading import Chart, Mark, chart
from runadvisor.charts.spikes import spike_tiers
from runadvisor.charts.table import Column, Table
from runadvisor.domain.athlete import GapKind
from runadvisor.domain.calendar import DAYS_PER_WEEK, ONE_DAY, days, week_start
from runadvisor.domain.text import N_, Message
from runadvisor.language import ngettext
from runadvisor.wording import distance, month, number, sentence, tier_word, weekday_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runadvisor.advisor import Advice
    from runadvisor.charts.palette import Palette
    from runadvisor.domain.activity import Activity
    from runadvisor.domain.warning import Tier

_FILLED_SHARE = 0.84
_STEPS = 4
"""Shades from a short run to a long one, a quarter of the runner's own runs in each."""
_DOT_SHARE = 0.34
_NOTHING = N_("No runs yet. Import your runs, and every day appears here.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    date: date
    run_m: float
    runs: int
    activity_id: int | None
    """Of the longest run."""
    tier: Tier | None
    """Of a run over its limit."""
    is_recorded: bool


def calendar_chart(
    advice: Advice,
    *,
    palette: Palette,
    size_px: tuple[int, int] = (1100, 300),
    dpi: float = 100,
) -> Chart:
    """Draw the days of all years; darker where more was run, a dot where a run was over its limit.

    Days of a gap that was not rest, or that nobody has explained, have no square.

    Args:
        advice: Runs, warnings and gaps.
        palette: What to paint with.
        size_px: Logical pixels; see ``canvas`` and ``calendar_strips.calendar_height_px``.
        dpi: Device pixels per 100 logical ones.
    """
    canvas = Canvas(palette, Margins(left=0, top=0, right=0, bottom=0), size_px=size_px, dpi=dpi)
    shown = _days(advice)
    if not shown:
        return Chart(figure=canvas.say(sentence(Message(_NOTHING))))
    canvas.axes.set_axis_off()
    width, height = size_px
    # Logical pixels from the top left corner.
    canvas.axes.set_xlim(0, width)
    canvas.axes.set_ylim(height, 0)
    abreast = strips_abreast(width)
    cell = cell_px(width, abreast)
    places = _places(shown, cell, width / abreast, abreast, advice.load.first_weekday)
    edges = _edges(shown)
    colors = [palette.grid, *shades(palette)]
    corners: list[list[tuple[float, float]]] = [[] for _color in colors]
    for day, place in zip(shown, places, strict=True):
        if day.is_recorded or day.runs:
            corners[_step(day.run_m, edges)].append(place)
    for step, (color, at) in enumerate(zip(colors, corners, strict=True)):
        _draw_squares(canvas, at, cell * _FILLED_SHARE, color=color, gid=f"days-{step}")
    over = [p for day, p in zip(shown, places, strict=True) if day.tier is not None]
    inset = cell * (_FILLED_SHARE - _DOT_SHARE) / 2
    dots = [(x + inset, y + inset) for x, y in over]
    _draw_squares(canvas, dots, cell * _DOT_SHARE, color=palette.surface, gid="over-limit")
    _name_strips(canvas, shown, cell, width / abreast, abreast, advice.load.first_weekday)
    _draw_legend(canvas, edges, colors, cell, height, has_over=bool(over))
    marks = [
        Mark(
            x + cell * _FILLED_SHARE / 2,
            _words(day),
            y=y + cell * _FILLED_SHARE / 2,
            activity_id=day.activity_id,
            week=None if day.runs else advice.load.week_of(day.date),
        )
        for day, (x, y) in zip(shown, places, strict=True)
    ]
    return chart(canvas, marks, table=_table(shown))


def calendar_summary(advice: Advice) -> str:
    """Return what the chart shows, for those who do not see it."""
    shown = _days(advice)
    if not shown:
        return sentence(Message(_NOTHING))
    by_year: dict[int, list[_Day]] = {}
    for day in shown:
        by_year.setdefault(day.date.year, []).append(day)
    return " ".join(
        sentence(
            Message(
                N_("{year}: {length} on {days}."),
                {
                    "year": str(year),
                    "length": distance(sum(day.run_m for day in of_year)),
                    "days": _running_days(sum(day.runs > 0 for day in of_year)),
                },
            )
        )
        for year, of_year in by_year.items()
    )


def _running_days(number_of: int) -> str:
    one, many = "{number} day with a run", "{number} days with a run"
    return ngettext(one, many, number_of).format(number=number(number_of))


def _days(advice: Advice) -> list[_Day]:
    runs: dict[date, list[Activity]] = {}
    for activity in advice.activities:
        if activity.is_run:
            runs.setdefault(activity.local_date, []).append(activity)
    if not runs:
        return []
    tiers = spike_tiers(advice)
    unknown = {
        day
        for gap in advice.load.gaps
        if gap.answer is not GapKind.REST
        for day in days(gap.first_day, gap.last_day + ONE_DAY)
    }
    return [
        _day(day, runs.get(day, ()), tiers, is_recorded=day not in unknown)
        for day in days(min(runs), advice.as_of + ONE_DAY)
    ]


def _day(
    day: date, runs: Sequence[Activity], tiers: Mapping[int, Tier], *, is_recorded: bool
) -> _Day:
    longest = max(runs, key=lambda run: run.distance_m or 0, default=None)
    return _Day(
        date=day,
        run_m=sum(run.distance_m or 0 for run in runs),
        runs=len(runs),
        activity_id=None if longest is None else longest.activity_id,
        tier=max((tiers[r.activity_id] for r in runs if r.activity_id in tiers), default=None),
        is_recorded=is_recorded,
    )


def _places(
    shown: Sequence[_Day], cell: float, strip_px: float, abreast: int, first_weekday: int
) -> list[tuple[float, float]]:
    """Return the top left corner of each day; the latest year stands first."""
    last_year = shown[-1].date.year
    places: list[tuple[float, float]] = []
    for day in shown:
        left, top = strip_corner(last_year - day.date.year, cell, strip_px, abreast)
        begins = week_start(day.date, first_weekday)
        column = (begins - week_start(date(day.date.year, 1, 1), first_weekday)).days
        places.append(
            (left + column // DAYS_PER_WEEK * cell, top + (day.date - begins).days * cell)
        )
    return places


def _edges(shown: Sequence[_Day]) -> list[float]:
    """Return the lengths between the shades, metres: quarters of the days with a run."""
    lengths = [day.run_m for day in shown if day.run_m]
    shares = [100 * step / _STEPS for step in range(1, _STEPS)]
    return np.percentile(lengths, shares).tolist() if lengths else []


def _step(run_m: float, edges: Sequence[float]) -> int:
    return 1 + sum(run_m > edge for edge in edges) if run_m else 0


def shades(palette: Palette) -> list[str]:
    """Return the colour of a run, thinned over the surface for shorter ones."""
    own, ground = (
        np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)])
        for color in (palette.run, palette.surface)
    )
    shares = np.linspace(0.4, 1.0, _STEPS)
    mixed = (np.rint(ground + (own - ground) * share).astype(int) for share in shares)
    return ["#{:02X}{:02X}{:02X}".format(*color) for color in mixed]


def _draw_squares(
    canvas: Canvas, corners: Sequence[tuple[float, float]], side: float, *, color: str, gid: str
) -> None:
    outline = np.array(((0, 0), (side, 0), (side, side), (0, side)), dtype=np.float64)
    squares = np.array(corners, dtype=np.float64).reshape(-1, 1, 2) + outline
    drawn = PolyCollection(list(squares), facecolors=color, linewidths=0, zorder=2)
    drawn.set_gid(gid)
    canvas.axes.add_collection(drawn, autolim=False)


def _name_strips(
    canvas: Canvas,
    shown: Sequence[_Day],
    cell: float,
    strip_px: float,
    abreast: int,
    first_weekday: int,
) -> None:
    last_year = shown[-1].date.year
    for year in range(shown[0].date.year, last_year + 1):
        left, top = strip_corner(last_year - year, cell, strip_px, abreast)
        canvas.write(
            str(year),
            (left - 8, top + DAYS_PER_WEEK * cell / 2),
            px=LABEL_PX,
            color=canvas.palette.ink,
            weight=SEMIBOLD,
            align=("right", "center"),
        )
        start = week_start(date(year, 1, 1), first_weekday)
        for number_of in range(1, 13):
            first = date(year, number_of, 1)
            column = (week_start(first, first_weekday) - start).days // DAYS_PER_WEEK
            canvas.write(
                month(first)[:3], (left + column * cell, top - 5), align=("left", "bottom")
            )


def _draw_legend(
    canvas: Canvas,
    edges: Sequence[float],
    colors: Sequence[str],
    cell: float,
    height: float,
    *,
    has_over: bool,
) -> None:
    side = min(cell, 11.0)
    x, y = LEFT_PX, height - FOOT_PX / 2
    named: list[tuple[str, str, bool]] = [(colors[0], sentence(Message(N_("no run"))), False)]
    ends = [*edges, None] if edges else []
    for shade, edge in zip(colors[1:], ends, strict=False):
        template = N_("up to {length}") if edge is not None else N_("longer")
        values = {"length": "" if edge is None else distance(edge)}
        named.append((shade, sentence(Message(template, values)), False))
    if has_over:
        named.append((colors[-1], sentence(Message(N_("over its limit"))), True))
    for shade, words, has_dot in named:
        _draw_squares(canvas, [(x, y - side / 2)], side, color=shade, gid="legend")
        if has_dot:
            inset = side * (1 - _DOT_SHARE) / 2
            at = (x + inset, y - side / 2 + inset)
            _draw_squares(
                canvas, [at], side * _DOT_SHARE, color=canvas.palette.surface, gid="legend"
            )
        canvas.write(words, (x + side + 6, y))
        x += side + 6 + text_width_px(words, TICK_PX) + 16


def _words(day: _Day) -> str:
    parts = [f"{weekday_day(day.date)} {day.date.year}"]
    if day.runs:
        parts.append(distance(day.run_m or None))
        if day.runs > 1:
            words = ngettext("{number} run", "{number} runs", day.runs)
            parts.append(words.format(number=number(day.runs)))
    else:
        parts.append(sentence(Message(N_("no run") if day.is_recorded else N_("nothing recorded"))))
    if day.tier is not None:
        parts.append(tier_word(day.tier).lower())
    return " · ".join(parts)


def _table(shown: Sequence[_Day]) -> Table:
    columns = (
        Column(heading=N_("Day"), name="date", word=_full),
        Column(heading=N_("Distance"), name="distance_m", word=distance),
        Column(heading=N_("Runs"), name="runs", word=number),
        Column(heading=N_("Warning"), name="warning"),
    )
    return Table(
        columns,
        tuple(
            (
                day.date,
                day.run_m if day.is_recorded or day.runs else None,
                day.runs,
                None if day.tier is None else tier_word(day.tier),
            )
            for day in shown
        ),
    )


def _full(day: date) -> str:
    return f"{weekday_day(day)} {day.year}"
