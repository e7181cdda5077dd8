from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor.domain.activity import Sport
from runadvisor.domain.athlete import Athlete, TrimpSex
from runadvisor.training_load.heart_rate_load import (
    HeartRateLimits,
    banister_trimp,
    edwards_trimp,
    heart_rate_stress,
)
from runadvisor.training_load.session_load import HEART_RATE_METHODS, LoadMethod
from runadvisor.training_load.session_loads import session_loads
from runadvisor.training_load.track_features import track_features
from tests.builders import DAY_ONE, activity
from tests.strategies import rich_histories
from tests.tracks import features, track

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity
    from runadvisor.domain.track_features import TrackFeatures

LIMITS = HeartRateLimits(resting_bpm=50, max_bpm=190)
ATHLETE = Athlete(
    trimp_sex=TrimpSex.FEMALE,
    resting_heart_rate_bpm=50.0,
    max_heart_rate_bpm=190.0,
    threshold_heart_rate_bpm=170.0,
    easy_speed_mps=2.5,
    threshold_speed_mps=4.0,
)


def _loads(
    run: Activity, own: TrackFeatures | None = None, athlete: Athlete = ATHLETE
) -> dict[LoadMethod, float]:
    """Return the methods that one run by itself can be reckoned with."""
    found = session_loads([run], features={} if own is None else {1: own}, athlete=athlete)
    return {
        method: float(values[0])
        for method, values in found.by_method.items()
        if np.isfinite(values[0])
    }


def test_a_run_with_a_heart_rate_has_every_method_that_needs_no_rating() -> None:
    loads = _loads(activity(DAY_ONE, moving_time_s=3600.0), features((3600, 2.5)))
    assert set(loads) == set(LoadMethod) - {LoadMethod.SESSION_RPE}


def test_second_by_second_loads_agree_with_the_formulas() -> None:
    parts = features((1800, 2.5), (1800, 3.5), heart_rate=160.0)
    loads = _loads(activity(DAY_ONE, moving_time_s=3600.0), parts)
    own = {"limits": LIMITS}
    assert loads[LoadMethod.BANISTER_TRIMP] == pytest.approx(
        banister_trimp(3600, 160, sex=TrimpSex.FEMALE, **own)
    )
    assert loads[LoadMethod.EDWARDS_TRIMP] == pytest.approx(edwards_trimp(3600, 160, max_bpm=190))
    assert loads[LoadMethod.HEART_RATE_STRESS] == pytest.approx(
        heart_rate_stress(3600, 160, threshold_bpm=170, **own)
    )


def test_a_mean_heart_rate_serves_for_trimp_but_not_for_edwards_zones() -> None:
    run = activity(DAY_ONE, moving_time_s=1800.0, average_heart_rate_bpm=130.0)
    loads = _loads(run)
    assert loads[LoadMethod.BANISTER_TRIMP] == pytest.approx(
        banister_trimp(1800, 130, limits=LIMITS, sex=TrimpSex.FEMALE)
    )
    assert LoadMethod.EDWARDS_TRIMP not in loads


def test_worked_example_f08_in_pace_gives_100_for_an_hour_at_threshold_and_81_at_nine_tenths() -> (
    None
):
    run = activity(DAY_ONE, moving_time_s=3600.0)
    at_threshold = _loads(run, features((3600, 4.0)))[LoadMethod.PACE_STRESS]
    below = _loads(run, features((3600, 3.6)))[LoadMethod.PACE_STRESS]
    assert (at_threshold, below) == (pytest.approx(100, abs=0.1), pytest.approx(81, abs=0.1))


def test_a_hill_counts_by_its_cost() -> None:
    run = activity(DAY_ONE, moving_time_s=3600.0)
    hill = _loads(run, features((3600, 2.5), grade=0.1))[LoadMethod.PACE_STRESS]
    assert hill == pytest.approx(100 * (2.5 * 1.658 / 4.0) ** 2, rel=0.005)


def test_pace_zones_count_a_minute_by_its_zone_from_1_to_5() -> None:
    run = activity(DAY_ONE, moving_time_s=50 * 60.0)
    parts = features(*[(600, 2.5 * share) for share in (1.0, 1.10, 1.20, 1.30, 1.40)])
    assert _loads(run, parts)[LoadMethod.PACE_ZONES] == pytest.approx(150, abs=1)


def test_without_the_sex_for_its_constants_there_is_no_banister_trimp() -> None:
    loads = _loads(activity(DAY_ONE), features((3600, 2.5)), replace(ATHLETE, trimp_sex=None))
    assert LoadMethod.BANISTER_TRIMP not in loads
    assert LoadMethod.EDWARDS_TRIMP in loads


@pytest.mark.parametrize(
    "athlete",
    [
        replace(ATHLETE, takes_heart_rate_medicine=True),
        replace(ATHLETE, max_heart_rate_bpm=None),
        replace(ATHLETE, resting_heart_rate_bpm=190.0),
    ],
)
def test_no_load_rests_on_a_heart_rate_that_means_nothing(athlete: Athlete) -> None:
    rated = activity(DAY_ONE, session_rpe=5.0, average_heart_rate_bpm=150.0)
    loads = _loads(rated, features((3600, 2.5)), athlete)
    assert not set(loads) & HEART_RATE_METHODS
    assert loads[LoadMethod.SESSION_RPE] == 5 * 60


def test_a_heart_rate_the_runner_called_wrong_is_left_out_of_that_run_alone() -> None:
    wrong = activity(DAY_ONE, average_heart_rate_bpm=150.0, ignores_heart_rate=True)
    assert not set(_loads(wrong, features((3600, 2.5)))) & HEART_RATE_METHODS


def test_a_heart_rate_known_for_half_of_the_run_stands_for_all_of_it() -> None:
    run = activity(DAY_ONE, moving_time_s=3600.0)
    whole = _loads(run, features((3600, 2.5)))[LoadMethod.BANISTER_TRIMP]

    def known_for(seconds: int) -> dict[LoadMethod, float]:
        lost = track((3600, 2.5))
        beats = np.where(lost.time_s <= seconds, lost.heart_rate_bpm, np.nan)
        own = track_features(replace(lost, heart_rate_bpm=beats), sport=Sport.RUN)
        return _loads(run, own)

    assert known_for(1900)[LoadMethod.BANISTER_TRIMP] == pytest.approx(whole)
    assert LoadMethod.BANISTER_TRIMP not in known_for(1700)


def test_a_run_with_a_distance_and_no_time_takes_as_long_as_at_easy_speed() -> None:
    loads = _loads(activity(DAY_ONE, 9_000, moving_time_s=None))
    assert loads[LoadMethod.MOVING_MINUTES] == pytest.approx(60)


def test_an_activity_with_neither_time_nor_distance_has_no_load() -> None:
    assert _loads(activity(DAY_ONE, None, moving_time_s=None)) == {}
    assert _loads(activity(DAY_ONE, 9_000, moving_time_s=None, sport=Sport.RIDE)) == {}


def test_a_ride_has_a_heart_rate_load_and_no_pace_load() -> None:
    ride = activity(DAY_ONE, 30_000, sport=Sport.RIDE, moving_time_s=3600.0)
    loads = _loads(ride, track_features(track((3600, 8.0)), sport=Sport.RIDE))
    assert LoadMethod.BANISTER_TRIMP in loads
    assert not {LoadMethod.PACE_STRESS, LoadMethod.PACE_ZONES} & set(loads)


def test_heart_rate_limits_come_from_the_days_before_until_they_are_entered() -> None:
    history = [
        activity(
            DAY_ONE + timedelta(days=n),
            number=n,
            average_heart_rate_bpm=150.0,
            max_heart_rate_bpm=180.0 + n,
        )
        for n in range(6)
    ]
    found = session_loads(history, features={}, athlete=Athlete(trimp_sex=TrimpSex.MALE))
    trimps = found.by_method[LoadMethod.BANISTER_TRIMP]
    assert np.isnan(trimps[:4]).all()
    limits = HeartRateLimits(resting_bpm=60, max_bpm=183)
    assert trimps[4] == pytest.approx(banister_trimp(3600, 150, limits=limits, sex=TrimpSex.MALE))


@settings(max_examples=30)
@given(rich_histories(max_activities=20), st.integers(0, 90), st.randoms())
def test_neither_the_future_nor_the_order_of_import_changes_a_load(
    history: list[Activity], offset: int, random: Any
) -> None:
    day = DAY_ONE + timedelta(days=offset)
    then = session_loads(
        [a for a in history if a.local_date <= day], features={}, athlete=Athlete()
    )
    whole = session_loads(random.sample(history, len(history)), features={}, athlete=Athlete())
    for method, values in then.by_method.items():
        assert np.array_equal(values, whole.by_method[method][: len(values)], equal_nan=True)
