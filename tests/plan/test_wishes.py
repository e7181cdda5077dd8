"""What the runner asks of a draft: met whenever it can be, and said where it cannot."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor import wording
from runadvisor.domain.plan import DayKind, Goal, GoalKind, LockedDay, PlanWishes
from runadvisor.domain.warning import Tier
from runadvisor.plan.draft import draft_plan
from runadvisor.plan.race import race_window
from runadvisor.warning.assess import raised_warnings, standing_warnings
from runadvisor.warning.rule import facts
from tests.builders import activity, small_catalog, weekly_runs
from tests.plan.test_draft import FIVE_A_WEEK, LAST_SUNDAY, NEXT_MONDAY
from tests.strategies import histories

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.plan import TrainingPlan

STEADY = weekly_runs(20, FIVE_A_WEEK)


def plan(
    *, weeks: int = 4, history: Sequence[Activity] = STEADY, as_of: date = NEXT_MONDAY, **asked: Any
) -> TrainingPlan:
    known = facts(history, as_of=as_of)
    return draft_plan(
        known,
        standing_warnings(known),
        weeks=weeks,
        catalog=small_catalog(),
        wishes=PlanWishes(**asked),
    )


def said(drafted: TrainingPlan) -> str:
    return "\n".join(wording.sentence(message) for message in drafted.given_way)


def test_no_run_is_planned_on_a_weekday_without_time() -> None:
    drafted = plan(minutes=(None, 0, None, None, None, None, None))
    tuesdays = [day for day in drafted.days if day.date.weekday() == 1]
    assert not any(day.kind.is_run for day in tuesdays)
    assert "no time to run" in wording.sentence(tuesdays[0].reason) or (
        tuesdays[0].kind is DayKind.CROSS
    )


def test_fewer_days_than_usual_are_said_with_both_numbers() -> None:
    drafted = plan(minutes=(None, 0, None, 0, 0, None, 0))
    assert "3 days a week" in said(drafted)
    assert "instead of 5" in said(drafted)


def test_a_run_fits_into_the_minutes_of_its_day() -> None:
    drafted = plan(minutes=(None, 20, 20, 20, None, None, None))
    short = [day for day in drafted.days if day.kind.is_run and day.date.weekday() in {1, 2, 3}]
    assert short
    for day in short:
        assert day.moving_time_s is not None
        assert day.moving_time_s <= 20 * 60


def test_the_long_run_goes_to_the_day_that_was_wished_for() -> None:
    drafted = plan(long_weekday=5)
    longs = [day.date.weekday() for day in drafted.days if day.kind is DayKind.LONG]
    assert longs == [5] * 4


def test_a_long_day_without_time_gives_way_and_says_so() -> None:
    drafted = plan(long_weekday=5, minutes=(None, None, None, None, None, 0, None))
    assert "You have no time on Saturday" in said(drafted)
    assert any(day.kind is DayKind.LONG for day in drafted.days)


def test_a_locked_day_is_kept_as_it_was_set() -> None:
    day = NEXT_MONDAY + timedelta(days=2)
    drafted = plan(locked=(LockedDay(date=day, kind=DayKind.EASY, distance_m=7_300),))
    kept = next(each for each in drafted.days if each.date == day)
    assert (kept.kind, kept.distance_m, kept.is_locked) == (DayKind.EASY, 7_300, True)
    assert drafted.given_way == ()


def test_a_locked_run_over_the_limit_is_cut_to_it_and_said() -> None:
    day = NEXT_MONDAY + timedelta(days=2)
    drafted = plan(locked=(LockedDay(date=day, kind=DayKind.LONG, distance_m=30_000),))
    kept = next(each for each in drafted.days if each.date == day)
    assert kept.distance_m == kept.limit_m
    assert "You set 30.0 km" in said(drafted)


def test_two_locked_hard_days_in_a_row_stand_and_the_breach_is_named() -> None:
    days = [NEXT_MONDAY + timedelta(days=n) for n in (1, 2)]
    locked = tuple(LockedDay(date=day, kind=DayKind.HARD, distance_m=5_000) for day in days)
    drafted = plan(locked=locked)
    assert [d.kind for d in drafted.days if d.date in days] == [DayKind.HARD] * 2
    assert any("too close" in wording.sentence(breach.message) for breach in drafted.breaches)


def test_a_goal_to_build_reaches_its_week_and_never_more() -> None:
    drafted = plan(weeks=12, goal=Goal(kind=GoalKind.BUILD, weekly_m=42_000))
    totals = [week.planned_m for week in drafted.weeks]
    assert max(totals) <= 42_000 * 1.02
    assert max(totals) > 39_000
    assert totals[3] < totals[2]


def test_a_goal_to_build_that_names_no_week_is_refused() -> None:
    with pytest.raises(ValueError, match="metres of a week"):
        Goal(kind=GoalKind.BUILD)


def test_a_race_without_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="a day and a distance"):
        Goal(kind=GoalKind.RACE, race_m=10_000)


RACE_DAY = NEXT_MONDAY + timedelta(days=4 * 7 + 6)


def _race(metres: int) -> Goal:
    return Goal(kind=GoalKind.RACE, race_date=RACE_DAY, race_m=metres)


def test_a_race_within_the_limit_stands_with_its_distance() -> None:
    drafted = plan(weeks=6, goal=_race(10_000))
    race = next(day for day in drafted.days if day.date == RACE_DAY)
    assert (race.kind, race.distance_m) == (DayKind.RACE, 10_000)


def test_the_week_of_a_race_is_lighter_without_long_run_and_rests_on_the_eve() -> None:
    drafted = plan(weeks=6, goal=_race(10_000))
    week = [day for day in drafted.days if 0 < (RACE_DAY - day.date).days < 7]
    assert not any(day.kind in {DayKind.LONG, DayKind.HARD} for day in week[3:])
    assert not any(day.kind is DayKind.LONG for day in week)
    assert week[-1].kind is DayKind.REST
    assert sum(day.distance_m or 0 for day in week) < 0.7 * 35_500


@pytest.mark.parametrize(("metres", "quiet", "rest"), [(10_000, 3, 1), (15_000, 5, 1)])
def test_after_a_race_there_are_days_without_long_and_hard(
    metres: int, quiet: int, rest: int
) -> None:
    drafted = plan(weeks=7, goal=_race(metres))
    after = [day for day in drafted.days if 0 < (day.date - RACE_DAY).days <= quiet]
    assert not any(day.kind in {DayKind.LONG, DayKind.HARD} for day in after)
    assert not any(day.kind.is_run for day in after[:rest])


def test_no_spike_is_forced_to_reach_a_race() -> None:
    drafted = plan(weeks=6, goal=_race(42_195))
    race = next(day for day in drafted.days if day.date == RACE_DAY)
    assert race.distance_m == race.limit_m
    assert "Your race of 42.2 km" in said(drafted)


def test_a_run_set_on_the_ladder_gives_way_and_says_so() -> None:
    as_of = LAST_SUNDAY + timedelta(days=41)
    locked = (LockedDay(date=as_of + timedelta(days=1), kind=DayKind.EASY, distance_m=8_000),)
    assert "gives way" in said(plan(as_of=as_of, locked=locked))


def test_a_lighter_week_has_fewer_runs_before_it_has_tiny_ones() -> None:
    lighter = plan().weeks[3]
    runs = [day for day in lighter.days if day is not None and day.kind is DayKind.EASY]
    assert len(runs) < 4
    assert min(day.distance_m or 0 for day in runs) >= 2_800


_minutes = st.tuples(*[st.sampled_from([None, None, 0, 30, 60])] * 7).filter(
    lambda week: sum(minutes != 0 for minutes in week) >= 1
)
_goals = st.one_of(
    st.just(Goal()),
    st.builds(lambda km: Goal(kind=GoalKind.BUILD, weekly_m=km * 1000), st.integers(10, 90)),
    st.builds(
        lambda days, metres: (days, metres), st.integers(3, 40), st.sampled_from([5_000, 21_100])
    ),
)
_locked = st.lists(
    st.tuples(
        st.integers(0, 27),
        st.sampled_from([DayKind.REST, DayKind.EASY, DayKind.LONG, DayKind.CROSS]),
        st.integers(1, 25),
    ),
    max_size=3,
    unique_by=lambda wish: wish[0],
)


def _check(
    history: list[Activity], wait: int, minutes: Any, goal: Any, long_day: int | None, locked: Any
) -> None:
    last = max((a.local_date for a in history), default=NEXT_MONDAY)
    as_of = last + timedelta(days=wait)
    if isinstance(goal, tuple):
        goal = Goal(kind=GoalKind.RACE, race_date=as_of + timedelta(days=goal[0]), race_m=goal[1])
    set_days = tuple(
        LockedDay(date=as_of + timedelta(days=n), kind=kind, distance_m=km * 1000)
        for n, kind, km in locked
    )
    drafted = plan(
        history=history,
        as_of=as_of,
        minutes=minutes,
        goal=goal,
        long_weekday=long_day,
        locked=set_days,
    )
    by_day = {day.date: day for day in drafted.days}
    assert not any(d.distance_m and d.limit_m and d.distance_m > d.limit_m for d in drafted.days)
    for day in drafted.days:
        if minutes[day.date.weekday()] == 0 and not day.is_locked:
            assert not day.kind.is_run
        if any(block.is_heavy for block in day.blocks):
            morrow = by_day.get(day.date + timedelta(days=1))
            assert morrow is None or morrow.kind not in {DayKind.HARD, DayKind.LONG, DayKind.RACE}
    for wish in set_days:
        kept = by_day.get(wish.date)
        if kept is not None and kept.is_locked and goal.race_date != wish.date:
            assert kept.kind is wish.kind
    followed = [
        *history,
        *(
            activity(day.date, day.distance_m, number=10_000 + n)
            for n, day in enumerate(drafted.days)
            if day.kind.is_run and day.distance_m
        ),
    ]
    known = facts(followed, as_of=drafted.days[-1].date)
    new = [w for w in raised_warnings(known) if w.date >= drafted.first_day]
    assert not [w for w in new if w.rule == "R01" and w.tier >= Tier.WATCH]
    assert not [w for w in new if w.tier >= Tier.ACT]


@settings(max_examples=40)
@given(histories(), st.integers(0, 20), _minutes, _goals, st.none() | st.integers(0, 6), _locked)
def test_whatever_is_wished_for_the_plan_breaks_no_rule(
    history: list[Activity], wait: int, minutes: Any, goal: Any, long_day: int | None, locked: Any
) -> None:
    _check(history, wait, minutes, goal, long_day, locked)


@pytest.mark.slow
@pytest.mark.timeout(1_800)
@settings(max_examples=2_000)
@given(
    histories(max_runs=120),
    st.integers(0, 45),
    _minutes,
    _goals,
    st.none() | st.integers(0, 6),
    _locked,
)
def test_two_thousand_wishes_break_no_rule(
    history: list[Activity], wait: int, minutes: Any, goal: Any, long_day: int | None, locked: Any
) -> None:
    _check(history, wait, minutes, goal, long_day, locked)


def test_a_goal_without_a_race_has_no_days_around_one() -> None:
    with pytest.raises(ValueError, match="holds no race"):
        race_window(Goal())


def test_a_race_run_hard_lately_keeps_hard_days_away_from_it() -> None:
    raced = [*STEADY[:-1], activity(LAST_SUNDAY, 13_000, number=999, is_race=True)]
    drafted = plan(history=raced)
    assert drafted.days[0].kind is not DayKind.HARD


def test_a_runner_who_did_not_run_lately_gets_a_part_of_the_week_for_a_part_of_its_days() -> None:
    thursday = NEXT_MONDAY + timedelta(days=10)
    start = plan(history=[], as_of=thursday)
    assert sum(day.kind.is_run for day in start.days[:4]) <= 2


def test_a_long_day_soon_after_a_spike_says_why_it_is_short() -> None:
    spiked = [*STEADY[:-1], activity(LAST_SUNDAY, 17_400, number=999)]
    assert "the days after a race or a much longer run stay short" in said(
        plan(history=spiked, long_weekday=1)
    )


def test_the_long_day_of_a_race_week_says_why_it_is_missing() -> None:
    assert "the week before a race is lighter" in said(
        plan(weeks=6, goal=_race(10_000), long_weekday=2)
    )


def test_a_long_day_beside_a_locked_hard_one_says_that_there_is_no_room() -> None:
    locked = tuple(
        LockedDay(date=NEXT_MONDAY + timedelta(days=n), kind=DayKind.HARD, distance_m=5_000)
        for n in (4, 6)
    )
    assert "leave no room" in said(plan(long_weekday=5, locked=locked))


def test_a_rest_day_set_on_the_ladder_stays_a_rest_day() -> None:
    as_of = LAST_SUNDAY + timedelta(days=41)
    wish = LockedDay(date=as_of, kind=DayKind.REST)
    drafted = plan(as_of=as_of, locked=(wish,))
    assert drafted.days[0].kind is DayKind.REST
    assert "You set this day" in wording.sentence(drafted.days[0].reason)


def test_a_day_without_time_on_the_ladder_is_rest() -> None:
    as_of = LAST_SUNDAY + timedelta(days=41)
    busy = tuple(0 if n == as_of.weekday() else None for n in range(7))
    drafted = plan(as_of=as_of, minutes=busy)
    assert "no time to run" in wording.sentence(drafted.days[0].reason)
