from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from runadvisor.domain.athlete import Athlete
from runadvisor.domain.body import Tissue
from runadvisor.training_load.exposure_spikes import (
    ExposureSpike,
    Measure,
    exposure_spikes,
    fast_week,
    hip_flexor_days,
    very_fast_days,
)
from runadvisor.training_load.exposures import RunExposure, run_exposures
from tests.builders import DAY_ONE, activity


def _exposures(*days: tuple[int, dict[str, Any]]) -> list[RunExposure]:
    history = [
        activity(DAY_ONE + timedelta(days=offset), number=number, **fields)
        for number, (offset, fields) in enumerate(days, start=1)
    ]
    return list(run_exposures(history, features={}, athlete=Athlete()))


def _last(measure: Measure, *days: tuple[int, dict[str, Any]]) -> ExposureSpike:
    return exposure_spikes(_exposures((0, {}), *days), measure)[-1]


def _with(values: dict[int, float], name: str) -> list[RunExposure]:
    """Return a run a day for five weeks, some of which have a value in one field."""
    made = _exposures(*[(offset, {"distance_m": 5_000}) for offset in range(35)])
    return [replace(e, **{name: values.get(n, 0.0)}) for n, e in enumerate(made)]


@pytest.mark.parametrize(
    ("gain_m", "stands_out"), [(149.0, False), (150.0, False), (150.1, True), (400.0, True)]
)
def test_a_climb_stands_out_above_150_m_and_half_again_the_months_most(
    gain_m: float, *, stands_out: bool
) -> None:
    climb = _last(
        Measure.CLIMB, (10, {"elevation_gain_m": 100.0}), (40, {"elevation_gain_m": gain_m})
    )
    assert (climb.baseline, climb.stands_out) == (100.0, stands_out)
    assert climb.ratio == pytest.approx(gain_m / 100)


def test_a_long_flat_run_is_no_climb_whatever_it_adds_up_to() -> None:
    days = [(1, {"elevation_loss_m": 50.0}), (20, {"elevation_loss_m": 100.0})]
    flat = {"distance_m": 12_000, "elevation_loss_m": 179.0}
    hilly = {"distance_m": 12_000, "elevation_loss_m": 180.0}
    assert not _last(Measure.DESCENT, *days, (40, flat)).stands_out
    assert _last(Measure.DESCENT, *days, (40, hilly)).stands_out


def test_in_the_first_30_days_nothing_stands_out() -> None:
    first, second = (5, {"elevation_gain_m": 50.0}), {"elevation_gain_m": 900.0}
    assert not exposure_spikes(_exposures(first, (34, second)), Measure.CLIMB)[-1].stands_out
    assert exposure_spikes(_exposures(first, (35, second)), Measure.CLIMB)[-1].stands_out


def test_without_a_run_in_30_days_there_is_nothing_to_stand_out_from() -> None:
    late = _last(Measure.CLIMB, (5, {"elevation_gain_m": 50.0}), (60, {"elevation_gain_m": 900.0}))
    assert (late.most, late.baseline, late.ratio, late.stands_out) == (None, None, None, False)


def test_minutes_stand_in_where_a_distance_is_missing() -> None:
    no_distance = {"distance_m": None, "moving_time_s": 4200.0}
    spike = _last(Measure.TIME, (20, {"moving_time_s": 3600.0}), (40, no_distance))
    assert (spike.stands_out, spike.ratio) == (True, pytest.approx(4200 / 3600))


def test_runs_of_the_same_day_are_not_each_others_baseline() -> None:
    spike = _last(Measure.DISTANCE, (40, {"distance_m": 20_000}), (40, {"distance_m": 5_000}))
    assert spike.baseline is None


def test_a_measure_nobody_recorded_has_no_spikes() -> None:
    assert exposure_spikes(_exposures((0, {}), (40, {})), Measure.CLIMB) == ()
    assert exposure_spikes([], Measure.DISTANCE) == ()


@pytest.mark.parametrize(
    ("before_s", "week_s", "stands_out"),
    [(2400, 3120, False), (2400, 3121, True), (600, 1199, False), (600, 1200, True)],
)
def test_a_fast_week_is_set_against_the_most_of_the_four_before(
    before_s: float, week_s: float, *, stands_out: bool
) -> None:
    made = _with({3: before_s, 30: week_s}, "fast_s")
    week = fast_week(made, DAY_ONE + timedelta(days=28))
    assert week is not None
    assert (week.value, week.baseline, week.stands_out) == (week_s, before_s, stands_out)
    assert week.last_day == DAY_ONE + timedelta(days=34)


def test_very_fast_time_is_set_against_the_mean_of_four_weeks() -> None:
    made = _with({3: 240.0, 30: 240.0}, "very_fast_s")
    found = very_fast_days(made, DAY_ONE + timedelta(days=34))
    assert found is not None
    assert (found.value, found.baseline, found.stands_out) == (240, 60, True)


def test_three_minutes_more_very_fast_running_are_the_least_that_counts() -> None:
    made = _with({3: 240.0, 30: 239.0}, "very_fast_s")
    found = very_fast_days(made, DAY_ONE + timedelta(days=34))
    assert found is not None
    assert not found.stands_out


@pytest.mark.parametrize(("steps", "stands_out"), [(4500, False), (4501, True)])
def test_the_hip_flexors_seven_days_are_set_against_the_most_of_four_sevens(
    steps: float, *, stands_out: bool
) -> None:
    made = [
        replace(e, tissues={Tissue.HIP_FLEXOR: {3: 3000.0, 30: steps}.get(n, 0.0)})
        for n, e in enumerate(_with({}, "fast_s"))
    ]
    found = hip_flexor_days(made, DAY_ONE + timedelta(days=34))
    assert found is not None
    assert (found.baseline, found.stands_out) == (3000, stands_out)


def test_five_weeks_must_be_there_before_a_week_is_compared() -> None:
    made = _with({}, "fast_s")
    assert fast_week(made, DAY_ONE + timedelta(days=27)) is None
    assert very_fast_days(made, DAY_ONE + timedelta(days=33)) is None
    assert hip_flexor_days([], DAY_ONE) is None


def test_a_run_that_cannot_be_measured_leaves_its_weeks_uncompared() -> None:
    made = [replace(e, fast_s=None) if n == 3 else e for n, e in enumerate(_with({}, "fast_s"))]
    assert fast_week(made, DAY_ONE + timedelta(days=28)) is None
