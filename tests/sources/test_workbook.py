"""Workbooks: every sheet with a list is read; dates, times and odd cells included."""

from __future__ import annotations

import io
import zipfile

import pytest

from runadvisor.sources import workbook as workbook_module
from tests.sources.list_text import read_file, wall
from tests.sources.xlsx_file import Cell, workbook

HEADER = ["Date", "Distance (km)", "Time"]
ROW = [Cell(45361, "date"), 5.0, Cell(1800 / 86_400, "time")]


def codes(data: bytes) -> list[str]:
    return [problem.code for problem in read_file(data).problems]


def test_a_workbook_is_read_as_the_list_in_it() -> None:
    (recording,) = read_file(workbook({"Log": [["My running"], HEADER, ROW]})).recordings
    assert recording.local_start == wall(2024, 3, 10, 12)
    assert (recording.distance_m, recording.moving_time_s) == (5000, 1800)


@pytest.mark.parametrize(
    ("cell", "start"),
    [
        (Cell(45361, "own-date"), wall(2024, 3, 10, 12)),
        (Cell(45361.3125, "date"), wall(2024, 3, 10, 7, 30)),
        (45361.0, wall(2024, 3, 10, 12)),
        ("10.03.2024", wall(2024, 3, 10, 12)),
        ("2024-03-10", wall(2024, 3, 10, 12)),
    ],
)
def test_dates_are_read_however_the_cell_holds_them(cell: object, start: object) -> None:
    (recording,) = read_file(workbook({"Log": [HEADER, [cell, *ROW[1:]]]})).recordings
    assert recording.local_start == start


def test_days_counted_from_1904_are_read() -> None:
    rows = [HEADER, [Cell(45361 - 1462, "date"), *ROW[1:]]]
    (recording,) = read_file(workbook({"Log": rows}, is_1904=True)).recordings
    assert recording.local_start == wall(2024, 3, 10, 12)


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [
        (Cell(1800 / 86_400, "elapsed"), 1800),
        (Cell(30 / 24, "elapsed"), 1800),  # 30:00 typed into a cell is thirty hours
        (30.0, 1800),
        ("30:00", 1800),
        ("30 min", 1800),
    ],
)
def test_times_are_read_however_the_cell_holds_them(cell: object, seconds: float) -> None:
    (recording,) = read_file(workbook({"Log": [HEADER, [*ROW[:2], cell]]})).recordings
    assert recording.moving_time_s == seconds


def test_a_number_of_three_decimals_is_no_thousand_even_among_text_with_commas() -> None:
    rows = [HEADER, [ROW[0], 5.012, "30:00"], [Cell(45362, "date"), "5,25", "30:00"]]
    first, second = read_file(workbook({"Log": rows})).recordings
    assert (first.distance_m, second.distance_m) == (pytest.approx(5012), pytest.approx(5250))


def test_every_sheet_that_is_a_list_is_read_and_the_others_are_said() -> None:
    other = [Cell(45362, "date"), 8.0, "50:00"]
    reading = read_file(
        workbook({"2023": [HEADER, ROW], "2024": [HEADER, other], "Notes": [["shoes", "red"]]})
    )
    assert [recording.source.member for recording in reading.recordings] == ["2023", "2024"]
    assert [note.code for note in reading.repairs] == ["other-sheets"]
    assert reading.rows == 2


def test_a_problem_names_the_sheet_and_the_row_as_the_spreadsheet_counts_it() -> None:
    bad = [Cell(45362, "date"), "abc", "50:00"]
    (problem,) = read_file(workbook({"2023": [HEADER, ROW, bad], "x": [HEADER, ROW]})).problems
    assert (problem.code, problem.member, problem.row) == ("bad-distance", "2023", 3)


def test_formulas_that_went_wrong_are_unknown() -> None:
    sheet = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c>'
        '<c r="B1" t="str"><v>Distance (km)</v></c><c r="C1" t="str"><v>Ascent</v></c></row>'
        '<row r="2"><c r="A2" s="1"><v>45361</v></c><c r="B2"><f>A1</f><v>5</v></c>'
        '<c r="C2" t="e"><v>#REF!</v></c></row>'
    )
    (recording,) = read_file(workbook(sheet_xml=sheet)).recordings
    assert (recording.distance_m, recording.elevation_gain_m) == (5000, None)


def test_cells_without_a_place_follow_each_other() -> None:
    sheet = (
        '<row><c t="str"><v>Date</v></c><c t="str"><v>Distance (km)</v></c></row>'
        '<row><c s="1"><v>45361</v></c><c><v>5</v></c></row>'
    )
    (recording,) = read_file(workbook(sheet_xml=sheet)).recordings
    assert recording.distance_m == 5000


def test_z8_two_cells_in_opposite_corners_cost_no_memory() -> None:
    sheet = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    )
    assert codes(workbook(sheet_xml=sheet)) == ["too-large"]


def test_z8_a_sheet_that_is_too_large_keeps_no_other_from_being_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook_module, "MAX_ROWS", 3)
    rows = [[n, n] for n in range(9)]
    reading = read_file(workbook({"Seconds": rows, "Log": [HEADER, ROW]}))
    assert len(reading.recordings) == 1
    assert [(p.code, p.member) for p in reading.problems] == [("too-large", "Seconds")]


def test_z8_a_part_that_unpacks_to_more_than_any_list_is_a_problem(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook_module, "MAX_PART_BYTES", 2_000)
    assert codes(workbook({"Log": [HEADER, *[ROW] * 100]})) == ["too-large"]


@pytest.mark.parametrize(
    ("names", "word"),
    [
        (["mimetype", "META-INF/manifest.xml", "content.xml"], "OpenDocument"),
        (["Index/Document.iwa", "Metadata/x"], "Numbers"),
        (["[Content_Types].xml", "word/document.xml"], "office document"),
    ],
)
def test_other_documents_are_named_with_the_way_round(names: list[str], word: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    (problem,) = read_file(stream.getvalue()).problems
    assert problem.code == "format-not-read"
    assert word in problem.reason.template


def test_an_old_or_locked_workbook_is_named_with_the_way_round() -> None:
    (problem,) = read_file(bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 100).problems
    assert "XLSX" in problem.reason.template


def test_a_workbook_without_a_list_says_so() -> None:
    assert codes(workbook({"Contacts": [["Name", "Email"], ["A", "a@example.org"]]})) == [
        "not-a-list"
    ]


def test_a_damaged_workbook_is_a_problem() -> None:
    whole = workbook(sheet_xml="<row><c r='A1' t='s'><v>99</v></c></row>")
    assert codes(whole) == ["broken-workbook"]
