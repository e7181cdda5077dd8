"""The weeks before and the planned ones, each with its kilometres."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runadvisor.charts.canvas import LABEL_PX, POINT, SEMIBOLD, Canvas, Margins, bar_of
from runadvisor.charts.spikes import spike_tiers
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.text import N_, Message
from runadvisor.wording import bare_distance, distance, sentence, short_day, tier_word, unit_metres

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from runadvisor.advisor import Advice
    from runadvisor.charts.palette import Palette
    from runadvisor.domain.warning import Tier

WEEKS_BEFORE = 5
_WEEK = timedelta(days=DAYS_PER_WEEK)
_MARGINS = Margins(left=2, top=4, right=2, bottom=22)
_LABEL_ROOM_PX = 20.0
_SHAPE_ROOM_PX = 34.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Week:
    label: str
    is_planned: bool
    done_m: float
    planned_m: float
    tier: Tier | None
    """Of the strongest warning about one of its runs."""

    @property
    def top_m(self) -> float:
        return self.done_m + self.planned_m


def plan_weeks_figure(
    advice: Advice,
    *,
    palette: Palette,
    size_px: tuple[int, int] = (430, 110),
    dpi: float = 100,
) -> Figure:
    """Draw five weeks before the plan and the weeks of the plan, in kilometres.

    Args:
        advice: Runs and plan.
        palette: What to paint with.
        size_px: Logical pixels; see ``canvas``.
        dpi: Device pixels per 100 logical ones.
    """
    canvas = Canvas(palette, _MARGINS, size_px=size_px, dpi=dpi)
    weeks = _weeks(advice)
    if not any(week.top_m for week in weeks):
        return canvas.say(_nothing())
    room_px = _SHAPE_ROOM_PX if any(week.tier for week in weeks) else _LABEL_ROOM_PX
    highest = max(week.top_m for week in weeks) / unit_metres()
    end = highest / max(1 - room_px / canvas.height_px, 0.4)
    canvas.set_range(x=(-0.5, len(weeks) - 0.5), y=(0, end))
    canvas.axes.set_yticks([])
    canvas.axes.set_xticks(range(len(weeks)), [week.label for week in weeks])
    canvas.axes.axhline(0, color=palette.grid, linewidth=POINT, zorder=1)
    _draw_weeks(canvas, weeks)
    return canvas.figure


def plan_weeks_summary(advice: Advice) -> str:
    """Return what the chart shows, for those who do not see it."""
    weeks = _weeks(advice)
    if not any(week.top_m for week in weeks):
        return _nothing()
    parts: list[str] = []
    before = [week for week in weeks if not week.is_planned]
    if any(week.done_m for week in before):
        named = ", ".join(_named(week) for week in before)
        parts.append(sentence(Message(N_("Done by week: {weeks}."), {"weeks": named})))
    planned = [week for week in weeks if week.is_planned]
    if planned:
        named = ", ".join(_named(week) for week in planned)
        parts.append(sentence(Message(N_("Planned: {weeks}."), {"weeks": named})))
    return " ".join(parts)


def _weeks(advice: Advice) -> list[_Week]:
    tiers = spike_tiers(advice)
    done: dict[date, float] = {}
    marked: dict[date, Tier] = {}
    for activity in advice.activities:
        if activity.is_run:
            begins = advice.load.week_of(activity.local_date)
            done[begins] = done.get(begins, 0.0) + (activity.distance_m or 0.0)
            tier = tiers.get(activity.activity_id)
            if tier is not None:
                marked[begins] = max(tier, marked.get(begins, tier))
    plan = advice.plan
    first = plan.weeks[0].start if plan.weeks else advice.load.week_of(advice.as_of)
    before = [first - _WEEK * back for back in range(WEEKS_BEFORE, 0, -1)]
    return [
        *(
            _Week(
                label=short_day(begins),
                is_planned=False,
                done_m=done.get(begins, 0.0),
                planned_m=0.0,
                tier=marked.get(begins),
            )
            for begins in before
        ),
        *(
            _Week(
                label=f"W{week.number}",
                is_planned=True,
                done_m=done.get(week.start, 0.0),
                planned_m=week.planned_m,
                tier=marked.get(week.start),
            )
            for week in plan.weeks
        ),
    ]


def _nothing() -> str:
    return sentence(Message(N_("No runs yet, and none planned.")))


def _named(week: _Week) -> str:
    over = f" ({tier_word(week.tier).lower()})" if week.tier is not None else ""
    return f"{week.label} {distance(week.top_m)}{over}"


def _draw_weeks(canvas: Canvas, weeks: Sequence[_Week]) -> None:
    palette = canvas.palette
    places = list(enumerate(weeks))
    usual = [bar_of(at, 0, week.done_m) for at, week in places if week.tier is None]
    over = [bar_of(at, 0, week.done_m) for at, week in places if week.tier is not None]
    planned = [bar_of(at, week.done_m, week.top_m) for at, week in places if week.planned_m]
    canvas.bars([bar for bar in usual if bar.top], color=palette.context, gid="done")
    canvas.bars(over, color=palette.spike, gid="spikes")
    canvas.outlined_bars(planned, edge=palette.primary, fill=palette.primary_tint, gid="planned")
    for at, week in places:
        top = week.top_m / unit_metres()
        canvas.write(
            bare_distance(week.top_m),
            (at, top),
            offset_px=(0, 4),
            px=LABEL_PX,
            color=palette.ink,
            weight=SEMIBOLD,
            align=("center", "bottom"),
        )
        if week.tier is not None:
            canvas.tier_shape(week.tier, at, top + 26 * canvas.y_per_px)
