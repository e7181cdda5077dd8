"""Training impulses (TRIMP) from heart rate, each named; they are never mixed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.athlete import TrimpSex
from runadvisor.domain.units import SECONDS_PER_HOUR, SECONDS_PER_MINUTE

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

BANISTER = {TrimpSex.FEMALE: (0.86, 1.67), TrimpSex.MALE: (0.64, 1.92)}
"""A and B of Banister's curve. Older texts use 0.64 for women too; we take 0.86 (morton1990)."""
MINUTES_PER_HOUR = SECONDS_PER_HOUR / SECONDS_PER_MINUTE
EDWARDS_EDGES = (0.5, 0.6, 0.7, 0.8, 0.9)
"""Lower edges of Edwards' five zones, as shares of the highest heart rate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartRateLimits:
    """What a heart rate is measured against.

    Raises:
        ValueError: The highest is not above the resting one.
    """

    resting_bpm: float
    max_bpm: float

    def __post_init__(self) -> None:
        """Refuse limits between which there is nothing."""
        if self.max_bpm <= self.resting_bpm:
            msg = "the highest heart rate lies above the resting one"
            raise ValueError(msg)

    def reserve(self, heart_rate_bpm: ArrayLike) -> NDArray[np.float64]:
        """Return the share of the heart-rate reserve, from 0 to 1."""
        beats = np.asarray(heart_rate_bpm, dtype=np.float64)
        return np.clip((beats - self.resting_bpm) / (self.max_bpm - self.resting_bpm), 0, 1)


def banister_trimp(
    seconds: ArrayLike, heart_rate_bpm: ArrayLike, *, limits: HeartRateLimits, sex: TrimpSex
) -> float:
    """Return Banister's TRIMP: minutes × reserve × A·e^(B·reserve), in AU.

    Args:
        seconds: Length of each stretch; one number for a whole session.
        heart_rate_bpm: Mean of each stretch; a stretch without one adds nothing.
        limits: Resting and highest heart rate.
        sex: Whose constants: 0.86 and 1.67 for women, 0.64 and 1.92 for men.

    Source:
        morton1990 in resources/catalog/bibliography.toml
    """
    return float(np.nansum(banister_rate(limits.reserve(heart_rate_bpm), sex=sex) * _min(seconds)))


def banister_rate(reserve: NDArray[np.float64], *, sex: TrimpSex) -> NDArray[np.float64]:
    """Return Banister's TRIMP of one minute at shares of the heart-rate reserve."""
    a, b = BANISTER[sex]
    return reserve * a * np.exp(b * reserve)


def edwards_trimp(seconds: ArrayLike, heart_rate_bpm: ArrayLike, *, max_bpm: float) -> float:
    """Return Edwards' TRIMP: minutes in each tenth from 50 % up, times 1 to 5, in AU.

    Source:
        edwards1993 in resources/catalog/bibliography.toml
    """
    zone = edwards_zone(np.asarray(heart_rate_bpm, dtype=np.float64) / max_bpm)
    return float((zone * _min(seconds)).sum())


def edwards_zone(share_of_max: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return Edwards' zone, 1 to 5, of shares of the highest heart rate; 0 below 50 %."""
    known = np.nan_to_num(share_of_max, nan=0.0)
    return np.searchsorted(EDWARDS_EDGES, known, side="right").astype(np.float64)


def lucia_trimp(
    seconds: ArrayLike, heart_rate_bpm: ArrayLike, *, first_bpm: float, second_bpm: float
) -> float:
    """Return Lucia's TRIMP: minutes below, between and above two thresholds × 1, 2, 3, in AU.

    Args:
        seconds: Length of each stretch.
        heart_rate_bpm: Mean of each stretch; a stretch without one adds nothing.
        first_bpm: Heart rate of the first ventilatory threshold.
        second_bpm: Heart rate of the second; the zone above begins at it.

    Source:
        lucia2003 in resources/catalog/bibliography.toml
    """
    beats = np.asarray(heart_rate_bpm, dtype=np.float64)
    zone = 1.0 + (beats >= first_bpm) + (beats >= second_bpm)
    return float((np.where(np.isnan(beats), 0.0, zone) * _min(seconds)).sum())


def heart_rate_stress(
    seconds: ArrayLike,
    heart_rate_bpm: ArrayLike,
    *,
    limits: HeartRateLimits,
    threshold_bpm: float,
) -> float:
    """Return heart-rate stress in its squared form: 100 is an hour at threshold.

    Hours × (reserve ÷ reserve at threshold)² × 100. Not the same number as
    ``heart_rate_stress_by_trimp``; the two are never shown as one.
    """
    intensity = limits.reserve(heart_rate_bpm) / limits.reserve(threshold_bpm)
    return float(np.nansum(intensity**2 * _min(seconds)) * 100 / MINUTES_PER_HOUR)


def heart_rate_stress_by_trimp(
    seconds: ArrayLike,
    heart_rate_bpm: ArrayLike,
    *,
    limits: HeartRateLimits,
    threshold_bpm: float,
    sex: TrimpSex,
) -> float:
    """Return heart-rate stress in its TRIMP form: 100 is an hour at threshold.

    Banister's TRIMP ÷ Banister's TRIMP of an hour at threshold × 100.
    """
    whole = banister_trimp(seconds, heart_rate_bpm, limits=limits, sex=sex)
    hour = banister_trimp(SECONDS_PER_HOUR, threshold_bpm, limits=limits, sex=sex)
    return 100 * whole / hour


def _min(seconds: ArrayLike) -> NDArray[np.float64]:
    return np.asarray(seconds, dtype=np.float64) / SECONDS_PER_MINUTE
