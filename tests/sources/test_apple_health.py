"""Apple Health: workouts of every age, their routes, and a file of any size."""

from __future__ import annotations

import gzip
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.activity import Sport, ZoneSource
from runadvisor.sources import apple_health
from runadvisor.sources.registry import amount_of, read_all
from tests.sources import apple_text
from tests.sources.apple_text import HEAD, TAIL, export, old_workout, route, workout
from tests.sources.gpx_text import run
from tests.sources.list_text import read_file, wall

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from runadvisor.domain.activity import Recording
    from runadvisor.sources.import_report import Reading


def only(data: bytes) -> Recording:
    (recording,) = read_file(data, "export.xml").recordings
    return recording


def codes(data: bytes) -> list[str]:
    return [problem.code for problem in read_file(data, "export.xml").problems]


def test_a_workout_gives_all_it_holds() -> None:
    inner = (
        '<WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="148.2" '
        'maximum="171" unit="count/min"/><MetadataEntry key="HKElevationAscended" '
        'value="4200 cm"/>'
    )
    recording = only(export(workout(inner=inner)))
    assert recording.source.format == "apple-health"
    assert recording.started_at == datetime(2024, 3, 10, 6, 30, tzinfo=UTC)
    assert recording.local_start == wall(2024, 3, 10, 7, 30)
    assert (recording.zone, recording.zone_source) == ("+01:00", ZoneSource.SOURCE)
    assert (recording.sport, recording.sport_is_known) == (Sport.RUN, True)
    assert (recording.distance_m, recording.moving_time_s, recording.elapsed_time_s) == (
        5012,
        1800,
        1860,
    )
    assert (recording.average_heart_rate_bpm, recording.max_heart_rate_bpm) == (148.2, 171)
    assert recording.elevation_gain_m == 42


def test_a_workout_up_to_ios_15_has_its_distance_in_attributes() -> None:
    recording = only(export(old_workout()))
    assert recording.distance_m == pytest.approx(5012, abs=1)
    assert (recording.moving_time_s, recording.elapsed_time_s) == (1800, 1860)
    assert recording.started_at == datetime(2019, 7, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(("unit", "metres"), [("km", 5000), ("m", 5), ("ft", 1.524)])
def test_every_unit_of_distance_is_read(unit: str, metres: float) -> None:
    assert only(export(old_workout(unit=unit, distance="5"))).distance_m == pytest.approx(metres)


def test_a_zone_of_the_workout_comes_before_that_of_the_phone() -> None:
    inner = '<MetadataEntry key="HKTimeZone" value="Asia/Tokyo"/>'
    recording = only(export(workout(inner=inner)))
    assert recording.zone == "Asia/Tokyo"
    assert recording.local_start == wall(2024, 3, 10, 15, 30)


@pytest.mark.parametrize(
    ("kind", "inner", "sport"),
    [
        ("Running", '<MetadataEntry key="HKIndoorWorkout" value="1"/>', Sport.TREADMILL_RUN),
        ("Cycling", '<MetadataEntry key="HKIndoorWorkout" value="1"/>', Sport.RIDE),
        ("TraditionalStrengthTraining", "", Sport.STRENGTH),
        ("Walking", "", Sport.WALK),
        ("Swimming", "", Sport.SWIM),
        ("SocialDance", "", Sport.OTHER),
    ],
)
def test_every_sport_is_kept_for_what_it_is(kind: str, inner: str, sport: Sport) -> None:
    assert only(export(workout(kind=kind, inner=inner))).sport is sport


def test_an_export_made_later_in_another_zone_holds_the_same_workouts() -> None:
    berlin = only(export(workout()))
    tokyo = only(export(workout("2024-03-10 15:30:00 +0900", "2024-03-10 16:01:00 +0900")))
    assert (berlin.digest, berlin.source_id) == (tokyo.digest, tokyo.source_id)


def test_workouts_two_apps_wrote_may_be_one() -> None:
    first, second = read_file(export(workout(), workout(app="Strava"))).recordings
    services = {(each.source_id or "").partition(":")[0] for each in (first, second)}
    assert len(services) == 2


def test_a_document_type_that_is_itself_malformed_harms_nothing() -> None:
    head = HEAD.replace("<!ATTLIST Workout", "<!ATTLIST Workout startDate CDATA #REQUIRED")
    assert only(export(workout(), head=head.replace("]>", "]>\x01"))).distance_m == 5012


def test_an_export_cut_short_gives_the_workouts_before() -> None:
    data = export(workout(), workout("2024-03-12 07:30:00 +0100", "2024-03-12 08:00:00 +0100"))
    cut = data[: data.rindex(b"WorkoutStatistics")]
    assert len(read_file(cut).recordings) == 1
    assert codes(cut) == ["cut-short"]


def test_a_workout_without_a_start_is_counted_and_said() -> None:
    broken = workout().replace("startDate", "beganDate")
    assert codes(export(broken, workout())) == ["unreadable-workouts"]
    assert len(read_file(export(broken, workout())).recordings) == 1


def test_an_export_without_workouts_says_so() -> None:
    assert codes(export()) == ["no-workouts"]


def test_an_impossible_distance_is_unknown() -> None:
    assert only(export(old_workout(unit="km", distance="5000"))).distance_m is None


@pytest.mark.parametrize("chunk_bytes", [7, 64, 1000])
def test_no_workout_is_lost_where_two_chunks_meet(
    chunk_bytes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apple_health, "CHUNK_BYTES", chunk_bytes)
    data = export(workout(), old_workout(), workout(app="Other > than"))
    assert len(read_file(data).recordings) == 3


def test_a_tag_never_closed_does_not_swallow_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apple_health, "MAX_WORKOUT_BYTES", 2_000)
    monkeypatch.setattr(apple_health, "CHUNK_BYTES", 500)
    torn = workout().replace("</Workout>", "").replace('sourceName="', "sourceName=")
    data = (HEAD + torn + apple_text.RECORD * 40 + workout() + TAIL).encode()
    assert len(read_file(data).recordings) == 1


# --- with its routes -----------------------------------------------------------------------

FOLDER = "apple_health_export"
MEMBERS = {
    f"{FOLDER}/Exportieren.xml": export(
        workout("2024-03-10 07:30:00 +0100", "2024-03-10 07:40:00 +0100", inner=route("a.gpx")),
        workout("2024-03-12 07:30:00 +0100", kind="Walking"),
    ),
    f"{FOLDER}/export_cda.xml": b'<?xml version="1.0"?><ClinicalDocument/>',
    f"{FOLDER}/workout-routes/a.gpx": run(name="Route 2024-03-10 7:40am", sport=None),
    f"{FOLDER}/electrocardiograms/ecg.csv": b"Name,Mara\nRecorded Date,2024-03-10\n",
}


def by_name(readings: list[Reading]) -> dict[str, Reading]:
    return {(each.member or each.path).rpartition("/")[2]: each for each in readings}


@pytest.mark.parametrize("kind", ["zip", "folder"])
def test_a_route_is_joined_with_its_workout(
    kind: str, zipped: Callable[..., Path], unpacked: Callable[..., Path]
) -> None:
    path = zipped(MEMBERS) if kind == "zip" else unpacked(MEMBERS)
    found = by_name(list(read_all([path])))
    (run_, walk) = found["Exportieren.xml"].recordings
    (track,) = found["a.gpx"].recordings
    assert track.source_id == run_.source_id != walk.source_id
    assert track.track is not None
    assert track.name is None
    assert (track.distance_m, track.moving_time_s) == (5012, 1800)
    assert track.zone == "Europe/London"


def test_what_else_is_in_the_export_is_skipped(zipped: Callable[..., Path]) -> None:
    path = zipped(MEMBERS)
    readings = list(read_all([path]))
    assert [problem for reading in readings for problem in reading.problems] == []
    assert {name for name, reading in by_name(readings).items() if reading.skipped} == {
        "export_cda.xml",
        "ecg.csv",
    }
    assert len(readings) == amount_of([path]).files == 4


def test_an_export_packed_by_itself_is_read() -> None:
    assert only(gzip.compress(export(workout()))).distance_m == 5012


# --- size ----------------------------------------------------------------------------------


def test_a_large_export_comes_in_parts_that_add_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apple_health, "PART_BYTES", 2_000_000)
    path = tmp_path / "export.xml"
    path.write_bytes(b"".join(apple_text.large_export(10, 4)))
    readings = list(read_all([path]))
    assert [reading.is_part for reading in readings] == [True] * (len(readings) - 1) + [False]
    assert len(readings) > 3
    assert sum(len(reading.recordings) for reading in readings) >= 4
    assert sum(reading.size_bytes for reading in readings) == path.stat().st_size
    assert amount_of([path]).size_bytes == path.stat().st_size


_MEASURE = """
import resource, sys
from pathlib import Path
from runadvisor.sources.registry import read_all
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
list(read_all([Path(sys.argv[1])]))
before = peak()
found = sum(len(reading.recordings) for reading in read_all([Path(sys.argv[2])]))
print(found, (peak() - before) // 1024)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no resource module")
def test_an_export_of_a_gigabyte_costs_no_more_memory_than_a_small_one(tmp_path: Path) -> None:
    small, large = tmp_path / "small.xml", tmp_path / "large.xml"
    small.write_bytes(b"".join(apple_text.large_export(8, 4)))
    with large.open("wb") as file:
        file.writelines(apple_text.large_export(1000, 2000))
    measured = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _MEASURE, str(small), str(large)],
        capture_output=True,
        text=True,
        check=True,
    )
    found, more_mb = map(int, measured.stdout.split())
    assert found > 1000
    assert more_mb < 40
