"""The GPX reader: one claim for each defect seen in the wild (G1-G17)."""

from __future__ import annotations

import codecs
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.activity import Sport, StartPrecision, ZoneSource
from runadvisor.sources.choices import Dating
from runadvisor.sources.gpx import read_gpx
from runadvisor.sources.place import Place
from tests.sources.gpx_text import NAMESPACE, START, Point, gpx, points, run, track

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


def test_g1_points_without_any_time_are_a_route_not_a_run() -> None:
    reading = read(run(points(every_s=10) and [replace(point, at=None) for point in points()]))
    assert reading.recordings == ()
    assert codes(reading) == ["no-times"]
    (problem,) = reading.problems
    assert problem.lacks_times
    assert problem.reason.values["way_m"] == pytest.approx(1800, rel=1e-3)


def _without_times(**rest: object) -> bytes:
    return run([replace(point, at=None) for point in points(**rest)])  # type: ignore[arg-type]


DATED = Dating(day=date(2024, 3, 10), start=time(7, 30), duration_s=600)


def test_g1_a_track_without_times_comes_in_on_the_day_the_runner_says() -> None:
    reading = read_gpx(_without_times(longitude="13.40"), PLACE, DATED)
    (recording,) = reading.recordings
    assert (recording.started_at, recording.precision) == (None, StartPrecision.MINUTE)
    assert recording.local_start == datetime(2024, 3, 10, 7, 30)  # noqa: DTZ001 - wall clock
    assert (recording.zone, recording.zone_source) == ("Europe/Berlin", ZoneSource.POSITION)
    assert recording.distance_m == pytest.approx(1800, rel=1e-3)
    assert recording.moving_time_s == 600
    assert codes(reading) == ["dated-by-hand"]


def test_g1_no_time_is_made_up_for_points_that_have_none() -> None:
    (recording,) = read_gpx(_without_times(), PLACE, replace(DATED, start=None)).recordings
    assert recording.precision is StartPrecision.DAY
    assert (recording.track, recording.average_heart_rate_bpm) == (None, None)
    assert recording.elapsed_time_s is None


def test_g1_an_unknown_duration_stays_unknown() -> None:
    (recording,) = read_gpx(_without_times(), PLACE, replace(DATED, duration_s=None)).recordings
    assert recording.moving_time_s is None


def test_g1_points_in_no_place_are_no_run_whatever_is_said_of_them() -> None:
    bare = run([replace(point, at=None, latitude="0", longitude="0") for point in points()])
    (problem,) = read_gpx(bare, PLACE, DATED).problems
    assert not problem.lacks_times


def test_g1_a_file_with_times_keeps_its_own_whatever_is_said_of_it() -> None:
    (recording,) = read_gpx(run(), PLACE, DATED).recordings
    assert recording.started_at == START


def test_g2_a_last_point_without_time_is_noted_and_the_run_kept() -> None:
    data = run([*points(), Point(None, 1830)])
    assert only(data).elapsed_time_s == 600
    assert only(data).distance_m == pytest.approx(1830, rel=1e-3)
    assert codes(read(data)) == ["points-without-time"]


def test_g2_a_moving_time_is_unknown_where_most_points_have_no_time() -> None:
    bare = [replace(point, at=None) for point in points()[:50]]
    recording = only(run([*bare, *points()[50:]]))
    assert recording.moving_time_s is None
    assert recording.distance_m == pytest.approx(1800, rel=1e-3)


def test_g3_an_offset_gives_the_instant_and_the_zone() -> None:
    local = [
        replace(point, at=f"{START + timedelta(hours=9, seconds=10 * n):%Y-%m-%dT%H:%M:%S}+09:00")
        for n, point in enumerate(points())
    ]
    recording = only(run(local))
    assert recording.started_at == START
    assert recording.local_start == datetime(2024, 3, 10, 15, 30)  # noqa: DTZ001 - wall clock
    assert (recording.zone, recording.zone_source) == ("+09:00", ZoneSource.SOURCE)


BERLIN = {"longitude": "13.40"}


def test_g4_local_time_written_as_utc_is_kept_and_both_times_are_shown() -> None:
    data = run(points(**BERLIN), name="Run 2024-03-10 06:30")
    assert only(data).started_at == START
    (note,) = read(data).repairs
    assert note.code == "clock-in-doubt"
    assert note.note.values == {
        "title_time": "6:30",
        "local_time": "07:30",
        "zone": "Europe/Berlin",
    }


@pytest.mark.parametrize(
    "name",
    ["Run 3/10/24 7:30 am", "suuntoapp-Running-2024-03-10T06-30-00Z", "6:30 pace", "10 km", "Run"],
)
def test_g4_a_title_in_local_time_or_without_one_raises_no_doubt(name: str) -> None:
    assert codes(read(run(points(**BERLIN), name=name))) == []


def test_g5_the_time_of_the_export_is_not_the_start() -> None:
    head = "<metadata><time>2025-01-01T00:00:00Z</time></metadata>"
    assert only(gpx(track(points()), head=head)).started_at == START


def test_g6_repeated_points_are_counted_once() -> None:
    once = points()
    data = run(once, once)
    assert only(data).distance_m == pytest.approx(1800, rel=1e-3)
    assert only(data).points == 122
    assert codes(read(data)) == ["repeated-points"]


def test_g7_the_way_between_two_segments_is_no_distance() -> None:
    far = points(31, start=START + timedelta(minutes=40))
    far = [replace(point, north_m=point.north_m + 50_000) for point in far]
    assert only(run(points(31), far)).distance_m == pytest.approx(1800, rel=1e-3)


def test_g7_a_gap_between_segments_is_a_pause() -> None:
    later = [
        replace(point, north_m=point.north_m + 900)
        for point in points(31, start=START + timedelta(minutes=40))
    ]
    recording = only(run(points(31), later))
    assert recording.elapsed_time_s == 2700
    assert recording.moving_time_s == 600


def test_g7_a_segment_that_goes_on_at_the_next_step_loses_no_way() -> None:
    one = points()
    recording = only(run(one[:31], one[31:]))
    assert recording.distance_m == pytest.approx(1800, rel=1e-3)


def test_g8_two_points_of_the_same_second_are_no_infinite_speed() -> None:
    twice = [point for one in points() for point in (one, replace(one, north_m=one.north_m + 3))]
    recording = only(run(twice))
    assert recording.distance_m == pytest.approx(1800, rel=0.01)
    assert codes(read(run(twice))) == []


def test_g9_a_point_that_goes_back_in_time_is_left_out() -> None:
    disordered = points()
    disordered[30] = replace(disordered[30], at=START - timedelta(hours=1))
    data = run(disordered)
    assert only(data).elapsed_time_s == 600
    assert codes(read(data)) == ["points-out-of-order"]


def test_g9_one_clock_value_far_ahead_costs_one_point_only() -> None:
    disordered = points()
    disordered[10] = replace(disordered[10], at=START + timedelta(days=300))
    recording = only(run(disordered))
    assert recording.elapsed_time_s == 600
    assert recording.distance_m == pytest.approx(1800, rel=1e-3)


def test_g9_a_shuffled_file_is_sorted_and_said_so() -> None:
    data = run([*points()[30:], *points()[:30]])
    assert only(data).distance_m == pytest.approx(1800, rel=1e-3)
    assert codes(read(data)) == ["points-sorted"]


def test_g10_one_to_three_points_far_away_are_left_out() -> None:
    for strays in (1, 2, 3):
        spoilt = points()
        for number in range(20, 20 + strays):
            spoilt[number] = replace(spoilt[number], north_m=300_000)
        data = run(spoilt)
        assert only(data).distance_m == pytest.approx(1800, rel=1e-3)
        assert codes(read(data)) == ["stray-points"]


def test_g10_a_wrong_first_fix_is_left_out() -> None:
    spoilt = points()
    spoilt[0] = replace(spoilt[0], north_m=-200_000)
    assert only(run(spoilt)).distance_m == pytest.approx(1770, rel=1e-3)


def test_g10_the_way_of_a_jump_that_stays_is_not_counted() -> None:
    spoilt = [
        replace(point, north_m=point.north_m + (100_000 if n >= 20 else 0))
        for n, point in enumerate(points())
    ]
    data = run(spoilt)
    assert only(data).distance_m == pytest.approx(1770, rel=1e-3)
    assert codes(read(data)) == ["jump"]


def test_g10_a_frozen_receiver_that_catches_up_keeps_its_way() -> None:
    frozen = [
        replace(point, north_m=900) if 30 <= n < 40 else point for n, point in enumerate(points())
    ]
    data = run(frozen)
    assert only(data).distance_m == pytest.approx(1800, rel=1e-3)
    assert codes(read(data)) == []


def test_g11_a_file_cut_short_keeps_its_whole_points_and_says_so() -> None:
    whole = run()
    data = whole[: whole.find(b"<ele>", whole.find(b"06:35:50Z"))]
    recording = only(data)
    assert recording.points == 36
    assert recording.elapsed_time_s == 350
    assert codes(read(data)) == ["salvaged"]


def test_g11_a_file_cut_before_its_first_point_is_a_problem() -> None:
    whole = run()
    assert codes(read(whole[: whole.find(b"<trkpt") + 20])) == ["cut-short"]


def test_g12_blanks_before_the_first_line_are_ignored() -> None:
    data = b"\n          " + run()
    assert only(data).points == 61
    assert codes(read(data)) == ["leading-blanks"]


def test_g12_a_byte_order_mark_is_ignored() -> None:
    assert codes(read(codecs.BOM_UTF8 + run())) == []
    assert only(codecs.BOM_UTF8 + run()).points == 61


def test_g12_utf_16_is_read() -> None:
    data = run().replace(b"UTF-8", b"UTF-16").decode().encode("utf-16")
    assert only(data).points == 61


@pytest.mark.parametrize(
    "namespace", [NAMESPACE, "http://www.topografix.com/GPX/1/0", "urn:wrong", None]
)
def test_g13_names_match_in_any_namespace(namespace: str | None) -> None:
    assert only(gpx(track(points()), namespace=namespace)).average_heart_rate_bpm == 150


@pytest.mark.parametrize(
    ("word", "sport"),
    [
        ("running", Sport.RUN),
        ("9", Sport.RUN),
        ("1", Sport.RIDE),
        ("trail_running", Sport.TRAIL_RUN),
        ("treadmill_running", Sport.TREADMILL_RUN),
        ("Laufen", Sport.RUN),
        ("Course à pied", Sport.RUN),
        ("跑步", Sport.RUN),
        ("cycling", Sport.RIDE),
        ("hiking", Sport.HIKE),
    ],
)
def test_g14_the_type_names_the_sport_in_several_languages(word: str, sport: Sport) -> None:
    assert only(run(points(step_m=10), sport=word)).sport is sport


def test_g14_without_a_type_the_title_names_the_sport() -> None:
    recording = only(run(sport=None, name="suuntoapp-Walking-2023-12-21T11-26-59Z"))
    assert (recording.sport, recording.sport_is_known) == (Sport.WALK, True)


def test_g14_without_any_word_running_is_assumed_and_not_known() -> None:
    recording = only(run(sport=None, name="Track 7"))
    assert (recording.sport, recording.sport_is_known) == (Sport.RUN, False)


def test_g15_a_zone_in_a_makers_own_tag_is_read() -> None:
    tagged = track(points()).replace(
        "<trkseg>", "<extensions><x:startTimeZone>Asia/Tokyo</x:startTimeZone></extensions><trkseg>"
    )
    recording = only(gpx(tagged))
    assert (recording.zone, recording.zone_source) == ("Asia/Tokyo", ZoneSource.SOURCE)


def test_g16_without_altitude_the_climb_is_unknown() -> None:
    recording = only(run(points(altitude=None)))
    assert recording.elevation_gain_m is None


def test_g16_a_constant_altitude_is_no_altitude() -> None:
    assert only(run(points(altitude="0"))).elevation_gain_m is None


def test_g16_noise_of_a_metre_climbs_nothing() -> None:
    noisy = [replace(point, altitude=str(100 + n % 2)) for n, point in enumerate(points())]
    assert only(run(noisy)).elevation_gain_m == 0


def test_g17_a_long_gap_inside_a_segment_is_a_pause() -> None:
    before = points(31)
    after = [
        replace(point, north_m=point.north_m + 900)
        for point in points(31, start=START + timedelta(minutes=65))
    ]
    recording = only(run([*before, *after]))
    assert recording.elapsed_time_s == 4200
    assert recording.moving_time_s == 600


def test_g17_a_tram_ride_during_a_pause_is_no_distance() -> None:
    before = points(31)
    after = [
        replace(point, north_m=point.north_m + 5900)
        for point in points(31, start=START + timedelta(minutes=15))
    ]
    data = run([*before, *after])
    assert only(data).distance_m == pytest.approx(1800, rel=1e-3)
    assert only(data).moving_time_s == 600
    assert codes(read(data)) == ["jump"]
