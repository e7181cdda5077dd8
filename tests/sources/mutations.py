"""Sound files of every format, and ways to spoil them: the same each time, by number.

``python -m tests.sources.mutations FORMAT COUNT`` reads so many spoilt files and prints the
seconds the slowest took; a test runs it in a process of its own to see its memory.
"""

from __future__ import annotations

import gzip
import io
import random
import struct
import sys
import time
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from runadvisor.sources.file_reader import read_bytes
from runadvisor.sources.place import Place
from runadvisor.sources.registry import read_all
from tests.sources import apple_text, fit_bytes, gpx_text, tcx_text
from tests.sources.list_text import GARMIN, INTERVALS, STRAVA, STRAVA_ROW
from tests.sources.test_kml import RUN as KML_RUN
from tests.sources.test_opentracks_csv import track as opentracks_track
from tests.sources.test_services_csv import POLAR, RUNKEEPER, TRAININGPEAKS
from tests.sources.xlsx_file import workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from runadvisor.sources.import_report import Reading


def _zipped(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            # The same bytes in every run: a ZIP keeps the time otherwise.
            archive.writestr(zipfile.ZipInfo(name, (2024, 3, 10, 6, 30, 0)), content)
    return made.getvalue()


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
    "opentracks": opentracks_track().encode(),
    "apple": apple_text.export(
        apple_text.workout(), apple_text.workout(kind="Cycling"), apple_text.old_workout()
    ),
    "strava": "\n".join(
        [STRAVA, *(STRAVA_ROW.replace("77", str(70 + n), 1) for n in range(8))]
    ).encode(),
    "garmin": "\n".join(
        [
            GARMIN,
            *(
                f'Running,2024-03-{10 + n} 07:30:00,false,"10k","10.0{n}","500","00:50:0{n}",'
                '"151","172"'
                for n in range(8)
            ),
        ]
    ).encode(),
    "runkeeper": "\n".join(
        [RUNKEEPER, *(f"2015-03-{10 + n} 12:26:34,Running,,3.1,30:00,100,r.gpx" for n in range(8))]
    ).encode(),
    "intervals": "\n".join(
        [
            INTERVALS,
            *(
                f"i{n},2024-03-{10 + n}T17:30:00,E,Run,1800,5012.3,1850,82.7,false,"
                f"2024-03-{10 + n}T06:30:00Z"
                for n in range(8)
            ),
        ]
    ).encode(),
    "trainingpeaks": "\r\n".join(
        [
            TRAININGPEAKS,
            *(
                f'"Tempo","Run","1","2024-03-{10 + n}","10254.9","two\r\nlines","1","148","6"'
                for n in range(8)
            ),
        ]
    ).encode(),
    "polar": POLAR.encode(),
    "own-list": "\n".join(
        ["Datum;Strecke;Zeit", *(f"{10 + n}.03.2024;8,{n};48:00" for n in range(8))]
    ).encode(),
    "xlsx": workbook(
        {"2024": [["Date", "km", "Time"], *([f"2024-03-{10 + n}", 8.5, "48:00"] for n in range(8))]}
    ),
    "zip": _zipped(
        {
            "activities.csv": f"{STRAVA}\n{STRAVA_ROW}\n".encode(),
            "activities/8000.gpx": gpx_text.run(),
            "activities/8001.fit.gz": gzip.compress(fit_bytes.run(), mtime=0),
        }
    ),
    "kmz": _zipped({"doc.kml": KML_RUN}),
}
ARCHIVES = frozenset({"zip", "kmz"})
"""What is read from a disk and gives a reading for each member."""
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


def read(kind: str, number: int) -> list[Reading]:
    """The readings of a numbered spoilt file: one, or one for each member of an archive."""
    data = spoilt(kind, number)
    if kind not in ARCHIVES:
        return [read_bytes(data, Place(f"{kind}-{number}")).reading]
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{number}.{kind}"
        path.write_bytes(data)
        return list(read_all([path]))


def main() -> None:
    kind, count = sys.argv[1], int(sys.argv[2])
    slowest_s = 0.0
    for number in range(count):
        # The time of the process: others share the cores.
        start = time.process_time()
        read(kind, number)
        slowest_s = max(slowest_s, time.process_time() - start)
    sys.stdout.write(f"{slowest_s:.3f}\n")


if __name__ == "__main__":
    main()
