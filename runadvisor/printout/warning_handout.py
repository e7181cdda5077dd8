"""One warning on a page: what was seen, the sum, what to do, how sure, when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.language import _
from runadvisor.printout.choices import AS_USUAL, PrintChoices
from runadvisor.printout.finding import arithmetic
from runadvisor.printout.handout import Handout, Items, Part, Words, handout
from runadvisor.printout.safety import EMERGENCY_NUMBER, sign_parts
from runadvisor.wording import full_day, grade_words, sentence, tier_meaning, tier_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.warning import TrainingWarning


def warning_handout(
    advice: Advice,
    warning: TrainingWarning,
    catalog: Catalog,
    *,
    choices: PrintChoices = AS_USUAL,
    emergency_number: str = EMERGENCY_NUMBER,
) -> Handout:
    """Word one warning with everything behind it.

    Args:
        advice: Of the day; says whether the warning stands.
        warning: The card, with what else its run fired.
        catalog: References and signs to stop for.
        choices: How it is printed.
        emergency_number: Whom to call for what cannot wait.
    """
    return handout(
        advice,
        title=sentence(warning.title),
        period=full_day(warning.date),
        parts=(
            Words(
                title=_("{tier}: {meaning}").format(
                    tier=tier_word(warning.tier), meaning=tier_meaning(warning.tier)
                ),
                lines=tuple(_seen(advice, warning)),
                mark=warning.tier.slug,
            ),
            Items(title=_("What to do"), lines=tuple(map(sentence, warning.advice))),
            Words(title=_("When it ends"), lines=(sentence(warning.clears),)),
            Words(
                title=_("How sure we are: {grade}").format(grade=grade_words(warning.grade)),
                lines=tuple(_sure(warning)),
            ),
            Items(
                title=_("What the same run fired as well"),
                lines=tuple(
                    _("{tier}: {words}").format(
                        tier=tier_word(other.tier), words=sentence(other.message)
                    )
                    for other in warning.also
                ),
            ),
            Items(title=_("Sources"), lines=tuple(_sources(warning, catalog))),
            *_signs(catalog, emergency_number),
        ),
        choices=choices,
    )


def _seen(advice: Advice, warning: TrainingWarning) -> Iterator[str]:
    yield sentence(warning.message)
    total = arithmetic(warning)
    if total is not None:
        yield total
    if warning.lifted_by is not None:
        yield sentence(warning.lifted_by)
    if not any(one.rule == warning.rule and one.date == warning.date for one in advice.standing):
        yield _("It does not stand any more on {day}.").format(day=full_day(advice.as_of))


def _sure(warning: TrainingWarning) -> Iterator[str]:
    yield sentence(warning.sure)
    yield _("Not shown: {words}").format(words=sentence(warning.not_shown))
    yield _("It describes a pattern in training. It is no diagnosis and no forecast for you.")


def _sources(warning: TrainingWarning, catalog: Catalog) -> Iterator[str]:
    for key in dict.fromkeys(key for one in warning.every for key in one.citations):
        yield catalog.citations[key].full


def _signs(catalog: Catalog, emergency_number: str) -> tuple[Part, ...]:
    return sign_parts(catalog, emergency_number=emergency_number)
