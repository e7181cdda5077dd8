"""The signs are asked after races and long runs, once each, and never after old ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.activity import Sport, StartPrecision
from runadvisor.domain.diary import Occasion
from runadvisor.warning.after_run import run_to_ask_after
from tests.builders import activity
from tests.diaries import DAY, UNKNOWN, later, mistake, told

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity
    from runadvisor.domain.diary import Screening

LONG = activity(DAY, 20_000, moving_time_s=90 * 60.0, elapsed_time_s=95 * 60.0)


def asked(run: Activity, *screenings: Screening, days: int = 0) -> bool:
    return run_to_ask_after((run,), screenings, as_of=later(days)) is run


def test_a_run_of_90_minutes_is_asked_after_a_shorter_one_is_not() -> None:
    assert asked(LONG)
    assert not asked(activity(DAY, 20_000, moving_time_s=90 * 60.0 - 1))
    assert asked(activity(DAY, 20_000, moving_time_s=None, elapsed_time_s=90 * 60.0))
    assert not asked(activity(DAY, 20_000, moving_time_s=None, elapsed_time_s=None))


def test_a_race_is_asked_after_however_short_and_a_long_ride_is_not() -> None:
    assert asked(activity(DAY, 5_000, is_race=True))
    assert not asked(activity(DAY, 90_000, moving_time_s=4 * 3600.0, sport=Sport.RIDE))


@pytest.mark.parametrize(("days", "is_asked"), [(0, True), (2, True), (3, False), (-1, False)])
def test_it_is_asked_within_three_days(days: int, *, is_asked: bool) -> None:
    assert asked(LONG, days=days) is is_asked


def test_one_answer_after_the_run_is_enough_an_earlier_one_is_not() -> None:
    # The run begins at noon UTC.
    assert asked(LONG, told(day=DAY, hour=9))
    assert not asked(LONG, told(day=DAY, hour=14))
    assert not asked(LONG, told(day=DAY, hour=9, occasion=Occasion.AFTER_RUN))
    assert not asked(LONG, told(day=later(1), hour=7), days=1)
    assert not asked(LONG, told(day=DAY, hour=14, any_of_these=UNKNOWN))
    assert asked(LONG, told(day=later(-1)))


def test_a_mistake_taken_back_answers_nothing() -> None:
    assert asked(LONG, mistake("NOW-1", hour=19))


def test_a_run_known_only_by_its_day_is_asked_after_whatever_was_said_that_day() -> None:
    run = activity(DAY, 20_000, moving_time_s=2 * 3600.0, precision=StartPrecision.DAY)
    assert asked(run, told(day=DAY, hour=20))
    assert not asked(run, told(day=DAY, hour=20, occasion=Occasion.AFTER_RUN))


def test_the_latest_of_several_is_asked_after() -> None:
    first = activity(later(-1), 20_000, moving_time_s=2 * 3600.0, number=1)
    second = activity(DAY, 5_000, is_race=True, number=2)
    assert run_to_ask_after((first, second), (), as_of=DAY) is second
    answered = told(day=DAY, hour=18)
    assert run_to_ask_after((first, second), (answered,), as_of=DAY) is None
