"""``runadvisor demo`` in a terminal: the sample's warnings, and its plan as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.cli.as_of import day_after_last, day_after_last_words
from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.files import plan_pdf, write_new
from runadvisor.cli.history_file import sample
from runadvisor.cli.plan_words import plan_lines
from runadvisor.cli.warning_words import standing_lines
from runadvisor.language import _, ngettext
from runadvisor.wording import number

if TYPE_CHECKING:
    from argparse import Namespace

PDF_NAME = "runadvisor-plan.pdf"


def run(arguments: Namespace) -> ExitCode:
    """Print the sample history's warnings and plan, and write the plan as PDF."""
    with sample() as advisor:
        advice = advisor.advice(as_of=day_after_last(advisor))
        catalog = advisor.catalog
    runs = sum(activity.is_run for activity in advice.activities)
    print(
        ngettext(
            "The sample history of {name}, a made-up runner: {runs} run.",
            "The sample history of {name}, a made-up runner: {runs} runs.",
            runs,
        ).format(name=advice.athlete.name, runs=number(runs))
    )
    print(day_after_last_words(advice.as_of))
    print()
    print("\n".join(standing_lines(advice, catalog)))
    print()
    print("\n".join(plan_lines(advice.plan)))
    path = write_new(PDF_NAME, plan_pdf(advice, catalog, arguments.settings))
    print()
    print(_("Plan written to {file}").format(file=path))
    print(_("Now with your own runs: {command}").format(command="runadvisor import PATH"))
    return ExitCode.DONE
