"""CSV bytes -> a table: encoding, delimiter, where the header is, and the line of each row."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.sources.parse import clean, folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_TAG = re.compile(r"<[^>]*>")
_DELIMITERS = (",", ";", "\t")
MAX_TITLE_LINES = 12
SAMPLE_BLOCK = "sample rate"
"""Polar puts the samples of the activity below its one row, under a header of their own."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row and the line of the file, from 1, on which it begins."""

    line: int
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        """Return a cell cleaned; empty for no such column, and in a row cut short."""
        return clean(self.cells[column]) if column is not None and column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it."""

    header: tuple[str, ...]
    """As written, without padding and HTML tags."""
    rows: tuple[Row, ...]

    def column(self, name: str, occurrence: int = 0) -> int | None:
        """Return where a heading stands; exports use some headings twice."""
        found = [number for number, heading in enumerate(self.header) if heading == name]
        return found[occurrence] if occurrence < len(found) else None

    def cells(self, column: int | None) -> list[str]:
        """Return a whole column, cleaned, without its empty cells."""
        return [text for row in self.rows if (text := row.cell(column))]


def decoded(data: bytes) -> str:
    """Return the text of UTF-8 (marked or not), UTF-16 or, failing these, Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def table_of(text: str, is_header: Callable[[Sequence[str]], bool]) -> Table | None:
    """Return the table below the first line that is a header; ``None`` where none is.

    Args:
        text: The whole file.
        is_header: Whether cells, cleaned, are headings we know. Titles may stand above.
    """
    for delimiter in _delimiters(text):
        rows = _rows(text, delimiter)
        for number, row in enumerate(rows):
            if number >= MAX_TITLE_LINES:
                break
            header = tuple(clean(_TAG.sub("", cell)) for cell in row.cells)
            if is_header(header):
                return Table(header, tuple(_body(rows)))
    return None


def _delimiters(text: str) -> list[str]:
    """Return the delimiters by how often the first lines hold them."""
    head = "\n".join(text.lstrip().splitlines()[:MAX_TITLE_LINES])
    return sorted(
        _DELIMITERS, key=lambda mark: -max(map(_counter(mark), head.splitlines() or [""]))
    )


def _counter(mark: str) -> Callable[[str], int]:
    return lambda line: line.count(mark)


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue  # a cell beyond the size limit: the row is lost, the next line is not
        if any(cell.strip() for cell in cells):
            yield Row(line, tuple(cells))


def _body(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        if folded(row.cell(0)) == SAMPLE_BLOCK:
            return
        yield row
