"""The strength, stretching and warm-up blocks of a day (P08, P16, P18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.plan import DayKind, PlannedBlock

if TYPE_CHECKING:
    from runadvisor.domain.knowledge import Catalog

STRENGTH = "hip-core-25"
STRETCHING = "hip-flexor-stretch"
WARM_UP = "dynamic-warm-up"


def blocks_of_day(
    kind: DayKind, *, has_strength: bool, has_stretching: bool, catalog: Catalog
) -> tuple[PlannedBlock, ...]:
    """Return the blocks of a day in the order they are done."""
    names: list[str] = []
    if kind is DayKind.HARD:
        names.append(WARM_UP)
    if has_strength:
        names.append(STRENGTH)
    if has_stretching:
        names.append(STRETCHING)
    return tuple(_block(name, catalog) for name in names)


def _block(name: str, catalog: Catalog) -> PlannedBlock:
    template = catalog.templates[name]
    return PlannedBlock(
        kind=template.kind,
        template_id=template.template_id,
        title=template.title,
        short_title=template.short_title,
        exercises=template.exercises,
        minutes=template.minutes,
        is_heavy=any(catalog.exercises[key].is_heavy for key in template.exercises),
    )
