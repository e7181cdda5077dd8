"""CSV bytes -> grids: the encoding, and for each delimiter it may have the rows."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources.table import MAX_TITLE_LINES, Fault, Grid, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELIMITERS = (",", ";", "\t")
TOO_LONG = N_("A cell of this row is longer than any note: the row was left out. Shorten it.")
OPEN_QUOTE = N_(
    "A quotation mark in line {line} is never closed: from there on the lines were read without "
    "quotation marks."
)


def decoded(data: bytes) -> str:
    """Return the text of UTF-8 (marked or not), UTF-16 or, failing these, Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def grids_of(text: str) -> Iterator[Grid]:
    """Yield the rows by each delimiter, the likeliest first.

    A semicolon is what spreadsheets write where the comma is the decimal mark.
    """
    for delimiter in _delimiters(text):
        yield _grid(text, delimiter)


def _delimiters(text: str) -> list[str]:
    """Return the delimiters by how often a line near the top holds them."""
    head = _lines(text.lstrip())[:MAX_TITLE_LINES] or [""]
    most = {mark: max(line.count(mark) for line in head) for mark in _DELIMITERS}
    return sorted(_DELIMITERS, key=lambda mark: -most[mark])


def _grid(text: str, delimiter: str) -> Grid:
    rows: list[Row] = []
    faults: list[Fault] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error:
            faults.append(Fault(line, "row-too-long", TOO_LONG, is_mended=False))
            continue
        rows.append(Row(line, tuple(cells)))
    if rows and reader.line_num > rows[-1].line:
        open_from = rows[-1].line
        rest = "".join(_lines(text)[open_from - 1 :])
        if _is_left_open(rest, delimiter):
            faults.append(Fault(open_from, "open-quote", OPEN_QUOTE, is_mended=True))
            rows[-1:] = _without_quotes(rest, delimiter, open_from)
    return Grid(
        tuple(row for row in rows if not row.is_empty),
        "," if delimiter == ";" else None,
        tuple(faults),
    )


def _is_left_open(text: str, delimiter: str) -> bool:
    """Whether a quotation mark swallows all lines to the end."""
    try:
        list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return True
    return False


def _without_quotes(text: str, delimiter: str, first_line: int) -> Iterator[Row]:
    for line, row in enumerate(_lines(text), start=first_line):
        yield Row(line, tuple(cell.strip('"\r\n') for cell in row.split(delimiter)))


def _lines(text: str) -> list[str]:
    """Return the lines as the CSV reader counts them; ``splitlines`` knows many more ends."""
    return io.StringIO(text, newline="").readlines()
