"""Heart rates no heart had: a lost strap, a mad sensor, an optical sensor that counts steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from runadvisor.sources.repair import Floats, Mask

HEART_RATE_BPM = (30.0, 225.0)
"""What a heart can do at rest and at its utmost; sensors give 0, 235 and 255 when lost."""


def heart_beats(heart_rate_bpm: Floats) -> Floats:
    """Return heart rates with what no heart beats as unknown; straps write 0 when lost."""
    low, high = HEART_RATE_BPM
    with np.errstate(invalid="ignore"):
        return np.where((heart_rate_bpm >= low) & (heart_rate_bpm <= high), heart_rate_bpm, np.nan)


_NEAR_STEPS = 3.0
_LEAST_LOCK_S = 120.0
_EDGE_S = 10.0
_LEAP_BPM = 20.0
_FOLLOWED_RANGE_SPM = 10.0
_FOLLOWS = 0.9


def step_counts(time_s: Floats, heart_rate_bpm: Floats, cadence_spm: Floats) -> Mask:
    """Mark the points where the sensor took the runner's steps for heartbeats.

    Heart rate and step rate within 3 of each other for two minutes and more, and one of
    two proofs that it is no coincidence: the rate leapt by 20 within seconds at the edge
    of that stretch, or it follows each change of the steps (correlation above 0.9 while
    they vary by more than 10). Both are our own choice; in doubt the rate stays.

    Args:
        time_s: Seconds, never falling.
        heart_rate_bpm: NaN unknown.
        cadence_spm: Of both feet; NaN unknown.
    """
    locked = np.zeros(len(time_s), dtype=np.bool_)
    with np.errstate(invalid="ignore"):
        near = np.abs(heart_rate_bpm - cadence_spm) <= _NEAR_STEPS
    edges = np.flatnonzero(np.diff(np.concatenate([[False], near, [False]]).astype(np.int8)))
    for begin, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if time_s[end - 1] - time_s[begin] < _LEAST_LOCK_S:
            continue
        inside = slice(begin, end)
        if (
            _leaps(time_s, heart_rate_bpm, begin)
            or _leaps(time_s, heart_rate_bpm, end)
            or _follows(heart_rate_bpm[inside], cadence_spm[inside])
        ):
            locked[inside] = True
    return locked


def _leaps(time_s: Floats, heart_rate_bpm: Floats, edge: int) -> bool:
    """Whether the rate leaps between the ten seconds before a point and those from it on."""
    if not 0 < edge < len(time_s):
        return False
    low = int(np.searchsorted(time_s, time_s[edge - 1] - _EDGE_S))
    high = int(np.searchsorted(time_s, time_s[edge] + _EDGE_S, side="right"))
    before, after = heart_rate_bpm[low:edge], heart_rate_bpm[edge:high]
    before, after = before[np.isfinite(before)], after[np.isfinite(after)]
    if not len(before) or not len(after) or time_s[edge] - time_s[edge - 1] > _EDGE_S:
        return False
    return bool(abs(np.median(after) - np.median(before)) >= _LEAP_BPM)


def _follows(heart_rate_bpm: Floats, cadence_spm: Floats) -> bool:
    low, high = np.percentile(cadence_spm, [5, 95])
    if high - low < _FOLLOWED_RANGE_SPM:
        return False
    return bool(np.corrcoef(heart_rate_bpm, cadence_spm)[0, 1] > _FOLLOWS)
