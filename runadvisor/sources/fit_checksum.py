"""The checksum of a FIT file: CRC-16 with the reflected polynomial 0xA001."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

CHECKSUM_BYTES = 2
_POLYNOMIAL = 0xA001
_BITS = 16
_LANE_BYTES = 512
_ALONE_BYTES = 4096
"""Below this one byte after the other is quicker than lanes."""


@cache
def _tables() -> tuple[list[int], NDArray[np.uint16]]:
    """Return what becomes of a checksum over one byte, and over two."""
    one = np.arange(256, dtype=np.uint16)
    for _ in range(8):
        one = np.where(one & 1, (one >> 1) ^ _POLYNOMIAL, one >> 1).astype(np.uint16)
    two = np.arange(65_536, dtype=np.uint16)
    for _ in range(2):
        two = (two >> 8) ^ one[two & 0xFF]
    return one.tolist(), two.astype(np.uint16)


def checksum(data: bytes) -> int:
    """Return the checksum of the data.

    A checksum is linear in its start: long data are cut into lanes that are worked
    through side by side, and sixteen lanes of nothing, one for each bit, tell what becomes
    of a start on its way through a lane. Byte by byte takes longer than reading the file.
    """
    one, _ = _tables()
    lanes = len(data) // _LANE_BYTES if len(data) >= _ALONE_BYTES else 0
    crc = _of_lanes(data, lanes) if lanes else 0
    for byte in data[lanes * _LANE_BYTES :]:
        crc = (crc >> 8) ^ one[(crc ^ byte) & 0xFF]
    return crc


def _of_lanes(data: bytes, lanes: int) -> int:
    _, two = _tables()
    words = np.frombuffer(data, "<u2", lanes * _LANE_BYTES // 2).reshape(lanes, -1)
    steps = np.zeros((words.shape[1], lanes + _BITS), dtype=np.uint16)
    steps[:, :lanes] = words.T
    crc = np.zeros(lanes + _BITS, dtype=np.uint16)
    crc[lanes:] = 1 << np.arange(_BITS)
    for step in steps:
        crc = two[crc ^ step]
    low, high = _moved(crc[lanes:].tolist())
    joined = 0
    for lane in crc[:lanes].tolist():
        joined = low[joined & 0xFF] ^ high[joined >> 8] ^ lane
    return joined


def _moved(bits: list[int]) -> tuple[list[int], list[int]]:
    """Return what becomes of each low and each high byte of a start, from its bits."""
    low, high = [0], [0]
    for bit in range(8):
        low += [value ^ bits[bit] for value in low]
        high += [value ^ bits[bit + 8] for value in high]
    return low, high
