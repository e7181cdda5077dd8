"""The exercises of the plan's blocks, and the boxes to tick."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.charts.exercise_drawing import PRINT, drawing_shape, exercise_drawing
from runadvisor.domain.calendar import days
from runadvisor.domain.knowledge import BlockKind
from runadvisor.domain.units import SECONDS_PER_MINUTE
from runadvisor.language import _, ngettext
from runadvisor.plan.exercises import allowed_exercises
from runadvisor.printout.effort import date_list
from runadvisor.wording import minutes, month_short, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.domain.exercise import ExerciseLimits
    from runadvisor.domain.knowledge import Catalog, Exercise
    from runadvisor.domain.plan import PlannedBlock, TrainingPlan
    from runadvisor.domain.text import Message

PAIN_DAYS = 14
_DATES_PER_TABLE = 18
"""More columns than this leave no room for a box to tick."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseCard:
    """One exercise: its drawing and its words."""

    number: int
    """From 1, as the blocks name it."""
    name: str
    dose: str
    how: str
    care: str
    """What this runner does differently; mostly empty."""
    avoid: str
    note: str
    """What to know about the dose; empty where it stands on its source."""
    drawing: str
    """An SVG in the colours of paper."""
    shape: float
    """Height of the drawing over its width."""
    captions: tuple[str, ...]
    alternative: str
    """What the drawing shows, for somebody who cannot see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockSheet:
    """One block of the plan: its exercises by number, and the days it is done."""

    title: str
    outline: str
    """``25 min · two rounds, twice a week``."""
    exercises: str
    """``exercises 1–7``."""
    dates: str


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


def exercise_cards(
    plan: TrainingPlan, catalog: Catalog, limits: ExerciseLimits
) -> tuple[ExerciseCard, ...]:
    """Describe each exercise of the plan once, in the order its blocks bring them.

    How much of it is what the plan asks for: the step its ticks have led to.
    """
    cares = allowed_exercises(catalog, limits).cares
    return tuple(
        exercise_card(
            number, catalog.exercises[key], cares.get(key, ()), dose=_planned_dose(plan, key)
        )
        for key, number in _numbers(plan).items()
    )


def block_sheets(plan: TrainingPlan, catalog: Catalog) -> tuple[BlockSheet, ...]:
    """Describe each block of the plan once, in the order the days bring them."""
    numbers = _numbers(plan)
    return tuple(
        BlockSheet(
            title=block.title,
            outline=_outline(block, catalog),
            exercises=_named([numbers[key] for key in block.exercises]),
            dates=date_list(dates),
        )
        for block, dates in _blocks(plan)
    )


def weak_doses(cards: Sequence[ExerciseCard], catalog: Catalog) -> str:
    """Say which doses rest on no checked source; empty where all do.

    A later step is our choice even where the first dose is a trial's.
    """
    by_name = {exercise.name: exercise for exercise in catalog.exercises.values()}
    weak = [
        card.number
        for card in cards
        if not by_name[card.name].checked or card.dose in by_name[card.name].steps
    ]
    if not weak:
        return ""
    return ngettext(
        "The dose of {exercises} is general knowledge or our own choice: weak.",
        "The doses of {exercises} are general knowledge or our own choice: weak.",
        len(weak),
    ).format(exercises=_ranges(weak))


def done_tables(plan: TrainingPlan) -> tuple[DoneTable, ...]:
    """Lay out the boxes to tick, as many dates to a table as a page has room for.

    A warm-up has none: it belongs to its run, which has a box in the grid.
    """
    blocks = [
        (block, dates) for block, dates in _blocks(plan) if block.kind is not BlockKind.WARM_UP
    ]
    every = sorted({day for _block, dates in blocks for day in dates})
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
        DayColumn(number=str(day.day), month=month_short(day) if day.month != last else "")
        for day, last in zip(dates, before, strict=False)
    )


def _blocks(plan: TrainingPlan) -> list[tuple[PlannedBlock, Sequence[date]]]:
    found: dict[str, tuple[PlannedBlock, list[date]]] = {}
    for day in plan.days:
        for block in day.blocks:
            found.setdefault(block.template_id, (block, []))[1].append(day.date)
    return list(found.values())


def _planned_dose(plan: TrainingPlan, key: str) -> str | None:
    """Return how much of an exercise the plan asks for, named by block where blocks differ."""
    by_block = {
        block.title: block.doses[key] for block, _dates in _blocks(plan) if key in block.doses
    }
    doses = set(by_block.values())
    if len(doses) <= 1:
        return next(iter(doses), None)
    return "; ".join(
        _("{dose} ({block})").format(dose=dose, block=title) for title, dose in by_block.items()
    )


def _outline(block: PlannedBlock, catalog: Catalog) -> str:
    template = catalog.templates.get(block.template_id)
    note = template.note if template is not None else ""
    return " · ".join(part for part in (minutes(block.minutes * SECONDS_PER_MINUTE), note) if part)


def _numbers(plan: TrainingPlan) -> dict[str, int]:
    keys = dict.fromkeys(key for block, _ in _blocks(plan) for key in block.exercises)
    return {key: number for number, key in enumerate(keys, start=1)}


def _named(numbers: Sequence[int]) -> str:
    return ngettext("exercise {numbers}", "exercises {numbers}", len(numbers)).format(
        numbers=_ranges(numbers)
    )


def _ranges(numbers: Sequence[int]) -> str:
    """Return ``1–4, 7`` for 1, 2, 3, 4, 7."""
    ordered = sorted(set(numbers))
    runs: list[list[int]] = []
    for number in ordered:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def exercise_card(
    number: int, exercise: Exercise, cares: Sequence[Message], *, dose: str | None = None
) -> ExerciseCard:
    """Describe one exercise under a number, with what this runner does differently.

    Args:
        number: What the blocks call it.
        exercise: Its words.
        cares: What this runner does differently.
        dose: How much of it; ``None`` for the first dose of the catalog.
    """
    notes = [exercise.dose_note or "", "" if exercise.checked else _("Dose: weak evidence.")]
    drawing = exercise_drawing(exercise.exercise_id, PRINT)
    return ExerciseCard(
        number=number,
        name=exercise.name,
        dose=exercise.dose if dose is None else dose,
        how=exercise.how,
        care=" ".join(map(sentence, cares)),
        avoid=exercise.avoid_when,
        note=" ".join(note for note in notes if note),
        drawing=drawing,
        shape=drawing_shape(drawing),
        captions=exercise.captions,
        alternative=f"{exercise.name}: {', then '.join(exercise.captions)}",
    )
