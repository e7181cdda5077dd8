"""A track -> how one run went, ten seconds at a time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.track_features import STRETCH_S
from runadvisor.training_load.stretches import stretches
from runadvisor.training_load.way import LONGEST_STEP_S, way

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from runadvisor.domain.activity import Track

    Floats = NDArray[np.float64]

SMOOTHED_STRETCHES = 3
"""Speed is averaged over half a minute: a receiver's wander is not the runner's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A part of a run of which nothing was recorded, or a pause of the watch."""

    from_s: float
    until_s: float
    """Elapsed seconds."""
    before: int
    """The number of the first stretch after it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RunProfile:
    """Columns of equal length, one place for each stretch of moving time; NaN is unknown."""

    elapsed_s: Floats
    """At the middle of the stretch."""
    distance_m: Floats
    speed_mps: Floats
    heart_rate_bpm: Floats
    altitude_m: Floats
    grade: Floats
    """Rise over way."""
    latitude_deg: Floats
    longitude_deg: Floats
    silences: tuple[Silence, ...]

    def __len__(self) -> int:
        """Count the stretches."""
        return len(self.elapsed_s)


def run_profile(track: Track) -> RunProfile:
    """Return how a run went; standing time is in no stretch."""
    walked = way(track)
    parts = stretches(track, walked)
    ends_s = np.cumsum(parts.seconds, dtype=np.float64)
    middle_s = ends_s - parts.seconds / 2
    elapsed_s = np.interp(middle_s, walked.moved_s, track.time_s)
    unknown = np.full(len(middle_s), np.nan)
    silences = _silences(track, elapsed_s)
    distance_m = walked.distance_m
    return RunProfile(
        elapsed_s=elapsed_s,
        distance_m=unknown
        if distance_m is None
        else np.interp(middle_s, walked.moved_s, distance_m),
        speed_mps=_smoothed(parts.speed_mps.astype(np.float64), [each.before for each in silences]),
        heart_rate_bpm=parts.heart_rate_bpm.astype(np.float64),
        altitude_m=_at(elapsed_s, track.time_s, track.altitude_m),
        grade=parts.grade.astype(np.float64),
        latitude_deg=_at(elapsed_s, track.time_s, track.latitude_deg),
        longitude_deg=_at(elapsed_s, track.time_s, track.longitude_deg),
        silences=silences,
    )


def _silences(track: Track, elapsed_s: Floats) -> tuple[Silence, ...]:
    """Return the breaks between points that are longer than a stretch."""
    seconds = np.diff(track.time_s)
    is_break = (seconds > LONGEST_STEP_S) | (track.segment[1:] != track.segment[:-1])
    return tuple(
        Silence(
            from_s=float(track.time_s[at]),
            until_s=float(track.time_s[at + 1]),
            before=int(np.count_nonzero(elapsed_s <= track.time_s[at])),
        )
        for at in np.flatnonzero(is_break & (seconds >= STRETCH_S))
    )


def _smoothed(values: Floats, breaks: list[int]) -> Floats:
    """Return means over neighbours, never over a break; what is unknown stays so."""
    parts = pairwise((0, *breaks, len(values)))
    return np.concatenate(
        [_means(values[start:end]) for start, end in parts if end > start] or [values]
    )


def _means(values: Floats) -> Floats:
    is_known = np.isfinite(values)
    window = np.ones(min(SMOOTHED_STRETCHES, len(values)))
    total = np.convolve(np.where(is_known, values, 0.0), window, mode="same")
    number = np.convolve(is_known, window, mode="same")
    return np.divide(total, number, out=np.full(len(values), np.nan), where=is_known)


def _at(when_s: Floats, time_s: Floats, values: Floats) -> Floats:
    """Return values at moments, in a straight line between points no minute apart."""
    known = np.flatnonzero(np.isfinite(values))
    if not len(known):
        return np.full(len(when_s), np.nan)
    times = time_s[known]
    after = np.clip(np.searchsorted(times, when_s), 1, max(len(times) - 1, 1))
    apart = times[np.minimum(after, len(times) - 1)] - times[after - 1]
    return np.where(apart <= LONGEST_STEP_S, np.interp(when_s, times, values[known]), np.nan)
