"""Features of a track as one small blob: whole numbers, zlib."""

from __future__ import annotations

import json
import zlib
from dataclasses import astuple
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.track_features import BestEffort, FastBouts, Stretches, TrackFeatures

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEPS_PER_UNIT = {
    "seconds": 100,
    "speed_mps": 1000,
    "grade": 10_000,
    "cadence_spm": 10,
    "heart_rate_bpm": 10,
}
"""Whole steps per unit: what 16 bits hold is finer than any device measures."""
_UNKNOWN = np.iinfo(np.int16).min
_MOST = np.iinfo(np.int16).max


def packed_features(features: TrackFeatures) -> bytes:
    """Return features as bytes."""
    head = json.dumps(
        {
            "length": len(features.stretches),
            "best_efforts": [astuple(effort) for effort in features.best_efforts],
            "fast_bouts": [astuple(bouts) for bouts in features.fast_bouts],
            "peak_heart_rate_bpm": features.peak_heart_rate_bpm,
        }
    ).encode()
    columns = b"".join(
        _packed(getattr(features.stretches, name), steps) for name, steps in STEPS_PER_UNIT.items()
    )
    return zlib.compress(len(head).to_bytes(4, "little") + head + columns, level=1)


def unpacked_features(data: bytes) -> TrackFeatures:
    """Return the features of bytes."""
    raw = zlib.decompress(data)
    head_end = 4 + int.from_bytes(raw[:4], "little")
    head = json.loads(raw[4:head_end])
    columns = np.frombuffer(raw, dtype="<i2", offset=head_end).reshape(
        len(STEPS_PER_UNIT), head["length"]
    )
    return TrackFeatures(
        stretches=Stretches(
            **{
                name: _unpacked(column, steps)
                for (name, steps), column in zip(STEPS_PER_UNIT.items(), columns, strict=True)
            }
        ),
        best_efforts=tuple(BestEffort(*effort) for effort in head["best_efforts"]),
        fast_bouts=tuple(FastBouts(*bouts) for bouts in head["fast_bouts"]),
        peak_heart_rate_bpm=head["peak_heart_rate_bpm"],
    )


def _packed(values: NDArray[np.float32], steps: int) -> bytes:
    whole = np.full(len(values), _UNKNOWN, dtype="<i2")
    known = np.isfinite(values)
    whole[known] = np.clip(np.round(values[known] * steps), -_MOST, _MOST)
    return whole.tobytes()


def _unpacked(whole: NDArray[np.int16], steps: int) -> NDArray[np.float32]:
    return np.where(whole == _UNKNOWN, np.nan, whole / steps).astype(np.float32)
