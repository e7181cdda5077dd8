"""A small FIT encoder: made-up files, sound ones and spoilt ones."""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.sources.gpx_text import DEGREES_PER_METRE, START

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
SEMICIRCLES_PER_DEGREE = 2**31 / 180
Row = dict[str, int]

BASE = {"B": 0x02, "b": 0x01, "H": 0x84, "h": 0x83, "I": 0x86, "i": 0x85, "z": 0x8C, "e": 0x00}
"""Base types by letter: unsigned and signed numbers as in ``struct``, z a serial, e an enum."""
_SIZE = {"B": 1, "b": 1, "H": 2, "h": 2, "I": 4, "i": 4, "z": 4, "e": 1}
_PACK = {"z": "I", "e": "B"}
KINDS: Mapping[str, tuple[int, Mapping[str, tuple[int, str]]]] = {
    "file_id": (0, {"type": (0, "e"), "manufacturer": (1, "H"), "product": (2, "H"),
                    "time_created": (4, "I")}),
    "activity": (34, {"timestamp": (253, "I"), "total_timer_time": (0, "I"),
                      "num_sessions": (1, "H"), "type": (2, "e"), "local_timestamp": (5, "I")}),
    "session": (18, {"timestamp": (253, "I"), "start_time": (2, "I"), "sport": (5, "e"),
                     "sub_sport": (6, "e"), "total_elapsed_time": (7, "I"),
                     "total_timer_time": (8, "I"), "total_distance": (9, "I"),
                     "avg_heart_rate": (16, "B"), "max_heart_rate": (17, "B"),
                     "avg_cadence": (18, "B"), "total_ascent": (22, "H"),
                     "total_descent": (23, "H"), "num_laps": (26, "H")}),
    "lap": (19, {"timestamp": (253, "I"), "start_time": (2, "I"), "total_elapsed_time": (7, "I"),
                 "total_timer_time": (8, "I"), "total_distance": (9, "I"),
                 "avg_heart_rate": (15, "B")}),
    "event": (21, {"timestamp": (253, "I"), "event": (0, "e"), "event_type": (1, "e")}),
    "record": (20, {"timestamp": (253, "I"), "position_lat": (0, "i"), "position_long": (1, "i"),
                    "altitude": (2, "H"), "heart_rate": (3, "B"), "cadence": (4, "B"),
                    "distance": (5, "I"), "speed": (6, "H"), "fractional_cadence": (53, "B"),
                    "enhanced_speed": (73, "I"), "enhanced_altitude": (78, "I")}),
    "sport": (12, {"sport": (0, "e"), "sub_sport": (1, "e")}),
    "monitoring": (55, {"timestamp": (253, "I"), "cycles": (3, "I")}),
    "length": (101, {"timestamp": (253, "I"), "total_timer_time": (4, "I")}),
}  # fmt: skip
INVALID = {"B": 0xFF, "b": 0x7F, "H": 0xFFFF, "h": 0x7FFF, "I": 2**32 - 1, "i": 2**31 - 1}
INVALID |= {"z": 0, "e": 0xFF}


def seconds(at: datetime) -> int:
    """Seconds as FIT counts them."""
    return int((at - EPOCH).total_seconds())


def semicircles(degrees: float) -> int:
    return round(degrees * SEMICIRCLES_PER_DEGREE)


def definition(
    number: int,
    fields: Sequence[tuple[int, int, int]],
    *,
    local: int = 0,
    developer: Sequence[tuple[int, int, int]] = (),
    big_endian: bool = False,
) -> bytes:
    """Fields and developer fields are (number, size, base type or index)."""
    header = 0x40 | (0x20 if developer else 0) | local
    order = ">" if big_endian else "<"
    made = struct.pack(f"{order}BBBHB", header, 0, int(big_endian), number, len(fields))
    made += b"".join(bytes(field) for field in fields)
    if developer:
        made += bytes([len(developer)]) + b"".join(bytes(field) for field in developer)
    return made


def data(values: Iterable[int], letters: str, *, local: int = 0, order: str = "<") -> bytes:
    packed = struct.pack(order + "".join(_PACK.get(x, x) for x in letters), *values)
    return bytes([local]) + packed


def table(kind: str, rows: Iterable[Mapping[str, int]], *, local: int = 0) -> bytes:
    """One definition with every column of the rows, then the rows; what is missing is invalid."""
    rows = list(rows)
    number, known = KINDS[kind]
    names = [name for name in known if any(name in row for row in rows)]
    letters = "".join(known[name][1] for name in names)
    fields = [(known[name][0], _SIZE[known[name][1]], BASE[known[name][1]]) for name in names]
    made = definition(number, fields, local=local)
    for row in rows:
        values = [row.get(name, INVALID[known[name][1]]) for name in names]
        made += data(values, letters, local=local)
    return made


def message(kind: str, *, local: int = 0, **values: int) -> bytes:
    return table(kind, [values], local=local)


_CRC_TABLE = (
    *(0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401),
    *(0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400),
)


def checksum(content: bytes) -> int:
    crc = 0
    for byte in content:
        for part in (byte & 15, byte >> 4):
            crc = ((crc >> 4) & 0x0FFF) ^ _CRC_TABLE[crc & 15] ^ _CRC_TABLE[part]
    return crc


def fit(*messages: bytes, size: int | None = None, crc: int | None = None) -> bytes:
    """A whole file; ``size`` and ``crc`` are what the header and the end claim."""
    body = b"".join(messages)
    head = struct.pack("<BBHI4s", 14, 0x20, 2132, len(body) if size is None else size, b".FIT")
    head += struct.pack("<H", checksum(head))
    whole = head + body
    return whole + struct.pack("<H", checksum(whole) if crc is None else crc)


# --- a clean run -----------------------------------------------------------------------

FILE_ID = {"type": 4, "manufacturer": 1, "product": 2691, "time_created": seconds(START)}


def records(
    count: int = 61,
    *,
    start: datetime = START,
    every_s: int = 10,
    step_m: float = 30,
    **fields: int | None,
) -> list[Row]:
    """61 points, 10 s and 30 m apart; a field given as ``None`` is left out."""
    rows: list[Row] = []
    for number in range(count):
        row = {
            "timestamp": seconds(start + timedelta(seconds=every_s * number)),
            "position_lat": semicircles(51.5 + step_m * number * DEGREES_PER_METRE),
            "position_long": semicircles(-0.12),
            "altitude": (20 + 500) * 5,
            "heart_rate": 150,
            "cadence": 85,
            "distance": round(step_m * number * 100),
            "speed": 3000,
        }
        row |= {name: value for name, value in fields.items() if value is not None}
        rows.append({name: value for name, value in row.items() if fields.get(name, 0) is not None})
    return rows


def session(*, start: datetime = START, time_s: float = 600, **fields: int) -> Row:
    """The session of the clean run: 1800 m in 600 s."""
    return {
        "timestamp": seconds(start) + round(time_s),
        "start_time": seconds(start),
        "sport": 1,
        "sub_sport": 0,
        "total_elapsed_time": round(time_s * 1000),
        "total_timer_time": round(time_s * 1000),
        "total_distance": 180_000,
    } | fields


def activity(*, start: datetime = START, time_s: float = 600, **fields: int) -> Row:
    return {
        "timestamp": seconds(start) + round(time_s),
        "total_timer_time": round(time_s * 1000),
        "num_sessions": 1,
        "type": 0,
    } | fields


def run(
    rows: Sequence[Row] | None = None,
    *,
    sessions: Sequence[Row] | None = None,
    laps: Sequence[Row] = (),
    events: Sequence[Row] = (),
    **fields: int,
) -> bytes:
    """A running activity; without rows the clean run, ``fields`` go into its session."""
    parts = [table("file_id", [FILE_ID])]
    if events:
        parts.append(table("event", events, local=1))
    parts.append(table("record", records() if rows is None else rows, local=2))
    if laps:
        parts.append(table("lap", laps, local=3))
    parts.append(table("session", [session(**fields)] if sessions is None else sessions, local=4))
    parts.append(table("activity", [activity()], local=5))
    return fit(*parts)
