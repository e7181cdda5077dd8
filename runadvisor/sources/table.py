"""A table of text: a header, the rows below it, and where in the file each row begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.sources.parse import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_TAG = re.compile(r"<[^>]*>")
MAX_TITLE_LINES = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One row and the line of the file, from 1, on which it begins."""

    line: int
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        """Return a cell cleaned; empty for no such column, and in a row cut short."""
        return clean(self.cells[column]) if column is not None and column < len(self.cells) else ""

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the way a table is written: mended, or a row that is lost."""

    line: int
    code: str
    sentence: str
    is_mended: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it."""

    header: tuple[str, ...]
    """As written, without padding and HTML tags."""
    rows: tuple[Row, ...]
    decimal_mark: str | None = None
    """What the way the table is written says of its numbers; ``None`` where nothing."""
    faults: tuple[Fault, ...] = ()

    def column(self, name: str, occurrence: int = 0) -> int | None:
        """Return where a heading stands; exports use some headings twice."""
        found = [number for number, heading in enumerate(self.header) if heading == name]
        return found[occurrence] if occurrence < len(found) else None

    def cells(self, column: int | None) -> list[str]:
        """Return a whole column, cleaned, without its empty cells."""
        return [text for row in self.rows if (text := row.cell(column))]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows as they stand, before it is known which of them is the header."""

    rows: tuple[Row, ...]
    decimal_mark: str | None = None
    faults: tuple[Fault, ...] = ()

    def below(self, is_header: Callable[[Sequence[str]], bool]) -> Table | None:
        """Return the table below the first line that is a header; ``None`` where none is.

        Titles may stand above it.
        """
        for number, row in enumerate(self.rows[:MAX_TITLE_LINES]):
            header = headings_of(row.cells)
            if is_header(header):
                return Table(header, self.rows[number + 1 :], self.decimal_mark, self.faults)
        return None


def headings_of(cells: Iterable[str]) -> tuple[str, ...]:
    """Return cells as headings: cleaned, and out of the HTML some exports wrap them in."""
    return tuple(clean(_TAG.sub("", cell)) for cell in cells)
