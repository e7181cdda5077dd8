"""Workbooks: every sheet that is a list of activities is read; other documents are named."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources.choices import NO_CHOICES, Choices
from runadvisor.sources.csv_list import (
    ListFile,
    found_list,
    reading_of,
    rows_of,
)
from runadvisor.sources.list_rows import ListReading
from runadvisor.sources.not_a_list import NO_LIST, SAMPLES, has_samples, refusal_of
from runadvisor.sources.place import Place
from runadvisor.sources.workbook import (
    WORKBOOK_PART,
    Sheet,
    WorkbookError,
    WorkbookTooLargeError,
    sheets_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runadvisor.sources.csv_list import FoundList

_OFFICE, _OPEN_DOCUMENT, _APPLE = "[content_types].xml", "meta-inf/manifest.xml", "index/"
TOO_LARGE = N_("A sheet is larger than any list of activities: not read.")
BROKEN = N_("The workbook cannot be read. Open it, save it again as XLSX or CSV, and import that.")
OTHER_SHEETS = N_("{count} sheets hold no list of activities: left out.")
OPEN_DOCUMENT = N_(
    "An OpenDocument file, which cannot be read. Save the table as XLSX or CSV and import that."
)
APPLE_DOCUMENT = N_(
    "A Numbers document, which cannot be read. Export the table as Excel or CSV and import that."
)
BROKEN_ZIP = N_("The archive is damaged. Download it again.")
NESTED_TOO_DEEP = N_("An archive inside an archive inside an archive. Unpack it first.")
NO_WORKBOOK = N_("An office document without a table. Save the table as XLSX or CSV.")


def is_document(names: Iterable[str]) -> bool:
    """Whether the members of a ZIP are the parts of an office document."""
    lower = {name.lower() for name in names}
    return (
        _OFFICE in lower
        or {"mimetype", _OPEN_DOCUMENT}.issubset(lower)
        or any(name.startswith(_APPLE) and name.endswith(".iwa") for name in lower)
    )


def read_workbook(data: bytes, place: Place, choices: Choices = NO_CHOICES) -> ListFile:
    """Return the recordings of all sheets of a workbook that are lists.

    Args:
        data: A ZIP whose members make up an office document.
        place: Where it came from.
        choices: What is known about files from outside.
    """
    reason = _not_a_workbook(data)
    if reason is not None:
        return ListFile(place.refused(place.problem(*reason)))
    try:
        sheets = sheets_of(data)
    except WorkbookTooLargeError:
        return ListFile(place.refused(place.problem("too-large", TOO_LARGE)))
    except WorkbookError:
        return ListFile(place.refused(place.problem("broken-workbook", BROKEN)))
    places = {sheet.name: place if len(sheets) == 1 else _within(place, sheet) for sheet in sheets}
    lists = [
        (places[sheet.name], found)
        for sheet in sheets
        if (found := _found(sheet, choices.at(places[sheet.name]))) is not None
    ]
    together = ListReading()
    for sheet in sheets:
        if sheet.is_too_large:
            together.problems.append(_within(place, sheet).problem("too-large", TOO_LARGE))
    for at, found in lists:
        _add(together, found, at, choices.at(at))
    if not (lists or together.problems):
        first = sheets[0].grid.rows[0].cells if sheets else ()
        return ListFile(place.refused(place.problem(*(refusal_of(first) or NO_LIST))))
    others = sum(not sheet.is_too_large for sheet in sheets) - len(lists)
    if lists and others:
        together.repairs.append(place.repair("other-sheets", OTHER_SHEETS, count=others))
    kind = lists[0][1].layout.format if lists else None
    return ListFile(reading_of(together, place), kind, together.files)


def _found(sheet: Sheet, choices: Choices) -> FoundList | None:
    if sheet.is_too_large or refusal_of(sheet.grid.rows[0].cells) is not None:
        return None
    return found_list([sheet.grid], choices)


def _add(together: ListReading, found: FoundList, place: Place, choices: Choices) -> None:
    rows = rows_of(found, place, choices)
    if has_samples(rows.recordings):
        together.problems.append(place.problem(*SAMPLES))
        return
    together.recordings += rows.recordings
    together.problems += rows.problems
    together.repairs += rows.repairs
    together.files |= rows.files
    together.rows += rows.rows
    together.mapped_headings += rows.mapped_headings


def _within(place: Place, sheet: Sheet) -> Place:
    return Place(place.path, f"{place.member}/{sheet.name}" if place.member else sheet.name)


def _not_a_workbook(data: bytes) -> tuple[str, str] | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.lower() for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "broken-archive", BROKEN_ZIP
    if WORKBOOK_PART in names:
        return None
    if _OFFICE in names:
        return "format-not-read", NO_WORKBOOK
    if not is_document(names):
        return "nested-archive", NESTED_TOO_DEEP
    is_open = _OPEN_DOCUMENT in names
    return "format-not-read", OPEN_DOCUMENT if is_open else APPLE_DOCUMENT
