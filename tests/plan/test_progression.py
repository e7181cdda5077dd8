"""The next dose: up when easy twice, back when it hurt, else the same, and always with why."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runadvisor import wording
from runadvisor.domain.exercise import ExerciseDone, Feel
from runadvisor.plan.progression import NextDose, Turn, next_dose
from tests.diaries import knowledge

DAY = date(2026, 11, 24)
RAISE = knowledge().exercises["E07"]
EASY, RIGHT, HARD, HURT = Feel.EASY, Feel.RIGHT, Feel.HARD, Feel.HURT


def after(*feels: Feel | None, every: int = 2, waited: int = 2, key: str = "E07") -> NextDose:
    sessions = [
        ExerciseDone(
            date=DAY - timedelta(days=waited + every * (len(feels) - 1 - n)),
            exercise_id=key,
            feel=feel,
        )
        for n, feel in enumerate(feels)
    ]
    return next_dose(RAISE, sessions, as_of=DAY, pain_limit=3)


@pytest.mark.parametrize(
    ("feels", "step", "turn", "why"),
    [
        ((), 0, Turn.START, "nothing is written down"),
        ((EASY,), 0, Turn.HOLD, "once more is a step up"),
        ((EASY, EASY), 1, Turn.UP, "easy twice in a row"),
        ((EASY, RIGHT, EASY), 0, Turn.HOLD, "once more is a step up"),
        ((EASY, None, EASY), 0, Turn.HOLD, "once more is a step up"),
        ((EASY, EASY, EASY, EASY), 2, Turn.UP, "easy twice in a row"),
        ((EASY,) * 12, 3, Turn.HOLD, "last step"),
        ((RIGHT,), 0, Turn.HOLD, "just right"),
        ((None,), 0, Turn.HOLD, "say how it felt"),
        ((EASY, EASY, HARD), 1, Turn.HOLD, "once more is a step back"),
        ((EASY, EASY, HARD, HARD), 0, Turn.DOWN, "too hard twice"),
        ((EASY, EASY, HURT), 0, Turn.DOWN, "more than 3 of 10"),
        ((HURT,), 0, Turn.DOWN, "more than 3 of 10"),
    ],
)
def test_the_way_it_felt_decides(
    feels: tuple[Feel | None, ...], step: int, turn: Turn, why: str
) -> None:
    dose = after(*feels)
    assert (dose.step, dose.turn) == (step, turn)
    assert why in wording.sentence(dose.reason)
    assert dose.dose == (RAISE.dose, *RAISE.steps)[step]


@pytest.mark.parametrize(("waited", "step"), [(21, 1), (22, 0)])
def test_three_weeks_without_it_are_a_step_back(waited: int, step: int) -> None:
    assert after(EASY, EASY, waited=waited).step == step


def test_a_pause_between_two_sessions_counts_as_one_before_today() -> None:
    assert after(EASY, EASY, EASY, EASY, every=30).step == 0


def test_other_exercises_and_days_to_come_are_not_looked_at() -> None:
    assert after(EASY, EASY, key="E11").turn is Turn.START
    assert after(EASY, EASY, waited=-5).turn is Turn.START


def test_what_has_no_steps_stays_as_it_is() -> None:
    roll = knowledge().exercises["E32"]
    done = [ExerciseDone(date=DAY, exercise_id="E32", feel=EASY)] * 3
    assert next_dose(roll, done, as_of=DAY, pain_limit=3).dose == roll.dose


@given(st.lists(st.none() | st.sampled_from(Feel), max_size=30))
def test_a_dose_moves_one_step_at_most_for_each_session(feels: list[Feel | None]) -> None:
    steps = [after(*feels[:n]).step for n in range(len(feels) + 1)]
    assert all(abs(b - a) <= 1 for a, b in pairwise(steps))
    assert all(0 <= step <= len(RAISE.steps) for step in steps)


def test_no_step_is_loaded_below_eight_repetitions() -> None:
    # Never under 8 with more load: who is under 18 sees the same steps (rules.md 15).
    for exercise in knowledge().exercises.values():
        for step in exercise.steps:
            if "heavier" in step or "weight" in step or "stronger" in step:
                times = step.split("×")[1].split()[0].strip(",")
                assert int(times) >= 8, (exercise.exercise_id, step)
