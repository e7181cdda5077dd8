"""An import that is killed: the history is sound, and the next import completes it."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from runadvisor import intake
from runadvisor.advisor import Advisor
from runadvisor.catalog import load_catalog
from runadvisor.domain.athlete import Athlete
from runadvisor.history.store import History
from tests.history.conftest import START
from tests.history.recordings import contents

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
FILES = 60
BATCH = 4
_POINTS = 120
_IMPORT = """
import sys
from pathlib import Path
from runadvisor import intake
from runadvisor.advisor import Advisor
from runadvisor.catalog import load_catalog
from runadvisor.domain.athlete import Athlete
from runadvisor.history.store import History

intake.BATCH_RECORDINGS = int(sys.argv[3])
add = History.add


def add_and_say(self, *args, **kwargs):
    added = add(self, *args, **kwargs)
    print("a batch is in", flush=True)
    return added


History.add = add_and_say
with History.open(Path(sys.argv[1])) as history:
    one = Advisor(history, catalog=load_catalog(), athlete=Athlete())
    print("ready", flush=True)
    one.import_files([Path(sys.argv[2])], home_zone="Europe/Berlin")
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tracks of two months, and a list that tells of the same runs."""
    folder = tmp_path_factory.mktemp("files")
    rows = ["Date,Distance (km),Time"]
    for number in range(FILES):
        start = START + timedelta(days=number)
        points = "".join(
            f'<trkpt lat="{52.4 + second * 1e-4:.5f}" lon="13.7">'
            f"<time>{start + timedelta(seconds=5 * second):%Y-%m-%dT%H:%M:%SZ}</time></trkpt>"
            for second in range(_POINTS)
        )
        (folder / f"{number:03}.gpx").write_text(
            f'<gpx version="1.1" creator="test"><trk><trkseg>{points}</trkseg></trk></gpx>'
        )
        rows.append(f"{start:%Y-%m-%d},{1.32},10:00")
    (folder / "zz-list.csv").write_text("\n".join([*rows, ""]))
    return folder


@pytest.fixture(scope="module")
def whole(files: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[object]]:
    """What an import that nobody disturbs brings in."""
    with History.open(tmp_path_factory.mktemp("whole") / "h.runadvisor") as history:
        Advisor(history, catalog=load_catalog(), athlete=Athlete()).import_files(
            [files], home_zone="Europe/Berlin"
        )
        assert len(history.activities()) == FILES
        yield [contents(history)]


def _kill(path: Path, files: Path, *, batches: int, after_s: float) -> None:
    """Import in a process of its own, and kill it some time after so many batches are in."""
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", _IMPORT, str(path), str(files), str(BATCH)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as child:
        assert child.stdout is not None
        for _ in range(1 + batches):
            child.stdout.readline()
        time.sleep(after_s)
        child.kill()


def _check(path: Path) -> int:
    """Make sure that a history is sound and whole; return its number of activities."""
    with History.open(path) as history:
        one = history._connection
        assert one.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert one.execute("PRAGMA foreign_key_check").fetchall() == []
        stored = history.activities()
        history._make_anew()
        assert history.activities() == stored
        for activity in stored:
            if activity.points:
                track = history.track(activity.activity_id)
                assert track is not None
                assert len(track) == _POINTS
        return len(stored)


def _campaign(tmp_path: Path, files: Path, whole: list[object], *, kills: int) -> None:
    """Kill at moments all over an import, and complete what was left now and then."""
    moments = random.Random(kills)  # noqa: S311 - moments, not secrets
    found: set[int] = set()
    path = tmp_path / "0.runadvisor"
    for number in range(kills):
        batches = moments.randrange(FILES // BATCH // 2)
        _kill(path, files, batches=batches, after_s=moments.uniform(0.0, 0.05))
        activities = _check(path)
        found.add(activities)
        if activities == FILES or number == kills - 1:
            with History.open(path) as history:
                one = Advisor(history, catalog=load_catalog(), athlete=Athlete())
                one.import_files([files], home_zone="Europe/Berlin")
                assert [contents(history)] == whole
            path = tmp_path / f"{number + 1}.runadvisor"
    assert found - {0, FILES}, "no kill came in the middle of an import"


def test_a_kill_in_the_middle_of_an_import_leaves_a_sound_history(
    tmp_path: Path, files: Path, whole: list[object]
) -> None:
    _campaign(tmp_path, files, whole, kills=3)


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_fifty_kills_leave_a_sound_history(
    tmp_path: Path, files: Path, whole: list[object]
) -> None:
    _campaign(tmp_path, files, whole, kills=50)


def test_an_import_in_earnest_stores_more_at_once_than_the_one_that_is_killed() -> None:
    assert intake.BATCH_RECORDINGS > BATCH
