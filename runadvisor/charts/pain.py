"""Pain over time under load: the weeks above, a line for each sore spot below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.charts.canvas import (
    BAR_SHARE,
    LABEL_PX,
    POINT,
    Bar,
    Canvas,
    Margins,
    text_width_px,
)
from runadvisor.charts.day_axis import SHORTEST_DAYS, whole_span
from runadvisor.charts.month_ticks import month_ticks
from runadvisor.charts.pain_weeks import (
    LANE_PX,
    PainWeek,
    pain_lanes,
    pain_weeks,
    shown_spots,
)
from runadvisor.charts.reading import Chart, chart
from runadvisor.charts.shown_weeks import WEEK
from runadvisor.charts.span import Span, day_span
from runadvisor.charts.week_measure import WeekMeasure, per_tick
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.language import _, ngettext
from runadvisor.wording import long_day_range, number, short_day, spot_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runadvisor.advisor import Advice
    from runadvisor.charts.pain_weeks import PainLane
    from runadvisor.charts.palette import Palette

_TOP_PX, _TICKS_PX, _FOOT_PX, _RIGHT_PX = 8.0, 26.0, 4.0, 8.0
_GAP_PX = 12.0
_TICK_LABELS_PX = 30.0
_SMALLEST_PX, _PX_PER_SCORE = 5.0, 0.9
_STROKE_PX = 1.6


def pain_chart(
    advice: Advice,
    *,
    palette: Palette,
    weeks: int | None = 26,
    span: Span | None = None,
    size_px: tuple[int, int] = (760, 300),
    dpi: float = 100,
) -> Chart:
    """Draw distance by week, and under it a ring for each week in which a spot hurt.

    A spot's line is drawn through the weeks with an entry: where there is none, nobody knows.
    Injuries have a line of their own, from their first to their last week.

    Args:
        advice: Runs and diary.
        palette: What to paint with.
        weeks: How many, the current one included; ``None`` for all.
        span: The days shown instead, by their ordinals; their weeks are shown whole.
        size_px: Logical pixels; see ``canvas``.
        dpi: Device pixels per 100 logical ones.
    """
    shown = pain_weeks(advice, weeks, span)
    lanes = pain_lanes(shown)
    left = max((text_width_px(lane.name, LABEL_PX) for lane in lanes), default=0.0) + _GAP_PX
    margins = Margins(
        left=max(left, _TICK_LABELS_PX),
        top=_TOP_PX,
        right=_RIGHT_PX,
        bottom=_TICKS_PX + LANE_PX * len(lanes) + _FOOT_PX,
    )
    canvas = Canvas(palette, margins, size_px=size_px, dpi=dpi)
    if not lanes:
        return Chart(figure=canvas.say(_nothing()))
    unit = per_tick(WeekMeasure.DISTANCE)
    end = canvas.round_ticks(max(week.distance_m for week in shown) / unit, room_px=0)
    canvas.set_range(x=(-0.5, len(shown) - 0.5), y=(0, end))
    ticks = month_ticks([week.start for week in shown], step_px=canvas.width_px / len(shown))
    canvas.axes.set_xticks([tick.at for tick in ticks], [tick.label for tick in ticks])
    canvas.bars(
        [
            Bar(center=place, bottom=0, top=week.distance_m / unit, width=BAR_SHARE)
            for place, week in enumerate(shown)
            if week.distance_m
        ],
        color=palette.run,
        gid="weeks",
    )
    _draw_lanes(canvas, shown, lanes)
    last_day = shown[-1].start + WEEK - ONE_DAY
    return chart(
        canvas,
        [week.mark(place) for place, week in enumerate(shown)],
        span=day_span(shown[0].start, last_day),
        whole=Span(whole_span(advice).low, max(whole_span(advice).high, last_day.toordinal())),
        shortest=SHORTEST_DAYS,
        table=PainWeek.table(shown),
    )


def pain_summary(advice: Advice, *, weeks: int | None = 26) -> str:
    """Return what the chart shows, for those who do not see it."""
    shown = pain_weeks(advice, weeks)
    spots = shown_spots(shown)
    if not pain_lanes(shown):
        return _nothing()
    said = [
        _("Pain by spot under the weeks of running, {period}.").format(
            period=long_day_range(shown[0].start, advice.as_of)
        )
    ]
    for spot in spots:
        scores = [(week.start, week.worst[spot]) for week in shown if week.worst.get(spot)]
        said.append(
            ngettext(
                "{spot}: in {number} week, {worst} of 10 at most, last in the week from {day}.",
                "{spot}: in {number} weeks, {worst} of 10 at most, last in the week from {day}.",
                len(scores),
            ).format(
                spot=spot_words(spot.key),
                number=number(len(scores)),
                worst=max(score for _week, score in scores),
                day=short_day(scores[-1][0]),
            )
        )
    said.extend(
        _("Injury: {region}.").format(region=region)
        for region in dict.fromkeys(region for week in shown for region in week.injuries)
    )
    written = sum(week.is_kept for week in shown)
    said.append(
        ngettext(
            "Something is written down in {number} of {weeks} week.",
            "Something is written down in {number} of {weeks} weeks.",
            len(shown),
        ).format(number=number(written), weeks=number(len(shown)))
    )
    return " ".join(said)


def _nothing() -> str:
    return _("No pain and no injury is written down in these weeks.")


def _draw_lanes(canvas: Canvas, shown: Sequence[PainWeek], lanes: Sequence[PainLane]) -> None:
    left, _right = canvas.axes.get_xlim()
    kept = _stretches([place for place, week in enumerate(shown) if week.is_kept])
    for row, lane in enumerate(lanes):
        at = -(_TICKS_PX + LANE_PX * (row + 0.5)) * canvas.y_per_px
        canvas.write(
            lane.name,
            (left, at),
            offset_px=(-_GAP_PX / 2, 0),
            px=LABEL_PX,
            align=("right", "center"),
        )
        _draw_stretches(
            canvas, kept, at, color=canvas.palette.grid, width_px=2, reach=0.5, gid="kept"
        )
        _draw_rings(canvas, lane.scores, at)
        _draw_stretches(
            canvas,
            _stretches(lane.injured),
            at,
            color=canvas.palette.muted,
            width_px=8,
            reach=BAR_SHARE / 2,
            gid="injury",
        )


def _draw_rings(canvas: Canvas, scores: Mapping[int, int], at: float) -> None:
    for place, score in scores.items():
        (ring,) = canvas.axes.plot(
            [place],
            [at],
            marker="o",
            markersize=(_SMALLEST_PX + _PX_PER_SCORE * score) * POINT,
            markerfacecolor=canvas.palette.surface,
            markeredgecolor=canvas.palette.spike,
            markeredgewidth=_STROKE_PX * POINT,
            clip_on=False,
            zorder=4,
        )
        ring.set_gid("pain")


def _draw_stretches(
    canvas: Canvas,
    stretches: Sequence[tuple[int, int]],
    at: float,
    *,
    color: str,
    width_px: float,
    reach: float,
    gid: str,
) -> None:
    for begin, end in stretches:
        (line,) = canvas.axes.plot(
            [begin - reach, end + reach],
            [at, at],
            color=color,
            linewidth=width_px * POINT,
            solid_capstyle="butt",
            clip_on=False,
            zorder=1,
        )
        line.set_gid(gid)


def _stretches(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last place of each unbroken stretch."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
