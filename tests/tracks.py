"""Tracks for tests, said in a line: what was run, second by second."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.activity import Sport, Track
from runadvisor.training_load.track_features import track_features

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.track_features import TrackFeatures

METRES_PER_DEGREE = 111_195.08
"""Of latitude, on the sphere the distances are measured on."""


def track(
    *parts: tuple[float, float],
    grade: float | Sequence[float] = 0.0,
    cadence: float = 168.0,
    heart_rate: float = 145.0,
) -> Track:
    """Return a track due north of (seconds, metres per second) parts, a point a second.

    ``grade`` is one slope for all, or one for each part.
    """
    slopes = [grade] * len(parts) if isinstance(grade, float) else list(grade)
    speed = np.concatenate([np.full(round(s), v, dtype=float) for s, v in parts])
    slope = np.concatenate([np.full(round(s), g) for (s, _), g in zip(parts, slopes, strict=True)])
    way_m = np.concatenate(([0.0], np.cumsum(speed)))
    points = len(way_m)
    unknown = np.full(points, np.nan)
    return Track(
        time_s=np.arange(points, dtype=float),
        latitude_deg=50 + way_m / METRES_PER_DEGREE,
        longitude_deg=np.full(points, 13.0),
        altitude_m=100 + np.concatenate(([0.0], np.cumsum(speed * slope))),
        heart_rate_bpm=np.full(points, heart_rate),
        cadence_spm=np.full(points, cadence),
        distance_m=unknown,
        speed_mps=unknown,
        segment=np.zeros(points, dtype=np.int32),
    )


def without(run: Track, *names: str) -> Track:
    """Return a track with columns made unknown."""
    return replace(run, **{name: np.full(len(run), np.nan) for name in names})


def features(*parts: tuple[float, float], **fields: float | Sequence[float]) -> TrackFeatures:
    """Return the features of a run of such parts."""
    return track_features(track(*parts, **fields), sport=Sport.RUN)  # pyright: ignore[reportArgumentType]
