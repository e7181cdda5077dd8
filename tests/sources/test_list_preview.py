"""What a list would become: its columns, units and first rows, before anything is imported."""

from __future__ import annotations

import zipfile
from datetime import date
from typing import TYPE_CHECKING

from runadvisor.advisor import Advisor
from runadvisor.domain.activity import Recording
from runadvisor.domain.athlete import Athlete
from runadvisor.domain.text import Message
from runadvisor.history.store import History
from runadvisor.intake import known_choices
from runadvisor.sources.choices import Choices
from runadvisor.sources.column_mapping import ColumnMapping, parsed_mapping
from runadvisor.sources.import_report import ImportProblem
from runadvisor.sources.list_layout import Role
from runadvisor.sources.list_preview import ListPreview, chosen_columns, list_preview
from runadvisor.sources.place import Place
from runadvisor.wording import sentence
from tests.sources.xlsx_file import workbook

if TYPE_CHECKING:
    from pathlib import Path

    from runadvisor.domain.knowledge import Catalog

TODAY = date(2026, 11, 24)
UNKNOWN = (
    "Wann,Was,Soviel,Gebraucht\n"
    "2026-03-10,Park,8.0,48:00\n"
    "2026-03-12,See,10.0,60:30\n"
    "2026-03-14,Wald,6.5,41:00\n"
)
OPEN = "Date,Miles or so,Time\n3/4/2026,5,45:00\n5/6/2026,6,54:00\n"


def preview_of(place: Place, mapping: str = "") -> ListPreview:
    said = parsed_mapping(mapping) if mapping else None
    found = list_preview(place, Choices(mapping=said, about=place, today=TODAY))
    assert isinstance(found, ListPreview)
    return found


def written(folder: Path, text: str, name: str = "runs.csv") -> Place:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return Place(str(path))


def test_unknown_headings_are_guessed_and_the_guess_is_explained(tmp_path: Path) -> None:
    found = preview_of(written(tmp_path, UNKNOWN))
    assert found.columns[Role.DATE] == 0
    assert found.columns[Role.DISTANCE] == 2
    assert found.columns[Role.MOVING_TIME] == 3
    assert not found.is_open, "a yes is all that is missing"
    assert "“Soviel” with “Gebraucht” makes paces" in sentence(found.reasons[0])


def test_the_first_rows_are_those_that_the_import_brings(tmp_path: Path, catalog: Catalog) -> None:
    place = written(tmp_path, UNKNOWN)
    said = "date=Wann,distance=Soviel:km,time=Gebraucht"
    shown = [came for _line, came in preview_of(place, said).first_rows]
    assert all(isinstance(each, Recording) for each in shown)
    with History.open(tmp_path / "h.runadvisor") as history:
        advisor = Advisor(history, catalog=catalog, athlete=Athlete())
        advisor.import_files([tmp_path / "runs.csv"], mapping=parsed_mapping(said), today=TODAY)
        kept = history.activities()
    assert [(a.local_date, a.distance_m, a.moving_time_s) for a in kept] == [
        (r.local_start.date(), r.distance_m, r.moving_time_s)
        for r in shown
        if isinstance(r, Recording) and r.local_start is not None
    ]


def test_what_is_open_has_no_unit_yet_and_is_settled_by_saying_it(tmp_path: Path) -> None:
    place = written(tmp_path, OPEN.replace("Miles or so", "Distance"))
    found = preview_of(place)
    assert found.is_order_open
    assert found.units[Role.DATE] is None
    assert found.units[Role.DISTANCE] is None
    settled = preview_of(place, "date=Date:month-first,distance=Distance:mi")
    assert not settled.is_open
    first = settled.first_rows[0][1]
    assert isinstance(first, Recording)
    assert first.local_start is not None
    assert first.local_start.date() == date(2026, 3, 4)
    assert first.distance_m == 5 * 1609.344


def test_a_row_that_gives_nothing_says_why(tmp_path: Path) -> None:
    text = "Date,Distance (km),Time\n2026-03-10,8.0,48:00\nsoon,5,30:00\nTotal,13,\n"
    rows = preview_of(written(tmp_path, text)).first_rows
    assert [line for line, _came in rows] == [2, 3, 4]
    assert isinstance(rows[1][1], Message)
    assert "is no date" in sentence(rows[1][1])
    assert isinstance(rows[2][1], Message)
    assert "totals" in sentence(rows[2][1])


def test_a_column_can_be_left_out(tmp_path: Path) -> None:
    text = "Date,Distance (km),Time,Title\n2026-03-10,8.0,48:00,Park\n"
    place = written(tmp_path, text)
    assert Role.NAME in preview_of(place).columns
    found = preview_of(place, "date=Date,title=-")
    assert Role.NAME not in found.columns
    first = found.first_rows[0][1]
    assert isinstance(first, Recording)
    assert first.name is None


def test_a_decimal_comma_is_told_and_can_be_said(tmp_path: Path) -> None:
    place = written(tmp_path, "Datum;Strecke;Zeit\n10.03.2026;8,5;48:00\n")
    found = preview_of(place)
    assert found.decimal_mark == ","
    first = found.first_rows[0][1]
    assert isinstance(first, Recording)
    assert first.distance_m == 8500


def test_columns_are_named_so_that_the_mapping_finds_them_again() -> None:
    header = ("Day", "", "km", "km")
    named = chosen_columns(header, {Role.DATE: 0, Role.DISTANCE: 3, Role.NAME: None})
    assert named == {Role.DATE: "Day", Role.DISTANCE: "#4", Role.NAME: "-"}
    assert ColumnMapping(columns=named).columns_in(header) == {Role.DATE: 0, Role.DISTANCE: 3}


def test_a_sheet_of_a_workbook_and_a_list_in_an_archive_are_found_again(tmp_path: Path) -> None:
    book = tmp_path / "log.xlsx"
    book.write_bytes(
        workbook(
            {
                "Notes": [["nothing", "here"]],
                "2026": [["Date", "Distance (km)", "Time"], ["2026-03-10", "8", "48:00"]],
            }
        )
    )
    assert preview_of(Place(str(book), "2026")).rows == 1
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("logs/runs.csv", UNKNOWN)
        made.write(book, "logs/log.xlsx")
    assert preview_of(Place(str(archive), "logs/runs.csv")).rows == 3
    assert preview_of(Place(str(archive), "logs/log.xlsx/2026")).rows == 1


def test_a_list_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    found = list_preview(Place(str(tmp_path / "gone.csv")), Choices())
    assert isinstance(found, ImportProblem)
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("other.csv", UNKNOWN)
    found = list_preview(Place(str(archive), "runs.csv"), Choices())
    assert isinstance(found, ImportProblem)


def test_a_mapping_about_one_list_leaves_the_others_of_the_import_alone(
    tmp_path: Path, catalog: Catalog
) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    one = written(folder, OPEN.replace("Miles or so", "Distance"), "one.csv")
    written(folder, OPEN.replace("Miles or so", "Distance"), "two.csv")
    said = parsed_mapping("date=Date:month-first,distance=Distance:mi")
    with History.open(tmp_path / "h.runadvisor") as history:
        advisor = Advisor(history, catalog=catalog, athlete=Athlete())
        report = advisor.import_files([folder], mapping=said, about=one, today=TODAY)
        assert report.added == 2
        assert {problem.path for problem in report.problems} == {str(folder / "two.csv")}
        assert known_choices(history).remembered, "what was said is known for the next such list"
