from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runadvisor.domain.activity import Sport, StartPrecision
from runadvisor.history.duplicates import is_same
from tests.history.conftest import BERLIN, START, recording

if TYPE_CHECKING:
    from runadvisor.domain.activity import Recording

LOCAL_ONLY = {"started_at": None, "local_start": datetime(2026, 5, 3, 9, 0)}  # noqa: DTZ001 - a wall clock


def _other(**fields: Any) -> Recording:
    return recording(2, path="b.csv", kind="strava-csv", **fields)


def test_one_source_id_is_one_activity_whatever_the_numbers_say() -> None:
    one = recording(source_id="strava:7")
    assert is_same(one, _other(source_id="strava:7", distance_m=3.0))


FETCHED = {"source_id": "intervals:i1", "external_id": "12345678901"}


@pytest.mark.parametrize(
    "original",
    [
        {"source_id": "strava:12345678901"},
        {"path": "runs/activity_12345678901.tcx"},
        {"path": "12345678901_ACTIVITY.fit"},
        {"path": "12345678901.fit.gz"},
    ],
)
def test_an_activity_fetched_from_another_service_is_that_one_whatever_the_numbers_say(
    original: dict[str, str],
) -> None:
    trimmed = _other(distance_m=3.0, moving_time_s=9.0, **FETCHED)
    assert is_same(trimmed, recording(**original))
    assert is_same(recording(**original), trimmed)


def test_the_number_of_another_service_needs_the_day_to_agree() -> None:
    later = _other(started_at=START + timedelta(days=3), **FETCHED)
    assert not is_same(later, recording(source_id="strava:12345678901"))


def test_two_ids_of_one_service_are_two_activities() -> None:
    assert not is_same(recording(source_id="strava:7"), _other(source_id="strava:8"))


def test_two_rows_of_one_list_are_two_activities() -> None:
    rows = [recording(n, path="log.csv", kind="list-csv") for n in (1, 2)]
    assert not is_same(*rows)


def test_a_file_at_the_same_path_may_be_the_same_run_downloaded_again() -> None:
    assert is_same(recording(1), recording(2))


@pytest.mark.parametrize(
    ("apart_s", "distance_m", "same"),
    [(0, 10_000, True), (60, 10_200, True), (60, 13_000, True), (61, 9_400, False)],
)
def test_a_start_within_a_minute_and_a_like_size_are_one(
    apart_s: int, distance_m: int, *, same: bool
) -> None:
    other = _other(started_at=START + timedelta(seconds=apart_s), distance_m=float(distance_m))
    assert is_same(recording(), other) is same


def test_the_same_start_but_another_distance_and_time_are_two() -> None:
    assert not is_same(recording(), _other(distance_m=5_000.0, moving_time_s=1_700.0))


def test_a_watch_started_late_is_still_the_same_run() -> None:
    late = _other(
        started_at=START + timedelta(minutes=3), distance_m=9_600.0, elapsed_time_s=3_450.0
    )
    assert is_same(recording(), late)


def test_a_run_twelve_minutes_later_that_hardly_overlaps_is_another() -> None:
    short = recording(distance_m=3_000.0, moving_time_s=1_000.0, elapsed_time_s=1_000.0)
    later = _other(
        started_at=START + timedelta(minutes=12),
        distance_m=3_000.0,
        moving_time_s=1_000.0,
        elapsed_time_s=1_000.0,
    )
    assert not is_same(short, later)


def test_other_sports_at_the_same_time_both_stay() -> None:
    assert not is_same(recording(), _other(sport=Sport.RIDE))


def test_an_assumed_sport_does_not_keep_two_recordings_apart() -> None:
    assert is_same(recording(sport_is_known=False), _other(sport=Sport.HIKE))
    assert is_same(recording(sport=Sport.TRAIL_RUN), _other(sport=Sport.TREADMILL_RUN))


def test_local_time_is_compared_after_the_zone_of_the_other() -> None:
    assert is_same(recording(**BERLIN), _other(**LOCAL_ONLY))
    assert not is_same(recording(zone="Asia/Tokyo"), _other(**LOCAL_ONLY))


def test_local_time_against_an_unknown_zone_needs_a_whole_quarter_and_an_exact_size() -> None:
    assert is_same(recording(), _other(**LOCAL_ONLY))
    assert not is_same(recording(), _other(**LOCAL_ONLY, distance_m=10_300.0))
    off = LOCAL_ONLY | {"local_start": datetime(2026, 5, 3, 9, 7)}  # noqa: DTZ001
    assert not is_same(recording(), _other(**off))


def test_two_local_times_are_compared_as_they_are() -> None:
    assert is_same(recording(**LOCAL_ONLY), _other(**LOCAL_ONLY))


def test_a_row_that_knows_only_its_day_joins_a_run_of_that_day_and_distance() -> None:
    day = {"precision": StartPrecision.DAY} | LOCAL_ONLY
    assert is_same(recording(**BERLIN), _other(**day, distance_m=10_150.0))
    assert not is_same(recording(**BERLIN), _other(**day, distance_m=10_500.0))


@given(
    st.integers(-2_000, 2_000),
    st.floats(500, 20_000),
    st.floats(300, 7_000),
    st.sampled_from([Sport.RUN, Sport.RIDE]),
)
def test_being_the_same_goes_both_ways(
    apart_s: int, distance_m: float, moving_time_s: float, sport: Sport
) -> None:
    one = recording()
    other = _other(
        started_at=START + timedelta(seconds=apart_s),
        distance_m=distance_m,
        moving_time_s=moving_time_s,
        elapsed_time_s=moving_time_s,
        sport=sport,
    )
    assert is_same(one, other) == is_same(other, one)
