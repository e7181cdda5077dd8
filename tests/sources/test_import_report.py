"""A report after an answer: what was read again takes the place of what needed a look."""

from __future__ import annotations

from runadvisor.domain.text import N_, Message
from runadvisor.sources.import_report import (
    FileOutcome,
    FileResult,
    ImportProblem,
    Repair,
    report_of,
    with_again,
)

WHY = Message(N_("Choose one."))


def result(path: str, outcome: FileOutcome, **counts: int) -> FileResult:
    return FileResult(path=path, outcome=outcome, **counts)  # pyright: ignore[reportArgumentType] - counts are whole numbers


def open_list(path: str) -> FileResult:
    problem = ImportProblem(path=path, code="unit-unclear", reason=WHY)
    return FileResult(path=path, outcome=FileOutcome.NEEDS_LOOK, problems=(problem,))


def test_counts_are_those_of_the_files() -> None:
    report = report_of(
        [
            result("a", FileOutcome.ADDED, added=2),
            result("b", FileOutcome.MERGED, merged=1, duplicates=3),
            open_list("c"),
        ]
    )
    assert (report.files, report.added, report.merged, report.duplicates) == (3, 2, 1, 3)
    assert [problem.path for problem in report.problems] == ["c"]


def test_an_answered_file_is_settled_and_the_others_keep_what_was_said() -> None:
    first = report_of(
        [result("a", FileOutcome.ADDED, added=2), open_list("b"), open_list("c")],
        activity_ids=[1, 2],
    )
    again = report_of(
        [
            result("a", FileOutcome.THERE_ALREADY, duplicates=2),
            result("b", FileOutcome.ADDED, added=5),
        ],
        activity_ids=[3],
    )
    both = with_again(first, again)
    assert both.added == 7
    assert both.duplicates == 0
    assert [problem.path for problem in both.problems] == ["c"]
    assert [each.outcome for each in both.file_results] == [
        FileOutcome.ADDED,
        FileOutcome.ADDED,
        FileOutcome.NEEDS_LOOK,
    ]
    assert both.activity_ids == (1, 2, 3)


def test_what_was_said_of_the_import_as_a_whole_stays() -> None:
    zone = Repair(path="a", code="home-zone-assumed", note=WHY)
    first = report_of([open_list("a")], said=[zone], was_cancelled=True)
    both = with_again(first, report_of([result("a", FileOutcome.ADDED, added=1)]))
    assert both.repairs == (zone,)
    assert both.was_cancelled
