"""``runadvisor print``: any of the prints, as PDF, web page or plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.cli import clock
from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.files import write
from runadvisor.cli.history_file import opened
from runadvisor.domain.errors import PrintError
from runadvisor.language import _
from runadvisor.printout.block_handout import block_handout
from runadvisor.printout.choices import Ink, Margin, Paper, PrintChoices, Section
from runadvisor.printout.forms import form_of
from runadvisor.printout.load_review import load_review
from runadvisor.printout.sheet import plan_sheet
from runadvisor.printout.sign_handout import sign_handout
from runadvisor.printout.warning_handout import warning_handout

if TYPE_CHECKING:
    from argparse import Namespace

    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import BlockTemplate, Catalog
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.printout.forms import Sheet
    from runadvisor.settings import Settings


def run(arguments: Namespace) -> ExitCode:
    """Write one print into the file named, or show it as text."""
    settings: Settings = arguments.settings
    with opened(arguments.history) as advisor:
        advice = advisor.advice(as_of=arguments.as_of or clock.today(), weeks=arguments.weeks)
        catalog = advisor.catalog
    sheet = _sheet(arguments, advice, catalog, settings)
    if arguments.out is None:
        print(form_of(sheet, ".txt").decode(), end="")
        return ExitCode.DONE
    path = write(arguments.out, form_of(sheet, arguments.out.suffix.lower()))
    print(_("Written to {file}").format(file=path))
    return ExitCode.DONE


def _sheet(arguments: Namespace, advice: Advice, catalog: Catalog, settings: Settings) -> Sheet:
    choices = PrintChoices(
        paper=Paper[settings.paper],
        margin=Margin(arguments.margin),
        ink=Ink.COLOUR if arguments.colour else Ink.BLACK,
        shows_name=not arguments.no_name,
        sections=frozenset(Section) - {Section(each) for each in arguments.without},
    )
    number = settings.emergency_number
    match arguments.what:
        case "plan":
            return plan_sheet(
                advice,
                catalog,
                choices=choices,
                emergency_number=number,
                out_of_hours_number=settings.out_of_hours_number,
            )
        case "review":
            return load_review(advice, catalog, choices=choices)
        case "warning":
            warning = _warning(advice, arguments.rule)
            return warning_handout(
                advice, warning, catalog, choices=choices, emergency_number=number
            )
        case "block":
            return block_handout(
                advice,
                _block(catalog, arguments.block),
                catalog,
                choices=choices,
                emergency_number=number,
            )
        case _:
            return sign_handout(
                advice,
                catalog,
                choices=choices,
                emergency_number=number,
                out_of_hours_number=settings.out_of_hours_number,
            )


def _block(catalog: Catalog, name: str) -> BlockTemplate:
    """Return a block by its name.

    Raises:
        PrintError: There is none.
    """
    if name in catalog.templates:
        return catalog.templates[name]
    known = ", ".join(sorted(catalog.templates))
    raise PrintError(
        _("There is no block “{name}”: choose one of {blocks}.").format(name=name, blocks=known)
    )


def _warning(advice: Advice, rule: str | None) -> TrainingWarning:
    """Return the strongest standing warning, or the last one of a rule.

    Raises:
        PrintError: There is none.
    """
    if rule is None:
        if advice.standing:
            return advice.standing[0]
        raise PrintError(_("No warning stands. Name a rule to print its last one: --rule R01"))
    found = [one for one in (*advice.raised, *advice.standing) if one.rule == rule.upper()]
    if not found:
        raise PrintError(_("The rule {rule} has not fired.").format(rule=rule))
    return max(found, key=lambda one: one.date)
