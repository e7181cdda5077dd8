from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runadvisor.training_load.monotony import monotony, strain, strain_before

if TYPE_CHECKING:
    from collections.abc import Iterable


def _series(values: Iterable[float]) -> pd.Series[float]:
    return pd.Series([float(v) for v in values])


def test_worked_example_f09_gives_monotony_2_366_and_strain_331_3() -> None:
    week = _series([5, 15, 20, 20, 20, 25, 35])
    assert week.mean() == 20
    assert week.std(ddof=0) == pytest.approx(8.452, abs=0.0005)
    assert monotony(week).iloc[-1] == pytest.approx(2.366, abs=0.0005)
    by_the_samples_spread = week.mean() / week.std(ddof=1)
    assert by_the_samples_spread == pytest.approx(2.191, abs=0.0005)
    assert week.sum() * by_the_samples_spread == pytest.approx(306.7, abs=0.05)
    assert strain(week).iloc[-1] == pytest.approx(331.3, abs=0.05)
    assert strain(week).iloc[-1] == pytest.approx(140 * 20 / 8.45, abs=0.1)


def test_worked_example_f10_gives_monotony_0_935() -> None:
    week = _series([50, 0, 100, 50, 0, 150, 0])
    assert monotony(week).iloc[-1] == pytest.approx(0.935, abs=0.0005)
    assert week.std(ddof=0) == pytest.approx(53.45, abs=0.005)


def test_worked_example_f11_uses_the_population_spread_and_not_the_samples() -> None:
    week = _series([100, 0, 100, 0, 100, 0, 100])
    assert monotony(week).iloc[-1] == pytest.approx(1.155, abs=0.0005)
    assert week.mean() / week.std(ddof=1) == pytest.approx(1.069, abs=0.0005)


def test_worked_example_f12_caps_a_flat_week_at_10_and_an_empty_one_at_0() -> None:
    assert monotony(_series([30] * 7)).iloc[-1] == 10
    assert monotony(_series([0] * 7)).iloc[-1] == 0


def test_a_week_that_is_not_whole_or_not_known_has_no_monotony() -> None:
    assert np.isnan(monotony(_series([10] * 6)).iloc[-1])
    assert np.isnan(monotony(_series([10, 20, np.nan, 10, 20, 10, 20])).iloc[-1])


def test_an_empty_week_after_a_hard_one_is_not_made_of_rounding_dust() -> None:
    assert monotony(_series([313.7, 0.1, 77.3, *[0] * 7])).iloc[-1] == 0


def test_strain_is_set_against_the_most_of_12_weeks_of_the_runners_own() -> None:
    weekly = [5, 15, 20, 20, 20, 25, 35]
    first = strain(_series(weekly * 14))
    before = strain_before(first)
    assert np.isnan(before.iloc[7 * 13 - 2])
    assert before.iloc[-1] == pytest.approx(331.3, abs=0.05)
    harder = strain(_series([*weekly * 3, *[2 * v for v in weekly], *weekly * 12]))
    assert strain_before(harder).iloc[-1] == pytest.approx(2 * 331.3, abs=0.1)
    assert strain_before(harder).iloc[-8] == pytest.approx(2 * 331.3, abs=0.1)


@given(st.lists(st.floats(0, 500), min_size=7, max_size=40), st.floats(0.1, 10))
def test_scaling_every_load_leaves_monotony_unchanged(values: list[float], factor: float) -> None:
    loads = _series([round(value, 3) for value in values])
    before, after = monotony(loads), monotony(loads * factor)
    assert after.to_numpy() == pytest.approx(before.to_numpy(), rel=1e-3, abs=1e-3, nan_ok=True)


@given(st.lists(st.floats(0, 500), min_size=8, max_size=40), st.integers(7, 40))
def test_later_days_never_change_monotony(values: list[float], cut: int) -> None:
    loads = _series(values)
    whole = monotony(loads).iloc[:cut]
    pd.testing.assert_series_equal(monotony(loads.iloc[:cut]), whole)
