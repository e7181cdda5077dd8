"""XLSX bytes -> grids of text, one a sheet; dates and times as people write them.

Our own reader and not calamine's: there a workbook of two cells in opposite corners asks for
the memory of seventeen billion cells, and that ends the process. What is needed is little:
text, numbers, and whether a number is a date.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from lxml import etree

from runadvisor.sources.table import Grid, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

MAX_PART_BYTES = 64 * 1024 * 1024
"""Of one sheet, unpacked; twenty years of runs are a fiftieth of it."""
MAX_COLUMNS = 500
MAX_ROWS = 200_000
WORKBOOK_PART = "xl/workbook.xml"
_FAULTS = (
    zipfile.BadZipFile,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    OverflowError,
    RuntimeError,
    zlib.error,
    etree.XMLSyntaxError,
)
_FROM_1900, _FROM_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - wall clocks
_BUILT_IN_DATES = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
_BUILT_IN_TIMES = frozenset({18, 19, 20, 21, 45, 46, 47})
_NOT_FORMAT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_SECONDS_PER_DAY = 86_400


class WorkbookError(Exception):
    """The file is no workbook that can be read."""


class WorkbookTooLargeError(WorkbookError):
    """A sheet is larger than any list of activities."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook."""

    name: str
    grid: Grid
    is_too_large: bool = False
    """Whether it is larger than any list, and was not read."""


def sheets_of(data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook that hold anything, in their order.

    Raises:
        WorkbookTooLargeError: What all sheets share is larger than any list.
        WorkbookError: It cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(_Workbook(archive).sheets())
    except _FAULTS as error:
        raise WorkbookError(str(error)) from error


class _Workbook:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}
        book = self._tree(WORKBOOK_PART)
        properties = next(_children(book, "workbookPr"), None)
        is_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        self._day_0 = _FROM_1904 if is_1904 else _FROM_1900
        self._book = book
        self._strings = self._shared_strings()
        self._kinds = self._cell_kinds()

    def sheets(self) -> Iterator[Sheet]:
        targets = self._targets()
        for sheet in _children(self._book, "sheet"):
            relation = next((key for key in sheet.attrib if _local(key) == "id"), "")
            part = targets.get(sheet.get(relation) or "")
            if part is None or part.lower() not in self._names:
                continue
            name = sheet.get("name") or ""
            try:
                rows = tuple(self._rows(part))
            except WorkbookTooLargeError:
                yield Sheet(name, Grid(()), is_too_large=True)
                continue
            if rows:
                yield Sheet(name, Grid(rows))

    # --- parts -------------------------------------------------------------------------

    def _data(self, part: str) -> bytes:
        with self._archive.open(self._names[part.lower()]) as member:
            data = member.read(MAX_PART_BYTES + 1)
        if len(data) > MAX_PART_BYTES:
            raise WorkbookTooLargeError(part)
        return data

    def _tree(self, part: str) -> Element:
        return etree.fromstring(self._data(part), _parser())

    def _targets(self) -> dict[str, str]:
        """Return the part of each relation's id."""
        relations = self._tree("xl/_rels/workbook.xml.rels")
        return {
            relation.get("Id") or "": posixpath.normpath(
                posixpath.join("/xl", relation.get("Target") or "")
            ).lstrip("/")
            for relation in _children(relations, "Relationship")
        }

    def _shared_strings(self) -> Sequence[str]:
        part = "xl/sharedStrings.xml"
        if part.lower() not in self._names:
            return ()
        return [_text(item) for item in _children(self._tree(part), "si")]

    def _cell_kinds(self) -> Sequence[str]:
        """Return ``date``, ``time`` or empty for each format a cell can have."""
        if "xl/styles.xml" not in self._names:
            return ()
        styles = self._tree("xl/styles.xml")
        codes = {
            number.get("numFmtId") or "": number.get("formatCode") or ""
            for number in _children(styles, "numFmt")
        }
        formats = next(_children(styles, "cellXfs"), None)
        if formats is None:
            return ()
        return [_kind(form.get("numFmtId") or "0", codes) for form in _children(formats, "xf")]

    # --- cells -------------------------------------------------------------------------

    def _rows(self, part: str) -> Iterator[Row]:
        stream = io.BytesIO(self._data(part))
        number = 0
        events = etree.iterparse(
            stream,
            events=("end",),
            tag="{*}row",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
        )
        for _, element in events:
            told = element.get("r") or ""
            number = int(told) if told.isdecimal() else number + 1
            row = Row(number, self._cells(element))
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]  # pyright: ignore[reportOptionalSubscript] - it has one
            if number > MAX_ROWS:
                raise WorkbookTooLargeError(part)
            if not row.is_empty:
                yield row

    def _cells(self, row: Element) -> tuple[str, ...]:
        found: dict[int, str] = {}
        column = -1
        for cell in _children(row, "c"):
            place = _CELL.fullmatch(cell.get("r") or "")
            column = _column(place[1]) if place else column + 1
            if column < MAX_COLUMNS:
                found[column] = self._cell(cell)
        return tuple(found.get(n, "") for n in range(max(found, default=-1) + 1))

    def _cell(self, cell: Element) -> str:
        kind = cell.get("t")
        if kind == "inlineStr":
            return _text(cell)
        value = next((child.text or "" for child in _children(cell, "v")), "")
        if kind == "s":
            return self._strings[int(value)] if value else ""
        if kind == "e" or not value:
            return ""  # a formula that went wrong says nothing
        if kind == "b":
            return "true" if value == "1" else "false"
        if kind in {"str", "d"}:
            return value
        style = cell.get("s") or "0"
        form = self._kinds[int(style)] if int(style) < len(self._kinds) else ""
        return number_text(float(value), form, self._day_0)


def number_text(value: float, kind: str = "", day_0: datetime = _FROM_1900) -> str:
    """Return a number as text that is read back as the same, whatever the decimal mark.

    Args:
        value: As the workbook stores it.
        kind: ``date``, ``time`` or empty.
        day_0: The day that counts as 0.
    """
    if kind == "date" and value >= 1:
        moment = day_0 + timedelta(seconds=round(value * _SECONDS_PER_DAY))
        return f"{moment:%Y-%m-%d}" if value == int(value) else f"{moment:%Y-%m-%d %H:%M:%S}"
    if kind and value >= 0:
        minutes, seconds = divmod(round(value * _SECONDS_PER_DAY), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    whole, _, digits = text.partition(".")
    # Three digits alone could be thousands.
    return f"{whole}.{digits}0" if len(digits) == 3 else text  # noqa: PLR2004 - as said


def _kind(number: str, codes: Mapping[str, str]) -> str:
    code = codes.get(number)
    if code is None:
        form = int(number) if number.isdecimal() else 0
        return "date" if form in _BUILT_IN_DATES else "time" if form in _BUILT_IN_TIMES else ""
    plain = _NOT_FORMAT.sub("", code.partition(";")[0]).lower()
    if "general" in plain:
        return ""
    if "y" in plain or "d" in plain:
        return "date"
    return "time" if re.search(r"h|s|\[m|m:", plain) else ""


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _text(item: Element) -> str:
    """Return the text of a string in parts, without the readings above Asian words."""
    return "".join(
        text.text or ""
        for text in item.iter("{*}t")
        if not any(_local(parent.tag) == "rPh" for parent in text.iterancestors())
    )


def _children(element: Element, name: str) -> Iterator[Element]:
    """Yield what is below an element and called so, whatever its namespace."""
    return element.iter(f"{{*}}{name}")


def _local(name: str | object) -> str:
    return str(name).rpartition("}")[2]


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
