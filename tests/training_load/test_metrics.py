from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runadvisor.training_load.acute_chronic import rolling_load
from runadvisor.training_load.monotony import monotony, strain
from runadvisor.training_load.session_load import LoadMethod, session_load
from tests.builders import DAY_ONE, activity

if TYPE_CHECKING:
    from collections.abc import Iterable


def _series(values: Iterable[float]) -> pd.Series[float]:
    return pd.Series([float(v) for v in values])


def test_worked_example_f09_gives_monotony_2_366_and_strain_331_3() -> None:
    week = _series([5, 15, 20, 20, 20, 25, 35])
    assert monotony(week).iloc[-1] == pytest.approx(2.366, abs=0.001)
    assert strain(week).iloc[-1] == pytest.approx(331.3, abs=0.1)


def test_worked_example_f10_gives_monotony_0_935() -> None:
    week = _series([50, 0, 100, 50, 0, 150, 0])
    assert monotony(week).iloc[-1] == pytest.approx(0.935, abs=0.001)


def test_worked_example_f11_uses_the_population_spread() -> None:
    week = _series([100, 0, 100, 0, 100, 0, 100])
    assert monotony(week).iloc[-1] == pytest.approx(1.155, abs=0.001)


def test_worked_example_f12_caps_a_flat_week_at_10_and_an_empty_one_at_0() -> None:
    assert monotony(_series([30] * 7)).iloc[-1] == 10
    assert monotony(_series([0] * 7)).iloc[-1] == 0


def test_a_week_that_is_not_whole_has_no_monotony() -> None:
    assert np.isnan(monotony(_series([10] * 6)).iloc[-1])


def test_worked_example_f14_gives_a_coupled_ratio_of_1_4286() -> None:
    daily = _series([30] * 21 + [50] * 7)
    acute = rolling_load(daily, span_days=7).iloc[-1]
    chronic = rolling_load(daily, span_days=28).iloc[-1]
    assert acute / chronic == pytest.approx(1.4286, abs=0.0001)


def test_a_span_has_at_least_one_day() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        rolling_load(_series([1]), span_days=0)


@given(st.lists(st.floats(0, 500), min_size=7, max_size=40), st.floats(0.1, 10))
def test_scaling_every_load_leaves_monotony_unchanged(values: list[float], factor: float) -> None:
    loads = _series([round(value, 3) for value in values])
    before, after = monotony(loads), monotony(loads * factor)
    assert after.to_numpy() == pytest.approx(before.to_numpy(), rel=1e-3, abs=1e-3, nan_ok=True)


def test_a_session_is_worth_its_moving_minutes() -> None:
    load = session_load(activity(DAY_ONE, moving_time_s=1_800))
    assert load is not None
    assert (load.value, load.method) == (30, LoadMethod.MOVING_MINUTES)


def test_an_activity_without_a_time_has_no_load() -> None:
    assert session_load(activity(DAY_ONE, moving_time_s=None)) is None
