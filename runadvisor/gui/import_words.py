"""An import report in words: one sentence, groups of repairs, a text to keep."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from runadvisor import wording
from runadvisor.gui.models.import_problems import problem_place
from runadvisor.gui.repair_words import repair_words
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.activity import Activity
    from runadvisor.sources.import_report import ImportReport, Progress, Repair


def counted(number: int, one: str, many: str) -> str:
    """Return ``1 run`` or ``812 runs``."""
    return f"{wording.number(number)} {one if number == 1 else many}"


def looks(report: ImportReport) -> int:
    """Return how many things need a look: a list that asks two questions is one."""
    asking = {(problem.path, problem.member) for problem in report.problems if problem.answers}
    return len(asking) + sum(not problem.answers for problem in report.problems)


def result_sentence(report: ImportReport, added: Sequence[Activity]) -> str:
    """Return what came of an import in a sentence or three."""
    parts = [_added(added)]
    there, open_ones = report.duplicates, looks(report)
    if there:
        words = ngettext("{number} was there already.", "{number} were there already.", there)
        parts.append(words.format(number=wording.number(there)))
    if open_ones:
        words = ngettext("{number} needs a look.", "{number} need a look.", open_ones)
        parts.append(words.format(number=wording.number(open_ones)))
    if report.was_cancelled:
        parts.append(
            _("You stopped the import; what is in stays in, and “Go on” brings in the rest.")
        )
    return " ".join(parts)


def _added(added: Sequence[Activity]) -> str:
    if not added:
        return _("Nothing new came in.")
    things = _things(added)
    first, last = added[0].local_date.year, added[-1].local_date.year
    if first == last:
        return _("{things} of {year}.").format(things=things, year=first)
    return _("{things} from {first_year} to {last_year}.").format(
        things=things, first_year=first, last_year=last
    )


def _things(added: Sequence[Activity]) -> str:
    runs = sum(activity.is_run for activity in added)
    others = len(added) - runs
    if not runs:
        words = ngettext("{number} activity", "{number} activities", others)
        return words.format(number=wording.number(others))
    run_words = ngettext("{number} run", "{number} runs", runs)
    run_words = run_words.format(number=wording.number(runs))
    if not others:
        return run_words
    other_words = ngettext("{number} other activity", "{number} other activities", others)
    return _("{runs} and {others}").format(
        runs=run_words, others=other_words.format(number=wording.number(others))
    )


_MEGABYTE = 1024**2


def progress_words(progress: Progress) -> str:
    """Return how far an import is: ``412 of 830 files, 38 of 96 MB``."""
    done, total = progress.files_done, progress.files_total
    words = ngettext("{done} of {total} file", "{done} of {total} files", total)
    files = words.format(done=wording.number(done), total=wording.number(total))
    if progress.bytes_total < _MEGABYTE:
        return files
    return _("{files}, {done} of {total} MB").format(
        files=files,
        done=wording.number(progress.bytes_done / _MEGABYTE),
        total=wording.number(progress.bytes_total / _MEGABYTE),
    )


def repair_groups(repairs: Sequence[Repair]) -> list[tuple[int, str, str]]:
    """Return (how many, what, an example in words), the most frequent first."""
    counts = Counter(repair.code for repair in repairs)
    first: dict[str, Repair] = {}
    for repair in repairs:
        first.setdefault(repair.code, repair)
    return [
        (number, repair_words(code), wording.sentence(first[code].note))
        for code, number in counts.most_common()
    ]


def report_text(report: ImportReport, sentence: str) -> str:
    """Return the whole report as plain text to keep or send."""
    lines = [_("RunAdvisor import report"), "", sentence, ""]
    lines += [
        _("Files: {number}").format(number=report.files),
        _("Added: {number}").format(number=report.added),
        _("Joined to one that was there: {number}").format(number=report.merged),
        _("There already: {number}").format(number=report.duplicates),
        _("Left alone, no activity in them: {number}").format(number=report.skipped),
    ]
    if report.problems:
        lines += ["", _("Need a look:")]
        lines += [
            f"- {problem_place(p).replace(chr(10), ' ')}: {wording.sentence(p.reason)}"
            for p in report.problems
        ]
    if report.repairs:
        lines += ["", _("Mended or assumed:")]
        lines += [f"- {r.member or r.path}: {wording.sentence(r.note)}" for r in report.repairs]
    return "\n".join(lines) + "\n"
