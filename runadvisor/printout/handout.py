"""A page that is no plan: a title, and parts one below the other, in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from runadvisor.printout.choices import AS_USUAL, Ink, Margin, Paper, PrintChoices
from runadvisor.printout.labels import Labels, labels
from runadvisor.wording import full_day

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.advisor import Advice
    from runadvisor.printout.exercise_sheet import ExerciseCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Paragraphs under a heading."""

    title: str
    lines: tuple[str, ...]
    mark: str = ""
    """Slug of a tier whose shape stands before the heading."""
    kind: str = field(default="words", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list under a heading; framed where it must not be missed."""

    title: str
    lines: tuple[str, ...]
    note: str = ""
    is_framed: bool = False
    mark: str = ""
    kind: str = field(default="items", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a heading; numbers stand to the right."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_number: tuple[bool, ...]
    bars: tuple[float, ...] = ()
    """A bar at the end of each row, as a share of the longest; empty for none."""
    bar_head: str = ""
    nothing: str = ""
    """What stands in the place of no row."""
    kind: str = field(default="table", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Exercises with their drawings."""

    title: str
    note: str
    cards: tuple[ExerciseCard, ...]
    boxes: int
    """How many times each is to be ticked off."""
    boxes_title: str
    kind: str = field(default="cards", init=False)


Part: TypeAlias = Words | Items | Table | Cards


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A print in words, ready for any form."""

    paper: Paper
    margin: Margin
    ink: Ink
    language: str
    as_of: date
    title: str
    period: str
    person: str
    made_on: str
    parts: tuple[Part, ...]
    disclaimer: str
    labels: Labels


def handout(
    advice: Advice,
    *,
    title: str,
    period: str,
    parts: tuple[Part, ...],
    choices: PrintChoices = AS_USUAL,
) -> Handout:
    """Return a print of the day of an advice."""
    return Handout(
        paper=choices.paper,
        margin=choices.margin,
        ink=choices.ink,
        language=labels().language,
        as_of=advice.as_of,
        title=title,
        period=period,
        person=(advice.athlete.name or "") if choices.shows_name else "",
        made_on=full_day(advice.as_of),
        parts=tuple(part for part in parts if _holds_something(part)),
        disclaimer=labels().disclaimer,
        labels=labels(),
    )


def _holds_something(part: Part) -> bool:
    match part:
        case Table():
            return bool(part.rows or part.nothing)
        case Cards():
            return bool(part.cards)
        case _:
            return bool(part.lines)
