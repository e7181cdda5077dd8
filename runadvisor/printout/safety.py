"""What to look for each morning, and when to stop and be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.domain.knowledge import Urgency
from runadvisor.domain.text import N_
from runadvisor.language import _
from runadvisor.printout.handout import Items

if TYPE_CHECKING:
    from runadvisor.domain.knowledge import Catalog

EMERGENCY_NUMBER = "112"

_EACH_MORNING = (
    N_("Sore 0 to 2 of 10, as yesterday: run as planned."),
    N_("3 to 5, or two more than usual: the next run a quarter to half shorter, no hard run."),
    N_("6 or more, three more than usual, or a limp: no running until two calm mornings in a row."),
    N_("Front of the hip, groin or bone: do not run on it. See a doctor or physiotherapist first."),
)
"""The pain rule of the plan, from the weakest sign to the strongest."""


def each_morning() -> tuple[str, ...]:
    """Return the pain rule in the language spoken."""
    return tuple(map(_, _EACH_MORNING))


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """Signs that call for the same help."""

    title: str
    note: str
    signs: tuple[str, ...]


def stop_signs(catalog: Catalog, *, emergency_number: str = EMERGENCY_NUMBER) -> tuple[Signs, ...]:
    """Word the red flags meant for paper: the emergencies first, then what a doctor sees soon."""
    return (
        Signs(
            title=_("Stop and call {number}").format(number=emergency_number),
            note=_("or the emergency number where you are"),
            signs=_signs(catalog, Urgency.NOW),
        ),
        Signs(
            title=_("See a doctor today or tomorrow"),
            note=_("and do not run before"),
            signs=_signs(catalog, Urgency.URGENT),
        ),
    )


def sign_parts(catalog: Catalog, *, emergency_number: str = EMERGENCY_NUMBER) -> tuple[Items, ...]:
    """Return the signs for paper as parts of a handout; the emergencies in a frame."""
    now, soon = stop_signs(catalog, emergency_number=emergency_number)
    return (
        Items(title=now.title, note=now.note, lines=now.signs, is_framed=True, mark="lock"),
        Items(title=soon.title, note=soon.note, lines=soon.signs, is_framed=True),
    )


def _signs(catalog: Catalog, urgency: Urgency) -> tuple[str, ...]:
    return tuple(f.text for f in catalog.red_flags if f.on_sheet and f.urgency is urgency)
