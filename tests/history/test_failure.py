"""Each way a disk can fail has one sentence that says what to do, and loses nothing."""

from __future__ import annotations

import errno
import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.errors import DamagedHistoryError, HistoryError
from runadvisor.history.failure import in_one_sentence
from runadvisor.history.store import History
from tests.history.conftest import START, recording
from tests.history.test_schema import TRACK

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "mine.runadvisor"
    with History.open(made) as history:
        history.add([recording(1, points=3, track=TRACK)], home_zone="UTC")
    return made


def _add(history: History) -> None:
    history.add(
        [
            recording(n, path=f"{n}.gpx", name="x" * 9_000, started_at=START + timedelta(days=n))
            for n in range(2, 30)
        ],
        home_zone="UTC",
    )


def test_a_read_only_history_can_be_looked_at_and_says_that_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def read_only(path: Path, **options: float | None) -> sqlite3.Connection:
        return connect(f"{path.as_uri()}?mode=ro", uri=True, **options)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr("runadvisor.history.store.sqlite3.connect", read_only)
    with History.open(path) as history:
        assert len(history.activities()) == 1
        with pytest.raises(HistoryError, match="is read-only: allow writing"):
            _add(history)
        assert len(history.activities()) == 1


def test_a_full_disk_is_said_and_the_history_goes_on_as_it_was(path: Path) -> None:
    with History.open(path) as history:
        (pages,) = history._connection.execute("PRAGMA page_count").fetchone()
        history._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(HistoryError, match="The disk is full"):
            _add(history)
        assert len(history.activities()) == 1
        history._connection.execute("PRAGMA max_page_count = 1000000")
        _add(history)
        assert len(history.activities()) > 1


def test_a_history_locked_by_another_program_is_said_when_it_is_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runadvisor.history.store._LOCK_WAIT_S", 0.05)
    with History.open(path) as history:
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        try:
            with pytest.raises(HistoryError, match="in use by another program"):
                _add(history)
        finally:
            holder.execute("ROLLBACK")
            holder.close()
        _add(history)


def test_a_damaged_page_is_damage_wherever_it_is_met(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x5a" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(DamagedHistoryError, match="is damaged: restore a copy"):
        History.open(path)


def test_a_damaged_track_is_damage(path: Path) -> None:
    with History.open(path) as history:
        history._connection.execute("UPDATE track_column SET data = x'00ff' WHERE name = 'time_s'")
        with pytest.raises(DamagedHistoryError, match="is damaged"):
            history.track(1)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full"),
        (OSError(errno.EROFS, "Read-only file system"), "x.runadvisor is read-only"),
        (
            PermissionError(errno.EACCES, "Permission denied"),
            "check its folder and its permissions",
        ),
        (OSError(errno.EIO, "Input/output error"), "cannot be used: Input/output error"),
        (sqlite3.OperationalError("disk I/O error"), "cannot be read or written"),
        (sqlite3.OperationalError("no such column: x"), "cannot be used: no such column: x"),
    ],
)
def test_what_the_system_says_becomes_one_sentence(
    tmp_path: Path, error: Exception, words: str
) -> None:
    with pytest.raises(HistoryError, match=words), in_one_sentence(tmp_path / "x.runadvisor"):
        raise error
