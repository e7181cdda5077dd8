"""Copies of a history: where the runner asks, one a day by themselves, and the way back."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from runadvisor.domain.errors import DamagedHistoryError, HistoryError
from runadvisor.domain.text import N_
from runadvisor.history.failure import DAMAGED, in_one_sentence
from runadvisor.history.schema import check_is_ours, copied
from runadvisor.history.suffix import SUFFIX
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NEWEST_KEPT = 3
MONTHS_KEPT = 2
"""Months before that whose last copy is kept: what went wrong is not always seen at once."""
_LOCK_WAIT_S = 2.0


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was made by itself."""

    path: Path
    date: date


def back_up(path: Path, target: Path) -> None:
    """Copy a history to another file; what was there is replaced once the copy is whole.

    Raises:
        DamagedHistoryError: The history is damaged: no copy is made of it.
        HistoryError: It cannot be read, or the target cannot be written.
    """
    if not path.is_file():
        raise HistoryError(_("There is no history at {path}.").format(path=path))
    if target.exists() and (not target.is_file() or target.samefile(path)):
        raise HistoryError(
            _("{file} is no place for a copy: choose another name.").format(file=target)
        )
    if target.exists() and target.stat().st_size:
        check(target, N_("{file} is there already, and {words}"))
    part = _part_of(target)
    try:
        with in_one_sentence(path), closing(_connected(path)) as source:
            check_is_sound(source, path)
            with in_one_sentence(target):
                copied(source, part)
        with in_one_sentence(target):
            _put_in_place(part, target)
    finally:
        part.unlink(missing_ok=True)


def restore(copy: Path, path: Path) -> Path | None:
    """Put a copy in the place of a history and return where that is kept now.

    A program that has the history open goes on with the copy. A damaged history is set
    aside as it is.

    Args:
        copy: A whole history of this or an older version.
        path: Where it is to be; nothing need be there.

    Returns:
        Where the history is that was there; ``None`` where none was.

    Raises:
        HistoryError: The copy cannot be used, or the place cannot be written; what was
            there is as it was.
    """
    check(copy)
    if path.exists() and path.samefile(copy):
        raise HistoryError(
            _("{file} is the history itself: choose a copy of it.").format(file=copy.name)
        )
    kept = None
    if path.exists():
        kept = _free_name(path, "replaced")
        try:
            back_up(path, kept)
        except DamagedHistoryError:
            with in_one_sentence(path):
                path.replace(kept)
    with in_one_sentence(path), closing(_connected(copy)) as source:
        if path.exists():
            # Page by page into the open file: who has it open sees the copy from now on.
            copied(source, path)
        else:
            part = _part_of(path)
            copied(source, part)
            _put_in_place(part, path)
    return kept


def check(path: Path, sentence: str = "{words}") -> None:
    """Make sure that a file is a whole history that this version can read.

    Raises:
        HistoryError: It is not; the words say why.
    """
    if not path.is_file():
        raise HistoryError(_("There is no file at {path}.").format(path=path))
    try:
        with in_one_sentence(path), closing(_connected(path)) as connection:
            check_is_ours(connection, path)
            check_is_sound(connection, path)
    except HistoryError as error:
        if sentence == "{words}":
            raise
        raise HistoryError(_(sentence).format(file=path, words=error)) from error


def check_is_sound(connection: sqlite3.Connection, path: Path) -> None:
    """Look through all pages of an open history.

    Raises:
        DamagedHistoryError: Something is broken in it.
    """
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise DamagedHistoryError(_(DAMAGED).format(name=path.name))


def copies_of(path: Path, folder: Path) -> tuple[Copy, ...]:
    """Return the copies of a history in the folder of copies, newest first."""
    stem = _stem(path)
    found = [
        Copy(each, day)
        for each in folder.glob(f"{stem}-*{SUFFIX}")
        if (day := _day_of(each.stem.removeprefix(f"{stem}-"))) is not None
    ]
    return tuple(sorted(found, key=lambda copy: copy.date, reverse=True))


def keep_copy(path: Path, folder: Path, *, today: date) -> Path | None:
    """Copy a history into the folder of copies unless it is there as it is; drop old ones.

    Args:
        path: The history.
        folder: Where copies are kept; made if it is not there.
        today: Names the copy; there is one a day.

    Returns:
        The copy made now; ``None`` where there was no need.

    Raises:
        DamagedHistoryError: The history is damaged; the copies are as they were.
        HistoryError: The copy cannot be written.
    """
    copies = copies_of(path, folder)
    if copies and (
        copies[0].date >= today or copies[0].path.stat().st_mtime >= path.stat().st_mtime
    ):
        return None
    with in_one_sentence(folder):
        folder.mkdir(parents=True, exist_ok=True)
    made = Copy(folder / f"{_stem(path)}-{today.isoformat()}{SUFFIX}", today)
    back_up(path, made.path)
    for old in too_old([made, *copies]):
        old.path.unlink(missing_ok=True)
    return made.path


def too_old(copies: Sequence[Copy]) -> tuple[Copy, ...]:
    """Return the copies to drop: all but the newest few, and the last of some months before.

    Args:
        copies: Newest first.
    """
    kept = list(copies[:NEWEST_KEPT])
    months = {(copy.date.year, copy.date.month) for copy in kept}
    for copy in copies[NEWEST_KEPT:]:
        month = (copy.date.year, copy.date.month)
        if month not in months and len(kept) < NEWEST_KEPT + MONTHS_KEPT:
            kept.append(copy)
            months.add(month)
    return tuple(copy for copy in copies if copy not in kept)


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_LOCK_WAIT_S, isolation_level=None)


def _part_of(target: Path) -> Path:
    """Return where a file is written before it gets its name; nothing is there."""
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    return part


def _put_in_place(part: Path, target: Path) -> None:
    """Give a finished file its name, so that a power cut leaves the old one or the new one."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)


def _stem(path: Path) -> str:
    """Return how copies of a history are called: two of one name in two folders differ."""
    place = hashlib.sha256(str(path.resolve().parent).encode()).hexdigest()
    return f"{path.stem}-{place[:6]}"


def _day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _free_name(path: Path, word: str) -> Path:
    """Return a name beside a history that nothing has yet."""
    for number in range(1, 1000):
        name = path.with_name(f"{path.stem}.{word}-{number}{path.suffix}")
        if not name.exists():
            return name
    raise HistoryError(
        _("There are too many old copies beside {file}: remove some.").format(file=path.name)
    )
