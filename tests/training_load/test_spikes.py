from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runadvisor.training_load.runs import run_sessions
from runadvisor.training_load.spikes import (
    SpikeBand,
    is_spike,
    longest_without_spike_m,
    session_spikes,
    spike_band,
)
from tests.builders import runs


@pytest.mark.parametrize(
    ("distance_m", "band"),
    [
        (16_500, SpikeBand.NONE),
        (17_000, SpikeBand.SMALL),
        (19_500, SpikeBand.SMALL),
        (21_000, SpikeBand.LARGE),
        (30_000, SpikeBand.LARGE),
        (31_000, SpikeBand.DOUBLE),
    ],
)
def test_the_bands_of_worked_example_f23_hold_edges_included(
    distance_m: int, band: SpikeBand
) -> None:
    assert spike_band(distance_m, 15_000) is band


@pytest.mark.parametrize(
    ("distance_m", "ratio"), [(16_500, 1.10), (17_000, 1.133), (21_000, 1.4), (31_000, 2.067)]
)
def test_worked_example_f23_is_set_against_the_longest_of_30_days(
    distance_m: int, ratio: float
) -> None:
    _, late = session_spikes(run_sessions(runs([(0, 15_000), (7, distance_m)])))
    assert late.ratio == pytest.approx(ratio, abs=0.0005)


def test_without_a_run_in_30_days_there_is_no_baseline_and_no_ratio() -> None:
    _, late = session_spikes(run_sessions(runs([(0, 10_000), (31, 20_000)])))
    assert late.band is SpikeBand.NO_BASELINE
    assert late.ratio is None


def test_a_run_30_days_ago_is_still_the_baseline() -> None:
    _, late = session_spikes(run_sessions(runs([(0, 10_000), (30, 20_000)])))
    assert late.ratio == 2.0


def test_a_run_of_the_same_day_is_no_baseline() -> None:
    *_, second = session_spikes(run_sessions(runs([(0, 5_000), (3, 20_000), (3, 8_000)])))
    assert second.longest is not None
    assert second.longest.distance_m == 5_000


@given(st.integers(min_value=300, max_value=200_000))
def test_the_longest_run_without_a_spike_is_the_rule_turned_round(longest_m: int) -> None:
    limit_m = longest_without_spike_m(longest_m)
    assert not is_spike(limit_m, longest_m)
    assert is_spike(limit_m + 1, longest_m)


def test_a_first_run_is_never_a_spike() -> None:
    assert not is_spike(42_195, None)
