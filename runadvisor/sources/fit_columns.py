"""Messages of a FIT file -> columns of numbers, all messages of a kind at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from runadvisor.sources.fit_definition import BASE_SIZES, COMPRESSED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from runadvisor.sources.fit_definition import Batch
    from runadvisor.sources.fit_messages import Frames
    from runadvisor.sources.fit_profile import Kind, Value
    from runadvisor.sources.repair import Floats, Numbers

Columns = dict[str, "Floats"]

_CODES = (
    *("u1", "i1", "u1", "i2", "u2", "i4", "u4", "-", "f4", "f8", "u1", "u2", "u4", "-"),
    *("i8", "u8", "u8"),
)
"""How numpy calls the base types; strings and bytes are no numbers."""
_INVALID = (
    *(0xFF, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFF, None, None, None, 0, 0, 0, None),
    *(0x7FFF_FFFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF_FFFF, 0),
)


def columns(frames: Frames, kind: Kind, values: Mapping[str, Value]) -> Columns:
    """Return the values of all messages of a kind, in file order; NaN where one has none.

    Of a list the first number counts; a field of impossible size holds none. Times are
    raw: seconds as the device counts them.
    """
    batches = frames.of(kind)
    content = np.frombuffer(frames.data, np.uint8)
    starts = [np.array(batch.starts, dtype=np.intp) for batch in batches]
    found = {
        name: _joined(
            _values(content, batch, at, value) for batch, at in zip(batches, starts, strict=True)
        )
        for name, value in values.items()
    }
    places = np.concatenate(starts) if starts else np.zeros(0, dtype=np.intp)
    if len(batches) > 1:
        order = np.argsort(places, kind="stable")
        places = places[order]
        found = {name: column[order] for name, column in found.items()}
    is_compressed = content[places] >= COMPRESSED
    if "timestamp" in found and is_compressed.any():
        times = _compressed_times(frames)
        found["timestamp"][is_compressed] = [
            times.get(place, np.nan) for place in places[is_compressed].tolist()
        ]
    return found


def _joined(parts: Iterable[Floats]) -> Floats:
    arrays = list(parts)
    return np.concatenate(arrays) if arrays else np.zeros(0)


def _values(content: NDArray[np.uint8], batch: Batch, starts: Numbers, value: Value) -> Floats:
    """Return one field of the messages of one definition."""
    field = batch.field(value.number)
    if field is not None and 0 < value.packed_bytes <= field.size:
        raw = content[starts[:, None] + np.arange(field.offset, field.offset + value.packed_bytes)]
        packed = raw.astype(np.int64) @ (1 << 8 * np.arange(value.packed_bytes))
        return np.where(packed == (1 << 8 * value.packed_bytes) - 1, np.nan, packed)
    code = "-" if field is None else _CODES[field.base]
    if field is None or code == "-" or not field.size:
        return np.full(len(starts), np.nan)
    raw = content[starts[:, None] + np.arange(field.offset, field.offset + BASE_SIZES[field.base])]
    stored = raw.view((">" if batch.is_big_endian else "<") + code)[:, 0]
    invalid = _INVALID[field.base]
    is_valid = np.isfinite(stored) if invalid is None else stored != invalid
    return np.where(is_valid, stored / value.scale - value.offset, np.nan)


_FIVE_BITS = 0x1F


def _compressed_times(frames: Frames) -> dict[int, int]:
    """Return the times of messages whose header holds five bits of them, by their place.

    The bits go on from the last time told in full, in whatever message that was.
    """
    told: list[tuple[int, int | None]] = []
    for batch in frames.batches:
        order = "big" if batch.is_big_endian else "little"
        for start in batch.starts:
            if frames.data[start] & COMPRESSED:
                told.append((start, None))
            elif batch.time is not None:
                at = start + batch.time
                told.append((start, int.from_bytes(frames.data[at : at + 4], order)))
    times: dict[int, int] = {}
    last: int | None = None
    for start, time in sorted(told):
        if time is not None:
            last = time
        elif last is not None:
            bits = frames.data[start] & _FIVE_BITS
            last += (bits - last) & _FIVE_BITS
            times[start] = last
    return times
