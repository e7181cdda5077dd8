"""The diary in the history's file: what was written down stays, unless it is taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runadvisor.domain.diary import Diary
from runadvisor.history import diary_rows
from runadvisor.history.changes import DiaryRow, SetDiary
from runadvisor.history.failure import in_one_sentence

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from runadvisor.domain.diary import Injury, PainEntry
    from runadvisor.history.diary_rows import Row

TABLES = """
CREATE TABLE pain_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    date TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    site TEXT NOT NULL,
    side TEXT NOT NULL,
    run_date TEXT,
    during INTEGER,
    after INTEGER,
    morning INTEGER,
    walking INTEGER,
    stiff_min INTEGER,
    activity_id INTEGER,
    answers TEXT NOT NULL,
    ticked TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE TABLE check_in (
    date TEXT PRIMARY KEY,
    entered_at TEXT NOT NULL,
    sleep_h REAL,
    illness TEXT,
    took_fever_medicine TEXT,
    medicines TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE TABLE injury (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    region TEXT NOT NULL,
    side TEXT NOT NULL,
    start_date TEXT NOT NULL,
    end_date TEXT,
    kind TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE TABLE health_answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    date TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    item TEXT NOT NULL,
    answer TEXT NOT NULL,
    day TEXT
);
CREATE TABLE screening (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    date TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    occasion TEXT NOT NULL,
    any_of_these TEXT NOT NULL,
    answers TEXT NOT NULL
);
CREATE TABLE clearance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    date TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    seen_on TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    permission TEXT NOT NULL,
    text TEXT NOT NULL
);
"""
"""No entry refers to a row of another table: the activities can be made anew beneath it."""


_KEYS = {
    "pain_entry": "id",
    "check_in": "date",
    "injury": "id",
    "health_answer": "id",
    "screening": "id",
    "clearance": "id",
}
"""What a row of each table goes by."""


class DiaryStore:
    """Statements over the connection of a history, each change in one transaction."""

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        transaction: Callable[[], AbstractContextManager[None]],
    ) -> None:
        """Use a connection whose schema is up to date; the history gives all three."""
        self._path = path
        self._connection = connection
        self._transaction = transaction

    def read(self) -> Diary:
        """Return all that was written down, each kind by its day.

        Raises:
            HistoryError: The file cannot be read.
        """
        with in_one_sentence(self._path):
            return self._read()

    def _read(self) -> Diary:
        return Diary(
            pain=tuple(map(diary_rows.pain_of, self._rows("pain_entry", "date, id"))),
            check_ins=tuple(map(diary_rows.check_in_of, self._rows("check_in", "date"))),
            injuries=tuple(map(diary_rows.injury_of, self._rows("injury", "start_date, id"))),
            health=tuple(map(diary_rows.health_of, self._rows("health_answer", "date, id"))),
            screenings=tuple(map(diary_rows.screening_of, self._rows("screening", "date, id"))),
            clearances=tuple(map(diary_rows.clearance_of, self._rows("clearance", "date, id"))),
        )

    def keep(self, more: Diary) -> tuple[int, ...]:
        """Add records in one transaction; return the ids of the pain entries.

        A second check-in of a day goes on with the first: what it says counts, what it
        leaves out stays.

        Raises:
            HistoryError: The file cannot be written; it is as it was before.
        """
        with self._transaction():
            ids = tuple(self._insert("pain_entry", diary_rows.pain_row(e)) for e in more.pain)
            for day in more.check_ins:
                self._put_check_in(diary_rows.check_in_row(day))
            self._insert_all("injury", map(diary_rows.injury_row, more.injuries))
            self._insert_all("health_answer", map(diary_rows.health_row, more.health))
            self._insert_all("screening", map(diary_rows.screening_row, more.screenings))
            self._insert_all("clearance", map(diary_rows.clearance_row, more.clearances))
        return ids

    def change_injury(self, injury: Injury) -> None:
        """Put an injury in the place of the one with its id.

        Raises:
            HistoryError: The file cannot be written; it is as it was before.
        """
        self._update("injury", injury.injury_id, diary_rows.injury_row(injury))

    def change_pain(self, entry: PainEntry) -> None:
        """Put a pain entry in the place of the one with its id; if that may be.

        Raises:
            HistoryError: The file cannot be written; it is as it was before.
        """
        self._update("pain_entry", entry.entry_id, diary_rows.pain_row(entry))

    def remove_injury(self, injury_id: int) -> None:
        """Take an injury out.

        Raises:
            HistoryError: The file cannot be written; it is as it was before.
        """
        with self._transaction():
            self._connection.execute("DELETE FROM injury WHERE id = ?", (injury_id,))

    def remove_pain(self, entry_id: int) -> None:
        """Take a pain entry out; whether that may be is the caller's to know.

        Raises:
            HistoryError: The file cannot be written; it is as it was before.
        """
        with self._transaction():
            self._connection.execute("DELETE FROM pain_entry WHERE id = ?", (entry_id,))

    def undoable(self, write: Callable[[], object]) -> SetDiary:
        """Write something down, and return the change that puts every row it touched back.

        Raises:
            HistoryError: The file cannot be written; it is as it was before.
        """
        before = self._all_rows()
        write()
        after = self._all_rows()
        return SetDiary(
            tuple(
                DiaryRow(table, key, before.get((table, key)))
                for table, key in sorted(before.keys() | after.keys(), key=str)
                if before.get((table, key)) != after.get((table, key))
            )
        )

    def put_back(self, change: SetDiary) -> SetDiary:
        """Put rows as they were, within a transaction; return the change that undoes it.

        Raises:
            HistoryError: The file cannot be written.
        """
        return self.undoable(lambda: self._put_back(change))

    def _put_back(self, change: SetDiary) -> None:
        for row in change.rows:
            self._connection.execute(
                f"DELETE FROM {row.table} WHERE {_KEYS[row.table]} = ?",  # noqa: S608 - our own names
                (row.key,),
            )
            if row.columns is not None:
                self._insert(row.table, dict(row.columns))

    def _all_rows(self) -> dict[tuple[str, str | int], Row]:
        with in_one_sentence(self._path):
            return {
                (table, row[key]): row
                for table, key in _KEYS.items()
                for row in self._rows(table, key)
            }

    def _rows(self, table: str, order: str) -> Iterator[Row]:
        cursor = self._connection.execute(f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608 - our own names
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)

    def _insert(self, table: str, row: Row) -> int:
        cursor = self._connection.execute(
            f"INSERT INTO {table} ({', '.join(row)}) "  # noqa: S608 - our own names
            f"VALUES ({', '.join('?' * len(row))})",
            tuple(row.values()),
        )
        return cursor.lastrowid or 0

    def _update(self, table: str, row_id: int, row: Row) -> None:
        with self._transaction():
            self._connection.execute(
                f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in row)} "  # noqa: S608 - our own names
                "WHERE id = ?",
                (*row.values(), row_id),
            )

    def _insert_all(self, table: str, rows: Iterable[Row]) -> None:
        for row in rows:
            self._insert(table, row)

    def _put_check_in(self, row: Row) -> None:
        found = self._connection.execute("SELECT * FROM check_in WHERE date = ?", (row["date"],))
        names = [column[0] for column in found.description]
        before: Any = found.fetchone()
        if before is not None:
            kept = dict(zip(names, before, strict=True))
            row = {
                name: kept[name] if value in {None, ""} else value for name, value in row.items()
            }
            self._connection.execute("DELETE FROM check_in WHERE date = ?", (row["date"],))
        self._insert("check_in", row)
