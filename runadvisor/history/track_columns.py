"""A track as compressed columns: whole numbers, differences, zlib."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.activity import Track

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

UNITS_PER = {
    "time_s": 1_000,
    "latitude_deg": 10_000_000,
    "longitude_deg": 10_000_000,
    "altitude_m": 100,
    "heart_rate_bpm": 10,
    "cadence_spm": 10,
    "distance_m": 10,
    "speed_mps": 1_000,
    "segment": 1,
}
"""Whole steps per unit: milliseconds, 1 cm on the ground and in height, tenths."""
_UNKNOWN = np.iinfo(np.int32).min


def packed(track: Track) -> Iterator[tuple[str, bytes]]:
    """Yield each column that holds anything as (name, bytes)."""
    for name, steps in UNITS_PER.items():
        values = np.asarray(getattr(track, name), dtype=np.float64)
        whole = np.full(len(values), _UNKNOWN, dtype=np.int32)
        known = np.isfinite(values)
        if not known.any() and name != "time_s":
            continue
        whole[known] = np.round(values[known] * steps).astype(np.int32)
        # Differences wrap round at 32 bits and wrap back when summed.
        change = np.diff(whole.view(np.uint32), prepend=np.uint32(0))
        yield name, zlib.compress(change.astype("<u4").tobytes(), level=1)


def unpacked(columns: Mapping[str, bytes]) -> Track:
    """Return the track of packed columns; one that is not there is unknown throughout."""
    values = {
        name: _column(columns[name], steps) for name, steps in UNITS_PER.items() if name in columns
    }
    unknown = np.full(len(values["time_s"]), np.nan)
    values = dict.fromkeys(UNITS_PER, unknown) | values
    segment = values.pop("segment").astype(np.int32)
    return Track(**values, segment=segment)


def _column(data: bytes, steps: int) -> NDArray[np.float64]:
    change = np.frombuffer(zlib.decompress(data), dtype="<u4").astype(np.uint32)
    whole = np.cumsum(change, dtype=np.uint32).view(np.int32)
    return np.where(whole == _UNKNOWN, np.nan, whole / steps)
