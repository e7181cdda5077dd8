"""What came in, what did not, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runadvisor.domain.activity import Recording
    from runadvisor.domain.text import Message
    from runadvisor.sources.own_words import OwnWords


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to settle what a list leaves open."""

    label: Message
    mapping: str
    """What to add to the import, as ``--map`` takes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportProblem:
    """One file or row not taken, with its reason and what to do."""

    path: str
    member: str | None = None
    row: int | None = None
    """Line of the file, counted from 1, where the row begins."""
    code: str
    reason: Message
    answers: tuple[Answer, ...] = ()
    """What the person may choose from, where the file is sound and only a word is missing."""
    lacks_times: bool = False
    """Whether the file comes in once the person says when it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One thing mended or assumed while reading."""

    path: str
    member: str | None = None
    code: str
    note: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one file, or one member of an archive, gave."""

    path: str
    member: str | None = None
    recordings: tuple[Recording, ...] = ()
    problems: tuple[ImportProblem, ...] = ()
    repairs: tuple[Repair, ...] = ()
    skipped: Message | None = None
    """Why nothing was wanted from this member (a photo, a planned route), where so."""
    rows: int | None = None
    """How many rows a list has below its headings."""
    fingerprint: str | None = None
    """Tells the file again without unpacking it, where its archive allows that."""
    known: str | None = None
    """Digest or fingerprint of content that was in the history and was not read again."""
    size_bytes: int = 0
    """Of the file as it lies on the disk or, packed, in its archive."""
    mapped_headings: tuple[str, ...] = ()
    """``header_key`` of the lists that were read as the person said in this import."""
    own_words: OwnWords | None = None
    """What the runner wrote down, from our own export."""
    is_part: bool = False
    """Whether more of the same file follows: it is counted with its last reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an import is."""

    files_done: int
    files_total: int
    name: str
    bytes_done: int = 0
    bytes_total: int = 0
    left_s: float | None = None
    """Seconds the rest will take at the pace so far; ``None`` while that is a guess."""


class FileOutcome(StrEnum):
    """What became of one file; of several things the one that matters most."""

    NEEDS_LOOK = "needs-look"
    ADDED = "added"
    MERGED = "merged"
    THERE_ALREADY = "there-already"
    STAYS_DELETED = "stays-deleted"
    SKIPPED = "skipped"
    NOTHING = "nothing"
    """Read, and nothing in it was an activity: a list of rest days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """One file, or one member of an archive, and all that is to be said of it."""

    path: str
    member: str | None = None
    outcome: FileOutcome
    rows: int | None = None
    """How many rows a list has below its headings."""
    added: int = 0
    merged: int = 0
    duplicates: int = 0
    stays_deleted: int = 0
    told: int = 0
    """Entries of the diary, and of the answers about oneself, that are new."""
    problems: tuple[ImportProblem, ...] = ()
    repairs: tuple[Repair, ...] = ()
    skipped: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """The result of one import, as the command line prints it and the window shows it."""

    files: int = 0
    """Files seen, archive members counted one by one."""
    added: int = 0
    """Activities that are new in the history."""
    merged: int = 0
    """Recordings joined to an activity that another source had brought."""
    duplicates: int = 0
    """Recordings that were there already."""
    skipped: int = 0
    """Files that hold no activity and are none of our business."""
    problems: tuple[ImportProblem, ...] = ()
    repairs: tuple[Repair, ...] = ()
    activity_ids: tuple[int, ...] = ()
    """The activities added or enriched, in the order they came."""
    was_cancelled: bool = False
    file_results: tuple[FileResult, ...] = ()
    """One for each file seen, in the order they came."""


def report_of(
    results: Sequence[FileResult],
    *,
    said: Iterable[Repair] = (),
    activity_ids: Iterable[int] = (),
    was_cancelled: bool = False,
) -> ImportReport:
    """Return the report that what became of each file adds up to.

    Args:
        results: One for each file.
        said: What is said of the import as a whole.
        activity_ids: The activities added or enriched.
        was_cancelled: Whether the person stopped it.
    """
    return ImportReport(
        files=len(results),
        added=sum(result.added for result in results),
        merged=sum(result.merged for result in results),
        duplicates=sum(result.duplicates for result in results),
        skipped=sum(result.skipped is not None for result in results),
        problems=tuple(problem for result in results for problem in result.problems),
        repairs=(*(each for result in results for each in result.repairs), *said),
        activity_ids=tuple(activity_ids),
        was_cancelled=was_cancelled,
        file_results=tuple(results),
    )


_ANSWERED = frozenset({FileOutcome.NEEDS_LOOK, FileOutcome.STAYS_DELETED})


def with_again(report: ImportReport, again: ImportReport) -> ImportReport:
    """Return a report with what became of files that were read again after an answer.

    A file that was well the first time keeps what was said of it then: the second time it
    would only be there already.
    """
    latest = {(result.path, result.member): result for result in again.file_results}
    results = [
        latest.pop((result.path, result.member), result) if result.outcome in _ANSWERED else result
        for result in report.file_results
    ]
    known = {(result.path, result.member) for result in results}
    results += [result for key, result in latest.items() if key not in known]
    of_files = {id(repair) for each in (report, again) for repair in _of_files(each)}
    said = [
        repair for each in (report, again) for repair in each.repairs if id(repair) not in of_files
    ]
    return report_of(
        results,
        said=said,
        activity_ids=dict.fromkeys((*report.activity_ids, *again.activity_ids)),
        was_cancelled=report.was_cancelled,
    )


def _of_files(report: ImportReport) -> Iterable[Repair]:
    return (repair for result in report.file_results for repair in result.repairs)
