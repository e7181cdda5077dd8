"""Spoilt files of every format: no crash, no hang, no flood of memory, and nothing in secret."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from runadvisor.advisor import Advisor
from runadvisor.domain.athlete import Athlete
from runadvisor.history.store import History
from tests.sources import mutations

if TYPE_CHECKING:
    from runadvisor.domain.activity import Recording
    from runadvisor.domain.knowledge import Catalog

KINDS = tuple(mutations.SOUND)
QUICK, MANY = 20, 500
AT_MOST_S = 5.0
AT_MOST_BYTES = 500 * 1024**2
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("kind", KINDS)
def test_each_spoilt_file_is_kept_or_says_why_not(kind: str, tmp_path: Path) -> None:
    """The history refuses a recording that makes no sense, so none may reach it."""
    recordings: list[Recording] = []
    for number in range(QUICK):
        start = time.perf_counter()
        for reading in mutations.read(kind, number):
            assert reading.recordings or reading.problems or reading.skipped, number
            recordings += reading.recordings
        assert time.perf_counter() - start < AT_MOST_S, number
    with History.open(tmp_path / "h.runadvisor") as history:
        history.add(recordings, home_zone="UTC")
        for activity in history.activities():
            assert activity.distance_m is None or activity.distance_m >= 0
            assert activity.moving_time_s is None or activity.moving_time_s >= 0
            assert activity.elapsed_time_s is None or activity.elapsed_time_s >= 0


@pytest.mark.parametrize(
    ("kind", "number"),
    [("strava", 255), ("trainingpeaks", 341)],
    ids=["headings cut short", "hundreds of columns"],
)
def test_a_spoilt_list_that_once_ended_or_held_up_the_reader_is_read(
    kind: str, number: int
) -> None:
    began = time.process_time()
    for reading in mutations.read(kind, number):
        assert reading.recordings or reading.problems
    assert time.process_time() - began < AT_MOST_S


def test_a_refused_file_leaves_the_history_as_it_was(tmp_path: Path, catalog: Catalog) -> None:
    files = tmp_path / "files"
    files.mkdir()
    for kind in KINDS:
        for number in range(QUICK):
            if not any(reading.recordings for reading in mutations.read(kind, number)):
                (files / f"{number}.{kind}").write_bytes(mutations.spoilt(kind, number))
    path = tmp_path / "h.runadvisor"
    with History.open(path) as history:
        advisor = Advisor(history, catalog=catalog, athlete=Athlete())
        good = tmp_path / "good.gpx"
        good.write_bytes(mutations.SOUND["gpx"])
        advisor.import_files([good], home_zone="UTC")
        before = path.read_bytes()
        report = advisor.import_files([files], home_zone="UTC")
        assert len(report.problems) >= report.files > 20
        assert report.added == 0
    assert path.read_bytes() == before


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.skipif(sys.platform == "win32", reason="memory is asked of POSIX systems")
def test_500_spoilt_files_neither_crash_nor_hang_nor_flood_the_memory(kind: str) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-m", "tests.sources.mutations", kind, str(MANY)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert float(done.stdout) < AT_MOST_S
    unit_bytes = 1 if sys.platform == "darwin" else 1024
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit_bytes < AT_MOST_BYTES
