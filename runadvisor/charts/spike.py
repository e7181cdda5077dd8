"""One run among the 30 days before it, with the lengths from which rules speak."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runadvisor.charts.canvas import (
    BAR_SHARE,
    DASH,
    DOT,
    LABEL_PX,
    POINT,
    SEMIBOLD,
    Canvas,
    Margins,
    bar_of,
    text_width_px,
)
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import Tier
from runadvisor.training_load.spikes import BASELINE_DAYS, SMALLEST_SPIKE_M
from runadvisor.warning.rules.session_spike import SESSION_SPIKE
from runadvisor.wording import bare_distance, distance, sentence, short_day, unit_metres

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from runadvisor.advisor import Advice
    from runadvisor.charts.palette import Palette
    from runadvisor.domain.warning import TrainingWarning

_MARGINS = Margins(left=34, top=10, right=116, bottom=24)
_SMALL_MARGINS = Margins(left=2, top=14, right=2, bottom=4)
_SMALL_PX = 360
"""Narrower than this there is room for the bars and one line, not for axes."""
_ROOM_PX = 14.0
_BESIDE_PX = 6.0
_LABEL_DROP_PX = 8.0
_SHAPE_PX = 11.0
_SEMIBOLD_WIDER = 1.05


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    day: int
    """Days before the run of the warning, as a number from -30 to 0."""
    distance_m: float
    share: tuple[int, int]
    """Which of how many runs of its day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edge:
    tier: Tier
    above_m: float


def spike_figure(
    advice: Advice,
    warning: TrainingWarning,
    *,
    palette: Palette,
    size_px: tuple[int, int] = (760, 230),
    dpi: float = 100,
) -> Figure:
    """Draw the run of a warning among those of the 30 days before.

    Under 360 pixels wide only the bars and the lower edge are drawn.

    Args:
        advice: The runs.
        warning: One about a single run; its ``date`` is the day of the run.
        palette: What to paint with.
        size_px: Logical pixels; see ``canvas``.
        dpi: Device pixels per 100 logical ones.
    """
    is_small = size_px[0] < _SMALL_PX
    canvas = Canvas(palette, _SMALL_MARGINS if is_small else _MARGINS, size_px=size_px, dpi=dpi)
    runs = _runs(advice, warning.date)
    if not runs:
        return canvas.say(_nothing())
    edges = _edges(warning)
    highest_m = max(*(run.distance_m for run in runs), *(edge.above_m for edge in edges), 0)
    end = canvas.kilometre_ticks(highest_m / unit_metres(), room_px=_ROOM_PX)
    if is_small:
        end = highest_m / unit_metres()
        canvas.axes.set_yticks([])
        edges = edges[:1]
    canvas.set_range(x=(-BASELINE_DAYS - 0.6, 0.6), y=(0, end))
    canvas.axes.set_xticks([])
    if not is_small:
        marks = range(0, -BASELINE_DAYS - 1, -DAYS_PER_WEEK)
        names = [short_day(warning.date + timedelta(days=day)) for day in marks]
        canvas.axes.set_xticks(list(marks), names)
    longest = _longest(warning, runs)
    _draw_bars(canvas, runs, longest)
    for edge in edges:
        _draw_edge(canvas, edge, is_small=is_small)
    if not is_small:
        _draw_labels(canvas, warning, runs, longest)
    return canvas.figure


def spike_summary(advice: Advice, warning: TrainingWarning) -> str:
    """Return what the chart shows, for those who do not see it."""
    runs = _runs(advice, warning.date)
    own = [run for run in runs if run.day == 0]
    before = [run for run in runs if run.day < 0]
    if not own:
        return _nothing()
    parts = [
        Message(
            N_("{run_date}: {distance_m}."),
            {"run_date": warning.date, "distance_m": max(run.distance_m for run in own)},
        )
    ]
    if before:
        longest = max(before, key=lambda run: run.distance_m)
        parts.append(
            Message(
                N_(
                    "In the 30 days before, {runs} runs; the longest {longest_m} on {longest_date}."
                ),
                {
                    "runs": len(before),
                    "longest_m": longest.distance_m,
                    "longest_date": warning.date + timedelta(days=longest.day),
                },
            )
        )
    else:
        parts.append(Message(N_("No run in the 30 days before.")))
    parts.extend(
        Message(
            N_("{tier} is above {edge_m}."),
            {"tier": edge.tier.slug.capitalize(), "edge_m": edge.above_m},
        )
        for edge in _edges(warning)
    )
    return " ".join(sentence(part) for part in parts)


def _nothing() -> str:
    return sentence(Message(N_("No run to show for this day.")))


def _runs(advice: Advice, day: date) -> list[_Run]:
    by_day: dict[int, list[float]] = {}
    for session in advice.load.sessions:
        before = (session.date - day).days
        if -BASELINE_DAYS <= before <= 0 and session.distance_m:
            by_day.setdefault(before, []).append(session.distance_m)
    return [
        _Run(day=before, distance_m=metres, share=(place, len(of_day)))
        for before, of_day in sorted(by_day.items())
        for place, metres in enumerate(of_day)
    ]


def _edges(warning: TrainingWarning) -> list[_Edge]:
    longest_m = warning.values.get("longest_m")
    if not isinstance(longest_m, (int, float)):
        return []
    # A jump under a kilometre never counts, however short the runs are.
    least_m = longest_m + SMALLEST_SPIKE_M
    watch_m = max(SESSION_SPIKE.thresholds["watch_ratio"] * longest_m, least_m)
    act_m = max(SESSION_SPIKE.thresholds["act_ratio"] * longest_m, least_m)
    edges = [_Edge(tier=Tier.WATCH, above_m=watch_m), _Edge(tier=Tier.ACT, above_m=act_m)]
    return edges if act_m > watch_m else edges[1:]


def _longest(warning: TrainingWarning, runs: Sequence[_Run]) -> _Run | None:
    longest_date = warning.values.get("longest_date")
    if not isinstance(longest_date, date):
        return None
    day = (longest_date - warning.date).days
    return max(
        (run for run in runs if run.day == day), key=lambda run: run.distance_m, default=None
    )


def _draw_bars(canvas: Canvas, runs: Sequence[_Run], longest: _Run | None) -> None:
    spikes = [run for run in runs if run.day == 0]
    others = [run for run in runs if run.day != 0 and run is not longest]
    for group, color, gid in (
        (others, canvas.palette.context, "runs"),
        ([longest] if longest else [], canvas.palette.run, "longest"),
        (spikes, canvas.palette.spike, "spikes"),
    ):
        bars = [bar_of(_center(run), 0, run.distance_m, width=_width(run)) for run in group]
        canvas.bars(bars, color=color, gid=gid)


def _width(run: _Run) -> float:
    return BAR_SHARE / run.share[1]


def _center(run: _Run) -> float:
    place, count = run.share
    return run.day + (place - (count - 1) / 2) * BAR_SHARE / count


def _draw_edge(canvas: Canvas, edge: _Edge, *, is_small: bool) -> None:
    color = canvas.palette.tiers[edge.tier]
    height = edge.above_m / unit_metres()
    line = canvas.axes.axhline(
        height,
        color=color,
        linewidth=1.4 * POINT,
        linestyle=DASH if edge.tier is Tier.WATCH else DOT,
        zorder=3,
    )
    line.set_gid(f"edge-{edge.tier.slug}")
    words = bare_distance(edge.above_m)
    left, right = canvas.axes.get_xlim()
    if is_small:
        canvas.write(
            words,
            (left, height),
            offset_px=(0, 3),
            px=LABEL_PX,
            color=color,
            weight=SEMIBOLD,
            align=("left", "bottom"),
        )
        return
    named = {Tier.WATCH: N_("watch above {edge}"), Tier.ACT: N_("act above {edge}")}
    canvas.write(
        sentence(Message(named[edge.tier], {"edge": words})),
        (right, height),
        offset_px=(6, 0),
        px=LABEL_PX,
        color=color,
        weight=SEMIBOLD,
    )


def _draw_labels(
    canvas: Canvas, warning: TrainingWarning, runs: Sequence[_Run], longest: _Run | None
) -> None:
    spike = max((run for run in runs if run.day == 0), key=lambda run: run.distance_m, default=None)
    if longest is not None:
        _draw_label(canvas, longest)
    if spike is not None:
        label_px = _draw_label(canvas, spike)
        left = _center(spike) - _width(spike) / 2 - (label_px + _SHAPE_PX) * canvas.x_per_px
        top = spike.distance_m / unit_metres()
        canvas.tier_shape(warning.tier, left, top - _LABEL_DROP_PX * canvas.y_per_px)


def _draw_label(canvas: Canvas, run: _Run) -> float:
    """Write a run's distance beside the top of its bar; return the pixels it takes there."""
    words = distance(run.distance_m)
    taken_px = text_width_px(words, LABEL_PX) * _SEMIBOLD_WIDER + _BESIDE_PX
    # Left of the bar, where no edge line runs through it; at the far left, right of it.
    has_room = (run.day + BASELINE_DAYS) / canvas.x_per_px > taken_px
    side = -1 if has_room else 1
    label = canvas.write(
        words,
        (_center(run) + side * _width(run) / 2, run.distance_m / unit_metres()),
        offset_px=(side * _BESIDE_PX, -_LABEL_DROP_PX),
        px=LABEL_PX,
        color=canvas.palette.ink,
        weight=SEMIBOLD,
        align=("right" if has_room else "left", "center"),
    )
    label.set_bbox({"facecolor": canvas.palette.surface, "edgecolor": "none", "pad": 1.0})
    return taken_px
