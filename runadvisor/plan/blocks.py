"""The strength, stretching and warm-up blocks of a day (P08, P09, P16, P18)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.domain.exercise import ExerciseLimits
from runadvisor.domain.knowledge import BlockKind, BlockTemplate
from runadvisor.domain.plan import DayKind, PlannedBlock
from runadvisor.plan.constraints import (
    STRENGTH_BLOCKS_A_WEEK,
    STRENGTH_BLOCKS_FRONT_HIP,
    STRETCHING_DAYS_A_WEEK,
)
from runadvisor.plan.exercises import PAIN_LIMIT, block_exercises
from runadvisor.plan.progression import next_dose

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from runadvisor.domain.exercise import ExerciseDone, OwnBlock
    from runadvisor.domain.knowledge import Catalog

STRENGTH = "hip-core-25"
STRETCHING = "hip-flexor-stretch"
WARM_UP = "dynamic-warm-up"
FRONT_HIP_STAGES = (
    ("front-hip-rebuild-3", "E03"),
    ("front-hip-rebuild-2", "E01"),
    ("front-hip-rebuild-1", "E02"),
)
"""The last stage first, each with the exercise that has to be open before its turn comes."""
OUTER_HIP = "outer-hip-leap"
NOTHING_KNOWN = ExerciseLimits()
EVERY_DAY = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class LightBlock:
    """A block without anything heavy: it may be done on any day (rules.md 33)."""

    block: PlannedBlock
    days_a_week: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockChoice:
    """Which blocks a plan places; what is barred is out of them already."""

    strength: tuple[PlannedBlock, ...]
    """Heavy ones, taken in turn on strength days."""
    strength_a_week: int
    light: tuple[LightBlock, ...]
    warm_up: PlannedBlock | None

    def on_strength_day(self, number: int) -> PlannedBlock | None:
        """Return the block of a strength day after so many others; ``None`` without any."""
        return self.strength[number % len(self.strength)] if self.strength else None


def chosen_blocks(
    catalog: Catalog,
    limits: ExerciseLimits,
    own: Sequence[OwnBlock] = (),
    *,
    done: Iterable[ExerciseDone] = (),
    as_of: date,
) -> BlockChoice:
    """Return the blocks of a plan.

    A sore front of the hip has the blocks of its stage and nothing else that is heavy, a sore
    outer hip its own. Else the runner's own planned blocks take the strength days in turn, in
    the place of the shipped one; those without anything heavy come beside it.
    """
    done = tuple(done)

    def made(template: BlockTemplate) -> PlannedBlock:
        return _block(template, catalog, limits, done=done, as_of=as_of)

    planned = [made(as_template(block)) for block in own if block.is_planned]
    light = [
        LightBlock(block=block, days_a_week=STRETCHING_DAYS_A_WEEK)
        for block in (made(catalog.templates[STRETCHING]), *planned)
        if not block.is_heavy
    ]
    heavy = [block for block in planned if block.is_heavy]
    a_week = STRENGTH_BLOCKS_A_WEEK
    if limits.front_hip is not None:
        heavy, a_week = [], STRENGTH_BLOCKS_FRONT_HIP
        stage = _front_hip_stage(catalog, limits)
        if stage is not None and made(stage).is_heavy:
            heavy = [made(stage)]
        elif stage is not None:
            light.insert(0, LightBlock(block=made(stage), days_a_week=EVERY_DAY))
    elif limits.outer_hip_pain and OUTER_HIP in catalog.templates:
        heavy = [made(catalog.templates[OUTER_HIP])]
    elif not heavy:
        heavy = [made(catalog.templates[STRENGTH])]
    warm_up = made(catalog.templates[WARM_UP])
    return BlockChoice(
        strength=tuple(block for block in heavy if block.exercises),
        strength_a_week=a_week,
        light=tuple(each for each in light if each.block.exercises),
        warm_up=warm_up if warm_up.exercises else None,
    )


def blocks_of_day(
    kind: DayKind,
    *,
    strength: PlannedBlock | None,
    light: Iterable[PlannedBlock],
    choice: BlockChoice,
) -> tuple[PlannedBlock, ...]:
    """Return the blocks of a day in the order they are done."""
    is_fast = kind in {DayKind.HARD, DayKind.HILLS}
    blocks = (choice.warm_up if is_fast else None, strength, *light)
    return tuple(block for block in blocks if block is not None)


def as_template(block: OwnBlock) -> BlockTemplate:
    """Return a block of the runner's own as one of the catalog."""
    return BlockTemplate(
        template_id=f"own-{block.block_id}",
        kind=BlockKind.STRENGTH,
        title=block.title,
        short_title=block.title,
        minutes=block.minutes,
        rounds=1,
        exercises=block.exercises,
        note="",
        doses=block.doses,
    )


def block_doses(
    template: BlockTemplate,
    exercises: Iterable[str],
    catalog: Catalog,
    *,
    done: Sequence[ExerciseDone],
    as_of: date,
) -> dict[str, str]:
    """Return how much of each exercise comes next: the block's own dose, else its next step."""
    return {
        key: template.doses.get(key)
        or next_dose(catalog.exercises[key], done, as_of=as_of, pain_limit=PAIN_LIMIT).dose
        for key in exercises
    }


def _front_hip_stage(catalog: Catalog, limits: ExerciseLimits) -> BlockTemplate | None:
    """Return the furthest stage whose turn it is by the bars of its exercises."""
    for name, key in FRONT_HIP_STAGES:
        stage = catalog.templates.get(name)
        if stage is not None and key in block_exercises(stage, catalog, limits):
            return stage
    return None


def _block(
    template: BlockTemplate,
    catalog: Catalog,
    limits: ExerciseLimits,
    *,
    done: Sequence[ExerciseDone],
    as_of: date,
) -> PlannedBlock:
    exercises = block_exercises(template, catalog, limits)
    return PlannedBlock(
        kind=template.kind,
        template_id=template.template_id,
        title=template.title,
        short_title=template.short_title,
        exercises=exercises,
        minutes=template.minutes,
        is_heavy=any(catalog.exercises[key].is_heavy for key in exercises),
        doses=block_doses(template, exercises, catalog, done=done, as_of=as_of),
    )
