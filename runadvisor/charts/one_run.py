"""One run: pace, heart rate, altitude and slope along it, and its track as a line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor, isnan
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.charts.canvas import DOT, LABEL_PX, POINT, Canvas, Margins
from runadvisor.charts.reading import Chart, Reading
from runadvisor.charts.span import Span
from runadvisor.charts.table import Column, Table
from runadvisor.charts.track_line import draw_track
from runadvisor.domain.text import N_, Message
from runadvisor.domain.units import METRES_PER_KILOMETRE, SECONDS_PER_MINUTE
from runadvisor.wording import (
    UNKNOWN,
    climb,
    distance,
    distance_unit,
    duration,
    height_metres,
    height_unit,
    number,
    pace,
    sentence,
    unit_metres,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from runadvisor.charts.palette import Palette
    from runadvisor.training_load.run_profile import RunProfile

    Floats = NDArray[np.float64]


class Along(StrEnum):
    """What the axis of a run counts."""

    DISTANCE = "distance"
    TIME = "time"


SHORTEST_M, SHORTEST_S = 400.0, 120.0
SLOWEST_MPS = 0.5
"""Slower than this is no pace that anyone reads."""
BESIDE_FROM_PX = 640
"""From this width on the track stands beside the lines, else above them."""
_MARGINS = Margins(left=44, top=24, right=24, bottom=24)
_BETWEEN_PX = 26.0
_TRACK_SHARE, _TRACK_MOST_PX = 0.34, 300.0
_MOST_TICKS = 5
_ROOM_SHARE = 0.08
_EDGE_PERCENT = 2.0
_PACE_STEPS = (15, 30, 60, 120, 300, 600)
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_KILOMETRE_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)
_MINUTE_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 240)
_X_LABEL_PX = 52.0
_NOTHING = N_("This run has no track: there is only what its list or watch summed up.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One of the lines above each other."""

    name: str
    heading: str
    title: Message
    """The heading with the unit of its numbers."""
    values: Floats
    steps: Sequence[float]
    word: Callable[[float], str]
    tick: Callable[[float], str]
    is_turned: bool = False
    """Less is up: a quick pace is."""


def one_run_chart(
    profile: RunProfile | None,
    *,
    palette: Palette,
    along: Along = Along.DISTANCE,
    span: Span | None = None,
    size_px: tuple[int, int] = (760, 460),
    dpi: float = 100,
) -> Chart:
    """Draw what is known of a run, a line for each, and its way beside or above them.

    Args:
        profile: How the run went; ``None`` where there is no track.
        palette: What to paint with.
        along: What the axis counts; time where the distance is unknown.
        span: The part shown, metres or elapsed seconds; ``None`` for all.
        size_px: Logical pixels; see ``canvas``.
        dpi: Device pixels per 100 logical ones.
    """
    if profile is None or not len(profile):
        canvas = Canvas(palette, _MARGINS, size_px=size_px, dpi=dpi)
        return Chart(figure=canvas.say(sentence(Message(_NOTHING))))
    along = _known_along(profile, along)
    places = profile.distance_m if along is Along.DISTANCE else profile.elapsed_s
    shortest = SHORTEST_M if along is Along.DISTANCE else SHORTEST_S
    whole = Span(0.0, max(float(places[-1]), 1.0))
    shown = whole if span is None else span.within(whole, shortest=shortest)
    lines = _lines(profile)
    has_track = bool(np.isfinite(profile.latitude_deg).sum() > 1)
    canvas, track_box = _layout(palette, size_px, dpi, has_track=has_track)
    canvas.set_range(x=(shown.low, shown.high), y=(0, canvas.height_px))
    _draw_lines(canvas, lines, places, profile)
    _x_ticks(canvas, shown, along)
    _draw_silences(canvas, profile, along)
    is_shown = (places >= shown.low) & (places <= shown.high)
    points_px = [None] * len(profile)
    if track_box is not None:
        points_px = draw_track(canvas, track_box, profile, is_shown)
    left, right = canvas.margins.left, canvas.margins.left + canvas.width_px
    return Chart(
        figure=canvas.figure,
        readings=tuple(
            Reading(
                left + (float(places[at]) - shown.low) / max(shown.length, 1e-9) * (right - left),
                _words(profile, lines, at),
                also_px=points_px[at],
            )
            for at in np.flatnonzero(is_shown).tolist()
        ),
        plot_px=(canvas.margins.top, canvas.margins.top + canvas.height_px),
        sides_px=(left, right),
        span=shown,
        whole=whole,
        shortest=shortest,
        table=_table(profile),
    )


def one_run_summary(profile: RunProfile | None) -> str:
    """Return what the chart shows, for those who do not see it."""
    if profile is None or not len(profile):
        return sentence(Message(_NOTHING))
    parts: list[Message] = []
    if np.isfinite(profile.distance_m).any():
        values = {"length": distance(float(np.nanmax(profile.distance_m)))}
        parts.append(Message(N_("The track is {length} long."), values))
    for line in _lines(profile):
        low, high = _edges(line.values)
        values = {
            "what": sentence(Message(line.heading)),
            "least": line.word(high if line.is_turned else low),
            "most": line.word(low if line.is_turned else high),
        }
        parts.append(Message(N_("{what}: {least} to {most} for most of it."), values))
    missing = [
        sentence(Message(words)).lower()
        for words, values in (
            (N_("Heart rate"), profile.heart_rate_bpm),
            (N_("Altitude"), profile.altitude_m),
        )
        if not np.isfinite(values).any()
    ]
    if missing:
        parts.append(Message(N_("Not recorded: {what}."), {"what": ", ".join(missing)}))
    if profile.silences:
        lost_s = sum(each.until_s - each.from_s for each in profile.silences)
        values = {"number": len(profile.silences), "lost_s": lost_s}
        parts.append(Message(N_("Breaks in the recording: {number}, {lost_s} in all."), values))
    return " ".join(sentence(part) for part in parts)


def _known_along(profile: RunProfile, along: Along) -> Along:
    return along if np.isfinite(profile.distance_m).all() else Along.TIME


def _lines(profile: RunProfile) -> list[_Line]:
    speed = np.where(profile.speed_mps >= SLOWEST_MPS, profile.speed_mps, np.nan)
    kilometres = unit_metres() / METRES_PER_KILOMETRE
    lines = (
        _Line(
            name="pace",
            heading=N_("Pace"),
            title=Message(N_("Pace, minutes per {unit}"), {"unit": distance_unit()}),
            values=METRES_PER_KILOMETRE / speed,
            steps=[step / kilometres for step in _PACE_STEPS],
            word=pace,
            tick=lambda s_per_km: duration(s_per_km * kilometres),
            is_turned=True,
        ),
        _Line(
            name="heart-rate",
            heading=N_("Heart rate"),
            title=Message(N_("Heart rate, bpm")),
            values=profile.heart_rate_bpm,
            steps=_STEPS,
            word=_beats,
            tick=number,
        ),
        _Line(
            name="altitude",
            heading=N_("Altitude"),
            title=Message(N_("Altitude, {unit}"), {"unit": height_unit()}),
            values=profile.altitude_m,
            steps=[step * height_metres() for step in _STEPS],
            word=climb,
            tick=lambda metres: number(metres / height_metres()),
        ),
        _Line(
            name="slope",
            heading=N_("Slope"),
            title=Message(N_("Slope, %")),
            values=profile.grade * 100,
            steps=_STEPS,
            word=_slope,
            tick=_signed,
        ),
    )
    return [line for line in lines if np.isfinite(line.values).any()]


def _layout(
    palette: Palette, size_px: tuple[int, int], dpi: float, *, has_track: bool
) -> tuple[Canvas, tuple[float, float, float, float] | None]:
    """Return the canvas of the lines, and the box (left, top, width, height) of the track."""
    width, height = size_px
    if not has_track:
        return Canvas(palette, _MARGINS, size_px=size_px, dpi=dpi), None
    if width >= BESIDE_FROM_PX:
        room = min(width * _TRACK_SHARE, _TRACK_MOST_PX)
        margins = Margins(
            left=_MARGINS.left,
            top=_MARGINS.top,
            right=_MARGINS.right + room + _BETWEEN_PX,
            bottom=_MARGINS.bottom,
        )
        box = (width - room - _MARGINS.right, _MARGINS.top, room, height - 2 * _MARGINS.top)
    else:
        room = height * _TRACK_SHARE
        margins = Margins(
            left=_MARGINS.left,
            top=_MARGINS.top + room + _BETWEEN_PX,
            right=_MARGINS.right,
            bottom=_MARGINS.bottom,
        )
        box = (_MARGINS.right, _MARGINS.right, width - 2 * _MARGINS.right, room)
    return Canvas(palette, margins, size_px=size_px, dpi=dpi), box


def _draw_lines(
    canvas: Canvas, lines: Sequence[_Line], places: Floats, profile: RunProfile
) -> None:
    """Draw the lines above each other in one pair of axes, whose y counts logical pixels.

    Axes of their own would take four times as long to draw.
    """
    ticks: list[tuple[float, str]] = []
    panel_px = (canvas.height_px - _BETWEEN_PX * (len(lines) - 1)) / max(len(lines), 1)
    # A break parts a line: the straight way over it was never run.
    breaks = [each.before for each in profile.silences]
    along = np.insert(places, breaks, np.nan)
    for number_of, line in enumerate(lines):
        bottom_px = canvas.height_px - panel_px - number_of * (panel_px + _BETWEEN_PX)
        low, high = _edges(line.values)
        room = max((high - low) * _ROOM_SHARE, line.steps[0])
        low, high = low - room, high + room
        values = np.clip(line.values, low, high)
        start, per_px = (
            (high, -(high - low) / panel_px)
            if line.is_turned
            else (
                low,
                (high - low) / panel_px,
            )
        )
        (drawn,) = canvas.axes.plot(
            along,
            np.insert(bottom_px + (values - start) / per_px, breaks, np.nan),
            color=canvas.palette.run,
            linewidth=1.6 * POINT,
            zorder=3,
        )
        drawn.set_gid(line.name)
        ticks.extend(
            (bottom_px + (tick - start) / per_px, line.tick(tick))
            for tick in _ticks(low, high, line.steps, most=_MOST_TICKS)
        )
        canvas.write(
            sentence(line.title),
            (canvas.axes.get_xlim()[0], bottom_px + panel_px),
            offset_px=(0, 5),
            px=LABEL_PX,
            color=canvas.palette.ink,
            weight=500,
            align=("left", "bottom"),
        )
    canvas.axes.set_yticks([at for at, _ in ticks], [words for _, words in ticks])


def _ticks(low: float, high: float, steps: Sequence[float], *, most: float) -> list[float]:
    """Return round numbers between two, as many as there is room for."""
    step = next((each for each in steps if (high - low) / each <= most), steps[-1])
    return [step * at for at in range(ceil(low / step), floor(high / step) + 1)]


def _x_ticks(canvas: Canvas, span: Span, along: Along) -> None:
    is_distance = along is Along.DISTANCE
    unit = unit_metres() if is_distance else SECONDS_PER_MINUTE
    steps = [unit * step for step in (_KILOMETRE_STEPS if is_distance else _MINUTE_STEPS)]
    ticks = _ticks(span.low, span.high, steps, most=canvas.width_px / _X_LABEL_PX)
    canvas.axes.set_xticks(ticks, [distance(at) if is_distance else duration(at) for at in ticks])


def _draw_silences(canvas: Canvas, profile: RunProfile, along: Along) -> None:
    """Shade what was not recorded; along the distance it takes no room and is a dotted line."""
    palette = canvas.palette
    for silence in profile.silences:
        if along is Along.TIME:
            ends = (silence.from_s, silence.until_s)
            drawn = canvas.axes.axvspan(*ends, facecolor=palette.grid, linewidth=0, zorder=1)
        else:
            at = profile.distance_m[min(silence.before, len(profile) - 1)]
            look = {"color": palette.muted, "linewidth": 1.0 * POINT, "linestyle": DOT}
            drawn = canvas.axes.axvline(at, zorder=1, **look)
        drawn.set_gid("break")


def _edges(values: Floats) -> tuple[float, float]:
    """Return between what nearly all of the values lie: one wild second is not the scale."""
    low, high = np.nanpercentile(values, (_EDGE_PERCENT, 100 - _EDGE_PERCENT))
    return float(low), float(high)


def _words(profile: RunProfile, lines: Sequence[_Line], at: int) -> str:
    come_m = profile.distance_m[at]
    parts = [] if np.isnan(come_m) else [distance(float(come_m))]
    parts.append(duration(float(profile.elapsed_s[at])))
    parts.extend(
        UNKNOWN if np.isnan(line.values[at]) else line.word(float(line.values[at]))
        for line in lines
    )
    return " · ".join(parts)


def _table(profile: RunProfile) -> Table:
    columns = (
        Column(heading=N_("Time"), name="elapsed_s", word=duration),
        Column(heading=N_("Distance"), name="distance_m", word=distance),
        Column(heading=N_("Speed"), name="speed_mps", word=_pace_of_speed, decimals=2),
        Column(heading=N_("Heart rate"), name="heart_rate_bpm", word=_beats),
        Column(heading=N_("Altitude"), name="altitude_m", word=climb, decimals=1),
        Column(heading=N_("Slope"), name="grade_percent", word=_slope, decimals=1),
    )
    values = (
        profile.elapsed_s,
        profile.distance_m,
        profile.speed_mps,
        profile.heart_rate_bpm,
        profile.altitude_m,
        profile.grade * 100,
    )
    known = ([None if isnan(cell) else cell for cell in column.tolist()] for column in values)
    return Table(columns, tuple(zip(*known, strict=True)))


def _pace_of_speed(speed_mps: float) -> str:
    return UNKNOWN if speed_mps < SLOWEST_MPS else pace(METRES_PER_KILOMETRE / speed_mps)


def _beats(value: float) -> str:
    return sentence(Message(N_("{beats} bpm"), {"beats": number(value)}))


def _slope(value: float) -> str:
    return sentence(Message(N_("{slope} %"), {"slope": _signed(value)}))


def _signed(value: float) -> str:
    sign = "+" if round(value) > 0 else "−" if round(value) < 0 else ""
    return sign + number(abs(value))
