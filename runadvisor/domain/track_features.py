"""What the track of an activity says, worked out once and kept: ten-second stretches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEATURES_VERSION = 1
"""Raised whenever the same track would give other features: kept ones are then made anew."""
STRETCH_S = 10
"""Moving seconds of a stretch; the last one of an activity is shorter."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stretches:
    """Ten-second stretches of moving time as columns of equal length; NaN is unknown."""

    seconds: NDArray[np.float32]
    speed_mps: NDArray[np.float32]
    grade: NDArray[np.float32]
    """Rise over way, from altitude smoothed along the way; within ±0.45."""
    cadence_spm: NDArray[np.float32]
    """Steps (both feet) per minute."""
    heart_rate_bpm: NDArray[np.float32]

    def __len__(self) -> int:
        """Count the stretches."""
        return len(self.seconds)


@dataclass(frozen=True, slots=True)
class BestEffort:
    """The longest way within a span of elapsed time."""

    span_s: int
    distance_m: float


@dataclass(frozen=True, slots=True)
class FastBouts:
    """What was run without a break of 8 seconds or longer at or above a speed."""

    speed_mps: float
    bouts: int
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TrackFeatures:
    """All that load and rules ask of a track."""

    stretches: Stretches
    best_efforts: tuple[BestEffort, ...] = ()
    """By span, of runs only; spans longer than the run are left out."""
    fast_bouts: tuple[FastBouts, ...] = ()
    """By speed, in steps of 0.1 m/s, of runs only; speeds never held are left out."""
    peak_heart_rate_bpm: float | None = None
    """The highest mean of half a minute."""
