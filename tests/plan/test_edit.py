"""A plan changed by hand: answered at once, with what it breaks and the nearest that does not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor import wording
from runadvisor.domain.plan import DayKind, LockedDay, PlanWishes
from runadvisor.plan.draft import draft_plan
from runadvisor.plan.edit import PlanDesk, locked_days
from runadvisor.warning.assess import standing_warnings
from runadvisor.warning.rule import facts
from tests.builders import small_catalog, weekly_runs
from tests.plan.test_draft import FIVE_A_WEEK, NEXT_MONDAY

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.domain.plan import PlannedDay, TrainingPlan

KNOWN = facts(weekly_runs(20, FIVE_A_WEEK), as_of=NEXT_MONDAY)
STANDING = standing_warnings(KNOWN)
CATALOG = small_catalog()
TUESDAY, WEDNESDAY, SUNDAY = (NEXT_MONDAY + timedelta(days=n) for n in (1, 2, 6))


@pytest.fixture
def drafted() -> TrainingPlan:
    return draft_plan(KNOWN, STANDING, weeks=4, catalog=CATALOG)


@pytest.fixture
def desk() -> PlanDesk:
    return PlanDesk(KNOWN, STANDING, CATALOG, PlanWishes())


def on(plan: TrainingPlan, day: date) -> PlannedDay:
    return next(each for each in plan.days if each.date == day)


def test_a_day_set_by_hand_is_locked_and_the_others_stay(
    desk: PlanDesk, drafted: TrainingPlan
) -> None:
    changed = desk.with_days(drafted, [LockedDay(date=TUESDAY, kind=DayKind.REST)])
    assert on(changed, TUESDAY).is_locked
    assert [d.distance_m for d in changed.days[2:]] == [d.distance_m for d in drafted.days[2:]]


def test_week_sums_follow_at_once(desk: PlanDesk, drafted: TrainingPlan) -> None:
    before = on(drafted, TUESDAY).distance_m or 0
    changed = desk.with_days(drafted, [LockedDay(date=TUESDAY, kind=DayKind.REST)])
    assert changed.weeks[0].planned_m == drafted.weeks[0].planned_m - before


def test_a_run_over_its_limit_stays_and_the_nearest_that_keeps_it_is_offered(
    desk: PlanDesk, drafted: TrainingPlan
) -> None:
    wish = LockedDay(date=SUNDAY, kind=DayKind.LONG, distance_m=20_000)
    changed = desk.with_days(drafted, [wish])
    (breach,) = changed.breaches
    assert on(changed, SUNDAY).distance_m == 20_000
    assert "over the limit of 14.3 km" in wording.sentence(breach.message)
    assert breach.remedy is not None
    assert breach.remedy.distance_m == 14_300
    assert desk.with_days(changed, [breach.remedy]).breaches == ()


def test_a_longer_run_lifts_no_later_limit_beyond_its_accepted_length(
    desk: PlanDesk, drafted: TrainingPlan
) -> None:
    wish = LockedDay(date=SUNDAY, kind=DayKind.LONG, distance_m=20_000)
    changed = desk.with_days(drafted, [wish])
    after = on(changed, SUNDAY + timedelta(days=7)).limit_m
    assert after is not None
    assert after <= 14_300


def test_hard_days_moved_together_are_named_and_one_is_offered_as_easy(
    desk: PlanDesk, drafted: TrainingPlan
) -> None:
    hard = [
        LockedDay(date=day, kind=DayKind.HARD, distance_m=5_000) for day in (TUESDAY, WEDNESDAY)
    ]
    changed = desk.with_days(drafted, hard)
    breach = next(b for b in changed.breaches if "too close" in wording.sentence(b.message))
    assert breach.remedy is not None
    assert breach.remedy.kind is DayKind.EASY


def test_a_sixth_run_is_named_and_the_shortest_easy_one_is_offered_as_rest(
    desk: PlanDesk, drafted: TrainingPlan
) -> None:
    rest = [day.date for day in drafted.days[:7] if not day.kind.is_run]
    extra = [LockedDay(date=rest[0], kind=DayKind.EASY, distance_m=3_000)]
    changed = desk.with_days(drafted, extra)
    assert changed.breaches
    remedy = changed.breaches[0].remedy
    assert remedy is not None
    assert remedy.kind is DayKind.REST


def test_no_heavy_block_stays_on_the_eve_of_a_run_made_hard(
    desk: PlanDesk, drafted: TrainingPlan
) -> None:
    for day in drafted.days[1:]:
        if not day.kind.is_run:
            continue
        hard = LockedDay(date=day.date, kind=DayKind.HARD, distance_m=5_000)
        changed = desk.with_days(drafted, [hard])
        eve = on(changed, day.date - timedelta(days=1))
        assert not any(block.is_heavy for block in eve.blocks)


def test_two_days_can_change_places(desk: PlanDesk, drafted: TrainingPlan) -> None:
    changed = desk.with_swap(drafted, TUESDAY, SUNDAY)
    assert on(changed, TUESDAY).distance_m == on(drafted, SUNDAY).distance_m
    assert on(changed, SUNDAY).distance_m == on(drafted, TUESDAY).distance_m


def test_a_swap_with_a_day_outside_the_plan_changes_nothing(
    desk: PlanDesk, drafted: TrainingPlan
) -> None:
    assert desk.with_swap(drafted, TUESDAY, NEXT_MONDAY + timedelta(days=90)) is drafted


def test_a_new_draft_keeps_the_days_that_were_set(desk: PlanDesk, drafted: TrainingPlan) -> None:
    wish = LockedDay(date=WEDNESDAY, kind=DayKind.EASY, distance_m=7_300)
    changed = desk.with_days(drafted, [wish])
    wishes = PlanWishes(locked=locked_days(changed))
    again = draft_plan(KNOWN, STANDING, weeks=4, catalog=CATALOG, wishes=wishes)
    assert on(again, WEDNESDAY).distance_m == 7_300


def test_runs_that_were_missed_are_not_crammed_into_the_rest_of_the_week() -> None:
    missed = facts(KNOWN.activities, as_of=NEXT_MONDAY + timedelta(days=4))
    plan = draft_plan(missed, standing_warnings(missed), weeks=2, catalog=CATALOG)
    left = [day for day in plan.days if day.date <= SUNDAY and day.kind.is_run]
    assert [day.date.weekday() for day in left] == [5, 6]
