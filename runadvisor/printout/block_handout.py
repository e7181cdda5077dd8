"""One block of exercises on a page: drawings, doses, what to leave out, boxes to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.errors import PrintError
from runadvisor.domain.units import SECONDS_PER_MINUTE
from runadvisor.language import _, ngettext
from runadvisor.plan.blocks import block_doses
from runadvisor.plan.exercises import allowed_exercises
from runadvisor.printout.choices import AS_USUAL, PrintChoices
from runadvisor.printout.exercise_sheet import exercise_card, weak_doses
from runadvisor.printout.handout import Cards, Handout, Items, Words, handout
from runadvisor.printout.labels import labels
from runadvisor.printout.safety import EMERGENCY_NUMBER, sign_parts
from runadvisor.wording import full_day, minutes

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import BlockTemplate, Catalog

SESSIONS = 8


def block_handout(
    advice: Advice,
    template: BlockTemplate,
    catalog: Catalog,
    *,
    choices: PrintChoices = AS_USUAL,
    emergency_number: str = EMERGENCY_NUMBER,
) -> Handout:
    """Word one block with the exercises this runner may do now.

    Args:
        advice: What bars exercises now.
        template: The block, ours or the runner's own.
        catalog: Blocks and exercises.
        choices: How it is printed.
        emergency_number: Whom to call for what cannot wait.

    Raises:
        PrintError: Every exercise of it is barred now.
    """
    offer = allowed_exercises(catalog, advice.restrictions.exercise_limits)
    allowed = [key for key in template.exercises if key not in offer.barred]
    if not allowed or offer.withheld is not None:
        raise PrintError(
            _(
                "No exercise of “{block}” is right for you now: the overview says what to do."
            ).format(block=template.title)
        )
    doses = block_doses(template, allowed, catalog, done=advice.diary.exercises, as_of=advice.as_of)
    cards = tuple(
        exercise_card(place, catalog.exercises[key], offer.cares.get(key, ()), dose=doses[key])
        for place, key in enumerate(allowed, start=1)
    )
    barred = len(template.exercises) - len(allowed)
    time = minutes(template.minutes * SECONDS_PER_MINUTE)
    return handout(
        advice,
        title=template.title,
        period=" · ".join(part for part in (time, template.note) if part),
        parts=(
            Words(title="", lines=(f"{labels().pain_limit}.",)),
            Cards(
                title="",
                note="",
                cards=cards,
                boxes=SESSIONS,
                boxes_title=labels().done,
            ),
            Items(
                title=labels().leave_out,
                lines=tuple(f"{card.number}: {card.avoid}" for card in cards if card.avoid),
                note=weak_doses(cards, catalog),
            ),
            Words(
                title="",
                lines=()
                if not barred
                else (
                    ngettext(
                        "{number} exercise is left out on {day}, because of what you wrote down.",
                        "{number} exercises are left out on {day}, because of what you wrote down.",
                        barred,
                    ).format(number=barred, day=full_day(advice.as_of)),
                ),
            ),
            *sign_parts(catalog, emergency_number=emergency_number),
        ),
        choices=choices,
    )
