"""A list as it would be imported: its columns, what was guessed and why, its first rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from runadvisor.domain.text import N_, Message
from runadvisor.sources.bundle import Archive, archive_at, file_data
from runadvisor.sources.column_guess import named_or_numbered
from runadvisor.sources.column_mapping import (
    DATE_ORDERS,
    HOURS_FIRST,
    NAME_OF_ROLE,
    NO_COLUMN,
    NOTHING_SAID,
    ColumnMapping,
    column_name,
)
from runadvisor.sources.content import Content, content_of
from runadvisor.sources.csv_list import found_list, text_grids
from runadvisor.sources.file_reader import unpacked
from runadvisor.sources.headings import METRES_OF, SECONDS_OF, columns_of
from runadvisor.sources.list_layout import Aspect, Role
from runadvisor.sources.list_rows import ListReader
from runadvisor.sources.parse import decimal_mark, is_order_open
from runadvisor.sources.place import Place
from runadvisor.sources.plain_csv import MEASURED
from runadvisor.sources.workbook import WorkbookError, sheets_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.domain.activity import Recording
    from runadvisor.sources.choices import Choices
    from runadvisor.sources.csv_list import FoundList
    from runadvisor.sources.import_report import ImportProblem
    from runadvisor.sources.table import Grid, Table

ROWS_SHOWN = 8
SAMPLE_CELLS = 3
CHOOSABLE = tuple(NAME_OF_ROLE)
"""What a person can choose a column for, in the order they are asked."""

NO_LONGER_A_LIST = N_("The list cannot be read any more. Import the file again.")

_T = TypeVar("_T")
FirstRow: TypeAlias = "tuple[int, Recording | Message]"
"""A line of the file, and its recording or why it gives none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPreview:
    """What would be imported of a list, and by which choices."""

    place: Place
    header: tuple[str, ...]
    """One for each column; empty where the list names none."""
    samples: tuple[tuple[str, ...], ...]
    """The first filled cells of each column."""
    columns: Mapping[Role, int]
    units: Mapping[Role, str | None]
    """Of the roles that have a unit; ``None`` while it has to be chosen."""
    decimal_mark: str | None
    """``None`` where the numbers of the list do not tell."""
    is_order_open: bool
    """Whether its dates are written so that day and month could be swapped."""
    is_own_list: bool
    """Whether a person keeps it: its columns are not those of a service."""
    reasons: tuple[Message, ...]
    """What was taken for granted and why, then what is still open."""
    is_open: bool
    """Whether something has to be chosen before a row is imported."""
    first_rows: tuple[FirstRow, ...]
    rows: int


def list_preview(place: Place, choices: Choices) -> ListPreview | ImportProblem:
    """Return what would be imported of the list at a place; or why nothing can be.

    Nothing is kept. Rows are read as they would be imported: with the choices made, and
    as the list itself suggests where none was made.

    Args:
        place: A file, a sheet of a workbook, or a list within an archive.
        choices: What the person says of the list, and what is known besides.
    """
    grids = _grids(place)
    if not isinstance(grids, list):
        return grids
    found = found_list(grids, choices.at(place))
    if found is None:
        return place.problem("not-a-list", NO_LONGER_A_LIST)
    if any(question.aspect is Aspect.COLUMNS for question in found.layout.questions):
        # What else is open is asked of columns that are chosen: here those that were guessed.
        columns = {r: c for r, c in found.layout.columns.items() if r in NAME_OF_ROLE}
        guess = ColumnMapping(columns=chosen_columns(found.table.header, columns))
        asked = found_list(grids, replace(choices, mapping=guess, about=None)) or found
        return _preview(place, replace(asked, said=NOTHING_SAID), choices)
    return _preview(place, found, choices)


def _preview(place: Place, found: FoundList, choices: Choices) -> ListPreview:
    table, layout = found.table, found.layout
    reader = ListReader(table, layout, place, today=choices.today)
    dates = table.cells(layout.columns.get(Role.DATE))
    open_aspects = {question.aspect for question in layout.questions}
    units = {
        Role.DATE: _unit_of(DATE_ORDERS, layout.date_order),
        Role.DISTANCE: _unit_of(METRES_OF, layout.metres),
        Role.MOVING_TIME: HOURS_FIRST
        if layout.is_hours_first
        else _unit_of(SECONDS_OF, layout.plain_time_s),
        Role.ELEVATION_GAIN: _unit_of(METRES_OF, layout.climb_metres),
    }
    if Aspect.DATE_ORDER in open_aspects:
        units[Role.DATE] = None
    if Aspect.DISTANCE_UNIT in open_aspects:
        units[Role.DISTANCE] = None
    return ListPreview(
        place=place,
        header=table.header,
        samples=tuple(
            tuple(table.cells(column)[:SAMPLE_CELLS]) for column in range(len(table.header))
        ),
        columns={role: layout.columns[role] for role in CHOOSABLE if role in layout.columns},
        units=units,
        decimal_mark=layout.decimal_mark or _own_mark(table, layout.columns),
        is_order_open=any(map(is_order_open, dates)),
        is_own_list=layout.format == "list-csv",
        reasons=_reasons(found),
        is_open=bool(open_aspects),
        first_rows=tuple((row.line, came) for row, came in reader.first(ROWS_SHOWN)),
        rows=len(table.rows),
    )


def _unit_of(units: Mapping[str, _T], meant: _T) -> str | None:
    return next((unit for unit, each in units.items() if each == meant), None)


def _own_mark(table: Table, columns: Mapping[Role, int]) -> str | None:
    column = columns.get(Role.DISTANCE)
    return decimal_mark(table.cells(column)) or table.decimal_mark


def _reasons(found: FoundList) -> tuple[Message, ...]:
    table, layout = found.table, found.layout
    asked = [
        Message(question.sentence, question.values)
        for question in layout.questions
        if question.aspect is not Aspect.COLUMNS
    ]
    assumed = [Message(assumption.sentence) for assumption in layout.assumed]
    is_settled = Aspect.COLUMNS in found.said.settled
    told = [] if is_settled else [_told(table, layout.columns)]
    return (*told, *assumed, *asked)


def _told(table: Table, columns: Mapping[Role, int]) -> Message:
    """Return by what the columns were told."""
    named, _units = columns_of(table.header)
    names = {
        "date_heading": named_or_numbered(table.header, columns[Role.DATE]),
        "distance_heading": named_or_numbered(table.header, columns.get(Role.DISTANCE, 0)),
        "time_heading": named_or_numbered(table.header, columns.get(Role.MOVING_TIME, 0)),
    }
    if Role.DATE in named and MEASURED.intersection(named):
        return Message(N_("The headings say what the columns hold."))
    if not {Role.DISTANCE, Role.MOVING_TIME}.issubset(columns):
        return Message(
            N_(
                "No headings we know, so the columns were told by their cells: {date_heading} "
                "holds dates, and one column beside it looks like what was run."
            ),
            names,
        )
    return Message(
        N_(
            "No headings we know, so the columns were told by their cells: {date_heading} holds "
            "dates, and {distance_heading} with {time_heading} makes paces that people run."
        ),
        names,
    )


# --- from choices to what is said -------------------------------------------------------------


def chosen_columns(header: tuple[str, ...], columns: Mapping[Role, int | None]) -> dict[Role, str]:
    """Return how columns are named in a mapping; ``None`` is no column."""
    return {
        role: NO_COLUMN if column is None else column_name(column, header)
        for role, column in columns.items()
    }


# --- the bytes of a place ---------------------------------------------------------------------


def _grids(place: Place) -> list[Grid] | ImportProblem:
    """Return the tables of a file, or the one sheet that a place names."""
    path = Path(place.path)
    archive = archive_at(path)
    if isinstance(archive, Archive):
        try:
            return _within(archive, place)
        finally:
            archive.close()
    data = file_data(path, Place(place.path))
    return _tables(data, place.member, place) if isinstance(data, bytes) else data


def _within(archive: Archive, place: Place) -> list[Grid] | ImportProblem:
    for name in archive.names:
        member = archive.place(name).member or ""
        if place.member == member:
            data = archive.data(name)
            return _tables(data, None, place) if isinstance(data, bytes) else data
        if not (place.member or "").startswith(f"{member}/"):
            continue
        inner = archive.archive(name)
        if isinstance(inner, Archive):
            try:
                return _within(inner, place)
            finally:
                inner.close()
        data = archive.data(name)
        sheet = (place.member or "").removeprefix(f"{member}/")
        return _tables(data, sheet, place) if isinstance(data, bytes) else data
    return place.problem("not-a-list", NO_LONGER_A_LIST)


def _tables(data: bytes, sheet: str | None, place: Place) -> list[Grid] | ImportProblem:
    plain = unpacked(data, place)
    if not isinstance(plain, bytes):
        return plain
    if content_of(plain) is not Content.ZIP:
        return text_grids(plain)
    try:
        sheets = sheets_of(plain)
    except WorkbookError:
        return place.problem("not-a-list", NO_LONGER_A_LIST)
    return [each.grid for each in sheets if sheet in {None, each.name} and not each.is_too_large]
