from __future__ import annotations

import os
import sqlite3
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.errors import DamagedHistoryError, HistoryError
from runadvisor.history import backup
from runadvisor.history.backup import Copy, back_up, copies_of, keep_copy, restore, too_old
from runadvisor.history.store import History
from tests.history.conftest import START, recording

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 24)
NEXT_DAY = recording(2, path="2.gpx", started_at=START + timedelta(days=1))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A history of one run, closed."""
    made = tmp_path / "mine.runadvisor"
    with History.open(made) as history:
        history.add([recording(1)], home_zone="UTC")
    return made


def _runs(path: Path) -> int:
    with History.open(path) as history:
        return len(history.activities())


def _add(path: Path, number: int) -> None:
    with History.open(path) as history:
        later = recording(number, path=f"{number}.gpx", started_at=START + timedelta(days=number))
        history.add([later], home_zone="UTC")
    os.utime(path, (number * 1e5 + 1e9,) * 2)


def _spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x5a" * (len(data) - 4096)
    path.write_bytes(data)


def test_a_copy_is_whole_while_the_history_is_open_and_written(path: Path) -> None:
    copy = path.with_name("copy.runadvisor")
    with History.open(path) as history:
        history.add([NEXT_DAY], home_zone="UTC")
        back_up(path, copy)
    assert _runs(copy) == _runs(path) == 2


def test_no_part_is_left_when_a_copy_cannot_be_made(path: Path, tmp_path: Path) -> None:
    _spoil(path)
    with pytest.raises(DamagedHistoryError):
        back_up(path, tmp_path / "copy.runadvisor")
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_an_open_history_goes_on_with_the_copy_that_is_restored(path: Path) -> None:
    copy = path.with_name("copy.runadvisor")
    back_up(path, copy)
    with History.open(path) as history:
        history.add([NEXT_DAY], home_zone="UTC")
        assert len(history.activities()) == 2
        restore(copy, path)
        assert len(history.activities()) == 1


def test_a_history_in_use_is_not_restored_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "_LOCK_WAIT_S", 0.05)
    copy = path.with_name("copy.runadvisor")
    back_up(path, copy)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(HistoryError, match="in use by another program"):
            restore(copy, path)
    finally:
        holder.execute("ROLLBACK")
        holder.close()
    assert _runs(path) == 1


@pytest.mark.parametrize("spoil", [_spoil, lambda path: path.write_bytes(b"\0nothing" * 999)])
def test_a_damaged_history_is_set_aside_as_it_is(path: Path, spoil: object) -> None:
    assert callable(spoil)
    copy = path.with_name("copy.runadvisor")
    back_up(path, copy)
    spoil(path)
    damaged = path.read_bytes()
    kept = restore(copy, path)
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert _runs(path) == 1


@pytest.mark.parametrize("spoil", [_spoil, lambda path: path.write_text("Dear Sir, " * 500)])
def test_what_is_no_whole_history_is_not_restored(path: Path, spoil: object) -> None:
    assert callable(spoil)
    copy = path.with_name("copy.runadvisor")
    back_up(path, copy)
    spoil(copy)
    before = path.read_bytes()
    with pytest.raises(HistoryError):
        restore(copy, path)
    assert path.read_bytes() == before
    assert len(list(path.parent.iterdir())) == 2


def test_a_copy_is_kept_a_day_and_only_when_something_changed(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    os.utime(path, (1e9, 1e9))
    made = [keep_copy(path, folder, today=TODAY + timedelta(days=days)) for days in (0, 0, 1, 2)]
    assert [copy is not None for copy in made] == [True, False, False, False]
    _add(path, 20_000)
    assert keep_copy(path, folder, today=TODAY + timedelta(days=3)) is not None
    assert [copy.date.day for copy in copies_of(path, folder)] == [27, 24]


def test_copies_are_few(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for days in range(10):
        _add(path, 20_000 + days)
        keep_copy(path, folder, today=TODAY + timedelta(days=days))
        newest = copies_of(path, folder)[0].path
        os.utime(newest, (path.stat().st_mtime,) * 2)
    assert [copy.date.day for copy in copies_of(path, folder)] == [3, 2, 1, 30]


def test_the_last_copy_of_earlier_months_is_kept() -> None:
    days = [date(2026, 11, 24), date(2026, 11, 23), date(2026, 11, 20), date(2026, 11, 3)]
    days += [date(2026, 10, 9), date(2026, 10, 2), date(2026, 7, 5), date(2026, 6, 1)]
    copies = [Copy(f"{day}", day) for day in days]  # pyright: ignore[reportArgumentType]
    dropped = [copy.date for copy in too_old(copies)]
    assert dropped == [date(2026, 11, 3), date(2026, 10, 2), date(2026, 6, 1)]


def test_histories_of_one_name_in_two_folders_have_copies_of_their_own(
    path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other" / path.name
    other.parent.mkdir()
    back_up(path, other)
    _add(other, 9)
    for each in (path, other):
        keep_copy(each, tmp_path / "backups", today=TODAY)
    (copy,) = copies_of(path, tmp_path / "backups")
    (other_copy,) = copies_of(other, tmp_path / "backups")
    assert (_runs(copy.path), _runs(other_copy.path)) == (1, 2)


def test_no_copy_is_made_of_a_damaged_history(path: Path, tmp_path: Path) -> None:
    _spoil(path)
    with pytest.raises(DamagedHistoryError):
        keep_copy(path, tmp_path / "backups", today=TODAY)
    assert copies_of(path, tmp_path / "backups") == ()
