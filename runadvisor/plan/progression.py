"""The next dose of an exercise, from what was done and how it felt.

One step up when it was easy twice in a row, one step back when it hurt, was too hard twice in
a row, or was left alone for three weeks; else it stays. Steps and numbers are our choice; that
pain above its limit, or next morning, steps back is the pain rule (R19).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from runadvisor.domain.exercise import Feel
from runadvisor.domain.text import N_, Message

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from runadvisor.domain.exercise import ExerciseDone
    from runadvisor.domain.knowledge import Exercise

EASY_IN_A_ROW: Final = 2
HARD_IN_A_ROW: Final = 2
LONG_PAUSE_DAYS: Final = 21
"""Without it so long the body has to get used to it again (rules.md 51; our choice)."""


class Turn(StrEnum):
    """Which way the dose goes."""

    START = "start"
    UP = "up"
    HOLD = "hold"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDose:
    """How much of an exercise comes next, and why."""

    step: int
    """0 is the dose of the catalog."""
    dose: str
    turn: Turn
    reason: Message


@dataclass(slots=True)
class _Course:
    """Where an exercise stands while its sessions are played through."""

    last_step: int
    step: int = 0
    easy: int = 0
    hard: int = 0
    turn: Turn = Turn.START
    reason: str = N_("The first dose: nothing is written down yet.")

    def go(self, steps: int, reason: str) -> None:
        self.step = min(max(self.step + steps, 0), self.last_step)
        self.turn = Turn.UP if steps > 0 else Turn.DOWN
        self.easy = self.hard = 0
        self.reason = reason

    def stay(self, reason: str) -> None:
        self.turn, self.reason = Turn.HOLD, reason


def next_dose(
    exercise: Exercise, done: Iterable[ExerciseDone], *, as_of: date, pain_limit: int
) -> NextDose:
    """Return the next dose of an exercise on a day.

    Args:
        exercise: With its steps; without any the dose stays what it is.
        done: Every tick; those of other exercises or after ``as_of`` are not looked at.
        as_of: The day it is asked for.
        pain_limit: Most pain, 0-10, while doing it; named in the reason.
    """
    course = _Course(last_step=len(exercise.steps))
    last: date | None = None
    for one in sorted(
        (d for d in done if d.exercise_id == exercise.exercise_id and d.date <= as_of),
        key=lambda d: d.date,
    ):
        _pause(course, last, one.date)
        _session(course, one.feel)
        last = one.date
    _pause(course, last, as_of)
    doses = (exercise.dose, *exercise.steps)
    return NextDose(
        step=course.step,
        dose=doses[course.step],
        turn=course.turn,
        reason=Message(course.reason, {"pain_limit": pain_limit}),
    )


def _pause(course: _Course, last: date | None, day: date) -> None:
    if last is not None and (day - last).days > LONG_PAUSE_DAYS:
        course.go(-1, N_("One step back after three weeks without it."))


def _session(course: _Course, feel: Feel | None) -> None:
    course.easy = course.easy + 1 if feel is Feel.EASY else 0
    course.hard = course.hard + 1 if feel is Feel.HARD else 0
    match feel:
        case Feel.HURT:
            course.go(
                -1, N_("One step back: it hurt more than {pain_limit} of 10, or the next morning.")
            )
        case Feel.HARD if course.hard >= HARD_IN_A_ROW:
            course.go(-1, N_("One step back: too hard twice in a row."))
        case Feel.HARD:
            course.stay(N_("The same again: too hard last time; once more is a step back."))
        case Feel.EASY if course.step == course.last_step:
            course.stay(N_("The same again: this is its last step."))
        case Feel.EASY if course.easy >= EASY_IN_A_ROW:
            course.go(1, N_("One step up: easy twice in a row, without pain."))
        case Feel.EASY:
            course.stay(N_("The same again: easy last time; once more is a step up."))
        case Feel.RIGHT:
            course.stay(N_("The same again: it was just right."))
        case _:
            course.stay(N_("The same again: say how it felt, and the next step follows."))
