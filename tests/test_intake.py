"""Files on their way into a history: each accounted for, stopped and gone on with."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor import intake
from runadvisor.advisor import Advisor
from runadvisor.domain.athlete import Athlete
from runadvisor.history.store import History
from runadvisor.sources import reader_pool, steps
from runadvisor.sources.choices import Dating
from runadvisor.sources.column_mapping import parsed_mapping
from runadvisor.sources.import_report import FileOutcome, Progress, Reading
from runadvisor.sources.registry import Amount
from tests.sources.gpx_text import START, points, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from runadvisor.domain.knowledge import Catalog
    from runadvisor.history.changes import Change
    from runadvisor.sources.import_report import FileResult

LIST = "Date,Distance (km),Time\n2024-03-10,5.0,30:00\n2024-03-12,6.0,36:00\n"
WITHOUT_UNIT = "date,distance,time\n2024-03-10,5.0,42:00\n2024-03-12,6.0,50:00\n"


@pytest.fixture
def advisor(tmp_path: Path, catalog: Catalog) -> Iterator[Advisor]:
    with History.open(tmp_path / "h.runadvisor") as history:
        history.set_home_zone("Europe/Berlin")
        yield Advisor(history, catalog=catalog, athlete=Athlete())


def tracks(tmp_path: Path, count: int) -> Path:
    """Return an archive of runs on days of their own."""
    path = tmp_path / "runs.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            day = points(20, start=START + timedelta(days=number))
            archive.writestr(f"{number:03}.gpx", run(day))
    return path


def write(tmp_path: Path, name: str, data: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def outcomes(results: tuple[FileResult, ...]) -> list[FileOutcome]:
    return [result.outcome for result in results]


def test_every_file_is_accounted_for(advisor: Advisor, tmp_path: Path) -> None:
    files = [
        write(tmp_path, "list.csv", LIST),
        write(tmp_path, "list copy.csv", LIST),
        write(tmp_path, "broken.gpx", b"<gpx"),
        write(tmp_path, "rest.csv", "Date,Type,Distance (km),Time\n2024-03-11,Rest,,\n"),
        tmp_path / "nothing.gpx",
    ]
    report = advisor.import_files(files)
    assert outcomes(report.file_results) == [
        FileOutcome.ADDED,
        FileOutcome.THERE_ALREADY,
        FileOutcome.NEEDS_LOOK,
        FileOutcome.NEEDS_LOOK,
        FileOutcome.NEEDS_LOOK,
    ]
    assert [result.path for result in report.file_results] == [str(path) for path in files]
    first, copy, *_ = report.file_results
    assert (first.rows, first.added, copy.duplicates) == (2, 2, 2)
    assert report.files == len(report.file_results)


def test_the_parts_of_a_report_are_those_of_its_files(advisor: Advisor, tmp_path: Path) -> None:
    odd = write(tmp_path, "odd.csv", LIST + "2024-13-40,5,30:00\nTotal,11,\n")
    report = advisor.import_files([odd])
    (result,) = report.file_results
    assert report.problems == result.problems
    assert result.repairs == report.repairs
    assert [problem.code for problem in result.problems] == ["bad-date"]


def test_g1_a_day_that_was_mistyped_is_typed_again_once_the_import_is_undone(
    advisor: Advisor, tmp_path: Path
) -> None:
    route = write(tmp_path, "r.gpx", run([replace(point, at=None) for point in points()]))
    back: list[Change] = []
    wrong, right = Dating(day=date(2024, 3, 9)), Dating(day=date(2024, 3, 10), duration_s=600)
    advisor.import_files([route], dating=wrong, way_back=back.append)
    for change in reversed(back):
        advisor.history.apply(change)
    assert not advisor.activities()
    report = advisor.import_files([route], dating=right)
    (activity,) = advisor.activities()
    assert report.added == 1
    assert (activity.local_date, activity.moving_time_s) == (date(2024, 3, 10), 600)


def test_g1_of_a_run_that_was_measured_as_well_what_was_typed_is_never_believed(
    advisor: Advisor, tmp_path: Path
) -> None:
    bare = [replace(point, at=None, altitude=None) for point in points(step_m=29.9)]
    route = write(tmp_path, "r.gpx", run(bare))
    advisor.import_files([route], dating=Dating(day=date(2024, 3, 10), duration_s=900))
    report = advisor.import_files([write(tmp_path, "m.gpx", run())])
    (activity,) = advisor.activities()
    assert report.merged == 1
    assert (activity.started_at, activity.moving_time_s) == (START, 600)


def test_a_photo_is_skipped(advisor: Advisor, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("a.jpg", b"\xff\xd8\xff")
    report = advisor.import_files([tmp_path / "export.zip"])
    assert outcomes(report.file_results) == [FileOutcome.SKIPPED]


# --- Z6, Z7: stopped, gone on with ---------------------------------------------------------


def test_z7_a_stopped_import_keeps_what_is_in_and_goes_on_where_it_stopped(
    advisor: Advisor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tracks(tmp_path, 12)
    seen = 0

    def is_cancelled() -> bool:
        nonlocal seen
        seen += 1
        return seen == 5

    stopped = advisor.import_files([path], is_cancelled=is_cancelled)
    assert (stopped.was_cancelled, stopped.added) == (True, 5)
    assert len(advisor.activities()) == 5
    loads = []
    load = steps.unpacked
    monkeypatch.setattr(steps, "unpacked", lambda data, place: loads.append(1) or load(data, place))
    resumed = advisor.import_files([path])
    assert (resumed.added, resumed.duplicates) == (7, 5)
    assert len(loads) == 7
    assert outcomes(resumed.file_results[:5]) == [FileOutcome.THERE_ALREADY] * 5


def test_z6_a_file_that_fails_leaves_nothing_that_blocks_the_next_try(
    advisor: Advisor, tmp_path: Path
) -> None:
    path = write(tmp_path, "a.gpx", run()[:-200])
    first = advisor.import_files([path])
    path.write_bytes(run())
    second = advisor.import_files([path])
    assert len(advisor.activities()) == 1
    assert first.problems or first.repairs
    assert second.problems == ()


def test_z7_many_files_are_read_by_several_processes_to_the_same_history(
    advisor: Advisor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_pool, "WORTH_FROM_FILES", 10)
    monkeypatch.setattr(intake, "process_count", lambda files: 2 if files >= 10 else 0)
    report = advisor.import_files([tracks(tmp_path, 30)])
    assert (report.added, report.problems) == (30, ())


# --- how far it is -------------------------------------------------------------------------


def test_progress_tells_files_bytes_and_the_end(advisor: Advisor, tmp_path: Path) -> None:
    told: list[Progress] = []
    path = tracks(tmp_path, 8)
    advisor.import_files([path], progress=told.append)
    last = told[-1]
    assert (last.files_done, last.files_total) == (8, 8)
    assert last.bytes_done == last.bytes_total > 0
    assert [each.files_done for each in told] == sorted(each.files_done for each in told)


def test_progress_is_told_no_more_often_than_anybody_can_see(
    advisor: Advisor, tmp_path: Path
) -> None:
    told: list[Progress] = []
    path = tracks(tmp_path, 60)
    advisor.import_files([path])
    advisor.import_files([path], progress=told.append)
    assert len(told) < 30


def test_the_time_left_follows_the_pace_of_the_last_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 0.0
    monkeypatch.setattr(intake.time, "monotonic", lambda: now)
    told: list[Progress] = []
    teller = intake._Teller(told.append, Amount(100, 100_000_000))
    for _ in range(50):  # known from before: passed over at once
        teller.tell(Reading(path="a", size_bytes=1_000_000))
    for _ in range(25):
        now += 1.0
        teller.tell(Reading(path="a", size_bytes=1_000_000))
    assert told[0].left_s is None
    left_s = told[-1].left_s
    assert left_s == pytest.approx(25, abs=1.5)


def test_parts_of_a_file_move_the_bytes_and_not_the_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(intake, "_TELL_EVERY_S", 0.0)
    told: list[Progress] = []
    teller = intake._Teller(told.append, Amount(1, 90))
    teller.tell(Reading(path="a", size_bytes=30, is_part=True))
    teller.tell(Reading(path="a", size_bytes=60))
    assert [(each.files_done, each.bytes_done) for each in told] == [(0, 30), (1, 90)]


# --- what was said of lists ----------------------------------------------------------------


def test_a_list_that_leaves_its_unit_open_is_asked_about(advisor: Advisor, tmp_path: Path) -> None:
    report = advisor.import_files([write(tmp_path, "a.csv", WITHOUT_UNIT)])
    assert advisor.activities() == ()
    assert [problem.code for problem in report.problems] == ["unit-unclear"]


def test_what_was_said_is_remembered_in_the_history_for_the_same_headings(
    advisor: Advisor, tmp_path: Path
) -> None:
    mapping = parsed_mapping("distance=distance:mi")
    advisor.import_files([write(tmp_path, "a.csv", WITHOUT_UNIT)], mapping=mapping)
    grown = write(tmp_path, "b.csv", WITHOUT_UNIT + "2024-03-14,7.0,58:00\n")
    report = advisor.import_files([grown])
    assert (report.added, report.duplicates, report.problems) == (1, 2, ())
    assert "mapping-remembered" in [repair.code for repair in report.repairs]
    assert advisor.activities()[-1].distance_m == pytest.approx(7 * 1609.344)


def test_a_unit_corrected_afterwards_corrects_the_runs(advisor: Advisor, tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", WITHOUT_UNIT)
    for unit in ("km", "mi"):
        advisor.import_files([path], mapping=parsed_mapping(f"distance=distance:{unit}"))
    runs = advisor.activities()
    assert [each.distance_m for each in runs] == pytest.approx([5 * 1609.344, 6 * 1609.344])


def test_rows_in_the_future_are_left_out_on_the_day_it_is(advisor: Advisor, tmp_path: Path) -> None:
    report = advisor.import_files([write(tmp_path, "a.csv", LIST)], today=date(2024, 3, 10))
    assert report.added == 1


def test_a_mapping_of_a_newer_version_is_no_reason_to_fail(
    advisor: Advisor, tmp_path: Path
) -> None:
    advisor.history.set_note(intake.MAPPINGS_NOTE, '{"date | distance | time": "moon=full"}')
    report = advisor.import_files([write(tmp_path, "a.csv", WITHOUT_UNIT)])
    assert [problem.code for problem in report.problems] == ["unit-unclear"]
