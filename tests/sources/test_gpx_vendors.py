"""The GPX reader: what each maker writes, as files made up in its manner."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.activity import Sport, ZoneSource
from tests.sources.gpx_text import DEGREES_PER_METRE, START
from tests.sources.test_gpx import codes, only, read

if TYPE_CHECKING:
    from collections.abc import Callable

TOPOGRAFIX = 'xmlns="http://www.topografix.com/GPX/1/1"'


def points(
    inside: Callable[[int], str] = lambda _: "",
    *,
    first: int = 0,
    last: int = 60,
    altitude: str | None = "20.0",
    tail: str = "Z",
    attributes: Callable[[str, str], str] = lambda lat, lon: f'lat="{lat}" lon="{lon}"',
) -> str:
    made = ""
    for n in range(first, last + 1):
        place = attributes(f"{51.5 + 30 * n * DEGREES_PER_METRE:.7f}", "-0.1200000")
        height = "" if altitude is None else f"<ele>{altitude}</ele>"
        time = f"{START + timedelta(seconds=10 * n):%Y-%m-%dT%H:%M:%S}{tail}"
        made += f"<trkpt {place}>{height}<time>{time}</time>{inside(n)}</trkpt>\n"
    return made


def gpx(
    creator: str | None,
    segments: str,
    *,
    head: str = "",
    track_head: str = "",
    names: str = TOPOGRAFIX,
    version: str = "1.1",
) -> bytes:
    by = "" if creator is None else f' creator="{creator}"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="{version}"{by} {names}>{head}'
        f"<trk>{track_head}{segments}</trk></gpx>"
    ).encode()


def segment(inside: str) -> str:
    return f"<trkseg>{inside}</trkseg>"


def heart(prefix: str, bpm: str = "150") -> Callable[[int], str]:
    return lambda _: (
        f"<extensions><{prefix}:TrackPointExtension><{prefix}:hr>{bpm}</{prefix}:hr>"
        f"<{prefix}:cad>85</{prefix}:cad></{prefix}:TrackPointExtension></extensions>"
    )


def assert_is_the_run(data: bytes) -> None:
    recording = only(data)
    assert recording.started_at == START
    assert recording.points == 61
    assert recording.distance_m == pytest.approx(1800, rel=1e-3)
    assert recording.moving_time_s == 600


def test_garmin_connect_writes_fractions_and_its_own_extension() -> None:
    data = gpx(
        "Garmin Connect",
        segment(points(heart("ns3"), tail=".000Z")),
        track_head="<name>London Running</name><type>running</type>",
        names=f'{TOPOGRAFIX} xmlns:ns3="http://www.garmin.com/xmlschemas/TrackPointExtension/v1"',
    )
    assert_is_the_run(data)
    assert only(data).average_heart_rate_bpm == 150
    assert only(data).average_cadence_spm == 170
    assert codes(read(data)) == []


def test_garmin_connects_treadmill_run_has_no_points_and_says_where_they_are() -> None:
    data = gpx(
        "Garmin Connect",
        "<trkseg/>",
        head="<metadata><time>2024-03-10T06:30:00.000Z</time></metadata>",
        track_head="<name>Treadmill</name><type>treadmill_running</type>",
    )
    assert read(data).recordings == ()
    assert codes(read(data)) == ["no-points"]


def test_running_page_writes_no_altitude() -> None:
    data = gpx(
        "gpx.py -- https://github.com/tkrajina/gpxpy",
        segment(points(heart("gpxtpx"), altitude=None)),
        track_head="<name>gpx from joyrun 1646833486</name><type>Run</type>",
        names=f'{TOPOGRAFIX} xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1"',
    )
    assert_is_the_run(data)
    assert only(data).elevation_gain_m is None
    assert only(data).average_heart_rate_bpm == 150


@pytest.mark.parametrize("creator", ["StravaGPX", "StravaGPX iPhone", "StravaGPX Android"])
def test_strava_writes_the_type_and_power_beside_the_extension(creator: str) -> None:
    inside = "<extensions><power>210</power></extensions>"
    data = gpx(creator, segment(points(lambda _: inside)), track_head="<type>running</type>")
    assert_is_the_run(data)
    assert only(data).sport is Sport.RUN


@pytest.mark.parametrize(("number", "sport"), [("9", Sport.RUN), ("1", Sport.RIDE)])
def test_strava_wrote_the_type_as_a_number_once(number: str, sport: Sport) -> None:
    data = gpx("StravaGPX", segment(points()), track_head=f"<type>{number}</type>")
    assert only(data).sport is sport


def test_runkeeper_names_the_sport_in_its_title_and_splits_at_pauses() -> None:
    data = gpx(
        "Runkeeper - http://www.runkeeper.com",
        segment(points(last=30)) + segment(points(first=31)),
        track_head="<name><![CDATA[Running 3/10/24 6:30 am]]></name>",
    )
    assert_is_the_run(data)
    assert (only(data).sport, only(data).sport_is_known) == (Sport.RUN, True)


def test_runkeepers_first_time_may_lie_after_the_second() -> None:
    late = f"<time>{START + timedelta(seconds=3):%Y-%m-%dT%H:%M:%SZ}</time>"
    early = f"<time>{START + timedelta(seconds=1):%Y-%m-%dT%H:%M:%SZ}</time>"
    body = points(last=60).replace(
        "</time></trkpt>", f"</time></trkpt><trkpt lat='51.5' lon='-0.12'>{late}</trkpt>", 1
    )
    body = body.replace(
        "</trkpt>\n<trkpt", f"</trkpt><trkpt lat='51.5' lon='-0.12'>{early}</trkpt>\n<trkpt", 1
    )
    data = gpx("Runkeeper - http://www.runkeeper.com", segment(body))
    assert only(data).elapsed_time_s == 600
    assert only(data).distance_m == pytest.approx(1800, rel=1e-3)


@pytest.mark.parametrize("creator", ["Polar Flow", "Polar WebSync 2.4 - www.polar.fi"])
def test_polar_writes_thousandths(creator: str) -> None:
    assert_is_the_run(gpx(creator, segment(points(tail=".000Z"))))


@pytest.mark.parametrize("creator", ["Suunto app", "Movescount - http://www.movescount.com"])
def test_suunto_names_the_sport_in_its_title_only(creator: str) -> None:
    inside = (
        "<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>150</gpxtpx:hr>"
        "</gpxtpx:TrackPointExtension><gpxdata:speed>3</gpxdata:speed></extensions>"
    )
    data = gpx(
        creator,
        segment(points(lambda _: inside)),
        track_head="<name>suuntoapp-Running-2024-03-10T06-30-00Z</name>",
        names=f'{TOPOGRAFIX} xmlns:gpxtpx="urn:a" xmlns:gpxdata="urn:b"',
    )
    assert_is_the_run(data)
    assert (only(data).sport, only(data).sport_is_known) == (Sport.RUN, True)
    assert only(data).average_heart_rate_bpm == 150
    track = only(data).track
    assert track is not None
    assert (track.speed_mps == 3).all()


@pytest.mark.parametrize("name", ["gpxdata:hr", "heartrate", "hr"])
@pytest.mark.parametrize("names", ["", 'xmlns="http://www.topografix.com/GPX/1/0"'])
def test_coros_names_heart_rate_in_turn_and_may_lack_a_namespace(name: str, names: str) -> None:
    def inside(number: int) -> str:
        beat = "-nan" if number % 2 else "150"
        distance = f"<gpxdata:distance>{30 * number}</gpxdata:distance>"
        return f"<extensions><{name}>{beat}</{name}>{distance}</extensions>"

    data = gpx(
        "COROS Wearables",
        segment(points(inside, altitude="0")),
        names=f'{names} xmlns:gpxdata="urn:g"',
        version="1.0",
    )
    assert_is_the_run(data)
    assert only(data).average_heart_rate_bpm == 150
    assert only(data).elevation_gain_m is None
    track = only(data).track
    assert track is not None
    assert track.distance_m[-1] == 1800


def test_apple_health_puts_longitude_first_and_the_export_date_in_front() -> None:
    inside = (
        "<extensions><speed>3.0</speed><course>0</course><hAcc>4</hAcc><vAcc>3</vAcc></extensions>"
    )
    data = gpx(
        "Apple Health Export",
        segment(points(lambda _: inside, attributes=lambda lat, lon: f'lon="{lon}" lat="{lat}"')),
        head="<metadata><time>2025-11-22T10:00:00Z</time></metadata>",
        track_head="<name>Route 2024-03-10 6:30am</name>",
    )
    assert_is_the_run(data)
    assert (only(data).sport, only(data).sport_is_known) == (Sport.RUN, False)
    assert only(data).average_heart_rate_bpm is None


@pytest.mark.parametrize(
    "creator",
    [
        *("openambit2gpx", "GPSBabel - http://www.gpsbabel.org", "MyTourbook 22.3", "FitoTrack"),
        *("OpenTracks", "OsmAnd 4.5", "eTrex 20x", None),
    ],
)
def test_a_file_of_any_maker_or_none_is_read(creator: str | None) -> None:
    assert_is_the_run(gpx(creator, segment(points())))


def test_opentracks_writes_its_times_with_an_offset() -> None:
    data = gpx("OpenTracks", segment(points(tail="+01:00")))
    recording = only(data)
    assert recording.started_at == START - timedelta(hours=1)
    assert (recording.zone, recording.zone_source) == ("+01:00", ZoneSource.SOURCE)


def test_gpx_1_0_has_the_speed_beside_the_time() -> None:
    data = gpx(
        "GPSBabel",
        segment(points(lambda _: "<course>0</course><speed>3.0</speed>")),
        names='xmlns="http://www.topografix.com/GPX/1/0"',
        version="1.0",
    )
    track = only(data).track
    assert track is not None
    assert (track.speed_mps == 3).all()
