"""A track -> its ten-second stretches of moving time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.track_features import STRETCH_S, Stretches
from runadvisor.training_load.grade import STEEPEST_GRADE
from runadvisor.training_load.way import KNOWN_SHARE, filled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from runadvisor.domain.activity import Track
    from runadvisor.training_load.way import Way

    Floats = NDArray[np.float64]

SHORTEST_STRETCH_S = 1.0
"""What is left at the end is a stretch of its own unless it is shorter."""
SMOOTHED_M = 25.0
"""Altitudes are averaged, and slopes taken, over so many metres to either side: receivers
wander by metres from second to second, and a slope of a few metres is mostly that."""
SHORTEST_RISE_M = 10.0
"""Below this length nothing is said of a slope."""


def stretches(track: Track, walked: Way) -> Stretches:
    """Return ten-second stretches of moving time; standing time is in none of them.

    Heart rate and cadence are means over time, known where half of the stretch is; a
    cadence of 0 is a gap. Without altitude the slope is unknown.
    """
    moved_s = walked.moved_s
    total_s = float(moved_s[-1])
    edges = np.arange(0.0, total_s, STRETCH_S)
    if len(edges) == 0 or total_s - edges[-1] >= SHORTEST_STRETCH_S or len(edges) == 1:
        edges = np.append(edges, total_s)
    seconds = np.diff(edges)
    unknown = np.full(len(seconds), np.nan)
    grade, speed = unknown, unknown
    if walked.distance_m is not None:
        come_m = np.interp(edges, moved_s, walked.distance_m)
        speed = np.divide(np.diff(come_m), seconds, out=unknown.copy(), where=seconds > 0)
        grade = _grades(track, walked.distance_m, come_m)
    cadence = np.where(track.cadence_spm > 0, track.cadence_spm, np.nan)
    return Stretches(
        seconds=seconds.astype(np.float32),
        speed_mps=speed.astype(np.float32),
        grade=grade.astype(np.float32),
        cadence_spm=_means(cadence, moved_s, edges).astype(np.float32),
        heart_rate_bpm=_means(track.heart_rate_bpm, moved_s, edges).astype(np.float32),
    )


def _means(values: Floats, moved_s: Floats, edges: Floats) -> Floats:
    """Return the mean over time between edges; a value holds for the step that leads to it."""
    weights = np.diff(moved_s) * np.isfinite(values[1:])
    known_s = _between(weights, moved_s, edges)
    total = _between(weights * np.nan_to_num(values[1:]), moved_s, edges)
    is_known = known_s >= KNOWN_SHARE * np.diff(edges)
    is_known &= known_s > 0
    return np.divide(total, known_s, out=np.full(len(total), np.nan), where=is_known)


def _between(steps: Floats, moved_s: Floats, edges: Floats) -> Floats:
    sums = np.concatenate(([0.0], np.cumsum(steps)))
    return np.diff(np.interp(edges, moved_s, sums))


def _grades(track: Track, distance_m: Floats, come_m: Floats) -> Floats:
    """Return the slope at the middle of each stretch, from altitude smoothed along the way."""
    known = np.isfinite(track.altitude_m)
    total_m = float(distance_m[-1])
    if known.sum() <= KNOWN_SHARE * len(known) or total_m < SHORTEST_RISE_M:
        return np.full(len(come_m) - 1, np.nan)
    altitude = filled(track.time_s, track.altitude_m)
    area = np.concatenate(
        ([0.0], np.cumsum((altitude[1:] + altitude[:-1]) / 2 * np.diff(distance_m)))
    )

    def smoothed(at_m: Floats) -> Floats:
        low = np.clip(at_m - SMOOTHED_M, 0.0, total_m)
        high = np.clip(at_m + SMOOTHED_M, 0.0, total_m)
        return (np.interp(high, distance_m, area) - np.interp(low, distance_m, area)) / (high - low)

    middle = (come_m[1:] + come_m[:-1]) / 2
    # At the ends the window is cut off on one side: it is moved inwards, so that the
    # heights compared are as far apart as their windows' middles.
    inner = np.clip(
        middle, min(2 * SMOOTHED_M, total_m / 2), max(total_m - 2 * SMOOTHED_M, total_m / 2)
    )
    low, high = (np.clip(inner + side * SMOOTHED_M, 0.0, total_m) for side in (-1, 1))
    rise = smoothed(high) - smoothed(low)
    apart = _window_middle(high, total_m) - _window_middle(low, total_m)
    slope = np.divide(rise, apart, out=np.full(len(rise), np.nan), where=apart > 0)
    return np.clip(slope, -STEEPEST_GRADE, STEEPEST_GRADE)


def _window_middle(at_m: Floats, total_m: float) -> Floats:
    low = np.clip(at_m - SMOOTHED_M, 0.0, total_m)
    high = np.clip(at_m + SMOOTHED_M, 0.0, total_m)
    return (low + high) / 2
