"""Exports: lists joined with the files their rows name, as ZIP and as folder."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.activity import Sport
from runadvisor.sources.registry import amount_of, read_all
from tests.sources import fit_bytes, tcx_text
from tests.sources.gpx_text import START, points, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from runadvisor.domain.activity import Recording
    from runadvisor.sources.import_report import ImportProblem, Reading

HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Filename,Elapsed Time,Moving Time,Distance"
)


def row(identity: int, file: str, *, sport: str = "Run", day: int = 10) -> str:
    return (
        f'{identity},"Mar {day}, 2024, 6:30:00 AM",Title {identity},{sport},,600,1.80,,,false,'
        f"{file},600.0,600.0,1800.0"
    )


STRAVA = {
    "activities.csv": "\n".join(
        [
            HEADER,
            row(9000, "activities/8000.gpx"),
            row(9002, "activities/8002.gpx.gz", sport="Walk", day=12),
            row(9003, "activities/gone.gpx", day=13),
            row(9004, "", day=14),
        ]
    ).encode(),
    "activities/8000.gpx": run(),
    "activities/8002.gpx.gz": gzip.compress(run(points(start=START + timedelta(days=2)))),
    "activities/.gitkeep": b"",
    "profile.csv": b"Athlete ID,Email Address\n1,x@example.org\n",
    "messaging.json": b"{}",
    "media/a.jpg": b"\xff\xd8\xff\xd9",
    "routes/1.gpx": run([replace(point, at=None) for point in points()]),
}


def by_member(readings: list[Reading]) -> dict[str | None, Reading]:
    return {reading.member: reading for reading in readings}


def recordings(readings: list[Reading]) -> Iterator[Recording]:
    return (recording for reading in readings for recording in reading.recordings)


def problems(readings: list[Reading]) -> list[ImportProblem]:
    return [problem for reading in readings for problem in reading.problems]


@pytest.fixture
def strava(zipped: Callable[..., Path]) -> list[Reading]:
    return list(read_all([zipped(STRAVA)]))


def test_a_row_and_its_file_share_the_id_of_the_list(strava: list[Reading]) -> None:
    found = by_member(strava)
    (recording,) = found["activities/8000.gpx"].recordings
    assert recording.source_id == "strava:9000"
    assert recording.name == "Title 9000"
    assert recording.points == 61


def test_z1_a_packed_file_in_the_archive_is_read_and_linked(strava: list[Reading]) -> None:
    (recording,) = by_member(strava)["activities/8002.gpx.gz"].recordings
    assert recording.source_id == "strava:9002"


def test_the_sport_corrected_in_the_list_wins(strava: list[Reading]) -> None:
    (recording,) = by_member(strava)["activities/8002.gpx.gz"].recordings
    assert recording.sport is Sport.WALK


def test_a_row_whose_file_is_missing_is_imported_and_said(strava: list[Reading]) -> None:
    assert [(p.code, p.member) for p in problems(strava)] == [
        ("file-missing", "activities/gone.gpx")
    ]
    assert "strava:9003" in {recording.source_id for recording in recordings(strava)}


def test_a_row_without_a_file_is_imported(strava: list[Reading]) -> None:
    assert "strava:9004" in {recording.source_id for recording in recordings(strava)}


def test_g18_what_is_no_activity_is_skipped_with_a_reason(strava: list[Reading]) -> None:
    skipped = {reading.member for reading in strava if reading.skipped is not None}
    assert skipped == {"profile.csv", "messaging.json", "media/a.jpg", "routes/1.gpx"}


def test_every_file_is_counted_once_and_junk_never(
    strava: list[Reading], zipped: Callable[..., Path]
) -> None:
    assert len(strava) == amount_of([zipped(STRAVA)]).files == len(STRAVA) - 1


def test_a_file_of_a_wrapping_folder_is_found(zipped: Callable[..., Path]) -> None:
    wrapped = {f"export_123/{name}": data for name, data in STRAVA.items()}
    found = by_member(list(read_all([zipped(wrapped)])))
    (recording,) = found["export_123/activities/8000.gpx"].recordings
    assert recording.source_id == "strava:9000"


def test_an_unpacked_export_is_joined_like_the_archive(unpacked: Callable[..., Path]) -> None:
    folder = unpacked(STRAVA)
    found = {reading.path: reading for reading in read_all([folder])}
    (recording,) = found[str(folder / "activities" / "8000.gpx")].recordings
    assert recording.source_id == "strava:9000"
    assert recording.source.member is None


def test_an_export_without_any_of_its_files_says_so_once(zipped: Callable[..., Path]) -> None:
    readings = list(read_all([zipped({"activities.csv": STRAVA["activities.csv"]})]))
    assert [problem.code for problem in problems(readings)] == ["file-missing"]
    assert len(list(recordings(readings))) == 4


def test_a_file_of_another_day_than_its_row_stays_its_own(zipped: Callable[..., Path]) -> None:
    members = STRAVA | {"activities/8000.gpx": run(points(start=START + timedelta(days=40)))}
    reading = by_member(list(read_all([zipped(members)])))["activities/8000.gpx"]
    assert reading.recordings[0].source_id is None
    assert [note.code for note in reading.repairs] == ["other-day"]


def test_a_file_no_row_names_is_read_on_its_own(zipped: Callable[..., Path]) -> None:
    members = STRAVA | {"activities/7.gpx": run(points(start=START + timedelta(days=5)))}
    (recording,) = by_member(list(read_all([zipped(members)])))["activities/7.gpx"].recordings
    assert recording.source_id is None


def test_a_runkeeper_row_and_its_gpx_are_one_run(zipped: Callable[..., Path]) -> None:
    listing = (
        "Activity Id,Date,Type,Route Name,Distance (km),Duration,GPX File\n"
        "b2,2024-03-10 07:30:00,Running,,1.80,10:00,2024-03-10-073000.gpx\n"
    )
    readings = list(
        read_all(
            [
                zipped(
                    {
                        "cardioActivities.csv": listing.encode(),
                        "2024-03-10-073000.gpx": run(sport=None),
                        "measurements.csv": b"Date,Type,Value\n",
                    }
                )
            ]
        )
    )
    assert {recording.source_id for recording in recordings(readings)} == {"runkeeper:b2"}
    assert problems(readings) == []


# --- exports of other services ---------------------------------------------------------------


def test_a_garmin_export_is_read_one_archive_deep(zipped: Callable[..., Path]) -> None:
    inner = zipped({"a.fit": run(), "b.fit": gzip.compress(run(name="Other"))}, "part.zip")
    path = zipped(
        {
            "DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0_Part1.zip": inner.read_bytes(),
            "DI_CONNECT/DI-Connect-Fitness/me_0_summarizedActivities.json": b"[{"
            b'"summarizedActivitiesExport": []}]',
            "DI_CONNECT/DI-Connect-Wellness/sleep.json": b"[]",
            "DI_CONNECT/DI-Connect-User/user.json": b"{}",
        }
    )
    readings = list(read_all([path]))
    assert len(list(recordings(readings))) == 2
    assert [problem.code for problem in problems(readings)] == ["json-not-read"] * 2
    assert sum(reading.skipped is not None for reading in readings) == 1
    assert len(readings) == amount_of([path]).files == 5


def test_what_a_watch_keeps_besides_activities_is_skipped(zipped: Callable[..., Path]) -> None:
    settings = fit_bytes.fit(fit_bytes.message("file_id", type=2))
    readings = list(read_all([zipped({"settings.fit": settings, "a.fit": run()})]))
    assert problems(readings) == []
    assert [reading.skipped is not None for reading in readings] == [True, False]


def test_a_google_takeout_gives_its_runs_and_no_days(zipped: Callable[..., Path]) -> None:
    daily = b"Start time,End time,Move Minutes count,Distance (m),Step count\n00:00,00:15,1,9,9\n"
    path = zipped(
        {
            "Takeout/Fit/Activities/2024-03-10T06_30_00Z_Running.tcx": tcx_text.run(),
            "Takeout/Fit/Daily activity metrics/2024-03-10.csv": daily,
            "Takeout/Fit/Daily activity metrics/2024-03-11.csv": daily,
            "Takeout/Fit/All Sessions/a.json": b'{"fitnessActivity": "running", "startTime": "x"}',
            "Takeout/Fit/All Sessions/b.json": b'{"fitnessActivity": "running", "startTime": "x"}',
            "Takeout/archive_browser.html": b"<html></html>",
        }
    )
    readings = list(read_all([path]))
    assert len(list(recordings(readings))) == 1
    assert sorted(problem.code for problem in problems(readings)) == ["daily-list", "json-not-read"]
    assert sum(reading.skipped is not None for reading in readings) == 3


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ('{"exportVersion": "1.5", "startTime": "x", "exercises": []}', "Polar"),
        ('{"start_time": 1, "sport_type_id": "1"}', "Runtastic"),
        ('{"DeviceLog": {"Header": {}}}', "Suunto"),
        ('[{"logId": 1, "activityName": "Run"}]', "Fitbit"),
        ('{"start_epoch_ms": 1, "active_duration_ms": 1}', "Nike"),
        ('{"anything": 1}', "GPX"),
    ],
)
def test_json_of_a_service_is_named_with_the_way_round(
    keys: str, word: str, zipped: Callable[..., Path]
) -> None:
    (problem,) = problems(list(read_all([zipped({"a.json": keys.encode()})])))
    assert problem.code == "json-not-read"
    assert word in problem.reason.template


def test_z2_what_a_mac_puts_beside_files_is_no_file(zipped: Callable[..., Path]) -> None:
    path = zipped({"Runs/a.gpx": run(), "__MACOSX/Runs/._a.gpx": b"\x00\x05", "._b.fit": b"x"})
    (reading,) = read_all([path])
    assert reading.member == "Runs/a.gpx"


@pytest.mark.parametrize("name", ["123.fit", "123.gcx", "ACTIVITY"])
def test_z4_the_original_of_garmin_is_whatever_it_holds(
    name: str, zipped: Callable[..., Path]
) -> None:
    (reading,) = read_all([zipped({name: run()}, "123.zip")])
    assert len(reading.recordings) == 1
