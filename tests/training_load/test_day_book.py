from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor.domain.athlete import Athlete
from runadvisor.training_load.day_book import DayBook, day_book
from runadvisor.training_load.exposures import run_exposures
from runadvisor.training_load.load_series import load_series
from tests.builders import DAY_ONE, activity, runs
from tests.strategies import rich_histories

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from runadvisor.domain.activity import Activity


def _book(history: list[Activity]) -> DayBook:
    return day_book(history, exposures=run_exposures(history, features={}, athlete=Athlete()))


def _day(offset: int) -> date:
    return DAY_ONE + timedelta(days=offset)


def _told(book: DayBook, day: date) -> Mapping[str, object]:
    """Everything a rule can read from a book on a day."""
    days = np.arange(DAY_ONE.toordinal() - 3, day.toordinal() + 1)
    totals = {
        name: getattr(book.totals, name).ending(days, span_days=7).tolist()
        for name in type(book.totals).__slots__
    }
    kept = (
        "activities",
        "exposures",
        "sessions",
        "spikes",
        "left_out",
        "loading_days",
        "first_day",
        "last_day",
    )
    arrays = {name: getattr(book, name).tolist() for name in ("exposure_days", "session_days")}
    return {name: getattr(book, name) for name in kept} | arrays | {"totals": str(totals)}


@settings(max_examples=80, deadline=None)
@given(rich_histories(), st.integers(-2, 120), st.randoms())
def test_a_history_cut_at_a_day_is_the_history_that_ends_there(
    history: list[Activity], offset: int, random: Random
) -> None:
    random.shuffle(history)
    day = _day(offset)
    cut = _book(history).until(day)
    assert _told(cut, day) == _told(_book([a for a in history if a.local_date <= day]), day)


def test_a_run_that_goes_on_after_midnight_is_cut_at_midnight() -> None:
    evening, night = runs([(3, 8_000), (4, 2_000)])
    late = datetime.combine(_day(3), evening.started_at.timetz()) + timedelta(hours=11)
    evening = replace(evening, started_at=late)
    night = replace(night, started_at=late + timedelta(seconds=evening.elapsed_time_s or 0))
    book = _book([evening, night])
    assert [session.distance_m for session in book.sessions] == [10_000]
    assert [session.distance_m for session in book.until(_day(3)).sessions] == [8_000]


def test_who_flies_over_the_date_line_runs_a_second_time_on_the_day_before() -> None:
    history = runs([(0, 5_000), (2, 6_000), (4, 6_000), (3, 7_000)])
    # Landed in the west: three hours later by the clock of the world, a day earlier there.
    history[3] = replace(history[3], started_at=history[2].started_at + timedelta(hours=3))
    book = _book(history)
    assert [session.date for session in book.sessions] == [_day(0), _day(2), _day(3), _day(4)]
    assert [s.distance_m for s in book.until(_day(3)).sessions] == [5_000, 6_000, 7_000]
    daily = load_series(history, as_of=_day(9), book=book).daily
    assert daily["distance_m"].head(5).tolist() == [5_000, 0, 6_000, 7_000, 6_000]


def test_nothing_to_sort_out_is_an_empty_book() -> None:
    book = _book([])
    assert book.until(DAY_ONE) is book
    assert book.first_day is None
    assert _book([activity(_day(3))]).until(DAY_ONE).first_day is None


@pytest.mark.parametrize("offset", [5, 9])
def test_a_day_with_nothing_after_it_needs_no_cut(offset: int) -> None:
    book = _book(runs([(0, 5_000), (5, 6_000)]))
    assert book.until(_day(offset)) is book


@settings(max_examples=40, deadline=None)
@given(rich_histories(), st.integers(0, 120))
def test_a_series_from_a_book_is_the_series_from_its_activities(
    history: list[Activity], offset: int
) -> None:
    day = _day(offset)
    from_book = load_series(history, as_of=day, book=_book(history))
    assert from_book.daily.equals(load_series(history, as_of=day).daily)
    assert from_book.sessions == load_series(history, as_of=day).sessions
