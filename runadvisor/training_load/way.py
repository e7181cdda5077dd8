"""The points of a track -> how far it had come, and for how long it had moved, at each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from runadvisor.domain.activity import Track

    Floats = NDArray[np.float64]

EARTH_RADIUS_M = 6_371_008.8
KNOWN_SHARE = 0.5
"""A column that is empty for more than half of the points is not used."""
LONGEST_STEP_S = 60.0
"""A longer silence is no movement that we know of."""
FASTEST_MPS = 12.0
"""Faster steps than anyone runs count at this speed: no record comes from a jump."""
STILL_MPS = 0.5
STILL_SPAN_S = 5.0
"""To either side: who gets nowhere in ten seconds stands."""
MOST_STANDING = 0.5
"""Where more than half would be standing, the position stood still, not the runner."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Way:
    """Running sums at each point of a track; the first is 0."""

    time_s: Floats
    """Elapsed."""
    moved_s: Floats
    distance_m: Floats | None
    """Within moving time; ``None`` where nothing tells a distance."""


def way(track: Track, *, top_speed_mps: float = FASTEST_MPS) -> Way:
    """Return how far and how long a track had moved at each of its points.

    The device's own distance goes before its speed, and both before positions. A step
    moves when it lies within a segment, takes no longer than a minute, and belongs to
    ten seconds that lead somewhere (0.5 m/s). A run on the spot (a treadmill with a
    frozen position) moves throughout.
    """
    seconds = np.diff(track.time_s)
    is_joined = (track.segment[1:] == track.segment[:-1]) & (seconds <= LONGEST_STEP_S)
    steps = _steps_m(track, seconds, is_joined)
    if steps is None:
        return Way(time_s=track.time_s, moved_s=_sums(seconds * is_joined), distance_m=None)
    steps = np.clip(steps, 0.0, top_speed_mps * seconds)
    moves = is_joined & ~_stands(track.time_s, _sums(steps))
    if seconds[moves].sum() < MOST_STANDING * seconds[is_joined].sum():
        moves = is_joined
    return Way(time_s=track.time_s, moved_s=_sums(seconds * moves), distance_m=_sums(steps * moves))


def _steps_m(track: Track, seconds: Floats, is_joined: NDArray[np.bool_]) -> Floats | None:
    if _is_known(track.distance_m) and np.nanmax(track.distance_m) > 0:
        return np.diff(filled(track.time_s, track.distance_m))
    if _is_known(track.speed_mps) and np.nanmax(track.speed_mps) > 0:
        return filled(track.time_s, track.speed_mps)[1:] * seconds * is_joined
    if _is_known(track.latitude_deg):
        latitude = filled(track.time_s, track.latitude_deg)
        longitude = filled(track.time_s, track.longitude_deg)
        return _great_circle_m(latitude, longitude) * is_joined
    return None


def _great_circle_m(latitude_deg: Floats, longitude_deg: Floats) -> Floats:
    latitude, longitude = np.radians(latitude_deg), np.radians(longitude_deg)
    half_chord = (
        np.sin(np.diff(latitude) / 2) ** 2
        + np.cos(latitude[:-1]) * np.cos(latitude[1:]) * np.sin(np.diff(longitude) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.clip(half_chord, 0, 1)))


def _stands(time_s: Floats, distance_m: Floats) -> NDArray[np.bool_]:
    middle = (time_s[1:] + time_s[:-1]) / 2
    before = np.maximum(middle - STILL_SPAN_S, time_s[0])
    after = np.minimum(middle + STILL_SPAN_S, time_s[-1])
    covered = np.interp(after, time_s, distance_m) - np.interp(before, time_s, distance_m)
    return covered < STILL_MPS * (after - before)


def filled(time_s: Floats, values: Floats) -> Floats:
    """Return a column with its unknown values drawn in a straight line between known ones."""
    known = np.isfinite(values)
    return values if known.all() else np.interp(time_s, time_s[known], values[known])


def _is_known(values: Floats) -> bool:
    return np.isfinite(values).sum() > KNOWN_SHARE * len(values)


def _sums(steps: Floats) -> Floats:
    return np.concatenate(([0.0], np.cumsum(steps)))
