"""The GPX reader: what a sound file gives, and what is no activity."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from runadvisor.domain.activity import Sport, ZoneSource
from runadvisor.sources.gpx import read_gpx
from runadvisor.sources.place import Place
from tests.sources.gpx_text import START, Point, gpx, points, run, track

if TYPE_CHECKING:
    from runadvisor.domain.activity import Recording
    from runadvisor.sources.import_report import Reading

PLACE = Place("run.gpx")


def read(data: bytes) -> Reading:
    return read_gpx(data, PLACE)


def only(data: bytes) -> Recording:
    (recording,) = read(data).recordings
    return recording


def codes(reading: Reading) -> list[str]:
    return [note.code for note in (*reading.problems, *reading.repairs)]


def test_a_clean_run_gives_start_distance_times_and_averages() -> None:
    recording = only(run())
    assert recording.started_at == START
    assert recording.distance_m == pytest.approx(1800, rel=1e-3)
    assert recording.moving_time_s == recording.elapsed_time_s == 600
    assert recording.average_heart_rate_bpm == 150
    assert recording.points == 61
    assert recording.sport is Sport.RUN
    assert recording.name == "Run"


def test_a_clean_run_needs_no_repair() -> None:
    assert codes(read(run())) == []


def test_cadence_of_one_leg_counts_both_feet() -> None:
    assert only(run()).average_cadence_spm == 170


def test_cadence_of_both_feet_is_not_doubled() -> None:
    assert only(run(points(cadence="172"))).average_cadence_spm == 172


def test_the_track_has_columns_of_equal_length_from_zero() -> None:
    track_kept = only(run()).track
    assert track_kept is not None
    assert len(track_kept) == len(track_kept.altitude_m) == len(track_kept.segment) == 61
    assert track_kept.time_s[0] == 0
    assert track_kept.time_s[-1] == 600


def test_the_position_tells_the_zone_of_times_in_utc() -> None:
    recording = only(run())
    assert (recording.zone, recording.zone_source) == ("Europe/London", ZoneSource.POSITION)


def test_a_position_at_sea_tells_no_zone() -> None:
    recording = only(run(points(longitude="-30.0")))
    assert (recording.zone, recording.zone_source) == (None, None)


def test_a_ride_is_not_cut_at_running_speed() -> None:
    recording = only(run(points(step_m=150), sport="cycling"))
    assert recording.sport is Sport.RIDE
    assert recording.distance_m == pytest.approx(9000, rel=1e-3)


def test_a_drive_without_a_sport_is_no_run_and_keeps_its_points() -> None:
    data = run(points(step_m=200), sport=None, name="track")
    recording = only(data)
    assert recording.sport is Sport.OTHER
    assert recording.distance_m == pytest.approx(12000, rel=1e-3)
    assert codes(read(data)) == ["not-a-run"]


def test_an_empty_segment_is_a_treadmill_run_whose_figures_are_elsewhere() -> None:
    reading = read(run([]))
    assert reading.recordings == ()
    assert codes(reading) == ["no-points"]


def test_standing_at_a_crossing_is_no_moving_time() -> None:
    stop = [Point(START + timedelta(seconds=300 + n), 900) for n in range(1, 61)]
    after = [
        replace(point, north_m=point.north_m + 930)
        for point in points(30, start=START + timedelta(seconds=370))
    ]
    recording = only(run([*points(31), *stop, *after]))
    assert recording.elapsed_time_s == 660
    assert recording.moving_time_s == pytest.approx(600, abs=10)


def test_a_position_that_never_moves_does_not_eat_the_moving_time() -> None:
    assert only(run(points(step_m=0))).moving_time_s == 600


@pytest.mark.parametrize("lost", ["0", "-nan", "NaN", "", "300"])
def test_a_heart_rate_no_heart_has_is_unknown(lost: str) -> None:
    recording = only(run(points(heart_rate=lost)))
    assert recording.average_heart_rate_bpm is None
    assert recording.max_heart_rate_bpm is None


def test_positions_at_0_0_add_no_way() -> None:
    spoilt = points()
    for number in (20, 21):
        spoilt[number] = replace(spoilt[number], latitude="0.0", longitude="0.0")
    data = run(spoilt)
    assert only(data).distance_m == pytest.approx(1800, rel=1e-3)
    assert only(data).points == 61
    assert codes(read(data)) == ["no-position"]


def test_a_latitude_beyond_the_pole_is_no_position() -> None:
    spoilt = points()
    spoilt[30] = replace(spoilt[30], latitude="200")
    assert only(run(spoilt)).distance_m == pytest.approx(1800, rel=1e-3)


def test_fractions_of_a_second_and_lower_case_z_are_read() -> None:
    first, second = "2024-03-10t06:30:00.500z", "2024-03-10T06:30:10,500Z"
    recording = only(run([Point(first, 0), Point(second, 30)]))
    assert recording.started_at == START + timedelta(milliseconds=500)
    assert recording.elapsed_time_s == 10


def test_two_times_in_one_are_none() -> None:
    spoilt = points()
    spoilt[5] = replace(spoilt[5], at="2024-03-10T06:30:50Z2024-03-10T06:30:50Z")
    assert codes(read(run(spoilt))) == ["points-without-time"]


def test_times_without_a_zone_are_utc_and_said_so() -> None:
    data = run([replace(point, at=f"{point.at:%Y-%m-%dT%H:%M:%S}") for point in points()])
    assert only(data).started_at == START
    assert codes(read(data)) == ["zone-assumed"]


def test_tracks_of_different_days_are_recordings_of_their_own() -> None:
    next_day = points(start=START + timedelta(days=1))
    first, second = read(gpx(track(points()), track(next_day))).recordings
    assert second.started_at == START + timedelta(days=1)
    assert first.points == second.points == 61
    assert first.digest != second.digest


def test_tracks_within_four_hours_are_one_recording() -> None:
    later = points(start=START + timedelta(hours=2))
    assert only(gpx(track(points()), track(later))).points == 122


def test_one_point_alone_has_no_distance() -> None:
    recording = only(run(points(1)))
    assert recording.distance_m is None
    assert recording.moving_time_s is None


@pytest.mark.parametrize("body", ["<wpt lat='1' lon='2'/>", ""])
def test_waypoints_are_no_activity(body: str) -> None:
    assert codes(read(gpx(body))) == ["no-track"]


def test_a_route_is_no_activity() -> None:
    assert codes(read(gpx("<rte><rtept lat='1' lon='2'/></rte>"))) == ["route"]


def test_an_entity_bomb_is_not_expanded() -> None:
    bomb = b'<!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    data = run().replace(b"<gpx", bomb + b"<gpx", 1).replace(b"Run", b"&b;", 1)
    assert "aaaa" not in (only(data).name or "")


def test_the_digest_is_of_the_content() -> None:
    assert only(run()).digest == only(run()).digest
    assert only(run()).digest != only(run(name="Other")).digest


def test_the_average_heart_rate_leaves_out_the_gaps() -> None:
    spoilt = [
        replace(point, heart_rate="0") if n < 30 else point for n, point in enumerate(points())
    ]
    recording = only(run(spoilt))
    assert recording.average_heart_rate_bpm == 150
    assert recording.track is not None
    assert int(np.isnan(recording.track.heart_rate_bpm).sum()) == 30
