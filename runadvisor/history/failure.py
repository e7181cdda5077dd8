"""What SQLite and the system say, as what the runner can do."""

from __future__ import annotations

import errno
import sqlite3
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from runadvisor.domain.errors import DamagedHistoryError, HistoryError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_READ_ONLY = "{name} is read-only: allow writing, or copy it to a folder of your own."
_FULL = "The disk is full: nothing of this was kept. Free some space and try again."
DAMAGED = "{name} is damaged: restore a copy of it."
_NOT_ALLOWED = "{name} cannot be opened: check its folder and its permissions."

_SENTENCES = (
    ("not a database", "{name} is not a RunAdvisor history: choose a file ending in .runadvisor."),
    ("readonly", _READ_ONLY),
    ("locked", "{name} is in use by another program: close that, then try again."),
    ("full", _FULL),
    ("unable to open", _NOT_ALLOWED),
    ("disk i/o", "The disk with {name} cannot be read or written: check it, then try again."),
)
_SIGNS_OF_DAMAGE = ("malformed", "not a database")


@contextmanager
def in_one_sentence(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say into what the runner can do.

    Raises:
        DamagedHistoryError: The file is broken.
        HistoryError: It cannot be read or written.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _of_sqlite(path, str(error).lower()) from error
    except zlib.error as error:
        raise DamagedHistoryError(DAMAGED.format(name=path.name)) from error
    except OSError as error:
        raise HistoryError(_of_system(error).format(name=path.name)) from error


def _of_sqlite(path: Path, words: str) -> HistoryError:
    sentence = next((sentence for sign, sentence in _SENTENCES if sign in words), None)
    if any(sign in words for sign in _SIGNS_OF_DAMAGE):
        return DamagedHistoryError((sentence or DAMAGED).format(name=path.name))
    if sentence is None:
        return HistoryError(f"{path.name} cannot be used: {words}.")
    return HistoryError(sentence.format(name=path.name))


def _of_system(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _FULL
    if error.errno == errno.EROFS:
        return _READ_ONLY
    if isinstance(error, PermissionError):
        return _NOT_ALLOWED
    return f"{{name}} cannot be used: {error.strerror or error}."
