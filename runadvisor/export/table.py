"""One table of an export: the same rows as CSV for a spreadsheet and as JSON for a program."""

from __future__ import annotations

import io
import json
import math
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, TypeAlias

from defusedcsv import csv

if TYPE_CHECKING:
    from collections.abc import Sequence

Cell: TypeAlias = str | float | bool | date | datetime | None

DIGITS = 3
"""A millimetre, a millisecond: more is rounding dust."""
_SECOND_LENGTH = len("2026-11-22T07:00:00")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportTable:
    """Rows of one kind; the columns carry their units."""

    name: str
    """Of its files, without suffix."""
    about: str
    """What it holds, for the page that explains the folder."""
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


def csv_bytes(table: ExportTable) -> bytes:
    """Return the table for a spreadsheet: UTF-8 with a mark, because Excel asks for one.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([_plain(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def json_bytes(table: ExportTable) -> bytes:
    """Return the table as an object that holds a list of objects; unknown is ``null``."""
    rows = [dict(zip(table.columns, map(_for_json, row), strict=True)) for row in table.rows]
    text = json.dumps({table.name: rows}, ensure_ascii=False, allow_nan=False, indent=1)
    return f"{text}\n".encode()


def instant_text(at: datetime) -> str:
    """Return ``2026-11-22T07:00:00Z``; milliseconds only where there are any."""
    text = at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds")
    return f"{text[:_SECOND_LENGTH] if text.endswith('.000') else text}Z"


def _for_json(cell: Cell) -> str | float | bool | None:
    if isinstance(cell, datetime):
        return instant_text(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return _rounded(cell)
    return cell


def _plain(cell: Cell) -> str | float:
    value = _for_json(cell)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else value


def _rounded(value: float) -> float | None:
    if not math.isfinite(value):
        return None
    rounded = round(value, DIGITS)
    return int(rounded) if rounded == int(rounded) else rounded
