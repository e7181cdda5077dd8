from __future__ import annotations

from statistics import median

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runadvisor.training_load.day_windows import DayWindows

entries = st.lists(st.tuples(st.integers(0, 60), st.none() | st.floats(-50, 50)), max_size=30)


@given(entries, st.integers(0, 70), st.integers(1, 40))
def test_median_highest_and_count_are_those_of_the_known_values_of_the_span(
    pairs: list[tuple[int, float | None]], asked: int, span: int
) -> None:
    pairs = sorted(pairs, key=lambda pair: pair[0])
    days = np.array([day for day, _ in pairs], dtype=np.int64)
    values = np.array([value for _, value in pairs], dtype=np.float64)
    window = DayWindows.over(days, asked=np.array([asked]), span_days=span)
    known = sorted(v for day, v in pairs if v is not None and asked - span < day <= asked)
    assert window.count(values)[0] == len(known)
    if known:
        assert window.median(values, fewest=1)[0] == pytest.approx(median(known))
        assert window.highest(values)[0] == known[-1]
    second = window.highest(values, rank=2)[0]
    assert second == known[-2] if len(known) > 1 else np.isnan(second)


def test_too_few_values_have_no_median_and_no_highest() -> None:
    days = np.array([1, 2, 3], dtype=np.int64)
    window = DayWindows.over(days, asked=np.array([3, 0]), span_days=3)
    assert np.isnan(window.median(days.astype(float), fewest=4)).all()
    assert window.highest(days.astype(float), fewest=3).tolist()[0] == 3
    assert np.isnan(window.highest(days.astype(float))[1])
