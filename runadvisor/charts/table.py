"""The numbers behind a chart, as rows: to be read one by one, or kept as CSV."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias, cast

from defusedcsv import csv

from runadvisor.domain.errors import PrintError
from runadvisor.domain.text import Message
from runadvisor.wording import UNKNOWN, sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Cell: TypeAlias = float | str | date | None
"""``None`` is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: a heading for people, a name with its unit for programs."""

    heading: str
    """Marked, not yet translated."""
    name: str
    """``distance_m``: the heading in a CSV file."""
    word: Callable[..., str] = str
    """How a known cell is shown to people."""
    decimals: int = 0
    """How exactly a number is kept in a file."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in the order of the chart's readings."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def headings(self) -> tuple[str, ...]:
        """Return the headings as people read them."""
        return tuple(sentence(Message(column.heading)) for column in self.columns)

    def words(self, row: int, column: int) -> str:
        """Return a cell as people read it."""
        cell = self.rows[row][column]
        return UNKNOWN if cell is None else self.columns[column].word(cell)


NO_TABLE = Table((), ())


def save_table(table: Table, path: Path) -> None:
    """Write a table as CSV: dates as ISO 8601, numbers in the unit their heading names.

    Raises:
        PrintError: The file cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([column.name for column in table.columns])
            writer.writerows(
                [
                    _kept(cell, column.decimals)
                    for cell, column in zip(row, table.columns, strict=True)
                ]
                for row in table.rows
            )
    except OSError as error:
        reason = error.strerror or "it is not writable"
        raise PrintError(f"{path.name} cannot be written: {reason}.") from error


def _kept(cell: Cell, decimals: int) -> str | float:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        return cell
    return round(cast("float", cell), decimals) if decimals else round(cell)
