"""What a device added up, and how far it is believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runadvisor.sources.device_totals import (
    DeviceTotals,
    distance_m,
    elapsed_time_s,
    moving_time_s,
    total,
    weighted_mean,
)

if TYPE_CHECKING:
    from runadvisor.sources.track_mending import Mended


def test_the_timer_comes_before_what_the_points_tell() -> None:
    mended: list[Mended] = []
    totals = DeviceTotals(moving_time_s=580)
    assert moving_time_s(totals, counted_s=600, span_s=700, mended=mended) == 580
    assert mended == []


@pytest.mark.parametrize("timer_s", [0, -5, 8 * 24 * 3600, 30 * 3600])
def test_a_timer_that_cannot_be_right_is_not_believed_and_that_is_said(timer_s: float) -> None:
    mended: list[Mended] = []
    totals = DeviceTotals(moving_time_s=timer_s)
    assert moving_time_s(totals, counted_s=600, span_s=700, mended=mended) == 600
    assert [each.code for each in mended] == ["impossible-total"]


@pytest.mark.parametrize(
    ("own_s", "elapsed_s"), [(None, 700), (720, 720), (4_294_967, 700), (-3, 700), (650, 650)]
)
def test_the_devices_elapsed_time_comes_first_where_it_can_be_right(
    own_s: float | None, elapsed_s: float
) -> None:
    totals = DeviceTotals(elapsed_time_s=own_s)
    assert elapsed_time_s(totals, moving_s=600, span_s=700) == elapsed_s


def test_elapsed_time_is_never_below_the_moving_time() -> None:
    assert elapsed_time_s(DeviceTotals(), moving_s=705, span_s=700) == 705


@pytest.mark.parametrize(("own_m", "found_m"), [(None, 1800), (0, 1800), (1850, 1850), (1e9, 1800)])
def test_the_devices_distance_comes_first_where_it_can_be_right(
    own_m: float | None, found_m: float
) -> None:
    assert distance_m(DeviceTotals(distance_m=own_m), counted_m=1800, time_s=600) == found_m


def test_unknown_parts_are_left_out_of_sums_and_means() -> None:
    assert total([None, 2, 3]) == 5
    assert total([None]) is None
    assert weighted_mean([(140, 100), (None, 50), (150, None), (170, 300)]) == 162.5
    assert weighted_mean([(None, 5)]) is None
