"""What SQLite says, as what the runner can do."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from runadvisor.domain.errors import HistoryError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def in_one_sentence(path: Path) -> Iterator[None]:
    """Turn what SQLite says into what the runner can do."""
    try:
        yield
    except sqlite3.Error as error:
        raise HistoryError(_sentence(path, str(error).lower())) from error
    except PermissionError as error:
        raise HistoryError(f"{path.name} cannot be written: check its permissions.") from error


_SENTENCES = (
    ("not a database", "{name} is not a RunAdvisor history: choose a file ending in .runadvisor."),
    ("malformed", "{name} is damaged: open a copy of it that you kept."),
    ("readonly", "{name} is read-only: allow writing, or copy it to a folder of your own."),
    ("locked", "{name} is in use by another program: close that, then try again."),
    ("full", "The disk is full: nothing of this import was kept. Free some space and try again."),
    ("unable to open", "{name} cannot be opened: check its folder and its permissions."),
)


def _sentence(path: Path, error: str) -> str:
    for sign, sentence in _SENTENCES:
        if sign in error:
            return sentence.format(name=path.name)
    return f"{path.name} cannot be used: {error}."
