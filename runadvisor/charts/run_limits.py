"""Every run, and the longest the rules allowed on its day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.charts.canvas import DASH, LABEL_PX, POINT, SEMIBOLD, Canvas, Margins
from runadvisor.charts.day_axis import SHORTEST_DAYS, day_range, day_ticks, whole_span
from runadvisor.charts.reading import Chart, Mark, chart
from runadvisor.charts.span import Span, day_span
from runadvisor.charts.spikes import spike_tiers
from runadvisor.charts.table import Column, Table
from runadvisor.domain.calendar import ONE_DAY, days
from runadvisor.domain.text import N_, Message
from runadvisor.training_load.limits import LimitLedger
from runadvisor.wording import (
    bare_at_most,
    bare_distance,
    distance,
    sentence,
    tier_word,
    unit_metres,
    weekday_day,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runadvisor.advisor import Advice
    from runadvisor.charts.palette import Palette
    from runadvisor.domain.warning import Tier
    from runadvisor.training_load.runs import RunSession

AHEAD_DAYS = 14
"""The limit goes on beyond today: it is what the next runs are measured by."""
_MARGINS = Margins(left=34, top=12, right=44, bottom=24)
_ROOM_PX = 16.0
_DOT_PX, _LONG_DOT_PX = 3.4, 5.0
_NUMBER_PX, _SHAPE_PX = 42.0, 10.0
"""A number to the left of its shape; where there is no room for it pointing at the run tells."""
_LONG_SHARE = 0.6
"""Of its limit: shorter runs stand back."""
_NOTHING = N_("No runs yet. Import your runs, and each appears here with its limit.")


def run_limits_chart(
    advice: Advice,
    *,
    palette: Palette,
    weeks: int | None = 26,
    span: Span | None = None,
    size_px: tuple[int, int] = (1100, 216),
    dpi: float = 100,
) -> Chart:
    """Draw every run as a point, and the limit of every day as a line.

    The limit builds on accepted lengths: a run over it does not lift the next ones by
    its whole length.

    Args:
        advice: Runs and warnings.
        palette: What to paint with.
        weeks: How many, the current one included; ``None`` for all.
        span: The days shown instead, by their ordinals.
        size_px: Logical pixels; see ``canvas``.
        dpi: Device pixels per 100 logical ones.
    """
    canvas = Canvas(palette, _MARGINS, size_px=size_px, dpi=dpi)
    if not advice.load.sessions:
        return Chart(figure=canvas.say(sentence(Message(_NOTHING))))
    first, last = day_range(advice, weeks, span)
    is_now = last >= advice.as_of
    end_day = last + timedelta(days=AHEAD_DAYS if is_now else 0)
    sessions = [session for session in advice.load.sessions if first <= session.date <= last]
    limits = _limits(advice.load.sessions, first, end_day)
    tiers = spike_tiers(advice)
    longest = max(
        (*(s.distance_m for s in sessions), *(limit or 0 for limit in limits.values())), default=0
    )
    end = canvas.kilometre_ticks(longest / unit_metres(), room_px=_ROOM_PX)
    canvas.set_range(x=(-0.5, (end_day - first).days + 0.5), y=(0, end))
    ticks = day_ticks(first, end_day, px_per_day=1 / canvas.x_per_px)
    canvas.axes.set_xticks([at for at, _ in ticks], [label for _, label in ticks])
    _draw_limit(canvas, limits, first, last if is_now else None)
    _draw_runs(canvas, sessions, limits, tiers, first)
    if is_now:
        _draw_today(canvas, (last - first).days)
    return chart(
        canvas,
        _marks(sessions, limits, tiers, first),
        span=day_span(first, last),
        whole=whole_span(advice),
        shortest=SHORTEST_DAYS,
        table=_table(sessions, limits, tiers),
    )


def run_limits_summary(advice: Advice, *, weeks: int | None = 26) -> str:
    """Return what the chart shows, for those who do not see it."""
    if not advice.load.sessions:
        return sentence(Message(_NOTHING))
    first, last = day_range(advice, weeks)
    sessions = [session for session in advice.load.sessions if session.date >= first]
    tiers = spike_tiers(advice)
    over = [session for session in sessions if _tier(session, tiers) is not None]
    limit_m = LimitLedger(advice.load.sessions).limit(last + ONE_DAY).limit_m
    parts = [
        Message(
            N_("{runs} runs since {first_date}; {over} of them over the limit of their day."),
            {"runs": len(sessions), "first_date": first, "over": len(over)},
        )
    ]
    if over:
        named = "; ".join(f"{distance(s.distance_m)} on {weekday_day(s.date)}" for s in over)
        parts.append(Message(N_("Over it: {runs}."), {"runs": named}))
    if limit_m is not None:
        parts.append(Message(N_("The limit now is {limit_m}."), {"limit_m": limit_m}))
    return " ".join(sentence(part) for part in parts)


def _limits(
    sessions: Sequence[RunSession], first: date, end_day: date
) -> Mapping[date, int | None]:
    ledger = LimitLedger(sessions)
    return {day: ledger.limit(day).limit_m for day in days(first, end_day + ONE_DAY)}


def _tier(session: RunSession, tiers: Mapping[int, Tier]) -> Tier | None:
    return max((tiers[key] for key in session.activity_ids if key in tiers), default=None)


def _draw_limit(
    canvas: Canvas, limits: Mapping[date, int | None], first: date, today: date | None
) -> None:
    known = [(day, limit) for day, limit in limits.items() if limit is not None]
    if not known:
        return
    xs = [(day - first).days for day, _ in known]
    ys = [limit / unit_metres() for _, limit in known]
    (line,) = canvas.axes.plot(
        [x - 0.5 for x in xs] + [xs[-1] + 0.5],
        [*ys, ys[-1]],
        drawstyle="steps-post",
        color=canvas.palette.ink,
        linewidth=1.2 * POINT,
        linestyle=DASH,
        zorder=2.5,
    )
    line.set_gid("limit")
    if today is None:
        return
    bold = {"px": LABEL_PX, "color": canvas.palette.ink, "weight": SEMIBOLD}
    now_m, later_m = limits.get(today + ONE_DAY), known[-1][1]
    if now_m is not None:
        at = ((today - first).days + 0.5, now_m / unit_metres())
        canvas.write(bare_at_most(now_m), at, offset_px=(6, 9), **bold)
    if later_m != now_m and AHEAD_DAYS / canvas.x_per_px >= _NUMBER_PX:
        canvas.write(bare_at_most(later_m), (xs[-1] + 0.5, ys[-1]), offset_px=(6, 0), **bold)


def _draw_runs(
    canvas: Canvas,
    sessions: Sequence[RunSession],
    limits: Mapping[date, int | None],
    tiers: Mapping[int, Tier],
    first: date,
) -> None:
    short, long_ones = [], []
    free_from = 0.0
    for session in sessions:
        x, y = (session.date - first).days, session.distance_m / unit_metres()
        tier = _tier(session, tiers)
        if tier is not None:
            canvas.tier_shape(tier, x, y)
            if x - _NUMBER_PX * canvas.x_per_px >= free_from:
                canvas.write(
                    bare_distance(session.distance_m),
                    (x, y),
                    offset_px=(-10, 0),
                    px=LABEL_PX,
                    color=canvas.palette.ink,
                    weight=SEMIBOLD,
                    align=("right", "center"),
                )
            free_from = x + _SHAPE_PX * canvas.x_per_px
            continue
        limit_m = limits[session.date]
        is_long = limit_m is None or session.distance_m >= _LONG_SHARE * limit_m
        (long_ones if is_long else short).append((x, y))
    for points, px, color, gid in (
        (short, _DOT_PX, canvas.palette.context, "short-runs"),
        (long_ones, _LONG_DOT_PX, canvas.palette.run, "long-runs"),
    ):
        (drawn,) = canvas.axes.plot(
            [x for x, _ in points],
            [y for _, y in points],
            linestyle="none",
            marker="o",
            markersize=px * POINT,
            markeredgewidth=0,
            color=color,
            zorder=3,
        )
        drawn.set_gid(gid)


def _draw_today(canvas: Canvas, at: int) -> None:
    line = canvas.axes.axvline(at + 0.5, color=canvas.palette.muted, linewidth=1.0 * POINT)
    line.set_gid("today")
    canvas.write(
        sentence(Message(N_("today"))),
        (at + 0.5, 0),
        offset_px=(-5, 8),
        align=("right", "center"),
    )


def _table(
    sessions: Sequence[RunSession],
    limits: Mapping[date, int | None],
    tiers: Mapping[int, Tier],
) -> Table:
    columns = (
        Column(heading=N_("Day"), name="date", word=weekday_day),
        Column(heading=N_("Run"), name="distance_m", word=distance),
        Column(heading=N_("Limit of the day"), name="limit_m", word=distance),
        Column(heading=N_("Warning"), name="warning"),
    )
    rows: list[tuple[date, float, int | None, str | None]] = []
    for session in sessions:
        tier = _tier(session, tiers)
        warning = None if tier is None else tier_word(tier)
        rows.append((session.date, session.distance_m, limits[session.date], warning))
    return Table(columns, tuple(rows))


def _marks(
    sessions: Sequence[RunSession],
    limits: Mapping[date, int | None],
    tiers: Mapping[int, Tier],
    first: date,
) -> list[Mark]:
    marks: list[Mark] = []
    for session in sessions:
        words = f"{weekday_day(session.date)} · {distance(session.distance_m)}"
        limit_m = limits[session.date]
        if limit_m is not None:
            words += sentence(Message(N_(" · limit {limit_m}"), {"limit_m": limit_m}))
        tier = _tier(session, tiers)
        if tier is not None:
            words += f" · {tier_word(tier).lower()}"
        marks.append(
            Mark(
                float((session.date - first).days),
                words,
                y=session.distance_m / unit_metres(),
                activity_id=session.activity_ids[0],
            )
        )
    return marks
