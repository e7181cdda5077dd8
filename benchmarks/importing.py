"""Whole imports: again, by several processes, in little memory, with the window live.

``python -m benchmarks.importing PATH [--processes N] [--again]`` imports into a fresh history
and prints what it took as JSON: memory is measured in a process of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import zipfile
from argparse import ArgumentParser
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

from benchmarks.timing import Row
from runadvisor import intake
from runadvisor.advisor import Advisor
from runadvisor.catalog import load_catalog
from runadvisor.domain.athlete import Athlete
from runadvisor.history.store import History

if TYPE_CHECKING:
    from collections.abc import Iterator

POINTS = 600
KILOBYTE = 1024
_GPX_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><gpx version="1.1" creator="benchmark"'
    ' xmlns="http://www.topografix.com/GPX/1/1"'
    ' xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">'
    "<trk><type>running</type><trkseg>"
)
_GPX_TAIL = "</trkseg></trk></gpx>"


def importing_rows(files: int, megabytes: int) -> Iterator[Row]:
    """Yield the rows on whole imports.

    Args:
        files: How many runs, as files of a folder and as members of a ZIP.
        megabytes: How large the export of a phone is.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs = _folder(folder / "runs", files)
        several = _measured(runs, again=True)
        alone = _measured(runs, processes=0)
        yield Row(
            what=f"the same {files:,} files again, against the first time",
            measured=f"{several['again_s'] / several['seconds']:.1%}",
            goal="at most 5 %",
        )
        yield Row(
            what=f"{files:,} files by several processes, wall, against one",
            measured=f"{several['seconds'] / alone['seconds']:.2f}",
            goal="below 1",
        )
        yield _memory_row(f"{files:,} files", alone)
        yield _memory_row(f"a ZIP of {files:,}", _measured(_packed(runs, folder / "runs.zip")))
        yield _memory_row(
            f"Apple Health of {megabytes:,} MB",
            _measured(_export(folder / "export.xml", megabytes)),
        )
        yield _window_row(runs, min(files, 300))


def _memory_row(what: str, measured: dict[str, float]) -> Row:
    return Row(
        what=f"memory above an idle start, {what}",
        measured=f"{measured['peak_mb']:.0f} MB",
        goal="at most 200 MB",
    )


def _window_row(runs: Path, files: int) -> Row:
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-m", "benchmarks.live_window", str(runs), str(files)],
        check=True,
        capture_output=True,
        text=True,
    )
    told = json.loads(done.stdout)
    return Row(
        what=f"window held up at most, {told['files']} files coming in",
        measured=f"{told['longest_gap_ms']} ms",
        goal=f"at most 50 ms (idle: {told['idle_gap_ms']} ms)",
    )


def _measured(path: Path, *, processes: int | None = None, again: bool = False) -> dict[str, float]:
    words = [sys.executable, "-m", "benchmarks.importing", str(path)]
    words += [] if processes is None else ["--processes", str(processes)]
    words += ["--again"] if again else []
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603 - ourselves
    found: dict[str, float] = json.loads(done.stdout)
    return found


# --- what is imported ------------------------------------------------------------------------


def _folder(folder: Path, files: int) -> Path:
    folder.mkdir()
    for number in range(files):
        start = datetime(2026, 11, 22, 8, tzinfo=UTC) - timedelta(days=number)
        (folder / f"{number}.gpx").write_bytes(gpx(start, POINTS))
    return folder


def gpx(start: datetime, points: int) -> bytes:
    """Return a track with a point a second, each complete."""
    lines = (
        f'<trkpt lat="{52.44 + number * 2e-5:.6f}" lon="{13.71 + number * 1e-5:.6f}">'
        f"<ele>{40 + number % 30 / 10:.1f}</ele>"
        f"<time>{start + timedelta(seconds=number):%Y-%m-%dT%H:%M:%SZ}</time>"
        "<extensions><gpxtpx:TrackPointExtension>"
        f"<gpxtpx:hr>{140 + number % 9}</gpxtpx:hr><gpxtpx:cad>{83 + number % 3}</gpxtpx:cad>"
        "</gpxtpx:TrackPointExtension></extensions></trkpt>\n"
        for number in range(points)
    )
    return (_GPX_HEAD + "".join(lines) + _GPX_TAIL).encode()


def _packed(folder: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, path.name)
    return target


def _export(target: Path, megabytes: int) -> Path:
    # The tests' own builder: what they hold to account is what is measured.
    from tests.sources.apple_text import large_export  # noqa: PLC0415 - wanted here alone

    with target.open("wb") as file:
        file.writelines(large_export(megabytes, workouts=1_000))
    return target


# --- in a process of its own -----------------------------------------------------------------


def main() -> None:
    """Import a path into a fresh history and print seconds and memory."""
    parser = ArgumentParser(prog="python -m benchmarks.importing", description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--processes", type=int, help="how many read beside this one")
    parser.add_argument("--again", action="store_true", help="and once more, timed as well")
    wanted = parser.parse_args()
    told: dict[str, Any] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        History.open(Path(folder) / "h.runadvisor") as history,
        _processes(wanted.processes),
    ):
        advisor = Advisor(history, catalog=load_catalog(), athlete=Athlete())
        idle_mb = _peak_mb()
        told["seconds"] = _imported_s(advisor, wanted.path)
        told["peak_mb"] = _peak_mb() - idle_mb
        if wanted.again:
            told["again_s"] = _imported_s(advisor, wanted.path)
    sys.stdout.write(json.dumps(told))


def _imported_s(advisor: Advisor, path: Path) -> float:
    began = time.perf_counter()
    advisor.import_files([path], home_zone="UTC")
    return time.perf_counter() - began


def _processes(number: int | None) -> AbstractContextManager[object]:
    if number is None:
        return nullcontext()
    return mock.patch.object(intake, "process_count", return_value=number)


def _peak_mb() -> float:
    """Return the most memory this process has had, in MB."""
    import resource  # noqa: PLC0415 - not on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (KILOBYTE if sys.platform != "darwin" else KILOBYTE**2)


if __name__ == "__main__":
    main()
