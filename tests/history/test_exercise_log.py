from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from runadvisor.domain.exercise import ExerciseDone, Feel
from runadvisor.history.exercise_log import (
    exercises_done,
    packed_log,
    tick_exercises,
    unpacked_log,
    with_ticks,
)
from runadvisor.history.store import History

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 25)
DONE = st.builds(
    ExerciseDone,
    date=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    exercise_id=st.sampled_from(["E01", "E07", "E21"]),
)


@given(st.lists(DONE))
def test_what_was_packed_comes_back_once_each(done: list[ExerciseDone]) -> None:
    back = unpacked_log(packed_log(done))

    assert set(back) == set(done)
    assert len(back) == len(set(back))
    assert [one.date for one in back] == sorted(one.date for one in back)


def test_nothing_kept_is_nothing_done() -> None:
    assert unpacked_log(None) == ()


def test_a_tick_is_added_once_and_can_be_taken_back() -> None:
    ticked = with_ticks((), DAY, ["E07", "E11"], is_done=True)
    again = with_ticks(ticked, DAY, ["E07"], is_done=True)
    back = with_ticks(again, DAY, ["E07"], is_done=False)

    assert len(again) == 2
    assert back == (ExerciseDone(date=DAY, exercise_id="E11"),)


def test_taking_a_tick_back_leaves_the_days_around_it() -> None:
    eve = DAY - timedelta(days=1)
    log = with_ticks((), eve, ["E07"], is_done=True)
    log = with_ticks(log, DAY, ["E07"], is_done=True)

    assert with_ticks(log, DAY, ["E07"], is_done=False) == (
        ExerciseDone(date=eve, exercise_id="E07"),
    )


def test_ticks_are_there_after_reopening_beside_all_else(tmp_path: Path) -> None:
    path = tmp_path / "mine.runadvisor"
    with History.open(path) as history:
        history.set_home_zone("Europe/Berlin")
        tick_exercises(history, DAY, ["E07", "E11"], is_done=True)
        tick_exercises(history, DAY, ["E11"], is_done=False)
    with History.open(path) as history:
        assert exercises_done(history) == (ExerciseDone(date=DAY, exercise_id="E07"),)
        assert history.home_zone == "Europe/Berlin"


def test_how_it_felt_is_kept_and_stays_until_something_else_is_said() -> None:
    log = with_ticks((), DAY, ["E07"], is_done=True, feel=Feel.EASY)
    assert with_ticks(log, DAY, ["E07"], is_done=True) == log
    (changed,) = with_ticks(log, DAY, ["E07"], is_done=True, feel=Feel.HURT)
    assert changed.feel is Feel.HURT
    assert unpacked_log(packed_log(log)) == log


def test_a_log_from_before_feelings_were_kept_is_read() -> None:
    assert unpacked_log('{"2026-11-25": ["E07", "E11"]}') == (
        ExerciseDone(date=DAY, exercise_id="E07"),
        ExerciseDone(date=DAY, exercise_id="E11"),
    )
