"""What is to be printed: the plan, or one thing of another page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import BlockTemplate, Catalog
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.printout.choices import PrintChoices
    from runadvisor.printout.forms import Sheet
    from runadvisor.settings import Settings


class What(StrEnum):
    """The kinds of print."""

    PLAN = "plan"
    REVIEW = "review"
    SIGNS = "signs"
    WARNING = "warning"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """One print that somebody asked for."""

    what: What = What.PLAN
    warning: TrainingWarning | None = None
    block: BlockTemplate | None = None


def sheet_of(
    order: PrintOrder,
    advice: Advice,
    catalog: Catalog,
    *,
    choices: PrintChoices,
    settings: Settings,
) -> Sheet:
    """Return the words of a print.

    Raises:
        PrintError: A block is asked for of which nothing is right for this runner now.
    """
    # Printing loads when something is printed.
    from runadvisor.printout.block_handout import block_handout  # noqa: PLC0415
    from runadvisor.printout.load_review import load_review  # noqa: PLC0415
    from runadvisor.printout.sheet import plan_sheet  # noqa: PLC0415
    from runadvisor.printout.sign_handout import sign_handout  # noqa: PLC0415
    from runadvisor.printout.warning_handout import warning_handout  # noqa: PLC0415

    number, later = settings.emergency_number, settings.out_of_hours_number
    if order.what is What.WARNING and order.warning is not None:
        return warning_handout(
            advice, order.warning, catalog, choices=choices, emergency_number=number
        )
    if order.what is What.BLOCK and order.block is not None:
        return block_handout(advice, order.block, catalog, choices=choices, emergency_number=number)
    if order.what is What.REVIEW:
        return load_review(advice, catalog, choices=choices)
    make = sign_handout if order.what is What.SIGNS else plan_sheet
    return make(
        advice, catalog, choices=choices, emergency_number=number, out_of_hours_number=later
    )
