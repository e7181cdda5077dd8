"""What a person may choose of a print: paper, margins, colour, name, what is on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """The sheet a print is set on."""

    A4 = "a4"
    LETTER = "letter"


class Margin(StrEnum):
    """How much of the sheet stays white around the words."""

    NARROW = "narrow"
    NORMAL = "normal"
    WIDE = "wide"


class Ink(StrEnum):
    """Whether colour is spent; nothing is told by colour alone in either."""

    BLACK = "black"
    COLOUR = "colour"


class Section(StrEnum):
    """What may be left off a plan; what keeps a runner safe may not."""

    EXERCISES = "exercises"
    DIARY = "diary"
    BASIS = "basis"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintChoices:
    """The choices for one print."""

    paper: Paper = Paper.A4
    margin: Margin = Margin.NORMAL
    ink: Ink = Ink.BLACK
    shows_name: bool = True
    sections: frozenset[Section] = frozenset(Section)


AS_USUAL = PrintChoices()
