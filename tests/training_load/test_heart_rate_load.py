from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runadvisor.domain.athlete import TrimpSex
from runadvisor.training_load.heart_rate_load import (
    HeartRateLimits,
    banister_rate,
    banister_trimp,
    edwards_trimp,
    heart_rate_stress,
    heart_rate_stress_by_trimp,
    lucia_trimp,
)

MALE, FEMALE = TrimpSex.MALE, TrimpSex.FEMALE
TEN_TO_FIVE_ZONES_S = np.array([10, 20, 15, 5, 2]) * 60.0


def _limits(resting: float, highest: float) -> HeartRateLimits:
    return HeartRateLimits(resting_bpm=resting, max_bpm=highest)


def test_worked_example_f01_gives_31_80() -> None:
    trimp = banister_trimp(30 * 60, 130, limits=_limits(40, 200), sex=MALE)
    assert trimp == pytest.approx(31.80, abs=0.005)
    assert trimp == pytest.approx(32, rel=0.01)


def test_worked_example_f02_gives_66_08() -> None:
    trimp = banister_trimp(45 * 60, 145, limits=_limits(60, 190), sex=MALE)
    assert trimp == pytest.approx(66.08, abs=0.005)


def test_worked_example_f03_gives_98_390() -> None:
    trimp = banister_trimp(66.2 * 60, 138, limits=_limits(44, 187), sex=MALE)
    assert trimp == pytest.approx(98.390, abs=0.0005)


def test_worked_example_f04_gives_37_13_with_the_womens_constants() -> None:
    trimp = banister_trimp(30 * 60, 130, limits=_limits(40, 200), sex=FEMALE)
    assert trimp == pytest.approx(37.13, abs=0.005)


def test_worked_example_f05_gives_4_365_a_minute_at_the_highest_heart_rate() -> None:
    assert banister_rate(np.array([1.0]), sex=MALE)[0] == pytest.approx(4.365, abs=0.0005)


def test_worked_example_f06_gives_47_507_in_the_trimp_form() -> None:
    limits = _limits(50, 190)
    trimp = banister_trimp(45 * 60, 150, limits=limits, sex=MALE)
    hour = banister_trimp(3600, 170, limits=limits, sex=MALE)
    stress = heart_rate_stress_by_trimp(45 * 60, 150, limits=limits, threshold_bpm=170, sex=MALE)
    assert (trimp, hour) == (pytest.approx(81.0715, abs=5e-5), pytest.approx(170.6511, abs=5e-5))
    assert stress == pytest.approx(47.507, abs=0.0005)


def test_worked_example_f07_gives_179_23_in_the_squared_form() -> None:
    limits = _limits(45, 185)
    threshold_bpm = 45 + 0.83 * 140
    stress = heart_rate_stress(2 * 3600, 155, limits=limits, threshold_bpm=threshold_bpm)
    assert stress == pytest.approx(179.23, abs=0.005)


def test_worked_example_f08_gives_100_for_an_hour_at_threshold_and_81_at_nine_tenths() -> None:
    limits = _limits(50, 190)
    at_threshold = heart_rate_stress(3600, 170, limits=limits, threshold_bpm=170)
    below = heart_rate_stress(3600, 50 + 0.9 * 120, limits=limits, threshold_bpm=170)
    assert (at_threshold, below) == (pytest.approx(100), pytest.approx(81))


def test_worked_example_f19_gives_125() -> None:
    beats = [110, 130, 150, 170, 190]
    assert edwards_trimp(TEN_TO_FIVE_ZONES_S, beats, max_bpm=200) == pytest.approx(125)


def test_worked_example_f20_gives_85() -> None:
    seconds = np.array([30, 20, 5]) * 60.0
    trimp = lucia_trimp(seconds, [120, 150, 175], first_bpm=140, second_bpm=165)
    assert trimp == pytest.approx(85)


def test_a_stretch_without_heart_rate_adds_nothing_to_any_impulse() -> None:
    limits = _limits(50, 190)
    gap = ([600.0, 600.0], [150.0, np.nan])
    assert banister_trimp(*gap, limits=limits, sex=MALE) == banister_trimp(
        600, 150, limits=limits, sex=MALE
    )
    assert edwards_trimp(*gap, max_bpm=190) == edwards_trimp(600, 150, max_bpm=190)
    assert lucia_trimp(*gap, first_bpm=140, second_bpm=160) == pytest.approx(20)
    assert heart_rate_stress(*gap, limits=limits, threshold_bpm=170) == heart_rate_stress(
        600, 150, limits=limits, threshold_bpm=170
    )


def test_below_half_of_the_highest_heart_rate_edwards_counts_nothing() -> None:
    assert edwards_trimp(600, 99, max_bpm=200) == 0
    assert edwards_trimp(600, 100, max_bpm=200) == 10


def test_limits_with_nothing_between_them_are_refused() -> None:
    with pytest.raises(ValueError, match="above the resting"):
        _limits(180, 180)


@given(st.floats(0, 6000), st.floats(30, 230), st.floats(0.1, 10))
def test_twice_as_long_is_twice_the_impulse(seconds: float, beats: float, factor: float) -> None:
    limits = _limits(45, 195)
    once = banister_trimp(seconds, beats, limits=limits, sex=FEMALE)
    longer = banister_trimp(seconds * factor, beats, limits=limits, sex=FEMALE)
    assert longer == pytest.approx(once * factor)
