"""A FIT file as what it tells of its activities: records, sessions, laps, clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.sources import fit_profile as profile
from runadvisor.sources.fit_columns import columns
from runadvisor.sources.raw_points import COLUMNS, RawPoints

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.sources.fit_columns import Columns
    from runadvisor.sources.fit_messages import Frames
    from runadvisor.sources.repair import Floats

Row = dict[str, float | None]
"""One message: its values by name, ``None`` unknown."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FitFile:
    """One FIT file; times are seconds since 1970, unless the clock was never set."""

    frames: Frames
    type: int | None
    maker: int | None
    points: RawPoints
    sessions: tuple[Row, ...]
    laps: tuple[Row, ...]
    sport: Row
    """The sport message, for files without sessions."""
    clock: FitClock

    @property
    def start_s(self) -> float | None:
        """The first time of all; ``None`` where there is none."""
        known = [row["start_time"] for row in self.sessions if row["start_time"] is not None]
        times = self.points.time_s[np.isfinite(self.points.time_s)]
        return min([*known, *times[:1].tolist()], default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class FitClock:
    """What the file tells of the zone, and whether its times are times."""

    offset: timedelta | None = None
    """Of local time from UTC."""
    is_unset: bool = False
    """Whether times count from when the device was switched on."""
    local_shift_s: float | None = None
    """What to add to unset times to make them local ones."""
    has_absurd_local_time: bool = False


def fit_file(frames: Frames) -> FitFile:
    """Return what the messages of one file tell."""
    file_id = _first(columns(frames, profile.Kind.FILE_ID, profile.FILE_ID))
    records = columns(frames, profile.Kind.RECORD, profile.RECORD)
    sessions = _rows(columns(frames, profile.Kind.SESSION, profile.SESSION))
    clock = _clock(
        _last(columns(frames, profile.Kind.ACTIVITY, profile.ACTIVITY)), records, sessions
    )
    events = columns(frames, profile.Kind.EVENT, profile.EVENT)
    return FitFile(
        frames=frames,
        type=_whole(file_id.get("type")),
        maker=_whole(file_id.get("manufacturer")),
        points=_points(records, _timer_starts(events)),
        sessions=tuple(_moved(row, profile.EPOCH_S) for row in sessions),
        laps=tuple(
            _moved(row, profile.EPOCH_S)
            for row in _rows(columns(frames, profile.Kind.LAP, profile.LAP))
        ),
        sport=_first(columns(frames, profile.Kind.SPORT, profile.SPORT)),
        clock=clock,
    )


def _rows(found: Columns) -> list[Row]:
    """Return the messages one by one."""
    count = len(next(iter(found.values())))
    return [
        {
            name: float(column[n]) if np.isfinite(column[n]) else None
            for name, column in found.items()
        }
        for n in range(count)
    ]


def _first(found: Columns) -> Row:
    return next(iter(_rows(found)), {})


def _last(found: Columns) -> Row:
    return next(reversed(_rows(found)), {})


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def with_clock_set(file: FitFile, shift_s: float) -> FitFile:
    """Return the file with all its times moved by so many seconds."""
    return replace(
        file,
        points=replace(file.points, time_s=file.points.time_s + shift_s),
        sessions=tuple(_moved(row, shift_s) for row in file.sessions),
        laps=tuple(_moved(row, shift_s) for row in file.laps),
    )


def _moved(row: Row, by_s: float) -> Row:
    times = {
        name: seconds + by_s
        for name in ("timestamp", "start_time")
        if (seconds := row.get(name)) is not None
    }
    return row | times


# --- clock -----------------------------------------------------------------------------

_MAX_OFFSET_S = 14 * 3600
_QUARTER_S = 15 * 60
_SLACK_S = 60


def _clock(activity: Row, records: Columns, sessions: list[Row]) -> FitClock:
    """Return what the activity message tells of local time, if it can be right."""
    times = records["timestamp"]
    starts = [row["start_time"] for row in sessions if row.get("start_time") is not None]
    known = np.array([*times[np.isfinite(times)].tolist(), *starts], dtype=np.float64)
    is_unset = bool(len(known)) and float(np.median(known)) < profile.CLOCK_UNSET_BELOW_S
    utc, local = activity.get("timestamp"), activity.get("local_timestamp")
    if utc is None or local is None:
        return FitClock(is_unset=is_unset)
    if is_unset:
        # The clock was set when the recording was closed, not when it was made.
        is_set = local >= profile.CLOCK_UNSET_BELOW_S
        shift_s = local - utc if is_set else None
        return FitClock(is_unset=True, local_shift_s=shift_s)
    quarters = round((local - utc) / _QUARTER_S)
    apart_s = abs(local - utc - quarters * _QUARTER_S)
    if abs(local - utc) > _MAX_OFFSET_S or apart_s > _SLACK_S:
        return FitClock(has_absurd_local_time=True)
    return FitClock(offset=timedelta(seconds=quarters * _QUARTER_S))


# --- points ----------------------------------------------------------------------------


def _timer_starts(events: Columns) -> Floats:
    """Return when the timer was started, first and after each pause, in order."""
    is_start = (events["event"] == profile.TIMER_EVENT) & (
        events["event_type"] == profile.TIMER_START
    )
    return np.sort(events["timestamp"][is_start & np.isfinite(events["timestamp"])])


def _points(records: Columns, timer_starts: Floats) -> RawPoints:
    """Return the records as points: the finer fields first, a segment for each timer start."""
    time_s = records["timestamp"]
    segment = np.searchsorted(timer_starts[1:], time_s, side="right").astype(np.int32)
    speed, distance = unpacked(records["speed_distance"])
    fraction = records["fractional_cadence"]
    return RawPoints.of(
        time_s + profile.EPOCH_S,
        segment=segment,
        latitude_deg=records["latitude"],
        longitude_deg=records["longitude"],
        altitude_m=_else(records["enhanced_altitude"], records["altitude"]),
        heart_rate_bpm=records["heart_rate"],
        cadence=records["cadence"] + np.where(np.isfinite(fraction), fraction, 0.0),
        distance_m=_else(records["distance"], distance),
        speed_mps=_else(_else(records["enhanced_speed"], records["speed"]), speed),
    )


def _else(column: Floats, other: Floats) -> Floats:
    return np.where(np.isfinite(column), column, other)


_TWELVE_BITS = 12
_SPEED_STEPS, _DISTANCE_STEPS = 100, 16


def unpacked(packed: Floats) -> tuple[Floats, Floats]:
    """Return speed and distance of old watches: twelve bits each, distance rolling over."""
    speed, distance = np.full(len(packed), np.nan), np.full(len(packed), np.nan)
    known = np.isfinite(packed)
    if known.any():
        bits = packed[known].astype(np.int64)
        rolling = 1 << _TWELVE_BITS
        steps = np.diff(bits >> _TWELVE_BITS, prepend=0) % rolling
        speed[known] = (bits % rolling) / _SPEED_STEPS
        distance[known] = np.cumsum(steps) / _DISTANCE_STEPS
    return speed, distance


def merged_seconds(points: RawPoints) -> RawPoints:
    """Return one point for each second: makers that write a record for each sensor."""
    time_s = points.time_s
    first = np.concatenate([[True], np.diff(time_s) != 0]) | ~np.isfinite(time_s)
    if first.all():
        return points
    group = np.cumsum(first) - 1
    merged: Mapping[str, Floats] = {
        name: _first_known(getattr(points, name), group, int(group[-1]) + 1) for name in COLUMNS
    }
    return RawPoints(**merged, segment=points.segment[first])


def _first_known(column: Floats, group: np.ndarray, count: int) -> Floats:
    merged = np.full(count, np.nan)
    known = np.flatnonzero(np.isfinite(column))[::-1]
    merged[group[known]] = column[known]
    return merged
