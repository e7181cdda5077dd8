"""``runadvisor import``: files into the history, and what became of them."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from runadvisor.cli import clock
from runadvisor.cli.dating_arguments import dating_of
from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.history_file import opened_or_new
from runadvisor.cli.json_output import dumped, import_json
from runadvisor.cli.progress import shown_progress
from runadvisor.cli.tables import paragraph
from runadvisor.history.arrival import Deleted
from runadvisor.language import _, ngettext
from runadvisor.sources.place import Place
from runadvisor.wording import number, sentence

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from runadvisor.advisor import Advisor
    from runadvisor.sources.choices import Dating
    from runadvisor.sources.column_mapping import ColumnMapping
    from runadvisor.sources.import_report import ImportProblem, ImportReport, Repair

_MOST_SHOWN = 20
"""Problems and repairs a terminal shows; JSON names every one."""


def run(arguments: Namespace) -> ExitCode:
    """Bring files in and print the report."""
    dating = dating_of(arguments)
    with opened_or_new(arguments.history) as advisor:
        report = import_with_progress(
            advisor,
            arguments.paths,
            home_zone=arguments.home_zone,
            mapping=arguments.map,
            dating=dating,
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
    dating: Dating | None = None,
    deleted: Deleted = Deleted.STAYS,
) -> ImportReport:
    """Bring files in, with progress where somebody watches; ``dating`` is said of the one file."""
    with shown_progress() as progress:
        return advisor.import_files(
            paths,
            home_zone=home_zone,
            mapping=mapping,
            dating=dating,
            about=None if dating is None else Place(str(paths[0])),
            today=clock.today(),
            progress=progress,
            deleted=deleted,
        )


def report_lines(report: ImportReport) -> Iterator[str]:
    """Yield a report for people."""
    yield from paragraph(_counts(report))
    if report.problems:
        yield ""
        yield _("Not taken ({number}):").format(number=number(len(report.problems)))
        for problem in report.problems[:_MOST_SHOWN]:
            yield from paragraph(_problem_line(problem), indent="  ", mark="- ")
            for answer in problem.answers:
                yield f"    {sentence(answer.label)}: --map {quote(answer.mapping)}"
            if problem.lacks_times:
                yield from paragraph(_dating_line(problem), indent="    ")
        yield from _more(len(report.problems))
    if report.repairs:
        yield ""
        yield _("Mended or assumed ({number}):").format(number=number(len(report.repairs)))
        for repair in report.repairs[:_MOST_SHOWN]:
            yield from paragraph(_repair_line(repair), indent="  ", mark="- ")
        yield from _more(len(report.repairs))


def _counts(report: ImportReport) -> str:
    files = ngettext("{number} file read", "{number} files read", report.files)
    added = ngettext("{number} activity added", "{number} activities added", report.added)
    return _(
        "{files}: {added}, {joined} joined to one that was there, {there} there already, "
        "{skipped} skipped."
    ).format(
        files=files.format(number=number(report.files)),
        added=added.format(number=number(report.added)),
        joined=number(report.merged),
        there=number(report.duplicates),
        skipped=number(report.skipped),
    )


def _problem_line(problem: ImportProblem) -> str:
    place = _place(problem.path, problem.member)
    if problem.row is not None:
        place = _("{file}, line {row}").format(file=place, row=problem.row)
    return f"{place}: {sentence(problem.reason)}"


def _dating_line(problem: ImportProblem) -> str:
    if problem.member is not None:
        return _("Take it out of the archive, and import it by itself with --date.")
    return _("If you ran it: --date 2026-01-31 --start 07:30 --duration 52:10")


def _repair_line(repair: Repair) -> str:
    return f"{_place(repair.path, repair.member)}: {sentence(repair.note)}"


def _place(path: str, member: str | None) -> str:
    return path if member is None else f"{path}, {member}"


def _more(count: int) -> Iterator[str]:
    if count > _MOST_SHOWN:
        words = _("and {number} more; --json names every one")
        yield "  " + words.format(number=number(count - _MOST_SHOWN))
