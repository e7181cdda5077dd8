"""Lists of services told by their headings: Runkeeper, intervals.icu, TrainingPeaks, Polar."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest

from runadvisor.domain.activity import Sport, StartPrecision, ZoneSource
from runadvisor.sources.csv_list import read_list
from tests.sources.list_text import INTERVALS, PLACE, notes, only, read, wall


def test_intervals_icu_tells_local_time_utc_and_so_the_zone() -> None:
    recording = only(
        f"{INTERVALS}\ni1,2024-03-10T17:30:00,E,Run,1800,5012.3,1850,82.7,false,2024-03-10T06:30:00Z"
    )
    assert recording.source_id == "intervals:i1"
    assert recording.external_id is None
    assert recording.started_at == datetime(2024, 3, 10, 6, 30, tzinfo=UTC)
    assert recording.local_start == wall(2024, 3, 10, 17, 30)
    assert (recording.zone, recording.zone_source) == ("+11:00", ZoneSource.SOURCE)
    assert recording.average_cadence_spm == pytest.approx(165.4)
    assert recording.distance_m == 5012.3


def test_intervals_icu_tells_the_number_of_the_service_it_fetched_from() -> None:
    row = "i1,2024-03-10T17:30:00,E,Run,1800,5012.3,1850,82.7,false,2024-03-10T06:30:00Z"
    assert only(f"{INTERVALS},external_id\n{row},12345678901").external_id == "12345678901"


@pytest.mark.parametrize(("sport", "trainer"), [("VirtualRun", "false"), ("Run", "true")])
def test_a_run_indoors_is_a_treadmill_run(sport: str, trainer: str) -> None:
    recording = only(f"{INTERVALS}\ni1,2024-03-10T17:30:00,E,{sport},1800,5012,1850,,{trainer},")
    assert recording.sport is Sport.TREADMILL_RUN


RUNKEEPER = "Date,Type,Route Name,Distance (mi),Duration,Climb (ft),GPX File"


def test_runkeeper_names_its_unit_and_its_files() -> None:
    text = f"{RUNKEEPER}\n2015-03-27 12:26:34,Running,,3.11,30:00,100,2015-03-27-1226.gpx"
    listed = read_list(text.encode(), PLACE)
    (recording,) = listed.reading.recordings
    assert recording.distance_m == pytest.approx(5005, abs=1)
    assert recording.elevation_gain_m == pytest.approx(30.48)
    assert recording.source_id == "runkeeper:2015-03-27 12:26:34"
    assert listed.files == {"2015-03-27-1226.gpx": recording}


def test_a_treadmill_run_of_runkeeper_without_distance_keeps_its_time() -> None:
    recording = only(f"{RUNKEEPER}\n2015-03-27 12:26:34,Running,,,1:02:03,,")
    assert (recording.distance_m, recording.moving_time_s) == (None, 3723)


TRAININGPEAKS = (
    '"Title","WorkoutType","PlannedDuration","WorkoutDay","DistanceInMeters","AthleteComments",'
    '"TimeTotalInHours","HeartRateAverage","Rpe"'
)


def test_planned_rows_and_rest_days_are_not_runs() -> None:
    text = (
        f"{TRAININGPEAKS}\r\n"
        '"Tempo","Run","1","2024-03-10","10254.9","two\r\nlines","1","148","6"\r\n'
        '"Planned","Run","0.75","2024-03-11","","","","",""\r\n'
        '"Rest","Day Off","","2024-03-12","","","","",""\r\n'
    )
    recording = only(text)
    assert (recording.distance_m, recording.moving_time_s) == (10254.9, 3600)
    assert (recording.average_heart_rate_bpm, recording.session_rpe) == (148, 6)
    assert (recording.precision, recording.source_id) == (
        StartPrecision.DAY,
        "trainingpeaks:2024-03-10",
    )
    assert sorted(notes(text)) == ["planned-rows", "rest-rows"]


POLAR = (
    "Name,Sport,Date,Start time,Duration,Total distance (km),Average heart rate (bpm),\n"
    "Mara,RUNNING,20-06-2018,11:17:03,00:00:03,0.01,91,\n"
    "Sample rate,Time,HR (bpm),Speed (km/h),Pace (min/km),Cadence,Altitude (m),Distances (m),\n"
    "1,00:00:00,90,0.0,,,100.5,0.0,\n"
    ",00:00:01,0,10.8,,84,100.5,3.0,\n"
    ",00:00:02,92,10.8,,84,101.0,6.0,\n"
)


def test_a_polar_session_is_its_one_row() -> None:
    recording = only(POLAR)
    assert recording.source.format == "polar"
    assert recording.local_start == wall(2018, 6, 20, 11, 17, 3)
    assert (recording.distance_m, recording.moving_time_s) == (pytest.approx(10), 3)
    assert recording.average_heart_rate_bpm == 91
    assert recording.name is None  # "Name" is the runner's


def test_the_seconds_of_a_polar_session_are_its_track() -> None:
    recording = only(POLAR)
    track = recording.track
    assert track is not None
    assert (recording.points, len(track)) == (3, 3)
    assert track.time_s.tolist() == [0, 1, 2]
    np.testing.assert_array_equal(track.heart_rate_bpm, [90, np.nan, 92])
    np.testing.assert_allclose(track.speed_mps, [0, 3, 3])
    assert track.distance_m.tolist() == [0, 3, 6]
    assert track.cadence_spm[1] == 168
    assert np.isnan(track.latitude_deg).all()


def test_a_polar_session_without_seconds_has_no_track() -> None:
    assert only("\n".join(POLAR.splitlines()[:2])).track is None


def test_each_row_is_counted() -> None:
    assert read(f"{RUNKEEPER}\n2015-03-27 12:26:34,Running,,3,30:00,,\n").rows == 1
