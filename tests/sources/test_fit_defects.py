"""The FIT reader: one claim for each defect seen in the wild (F1-F19)."""

from __future__ import annotations

import struct
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from runadvisor.domain.activity import Sport, StartPrecision
from runadvisor.sources.choices import Dating
from runadvisor.sources.fit import read_fit
from runadvisor.sources.place import Place
from runadvisor.sources.registry import read_all
from tests.sources import fit_bytes
from tests.sources.fit_bytes import (
    FILE_ID,
    activity,
    data,
    definition,
    fit,
    message,
    records,
    run,
    seconds,
    session,
    table,
)
from tests.sources.gpx_text import START
from tests.sources.test_fit import codes, only, read

if TYPE_CHECKING:
    from pathlib import Path

HEAD = table("file_id", [FILE_ID])
SESSION = table("session", [session()], local=4)
BEGIN = seconds(START)


def test_f1_a_recorder_that_crashed_left_no_size_and_no_checksum() -> None:
    crashed = fit(HEAD, table("record", records(), local=2), size=0)[:-2]
    recording = only(crashed)
    assert recording.points == 61
    assert recording.distance_m == 1800
    assert codes(read(crashed)) == ["unfinished", "rebuilt"]


def test_f1_blanks_written_ahead_by_the_recorder_are_no_records() -> None:
    crashed = fit(HEAD, table("record", records(), local=0), bytes(4096), size=0)[:-2]
    assert only(crashed).points == 61


@pytest.mark.parametrize("lost", [1, 2, 3, 10, 40])
def test_f2_a_file_cut_by_a_few_bytes_keeps_its_whole_records(lost: int) -> None:
    whole = fit(HEAD, table("record", records(), local=2))
    cut = whole[:-lost]
    size = len(data([*[0] * 8], "IiiHBBIH"))
    assert only(cut).points == 61 - -(-max(lost - 2, 0) // size)
    assert codes(read(cut)) == ["salvaged", "rebuilt"]


def test_f2_a_file_cut_after_its_totals_keeps_them() -> None:
    cut = run()[:-25]
    assert only(cut).distance_m == 1800
    assert codes(read(cut)) == ["salvaged"]


def test_f3_bytes_after_the_declared_end_are_ignored() -> None:
    extra = run() + b"\x00\x01\x02" * 9
    assert only(extra).distance_m == 1800
    assert codes(read(extra)) == ["trailing"]


def test_f3_a_size_older_than_the_file_does_not_cost_its_end() -> None:
    body = [HEAD, table("record", records(), local=2), SESSION]
    stale = fit(*body, size=len(b"".join(body[:1])) + 300)
    assert only(stale).points == 61
    assert codes(read(stale)) == ["checksum"]


def test_f4_what_is_called_fit_is_told_by_its_content(tmp_path: Path) -> None:
    web_page, archive = tmp_path / "a.fit", tmp_path / "b.fit"
    web_page.write_bytes(b"<!doctype html><html>Sign in</html>")
    archive.write_bytes(b"PK\x05\x06" + bytes(18))
    found = [
        problem.code for reading in read_all([web_page, archive]) for problem in reading.problems
    ]
    assert found == ["web-page", "empty-archive"]


def test_f5_a_field_of_impossible_size_is_left_out_and_the_rest_read() -> None:
    fields = [(253, 4, 0x86), (3, 1, 2), (5, 3, 0x86), (4, 1, 2)]
    body = b"".join(b"\x02" + struct.pack("<IB3sB", BEGIN + n, 150, b"abc", 85) for n in range(9))
    recording = only(fit(HEAD, definition(20, fields, local=2), body, SESSION))
    assert recording.track is not None
    assert np.isnan(recording.track.distance_m).all()
    assert recording.average_heart_rate_bpm == 150
    assert recording.average_cadence_spm == 170


@pytest.mark.parametrize("stray", [b"\x0b", b"\x0b\x0c", b"\x02", b"\x00", b"\xff" * 5])
def test_f6_stray_bytes_cost_no_record_before_or_after(stray: bytes) -> None:
    body = table("record", records(), local=2)
    at = len(body) // 2 // 23 * 23 - 100
    size = len(data([*[0] * 8], "IiiHBBIH"))
    first = len(body) - 61 * size
    at = first + 30 * size
    spoilt = fit(HEAD, body[:at], stray, body[at:], SESSION, crc=1)
    recording = only(spoilt)
    assert recording.points == 61
    assert recording.distance_m == 1800
    assert codes(read(spoilt)) == ["skipped"]


def test_f6_a_message_nobody_defined_in_an_otherwise_sound_file_is_skipped() -> None:
    body = table("record", records(), local=2)
    sound = fit(HEAD, body, data([1, 2], "IB", local=9), SESSION)
    assert only(sound).points == 61
    assert only(sound).distance_m == 1800
    assert codes(read(sound)) == ["skipped"]


def unset(**local: int) -> bytes:
    """A run whose clock counts from when the watch was switched on."""
    rows = [row | {"timestamp": 5000 + 10 * n} for n, row in enumerate(records())]
    whole = session() | {"start_time": 5000, "timestamp": 5600}
    end = activity() | {"timestamp": 5600} | local
    return fit(HEAD, table("record", rows), table("session", [whole]), table("activity", [end]))


def test_f7_a_clock_never_set_takes_the_day_from_the_files_name() -> None:
    recording = only(unset(), "2024-03-10-07-30-00.fit")
    assert recording.started_at is None
    assert recording.local_start == datetime(2024, 3, 10, 7, 30)  # noqa: DTZ001 - wall clock
    assert recording.moving_time_s == 600
    assert codes(read(unset(), "2024-03-10-07-30-00.fit")) == ["clock-unset"]


def test_f7_local_time_told_at_the_end_is_better_than_a_name() -> None:
    timed = unset(local_timestamp=BEGIN + 600 + 3600)
    recording = only(timed, "1999-01-01-07-30-00.fit")
    assert recording.local_start == datetime(2024, 3, 10, 7, 30)  # noqa: DTZ001 - wall clock


def test_f7_without_any_day_it_is_a_problem_that_says_what_to_do() -> None:
    reading = read(unset(), "activity.fit")
    assert codes(reading) == ["no-date"]
    assert reading.problems[0].lacks_times
    assert "name" in reading.problems[0].reason.template


def test_f7_a_clock_never_set_is_set_by_the_runner() -> None:
    dating = Dating(day=date(2024, 3, 10), start=time(7, 30))
    reading = read_fit(unset(), Place("run.fit"), dating)
    (recording,) = reading.recordings
    assert recording.started_at is None
    assert recording.local_start == datetime(2024, 3, 10, 7, 30)  # noqa: DTZ001 - wall clock
    assert recording.precision is StartPrecision.MINUTE
    assert recording.track is not None
    assert codes(reading) == ["dated-by-hand"]


def test_f8_the_enhanced_fields_come_first_and_may_stand_alone() -> None:
    enhanced = {"enhanced_speed": 4000, "enhanced_altitude": (300 + 500) * 5}
    both = only(run(records(**enhanced))).track
    alone = only(run(records(speed=None, altitude=None, **enhanced))).track
    for track in (both, alone):
        assert track is not None
        assert (track.speed_mps == 4).all()
        assert (track.altitude_m == 300).all()


def test_f9_of_a_list_the_first_number_counts() -> None:
    fields = [(253, 4, 0x86), (3, 2, 2), (5, 8, 0x86)]
    body = b"".join(
        b"\x02" + struct.pack("<IBBII", BEGIN + n, 150, 99, 300 * n, 7) for n in range(9)
    )
    recording = only(fit(HEAD, definition(20, fields, local=2), body, SESSION))
    assert recording.average_heart_rate_bpm == 150
    assert recording.track is not None
    assert recording.track.distance_m[-1] == 24


def test_f10_without_positions_the_sessions_totals_are_the_run() -> None:
    rows = records(position_lat=None, position_long=None, distance=None, speed=None)
    recording = only(run(rows, sub_sport=1))
    assert recording.sport is Sport.TREADMILL_RUN
    assert recording.distance_m == 1800
    assert recording.moving_time_s == 600
    assert recording.average_heart_rate_bpm == 150


def test_f11_each_session_of_a_triathlon_is_a_recording_of_its_own() -> None:
    starts = [START + timedelta(minutes=20 * n) for n in range(3)]
    rows = [row for start in starts for row in records(start=start)]
    sessions = [
        session(start=start, sport=sport, time_s=1200)
        for start, sport in zip(starts, (5, 2, 1), strict=True)
    ]
    reading = read(run(rows, sessions=sessions[::-1]))
    assert [each.sport for each in reading.recordings] == [Sport.SWIM, Sport.RIDE, Sport.RUN]
    assert [each.started_at for each in reading.recordings] == starts
    assert [each.points for each in reading.recordings] == [61, 61, 61]
    assert len({each.digest for each in reading.recordings}) == 3
    last = reading.recordings[-1].track
    assert last is not None
    assert last.time_s[0] == last.distance_m[0] == 0


def test_f12_partial_records_of_one_second_are_one_point() -> None:
    parts = []
    for row in records():
        parts.append({"timestamp": row["timestamp"], "heart_rate": row["heart_rate"]})
        parts.append({name: value for name, value in row.items() if name != "heart_rate"})
    recording = only(run(parts))
    assert recording.points == 122
    assert recording.track is not None
    assert len(recording.track) == 61
    assert np.isfinite(recording.track.heart_rate_bpm).all()
    assert np.isfinite(recording.track.latitude_deg).all()


def test_f13_without_speed_and_totals_the_way_is_measured() -> None:
    rows = records(speed=None, distance=None, altitude=None)
    bare = {name: session()[name] for name in ("timestamp", "start_time", "sport")}
    recording = only(run(rows, sessions=[bare]))
    assert recording.distance_m == pytest.approx(1800, rel=1e-3)
    assert recording.moving_time_s == 600
    assert recording.elevation_gain_m is None


def test_f14_a_developer_field_never_takes_the_place_of_the_watchs_own() -> None:
    describe = definition(206, [(0, 1, 2), (1, 1, 2), (2, 1, 2), (3, 16, 7)], local=7)
    describe += b"\x07\x00\x00\x02" + b"heart_rate".ljust(16, b"\x00")
    own = definition(207, [(3, 1, 2)], local=6) + b"\x06\x00"
    head = definition(20, [(253, 4, 0x86), (3, 1, 2)], local=2, developer=[(0, 1, 0)])
    body = b"".join(b"\x02" + struct.pack("<IBB", BEGIN + n, 150, 99) for n in range(9))
    recording = only(fit(HEAD, own, describe, head, body, SESSION))
    assert recording.points == 9
    assert recording.average_heart_rate_bpm == 150


def test_f15_without_a_session_the_records_are_added_up_and_it_is_said() -> None:
    bare = fit(HEAD, table("record", records(), local=2))
    recording = only(bare)
    assert recording.distance_m == 1800
    assert recording.moving_time_s == recording.elapsed_time_s == 600
    assert (recording.sport, recording.sport_is_known) == (Sport.RUN, False)
    assert codes(read(bare)) == ["rebuilt"]


@pytest.mark.parametrize("timer_ms", [0, 4_000_000_000])
def test_f15_an_impossible_duration_is_counted_from_the_records(timer_ms: int) -> None:
    spoilt = run(total_timer_time=timer_ms, total_elapsed_time=timer_ms)
    recording = only(spoilt)
    assert recording.moving_time_s == recording.elapsed_time_s == 600
    assert codes(read(spoilt)) == ["impossible-total"]


def test_f15_a_session_without_a_start_takes_it_from_the_records() -> None:
    whole = session()
    del whole["start_time"], whole["total_elapsed_time"]
    assert only(run(sessions=[whole])).started_at == START


@pytest.mark.parametrize(("cadence", "steps"), [(85, 170), (171, 171)])
def test_f16_strides_count_both_feet_once(cadence: int, steps: int) -> None:
    assert only(run(records(cadence=cadence))).average_cadence_spm == steps


def test_f16_half_a_stride_counts_too() -> None:
    rows = records(fractional_cadence=64)
    assert only(run(rows)).average_cadence_spm == 171


def test_f16_the_cadence_of_a_ride_is_no_step_rate() -> None:
    assert only(run(sport=2)).average_cadence_spm is None


def test_f17_an_empty_file_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "treadmill.fit"
    path.write_bytes(b"")
    (reading,) = read_all([path])
    assert codes(reading) == ["empty-file"]


def test_f17_daily_monitoring_is_named_so() -> None:
    daily = fit(table("file_id", [{"type": 15}]), message("monitoring", timestamp=BEGIN, cycles=9))
    reading = read(daily)
    assert codes(reading) == ["not-an-activity"]
    assert reading.problems[0].reason.values["kind"] == "daily monitoring"


@pytest.mark.parametrize("local", [fit_bytes.seconds(datetime(2126, 1, 1, tzinfo=START.tzinfo)), 5])
def test_f18_an_impossible_local_time_tells_no_zone(local: int) -> None:
    end = activity() | {"local_timestamp": local}
    spoilt = fit(HEAD, table("record", records()), SESSION, table("activity", [end], local=5))
    assert only(spoilt).started_at == START
    assert only(spoilt).local_start is None
    assert only(spoilt).zone == "Europe/London"
    assert codes(read(spoilt)) == ["local-time-impossible"]


def test_f19_a_first_altitude_far_off_climbs_nothing() -> None:
    rows = records()
    rows[0]["altitude"] = (900 + 500) * 5
    rows[30]["altitude"] = (21 + 500) * 5
    spoilt = run(rows)
    assert only(spoilt).elevation_loss_m == 0
    assert codes(read(spoilt)) == ["first-altitude"]
