from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor import wording
from runadvisor.domain.activity import Sport
from runadvisor.domain.plan import DayKind
from runadvisor.domain.warning import Tier
from runadvisor.plan.draft import draft_plan
from runadvisor.training_load.limits import LimitLedger
from runadvisor.training_load.runs import run_sessions
from runadvisor.warning.assess import raised_warnings, standing_warnings
from runadvisor.warning.rule import facts
from tests.builders import DAY_ONE, activity, runs, small_catalog, weekly_runs
from tests.strategies import histories, honest_histories

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.plan import TrainingPlan
    from runadvisor.domain.warning import TrainingWarning

FIVE_A_WEEK = {1: 5_500, 2: 6_000, 3: 6_500, 5: 4_500, 6: 13_000}
LAST_SUNDAY = DAY_ONE + timedelta(days=20 * 7 - 1)
NEXT_MONDAY = LAST_SUNDAY + timedelta(days=1)


def _plan(history: list[Activity], day: date, *, weeks: int = 4) -> TrainingPlan:
    known = facts(history, as_of=day)
    return draft_plan(known, standing_warnings(known), weeks=weeks, catalog=small_catalog())


def _followed(history: list[Activity], plan: TrainingPlan) -> list[Activity]:
    """The history with every planned run done as planned."""
    planned = [
        activity(day.date, day.distance_m, number=10_000 + index)
        for index, day in enumerate(plan.days)
        if day.kind.is_run and day.distance_m
    ]
    return [*history, *planned]


@pytest.fixture(scope="module")
def steady() -> list[Activity]:
    return weekly_runs(20, FIVE_A_WEEK)


@pytest.fixture(scope="module")
def spiked(steady: list[Activity]) -> list[Activity]:
    return [*steady[:-1], activity(LAST_SUNDAY, 17_400, number=999)]


def test_four_weeks_are_28_dated_days_from_the_day_asked(steady: list[Activity]) -> None:
    plan = _plan(steady, NEXT_MONDAY)
    assert [day.date for day in plan.days] == [NEXT_MONDAY + timedelta(days=n) for n in range(28)]


def test_a_day_that_has_its_run_is_not_planned_again(steady: list[Activity]) -> None:
    assert _plan(steady, LAST_SUNDAY).first_day == NEXT_MONDAY


def test_a_plan_has_at_least_one_week(steady: list[Activity]) -> None:
    with pytest.raises(ValueError, match="at least one week"):
        _plan(steady, NEXT_MONDAY, weeks=0)


def test_a_calm_plan_keeps_the_runners_days_and_kilometres(steady: list[Activity]) -> None:
    first, *_ = _plan(steady, NEXT_MONDAY).weeks
    assert [day.kind.is_run for day in first.days if day] == [d in FIVE_A_WEEK for d in range(7)]
    assert 32_000 <= first.planned_m <= 36_000


def test_the_fourth_week_is_30_to_50_percent_lighter(steady: list[Activity]) -> None:
    *three, fourth = _plan(steady, NEXT_MONDAY).weeks
    mean = sum(week.planned_m for week in three) / 3
    assert fourth.is_lighter
    assert 0.5 <= fourth.planned_m / mean <= 0.7


@pytest.mark.parametrize("late", range(7))
def test_whatever_the_day_a_plan_starts_no_long_run_follows_another(late: int) -> None:
    six = weekly_runs(20, {0: 12_000, 1: 9_000, 2: 10_000, 3: 9_000, 5: 8_000, 6: 15_000})
    known = [run for run in six if run.local_date < NEXT_MONDAY - timedelta(days=late)]
    plan = _plan(known, NEXT_MONDAY - timedelta(days=late))
    long = [day.date for day in plan.days if day.kind is DayKind.LONG]
    assert len(long) >= 4
    assert all(later - earlier >= timedelta(days=3) for earlier, later in pairwise(long))


def test_a_week_grows_by_at_most_30_percent(steady: list[Activity]) -> None:
    before = 35_500
    for week in _plan(steady, NEXT_MONDAY, weeks=12).weeks:
        assert week.planned_m <= 1.3 * before
        before = max(before, week.planned_m)


def test_after_a_spike_there_is_a_rest_day_and_three_days_without_long_or_hard(
    spiked: list[Activity],
) -> None:
    plan = _plan(spiked, NEXT_MONDAY)
    assert not plan.days[0].kind.is_run
    assert all(day.kind not in {DayKind.HARD, DayKind.LONG} for day in plan.days[:3])


def test_a_run_day_on_the_morrow_of_a_spike_becomes_rest(steady: list[Activity]) -> None:
    moved = [*steady, activity(NEXT_MONDAY, 18_000, number=999)]
    plan = _plan(moved, NEXT_MONDAY)
    assert plan.days[0].kind is DayKind.REST
    assert "settle" in wording.sentence(plan.days[0].reason)


def test_a_long_day_soon_after_a_spike_becomes_an_easy_one(steady: list[Activity]) -> None:
    friday = LAST_SUNDAY - timedelta(days=2)
    week_before = [a for a in steady if a.local_date < friday - timedelta(days=4)]
    moved = [*week_before, activity(friday, 18_000, number=999)]
    plan = _plan(moved, friday + timedelta(days=1))
    sunday = next(day for day in plan.days if day.date == LAST_SUNDAY)
    assert sunday.kind is DayKind.EASY
    assert "settles" in wording.sentence(sunday.reason)


def test_more_than_twice_the_longest_keeps_five_days_quiet(steady: list[Activity]) -> None:
    tuesday = LAST_SUNDAY - timedelta(days=5)
    # From the second week on: the week of the plan is none that is lighter anyway.
    before = [a for a in steady if DAY_ONE + timedelta(weeks=1) <= a.local_date < tuesday]
    moved = [*before, activity(tuesday, 27_000, number=999)]
    plan = _plan(moved, tuesday + timedelta(days=1))
    assert next(d for d in plan.days if d.date == LAST_SUNDAY).kind is DayKind.EASY


def test_a_standing_watch_means_no_hard_run_until_it_ends(spiked: list[Activity]) -> None:
    hard = [d.date for d in _plan(spiked, NEXT_MONDAY).days if d.kind is DayKind.HARD]
    assert hard
    assert min(hard) > LAST_SUNDAY + timedelta(days=14)


def test_a_streak_is_broken_on_the_first_day() -> None:
    history = runs([(n, 6_000) for n in range(40)])
    plan = _plan(history, DAY_ONE + timedelta(days=40))
    assert plan.days[0].kind is DayKind.REST
    assert "many days in a row" in wording.sentence(plan.days[0].reason)


def test_21_healthy_days_off_are_followed_by_half_65_and_80_percent(steady: list[Activity]) -> None:
    plan = _plan(steady, LAST_SUNDAY + timedelta(days=22))
    runs_done = [day for day in plan.days if day.distance_m]
    back = runs_done[0].date
    for number, share in enumerate((0.50, 0.65, 0.80)):
        week = [d for d in runs_done if number * 7 <= (d.date - back).days < number * 7 + 7]
        assert sum(d.distance_m for d in week) <= share * 35_500
        assert max(d.distance_m for d in week) <= share * 13_000
    assert not any(d.kind is DayKind.HARD for d in plan.days[:21])
    assert "days off" in wording.sentence(runs_done[0].reason)


def test_40_days_off_are_followed_by_the_walk_run_ladder_with_a_day_between(
    steady: list[Activity],
) -> None:
    plan = _plan(steady, LAST_SUNDAY + timedelta(days=41))
    done = [day for day in plan.days if day.distance_m]
    assert [day.distance_m for day in done[:6]] == [1_600, 1_600, 2_400, 2_400, 2_400, 2_400]
    assert all((b.date - a.date).days >= 2 for a, b in pairwise(done))
    assert done[12].kind is DayKind.EASY
    assert done[12].distance_m <= 1.1 * 3_200


def test_an_empty_history_starts_on_the_ladder() -> None:
    plan = _plan([], DAY_ONE)
    assert plan.days[0].kind is DayKind.WALK_RUN
    assert "gentle start" in wording.sentence(plan.days[0].reason)


def test_a_week_that_had_its_share_already_stays_small(steady: list[Activity]) -> None:
    monday = activity(NEXT_MONDAY, 14_000, number=901)
    tuesday = activity(NEXT_MONDAY + timedelta(days=1), 14_000, number=902)
    wednesday = activity(NEXT_MONDAY + timedelta(days=2), 14_000, number=903)
    plan = _plan([*steady, monday, tuesday, wednesday], NEXT_MONDAY + timedelta(days=3))
    assert plan.weeks[0].done_m == 42_000
    assert plan.weeks[0].planned_m == 0


def test_cross_training_is_the_runners_own_sport() -> None:
    history = weekly_runs(10, {1: 5_000, 3: 5_000, 6: 9_000})
    swims = [activity(DAY_ONE + timedelta(days=60), number=77, sport=Sport.SWIM)]
    plan = _plan([*history, *swims], DAY_ONE + timedelta(days=70))
    cross = [day for day in plan.days if day.kind is DayKind.CROSS]
    assert {wording.sentence(day.title) for day in cross} == {"Swim"}
    assert {day.moving_time_s for day in cross} == {1_800, 2_400}


def test_hard_days_have_a_warm_up_and_three_days_a_week_stretching(steady: list[Activity]) -> None:
    plan = _plan(steady, NEXT_MONDAY)
    for day in plan.days:
        kinds = [block.kind.value for block in day.blocks]
        assert ("warm-up" in kinds) == (day.kind is DayKind.HARD)
    stretching = sum(any(b.kind.value == "stretching" for b in d.blocks) for d in plan.days)
    assert stretching == 12


def test_few_rest_days_are_gone_on_the_day_the_plan_names() -> None:
    history = weekly_runs(20, dict.fromkeys(range(7), 8_000))
    plan = _plan(history, NEXT_MONDAY)
    after = _followed(history, plan)
    gone = plan.clearing["R08"]
    standing = [
        any(w.rule == "R08" for w in standing_warnings(facts(after, as_of=day)))
        for day in (gone - timedelta(days=1), gone)
    ]
    assert standing == [True, False]


def test_a_rule_that_outlasts_the_plan_is_not_promised() -> None:
    history = weekly_runs(20, dict.fromkeys(range(7), 8_000))
    assert "R08" not in _plan(history, NEXT_MONDAY, weeks=1).clearing


@pytest.mark.parametrize("offset", range(7))
def test_the_plan_starts_on_any_weekday(steady: list[Activity], offset: int) -> None:
    plan = _plan(steady, NEXT_MONDAY + timedelta(days=offset))
    assert len(plan.days) == 28
    assert sum(day is not None for week in plan.weeks for day in week.days) == 28


NEVER_NEW = frozenset({"R01", "R08", "R09"})
"""What a plan raises at no tier above info (rules.md 21)."""


def _check_followed_to_the_letter(history: list[Activity], wait: int) -> None:
    """Item 60 of the rules: what a plan must satisfy when every day is done as written."""
    last = max((a.local_date for a in history), default=DAY_ONE)
    as_of = last + timedelta(days=wait)
    plan = _plan(history, as_of)
    assert [wording.sentence(breach.message) for breach in plan.breaches] == []
    # Strongest first, so that reversed the strongest of a rule is kept.
    on_the_eve = reversed(standing_warnings(facts(history, as_of=as_of)))
    eve = {warning.rule: warning.tier for card in on_the_eve for warning in card.every[::-1]}
    after = _followed(history, plan)
    known = facts(after, as_of=plan.days[-1].date)
    new = [w for w in raised_warnings(known) if w.date >= plan.first_day]
    every = [warning for card in new for warning in card.every]
    assert not [w for w in every if w.rule in NEVER_NEW - {"R08"} and w.tier >= Tier.WATCH]
    assert not [w for w in new if w.tier >= Tier.ACT]
    for day in plan.days:
        cards = standing_warnings(facts(after, as_of=day.date))
        for warning in (warning for card in cards for warning in card.every):
            if warning.tier >= Tier.ACT or warning.rule in {*eve, *NEVER_NEW}:
                assert warning.tier <= eve.get(warning.rule, Tier.INFO)
            if warning.tier >= Tier.WATCH and warning.rule in eve:
                assert day.date < plan.clearing.get(warning.rule, day.date + timedelta(days=1))
    assert not [w for w in standing_warnings(known) if w.rule == "R08"]


@settings(max_examples=15)
@given(histories(max_runs=40), st.integers(0, 45))
def test_a_plan_followed_to_the_letter_breaks_no_rule(history: list[Activity], wait: int) -> None:
    _check_followed_to_the_letter(history, wait)


@pytest.mark.slow
@pytest.mark.timeout(1_800)
@settings(max_examples=400)
@given(histories(max_runs=120), st.integers(0, 45))
def test_hundreds_of_longer_plans_followed_to_the_letter_break_no_rule(
    history: list[Activity], wait: int
) -> None:
    _check_followed_to_the_letter(history, wait)


def _check_the_edge(history: list[Activity], index: int) -> None:
    as_of = history[-1].local_date + timedelta(days=1)
    plan = _plan(history, as_of)
    day = plan.days[index - 1]
    before = [a for a in _followed(history, plan) if a.local_date < day.date]

    def spikes(metres: int) -> list[TrainingWarning]:
        known = facts([*before, activity(day.date, metres, number=1)], as_of=day.date)
        found = raised_warnings(known)
        return [w for w in found if w.rule == "R01" and w.date == day.date and w.tier > Tier.INFO]

    assert not spikes(day.limit_m)
    free_m = LimitLedger(run_sessions(before)).limit(day.date).limit_m
    if day.limit_m == free_m:
        assert spikes(day.limit_m + 100)


@settings(max_examples=20)
@given(honest_histories(), st.integers(1, 28))
def test_the_limit_run_as_offered_raises_nothing_and_100_m_more_does(
    history: list[Activity], index: int
) -> None:
    _check_the_edge(history, index)


@pytest.mark.slow
@pytest.mark.timeout(1_800)
@settings(max_examples=300)
@given(honest_histories(), st.integers(1, 28))
def test_hundreds_of_limits_raise_nothing_and_100_m_more_does(
    history: list[Activity], index: int
) -> None:
    _check_the_edge(history, index)
