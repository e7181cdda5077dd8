"""``runadvisor plan``: the next weeks, on screen and as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.cli import clock
from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.files import worded_sheet, written_plans
from runadvisor.cli.history_file import opened
from runadvisor.cli.json_output import dumped
from runadvisor.cli.plan_words import plan_lines
from runadvisor.printout.plan_data import plan_csv, plan_json
from runadvisor.printout.text import text

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> ExitCode:
    """Draft the plan of a day, print it and write the files asked for."""
    with opened(arguments.history) as advisor:
        advice = advisor.advice(as_of=arguments.as_of or clock.today(), weeks=arguments.weeks)
        catalog = advisor.catalog
    files = written_plans(arguments, advice, catalog)
    if arguments.json:
        print(dumped(plan_json(advice.plan)))
    elif arguments.csv:
        print(plan_csv(advice.plan), end="")
    elif arguments.text:
        print(text(worded_sheet(advice, catalog, arguments.settings)), end="")
    elif files:
        print("\n".join(f"Plan written to {path}" for path in files))
    else:
        print("\n".join(plan_lines(advice.plan)))
    return ExitCode.DONE
