from __future__ import annotations

from datetime import timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from runadvisor.training_load.day_totals import (
    DayTotals,
    complete_weeks,
    highest_of_last,
    last_windows,
)
from tests.builders import DAY_ONE


def test_totals_of_days_pass_over_what_lies_outside_and_know_what_is_unknown() -> None:
    later = DAY_ONE + timedelta(days=9)
    totals = DayTotals(
        [(DAY_ONE, 1.0), (later, 5.0), (DAY_ONE + timedelta(days=2), None)],
        first=DAY_ONE,
        last=DAY_ONE + timedelta(days=3),
    )
    assert totals.total(DAY_ONE, DAY_ONE + timedelta(days=1)) == 1.0
    assert totals.total(DAY_ONE, later) is None
    assert totals.total(later, later) == 0.0


def test_weeks_are_those_that_lie_wholly_within_the_days() -> None:
    wednesday, monday = DAY_ONE + timedelta(days=2), DAY_ONE + timedelta(days=7)
    assert complete_weeks(wednesday, monday + timedelta(days=5)) == ()
    assert complete_weeks(wednesday, monday + timedelta(days=6)) == (monday,)
    assert complete_weeks(DAY_ONE, monday + timedelta(days=6)) == (DAY_ONE, monday)


def test_a_week_with_an_unknown_part_is_unknown() -> None:
    later = DAY_ONE + timedelta(days=7)
    last = DAY_ONE + timedelta(days=13)
    totals = DayTotals([(DAY_ONE, 2.0), (last, 3.0), (last, None)], first=DAY_ONE, last=last)
    weeks = totals.weeks([DAY_ONE, later])
    assert weeks[0] == 2.0
    assert np.isnan(weeks[1])


@given(st.lists(st.floats(-9, 9) | st.just(np.nan), max_size=70), st.integers(1, 40))
def test_the_highest_of_the_last_so_many_is_that_of_each_window(
    values: list[float], count: int
) -> None:
    daily = np.array(values, dtype=np.float64)
    windows = last_windows(daily, count)
    expected = windows.max(axis=1, initial=-np.inf)
    np.testing.assert_array_equal(highest_of_last(daily, count), expected)
