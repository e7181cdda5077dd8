"""The whole history on one line: spikes, crowded weeks and hard days; pain and injuries below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runadvisor.charts.canvas import (
    LABEL_PX,
    POINT,
    SEMIBOLD,
    Bar,
    Canvas,
    Margins,
    text_width_px,
)
from runadvisor.charts.day_axis import SHORTEST_DAYS, day_ticks
from runadvisor.charts.reading import Chart, Mark, chart
from runadvisor.charts.span import Span, day_span, days_of
from runadvisor.charts.table import Column, Table
from runadvisor.domain.text import N_
from runadvisor.language import _
from runadvisor.warning.audit import AuditKind, AuditMark, audit_marks, worst_by_day
from runadvisor.wording import full_day, region_words, sentence, tier_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from runadvisor.advisor import Advice
    from runadvisor.charts.palette import Palette
    from runadvisor.domain.diary import Injury

MOST_PAIN = 10
_TOP_PX, _BOTTOM_PX, _RIGHT_PX = 34.0, 26.0, 18.0
"""At the top there is room for what is read off."""
_READ_OFF_PX = 4.0
_SEMIBOLD_WIDER = 1.08
_GAP_PX = 14.0
_AIR_SHARE = 0.012
"""Before the first day and after the last, so that a mark on either is whole."""
_PAIN_WIDTH_PX, _LEAST_SPAN_PX = 3.0, 4.0
_LANES = (AuditKind.SPIKE, AuditKind.CROWDED, AuditKind.HARD)
_PAIN_LANE, _INJURY_LANE = 3, 4
_LANE_COUNT = 5
_COLUMNS = (
    Column(heading=N_("Day"), name="date", word=full_day),
    Column(heading=N_("What stood, or was written down"), name="what"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPlace:
    """What stands on one day of the audit, for who points at it."""

    date: date
    said: str
    """What it is, without the day."""
    marks: tuple[AuditMark, ...] = ()
    """Strongest first."""

    @property
    def words(self) -> str:
        """The day, and what stands on it."""
        return f"{full_day(self.date)} · {self.said}"


def audit_places(advice: Advice, first: date, last: date) -> tuple[AuditPlace, ...]:
    """Return every day between two on which something stands, with what it is in words."""
    marks: dict[date, list[AuditMark]] = {}
    for mark in audit_marks(advice.raised):
        if first <= mark.warning.date <= last:
            marks.setdefault(mark.warning.date, []).append(mark)
    pain = {day: n for day, n in worst_by_day(advice.diary.pain).items() if first <= day <= last}
    begun: dict[date, list[Injury]] = {}
    for injury in advice.diary.injuries:
        if injury.start <= last and (injury.end is None or injury.end >= first):
            begun.setdefault(max(injury.start, first), []).append(injury)
    return tuple(
        _place(day, marks.get(day, ()), pain.get(day), begun.get(day, ()))
        for day in sorted(marks.keys() | pain.keys() | begun.keys())
    )


def audit_chart(
    advice: Advice,
    first: date,
    last: date,
    *,
    palette: Palette,
    span: Span | None = None,
    size_px: tuple[int, int],
    dpi: float,
) -> Chart:
    """Draw the days between two, both included, a lane for each kind.

    Args:
        advice: Whose warnings, pain and injuries are drawn.
        first: The first day of the axis.
        last: The last one.
        palette: What to paint with.
        span: The days shown instead, by their ordinals.
        size_px: Width and height in logical pixels.
        dpi: Device pixels per 100 logical ones.
    """
    if span is not None:
        first, last = days_of(span)
    names = lane_names()
    left = _SEMIBOLD_WIDER * max(text_width_px(name, LABEL_PX) for name in names) + _GAP_PX
    margins = Margins(left=left, top=_TOP_PX, right=_RIGHT_PX, bottom=_BOTTOM_PX)
    canvas = Canvas(palette, margins, size_px=size_px, dpi=dpi)
    days = max((last - first).days, 1)
    air = max(days * _AIR_SHARE, 0.5)
    canvas.set_range(x=(-air, days + air), y=(_LANE_COUNT, 0))
    _axes(canvas, first, last, names)
    # Where two marks meet, the stronger is on top.
    for mark in sorted(audit_marks(advice.raised), key=lambda mark: mark.warning.tier):
        if first <= mark.warning.date <= last:
            middle = _LANES.index(mark.kind) + 0.5
            canvas.tier_shape(
                mark.warning.tier, (mark.warning.date - first).days, middle, gid=mark.kind.value
            )
    _pain(canvas, advice, first, last)
    _injuries(canvas, advice.diary.injuries, first, last)
    places = audit_places(advice, first, last)
    begun = min((a.local_date for a in advice.activities), default=first)
    made = chart(
        canvas,
        [Mark((place.date - first).days, place.words) for place in places],
        span=day_span(first, last),
        whole=day_span(min(begun, first), max(advice.as_of, last)),
        shortest=SHORTEST_DAYS,
        table=Table(_COLUMNS, tuple((place.date, place.said) for place in places)),
    )
    # What is read off stands above the lanes, where it hides none of their marks.
    return replace(made, plot_px=(_READ_OFF_PX, made.plot_px[1]))


def lane_names() -> tuple[str, ...]:
    """Return what the lanes are called, from the top."""
    return (
        _("Long runs"),
        _("Crowded weeks"),
        _("Hard days in a row"),
        _("Pain logged"),
        _("Injuries"),
    )


def _axes(canvas: Canvas, first: date, last: date, names: Sequence[str]) -> None:
    axes, palette = canvas.axes, canvas.palette
    axes.grid(visible=False)
    axes.set_yticks([])
    for lane, name in enumerate(names):
        axes.axhline(lane + 1, color=palette.grid, linewidth=1 * POINT, zorder=1)
        canvas.write(
            name,
            (axes.get_xlim()[0], lane + 0.5),
            offset_px=(-_GAP_PX, 0),
            px=LABEL_PX,
            color=palette.ink if lane < _PAIN_LANE else palette.muted,
            weight=SEMIBOLD if lane < _PAIN_LANE else 400,
            align=("right", "center"),
        )
    ticks = day_ticks(first, last, px_per_day=1 / canvas.x_per_px)
    axes.set_xticks([at for at, _label in ticks], [label for _at, label in ticks])
    for at, _label in ticks:
        axes.axvline(at, color=palette.grid, linewidth=1 * POINT, zorder=0)


def _pain(canvas: Canvas, advice: Advice, first: date, last: date) -> None:
    """Draw the worst score of each day as a bar; a full lane is 10."""
    width = max(_PAIN_WIDTH_PX * canvas.x_per_px, 0.8)
    foot = _PAIN_LANE + 0.94
    bars = [
        Bar(
            center=(day - first).days,
            bottom=foot - 0.86 * worst / MOST_PAIN,
            top=foot,
            width=width,
        )
        for day, worst in worst_by_day(advice.diary.pain).items()
        if first <= day <= last
    ]
    canvas.bars(bars, color=canvas.palette.spike, gid="pain")


def _injuries(canvas: Canvas, injuries: Sequence[Injury], first: date, last: date) -> None:
    for injury in injuries:
        end = last if injury.end is None else min(injury.end, last)
        start = max(injury.start, first)
        if end < start:
            continue
        begin, length = (start - first).days, (end - start).days + 1
        drawn = canvas.axes.broken_barh(
            [(begin - 0.5, max(length, _LEAST_SPAN_PX * canvas.x_per_px))],
            (_INJURY_LANE + 0.3, 0.4),
            facecolors=canvas.palette.muted,
            linewidths=0,
            zorder=2,
        )
        drawn.set_gid("injury")


def _place(
    day: date, marks: Sequence[AuditMark], worst: int | None, begun: Sequence[Injury]
) -> AuditPlace:
    strongest = tuple(sorted(marks, key=lambda mark: -mark.warning.tier))
    words = list(_mark_words(strongest))
    if worst is not None:
        words.append(_("pain {worst} of 10").format(worst=worst))
    for injury in begun:
        region = region_words(f"{injury.region.value}/{injury.side.value}")
        words.append(_("injury: {region}").format(region=region))
    return AuditPlace(date=day, said=" · ".join(words), marks=strongest)


def _mark_words(marks: Sequence[AuditMark]) -> Iterator[str]:
    for mark in marks:
        yield _("{tier}: {title}").format(
            tier=tier_word(mark.warning.tier), title=sentence(mark.warning.title)
        )
