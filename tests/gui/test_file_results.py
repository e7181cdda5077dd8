"""Thousands of files in a table: found, filtered and worded without a wait."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_, Message
from runadvisor.gui.doctor_words import OUTCOME_WORDS, table_of, to_do_words
from runadvisor.gui.models.file_results import FileResults
from runadvisor.gui.repair_words import REPAIR_WORDS, repair_words
from runadvisor.sources.import_report import FileOutcome, FileResult, ImportProblem, Repair

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

MANY = 10_000
BLOCKED_AT_MOST_S = 0.5
"""Ten times what a person would notice, as the machines of the tests are busy."""


def many() -> list[FileResult]:
    note = Message(
        N_("{count} jumps of the position: the way across is not counted."), {"count": 2}
    )
    return [
        FileResult(
            path=f"/runs/{number}.gpx",
            outcome=FileOutcome.ADDED,
            added=1,
            repairs=(Repair(path=f"/runs/{number}.gpx", code="jump", note=note),),
        )
        for number in range(MANY)
    ]


def test_the_table_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = FileResults()
    model.show(many()[:50])
    qtmodeltester.check(model)


def test_ten_thousand_files_are_shown_and_searched_at_once() -> None:
    model, results = FileResults(), many()
    began = time.perf_counter()
    model.show(results)
    shown_s = time.perf_counter() - began
    began = time.perf_counter()
    model.filter(FileOutcome.ADDED, "9999")
    assert model.rowCount() == 1
    searched_s = time.perf_counter() - began
    began = time.perf_counter()
    model.filter(None, "jumps 123")
    again_s = time.perf_counter() - began
    assert model.rowCount() > 1
    assert shown_s < BLOCKED_AT_MOST_S
    assert again_s < BLOCKED_AT_MOST_S
    assert searched_s < 4 * BLOCKED_AT_MOST_S


def test_every_result_is_worded_and_says_what_to_do() -> None:
    assert OUTCOME_WORDS.keys() == set(FileOutcome)
    for outcome in FileOutcome:
        assert to_do_words(FileResult(path="a", outcome=outcome))


def test_rows_to_mend_are_told_from_files_to_mend() -> None:
    why = Message(N_("No date in this row."))
    problem = ImportProblem(path="a", row=3, code="no-date", reason=why)
    some = FileResult(path="a", outcome=FileOutcome.NEEDS_LOOK, added=2, problems=(problem,))
    assert "not counted twice" in to_do_words(some)


def test_a_file_name_is_no_formula_in_a_spreadsheet() -> None:
    saved = table_of([FileResult(path="=1+1.csv", outcome=FileOutcome.NOTHING)])
    assert "\n=1+1" not in saved


def test_repairs_have_words_of_their_own() -> None:
    assert repair_words("jump") == "Jumps in the track"
    assert repair_words("never-heard-of") == "Never heard of"
    assert len(set(REPAIR_WORDS)) > 40
