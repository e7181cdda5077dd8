"""``runadvisor import``: files into the history, and what became of them."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from runadvisor.cli import clock
from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.history_file import opened_or_new
from runadvisor.cli.json_output import dumped, import_json
from runadvisor.cli.progress import shown_progress
from runadvisor.cli.tables import counted, paragraph
from runadvisor.history.arrival import Deleted
from runadvisor.wording import sentence

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from runadvisor.advisor import Advisor
    from runadvisor.sources.column_mapping import ColumnMapping
    from runadvisor.sources.import_report import ImportProblem, ImportReport, Repair

_MOST_SHOWN = 20
"""Problems and repairs a terminal shows; JSON names every one."""


def run(arguments: Namespace) -> ExitCode:
    """Bring files in and print the report."""
    with opened_or_new(arguments.history) as advisor:
        report = import_with_progress(
            advisor,
            arguments.paths,
            home_zone=arguments.home_zone,
            mapping=arguments.map,
            deleted=Deleted.COMES_BACK if arguments.deleted_too else Deleted.STAYS,
        )
    print(dumped(import_json(report)) if arguments.json else "\n".join(report_lines(report)))
    return ExitCode.PROBLEMS if report.problems else ExitCode.DONE


def import_with_progress(
    advisor: Advisor,
    paths: Sequence[Path],
    *,
    home_zone: str | None = None,
    mapping: ColumnMapping | None = None,
    deleted: Deleted = Deleted.STAYS,
) -> ImportReport:
    """Bring files in, with progress where somebody watches."""
    with shown_progress() as progress:
        return advisor.import_files(
            paths,
            home_zone=home_zone,
            mapping=mapping,
            today=clock.today(),
            progress=progress,
            deleted=deleted,
        )


def report_lines(report: ImportReport) -> Iterator[str]:
    """Yield a report for people."""
    yield from paragraph(
        f"{counted(report.files, 'file', 'files')} read: "
        f"{counted(report.added, 'activity', 'activities')} added, {report.merged:,} joined to "
        f"one that was there, {report.duplicates:,} there already, {report.skipped:,} skipped."
    )
    if report.problems:
        yield ""
        yield f"Not taken ({len(report.problems):,}):"
        for problem in report.problems[:_MOST_SHOWN]:
            yield from paragraph(_problem_line(problem), indent="  ", mark="- ")
            for answer in problem.answers:
                yield f"    {sentence(answer.label)}: --map {quote(answer.mapping)}"
        yield from _more(len(report.problems))
    if report.repairs:
        yield ""
        yield f"Mended or assumed ({len(report.repairs):,}):"
        for repair in report.repairs[:_MOST_SHOWN]:
            yield from paragraph(_repair_line(repair), indent="  ", mark="- ")
        yield from _more(len(report.repairs))


def _problem_line(problem: ImportProblem) -> str:
    place = _place(problem.path, problem.member)
    line = "" if problem.row is None else f", line {problem.row}"
    return f"{place}{line}: {sentence(problem.reason)}"


def _repair_line(repair: Repair) -> str:
    return f"{_place(repair.path, repair.member)}: {sentence(repair.note)}"


def _place(path: str, member: str | None) -> str:
    return path if member is None else f"{path}, {member}"


def _more(count: int) -> Iterator[str]:
    if count > _MOST_SHOWN:
        yield f"  and {count - _MOST_SHOWN:,} more; --json names every one"
