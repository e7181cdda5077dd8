"""The diary in the plan: shorter, easier, step by step, or not at all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor import wording
from runadvisor.domain.athlete import NOBODY, Athlete
from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import NO_DIARY, Diary, HealthItem, IllnessSign
from runadvisor.domain.plan import DayKind, LockedDay
from runadvisor.domain.warning import Tier
from runadvisor.plan.draft import NO_WISHES, draft_plan
from runadvisor.plan.edit import PlanDesk
from runadvisor.warning.assess import standing_warnings
from tests.builders import activity, weekly_runs
from tests.diaries import health, healthy, knowledge, known, mornings, night, pain, seen, told

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity
    from runadvisor.domain.plan import PlannedDay, TrainingPlan

S = BodySite
MONDAY = date(2026, 11, 23)
STEADY = weekly_runs(16, {1: 6_000, 3: 7_000, 5: 5_000, 6: 13_000}, start=date(2026, 8, 3))


def plan(
    diary: Diary = NO_DIARY,
    *,
    day: date = MONDAY,
    runs: list[Activity] = STEADY,
    athlete: Athlete = NOBODY,
) -> TrainingPlan:
    facts = known(diary, day=day, runs=runs, athlete=athlete)
    return draft_plan(facts, standing_warnings(facts), weeks=4, catalog=knowledge())


def week_m(drafted: TrainingPlan, number: int = 0) -> int:
    days = drafted.days[7 * number : 7 * number + 7]
    return sum(day.distance_m or 0 for day in days)


def first_run(drafted: TrainingPlan) -> PlannedDay:
    return next(day for day in drafted.days if day.distance_m)


def hard(drafted: TrainingPlan) -> list[date]:
    return [day.date for day in drafted.days if day.kind is DayKind.HARD]


CALM = plan()


def test_the_calm_plan_holds_hard_runs() -> None:
    assert hard(CALM)
    assert CALM.stopped is None


def test_mornings_that_rise_on_two_entries_lower_the_next_week_though_load_is_calm() -> None:
    rising = Diary(pain=mornings(S.ACHILLES, [2, 3], start=MONDAY - timedelta(days=1)))
    facts = known(rising, day=MONDAY, runs=STEADY)
    assert {w.rule for w in standing_warnings(facts) if w.tier >= Tier.WATCH} <= {"R19", "R20"}
    lowered = plan(rising)
    assert 0 < week_m(lowered) <= 0.75 * week_m(CALM)
    assert not [day for day in hard(lowered) if day < MONDAY + timedelta(days=7)]
    flat = Diary(pain=mornings(S.ACHILLES, [1, 1], start=MONDAY - timedelta(days=1)))
    assert week_m(plan(flat)) == week_m(CALM)


def test_an_amber_shortens_the_next_run_by_a_quarter_to_a_half() -> None:
    for score, most, least in ((3, 0.75, 0.60), (5, 0.50, 0.40)):
        entry = pain(S.CALF, score, day=MONDAY)
        amber = plan(Diary(pain=(entry,)))
        # A standing watch makes the week itself a little smaller.
        share = (first_run(amber).distance_m or 0) / (first_run(CALM).distance_m or 1)
        assert least * 0.8 <= share <= most
        assert not [day for day in hard(amber) if day < MONDAY + timedelta(days=7)]


def test_after_a_stop_the_first_run_is_at_most_half_the_last() -> None:
    red = pain(S.CALF, 6, day=MONDAY)
    calm = mornings(S.CALF, [0, 0], start=MONDAY + timedelta(days=1), walking=0)
    back = MONDAY + timedelta(days=2)
    stopped = plan(Diary(pain=(red,)), day=back)
    assert stopped.days == ()
    opened = plan(Diary(pain=(red, *calm)), day=back)
    assert (first_run(opened).distance_m or 0) <= 6_500
    assert first_run(opened).limit_m == 6_500
    runs_after = [day for day in opened.days if day.distance_m][1:]
    assert max(day.limit_m or 0 for day in runs_after) > 6_500


def test_a_plan_after_an_opened_lock_starts_on_the_ladder() -> None:
    lock = Diary(screenings=(told("U-c", day=MONDAY - timedelta(days=3)),))
    assert plan(lock).days == ()
    opened = Diary(screenings=lock.screenings, clearances=(seen(MONDAY),))
    after = plan(opened, day=MONDAY)
    assert first_run(after).kind is DayKind.WALK_RUN
    assert first_run(after).distance_m == 1_600
    assert wording.sentence(first_run(after).reason).startswith("Step by step")
    assert not hard(after)


def test_after_the_ladder_is_done_it_holds_no_more() -> None:
    ladder = [activity(MONDAY + timedelta(days=2 * n), 3_000, number=900 + n) for n in range(12)]
    opened = Diary(
        screenings=(told("U-c", day=MONDAY - timedelta(days=3)),), clearances=(seen(MONDAY),)
    )
    after = plan(opened, day=MONDAY + timedelta(days=24), runs=[*STEADY, *ladder])
    assert first_run(after).kind is not DayKind.WALK_RUN


def test_easy_days_after_an_illness_hold_nothing_long_or_hard() -> None:
    ill = [night(MONDAY - timedelta(days=n), None, IllnessSign.FEVER) for n in (9, 8, 7, 6, 5, 4)]
    well = night(MONDAY - timedelta(days=3), illness=frozenset())
    after = plan(Diary(check_ins=(*ill, well)))
    easy_until = MONDAY + timedelta(days=3)
    kinds = {day.kind for day in after.days if day.date <= easy_until}
    assert kinds <= {DayKind.EASY, DayKind.REST, DayKind.CROSS}
    assert plan(Diary(check_ins=tuple(ill))).days == ()


def test_short_sleep_takes_the_planned_increase() -> None:
    nights = [night(MONDAY - timedelta(days=41 - n), 7.5 if n < 28 else 6.5) for n in range(42)]
    tired = plan(Diary(check_ins=tuple(nights)))
    usual = 31_000
    assert max(week_m(CALM, number) for number in range(3)) > usual
    assert max(week_m(tired, number) for number in range(4)) <= usual
    assert max(day.distance_m or 0 for day in tired.days) <= 13_000


def test_a_pregnant_runner_keeps_her_weeks_without_growth_or_hard_runs() -> None:
    said = (*healthy(), health(HealthItem.PREGNANT, date=MONDAY))
    pregnant = plan(Diary(health=said))
    assert hard(pregnant) == []
    assert max(week_m(pregnant, number) for number in range(4)) <= 31_000


def test_a_way_back_is_not_planned_under_18() -> None:
    young = Athlete(birth_year=2010)
    assert plan(athlete=young).days
    after_a_break = plan(athlete=young, day=MONDAY + timedelta(days=40))
    assert after_a_break.days == ()
    assert after_a_break.stopped is not None
    assert after_a_break.stopped.tier is Tier.INFO
    assert plan(day=MONDAY + timedelta(days=40)).days
    assert plan(athlete=young, runs=[]).days


def test_under_16_there_is_no_plan() -> None:
    stopped = plan(athlete=Athlete(birth_year=2012)).stopped
    assert stopped is not None
    assert "under 16" in wording.sentence(stopped.reason)


@pytest.mark.parametrize("flag", ["U-a", "NOW-3"])
def test_a_locked_plan_is_empty_and_says_what_to_do(flag: str) -> None:
    locked = plan(Diary(screenings=(told(flag, day=MONDAY),)))
    assert (locked.days, locked.weeks, locked.clearing) == ((), (), {})
    assert locked.stopped is not None
    assert len(locked.stopped.advice) >= 3


def test_what_bars_an_exercise_leaves_the_blocks() -> None:
    sore = Diary(
        pain=(pain(S.ADDUCTOR, 1, day=MONDAY - timedelta(days=20)),),
        check_ins=(night(MONDAY, 8.0),),
    )
    known_calm = Diary(check_ins=(night(MONDAY, 8.0),))

    def exercises(diary: Diary) -> set[str]:
        return {key for day in plan(diary).days for block in day.blocks for key in block.exercises}

    assert "E21" in exercises(known_calm)
    assert "E21" not in exercises(sore)


def test_a_plan_changed_by_hand_keeps_what_the_diary_asks() -> None:
    red = pain(S.CALF, 6, day=MONDAY)
    calm = mornings(S.CALF, [0, 0], start=MONDAY + timedelta(days=1), walking=0)
    facts = known(Diary(pain=(red, *calm)), day=MONDAY + timedelta(days=2), runs=STEADY)
    standing = standing_warnings(facts)
    desk = PlanDesk(facts, standing, knowledge(), NO_WISHES)
    drafted = draft_plan(facts, standing, weeks=2, catalog=knowledge())
    longer = LockedDay(date=first_run(drafted).date, kind=DayKind.EASY, distance_m=9_000)
    changed = desk.with_days(drafted, [longer])
    assert first_run(changed).limit_m == 6_500
    assert changed.breaches


def test_a_stopped_plan_has_no_day_to_set() -> None:
    facts = known(Diary(screenings=(told("U-a", day=MONDAY),)), day=MONDAY, runs=STEADY)
    standing = standing_warnings(facts)
    stopped = draft_plan(facts, standing, weeks=2, catalog=knowledge())
    desk = PlanDesk(facts, standing, knowledge(), NO_WISHES)
    run = LockedDay(date=MONDAY, kind=DayKind.EASY, distance_m=5_000)
    assert desk.with_days(stopped, [run]) is stopped
    assert desk.with_swap(stopped, MONDAY, MONDAY + timedelta(days=1)) is stopped
