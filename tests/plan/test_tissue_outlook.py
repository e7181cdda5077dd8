"""What the tissues would carry in a plan: more with more kilometres, other ones when fast."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.body import Tissue
from runadvisor.domain.plan import DayKind, LockedDay, PlanWishes
from runadvisor.plan.draft import draft_plan
from runadvisor.plan.edit import PlanDesk
from runadvisor.warning.assess import standing_warnings
from runadvisor.warning.rule import facts
from tests.builders import activity, small_catalog, weekly_runs
from tests.plan.test_draft import FIVE_A_WEEK, LAST_SUNDAY, NEXT_MONDAY

if TYPE_CHECKING:
    from runadvisor.training_load.tissue_trends import TissueTrend

STEADY = weekly_runs(20, FIVE_A_WEEK)
FAST = activity(
    LAST_SUNDAY - timedelta(days=2), 5_000, number=900, moving_time_s=1_100.0, session_rpe=8.0
)
KNOWN = facts([*STEADY, FAST], as_of=NEXT_MONDAY)
STANDING = standing_warnings(KNOWN)
DESK = PlanDesk(KNOWN, STANDING, small_catalog(), PlanWishes())
PLAN = draft_plan(KNOWN, STANDING, weeks=2, catalog=small_catalog())


def trends(*changes: LockedDay) -> dict[Tissue, TissueTrend]:
    plan = DESK.with_days(PLAN, changes) if changes else PLAN
    return {trend.tissue: trend for trend in DESK.tissues(plan)}


def fullest(tissue: Tissue, *changes: LockedDay) -> float:
    last = trends(*changes)[tissue].weeks[-1]
    assert last is not None
    return last


def a_day(kind: DayKind, km: int, *, offset: int = 2) -> LockedDay:
    return LockedDay(date=NEXT_MONDAY + timedelta(days=offset), kind=kind, distance_m=km * 1_000)


def test_a_usual_plan_lies_within_the_usual_weeks() -> None:
    for trend in trends().values():
        assert trend.usual is not None
        assert (trend.above_usual or 0.0) <= 0.1


def test_kilometres_set_by_hand_are_answered_by_every_tissue() -> None:
    before = trends()
    longer = [a_day(DayKind.EASY, 12, offset=offset) for offset in (0, 7)]
    for tissue, trend in trends(*longer).items():
        assert (trend.weeks[-1] or 0) > (before[tissue].weeks[-1] or 0)


def test_fast_kilometres_ask_more_of_the_calf_than_easy_ones() -> None:
    easy, hard = a_day(DayKind.EASY, 8), a_day(DayKind.HARD, 8)
    assert fullest(Tissue.CALF_ACHILLES, hard) > fullest(Tissue.CALF_ACHILLES, easy)


def test_what_was_run_this_week_already_counts() -> None:
    ran = activity(NEXT_MONDAY, 9_000, number=901)
    known = facts([*STEADY, FAST, ran], as_of=NEXT_MONDAY + timedelta(days=1))
    standing = standing_warnings(known)
    plan = draft_plan(known, standing, weeks=1, catalog=small_catalog())
    desk = PlanDesk(known, standing, small_catalog(), PlanWishes())
    (bone,) = [trend for trend in desk.tissues(plan) if trend.tissue is Tissue.BONE]
    per_metre = fullest(Tissue.BONE) / max(week.planned_m for week in PLAN.weeks)
    assert bone.weeks[-1] is not None
    assert bone.weeks[-1] > 9_000 * per_metre


def test_without_four_weeks_to_set_it_against_nothing_is_said() -> None:
    known = facts(weekly_runs(2, FIVE_A_WEEK), as_of=NEXT_MONDAY - timedelta(days=126))
    standing = standing_warnings(known)
    plan = draft_plan(known, standing, weeks=1, catalog=small_catalog())
    assert PlanDesk(known, standing, small_catalog(), PlanWishes()).tissues(plan) == ()


def test_a_plan_that_is_stopped_says_nothing_of_tissues() -> None:
    assert DESK.tissues(replace(PLAN, days=(), weeks=())) == ()
