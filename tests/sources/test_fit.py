"""The FIT reader: what a sound file gives, and what is no activity."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from runadvisor.domain.activity import Sport, ZoneSource
from runadvisor.sources.fit import read_fit
from runadvisor.sources.place import Place
from tests.sources import fit_bytes
from tests.sources.fit_bytes import FILE_ID, activity, fit, records, run, seconds, session, table
from tests.sources.gpx_text import START

if TYPE_CHECKING:
    from runadvisor.domain.activity import Recording
    from runadvisor.sources.import_report import Reading


def read(data: bytes, name: str = "run.fit") -> Reading:
    return read_fit(data, Place(name))


def only(data: bytes, name: str = "run.fit") -> Recording:
    (recording,) = read(data, name).recordings
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
    assert (recording.sport, recording.sport_is_known) == (Sport.RUN, True)
    assert (recording.zone, recording.zone_source) == ("Europe/London", ZoneSource.POSITION)


def test_a_clean_run_needs_no_repair() -> None:
    assert codes(read(run())) == []


def test_the_track_keeps_every_column() -> None:
    track = only(run()).track
    assert track is not None
    assert track.latitude_deg[0] == pytest.approx(51.5, abs=1e-6)
    assert track.altitude_m[0] == 20
    assert track.distance_m[-1] == 1800
    assert (track.speed_mps == 3).all()


def test_laps_keep_start_time_distance_and_heart_rate() -> None:
    rows = [
        {"timestamp": seconds(START) + 300 * n, "start_time": seconds(START) + 300 * (n - 1),
         "total_elapsed_time": 300_000, "total_timer_time": 299_000, "total_distance": 90_000,
         "avg_heart_rate": 140 + n}
        for n in (1, 2)
    ]  # fmt: skip
    first, second = only(run(laps=rows)).laps
    assert (first.start_s, first.moving_time_s, first.distance_m) == (0, 299, 900)
    assert (second.start_s, second.average_heart_rate_bpm) == (300, 142)


def test_the_devices_totals_come_before_what_the_records_add_up_to() -> None:
    recording = only(run(total_distance=185_000, total_timer_time=580_000, total_ascent=44))
    assert recording.distance_m == 1850
    assert recording.moving_time_s == 580
    assert recording.elapsed_time_s == 600
    assert recording.elevation_gain_m == 44


def test_a_session_of_no_distance_is_unknown_and_not_zero() -> None:
    rows = records(position_lat=None, position_long=None, distance=None)
    assert only(run(rows, total_distance=0)).distance_m is None


@pytest.mark.parametrize(
    ("sport", "sub_sport", "named"),
    [
        (1, 0, Sport.RUN),
        (1, 1, Sport.TREADMILL_RUN),
        (1, 3, Sport.TRAIL_RUN),
        (1, 4, Sport.RUN),
        (1, 45, Sport.TREADMILL_RUN),
        (1, 58, Sport.TREADMILL_RUN),
        (2, 58, Sport.RIDE),
        (4, 1, Sport.TREADMILL_RUN),
        (4, 14, Sport.ROW),
        (4, 15, Sport.ELLIPTICAL),
        (5, 17, Sport.SWIM),
        (10, 20, Sport.STRENGTH),
        (10, 43, Sport.YOGA),
        (11, 0, Sport.WALK),
        (17, 0, Sport.HIKE),
        (3, 0, Sport.OTHER),
        (200, 0, Sport.OTHER),
    ],
)
def test_sport_and_sub_sport_name_the_sport(sport: int, sub_sport: int, named: Sport) -> None:
    assert only(run(sport=sport, sub_sport=sub_sport)).sport is named


def test_a_generic_sport_is_kept_but_is_no_run_and_that_is_said() -> None:
    data = run(sport=0)
    assert (only(data).sport, only(data).sport_is_known) == (Sport.OTHER, False)
    assert codes(read(data)) == ["sport-other"]


def test_local_time_gives_the_zone() -> None:
    parts = (table("file_id", [FILE_ID]), table("record", records()), table("session", [session()]))
    local = activity(local_timestamp=seconds(START) + 600 + 9 * 3600)
    recording = only(fit(*parts, table("activity", [local])))
    assert recording.zone == "+09:00"
    assert recording.zone_source is ZoneSource.SOURCE
    assert recording.local_start == datetime(2024, 3, 10, 15, 30)  # noqa: DTZ001 - wall clock


def test_a_made_up_world_tells_no_zone() -> None:
    virtual = only(run(sport=2, sub_sport=58))
    assert (virtual.zone, virtual.zone_source) == (None, None)
    zwift = table("file_id", [FILE_ID | {"manufacturer": 260}])
    recording = only(fit(zwift, table("record", records()), table("session", [session()])))
    assert recording.zone is None


def test_a_pause_of_the_timer_is_a_segment_of_its_own() -> None:
    begin = seconds(START)
    events = [
        {"timestamp": begin, "event": 0, "event_type": 0},
        {"timestamp": begin + 300, "event": 0, "event_type": 4},
        {"timestamp": begin + 405, "event": 0, "event_type": 0},
    ]
    later = records(31, start=START + timedelta(seconds=410))
    track = only(run([*records(31), *later], events=events)).track
    assert track is not None
    assert np.unique(track.segment, return_counts=True)[1].tolist() == [31, 31]


def test_big_endian_messages_are_read() -> None:
    rows = records(count=3)
    head = fit_bytes.definition(20, [(253, 4, 0x86), (3, 1, 2)], big_endian=True)
    body = b"".join(
        fit_bytes.data([row["timestamp"], row["heart_rate"]], "IB", order=">") for row in rows
    )
    recording = only(fit(table("file_id", [FILE_ID]), head, body, table("session", [session()])))
    assert recording.points == 3
    assert recording.average_heart_rate_bpm == 150


def test_times_packed_into_the_header_are_read() -> None:
    begin = seconds(START)
    head = fit_bytes.definition(20, [(3, 1, 2)], local=1)
    full = table("event", [{"timestamp": begin, "event": 0, "event_type": 0}])
    body = b"".join(bytes([0x80 | 1 << 5 | (begin + 7 * n) % 32, 140 + n]) for n in range(1, 13))
    recording = only(
        fit(table("file_id", [FILE_ID]), full, head, body, table("session", [session()], local=2))
    )
    assert recording.track is not None
    assert np.diff(recording.track.time_s).tolist() == [7.0] * 11
    assert recording.track.heart_rate_bpm[0] == 141


def test_speed_and_distance_of_old_watches_are_unpacked() -> None:
    begin = seconds(START)
    steps = [16 * 100 * n % 4096 for n in range(8)]
    head = fit_bytes.definition(20, [(253, 4, 0x86), (8, 3, 0x0D)])
    body = b"".join(
        fit_bytes.data([begin + 30 * n], "I") + (300 | step << 12).to_bytes(3, "little")
        for n, step in enumerate(steps)
    )
    whole = session()
    del whole["total_distance"]
    recording = only(fit(table("file_id", [FILE_ID]), head, body, table("session", [whole])))
    assert recording.distance_m == 700
    assert recording.track is not None
    assert (recording.track.speed_mps == 3).all()


def test_files_chained_into_one_give_a_recording_each() -> None:
    later = START + timedelta(hours=5)
    second = run(records(start=later), sessions=[session(start=later)])
    first, other = read(run() + second).recordings
    assert (first.started_at, other.started_at) == (START, later)
    assert first.digest != other.digest


def test_settings_chained_to_an_activity_are_no_problem() -> None:
    settings = fit(table("file_id", [{"type": 2}]))
    data = run() + settings
    assert len(read(data).recordings) == 1
    assert codes(read(data)) == []


def test_the_first_recording_carries_the_digest_of_the_file() -> None:
    data = fit(table("file_id", [{"type": 2}])) + run()
    assert only(data).digest == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("kind", [2, 5, 6, 9, 15, 32, 99])
def test_what_is_no_activity_is_named_and_refused(kind: int) -> None:
    data = fit(table("file_id", [{"type": kind}]), table("record", records()))
    assert codes(read(data)) == ["not-an-activity"]


def test_a_file_with_nothing_in_it_is_a_problem() -> None:
    assert codes(read(fit(table("file_id", [FILE_ID])))) == ["no-points"]


def test_a_header_alone_is_a_problem() -> None:
    assert codes(read(run()[:14])) == ["cut-short"]
