"""The exercises of the plan's blocks, and the boxes to tick."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import days
from runadvisor.domain.knowledge import BlockKind
from runadvisor.printout.effort import date_list
from runadvisor.wording import month

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.domain.knowledge import Catalog, Exercise
    from runadvisor.domain.plan import PlannedBlock, TrainingPlan

PAIN_DAYS = 14
_DATES_PER_TABLE = 18
"""More columns than this leave no room for a box to tick."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseCard:
    """One exercise in words."""

    name: str
    dose: str
    how: str
    avoid: str
    note: str
    """What to know about the dose; empty where it stands on its source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockSheet:
    """One block of the plan: its exercises, and the days it is done."""

    title: str
    outline: str
    """``25 min · two rounds, pain while doing it: at most 3 of 10``."""
    dates: str
    cards: tuple[ExerciseCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayColumn:
    """The head of a column for one day."""

    number: str
    month: str
    """``Nov`` on the first day and where the month changes, else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneRow:
    """One block across the dates of a table."""

    label: str
    is_due: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneTable:
    """Dates side by side, a box under each block that is due."""

    dates: tuple[DayColumn, ...]
    rows: tuple[DoneRow, ...]


def block_sheets(plan: TrainingPlan, catalog: Catalog) -> tuple[BlockSheet, ...]:
    """Describe each block of the plan once, in the order the days bring them."""
    return tuple(
        BlockSheet(
            title=block.title,
            outline=_outline(block, catalog),
            dates=date_list(dates),
            cards=tuple(_card(catalog.exercises[key]) for key in block.exercises),
        )
        for block, dates in _blocks(plan)
    )


def done_tables(plan: TrainingPlan) -> tuple[DoneTable, ...]:
    """Lay out the boxes to tick, as many dates to a table as a page has room for.

    A warm-up has none: it belongs to its run, which has a box in the grid.
    """
    blocks = [
        (block, dates) for block, dates in _blocks(plan) if block.kind is not BlockKind.WARM_UP
    ]
    every = sorted({day for _, dates in blocks for day in dates})
    chunks = [every[at : at + _DATES_PER_TABLE] for at in range(0, len(every), _DATES_PER_TABLE)]
    return tuple(
        DoneTable(
            dates=_columns(chunk),
            rows=tuple(
                DoneRow(label=block.title, is_due=tuple(day in dates for day in chunk))
                for block, dates in blocks
                if any(day in dates for day in chunk)
            ),
        )
        for chunk in chunks
    )


def pain_days(first: date) -> tuple[DayColumn, ...]:
    """Return the columns of the pain table, two weeks from ``first``."""
    return _columns(list(days(first, first + timedelta(days=PAIN_DAYS))))


def _columns(dates: Sequence[date]) -> tuple[DayColumn, ...]:
    before = [None, *(day.month for day in dates)]
    return tuple(
        DayColumn(number=str(day.day), month=month(day)[:3] if day.month != last else "")
        for day, last in zip(dates, before, strict=False)
    )


def _blocks(plan: TrainingPlan) -> list[tuple[PlannedBlock, Sequence[date]]]:
    found: dict[str, tuple[PlannedBlock, list[date]]] = {}
    for day in plan.days:
        for block in day.blocks:
            found.setdefault(block.template_id, (block, []))[1].append(day.date)
    return list(found.values())


def _outline(block: PlannedBlock, catalog: Catalog) -> str:
    template = catalog.templates.get(block.template_id)
    note = template.note if template is not None else ""
    return " · ".join(part for part in (f"{block.minutes} min", note) if part)


def _card(exercise: Exercise) -> ExerciseCard:
    notes = [exercise.dose_note or "", "" if exercise.checked else "Dose: weak evidence."]
    return ExerciseCard(
        name=exercise.name,
        dose=exercise.dose,
        how=exercise.how,
        avoid=exercise.avoid_when,
        note=" ".join(note for note in notes if note),
    )
