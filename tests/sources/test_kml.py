"""The KML reader: recorded tracks in, maps refused; KMZ is an archive with one inside."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from runadvisor.domain.activity import Sport, ZoneSource
from runadvisor.sources.kml import read_kml
from runadvisor.sources.place import Place
from runadvisor.sources.registry import read_all
from tests.sources.gpx_text import DEGREES_PER_METRE, START

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from runadvisor.domain.activity import Recording
    from runadvisor.sources.import_report import Reading


def whens(count: int = 61, *, first: int = 0, tail: str = "Z") -> list[str]:
    return [
        f"<when>{START + timedelta(seconds=10 * n):%Y-%m-%dT%H:%M:%S}{tail}</when>"
        for n in range(first, first + count)
    ]


def coords(count: int = 61, *, first: int = 0) -> list[str]:
    return [
        f"<gx:coord>-0.12 {51.5 + 30 * n * DEGREES_PER_METRE:.7f} 20.0</gx:coord>"
        for n in range(first, first + count)
    ]


def sensor(name: str, values: Sequence[object]) -> str:
    inside = "".join(f"<gx:value>{value}</gx:value>" for value in values)
    return f'<gx:SimpleArrayData name="{name}">{inside}</gx:SimpleArrayData>'


def track(*parts: str) -> str:
    return f"<gx:Track>{''.join(parts)}</gx:Track>"


def kml(*tracks: str, head: str = "<name>Run in the park</name>") -> bytes:
    inside = "".join(tracks)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"'
        ' xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><Placemark>'
        f"{head}<gx:MultiTrack>{inside}</gx:MultiTrack></Placemark></Document></kml>"
    ).encode()


RUN = kml(track(*whens(), *coords()))


def read(data: bytes) -> Reading:
    return read_kml(data, Place("run.kml"))


def only(data: bytes) -> Recording:
    (recording,) = read(data).recordings
    return recording


def codes(reading: Reading) -> list[str]:
    return [note.code for note in (*reading.problems, *reading.repairs)]


def test_a_recorded_track_gives_start_distance_and_times() -> None:
    recording = only(RUN)
    assert recording.started_at == START
    assert recording.distance_m == pytest.approx(1800, rel=1e-3)
    assert recording.moving_time_s == recording.elapsed_time_s == 600
    assert recording.points == 61
    assert (recording.sport, recording.name) == (Sport.RUN, "Run in the park")
    assert (recording.zone, recording.zone_source) == ("Europe/London", ZoneSource.POSITION)
    assert codes(read(RUN)) == []


def test_times_and_places_may_stand_in_any_order() -> None:
    mixed = [part for pair in zip(coords(), whens(), strict=True) for part in pair]
    assert only(kml(track(*mixed))).distance_m == pytest.approx(1800, rel=1e-3)


def test_the_sensors_columns_are_read() -> None:
    data = kml(
        track(
            *whens(),
            *coords(),
            sensor("heart_rate", [150] * 61),
            sensor("cadence", [85] * 61),
            sensor("speed", [3] * 60),
            sensor("trackpoint_distance", [0, *[30] * 60]),
        )
    )
    recording = only(data)
    assert recording.average_heart_rate_bpm == 150
    assert recording.average_cadence_spm == 170
    assert recording.track is not None
    assert np.isfinite(recording.track.speed_mps).sum() == 60
    assert recording.track.distance_m[-1] == 1800


def test_each_track_of_a_mark_is_a_segment() -> None:
    recording = only(
        kml(track(*whens(31), *coords(31)), track(*whens(30, first=31), *coords(30, first=31)))
    )
    assert recording.points == 61
    assert recording.track is not None
    assert np.unique(recording.track.segment).tolist() == [0, 1]


def test_a_point_without_a_place_adds_no_way() -> None:
    places = coords()
    places[30] = "<gx:coord/>"
    assert only(kml(track(*whens(), *places))).distance_m == pytest.approx(1800, rel=1e-3)


def test_the_type_names_the_sport() -> None:
    head = (
        '<name>x</name><ExtendedData><Data name="type"><value>biking</value></Data></ExtendedData>'
    )
    assert only(kml(track(*whens(), *coords()), head=head)).sport is Sport.RIDE


def test_an_offset_gives_the_zone() -> None:
    recording = only(kml(track(*whens(tail="+02:00"), *coords())))
    assert recording.started_at == START - timedelta(hours=2)
    assert recording.zone == "+02:00"


def test_times_and_places_that_do_not_match_are_refused() -> None:
    assert codes(read(kml(track(*whens(5), *coords(6))))) == ["unequal"]


def test_a_track_without_points_is_a_problem() -> None:
    assert codes(read(kml(track()))) == ["no-points"]


def test_a_line_without_times_is_a_map() -> None:
    line = (
        b"<kml><Placemark><LineString><coordinates>1,2</coordinates></LineString></Placemark></kml>"
    )
    assert codes(read(line)) == ["no-track"]


def test_a_file_cut_short_keeps_its_whole_points_and_says_so() -> None:
    cut = RUN[: RUN.find(b"<gx:coord>", RUN.find(b"<gx:coord>") + 40 * 46)]
    recording = only(cut)
    assert 30 < recording.points < 61
    assert codes(read(cut)) == ["salvaged"]
    assert codes(read(b"<kml")) == ["cut-short"]


def test_a_kmz_is_an_archive_with_a_track_inside(zipped: Callable[..., Path]) -> None:
    path = zipped({"doc.kml": RUN, "images/1.jpg": b"\xff\xd8\xff"}, "run.kmz")
    found = [recording for reading in read_all([path]) for recording in reading.recordings]
    assert [recording.points for recording in found] == [61]
    assert found[0].source.member == "doc.kml"
