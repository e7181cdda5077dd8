"""The strength, stretching and warm-up blocks of a day (P08, P16, P18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.exercise import ExerciseLimits
from runadvisor.domain.plan import DayKind, PlannedBlock
from runadvisor.plan.exercises import block_exercises

if TYPE_CHECKING:
    from runadvisor.domain.knowledge import Catalog

STRENGTH = "hip-core-25"
STRETCHING = "hip-flexor-stretch"
WARM_UP = "dynamic-warm-up"
NOTHING_KNOWN = ExerciseLimits()


def blocks_of_day(
    kind: DayKind,
    *,
    has_strength: bool,
    has_stretching: bool,
    catalog: Catalog,
    limits: ExerciseLimits = NOTHING_KNOWN,
) -> tuple[PlannedBlock, ...]:
    """Return the blocks of a day in the order they are done, without what ``limits`` bar."""
    names: list[str] = []
    if kind in {DayKind.HARD, DayKind.HILLS}:
        names.append(WARM_UP)
    if has_strength:
        names.append(STRENGTH)
    if has_stretching:
        names.append(STRETCHING)
    blocks = (_block(name, catalog, limits) for name in names)
    return tuple(block for block in blocks if block.exercises)


def _block(name: str, catalog: Catalog, limits: ExerciseLimits) -> PlannedBlock:
    template = catalog.templates[name]
    exercises = block_exercises(template, catalog, limits)
    return PlannedBlock(
        kind=template.kind,
        template_id=template.template_id,
        title=template.title,
        short_title=template.short_title,
        exercises=exercises,
        minutes=template.minutes,
        is_heavy=any(catalog.exercises[key].is_heavy for key in exercises),
    )
