from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor import wording
from runadvisor.domain.warning import Tier
from runadvisor.warning.assess import raised_warnings, standing_warnings
from runadvisor.warning.rule import facts
from tests.builders import DAY_ONE, activity, runs, weekly_runs

if TYPE_CHECKING:
    from collections.abc import Callable

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.warning.rule import Facts


def _codes(
    history: list[Activity],
    offset: int,
    find: Callable[[Facts], tuple[TrainingWarning, ...]] = standing_warnings,
) -> list[str]:
    known = facts(history, as_of=DAY_ONE + timedelta(days=offset))
    return [w.code for w in find(known) if w.rule == "R26"]


def test_fewer_than_30_days_are_a_short_history() -> None:
    history = weekly_runs(5, {0: 5_000, 3: 5_000})
    assert _codes(history, 29) == ["short-history"]
    assert _codes(history, 30) == []


def test_fewer_than_6_runs_are_a_short_history_however_old() -> None:
    assert _codes(runs([(7 * n, 5_000) for n in range(5)]), 200) == ["short-history"]


def test_an_empty_history_says_nothing() -> None:
    assert _codes([], 0) == []
    assert _codes([], 0, raised_warnings) == []


def test_the_day_a_short_history_ends_is_named_once_there_are_runs_enough() -> None:
    known = facts(weekly_runs(3, dict.fromkeys(range(3), 5_000)), as_of=DAY_ONE + timedelta(20))
    (warning,) = standing_warnings(known)
    assert warning.clears_on == DAY_ONE + timedelta(days=30)


@pytest.mark.parametrize(
    ("odd", "words"),
    [
        ({"distance_m": None}, "has no distance"),
        ({"distance_m": 120.0}, "an accidental start"),
        ({"distance_m": 40_000.0, "moving_time_s": 1_800.0}, "too fast for running"),
    ],
)
def test_a_run_left_out_is_named_for_30_days(odd: dict[str, float | None], words: str) -> None:
    history = [*weekly_runs(8, {1: 5_000, 3: 5_000}), activity(DAY_ONE, number=99, **odd)]
    assert _codes(history, 30) == ["run-left-out"]
    assert _codes(history, 31) == []
    known = facts(history, as_of=DAY_ONE + timedelta(days=30))
    (warning,) = [w for w in standing_warnings(known) if w.code == "run-left-out"]
    assert (warning.tier, warning.activity_ids) == (Tier.INFO, (99,))
    assert words in wording.sentence(warning.message)
