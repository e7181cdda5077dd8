"""Real files, where they are at hand: what a right import of each gives.

The expectations are the collection's own; ``python -m benchmarks.manifest`` prints them all.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks import manifest
from runadvisor.domain.activity import Sport
from runadvisor.sources.registry import read_all

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
MANIFEST = SAMPLES / "MANIFEST.tsv"

pytestmark = pytest.mark.skipif(not MANIFEST.is_file(), reason="the collection is not here")

ROWS_ARE_NOT_RECORDINGS = {
    "generic_bad_rows.csv": "8 rows, of which one is good, once",
    "generic_eu_semicolon.csv": "the row of totals is none",
    "trainingpeaks_workouts.csv": "one done, one planned, one rest day",
    "empty.zip": "nothing in it",
}
ZIP_RUNS = {
    "mac_metadata.zip": 1,
    "runkeeper_export_small.zip": 4,
    "strava_bulk_missing_files.zip": 5,
    "strava_bulk_small.zip": 6,  # 5 rows, and a FIT file of another day than its row: both stay
}
"""Activities after rows and files of the same source id are taken as one."""


@dataclass(frozen=True)
class Expected:
    path: str
    format: str
    start: str
    points: str
    distance_m: str
    geometric_distance_m: str
    moving_s: str
    elapsed_s: str

    @property
    def name(self) -> str:
        return Path(self.path).name


def expectations() -> list[Expected]:
    if not MANIFEST.is_file():
        return []
    with MANIFEST.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        Expected(
            row["path"],
            row["format"],
            row["expect_start_utc"],
            row["expect_n_points_or_rows"],
            row["expect_distance_m"],
            row["geometric_distance_m"],
            row["expect_moving_or_timer_s"],
            row["expect_elapsed_s"],
        )
        for row in rows
    ]


def of(kind: str) -> list[Expected]:
    return [expected for expected in expectations() if expected.format == kind]


def named(expected: Expected) -> str:
    return expected.name


TRACKS = [expected for expected in manifest.expectations() if expected.is_track]


def assert_kept_or_explained(expected: manifest.Expected, checks: list[manifest.Check]) -> None:
    missed = [check for check in checks if not check.is_kept]
    assert [check for check in missed if check.reason is None] == []
    named = {figure for file, figure in manifest.REASONS if file == expected.name}
    assert {check.figure for check in missed} == named


@pytest.mark.parametrize("expected", TRACKS, ids=lambda expected: expected.name)
def test_a_real_track_file_gives_what_its_device_says(expected: manifest.Expected) -> None:
    (reading,) = read_all([SAMPLES / expected.path])
    checks = manifest.checks(expected, reading.recordings, is_said=bool(reading.problems))
    assert_kept_or_explained(expected, checks)


@pytest.mark.slow
@pytest.mark.parametrize("expected", TRACKS, ids=lambda expected: expected.name)
def test_a_fresh_history_holds_what_the_device_says(expected: manifest.Expected) -> None:
    report, activities = manifest.imported(SAMPLES / expected.path)
    checks = manifest.checks(expected, activities, is_said=bool(report.problems))
    assert_kept_or_explained(expected, checks)


def only(name: str) -> Activity:
    (expected,) = [each for each in TRACKS if each.path == f"_derived/{name}"]
    _, (activity,) = manifest.imported(SAMPLES / expected.path)
    return activity


def test_the_collections_remark_on_each_made_up_track_holds() -> None:
    assert only("gpx/hr_zero.gpx").average_heart_rate_bpm is None
    assert only("gpx/no_ele.gpx").elevation_gain_m is None
    assert only("gpx/pause_30min_segments.gpx").moving_time_s == pytest.approx(600, abs=10)
    assert only("gpx/tokyo_after_midnight_local.gpx").local_date == date(2024, 7, 1)
    assert only("gpx/offset_time.gpx").local_date == date(2024, 3, 10)
    assert only("gpx/strava.gpx").sport is Sport.RUN
    assert only("tcx/other_sport.tcx").sport is Sport.OTHER
    assert only("tcx/lap_without_distance.tcx").distance_m == 1800
    assert only("tcx/treadmill_laps_only.tcx").points == 0
    assert only("fit/truncated_60pct.fit").points == 19


@pytest.mark.parametrize(
    "name", ["gpx/truncated.gpx", "tcx/truncated.tcx", "fit/truncated_60pct.fit"]
)
def test_a_file_cut_short_is_never_a_silent_short_run(name: str) -> None:
    report, activities = manifest.imported(SAMPLES / "_derived" / name)
    assert len(activities) == 1
    assert "salvaged" in {repair.code for repair in report.repairs}


@pytest.mark.parametrize(
    "expected", [each for each in of("csv") if each.points or each.distance_m], ids=named
)
def test_a_real_list_gives_its_runs(expected: Expected) -> None:
    (reading,) = read_all([SAMPLES / expected.path])
    runs = [recording for recording in reading.recordings if recording.sport.is_run]
    if expected.points == "0":
        assert reading.recordings == ()
        assert reading.problems
        return
    if expected.name not in ROWS_ARE_NOT_RECORDINGS:
        assert len(reading.recordings) == int(expected.points)
    distance_m = sum(recording.distance_m or 0 for recording in runs)
    assert distance_m == pytest.approx(float(expected.distance_m), rel=1e-4)
    if expected.moving_s:
        moving_s = sum(recording.moving_time_s or 0 for recording in runs)
        assert moving_s == pytest.approx(float(expected.moving_s))
    if expected.elapsed_s:
        elapsed_s = sum(recording.elapsed_time_s or 0 for recording in runs)
        assert elapsed_s == pytest.approx(float(expected.elapsed_s))
    if expected.start:
        starts = [recording.started_at for recording in reading.recordings if recording.started_at]
        assert min(starts).isoformat() == expected.start.replace("Z", "+00:00")


POINT_TABLES = {"csv_export.csv": 12}
"""Tables that are the track of one activity, and their points."""


@pytest.mark.parametrize(
    "expected", [each for each in of("csv") if each.name in POINT_TABLES], ids=named
)
def test_a_table_of_points_is_a_track(expected: Expected) -> None:
    (reading,) = read_all([SAMPLES / expected.path])
    (recording,) = reading.recordings
    assert recording.points == POINT_TABLES[expected.name]


@pytest.mark.parametrize(
    "expected",
    [each for each in of("csv") if not each.points and each.name not in POINT_TABLES],
    ids=named,
)
def test_a_table_that_is_no_list_is_refused(expected: Expected) -> None:
    (reading,) = read_all([SAMPLES / expected.path])
    assert reading.recordings == ()
    assert len(reading.problems) == 1


@pytest.mark.parametrize(
    "expected", [each for each in of("zip") if each.name in ZIP_RUNS], ids=named
)
def test_a_real_archive_gives_each_activity_once(expected: Expected) -> None:
    found = [
        recording
        for reading in read_all([SAMPLES / expected.path])
        for recording in reading.recordings
    ]
    activities = {recording.source_id or recording.digest for recording in found}
    assert len(activities) == ZIP_RUNS[expected.name]
    assert len(activities) >= int(expected.points)


@pytest.mark.parametrize("kind", ["csv", "zip"])
def test_no_file_of_the_collection_goes_unmentioned(kind: str) -> None:
    for expected in of(kind):
        for reading in read_all([SAMPLES / expected.path]):
            assert reading.recordings or reading.problems or reading.skipped
