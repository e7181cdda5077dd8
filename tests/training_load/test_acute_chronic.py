from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from runadvisor.training_load.acute_chronic import (
    Averaging,
    Coupling,
    Decay,
    acute_load,
    acwr,
    chronic_load,
    decay_rate,
    ewma_load,
    rest_days_to_balance,
    rolling_load,
    training_effect,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

EWMA = Averaging.EWMA
F13_DAYS = [30] * 21 + [50] * 7
F15_DAYS = [150, 50, 40, 0, 0, 60, 30, 100]
loads = st.lists(st.floats(0, 1000), min_size=28, max_size=60)


def _series(values: Iterable[float]) -> pd.Series[float]:
    return pd.Series([float(v) for v in values])


def _ratio(
    daily: pd.Series[float],
    averaging: Averaging = Averaging.ROLLING,
    coupling: Coupling = Coupling.COUPLED,
) -> pd.Series[float]:
    return acwr(
        acute_load(daily, averaging=averaging),
        chronic_load(daily, averaging=averaging, coupling=coupling),
    )


def test_worked_example_f13_gives_an_exponential_ratio_of_1_2497_on_day_28() -> None:
    days = _series(F13_DAYS)
    ratio = ewma_load(days, span_days=7) / ewma_load(days, span_days=28)
    assert ratio.iloc[21] == pytest.approx(1.1154, abs=5e-5)
    assert ratio.iloc[25] == pytest.approx(1.2568, abs=5e-5)
    assert ewma_load(days, span_days=7).iloc[-1] == pytest.approx(47.3303, abs=5e-5)
    assert ewma_load(days, span_days=28).iloc[-1] == pytest.approx(37.8720, abs=5e-5)
    assert _ratio(days, EWMA).iloc[-1] == pytest.approx(1.2497, abs=5e-5)


def test_worked_example_f14_gives_1_4286_coupled_and_1_6667_uncoupled() -> None:
    days = _series(F13_DAYS)
    assert _ratio(days).iloc[-1] == pytest.approx(1.4286, abs=5e-5)
    assert _ratio(days, coupling=Coupling.UNCOUPLED).iloc[-1] == pytest.approx(1.6667, abs=5e-5)


def test_worked_example_f15_gives_ctl_and_atl_day_by_day() -> None:
    ctl = training_effect(_series(F15_DAYS), span_days=42)
    atl = training_effect(_series(F15_DAYS), span_days=7)
    expected_ctl = [6.98, 8.98, 10.42, 9.94, 9.47, 11.82, 12.67, 16.73]
    expected_atl = [37.5, 40.62, 40.47, 30.35, 22.76, 32.07, 31.55, 48.67]
    assert ctl.to_numpy() == pytest.approx(expected_ctl, abs=0.005)
    # The second is 40.625, and printed as 40.62.
    assert atl.to_numpy() == pytest.approx(expected_atl, abs=0.005 + 1e-9)
    assert ctl.round().tolist() == [7, 9, 10, 10, 9, 12, 13, 17]
    assert atl.round().tolist() == [38, 41, 40, 30, 23, 32, 32, 49]


def test_worked_example_f16_gives_the_way_one_large_load_fades() -> None:
    days = _series([1000, *[0] * 20])
    ctl, atl = (training_effect(days, span_days=span) for span in (42, 7))
    assert [round(ctl.iloc[day]) for day in (0, 5, 10, 20)] == [47, 37, 29, 18]
    assert [round(atl.iloc[day]) for day in (0, 1, 2, 5, 10)] == [250, 188, 141, 59, 14]
    assert round(ctl.iloc[0] - atl.iloc[0]) == -203


@pytest.mark.parametrize(
    ("decay", "ctl", "atl"),
    [
        (Decay.SPAN, 16.73, 48.67),
        (Decay.INVERSE, 9.33, 37.02),
        (Decay.EXPONENTIAL, 9.23, 35.55),
    ],
)
def test_worked_example_f17_gives_other_numbers_by_other_conventions(
    decay: Decay, ctl: float, atl: float
) -> None:
    days = _series(F15_DAYS)
    last = [training_effect(days, span_days=span, decay=decay).iloc[-1] for span in (42, 7)]
    assert last == [pytest.approx(ctl, abs=0.005), pytest.approx(atl, abs=0.005)]


def test_worked_example_f18_needs_1_958_days_of_rest() -> None:
    assert rest_days_to_balance(50, 80) == pytest.approx(1.958, abs=0.0005)


def test_who_is_in_balance_or_never_trained_needs_no_rest() -> None:
    assert rest_days_to_balance(50, 50) == 0
    assert rest_days_to_balance(0, 10) == 0


def test_every_convention_of_lambda_has_its_own_name() -> None:
    assert decay_rate(7) == 0.25
    assert decay_rate(7, Decay.INVERSE) == pytest.approx(1 / 7)
    assert decay_rate(7, Decay.EXPONENTIAL) == pytest.approx(0.1331, abs=5e-5)


@pytest.mark.parametrize("measure", [rolling_load, ewma_load, training_effect])
def test_a_span_has_at_least_one_day(measure) -> None:  # noqa: ANN001 - three functions of one shape
    with pytest.raises(ValueError, match="at least one day"):
        measure(_series([1]), span_days=0)


def test_a_mean_is_of_the_known_days_and_an_average_that_forgets_stands_still() -> None:
    days = _series([10, 20, np.nan, np.nan, 30])
    assert rolling_load(days, span_days=3).tolist()[2:] == [15, 20, 30]
    forgetting = ewma_load(days, span_days=3)
    assert forgetting.iloc[1] == forgetting.iloc[3] == 15
    effect = training_effect(days, span_days=3)
    assert effect.iloc[1] == effect.iloc[3] == 12.5


def test_where_no_day_of_a_span_is_known_its_mean_is_unknown() -> None:
    assert np.isnan(rolling_load(_series([1, np.nan, np.nan]), span_days=2).iloc[-1])


def test_the_ratio_is_hidden_for_28_days_and_where_there_was_no_chronic_load() -> None:
    ratio = _ratio(_series([10] * 30))
    assert np.isnan(ratio.iloc[26])
    assert ratio.iloc[27] == pytest.approx(1)
    empty = _ratio(_series([1.1, 2.2, *[0] * 40]), coupling=Coupling.UNCOUPLED)
    assert np.isnan(empty.iloc[-1])


def test_an_uncoupled_exponential_average_is_the_one_of_7_days_ago() -> None:
    days = _series(range(40))
    uncoupled = chronic_load(days, averaging=EWMA, coupling=Coupling.UNCOUPLED)
    assert uncoupled.iloc[-1] == ewma_load(days, span_days=28).iloc[-8]


@given(loads, st.sampled_from(Averaging))
def test_a_rest_day_appended_never_raises_acute_load(
    values: list[float], averaging: Averaging
) -> None:
    before = acute_load(_series(values), averaging=averaging).iloc[-1]
    after = acute_load(_series([*values, 0]), averaging=averaging).iloc[-1]
    assert after <= before + 1e-9 * max(values, default=0)


@given(loads, st.floats(0.1, 100), st.sampled_from(Averaging), st.sampled_from(Coupling))
def test_scaling_every_load_leaves_every_ratio_unchanged(
    values: list[float], factor: float, averaging: Averaging, coupling: Coupling
) -> None:
    days = _series([round(value, 3) for value in values])
    before, after = (_ratio(d, averaging, coupling) for d in (days, days * factor))
    assert after.to_numpy() == pytest.approx(before.to_numpy(), rel=1e-6, abs=1e-6, nan_ok=True)


@example([0.0] * 20 + [2.2e-313] + [0.0] * 6 + [1.0], 1, Averaging.ROLLING, Coupling.UNCOUPLED)
@given(loads, st.integers(1, 60), st.sampled_from(Averaging), st.sampled_from(Coupling))
def test_later_days_never_change_a_ratio(
    values: list[float], cut: int, averaging: Averaging, coupling: Coupling
) -> None:
    days = _series(values)
    whole = _ratio(days, averaging, coupling).iloc[:cut]
    pd.testing.assert_series_equal(_ratio(days.iloc[:cut], averaging, coupling), whole)
