"""Real files, where they are at hand: what a right import of each gives.

The expectations are the collection's own. Distances of a GPX are compared with its
geometry: an app's own total stands in no GPX.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest

from runadvisor.sources.registry import read_all

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
MANIFEST = SAMPLES / "MANIFEST.tsv"

pytestmark = pytest.mark.skipif(not MANIFEST.is_file(), reason="the collection is not here")

NO_RECORDING = {
    "no_time.gpx": "no point has a time: a route (its 61 points are no activity)",
    "track-with-extremes.gpx": "no point has a time: a route",
    "track_with_dilution_errors.gpx": "no point has a time: a route",
}
"""Files with points that must not become an activity."""
OTHER_DISTANCE = {
    "legacy_gpx_pause_resume.gpx": (
        334.0,
        "two points lie beyond the pole (latitude 100 and 200); the rest is three steps of 111 m",
    ),
}
"""Files whose expected geometry counts impossible points."""
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
        if row["format"] in {"gpx", "csv", "zip"}
    ]


def of(kind: str) -> list[Expected]:
    return [expected for expected in expectations() if expected.format == kind]


def named(expected: Expected) -> str:
    return expected.name


@pytest.mark.parametrize("expected", of("gpx"), ids=named)
def test_a_real_gpx_file_gives_what_it_holds(expected: Expected) -> None:
    (reading,) = read_all([SAMPLES / expected.path])
    if expected.name in NO_RECORDING or expected.points == "0":
        assert reading.recordings == ()
        assert len(reading.problems) == 1
        return
    assert reading.recordings
    if expected.points:
        assert sum(recording.points for recording in reading.recordings) == int(expected.points)
    if expected.start:
        start = reading.recordings[0].started_at
        assert start is not None
        assert start.replace(microsecond=0).isoformat() == expected.start.replace("Z", "+00:00")
    distance_m = sum(recording.distance_m or 0 for recording in reading.recordings)
    wanted = expected.geometric_distance_m or expected.distance_m
    if expected.name in OTHER_DISTANCE:
        wanted = str(OTHER_DISTANCE[expected.name][0])
    if wanted:
        # The collection rounds to a tenth of a metre.
        assert distance_m == pytest.approx(float(wanted), rel=0.01, abs=0.05)
    if expected.elapsed_s:
        elapsed_s = sum(recording.elapsed_time_s or 0 for recording in reading.recordings)
        assert elapsed_s == pytest.approx(float(expected.elapsed_s), abs=1)


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


@pytest.mark.parametrize("expected", [each for each in of("csv") if not each.points], ids=named)
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


@pytest.mark.parametrize("kind", ["gpx", "csv", "zip"])
def test_no_file_of_the_collection_goes_unmentioned(kind: str) -> None:
    for expected in of(kind):
        for reading in read_all([SAMPLES / expected.path]):
            assert reading.recordings or reading.problems or reading.skipped
