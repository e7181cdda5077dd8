"""How often strength blocks were really done (R23): an effect follows the doing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.knowledge import BlockKind
from runadvisor.plan.constraints import STRENGTH_BLOCKS_A_WEEK

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.domain.exercise import ExerciseDone
    from runadvisor.domain.knowledge import BlockTemplate, Catalog

ADHERENCE_WEEKS: Final = 4
DONE_SHARE: Final = 0.5
"""Of the exercises of a block, ticked on one day: from then on it counts as done (our choice)."""
FEWEST_TICKS: Final = 2
"""One exercise is no block, however short that is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adherence:
    """Strength blocks of the last weeks."""

    blocks_done: int
    """Days on which a block was done, at most one a day."""
    blocks_advised: int
    weeks: int


def adherence(done: Sequence[ExerciseDone], catalog: Catalog, *, as_of: date) -> Adherence | None:
    """Return how many of the advised strength blocks were done in the last four weeks.

    Args:
        done: Every tick; those after ``as_of`` are not looked at.
        catalog: For what belongs to a block.
        as_of: The last day that counts.

    Returns:
        ``None`` when nothing was ticked in those weeks: silence is not failure.
    """
    first = as_of - timedelta(days=ADHERENCE_WEEKS * DAYS_PER_WEEK - 1)
    by_day: dict[date, set[str]] = {}
    for one in done:
        if first <= one.date <= as_of:
            by_day.setdefault(one.date, set()).add(one.exercise_id)
    if not by_day:
        return None
    blocks = [t for t in catalog.templates.values() if t.kind is BlockKind.STRENGTH]
    return Adherence(
        blocks_done=sum(any(_is_done(b, ids) for b in blocks) for ids in by_day.values()),
        blocks_advised=STRENGTH_BLOCKS_A_WEEK * ADHERENCE_WEEKS,
        weeks=ADHERENCE_WEEKS,
    )


def _is_done(block: BlockTemplate, ids: set[str]) -> bool:
    ticked = sum(key in ids or block.instead.get(key) in ids for key in block.exercises)
    return ticked >= max(FEWEST_TICKS, DONE_SHARE * len(block.exercises))
