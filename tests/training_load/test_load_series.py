from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor.domain.activity import Sport
from runadvisor.training_load.load_series import load_series
from runadvisor.training_load.rest_days import is_loading
from tests.builders import DAY_ONE, activity, runs
from tests.strategies import histories

if TYPE_CHECKING:
    from datetime import date
    from random import Random

    from runadvisor.domain.activity import Activity


def _day(offset: int) -> date:
    return DAY_ONE + timedelta(days=offset)


def test_every_day_from_the_first_activity_to_the_day_asked_has_a_row() -> None:
    series = load_series(runs([(0, 5_000), (9, 6_000)]), as_of=_day(12))
    assert len(series.daily) == 13
    assert series.daily["distance_m"].sum() == 11_000
    assert series.daily.index.freq is not None or series.daily.index.is_monotonic_increasing


def test_an_empty_history_gives_an_empty_series() -> None:
    assert load_series([], as_of=DAY_ONE).is_empty
    assert load_series(runs([(5, 5_000)]), as_of=DAY_ONE).is_empty


def test_a_week_adds_up_its_runs_rest_days_and_longest_run() -> None:
    week = load_series(runs([(0, 5_000), (2, 9_000)]), as_of=_day(6)).weekly.iloc[0]
    assert week["distance_m"] == 14_000
    assert (week["runs"], week["rest_days"], week["longest_run_m"]) == (2, 5, 9_000)


def test_a_ride_loads_the_day_but_adds_no_running_distance() -> None:
    ride = activity(DAY_ONE, 30_000, sport=Sport.RIDE, moving_time_s=3_600)
    day = load_series([ride], as_of=DAY_ONE).daily.iloc[0]
    assert (day["distance_m"], day["load"], day["is_rest_day"]) == (0, 60, True)


def test_only_a_hard_or_raced_ride_takes_the_rest_out_of_a_day() -> None:
    assert not is_loading(activity(DAY_ONE, sport=Sport.RIDE, session_rpe=6.0))
    assert is_loading(activity(DAY_ONE, sport=Sport.RIDE, session_rpe=7.0))
    assert is_loading(activity(DAY_ONE, sport=Sport.RIDE, is_race=True))


def test_an_accidental_start_leaves_a_rest_day_a_rest_day() -> None:
    assert not is_loading(activity(DAY_ONE, 50))


def test_the_longest_of_30_days_leaves_the_day_itself_out() -> None:
    daily = load_series(runs([(0, 5_000), (1, 9_000)]), as_of=_day(32)).daily
    longest = daily["longest_run_30d_m"]
    assert np.isnan(longest.iloc[0])
    assert (longest.iloc[1], longest.iloc[2], longest.iloc[31]) == (5_000, 9_000, 9_000)
    assert np.isnan(longest.iloc[32])


@settings(max_examples=30)
@given(histories(max_runs=25), st.integers(0, 60))
def test_the_future_never_changes_the_past(history: list[Activity], offset: int) -> None:
    day = _day(offset)
    whole = load_series(history, as_of=day).daily
    prefix = load_series([a for a in history if a.local_date <= day], as_of=day).daily
    assert whole.equals(prefix)


@settings(max_examples=30)
@given(histories(max_runs=25), st.randoms())
def test_the_order_of_import_never_changes_a_number(
    history: list[Activity], random: Random
) -> None:
    day = _day(90)
    shuffled = random.sample(history, len(history))
    assert load_series(shuffled, as_of=day).daily.equals(load_series(history, as_of=day).daily)
