"""Thousands of invented runners with their days, goals and sore places: no plan breaks a rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor.domain.athlete import NOBODY, Athlete
from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import Answer, Diary
from runadvisor.domain.exercise import OwnBlock
from runadvisor.domain.plan import DayKind, Goal, GoalKind, LockedDay, PlanWishes
from runadvisor.domain.warning import Tier
from runadvisor.plan.draft import draft_plan
from runadvisor.warning.assess import raised_warnings, standing_warnings
from runadvisor.warning.rule import facts
from tests.builders import DAY_ONE, activity
from tests.diaries import healthy, knowledge, pain
from tests.strategies import histories

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.plan import TrainingPlan
    from runadvisor.warning.rule import Facts

S = BodySite
DEMANDING = {DayKind.HARD, DayKind.HILLS, DayKind.LONG, DayKind.RACE}
HEAVY = OwnBlock(block_id=1, title="Own", exercises=("E17", "E24"), minutes=10)

minutes = st.tuples(*[st.sampled_from([None, None, 0, 30, 60])] * 7).filter(
    lambda week: any(each != 0 for each in week)
)
goals = st.sampled_from(
    [
        Goal(),
        Goal(kind=GoalKind.BUILD, weekly_m=45_000),
        Goal(kind=GoalKind.RACE, race_date=DAY_ONE, race_m=10_000),
        Goal(kind=GoalKind.RACE, race_date=DAY_ONE, race_m=42_195),
    ]
)
locked = st.lists(
    st.tuples(
        st.integers(0, 27),
        st.sampled_from(
            [
                *(DayKind.REST, DayKind.EASY, DayKind.LONG, DayKind.CROSS),
                *(DayKind.HARD, DayKind.HILLS),
            ]
        ),
        st.integers(1, 20),
    ),
    max_size=2,
    unique_by=lambda wish: wish[0],
)
sore = st.lists(
    st.tuples(
        st.integers(0, 20),
        st.sampled_from([S.CALF, S.ACHILLES, S.FRONT_HIP, S.OUTER_HIP, S.KNEE_FRONT, S.SHIN_BONE]),
        st.integers(0, 7),
        st.integers(0, 4),
        st.booleans(),
    ),
    max_size=3,
)
athletes = st.sampled_from([NOBODY, Athlete(birth_year=1970), Athlete(birth_year=1995)])
states = st.fixed_dictionaries(
    {
        "wait": st.integers(0, 45),
        "minutes": minutes,
        "goal": goals,
        "race_in": st.integers(3, 40),
        "long_weekday": st.none() | st.integers(0, 6),
        "locked": locked,
        "sore": sore,
        "athlete": athletes,
        "own": st.booleans(),
        "climb_per_km": st.sampled_from([None, 0.0, 12.0, 25.0]),
    }
)


def check(history: list[Activity], state: dict[str, Any]) -> None:
    per_km = state["climb_per_km"]
    if per_km is not None:
        climbs = [per_km * (run.distance_m or 0) / 1_000 for run in history]
        history = [
            replace(run, elevation_gain_m=up, elevation_loss_m=up)
            for run, up in zip(history, climbs, strict=True)
        ]
    last = max((a.local_date for a in history), default=DAY_ONE)
    as_of = last + timedelta(days=state["wait"])
    diary = Diary(
        health=healthy(DAY_ONE),
        pain=tuple(
            pain(
                site,
                score,
                number=n + 1,
                day=as_of - timedelta(days=ago),
                morning=morning,
                answers={"rest": Answer.YES} if is_alarming else {},
            )
            for n, (ago, site, score, morning, is_alarming) in enumerate(state["sore"])
        ),
    )
    known = facts(history, as_of=as_of, diary=diary, athlete=state["athlete"], catalog=knowledge())
    standing = standing_warnings(known)
    goal = state["goal"]
    if goal.kind is GoalKind.RACE:
        goal = replace(goal, race_date=as_of + timedelta(days=state["race_in"]))
    wishes = PlanWishes(
        goal=goal,
        minutes=state["minutes"],
        long_weekday=state["long_weekday"],
        locked=tuple(
            LockedDay(date=as_of + timedelta(days=n), kind=kind, distance_m=km * 1_000)
            for n, kind, km in state["locked"]
        ),
        own_blocks=(HEAVY,) if state["own"] else (),
    )
    plan = draft_plan(known, standing, weeks=4, catalog=knowledge(), wishes=wishes)
    is_stopped = any(warning.tier >= Tier.STOP_RUN for warning in standing)
    assert (plan.stopped is not None) >= is_stopped
    if plan.stopped is not None:
        assert plan.days == ()
        return
    check_days(plan, wishes)
    check_followed(history, known, plan, wishes)


def check_days(plan: TrainingPlan, wishes: PlanWishes) -> None:
    """Locked days stand, limits and free days hold, nothing heavy before hard or long."""
    by_day = {day.date: day for day in plan.days}
    for day in plan.days:
        assert not day.distance_m or day.limit_m is None or day.distance_m <= day.limit_m
        assert day.is_locked or not day.kind.is_run or wishes.minutes[day.date.weekday()] != 0
        if any(block.is_heavy for block in day.blocks):
            morrow = by_day.get(day.date + timedelta(days=1))
            assert day.kind not in DEMANDING
            assert morrow is None or morrow.kind not in DEMANDING
    is_on_ladder = any(day.kind is DayKind.WALK_RUN for day in plan.days)
    for wish in wishes.locked:
        kept = by_day.get(wish.date)
        if kept is not None and not is_on_ladder and wish.date != wishes.goal.race_date:
            assert kept.kind is wish.kind


def check_followed(
    history: list[Activity], known: Facts, plan: TrainingPlan, wishes: PlanWishes
) -> None:
    """Item 60: what was not forced by a locked day raises nothing of act, and no spike."""
    done: Sequence[Activity] = [
        activity(
            day.date,
            day.distance_m,
            number=10_000 + n,
            is_race=day.kind is DayKind.RACE,
            session_rpe=7.0 if day.kind in {DayKind.HARD, DayKind.HILLS} else 3.0,
            elevation_gain_m=day.climb_m and float(day.climb_m),
            elevation_loss_m=day.climb_m and float(day.climb_m),
        )
        for n, day in enumerate(plan.days)
        if day.kind.is_run and day.distance_m
    ]
    after = facts(
        [*history, *done],
        as_of=plan.days[-1].date,
        diary=known.diary,
        athlete=known.athlete,
        catalog=knowledge(),
    )
    eve = {(each.rule, each.tier) for card in standing_warnings(known) for each in card.every}
    forced = {breach.date for breach in plan.breaches} | {wish.date for wish in wishes.locked}
    forced |= {wishes.goal.race_date} if wishes.goal.race_date else set()
    new = [
        each
        for card in raised_warnings(after)
        if card.date >= plan.first_day
        for each in card.every
        if not any(timedelta() <= each.date - day <= timedelta(days=2) for day in forced)
    ]
    assert not [w for w in new if w.rule == "R01" and w.tier >= Tier.WATCH]
    assert not [w for w in new if w.rule == "R09" and w.tier >= Tier.WATCH]
    assert not [w for w in new if w.rule in {"R12", "R13"} and (w.rule, w.tier) not in eve]
    assert not [w for w in new if w.tier >= Tier.ACT and (w.rule, w.tier) not in eve]
    if not wishes.locked and wishes.goal.kind is not GoalKind.RACE:
        assert plan.breaches == ()
        standing_after = standing_warnings(after)
        assert not [w for w in standing_after if w.rule in {"R08", "R09"} and w.tier >= Tier.WATCH]


@settings(max_examples=30)
@given(histories(), states)
def test_no_plan_breaks_a_rule(history: list[Activity], state: dict[str, Any]) -> None:
    check(history, state)


@pytest.mark.slow
@pytest.mark.timeout(3_000)
@settings(max_examples=2_000)
@given(histories(max_runs=90), states)
def test_two_thousand_plans_break_no_rule(history: list[Activity], state: dict[str, Any]) -> None:
    check(history, state)
