from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor.domain.activity import Sport
from runadvisor.domain.athlete import Athlete, GapAnswer, GapKind
from runadvisor.training_load.load_series import load_series
from runadvisor.training_load.rest_days import is_loading
from runadvisor.training_load.session_load import LoadMethod
from runadvisor.training_load.session_loads import session_loads
from tests.builders import DAY_ONE, activity, runs
from tests.strategies import histories, rich_histories

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


def test_running_load_is_of_runs_and_load_is_of_every_sport() -> None:
    ride = activity(DAY_ONE, 30_000, number=2, sport=Sport.RIDE, moving_time_s=3_600)
    day = load_series([activity(DAY_ONE, 5_000), ride], as_of=DAY_ONE).daily.iloc[0]
    assert (day["load"], day["running_load"]) == (90, 30)


def test_a_training_week_begins_on_the_weekday_asked_for() -> None:
    history = runs([(0, 5_000), (6, 6_000)])
    weekly = load_series(history, as_of=_day(6), first_weekday=6).weekly
    assert [day.date() for day in weekly.index] == [_day(-1), _day(6)]
    assert weekly["distance_m"].tolist() == [5_000, 6_000]


def test_a_day_lies_in_the_training_week_that_begins_on_the_weekday_asked_for() -> None:
    monday, sunday = (
        load_series(runs([(0, 5_000)]), as_of=_day(6), first_weekday=weekday) for weekday in (0, 6)
    )
    assert (monday.week_of(_day(6)), monday.week_of(_day(7))) == (DAY_ONE, _day(7))
    assert (sunday.week_of(_day(6)), sunday.week_of(_day(5))) == (_day(6), _day(-1))


def test_an_unanswered_gap_lowers_no_baseline_and_a_rest_does() -> None:
    history = runs([(n, 10_000) for n in range(60)])
    last = _day(59 + 14)
    asked = load_series(history, as_of=last)
    answer = GapAnswer(first_day=_day(60), last_day=last, kind=GapKind.REST)
    rested = load_series(history, as_of=last, athlete=Athlete(gap_answers=(answer,)))
    assert [gap.days for gap in asked.unanswered_gaps] == [14]
    assert rested.unanswered_gaps == ()
    assert asked.daily["running_chronic_load"].iloc[-1] == pytest.approx(60)
    assert rested.daily["running_chronic_load"].iloc[-1] == pytest.approx(30)
    assert asked.daily["ctl"].iloc[-1] > rested.daily["ctl"].iloc[-1]
    assert asked.daily["acute_load"].iloc[-1] == rested.daily["acute_load"].iloc[-1] == 0


def test_days_that_were_not_recorded_are_no_rest_for_the_acute_load_either() -> None:
    history = runs([(n, 10_000) for n in [*range(60), 74]])
    answer = GapAnswer(first_day=_day(60), last_day=_day(73), kind=GapKind.NOT_RECORDED)
    athlete = Athlete(gap_answers=(answer,))
    daily = load_series(history, as_of=_day(74), athlete=athlete).daily
    assert daily["acute_load"].iloc[-1] == pytest.approx(60)
    assert np.isnan(daily["monotony"].iloc[-1])


def test_loads_known_already_give_the_same_series() -> None:
    history = runs([(n * 2, 5_000 + n * 100) for n in range(40)])
    known = session_loads(history, features={}, athlete=Athlete())
    day = _day(60)
    again = load_series(history, as_of=day, loads=known).daily
    pd.testing.assert_frame_equal(again, load_series(history, as_of=day).daily)


def test_form_is_fitness_less_fatigue_of_the_day_before() -> None:
    daily = load_series(runs([(0, 10_000), (1, 5_000)]), as_of=_day(2)).daily
    yesterday = daily.iloc[1]
    assert daily["tsb"].iloc[2] == pytest.approx(yesterday["ctl"] - yesterday["atl"])


def test_the_series_names_its_units() -> None:
    rated = [activity(_day(n), number=n, session_rpe=4.0) for n in range(10)]
    ride = activity(_day(9), 30_000, number=99, sport=Sport.RIDE, moving_time_s=3_600)
    series = load_series([*rated, ride], as_of=_day(9))
    assert series.running.method is LoadMethod.SESSION_RPE
    assert series.load_method is series.total.method is LoadMethod.MOVING_MINUTES
    assert series.daily["running_load"].iloc[-1] == 240


@settings(max_examples=40, deadline=None)
@given(rich_histories(max_activities=25), st.integers(0, 90), st.integers(1, 40))
def test_a_day_reads_the_same_however_long_one_waits_in_the_same_unit(
    history: list[Activity], offset: int, wait: int
) -> None:
    day = _day(offset)
    then = load_series(history, as_of=day)
    later = load_series(history, as_of=day + timedelta(days=wait))
    same = ["distance_m", "moving_time_s", "run_count", "longest_run_30d_m", "is_rest_day"]
    total = ["load", "acute_load", "chronic_load", "ctl", "atl", "tsb", "monotony", "strain"]
    running = [
        *("running_load", "running_acute_load", "running_chronic_load"),
        *("acwr_coupled", "acwr_uncoupled", "acwr_ewma"),
    ]
    columns = [
        *same,
        *(total if then.total.method is later.total.method else ()),
        *(running if then.running.method is later.running.method else ()),
    ]
    prefix = later.daily[columns].iloc[: len(then.daily)]
    pd.testing.assert_frame_equal(prefix, then.daily[columns], check_freq=False)
