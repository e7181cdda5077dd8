"""OpenTracks' CSV: a track, not a list."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from runadvisor.domain.activity import ZoneSource
from tests.sources.list_text import only, problems, read, wall

HEADER = (
    "#time,trackpoint_type,latitude,longitude,altitude,accuracy_horizontal,accuracy_vertical,"
    "speed,altitude_gain,altitude_loss,sensor_distance,heartrate,cadence,power"
)
START = datetime(2024, 3, 10, 6, 30, tzinfo=UTC)


def point(second: int, kind: str = "TRACKPOINT", *, north: float | None = None) -> str:
    at = (START + timedelta(seconds=second)).strftime("%Y-%m-%dT%H:%M:%S") + "+01:00"
    place = "," if north is None else f"{52.44 + north:.6f},13.71"
    return f'"{at}","{kind}",{place},40.0,5,,10.8,0.5,0.25,,{140 + second % 5},82,'


def track() -> str:
    points = [point(n, north=n * 27e-6) for n in range(61)]
    return "\n".join([HEADER, point(0, "SEGMENT_START_MANUAL"), *points])


def test_a_track_is_read_with_its_figures() -> None:
    recording = only(track())
    assert recording.source.format == "opentracks"
    assert recording.started_at == START - timedelta(hours=1)
    assert recording.local_start == wall(2024, 3, 10, 6, 30)
    assert (recording.zone, recording.zone_source) == ("+01:00", ZoneSource.SOURCE)
    assert recording.distance_m == pytest.approx(180.4, rel=0.01)
    assert recording.elapsed_time_s == 60
    assert recording.elevation_gain_m == pytest.approx(31)
    assert recording.points == 62
    assert recording.track is not None
    assert recording.track.speed_mps[1] == pytest.approx(3)
    assert recording.average_cadence_spm == 164


def test_a_pause_is_no_distance() -> None:
    later = [point(600 + n, north=0.1 + n * 27e-6) for n in range(61)]
    text = "\n".join([track(), point(600, "SEGMENT_START_MANUAL"), *later])
    assert only(text).distance_m == pytest.approx(361, rel=0.01)


def test_a_track_without_points_says_so() -> None:
    assert problems(HEADER) == [("no-time", None)]
    assert read(HEADER).recordings == ()
