"""The TCX reader: one claim for each defect seen in the wild (T1-T10)."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np
import pytest

from runadvisor.domain.activity import Sport, ZoneSource
from tests.sources.gpx_text import START
from tests.sources.tcx_text import Point, activity, lap, points, run, tcx
from tests.sources.test_tcx import codes, only, read


def test_t1_ten_blanks_before_the_first_line_are_ignored() -> None:
    data = b"          " + run()
    assert only(data).points == 61
    assert codes(read(data)) == ["leading-blanks"]


def test_t2_a_first_point_with_a_time_only_adds_no_way() -> None:
    bare = Point(START, None, None, None, None, run_cadence=None)
    data = run(lap([bare, *points(1, 60)], metres=None))
    assert only(data).distance_m == 1770
    assert only(data).started_at == START
    assert codes(read(data)) == []


def test_t2_without_any_count_the_way_begins_at_the_first_position() -> None:
    bare = Point(START, None, None, None, None, run_cadence=None)
    uncounted = [replace(point, distance_m=None) for point in points(1, 60)]
    recording = only(run(lap([bare, *uncounted], metres=None)))
    assert recording.distance_m == pytest.approx(1770, rel=1e-3)


def test_t3_indoors_without_points_the_laps_totals_are_the_run() -> None:
    second = START + timedelta(seconds=900)
    data = run(lap(seconds=900, metres=3000), lap(start=second, seconds=600, metres=2000))
    recording = only(data)
    assert recording.started_at == START
    assert recording.distance_m == 5000
    assert recording.moving_time_s == recording.elapsed_time_s == 1500
    assert recording.points == 0
    assert codes(read(data)) == ["totals-only"]


def test_t3_points_without_position_keep_the_laps_distance() -> None:
    indoors = [replace(point, north_m=None, distance_m=None) for point in points()]
    recording = only(run(lap(indoors)))
    assert recording.distance_m == 1800
    assert recording.moving_time_s == 600
    assert recording.average_heart_rate_bpm == 150


def test_t3_points_without_time_keep_the_laps_totals() -> None:
    timeless = [replace(point, at=None, north_m=None) for point in points()]
    data = run(lap(timeless))
    assert only(data).started_at == START
    assert only(data).distance_m == 1800
    assert only(data).moving_time_s == 600
    assert codes(read(data)) == ["totals-only"]


def counted_from(metres: float) -> list[Point]:
    return [replace(point, distance_m=metres + 30 * n) for n, point in enumerate(points())]


def test_t4_a_distance_counted_from_the_parents_start_is_the_laps() -> None:
    recording = only(run(lap(counted_from(40_368))))
    assert recording.distance_m == 1800
    assert recording.track is not None
    assert recording.track.distance_m[0] == 0


def test_t4_without_a_lap_total_it_is_last_minus_first() -> None:
    assert only(run(lap(counted_from(40_368), metres=None))).distance_m == 1800


def test_t4_a_lap_total_that_counts_the_parent_too_gives_way_to_the_way() -> None:
    data = run(lap(counted_from(40_368), metres=42_168))
    assert only(data).distance_m == 1800
    assert codes(read(data)) == ["distance-of-more"]


def test_t4_laps_that_differ_from_the_points_are_right_and_it_is_said() -> None:
    data = run(lap(points(), metres=1900))
    assert only(data).distance_m == 1900
    assert codes(read(data)) == ["totals-differ"]


def test_t5_points_of_the_next_lap_are_counted_once() -> None:
    later = START + timedelta(seconds=300)
    data = run(
        lap(points(0, 40), seconds=300, metres=900),
        lap(points(31, 60), start=later, seconds=300, metres=900),
    )
    recording = only(data)
    assert recording.distance_m == 1800
    assert recording.moving_time_s == recording.elapsed_time_s == 600
    assert recording.track is not None
    assert len(recording.track) == 61
    assert codes(read(data)) == ["repeated-points"]


def test_t5_without_totals_the_way_is_counted_once_too() -> None:
    uncounted = [replace(point, distance_m=None) for point in points()]
    data = run(
        lap(uncounted[:41], seconds=None, metres=None),
        lap(uncounted[31:], seconds=None, metres=None),
    )
    assert only(data).distance_m == pytest.approx(1800, rel=1e-3)


@pytest.mark.parametrize("tail", ["Z", ".000Z", ".123Z", ".5Z", "z"])
def test_t6_times_with_and_without_fractions_are_read(tail: str) -> None:
    exact = [
        replace(point, at=f"{START + timedelta(seconds=10 * n):%Y-%m-%dT%H:%M:%S}{tail}")
        for n, point in enumerate(points())
    ]
    recording = only(run(lap(exact)))
    assert recording.started_at == START
    assert recording.points == 61


def test_t7_an_offset_gives_the_instant_and_the_zone() -> None:
    local = [
        replace(point, at=f"{START + timedelta(hours=9, seconds=10 * n):%Y-%m-%dT%H:%M:%S}+09:00")
        for n, point in enumerate(points())
    ]
    recording = only(run(lap(local)))
    assert recording.started_at == START
    assert recording.local_start == datetime(2024, 3, 10, 15, 30)  # noqa: DTZ001 - wall clock
    assert (recording.zone, recording.zone_source) == ("+09:00", ZoneSource.SOURCE)


def test_t7_the_offset_of_the_start_serves_where_there_are_no_points() -> None:
    recording = only(run(lap(start=None), start="2024-03-10T15:30:00+09:00"))
    assert recording.started_at == START
    assert recording.zone == "+09:00"


def test_t7_times_without_a_zone_are_utc_and_said_so() -> None:
    bare = [replace(point, at=f"{point.at:%Y-%m-%dT%H:%M:%S}") for point in points()]
    data = run(lap(bare))
    assert only(data).started_at == START
    assert codes(read(data)) == ["zone-assumed"]


def test_t8_a_pause_that_only_the_total_tells_is_no_moving_time() -> None:
    recording = only(run(lap(points(), seconds=480)))
    assert recording.moving_time_s == 480
    assert recording.elapsed_time_s == 600


def test_t9_several_activities_are_recordings_of_their_own() -> None:
    later = START + timedelta(hours=1)
    data = tcx(
        activity(lap(points())),
        activity(lap(points(start=later), start=later), sport="Biking", start=later),
    )
    first, second = read(data).recordings
    assert (first.sport, second.sport) == (Sport.RUN, Sport.RIDE)
    assert second.started_at == later


def test_t9_a_valid_file_with_nothing_in_it_is_named_so() -> None:
    assert codes(read(run(lap(seconds=None, metres=None)))) == ["no-points"]
    assert codes(read(tcx(activity(lap(points())), activity()))) == ["no-points"]
    assert len(read(tcx(activity(lap(points())), activity())).recordings) == 1


def test_t10_a_lap_without_distance_still_counts_its_time() -> None:
    later = START + timedelta(seconds=300)
    indoors = [replace(point, north_m=None, distance_m=None) for point in points(31, 60)]
    data = run(
        lap(points(0, 30), seconds=300, metres=900),
        lap(indoors, start=later, seconds=300, metres=None),
    )
    recording = only(data)
    assert recording.moving_time_s == 600
    assert recording.distance_m == 900
    assert len(recording.laps) == 2
    assert recording.laps[1].distance_m is None
    assert codes(read(data)) == []


def test_t10_a_lap_without_distance_counts_what_its_points_do() -> None:
    later = START + timedelta(seconds=300)
    data = run(
        lap(points(0, 30), seconds=300, metres=900),
        lap(points(30, 60), start=later, seconds=300, metres=None),
    )
    assert only(data).distance_m == 1800


def test_t10_a_lap_of_no_time_is_unknown_and_not_zero() -> None:
    recording = only(run(lap(points(), seconds=0, metres=0)))
    assert recording.moving_time_s == 600
    assert recording.distance_m == 1800
    assert recording.laps[0].moving_time_s is None
    assert recording.track is not None
    assert np.isfinite(recording.track.distance_m).all()


def test_t9_the_first_recording_carries_the_digest_of_the_file() -> None:
    data = tcx(activity(), activity(lap(points())))
    assert only(data).digest == hashlib.sha256(data).hexdigest()
