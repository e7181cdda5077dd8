"""The fast parts of a run: its best efforts, and bouts held for 8 seconds or longer."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.track_features import BestEffort, FastBouts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from runadvisor.training_load.way import Way

    Floats = NDArray[np.float64]

EFFORT_SPANS_S = (10, 60, 180, 300, 600, 1200, 1800, 3600)
SHORTEST_BOUT_S = 8
"""Shorter is a step over a puddle, or the receiver (rules.md 26)."""
SLOWEST_BOUT_MPS = 3.0
BOUT_STEP_MPS = 0.1
SMOOTHED_S = 5
"""Speeds from one second to the next are mostly the receiver's noise."""


def best_efforts(walked: Way) -> tuple[BestEffort, ...]:
    """Return the longest way within each span of *elapsed* time: a rest is no rest for it."""
    if walked.distance_m is None:
        return ()
    efforts: list[BestEffort] = []
    time_s, distance_m = walked.time_s, walked.distance_m
    for span_s in EFFORT_SPANS_S:
        if time_s[-1] < span_s:
            break
        # The best span begins or ends at a point: between points the way is a straight line.
        begin = np.concatenate((time_s, time_s - span_s))
        begin = begin[(begin >= 0) & (begin <= time_s[-1] - span_s)]
        covered = np.interp(begin + span_s, time_s, distance_m) - np.interp(
            begin, time_s, distance_m
        )
        efforts.append(BestEffort(span_s, float(covered.max())))
    return tuple(efforts)


def fast_bouts(walked: Way) -> tuple[FastBouts, ...]:
    """Return bouts of 8 s and more at each speed from 3.0 m/s up, until none is held.

    Speeds are means of five seconds of moving time.
    """
    if walked.distance_m is None or walked.moved_s[-1] < SHORTEST_BOUT_S + SMOOTHED_S:
        return ()
    edges = np.arange(0.0, walked.moved_s[-1], 1.0)
    come_m = np.interp(edges, walked.moved_s, walked.distance_m)
    speed = (come_m[SMOOTHED_S:] - come_m[:-SMOOTHED_S]) / SMOOTHED_S
    found: list[FastBouts] = []
    for step in range(round(SLOWEST_BOUT_MPS / BOUT_STEP_MPS), round(speed.max() / BOUT_STEP_MPS)):
        at_least = round(step * BOUT_STEP_MPS, 1)
        lengths = _run_lengths(speed >= at_least)
        lengths = lengths[lengths >= SHORTEST_BOUT_S]
        if len(lengths) == 0:
            break
        found.append(FastBouts(at_least, len(lengths), int(lengths.sum())))
    return tuple(found)


def bouts_at(bouts: tuple[FastBouts, ...], speed_mps: float) -> FastBouts:
    """Return the bouts at a speed, from the step at or above it: never too many."""
    place = bisect_left(bouts, speed_mps, key=attrgetter("speed_mps"))
    return bouts[place] if place < len(bouts) else FastBouts(speed_mps, 0, 0)


def _run_lengths(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    return edges[1::2] - edges[::2]
