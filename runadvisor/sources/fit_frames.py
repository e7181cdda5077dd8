"""FIT as bytes -> its messages, by definition: where each begins, whatever is broken between.

A FIT file is a header, messages and a checksum. A definition names the fields of the data
messages that follow under its local number. Nothing is decoded here, so that a fault costs
the messages it lies in and no others.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from runadvisor.sources.fit_checksum import CHECKSUM_BYTES, checksum
from runadvisor.sources.fit_definition import batch_at
from runadvisor.sources.fit_messages import Frames, MessageTable
from runadvisor.sources.fit_salvage import CarefulWalk

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = b".FIT"
_HEADER_SIZES = (12, 14)


def chained(data: bytes) -> Iterator[Frames]:
    """Yield each FIT file in the data; most hold one."""
    start = 0
    while start == 0 or _is_header(data, start):
        frames, start = _frames(data, start)
        if start < len(data) and not _is_header(data, start):
            frames.trailing_bytes = len(data) - start
        yield frames


def _is_header(data: bytes, start: int) -> bool:
    return data[start + 8 : start + 12] == MARK and data[start] in _HEADER_SIZES


def _frames(data: bytes, start: int) -> tuple[Frames, int]:
    """Return one FIT file, and where what comes after it begins."""
    head = data[start] if data[start] in _HEADER_SIZES else _HEADER_SIZES[-1]
    (size,) = struct.unpack_from("<I", data, start + 4)
    begin, end = start + head, start + head + size
    frames = Frames(data)
    if size == 0 or end + CHECKSUM_BYTES > len(data):
        frames.is_unfinished, frames.is_cut_short = size == 0, size > 0
        CarefulWalk(frames, begin, len(data)).walk()
        return frames, len(data)
    (written,) = struct.unpack_from("<H", data, end)
    frames.is_checksum_wrong = written != checksum(data[start:end])
    after = end + CHECKSUM_BYTES
    if frames.is_checksum_wrong and after < len(data) and not _is_header(data, after):
        end = after = len(data)  # the size in the header is older than the file
    if frames.is_checksum_wrong or not _quick_walk(frames, begin, end):
        CarefulWalk(frames, begin, end).walk()
    return frames, after


def _quick_walk(frames: Frames, position: int, end: int) -> bool:
    """Take in the messages of a sound file; say whether it was one."""
    data = frames.data
    table = MessageTable()
    sizes, sinks = table.sizes, table.sinks
    while position < end:
        header = data[position]
        size = sizes[header]
        if size:
            sinks[header].append(position)
            position += size
            continue
        defined = batch_at(data, position, end)
        if defined is None:
            return False
        batch, position = defined
        table.define(header, batch)
    frames.batches = table.batches
    return position == end
