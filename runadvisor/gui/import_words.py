"""An import report in words: one sentence, groups of repairs, a text to keep."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from runadvisor import wording
from runadvisor.gui.models.import_problems import problem_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.activity import Activity
    from runadvisor.sources.import_report import ImportReport, Repair


def counted(number: int, one: str, many: str) -> str:
    """Return ``1 run`` or ``812 runs``."""
    return f"{wording.number(number)} {one if number == 1 else many}"


def result_sentence(report: ImportReport, added: Sequence[Activity]) -> str:
    """Return what came of an import in a sentence or three."""
    parts = [_added(added)]
    there = report.duplicates
    if there:
        parts.append(f"{wording.number(there)} {'was' if there == 1 else 'were'} there already.")
    if report.problems:
        number = len(report.problems)
        parts.append(f"{wording.number(number)} {'needs' if number == 1 else 'need'} a look.")
    if report.was_cancelled:
        parts.append("You stopped the import; what is in stays in.")
    return " ".join(parts)


def _added(added: Sequence[Activity]) -> str:
    if not added:
        return "Nothing new came in."
    runs = sum(activity.is_run for activity in added)
    things = []
    if runs:
        things.append(counted(runs, "run", "runs"))
    if len(added) > runs:
        others = "other activity", "other activities"
        things.append(
            counted(len(added) - runs, *others)
            if runs
            else counted(len(added), "activity", "activities")
        )
    first, last = added[0].local_date, added[-1].local_date
    when = f"of {first.year}" if first.year == last.year else f"from {first.year} to {last.year}"
    return f"{' and '.join(things)} {when}."


def repair_groups(repairs: Sequence[Repair]) -> list[tuple[int, str, str]]:
    """Return (how many, what, an example in words), the most frequent first."""
    counts = Counter(repair.code for repair in repairs)
    first: dict[str, Repair] = {}
    for repair in repairs:
        first.setdefault(repair.code, repair)
    return [
        (number, code.replace("-", " ").capitalize(), wording.sentence(first[code].note))
        for code, number in counts.most_common()
    ]


def report_text(report: ImportReport, sentence: str) -> str:
    """Return the whole report as plain text to keep or send."""
    lines = ["RunAdvisor import report", "", sentence, ""]
    lines += [
        f"Files: {report.files}",
        f"Added: {report.added}",
        f"Joined to one that was there: {report.merged}",
        f"There already: {report.duplicates}",
        f"Left alone, no activity in them: {report.skipped}",
    ]
    if report.problems:
        lines += ["", "Need a look:"]
        lines += [
            f"- {problem_place(p).replace(chr(10), ' ')}: {wording.sentence(p.reason)}"
            for p in report.problems
        ]
    if report.repairs:
        lines += ["", "Mended or assumed:"]
        lines += [f"- {r.member or r.path}: {wording.sentence(r.note)}" for r in report.repairs]
    return "\n".join(lines) + "\n"
