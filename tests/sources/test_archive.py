"""Exports: lists joined with the files their rows name, as ZIP and as folder."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.activity import Sport
from runadvisor.sources.registry import count_files, read_all
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
    assert len(strava) == count_files([zipped(STRAVA)]) == len(STRAVA) - 1


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
