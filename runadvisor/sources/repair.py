"""Defects of recorded points: clock, position, altitude, cadence. Arrays in, arrays out."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]
    Numbers = NDArray[np.intp]

# --- clock -----------------------------------------------------------------------------

SORT_SHARE = 0.1
"""Above this share of points out of order the file is shuffled rather than faulty."""


def in_order(time_s: Floats) -> Mask:
    """Mark the longest series of points whose times never fall.

    Leaving out the fewest points survives one mad clock value, ahead or behind, where
    comparing with the latest time so far would drop everything after it.
    """
    tails: list[float] = []
    tail_at: list[int] = []
    previous = np.full(len(time_s), -1, dtype=np.intp)
    for index, time in enumerate(time_s.tolist()):
        place = bisect_right(tails, time)
        if place:
            previous[index] = tail_at[place - 1]
        if place == len(tails):
            tails.append(time)
            tail_at.append(index)
        else:
            tails[place], tail_at[place] = time, index
    keep = np.zeros(len(time_s), dtype=np.bool_)
    index = tail_at[-1] if tail_at else -1
    while index >= 0:
        keep[index] = True
        index = int(previous[index])
    return keep


def first_of_each(time_s: Floats, latitude_deg: Floats, longitude_deg: Floats) -> Mask:
    """Mark each point's first occurrence; the same time and place again is a repeat."""
    points = np.column_stack([time_s, latitude_deg, longitude_deg])
    _, first = np.unique(points, axis=0, return_index=True)
    keep = np.zeros(len(time_s), dtype=np.bool_)
    keep[first] = True
    return keep


def filled_times(time_s: Floats) -> Floats:
    """Return times with the unknown ones placed evenly between their neighbours."""
    known = np.isfinite(time_s)
    if known.all() or not known.any():
        return time_s
    number = np.arange(len(time_s), dtype=np.float64)
    return np.interp(number, number[known], time_s[known])


# --- position --------------------------------------------------------------------------

_NULL_ISLAND_DEG = 1e-3
_EQUATOR_RADIUS_M = 6_378_137.0
_ECCENTRICITY_2 = 0.00669437999014


def is_placed(latitude_deg: Floats, longitude_deg: Floats) -> Mask:
    """Mark the points with a position on Earth; 0,0 is a receiver without a fix."""
    with np.errstate(invalid="ignore"):
        on_earth = (np.abs(latitude_deg) <= 90) & (np.abs(longitude_deg) <= 180)  # noqa: PLR2004 - degrees
        at_null = (np.abs(latitude_deg) < _NULL_ISLAND_DEG) & (
            np.abs(longitude_deg) < _NULL_ISLAND_DEG
        )
    return on_earth & ~at_null


def way_m(
    latitude_deg: Floats, longitude_deg: Floats, to_latitude_deg: Floats, to_longitude_deg: Floats
) -> Floats:
    """Return metres between two series of positions.

    The haversine on a sphere of the Earth's own curvature at that latitude: within 0.01 %
    of the ellipsoid over the steps of a track.
    """
    latitude, to_latitude = np.radians(latitude_deg), np.radians(to_latitude_deg)
    half_north = (to_latitude - latitude) / 2
    half_east = np.radians(to_longitude_deg - longitude_deg) / 2
    flattened = 1 - _ECCENTRICITY_2 * np.sin((latitude + to_latitude) / 2) ** 2
    meridian_m = _EQUATOR_RADIUS_M * (1 - _ECCENTRICITY_2) / flattened**1.5
    normal_m = _EQUATOR_RADIUS_M / np.sqrt(flattened)
    north = np.sin(half_north) * meridian_m
    east = np.sin(half_east) * normal_m * np.sqrt(np.cos(latitude) * np.cos(to_latitude))
    chord_m = np.hypot(north, east)
    return 2 * normal_m * np.arcsin(np.minimum(chord_m / normal_m, 1.0))


MAX_STRAY_POINTS = 3
NOT_A_FAULT_SHARE = 0.05
"""Above this share of too fast steps the movement is fast, not the receiver wrong."""
MIN_FAULTS = 3
MIN_FAULTS_SHARE = 0.25
SUSTAINED_S = 60.0
SILENT_S = 10.0
FROZEN_M = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class SpeedLimit:
    """How fast a sport can be; faster, and the receiver is wrong."""

    at_most_mps: float
    sustained_mps: float
    """From a minute on."""

    def reachable_m(self, seconds: Floats) -> Floats:
        """Return how far one gets, in metres."""
        speed = np.where(seconds < SUSTAINED_S, self.at_most_mps, self.sustained_mps)
        # Two points of one second may carry the same time: judge as if a second had passed.
        return speed * np.maximum(seconds, 1.0)


def stray_points(
    time_s: Floats,
    latitude_deg: Floats,
    longitude_deg: Floats,
    segment: NDArray[np.int32],
    *,
    limit: SpeedLimit,
) -> tuple[Mask, Mask]:
    """Return the points that jumped away, and the steps that are jumps to stay.

    One to three points out of reach of both neighbours are strays. A jump that stays is
    the receiver finding itself: the points hold, the way between them is no distance.
    Unless the receiver had been silent or frozen before and only caught up: that way is real.

    Args:
        time_s: Seconds, never falling.
        latitude_deg: All points placed.
        longitude_deg: All points placed.
        segment: Number of each point's segment.
        limit: Of the sport.

    Returns:
        A mask of stray points, and a mask of points before which the track breaks.
    """
    count = len(time_s)
    stray, broken = np.zeros(count, dtype=np.bool_), np.zeros(count, dtype=np.bool_)
    if count < 2:  # noqa: PLR2004 - a step needs two points
        return stray, broken
    metres = way_m(latitude_deg[:-1], longitude_deg[:-1], latitude_deg[1:], longitude_deg[1:])
    seconds = np.diff(time_s)
    faults = np.flatnonzero((metres > limit.reachable_m(seconds)) & (segment[1:] == segment[:-1]))
    likely = max(min(MIN_FAULTS, MIN_FAULTS_SHARE * count), NOT_A_FAULT_SHARE * count)
    if len(faults) > likely:
        return stray, broken

    def reach(start: int, end: int) -> bool:
        ends = np.array([start, end])
        latitude, longitude = latitude_deg[ends], longitude_deg[ends]
        way = way_m(latitude[:1], longitude[:1], latitude[1:], longitude[1:])
        return bool(way[0] <= limit.reachable_m(np.diff(time_s[ends]))[0])

    begins = [0, *(np.flatnonzero(np.diff(segment)) + 1).tolist(), count]
    silent = (seconds >= SILENT_S) | (metres < FROZEN_M)
    for fault in faults.tolist():
        place = bisect_right(begins, fault) - 1
        first, last = begins[place], begins[place + 1] - 1
        heard = _last_heard(silent, fault, first)
        if stray[fault] or stray[fault + 1] or reach(heard, fault + 1):
            continue
        after = range(fault + 2, min(fault + 2 + MAX_STRAY_POINTS, last + 1))
        back = next((end for end in after if reach(fault, end)), None)
        if back is not None:
            stray[fault + 1 : back] = True
        elif fault - first < MAX_STRAY_POINTS < last - fault:
            stray[first : fault + 1] = True
        elif last - fault <= MAX_STRAY_POINTS:
            stray[fault + 1 : last + 1] = True
        else:
            broken[fault + 1] = True
    return stray, broken


def _last_heard(silent: Mask, step: int, first: int) -> int:
    """Return the point before the silence that leads up to a step."""
    while step > first and silent[step - 1]:
        step -= 1
    return step


# --- standing still --------------------------------------------------------------------

_LOOK_AHEAD_S = 10.0
MIN_STOP_S = 20.0


def standing_s(
    time_s: Floats,
    latitude_deg: Floats,
    longitude_deg: Floats,
    segment: NDArray[np.int32],
    *,
    still_mps: float,
) -> Floats:
    """Return, for each step, its seconds where it belongs to a stop, else 0.

    A step stands still if the ten seconds from its start lead nowhere (net, so that the
    scatter of a resting receiver is no way). Still steps that together last 20 s are a
    stop; shorter ones are a turn or a slow stretch.
    """
    count = len(time_s)
    seconds = np.diff(time_s)
    start = np.arange(count - 1)
    ahead = np.maximum(np.searchsorted(time_s, time_s[:-1] + _LOOK_AHEAD_S), start + 1)
    ahead = np.minimum(ahead, count - 1)
    ahead = np.where(segment[ahead] == segment[start], ahead, start + 1)
    metres = way_m(
        latitude_deg[start], longitude_deg[start], latitude_deg[ahead], longitude_deg[ahead]
    )
    still = metres < still_mps * (time_s[ahead] - time_s[start])
    still &= segment[1:] == segment[:-1]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], still, [False]]).astype(np.int8)))
    stops = np.zeros(count - 1, dtype=np.float64)
    for begin, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if time_s[end] - time_s[begin] >= MIN_STOP_S:
            stops[begin:end] = seconds[begin:end]
    return stops


# --- altitude --------------------------------------------------------------------------

_SMOOTHED_POINTS = 5
CLIMB_HYSTERESIS_M = 5.0


def climb_m(altitude_m: Floats) -> tuple[float, float] | None:
    """Return elevation gain and loss in metres; ``None`` for no or constant altitude.

    A mean over five points, then a rise or fall counts once it reaches 5 m: the raw sum
    of a receiver's noise climbs mountains.
    """
    known = altitude_m[np.isfinite(altitude_m)]
    if len(known) < 2 or np.ptp(known) == 0:  # noqa: PLR2004 - a change needs two points
        return None
    width = min(_SMOOTHED_POINTS, len(known) // 2 * 2 - 1)
    padded = np.pad(known, width // 2, mode="edge")
    smooth = np.convolve(padded, np.full(width, 1 / width), mode="valid")
    turns = _turning_points(smooth.tolist())
    legs = np.diff(turns)
    gain, loss = float(legs[legs > 0].sum()), float(-legs[legs < 0].sum())
    return gain, loss


ALTITUDE_M = (-500.0, 9_000.0)


def altitudes(altitude_m: Floats) -> Floats:
    """Return altitudes with those nowhere on Earth as unknown."""
    low, high = ALTITUDE_M
    with np.errstate(invalid="ignore"):
        return np.where((altitude_m >= low) & (altitude_m <= high), altitude_m, np.nan)


_UNSETTLED_POINTS = 3
_UNSETTLED_JUMP_M = 15.0
_UNSETTLED_S = 10.0
_SETTLED_POINTS = 5


def unsettled_altitudes(time_s: Floats, altitude_m: Floats) -> Mask:
    """Mark up to three first altitudes from which the next jumps 15 m and more, to stay.

    Nobody climbs 15 m from one point to the next within ten seconds; the five points
    after the jump must agree within that, else it is noise and stays.
    """
    unsettled = np.zeros(len(altitude_m), dtype=np.bool_)
    known = np.flatnonzero(np.isfinite(altitude_m))
    if len(known) < _UNSETTLED_POINTS + _SETTLED_POINTS:
        return unsettled
    for count in range(_UNSETTLED_POINTS, 0, -1):
        last, then = known[count - 1], known[count : count + _SETTLED_POINTS]
        has_jumped = abs(altitude_m[then[0]] - altitude_m[last]) >= _UNSETTLED_JUMP_M
        is_at_once = time_s[then[0]] - time_s[last] <= _UNSETTLED_S
        if has_jumped and is_at_once and np.ptp(altitude_m[then]) < _UNSETTLED_JUMP_M:
            unsettled[known[:count]] = True
            break
    return unsettled


def _turning_points(altitudes_m: list[float]) -> list[float]:
    """Return the lows and highs in turn between which the way rises or falls 5 m or more."""
    turns: list[float] = []
    low = high = altitudes_m[0]
    upward = 0
    for altitude in altitudes_m:
        if upward >= 0 and altitude > high:
            high = altitude
        if upward <= 0 and altitude < low:
            low = altitude
        if upward >= 0 and high - altitude >= CLIMB_HYSTERESIS_M:
            turns.append(high)
            low, upward = altitude, -1
        elif upward <= 0 and altitude - low >= CLIMB_HYSTERESIS_M:
            turns.append(low)
            high, upward = altitude, 1
    if upward:
        turns.append(high if upward > 0 else low)
    return turns


# --- cadence ---------------------------------------------------------------------------

SINGLE_LEG_BELOW_SPM = {True: 110.0, False: 75.0}
"""A median below this counts one leg: runners take 120-220 steps a minute, walkers 80-140."""
MAX_CADENCE_SPM = 250.0


def steps(cadence: Floats, *, is_run: bool) -> Floats:
    """Return cadence as steps of both feet per minute; 0 is unknown."""
    with np.errstate(invalid="ignore"):
        known = np.where((cadence > 0) & (cadence <= MAX_CADENCE_SPM), cadence, np.nan)
    if not np.isfinite(known).any():
        return known
    doubled = np.nanmedian(known) < SINGLE_LEG_BELOW_SPM[is_run]
    return known * 2 if doubled else known
