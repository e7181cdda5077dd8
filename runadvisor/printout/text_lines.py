"""Lines of plain text: wrapped words, headings, lists."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COLUMNS = 80


def section(title: str) -> Iterator[str]:
    """Yield a heading, underlined, after an empty line."""
    yield ""
    lines = list(wrapped(title))
    yield from lines
    yield "-" * max(map(len, lines), default=0)


def items(lines: Iterable[str]) -> Iterator[str]:
    """Yield a list."""
    for line in lines:
        yield from item(line)


def item(words: str) -> Iterator[str]:
    """Yield one entry of a list."""
    return wrapped(words, mark="- ")


def wrapped(words: str, *, mark: str = "") -> Iterator[str]:
    """Yield words in lines, later ones under the first word."""
    yield from wrap(words, COLUMNS, initial_indent=mark, subsequent_indent=" " * len(mark))
