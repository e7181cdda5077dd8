"""``runadvisor check``: files read into a history that is thrown away, and what they show."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from runadvisor.cli.as_of import day_after_last, day_after_last_words
from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.files import plan_pdf, write
from runadvisor.cli.history_file import throw_away
from runadvisor.cli.import_command import import_with_progress, report_lines
from runadvisor.cli.json_output import check_json, dumped
from runadvisor.cli.plan_words import plan_lines
from runadvisor.cli.warning_words import standing_lines
from runadvisor.cli.warnings_command import tier_code
from runadvisor.language import _

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.sources.import_report import ImportReport


def run(arguments: Namespace) -> ExitCode:
    """Print what files show without keeping them."""
    with throw_away() as advisor:
        report = import_with_progress(advisor, arguments.paths, mapping=arguments.map)
        advice = advisor.advice(as_of=arguments.as_of or day_after_last(advisor))
        catalog = advisor.catalog
        is_chosen_by_us = arguments.as_of is None and advisor.last_activity_date() is not None
    said = day_after_last_words(advice.as_of) if is_chosen_by_us else None
    if arguments.pdf is not None:
        write(arguments.pdf, plan_pdf(advice, catalog, arguments.settings))
    if arguments.json:
        if said is not None:
            print(said, file=sys.stderr)
        print(dumped(check_json(report, advice)))
    else:
        print("\n".join(_lines(report, advice, catalog, said=said)))
        if arguments.pdf is not None:
            print("\n" + _("Plan written to {file}").format(file=arguments.pdf))
    stands = tier_code(advice.standing, arguments.fail_on)
    return stands or (ExitCode.PROBLEMS if report.problems else ExitCode.DONE)


def _lines(
    report: ImportReport, advice: Advice, catalog: Catalog, *, said: str | None
) -> Iterator[str]:
    yield from report_lines(report)
    yield ""
    if said is not None:
        yield said
    yield from standing_lines(advice, catalog)
    yield ""
    yield from plan_lines(advice.plan)
