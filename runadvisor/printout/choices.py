"""What a person may choose of a print: paper, margins, colour, name, what is on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from runadvisor.settings import Settings

_Kind = TypeVar("_Kind", bound=StrEnum)


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
NAME = "name"
"""What ``Settings.print_without`` calls the name of the runner."""


def choices_of(settings: Settings) -> PrintChoices:
    """Return what a person chose last; a word that is not known counts as the usual one."""
    without = settings.print_without
    return PrintChoices(
        paper=Paper[settings.paper],
        margin=_known(Margin, settings.print_margin, AS_USUAL.margin),
        ink=_known(Ink, settings.print_ink, AS_USUAL.ink),
        shows_name=NAME not in without,
        sections=frozenset(section for section in Section if section.value not in without),
    )


def _known(kind: type[_Kind], word: str, usual: _Kind) -> _Kind:
    try:
        return kind(word)
    except ValueError:
        return usual
