"""How long reading a track takes: against a floor, and against what others would pick.

The others are in the dependency group ``bench``: ``uv run --group bench python -m benchmarks``.
"""

from __future__ import annotations

import io
import tempfile
import time
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from benchmarks.timing import Row, quickest
from runadvisor.sources.fit import read_fit
from runadvisor.sources.gpx import read_gpx
from runadvisor.sources.place import Place
from runadvisor.sources.tcx import read_tcx
from tests.sources import fit_bytes, gpx_text, tcx_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PLACE = Place(path="run")
NOT_INSTALLED = "not here"
GOAL = "at most 3 ×, better 2 ×"
CPU = time.process_time
"""Other programs on the machine take no part in a ratio of CPU seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Another reader, and how much quicker than it we want to be."""

    package: str
    job: Callable[[bytes], object]
    goal: int
    stretch: int


def reading_rows(points: int, rounds: int) -> Iterator[Row]:
    """Yield a line for each format against its floor, and one against a peer."""
    gpx, tcx, fit = _gpx(points), _tcx(points), _fit(points)
    yield _against_floor("a GPX file", gpx, read_gpx, _tokenise, "lxml tokenising it", rounds)
    yield _against_floor("a TCX file", tcx, read_tcx, _tokenise, "lxml tokenising it", rounds)
    if find_spec("fitfast") is None:
        yield Row(what="a FIT file, against fitfast.records", measured=NOT_INSTALLED, goal=GOAL)
    else:
        records: Callable[[bytes], object] = import_module("fitfast").records
        yield _against_floor("a FIT file", fit, read_fit, records, "fitfast.records", rounds)
    yield _against_peer("GPX", gpx, read_gpx, GPXPY, rounds)
    yield _against_peer("TCX", tcx, read_tcx, TCXREADER, rounds)
    yield _against_peer("FIT", fit, read_fit, FITDECODE, rounds)


def _against_floor(
    what: str,
    data: bytes,
    read: Callable[[bytes, Place], object],
    floor: Callable[[bytes], object],
    floor_name: str,
    rounds: int,
) -> Row:
    read(data, PLACE)  # the map of the time zones is loaded once
    ours, least = quickest([lambda: read(data, PLACE), lambda: floor(data)], rounds, CPU)
    return Row(
        what=f"{what} of {len(data) / 1e6:.1f} MB, against {floor_name}",
        measured=f"{ours / least:.1f} ×",
        goal=GOAL,
    )


def _against_peer(
    what: str, data: bytes, read: Callable[[bytes, Place], object], peer: Peer, rounds: int
) -> Row:
    line = f"{what}: how much quicker than {peer.package}"
    goal = f"at least {peer.goal} ×, better {peer.stretch} ×"
    if find_spec(peer.package) is None:
        return Row(what=line, measured=NOT_INSTALLED, goal=goal)
    # The peers take seconds: one round of theirs is enough.
    theirs = quickest([lambda: peer.job(data)], 1, CPU)[0]
    ours = quickest([lambda: read(data, PLACE)], rounds, CPU)[0]
    return Row(what=line, measured=f"{theirs / ours:.0f} ×", goal=goal)


# --- floors and peers ------------------------------------------------------------------


_CHUNK_BYTES = 1 << 20


def _tokenise(data: bytes) -> None:
    parser = etree.XMLPullParser(events=())
    for start in range(0, len(data), _CHUNK_BYTES):  # fed whole, 10 MB are the most it takes
        parser.feed(data[start : start + _CHUNK_BYTES])
    parser.close()


def _by_gpxpy(data: bytes) -> object:
    gpx: Any = import_module("gpxpy").parse(io.BytesIO(data))
    values = [
        (point.time, point.latitude, point.longitude, point.elevation, point.extensions)
        for track in gpx.tracks
        for segment in track.segments
        for point in segment.points
    ]
    return values, gpx.length_2d(), gpx.get_moving_data(), gpx.get_uphill_downhill()


def _by_tcxreader(data: bytes) -> object:
    reader: Any = import_module("tcxreader.tcxreader").TCXReader()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "run.tcx"
        path.write_bytes(data)
        return reader.read(str(path))


def _by_fitdecode(data: bytes) -> object:
    fitdecode: Any = import_module("fitdecode")
    return [
        {field.name: field.value for field in frame.fields}
        for frame in fitdecode.FitReader(data)
        if frame.frame_type == fitdecode.FIT_FRAME_DATA
    ]


GPXPY = Peer(package="gpxpy", job=_by_gpxpy, goal=6, stretch=12)
TCXREADER = Peer(package="tcxreader", job=_by_tcxreader, goal=3, stretch=5)
FITDECODE = Peer(package="fitdecode", job=_by_fitdecode, goal=20, stretch=40)


# --- files -----------------------------------------------------------------------------


def _gpx(points: int) -> bytes:
    return gpx_text.run(gpx_text.points(points, every_s=1, step_m=3))


def _tcx(points: int) -> bytes:
    return tcx_text.run(tcx_text.lap(tcx_text.points(0, points), seconds=points * 10))


def _fit(points: int) -> bytes:
    begin = fit_bytes.seconds(fit_bytes.START)
    laps = [
        {
            "timestamp": begin + 300 * number,
            "start_time": begin + 300 * (number - 1),
            "total_timer_time": 300_000,
            "total_distance": 90_000,
            "avg_heart_rate": 150,
        }
        for number in range(1, points // 300)
    ]
    rows = fit_bytes.records(points, every_s=1, step_m=3)
    total = fit_bytes.session(time_s=points, total_distance=300 * points)
    return fit_bytes.run(rows, sessions=[total], laps=laps)
