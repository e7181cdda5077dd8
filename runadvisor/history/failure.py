"""What SQLite and the system say, as what the runner can do."""

from __future__ import annotations

import errno
import sqlite3
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from runadvisor.domain.errors import DamagedHistoryError, HistoryError
from runadvisor.domain.text import N_
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_READ_ONLY = N_("{name} is read-only: allow writing, or copy it to a folder of your own.")
_FULL = N_("The disk is full: nothing of this was kept. Free some space and try again.")
DAMAGED = N_("{name} is damaged: restore a copy of it.")
_NOT_ALLOWED = N_("{name} cannot be opened: check its folder and its permissions.")
_UNUSABLE = N_("{name} cannot be used: {words}.")

_SENTENCES = (
    (
        "not a database",
        N_("{name} is not a RunAdvisor history: choose a file ending in .runadvisor."),
    ),
    ("readonly", _READ_ONLY),
    ("locked", N_("{name} is in use by another program: close that, then try again.")),
    ("full", _FULL),
    ("unable to open", _NOT_ALLOWED),
    ("disk i/o", N_("The disk with {name} cannot be read or written: check it, then try again.")),
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
        raise DamagedHistoryError(_(DAMAGED).format(name=path.name)) from error
    except OSError as error:
        raise HistoryError(_of_system(error, path)) from error


def _of_sqlite(path: Path, words: str) -> HistoryError:
    sentence = next((sentence for sign, sentence in _SENTENCES if sign in words), None)
    if any(sign in words for sign in _SIGNS_OF_DAMAGE):
        return DamagedHistoryError(_(sentence or DAMAGED).format(name=path.name))
    if sentence is None:
        return HistoryError(_(_UNUSABLE).format(name=path.name, words=words))
    return HistoryError(_(sentence).format(name=path.name))


def _of_system(error: OSError, path: Path) -> str:
    sentence = _UNUSABLE
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        sentence = _FULL
    elif error.errno == errno.EROFS:
        sentence = _READ_ONLY
    elif isinstance(error, PermissionError):
        sentence = _NOT_ALLOWED
    return _(sentence).format(name=path.name, words=error.strerror or error)
