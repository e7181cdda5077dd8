"""The TCX reader: what a sound file gives, and what is no activity."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from runadvisor.domain.activity import Sport, ZoneSource
from runadvisor.sources.place import Place
from runadvisor.sources.tcx import read_tcx
from tests.sources.gpx_text import START
from tests.sources.tcx_text import activity, lap, points, run, tcx

if TYPE_CHECKING:
    from runadvisor.domain.activity import Recording
    from runadvisor.sources.import_report import Reading

PLACE = Place("run.tcx")


def read(data: bytes) -> Reading:
    return read_tcx(data, PLACE)


def only(data: bytes) -> Recording:
    (recording,) = read(data).recordings
    return recording


def codes(reading: Reading) -> list[str]:
    return [note.code for note in (*reading.problems, *reading.repairs)]


def test_a_clean_run_gives_start_distance_times_and_averages() -> None:
    recording = only(run())
    assert recording.started_at == START
    assert recording.distance_m == 1800
    assert recording.moving_time_s == recording.elapsed_time_s == 600
    assert recording.average_heart_rate_bpm == 150
    assert recording.average_cadence_spm == 170
    assert recording.points == 61
    assert recording.sport is Sport.RUN
    assert (recording.zone, recording.zone_source) == ("Europe/London", ZoneSource.POSITION)


def test_a_clean_run_needs_no_repair() -> None:
    assert codes(read(run())) == []


def test_the_track_keeps_the_devices_distance_and_speed() -> None:
    track = only(run()).track
    assert track is not None
    assert track.distance_m[-1] == 1800
    assert (track.speed_mps == 3.0).all()


def test_laps_keep_start_time_distance_and_heart_rate() -> None:
    later = START + timedelta(seconds=300)
    heart = "<AverageHeartRateBpm><Value>161</Value></AverageHeartRateBpm>"
    data = run(
        lap(points(0, 30), seconds=300, metres=900),
        lap(points(31, 60), start=later, seconds=300, metres=901, more=heart),
    )
    first, second = only(data).laps
    assert (first.start_s, first.moving_time_s, first.distance_m) == (0, 300, 900)
    assert (second.start_s, second.distance_m) == (300, 901)
    assert second.average_heart_rate_bpm == 161
    assert only(data).distance_m == 1801


def test_a_laps_average_is_not_the_heart_rate_of_its_points() -> None:
    heart = "<AverageHeartRateBpm><Value>90</Value></AverageHeartRateBpm>"
    recording = only(run(lap(points(), more=heart)))
    assert recording.average_heart_rate_bpm == 150
    assert recording.max_heart_rate_bpm == 150


def test_without_points_the_laps_averages_are_the_runs() -> None:
    heart = (
        "<AverageHeartRateBpm><Value>140</Value></AverageHeartRateBpm>"
        "<MaximumHeartRateBpm><Value>170</Value></MaximumHeartRateBpm><Cadence>85</Cadence>"
    )
    recording = only(run(lap(more=heart)))
    assert recording.average_heart_rate_bpm == 140
    assert recording.max_heart_rate_bpm == 170
    assert recording.average_cadence_spm == 170


@pytest.mark.parametrize("prefix", ["ns3:", "x:", ""])
def test_extensions_match_with_any_prefix(prefix: str) -> None:
    assert only(run(lap(points(prefix=prefix)))).average_cadence_spm == 170


def test_cadence_of_the_format_itself_counts_too() -> None:
    assert only(run(lap(points(cadence="84", run_cadence=None)))).average_cadence_spm == 168


def test_a_cadence_doubled_by_the_treadmill_is_not_doubled_again() -> None:
    assert only(run(lap(points(run_cadence="171")))).average_cadence_spm == 171


def test_biking_is_a_ride() -> None:
    assert only(run(sport="Biking")).sport is Sport.RIDE


def test_other_is_kept_but_is_no_run_and_that_is_said() -> None:
    data = run(sport="Other")
    assert (only(data).sport, only(data).sport_is_known) == (Sport.OTHER, False)
    assert codes(read(data)) == ["sport-other"]


def test_notes_name_the_sport_that_other_hides() -> None:
    data = run(sport="Other", more="<Notes>Pool Swim</Notes>")
    assert (only(data).sport, only(data).sport_is_known) == (Sport.SWIM, True)
    assert codes(read(data)) == []


def test_without_a_sport_running_is_assumed() -> None:
    recording = only(run(sport=None))
    assert (recording.sport, recording.sport_is_known) == (Sport.RUN, False)


def test_the_notes_are_the_name() -> None:
    assert only(run(more="<Notes>Long one</Notes>")).name == "Long one"


@pytest.mark.parametrize(
    "body",
    [
        "<Courses><Course><Name>x</Name><Track><Trackpoint/></Track></Course></Courses>",
        "<Workouts><Workout Sport='Running'><Name>x</Name></Workout></Workouts>",
    ],
)
def test_what_is_planned_is_no_activity(body: str) -> None:
    assert codes(read(tcx(body=body))) == ["route"]


def test_a_file_without_activities_is_a_problem() -> None:
    assert codes(read(tcx())) == ["no-track"]


def test_a_multisport_file_gives_each_of_its_activities() -> None:
    later = START + timedelta(minutes=20)
    second = activity(lap(points(start=later), start=later), sport="Biking", start=later)
    body = (
        "<Activities><MultiSportSession><Id>x</Id><FirstSport>"
        f"{activity(lap(points()))}</FirstSport><NextSport>{second}</NextSport>"
        "</MultiSportSession></Activities>"
    )
    first, ride = read(tcx(body=body)).recordings
    assert (first.sport, ride.sport) == (Sport.RUN, Sport.RIDE)
    assert ride.started_at == later
    assert first.digest != ride.digest


def test_a_pause_between_two_tracks_of_a_lap_is_a_segment_of_its_own() -> None:
    track = only(run(lap(points(0, 30), points(31, 60)))).track
    assert track is not None
    assert np.unique(track.segment).tolist() == [0, 1]


@pytest.mark.parametrize("namespace", ["urn:wrong", None])
def test_names_match_in_any_namespace(namespace: str | None) -> None:
    assert only(tcx(activity(lap(points())), namespace=namespace)).points == 61


def test_a_file_cut_short_keeps_its_whole_points_and_says_so() -> None:
    whole = run(lap(points(), seconds=None, metres=None))
    data = whole[: whole.find(b"<AltitudeMeters>", whole.find(b"06:35:50Z"))]
    assert only(data).points == 35
    assert codes(read(data)) == ["salvaged"]


def test_a_file_cut_before_its_first_activity_is_a_problem() -> None:
    data = run()
    assert codes(read(data[: data.find(b"<Activity ")])) == ["cut-short"]
    assert codes(read(b"<TrainingCenterDatabase")) == ["cut-short"]


def test_a_start_an_hour_off_its_points_is_another_clock() -> None:
    early = START - timedelta(hours=1)
    recording = only(run(lap(points(), start=early), start=early))
    assert recording.started_at == START
    assert recording.elapsed_time_s == 600


def test_a_total_of_weeks_is_not_believed() -> None:
    data = run(lap(points(), seconds=4_294_967))
    assert only(data).moving_time_s == only(data).elapsed_time_s == 600
    assert codes(read(data)) == ["impossible-total"]


def test_a_distance_no_one_covers_in_that_time_is_not_believed() -> None:
    recording = only(run(lap([*points()[:1], *points()[60:]], metres=42_949_672.95)))
    assert recording.distance_m == pytest.approx(1800, rel=1e-3)
