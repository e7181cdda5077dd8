"""The signs to stop for, alone on a page: for the fridge, the club, the training bag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.knowledge import Urgency
from runadvisor.language import _
from runadvisor.printout.choices import AS_USUAL, PrintChoices
from runadvisor.printout.handout import Handout, Items, handout
from runadvisor.printout.safety import EMERGENCY_NUMBER
from runadvisor.warning.red_flags import OPEN

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import Catalog


def sign_handout(
    advice: Advice,
    catalog: Catalog,
    *,
    choices: PrintChoices = AS_USUAL,
    emergency_number: str = EMERGENCY_NUMBER,
    out_of_hours_number: str = "",
) -> Handout:
    """Word every sign by how soon it must be looked at.

    Args:
        advice: Dates the page.
        catalog: The signs.
        choices: How it is printed.
        emergency_number: Whom to call for what cannot wait.
        out_of_hours_number: Whom to call for what cannot wait long; empty for none.
    """
    later = _("Out of hours: {number}").format(number=out_of_hours_number)
    groups = (
        (
            Urgency.NOW,
            _("Stop and call {number}").format(number=emergency_number),
            _("or the emergency number where you are"),
        ),
        (
            Urgency.URGENT,
            _("See a doctor today or tomorrow"),
            later if out_of_hours_number else _("and do not run before"),
        ),
        (Urgency.WEEK, _("Be seen within seven days"), _("and do not run before")),
        (Urgency.SOON, _("Be seen within two weeks"), ""),
    )
    return handout(
        advice,
        title=_("When to stop and be seen"),
        period=_("for anybody who runs"),
        parts=tuple(
            Items(
                title=title,
                note=note,
                lines=_signs(catalog, urgency),
                is_framed=urgency is Urgency.NOW,
                mark="lock" if urgency is Urgency.NOW else "",
            )
            for urgency, title, note in groups
        ),
        choices=choices,
    )


def _signs(catalog: Catalog, urgency: Urgency) -> tuple[str, ...]:
    """Return the signs of an urgency; a question left open is none to look for."""
    return tuple(
        flag.text for flag in catalog.red_flags if flag.urgency is urgency and flag.flag_id != OPEN
    )
