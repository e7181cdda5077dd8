"""Sound files of every track format, and ways to spoil them: the same each time, by number.

``python -m tests.sources.mutations FORMAT COUNT`` reads so many spoilt files and prints the
seconds the slowest took; a test runs it in a process of its own to see its memory.
"""

from __future__ import annotations

import gzip
import random
import struct
import sys
import time
from typing import TYPE_CHECKING

from runadvisor.sources.file_reader import read_bytes
from runadvisor.sources.place import Place
from tests.sources import fit_bytes, gpx_text, tcx_text
from tests.sources.test_kml import RUN as KML_RUN

if TYPE_CHECKING:
    from collections.abc import Callable

    from runadvisor.sources.import_report import Reading

SOUND = {
    "gpx": gpx_text.run(),
    "tcx": tcx_text.run(
        tcx_text.lap(tcx_text.points(0, 30), seconds=300, metres=900),
        tcx_text.lap(tcx_text.points(31, 60), seconds=300, metres=900),
    ),
    "fit": fit_bytes.run(
        laps=[{"timestamp": fit_bytes.seconds(gpx_text.START) + 600, "total_distance": 180_000}],
        events=[{"timestamp": fit_bytes.seconds(gpx_text.START), "event": 0, "event_type": 0}],
    ),
    "kml": KML_RUN,
    "gz": gzip.compress(gpx_text.run(), mtime=0),
}
_TEXTS = (
    *(b"", b"\x00", b"-", b"nan", b"inf", b"1e999", b"9" * 40, b"-1e308", b"&x;", b"<", b">"),
    *(b"</trkpt>", b"<trkpt>", b"<Trackpoint>", b"</Lap>", b"<![CDATA[", b"<!--", b"\xff\xfe"),
    *(b"0001-01-01T00:00:00Z", b"9999-12-31T23:59:59Z", b"2024-03-10T06:30:00+99:00"),
)


def spoilt(kind: str, number: int) -> bytes:
    """The numbered spoilt file of a format: one to six injuries, of eight sorts."""
    chance = random.Random(f"{kind}-{number}")  # noqa: S311 - no secret
    data = SOUND[kind]
    for _ in range(chance.randint(1, 6)):
        data = chance.choice(_INJURIES)(data, chance) or SOUND[kind]
    if kind == "fit" and chance.random() < 0.5 and len(data) > 16:
        # A right size and checksum, so that the injuries are met on the quick way too.
        head = data[:4] + struct.pack("<I", len(data) - 16) + b".FIT" + data[12:14]
        whole = head + data[14:-2]
        data = whole + struct.pack("<H", fit_bytes.checksum(whole))
    return data


def _flip(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _overwrite(data: bytes, chance: random.Random) -> bytes:
    at, size = chance.randrange(len(data)), chance.randint(1, 12)
    return data[:at] + chance.randbytes(size) + data[at + size :]


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.randbytes(chance.randint(1, 40)) + data[at:]


def _write_text(data: bytes, chance: random.Random) -> bytes:
    at, size = chance.randrange(len(data)), chance.randint(0, 25)
    return data[:at] + chance.choice(_TEXTS) + data[at + size :]


def _remove(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.randint(1, 200) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    piece = data[at : at + chance.randint(1, 400)]
    return data[:at] + piece * chance.randint(2, 30) + data[at:]


def _move(data: bytes, chance: random.Random) -> bytes:
    one, other = sorted(chance.randrange(len(data)) for _ in range(2))
    return data[:one] + data[other:] + data[one:other]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data) + 1)]


_INJURIES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_flip, _overwrite, _insert, _write_text, _remove, _repeat, _move, _cut),
)


def read(kind: str, number: int) -> Reading:
    return read_bytes(spoilt(kind, number), Place(f"{kind}-{number}")).reading


def main() -> None:
    kind, count = sys.argv[1], int(sys.argv[2])
    slowest_s = 0.0
    for number in range(count):
        start = time.perf_counter()
        read(kind, number)
        slowest_s = max(slowest_s, time.perf_counter() - start)
    sys.stdout.write(f"{slowest_s:.3f}\n")


if __name__ == "__main__":
    main()
