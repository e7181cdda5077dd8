"""Repairs of points, as laws and by worked examples."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runadvisor.sources import repair

times = st.lists(st.integers(0, 100), max_size=40).map(lambda t: np.array(t, dtype=np.float64))


@given(times)
def test_the_kept_times_never_fall(time_s: np.ndarray) -> None:
    assert (np.diff(time_s[repair.in_order(time_s)]) >= 0).all()


@given(times)
def test_times_in_order_are_all_kept(time_s: np.ndarray) -> None:
    assert repair.in_order(np.sort(time_s)).all()


def test_one_degree_of_latitude_at_the_equator_is_110_574_m() -> None:
    column = np.array([0.0])
    metres = repair.way_m(column - 0.5, column, column + 0.5, column)
    assert metres[0] == pytest.approx(110_574, rel=1e-4)


def test_one_degree_of_longitude_at_the_equator_is_111_320_m() -> None:
    column = np.array([0.0])
    assert repair.way_m(column, column, column, column + 1)[0] == pytest.approx(111_320, rel=1e-4)


def test_the_way_over_the_date_line_is_short() -> None:
    column = np.array([0.0])
    metres = repair.way_m(column, column + 179.9995, column, column - 179.9995)
    assert metres[0] == pytest.approx(111.3, rel=1e-3)


def test_a_hill_of_100_m_climbs_100_m_up_and_down() -> None:
    hill = np.concatenate([np.linspace(0, 100, 200), np.linspace(100, 0, 200)])
    gain, loss = repair.climb_m(hill) or (0, 0)
    assert gain == pytest.approx(100, abs=2)
    assert loss == pytest.approx(100, abs=2)


@given(st.lists(st.floats(-400, 9000), min_size=2, max_size=60))
def test_gain_less_loss_never_exceeds_the_range(altitudes: list[float]) -> None:
    climb = repair.climb_m(np.array(altitudes))
    if climb is not None:
        assert abs(climb[0] - climb[1]) <= np.ptp(altitudes) + 1e-6


def test_times_between_known_ones_are_placed_evenly() -> None:
    filled = repair.filled_times(np.array([0.0, np.nan, np.nan, 30.0, np.nan]))
    assert filled.tolist() == [0, 10, 20, 30, 30]


def test_walking_cadence_of_both_feet_is_kept() -> None:
    assert repair.steps(np.array([100.0, 110.0]), is_run=False).tolist() == [100, 110]


def test_a_first_altitude_far_from_the_next_is_unsettled() -> None:
    altitude = np.array([0.0, *[1117.0] * 12])
    assert repair.unsettled_altitudes(np.arange(13.0), altitude).tolist() == [True, *[False] * 12]


def test_up_to_three_first_altitudes_may_be_unsettled() -> None:
    altitude = np.array([0.0, 1.0, 2.0, *[1117.0] * 12])
    assert repair.unsettled_altitudes(np.arange(15.0), altitude).sum() == 3


def test_a_climb_during_a_gap_is_no_unsettled_altitude() -> None:
    altitude = np.array([0.0, *[117.0] * 12])
    time_s = np.concatenate([[0.0], 60 + np.arange(12.0)])
    assert not repair.unsettled_altitudes(time_s, altitude).any()


def test_noise_that_goes_on_is_no_unsettled_altitude() -> None:
    altitude = np.array([0.0, 30.0] * 8)
    assert not repair.unsettled_altitudes(np.arange(16.0), altitude).any()
