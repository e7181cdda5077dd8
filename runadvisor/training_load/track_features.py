"""A track -> what load and rules ask of it, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.track_features import TrackFeatures
from runadvisor.training_load.fast_running import best_efforts, fast_bouts
from runadvisor.training_load.stretches import stretches
from runadvisor.training_load.way import FASTEST_MPS, way

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from runadvisor.domain.activity import Sport, Track

FASTEST_OTHER_MPS = 60.0
PEAK_STRETCHES = 3
"""Half a minute: one wild beat is no peak."""


def track_features(track: Track, *, sport: Sport) -> TrackFeatures:
    """Return the features of a track; the same track always gives the same."""
    walked = way(track, top_speed_mps=FASTEST_MPS if sport.is_run else FASTEST_OTHER_MPS)
    parts = stretches(track, walked)
    return TrackFeatures(
        stretches=parts,
        best_efforts=best_efforts(walked) if sport.is_run else (),
        fast_bouts=fast_bouts(walked) if sport.is_run else (),
        peak_heart_rate_bpm=_peak_bpm(parts.heart_rate_bpm),
    )


def _peak_bpm(heart_rate_bpm: NDArray[np.float32]) -> float | None:
    if len(heart_rate_bpm) < PEAK_STRETCHES:
        return None
    means = np.lib.stride_tricks.sliding_window_view(heart_rate_bpm, PEAK_STRETCHES).mean(axis=1)
    known = means[np.isfinite(means)]
    return float(known.max()) if len(known) else None
