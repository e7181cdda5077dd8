"""Plain text for people: tables, paragraphs and the lines of a terminal 80 columns wide."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

COLUMNS = 80
_GAP = "  "


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield lines of columns as wide as their widest cell.

    A column whose header ends in a unit or is a count stands to the right: its header
    begins with ``>``.
    """
    is_right = [header.startswith(">") for header in headers]
    cells = [[header.removeprefix(">") for header in headers], *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headers))]
    for row in cells:
        line = _GAP.join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, is_right, strict=True)
        )
        yield line.rstrip()


def paragraph(words: str, *, indent: str = "", mark: str = "") -> Iterator[str]:
    """Yield words wrapped to the terminal's width, later lines under the first word."""
    yield from wrap(
        words,
        COLUMNS,
        initial_indent=indent + mark,
        subsequent_indent=indent + " " * len(mark),
        break_on_hyphens=False,
    )


def shortened(words: str, columns: int) -> str:
    """Return words cut to a width, the cut shown."""
    return words if len(words) <= columns else f"{words[: columns - 1]}…"


def counted(count: int, one: str, many: str) -> str:
    """Return a number with its noun: ``1 file``, ``3 files``."""
    return f"{count:,} {one if count == 1 else many}"
