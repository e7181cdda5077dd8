"""Heart rates no heart had."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from runadvisor.sources.heart_rate import heart_beats, step_counts

SECONDS = np.arange(1200, dtype=np.float64)
STEPS = 168 + 3 * np.sin(SECONDS / 9)
BEATS = 140 + 8 * np.sin(SECONDS / 200)


@pytest.mark.parametrize("bpm", [0, 1, 29, 226, 235, 255])
def test_what_no_heart_beats_is_unknown(bpm: float) -> None:
    assert np.isnan(heart_beats(np.array([bpm, 150.0]))).tolist() == [True, False]


def test_a_rate_that_leaps_to_the_steps_and_stays_there_counts_steps() -> None:
    beats = np.where(SECONDS >= 600, STEPS, BEATS)
    locked = step_counts(SECONDS, beats, STEPS)
    assert locked[600:].all()
    assert not locked[:598].any()


def test_a_rate_that_leaps_back_from_the_steps_counted_steps() -> None:
    beats = np.where(SECONDS < 600, STEPS, BEATS)
    assert step_counts(SECONDS, beats, STEPS)[:600].all()


def test_a_rate_that_follows_every_change_of_the_steps_counts_steps() -> None:
    steps = 165 + 12 * np.sin(SECONDS / 30)
    assert step_counts(SECONDS, steps + 1, steps).all()


def test_a_heart_that_happens_to_beat_as_the_feet_fall_is_believed() -> None:
    slow = 166 + 2 * np.sin(SECONDS / 300)
    assert not step_counts(SECONDS, slow, np.full_like(SECONDS, 167.0)).any()


def test_a_minute_near_the_steps_proves_nothing() -> None:
    beats = np.where((SECONDS >= 600) & (SECONDS < 660), STEPS, BEATS)
    assert not step_counts(SECONDS, beats, STEPS).any()


def test_a_leap_across_a_gap_in_the_record_proves_nothing() -> None:
    seconds = np.where(SECONDS >= 600, SECONDS + 300, SECONDS)
    beats = np.where(SECONDS >= 600, 167.0, 130.0)
    assert not step_counts(seconds, beats, np.full_like(SECONDS, 167.0)).any()


columns = arrays(np.float64, 40, elements=st.one_of(st.just(np.nan), st.floats(30, 225)))


@given(columns, columns)
def test_no_columns_make_it_raise_and_only_known_rates_are_marked(
    beats: np.ndarray, steps: np.ndarray
) -> None:
    locked = step_counts(np.arange(40.0) * 30, beats, steps)
    assert not locked[np.isnan(beats)].any()
