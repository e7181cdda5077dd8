"""Three weeks and a lighter one, however often the plan is drafted anew."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.plan import DayKind
from runadvisor.domain.warning import Tier
from runadvisor.plan.cycle import cycle_step
from runadvisor.plan.draft import draft_plan
from runadvisor.training_load.runs import run_sessions
from runadvisor.warning.assess import standing_warnings
from runadvisor.warning.rule import facts
from tests.builders import DAY_ONE, activity, runs, small_catalog, weekly_runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.plan import TrainingPlan

WEEK = {1: 6_000.0, 3: 7_000.0, 5: 5_000.0, 6: 13_000.0}


def step(weeks_m: Sequence[int]) -> int:
    """Return the step of the week after weeks of one run each."""
    history = runs((DAYS_PER_WEEK * number, m) for number, m in enumerate(weeks_m) if m)
    return cycle_step(run_sessions(history), first_week=DAY_ONE + timedelta(weeks=len(weeks_m)))


@pytest.mark.parametrize(
    ("weeks_m", "expected"),
    [
        ([], 0),
        ([10_000], 1),
        ([10_000] * 3, 3),
        ([10_000] * 4, 0),  # the lighter week did not come about: a new cycle begins
        ([10_000] * 7, 3),
        ([10_000, 10_000, 10_000, 7_000], 0),
        ([10_000, 10_000, 10_000, 7_010], 0),
        ([10_000] * 4 + [7_000], 0),
        ([10_000] * 4 + [7_010], 1),
        ([10_000] * 4 + [0, 10_000], 1),
        ([10_000] * 4 + [6_500, 10_000, 10_000], 2),
    ],
)
def test_weeks_are_counted_from_the_last_lighter_one(weeks_m: list[int], expected: int) -> None:
    assert step(weeks_m) == expected


@given(st.lists(st.integers(0, 40_000), min_size=1, max_size=30), st.integers(500, 60_000))
def test_the_week_under_way_does_not_move_the_cycle(weeks_m: list[int], today_m: int) -> None:
    monday = DAY_ONE + timedelta(weeks=len(weeks_m))
    done = runs((DAYS_PER_WEEK * number, m) for number, m in enumerate([10_000, *weeks_m[1:]]))
    under_way = [*done, activity(monday, today_m, number=999)]
    assert cycle_step(run_sessions(under_way), first_week=monday) == cycle_step(
        run_sessions(done), first_week=monday
    )


def _followed(weeks: int) -> tuple[list[TrainingPlan], list[Activity]]:
    """Draft one week every Monday and run it to the letter."""
    history = weekly_runs(12, WEEK)
    drafted: list[TrainingPlan] = []
    for number in range(weeks):
        monday = DAY_ONE + timedelta(weeks=12 + number)
        known = facts(history, as_of=monday)
        standing = standing_warnings(known)
        assert all(warning.tier < Tier.WATCH for warning in standing)
        drafted.append(draft_plan(known, standing, weeks=1, catalog=small_catalog()))
        history += [
            activity(day.date, day.distance_m, number=len(history) + place)
            for place, day in enumerate(drafted[-1].days, start=1)
            if day.distance_m
        ]
    return drafted, history


def test_who_drafts_every_week_and_follows_its_first_comes_to_lighter_and_to_hard_weeks() -> None:
    drafted, _history = _followed(8)
    lighter = [plan.weeks[0].is_lighter for plan in drafted]
    assert lighter == [False, False, False, True] * 2
    hard = [any(day.kind is DayKind.HARD for day in plan.days) for plan in drafted]
    assert any(hard[:4])
    assert any(hard[4:])


def test_drafting_every_week_grows_no_faster_than_one_long_draft() -> None:
    drafted, _history = _followed(8)
    known = facts(weekly_runs(12, WEEK), as_of=DAY_ONE + timedelta(weeks=12))
    long = draft_plan(known, standing_warnings(known), weeks=8, catalog=small_catalog())
    assert max(plan.weeks[0].planned_m for plan in drafted) <= 1.1 * max(
        week.planned_m for week in long.weeks
    )
