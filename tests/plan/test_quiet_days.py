"""A hard or long day set where none may be: it stands, is named, and the nearest is offered."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor import wording
from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import NO_DIARY, Diary, IllnessSign
from runadvisor.domain.plan import DayKind, Goal, GoalKind, LockedDay, PlanWishes
from runadvisor.plan.draft import draft_plan
from runadvisor.plan.edit import PlanDesk
from runadvisor.warning.assess import standing_warnings
from tests.builders import activity
from tests.diaries import knowledge, known, night, pain
from tests.plan.test_held_back import MONDAY, STEADY

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.plan import TrainingPlan

AMBER = Diary(pain=(pain(BodySite.CALF, 3, day=MONDAY, morning=0),))
RACE = Goal(kind=GoalKind.RACE, race_date=MONDAY + timedelta(days=8), race_m=10_000)


def changed(
    offset: int,
    kind: DayKind,
    *,
    diary: Diary = NO_DIARY,
    day: date = MONDAY,
    runs: list[Activity] = STEADY,
    goal: Goal | None = None,
) -> TrainingPlan:
    facts = known(diary, day=day, runs=runs)
    standing = standing_warnings(facts)
    wishes = PlanWishes(goal=goal or Goal())
    desk = PlanDesk(facts, standing, knowledge(), wishes)
    drafted = draft_plan(facts, standing, weeks=2, catalog=knowledge(), wishes=wishes)
    assert drafted.breaches == ()
    wish = LockedDay(date=day + timedelta(days=offset), kind=kind, distance_m=3_000)
    after = desk.with_days(drafted, [wish])
    for breach in after.breaches:
        # What is offered keeps the rule that was broken.
        if breach.date == wish.date and breach.remedy is not None:
            mended = desk.with_days(after, [breach.remedy])
            assert breach.message not in [each.message for each in mended.breaches]
    return after


def said(plan: TrainingPlan) -> str:
    return "\n".join(wording.sentence(breach.message) for breach in plan.breaches)


def test_a_hard_run_while_something_is_sore_is_named() -> None:
    assert "nothing hard for now, by what you wrote" in said(changed(2, DayKind.HARD, diary=AMBER))


def test_a_long_run_in_the_easy_days_after_an_illness_is_named() -> None:
    ill = [night(MONDAY - timedelta(days=n), None, IllnessSign.FEVER) for n in (6, 5, 4, 3)]
    well = night(MONDAY - timedelta(days=1), illness=frozenset())
    plan = changed(1, DayKind.LONG, diary=Diary(check_ins=(*ill, well)))
    assert "no long run for now" in said(plan)


def test_a_hard_run_soon_after_a_break_is_named() -> None:
    back = MONDAY + timedelta(days=21)
    assert "so soon after a break" in said(changed(3, DayKind.HARD, day=back))


@pytest.mark.parametrize(
    ("offset", "kind", "words"),
    [
        (0, DayKind.EASY, "is rest"),
        (2, DayKind.LONG, "nothing long or hard so soon"),
        (2, DayKind.HILLS, "nothing long or hard so soon"),
    ],
)
def test_days_after_a_much_longer_run_are_quiet(offset: int, kind: DayKind, words: str) -> None:
    spiked = [*STEADY[:-1], activity(MONDAY - timedelta(days=1), 18_000, number=999)]
    assert words in said(changed(offset, kind, runs=spiked))


def test_the_eve_of_a_race_is_rest() -> None:
    assert "the day before a race" in said(changed(7, DayKind.EASY, goal=RACE))


def test_a_race_too_soon_is_named_and_nothing_is_offered_in_its_place() -> None:
    spiked = [*STEADY[:-1], activity(MONDAY - timedelta(days=1), 18_000, number=999)]
    facts = known(NO_DIARY, day=MONDAY, runs=spiked)
    wishes = PlanWishes(
        goal=Goal(kind=GoalKind.RACE, race_date=MONDAY + timedelta(days=2), race_m=5_000)
    )
    plan = draft_plan(facts, standing_warnings(facts), weeks=1, catalog=knowledge(), wishes=wishes)
    breach = next(b for b in plan.breaches if "so soon" in wording.sentence(b.message))
    assert breach.remedy is None
