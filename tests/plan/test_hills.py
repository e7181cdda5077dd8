"""Hilly runs in a draft: for who climbs anyway, in turn with fast parts, never while sore."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor import wording
from runadvisor.domain.athlete import NOBODY, Athlete, Experience
from runadvisor.domain.body import BodyRegion, BodySite, Side
from runadvisor.domain.diary import NO_DIARY, Diary, Injury
from runadvisor.domain.plan import DayKind, Goal, GoalKind, LockedDay, PlanWishes
from runadvisor.domain.warning import Tier
from runadvisor.plan.constraints import HARD_KINDS
from runadvisor.plan.draft import draft_plan
from runadvisor.plan.edit import PlanDesk
from runadvisor.plan.hills import is_hilly_turn
from runadvisor.warning.assess import raised_warnings, standing_warnings
from runadvisor.warning.rule import facts
from tests.builders import activity
from tests.diaries import healthy, knowledge, known, pain
from tests.plan.test_held_back import MONDAY, STEADY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.plan import PlannedDay, TrainingPlan

S = BodySite
UP_M = 150.0
HILLY = [
    replace(run, elevation_gain_m=UP_M, elevation_loss_m=UP_M)
    if run.local_date.weekday() == 3
    else run
    for run in STEADY
]
LAST = max(run.local_date for run in HILLY)


def plan(
    diary: Diary = NO_DIARY,
    *,
    runs: Sequence[Activity] = HILLY,
    athlete: Athlete = NOBODY,
    weeks: int = 8,
    **asked: Any,
) -> TrainingPlan:
    at_hand = known(diary, day=MONDAY, runs=list(runs), athlete=athlete)
    return draft_plan(
        at_hand,
        standing_warnings(at_hand),
        weeks=weeks,
        catalog=knowledge(),
        wishes=PlanWishes(**asked),
    )


def demanding(drafted: TrainingPlan) -> list[DayKind]:
    return [day.kind for day in drafted.days if day.kind in HARD_KINDS]


def hilly(drafted: TrainingPlan) -> list[PlannedDay]:
    return [day for day in drafted.days if day.kind is DayKind.HILLS]


def test_fast_parts_and_hills_take_turns_for_who_climbs_anyway() -> None:
    assert demanding(plan()) == [DayKind.HARD, DayKind.HILLS] * 2


def test_never_both_in_one_week() -> None:
    for week in plan().weeks:
        assert sum(day is not None and day.kind in HARD_KINDS for day in week.days) <= 1


def test_a_hilly_run_names_the_climb_and_holds_no_more_than_a_run_did_lately() -> None:
    day = hilly(plan())[0]
    assert day.climb_m == UP_M
    assert wording.sentence(day.title) == "Hilly run, at most 150 m up"
    assert "no more than a run of yours held lately" in wording.sentence(day.reason)
    assert day.target is None


def test_the_climb_is_no_more_than_the_descent_where_that_was_less() -> None:
    runs = [replace(run, elevation_loss_m=run.elevation_gain_m and 90.0) for run in HILLY]
    assert hilly(plan(runs=runs))[0].climb_m == 90


@pytest.mark.parametrize(
    "runs",
    [
        pytest.param(STEADY, id="the climb is not known"),
        pytest.param([replace(r, elevation_gain_m=30.0) for r in STEADY], id="too flat"),
        pytest.param([replace(r, elevation_gain_m=0.0) for r in STEADY], id="no altitude"),
        pytest.param(
            [
                r if r.local_date < LAST - timedelta(days=35) else replace(r, elevation_gain_m=None)
                for r in HILLY
            ],
            id="long ago",
        ),
        pytest.param(
            [
                r if r.local_date == LAST - timedelta(days=3) else replace(r, elevation_gain_m=None)
                for r in HILLY
            ],
            id="only once",
        ),
    ],
)
def test_who_does_not_climb_is_offered_none(runs: list[Activity]) -> None:
    assert demanding(plan(runs=runs)) == [DayKind.HARD] * 4


@pytest.mark.parametrize(
    "site",
    [S.ACHILLES, S.CALF, S.FRONT_HIP, S.SIT_BONE, S.KNEE_FRONT, S.OUTER_HIP, S.ADDUCTOR],
)
@pytest.mark.parametrize("ago", [0, 27])
def test_nothing_hilly_within_four_weeks_of_pain(site: BodySite, ago: int) -> None:
    diary = Diary(health=healthy(MONDAY), pain=(pain(site, 1, day=MONDAY - timedelta(days=ago)),))
    assert not hilly(plan(diary))


def test_after_four_weeks_without_pain_hills_are_back() -> None:
    diary = Diary(
        health=healthy(MONDAY), pain=(pain(S.ACHILLES, 1, day=MONDAY - timedelta(days=28)),)
    )
    assert hilly(plan(diary))


def test_an_injury_within_a_year_or_a_first_year_of_running_leaves_hills_out() -> None:
    start = MONDAY - timedelta(days=300)
    injury = Injury(
        region=BodyRegion.CALF, side=Side.LEFT, start=start, end=start + timedelta(days=20)
    )
    assert not hilly(plan(Diary(injuries=(injury,))))
    assert not hilly(plan(athlete=Athlete(experience=Experience.NEW)))


def test_towards_more_kilometres_only_they_are_raised() -> None:
    build = Goal(kind=GoalKind.BUILD, weekly_m=40_000)
    assert not hilly(plan(goal=build))
    race = Goal(kind=GoalKind.RACE, race_date=MONDAY + timedelta(days=60), race_m=10_000)
    assert hilly(plan(goal=race))


def test_a_warning_about_climb_keeps_hills_out_while_it_stands() -> None:
    much = activity(
        MONDAY - timedelta(days=1),
        10_000,
        number=900,
        elevation_gain_m=300.0,
        elevation_loss_m=300.0,
    )
    runs = [*HILLY[:-1], much]
    at_hand = known(NO_DIARY, day=MONDAY, runs=runs)
    assert {"R12"} <= {w.rule for c in standing_warnings(at_hand) for w in c.every}
    assert not hilly(plan(runs=runs))


def test_a_hilly_run_set_by_hand_while_sore_is_named_with_the_easy_one_that_may_be() -> None:
    diary = Diary(health=healthy(MONDAY), pain=(pain(S.KNEE_FRONT, 1, day=MONDAY),))
    at_hand = known(diary, day=MONDAY, runs=HILLY)
    standing = standing_warnings(at_hand)
    drafted = draft_plan(at_hand, standing, weeks=2, catalog=knowledge())
    desk = PlanDesk(at_hand, standing, knowledge(), PlanWishes())
    day = MONDAY + timedelta(days=10)
    changed = desk.with_days(drafted, [LockedDay(date=day, kind=DayKind.HILLS, distance_m=5_000)])
    breach = next(each for each in changed.breaches if "no hills" in each.message.template)
    assert breach.remedy is not None
    assert breach.remedy.kind is DayKind.EASY


def test_a_hilly_day_set_by_hand_is_the_hard_one_of_its_week() -> None:
    day = MONDAY + timedelta(days=8)
    drafted = plan(locked=(LockedDay(date=day, kind=DayKind.HILLS, distance_m=6_000),), weeks=2)
    assert demanding(drafted) == [DayKind.HILLS]
    assert next(each for each in drafted.days if each.date == day).climb_m == UP_M


def test_the_first_hard_run_is_one_of_fast_parts() -> None:
    assert not is_hilly_turn(())


@settings(max_examples=15)
@given(st.lists(st.sampled_from([None, 0.0, 40.0, 90.0, 160.0, 320.0]), min_size=64, max_size=64))
def test_followed_with_all_its_climb_no_rule_speaks_of_hills(climbs: list[float | None]) -> None:
    runs = [
        replace(run, elevation_gain_m=up, elevation_loss_m=up)
        for run, up in zip(STEADY, climbs, strict=True)
    ]
    drafted = plan(runs=runs)
    done = [
        activity(
            day.date,
            day.distance_m,
            number=5_000 + n,
            elevation_gain_m=day.climb_m and float(day.climb_m),
            elevation_loss_m=day.climb_m and float(day.climb_m),
        )
        for n, day in enumerate(drafted.days)
        if day.distance_m
    ]
    after = facts([*runs, *done], as_of=drafted.days[-1].date, catalog=knowledge())
    new = [each for c in raised_warnings(after) for each in c.every if each.date >= MONDAY]
    assert not [w for w in new if w.rule in {"R12", "R13"}]
    assert not [w for w in new if w.rule in {"R01", "R09"} and w.tier >= Tier.WATCH]
