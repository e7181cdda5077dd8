"""What goes wrong between files (X1 to X8), from files to the history; and that no defect is left.

Every defect that real importers fell over has an id. A test that shows how we take it says so
in its name: ``test_g5_…``.
"""

from __future__ import annotations

import os
import re
import time
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from runadvisor.advisor import Advisor
from runadvisor.domain.activity import Sport
from runadvisor.domain.athlete import Athlete
from runadvisor.history.arrival import Deleted
from runadvisor.history.changes import EditField
from runadvisor.history.requests import deletion, edit
from runadvisor.history.store import History
from runadvisor.sources.import_report import FileOutcome
from runadvisor.training_load.session_load import session_load
from tests.sources import fit_bytes, gpx_text
from tests.sources.gpx_text import START, points, run
from tests.sources.list_text import GARMIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.domain.knowledge import Catalog

DEFECTS = {"g": 18, "t": 10, "f": 19, "c": 12, "z": 8, "x": 8}
"""How many there are of each family: GPX, TCX, FIT, lists, archives, across formats."""


@pytest.fixture
def advisor(tmp_path: Path, catalog: Catalog) -> Iterator[Advisor]:
    with History.open(tmp_path / "h.runadvisor") as history:
        yield Advisor(history, catalog=catalog, athlete=Athlete())


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_every_defect_from_the_wild_has_a_test_of_its_own() -> None:
    tested: set[str] = set()
    for path in Path(__file__).parent.rglob("test_*.py"):
        for name in re.findall(
            r"^def test((?:_[gtfczx]\d+)+)_", path.read_text("utf-8"), re.MULTILINE
        ):
            tested.update(name.strip("_").split("_"))
    assert {f"{kind}{n}" for kind, last in DEFECTS.items() for n in range(1, last + 1)} <= tested


def test_x1_the_watchs_file_and_the_services_file_are_one_run(
    advisor: Advisor, tmp_path: Path
) -> None:
    watch = written(tmp_path, "watch.fit", fit_bytes.run())
    # The service dropped the first half minute, and its way is two percent longer.
    late = points(58, start=START + timedelta(seconds=30), step_m=30.6)
    service = written(tmp_path, "service.gpx", run(late))
    report = advisor.import_files([watch, service], home_zone="UTC")
    assert (report.added, report.merged) == (1, 1)
    (activity,) = advisor.activities()
    assert {source.format for source in activity.sources} == {"fit", "gpx"}


def test_x2_a_run_within_a_ride_stays_beside_it(advisor: Advisor, tmp_path: Path) -> None:
    ride = written(tmp_path, "a.gpx", run(points(361, step_m=80), sport="cycling"))
    inner = written(tmp_path, "b.gpx", run(points(start=START + timedelta(minutes=20))))
    advisor.import_files([ride, inner], home_zone="UTC")
    assert {activity.sport for activity in advisor.activities()} == {Sport.RIDE, Sport.RUN}


def test_x4_the_same_run_a_day_earlier_by_its_zone_is_one_of_the_runners_day(
    advisor: Advisor, tmp_path: Path
) -> None:
    after_midnight = datetime(2024, 6, 30, 15, 5, tzinfo=UTC)
    tokyo = [
        gpx_text.Point(
            after_midnight + timedelta(seconds=10 * n),
            0,
            latitude=f"{35.68 + n / 3709:.6f}",
            longitude="139.76",
        )
        for n in range(61)
    ]
    track = written(tmp_path, "tokyo.gpx", run(tokyo))
    rows = (
        'Running,2024-07-01 00:05:00,false,"Night","1.80","100","00:10:00","150","160"',
        'Running,2024-06-20 07:00:00,false,"Day","10.00","500","00:50:00","150","160"',
    )
    listed = written(tmp_path, "Activities.csv", "\n".join([GARMIN, *rows, ""]))
    advisor.import_files([track, listed], home_zone="Europe/Berlin")
    night = [a for a in advisor.activities() if a.local_date >= date(2024, 6, 30)]
    assert [(a.local_date, len(a.sources)) for a in night] == [(date(2024, 7, 1), 2)]


def test_x5_each_file_of_a_batch_keeps_its_own_day(advisor: Advisor, tmp_path: Path) -> None:
    days = [START - timedelta(days=n) for n in (0, 9, 3, 400)]
    for number, day in enumerate(days):
        written(tmp_path, f"{number}.gpx", run(points(start=day)))
    advisor.import_files(sorted(tmp_path.glob("*.gpx")), home_zone="UTC")
    assert [a.started_at for a in advisor.activities()] == sorted(days)


def test_x6_no_run_is_dated_by_its_file(advisor: Advisor, tmp_path: Path) -> None:
    old = written(tmp_path, "old.gpx", run())
    undated = written(tmp_path, "undated.gpx", run(points(start=START, every_s=0)[:0]))
    now = time.time()
    for path in (old, undated):
        os.utime(path, (now, now))
    advisor.import_files([old, undated], home_zone="UTC")
    assert [a.started_at for a in advisor.activities()] == [START]


def test_x7_a_commute_stopped_in_the_evening_counts_by_its_moving_time(
    advisor: Advisor, tmp_path: Path
) -> None:
    there = points()
    back = points(start=START + timedelta(hours=14))
    advisor.import_files([written(tmp_path, "commute.gpx", run([*there, *back]))], home_zone="UTC")
    (activity,) = advisor.activities()
    assert activity.elapsed_time_s == 14 * 3600 + 600
    assert activity.moving_time_s == pytest.approx(1200, abs=20)
    advisor.history.ask(
        partial(edit, activity_ids=[activity.activity_id], field=EditField.SESSION_RPE, value=4.0)
    )
    load = session_load(advisor.activities()[0])
    assert load is not None
    assert load.value == pytest.approx(4 * 20, abs=2)


def test_x8_what_was_deleted_stays_so_until_import_again_and_then_keeps_its_notes(
    advisor: Advisor, tmp_path: Path
) -> None:
    path = written(tmp_path, "run.gpx", run())
    advisor.import_files([path], home_zone="UTC")
    ids = [activity.activity_id for activity in advisor.activities()]
    advisor.history.ask(
        partial(edit, activity_ids=ids, field=EditField.NOTES, value="left shoe too tight")
    )
    advisor.history.ask(partial(deletion, activity_ids=ids))
    report = advisor.import_files([path])
    assert not advisor.activities()
    assert report.file_results[0].outcome is FileOutcome.STAYS_DELETED
    advisor.import_files([path], deleted=Deleted.COMES_BACK)
    (activity,) = advisor.activities()
    assert activity.notes == "left shoe too tight"
