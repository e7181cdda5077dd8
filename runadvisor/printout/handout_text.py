"""A handout as plain text, 80 columns: for a mail, a terminal, a braille line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.printout.handout import Cards, Handout, Items, Table, Words
from runadvisor.printout.text_lines import COLUMNS, item, items, section, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.printout.handout import Part

_GAP = 2


def handout_text(sheet: Handout) -> str:
    """Return the handout as lines of at most 80 characters, ending with a newline."""
    return "\n".join(_lines(sheet)).rstrip() + "\n"


def _lines(sheet: Handout) -> Iterator[str]:
    yield from wrapped(sheet.title.upper())
    yield from wrapped(sheet.period)
    yield from wrapped(", ".join(part for part in (sheet.person, sheet.made_on) if part))
    for part in sheet.parts:
        if part.title:
            yield from section(part.title)
        else:
            yield ""
        yield from _part(part)
    yield ""
    yield from wrapped(sheet.disclaimer)


def _part(part: Part) -> Iterator[str]:
    match part:
        case Words():
            for line in part.lines:
                yield from wrapped(line)
        case Items():
            yield from wrapped(f"({part.note})" if part.note else "")
            yield from items(part.lines)
        case Table():
            yield from _table(part)
        case Cards():
            for card in part.cards:
                mark = f"[ ] {card.number}. "
                yield from wrapped(f"{card.name}, {card.dose}. {card.how}", mark=mark)
                yield from wrapped(card.care, mark=" " * len(mark))


def _table(part: Table) -> Iterator[str]:
    if not part.rows:
        yield from wrapped(part.nothing)
        return
    grid = [part.head, *part.rows]
    widths = [max(len(row[column]) for row in grid) for column in range(len(part.head))]
    if sum(widths) + _GAP * (len(widths) - 1) <= COLUMNS:
        for row in grid:
            cells = (
                cell.rjust(width) if is_number else cell.ljust(width)
                for cell, width, is_number in zip(row, widths, part.is_number, strict=True)
            )
            yield (" " * _GAP).join(cells).rstrip()
        return
    # Too wide for a terminal: each row becomes a list of what its columns are called.
    for row in part.rows:
        yield from item(
            "; ".join(f"{name}: {cell}" for name, cell in zip(part.head, row, strict=True))
        )
