"""Which blocks a plan places: the runner's own by the same rules as ours, and by what is sore."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import NO_DIARY, Diary
from runadvisor.domain.exercise import (
    ExerciseDone,
    ExerciseLimits,
    Feel,
    FrontHip,
    OwnBlock,
    StrainGrade,
)
from runadvisor.domain.plan import DayKind, LockedDay, PlanWishes
from runadvisor.plan.blocks import BlockChoice, chosen_blocks
from runadvisor.plan.draft import draft_plan
from runadvisor.plan.edit import PlanDesk
from runadvisor.warning.assess import standing_warnings
from tests.diaries import knowledge, known, pain
from tests.plan.test_held_back import MONDAY, STEADY

if TYPE_CHECKING:
    from runadvisor.domain.plan import PlannedBlock, TrainingPlan

HEAVY = OwnBlock(block_id=1, title="Hill legs", exercises=("E17", "E24"), minutes=15)
OTHER = OwnBlock(block_id=2, title="Balance", exercises=("E14", "E15"), minutes=10)
LIGHT = OwnBlock(
    block_id=3, title="Desk", exercises=("E02", "E29"), doses={"E29": "2 × 40 s"}, minutes=5
)


def plan(*own: OwnBlock, diary: Diary = NO_DIARY, **asked: Any) -> TrainingPlan:
    facts = known(diary, day=MONDAY, runs=STEADY)
    return draft_plan(
        facts,
        standing_warnings(facts),
        weeks=4,
        catalog=knowledge(),
        wishes=PlanWishes(own_blocks=own, **asked),
    )


def choice(*own: OwnBlock, done: tuple[ExerciseDone, ...] = (), **limits: Any) -> BlockChoice:
    return chosen_blocks(knowledge(), ExerciseLimits(**limits), own, done=done, as_of=MONDAY)


def blocks(drafted: TrainingPlan) -> list[PlannedBlock]:
    return [block for day in drafted.days for block in day.blocks]


def test_own_heavy_blocks_take_the_strength_days_in_turn_in_the_place_of_ours() -> None:
    titles = [b.title for b in blocks(plan(HEAVY, OTHER)) if b.is_heavy]
    assert titles == ["Hill legs", "Balance"] * (len(titles) // 2)
    assert len(titles) == 8


def test_own_heavy_blocks_keep_off_the_eve_of_hard_and_long_days() -> None:
    drafted = plan(HEAVY)
    kinds = {day.date: day.kind for day in drafted.days}
    for day in drafted.days:
        if any(block.is_heavy for block in day.blocks):
            demanding = {DayKind.HARD, DayKind.LONG}
            assert day.kind not in demanding
            assert kinds.get(day.date + timedelta(days=1)) not in demanding


def test_an_own_light_block_comes_three_times_a_week_beside_ours() -> None:
    drafted = plan(LIGHT)
    for week in drafted.weeks:
        held = [b.title for day in week.days if day is not None for b in day.blocks]
        assert held.count("Desk") == 3
        assert held.count("Hip & core 25") == 2


def test_an_own_dose_stands_and_the_others_follow_their_steps() -> None:
    easy = tuple(
        ExerciseDone(date=MONDAY - timedelta(days=n), exercise_id="E02", feel=Feel.EASY)
        for n in (3, 1)
    )
    desk = next(each.block for each in choice(LIGHT, done=easy).light if each.block.title == "Desk")
    assert desk.doses == {"E02": "4 × 25 s each side", "E29": "2 × 40 s"}


def test_a_block_that_is_not_to_be_planned_is_not() -> None:
    idle = OwnBlock(block_id=4, title="Idle", exercises=("E17",), minutes=5, is_planned=False)
    assert "Idle" not in {block.title for block in blocks(plan(idle))}


def test_what_is_barred_is_left_out_of_an_own_block_too() -> None:
    (strength,) = choice(
        OwnBlock(block_id=1, title="Mine", exercises=("E24", "E17"), minutes=9),
        days_since_quinolone=10,
    ).strength
    assert strength.exercises == ("E17",)


def test_an_own_block_of_which_everything_is_barred_gives_way() -> None:
    calf = OwnBlock(block_id=1, title="Calf", exercises=("E24",), minutes=9)
    assert "Calf" not in {b.title for b in choice(calf, days_since_quinolone=10).strength}


def hip(**fields: Any) -> FrontHip:
    return FrontHip(**{"days": 30, "grade": StrainGrade.I, "worst_pain": 1} | fields)


@pytest.mark.parametrize(
    ("front_hip", "strength", "light"),
    [
        (hip(days=1), [], []),
        (hip(days=3), [], ["front-hip-rebuild-1"]),
        (hip(days=6, painless_holds=3), ["front-hip-rebuild-2"], []),
        (hip(days=20, painless_holds=3), ["front-hip-rebuild-3"], []),
        (hip(days=20, grade=None), [], ["front-hip-rebuild-1"]),
        (hip(days=20, grade=None, clinician_agrees=True), ["front-hip-rebuild-3"], []),
    ],
)
def test_a_sore_front_hip_has_the_block_of_its_stage(
    front_hip: FrontHip, strength: list[str], light: list[str]
) -> None:
    made = choice(HEAVY, front_hip=front_hip)
    assert [block.template_id for block in made.strength] == strength
    stages = [b.block.template_id for b in made.light if "rebuild" in b.block.template_id]
    assert stages == light


def test_a_sore_outer_hip_has_its_own_block() -> None:
    drafted = plan(diary=Diary(pain=(pain(BodySite.OUTER_HIP, 1, day=MONDAY),)))
    assert "outer-hip-leap" in {block.template_id for block in blocks(drafted)}
    assert "hip-core-25" not in {block.template_id for block in blocks(drafted)}


def test_a_stage_block_of_every_day_is_on_every_day() -> None:
    entry = pain(BodySite.FRONT_HIP, 1, day=MONDAY - timedelta(days=3))
    drafted = plan(diary=Diary(pain=(entry,)))
    assert all(
        any(block.template_id == "front-hip-rebuild-1" for block in day.blocks)
        for day in drafted.days
    )


def test_a_change_by_hand_keeps_the_turns_of_own_blocks() -> None:
    facts = known(NO_DIARY, day=MONDAY, runs=STEADY)
    standing = standing_warnings(facts)
    wishes = PlanWishes(own_blocks=(HEAVY, OTHER))
    drafted = draft_plan(facts, standing, weeks=2, catalog=knowledge(), wishes=wishes)
    desk = PlanDesk(facts, standing, knowledge(), wishes)
    changed = desk.with_days(
        drafted, [LockedDay(date=MONDAY + timedelta(days=1), kind=DayKind.REST)]
    )
    titles = [b.title for b in blocks(changed) if b.is_heavy]
    assert titles == ["Hill legs", "Balance"] * 2


@pytest.mark.parametrize(
    "fields",
    [
        {"title": " "},
        {"exercises": ()},
        {"exercises": ("E07", "E07")},
        {"minutes": 0},
        {"minutes": 200},
    ],
)
def test_a_block_nobody_could_do_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="a block"):
        OwnBlock(**{"title": "Mine", "exercises": ("E07",), "minutes": 10} | fields)


def test_a_week_of_three_days_has_its_share_of_light_blocks() -> None:
    facts = known(NO_DIARY, day=date(2026, 11, 27), runs=STEADY)
    drafted = draft_plan(
        facts,
        standing_warnings(facts),
        weeks=1,
        catalog=knowledge(),
        wishes=PlanWishes(own_blocks=(LIGHT,)),
    )
    first = [day for day in drafted.weeks[0].days if day is not None]
    assert sum(any(b.title == "Desk" for b in day.blocks) for day in first) == 2
