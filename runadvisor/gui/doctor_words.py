"""What became of each file of an import, in words: all of it from the report."""

from __future__ import annotations

import io
from pathlib import PurePath
from typing import TYPE_CHECKING

from runadvisor import wording
from runadvisor.domain.text import N_
from runadvisor.language import _, ngettext
from runadvisor.sources.import_report import FileOutcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runadvisor.sources.import_report import FileResult

OUTCOME_WORDS = {
    FileOutcome.NEEDS_LOOK: N_("Needs a look"),
    FileOutcome.ADDED: N_("Added"),
    FileOutcome.MERGED: N_("Joined"),
    FileOutcome.THERE_ALREADY: N_("There already"),
    FileOutcome.STAYS_DELETED: N_("Stays deleted"),
    FileOutcome.SKIPPED: N_("Left alone"),
    FileOutcome.NOTHING: N_("No activity"),
}
_TO_DO = {
    FileOutcome.ADDED: N_("Nothing to do."),
    FileOutcome.MERGED: N_(
        "Nothing to do. Both recordings are kept under one activity. If they are two, open it on "
        "the History page and press “Take apart” under “Where it came from”."
    ),
    FileOutcome.THERE_ALREADY: N_("Nothing to do: nothing is counted twice."),
    FileOutcome.STAYS_DELETED: N_("You deleted it earlier. “Import again” brings it back."),
    FileOutcome.SKIPPED: N_("Nothing to do: it holds no activity."),
    FileOutcome.NOTHING: N_(
        "Nothing to do, unless you expected activities in it: then look at its rows."
    ),
}
_ANSWER_IT = N_("Choose the columns; the list comes in when you have.")
_DATE_IT = N_("Say when it was, and it comes in; what you never ran, just leave.")
_MEND_SOME = N_(
    "Mend the rows that are named and import the file again: what is in is not counted twice."
)
_MEND_IT = N_("Do what the reason says, then import the file again.")


def outcome_words(outcome: FileOutcome) -> str:
    """Return what became of a file, in a word or two."""
    return _(OUTCOME_WORDS[outcome])


def file_words(result: FileResult) -> str:
    """Return what a file is called, without its folder, and the archive it is in."""
    name = PurePath(result.path).name
    if result.member is None:
        return name
    return _("{file} in {archive}").format(file=result.member, archive=name)


def count_words(result: FileResult) -> str:
    """Return how many activities a file gave: ``3 added, 2 there already``."""
    return ", ".join(
        words.format(number=wording.number(count)) for words, count in _counted(result)
    )


def _counted(result: FileResult) -> Iterator[tuple[str, int]]:
    """Yield words and number of what there was any of: ten thousand files are searched at once."""
    if number := result.added:
        yield ngettext("{number} added", "{number} added", number), number
    if number := result.merged:
        words = ngettext(
            "{number} joined to one that was there",
            "{number} joined to ones that were there",
            number,
        )
        yield words, number
    if number := result.duplicates:
        yield ngettext("{number} there already", "{number} there already", number), number
    if number := result.stays_deleted:
        yield ngettext("{number} stays deleted", "{number} stay deleted", number), number
    if number := result.told:
        yield ngettext("{number} entry of yours", "{number} entries of yours", number), number


def reason_words(result: FileResult) -> tuple[str, ...]:
    """Return why something of a file was not taken, or why nothing was wanted of it."""
    reasons = [
        wording.sentence(problem.reason)
        if problem.row is None
        else _("Row {row}: {reason}").format(
            row=wording.number(problem.row), reason=wording.sentence(problem.reason)
        )
        for problem in result.problems
    ]
    if result.skipped is not None:
        reasons.append(wording.sentence(result.skipped))
    return tuple(reasons)


def mended_words(result: FileResult) -> tuple[str, ...]:
    """Return what was mended or assumed in a file."""
    return tuple(wording.sentence(repair.note) for repair in result.repairs)


def to_do_words(result: FileResult) -> str:
    """Return what the runner can do about a file."""
    if result.outcome is not FileOutcome.NEEDS_LOOK:
        return _(_TO_DO[result.outcome])
    if any(problem.answers for problem in result.problems):
        return _(_ANSWER_IT)
    if any(problem.lacks_times for problem in result.problems):
        return _(_DATE_IT)
    return _(_MEND_SOME if result.added or result.duplicates else _MEND_IT)


def summary_words(result: FileResult) -> str:
    """Return a file in a line: what kept it out, else what it gave and what was mended."""
    counts = count_words(result)
    return " ".join(
        part
        for part in (
            *reason_words(result),
            f"{counts}." if counts else "",
            *mended_words(result),
        )
        if part
    )


def copied_words(results: Sequence[FileResult]) -> str:
    """Return files as text to send to somebody: names without folders, no positions."""
    return "\n\n".join(_block(result) for result in results) + "\n"


def _block(result: FileResult) -> str:
    lines = [f"{file_words(result)}: {outcome_words(result.outcome)}"]
    counts = count_words(result)
    lines += [f"  {counts}"] if counts else []
    lines += [f"  {words}" for words in (*reason_words(result), *mended_words(result))]
    return "\n".join([*lines, f"  {to_do_words(result)}"])


def table_of(results: Sequence[FileResult]) -> str:
    """Return files as CSV for a spreadsheet; a name that starts with ``=`` is no formula."""
    from defusedcsv import csv  # noqa: PLC0415 - wanted when a table is saved

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        [
            *(_("File"), _("In the archive"), _("Result"), _("Rows"), _("Added"), _("Joined")),
            *(_("There already"), _("Stays deleted"), _("Reason"), _("Mended"), _("What to do")),
        ]
    )
    for result in results:
        writer.writerow(
            [
                *(result.path, result.member or "", outcome_words(result.outcome)),
                *("" if result.rows is None else result.rows, result.added, result.merged),
                *(result.duplicates, result.stays_deleted),
                *(" ".join(reason_words(result)), " ".join(mended_words(result))),
                to_do_words(result),
            ]
        )
    return text.getvalue()
