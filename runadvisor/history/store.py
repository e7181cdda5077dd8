"""History: the one SQLite file a runner owns, and the only SQL."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Self

from runadvisor.domain.activity import ZoneSource
from runadvisor.domain.errors import HistoryError
from runadvisor.history.failure import in_one_sentence
from runadvisor.history.index import Index, Kept
from runadvisor.history.local_day import Neighbours, instant_of, wall_clock
from runadvisor.history.merging import merged
from runadvisor.history.rows import COLUMNS, activity_of, instant, recording_of, row_of
from runadvisor.history.schema import bring_up_to_date
from runadvisor.history.track_columns import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from runadvisor.domain.activity import Activity, Recording, Track

HOME_ZONE = "home_zone"
_LOCK_WAIT_S = 2.0


class AdditionKind(StrEnum):
    """What became of a recording."""

    ADDED = "added"
    MERGED = "merged"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Addition:
    """A recording's way into the history."""

    kind: AdditionKind
    activity_id: int


class History:
    """Activities in one file that can be copied, named and moved; owned by one thread."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Use ``History.open`` instead."""
        self.path = path
        self._connection = connection
        self._known: Index | None = None

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a history, making it first where there is none.

        Raises:
            HistoryError: The file or its folder cannot be used; the sentence says why.
        """
        path = Path(path)
        if not path.parent.is_dir():
            raise HistoryError(f"The folder {path.parent} does not exist: choose another place.")
        if path.is_dir():
            raise HistoryError(f"{path.name} is a folder, not a history file: choose a file.")
        with in_one_sentence(path):
            connection = sqlite3.connect(path, timeout=_LOCK_WAIT_S, isolation_level=None)
            try:
                connection.execute("PRAGMA journal_mode = TRUNCATE")
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("PRAGMA foreign_keys = ON")
                bring_up_to_date(connection, path)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    def __enter__(self) -> Self:
        """Use the history in a ``with`` block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the file; nothing is left beside it."""
        self._connection.close()

    @property
    def home_zone(self) -> str | None:
        """IANA name of where the runner lives; ``None`` until it is known."""
        row = self._connection.execute(
            "SELECT value FROM meta WHERE key = ?", (HOME_ZONE,)
        ).fetchone()
        return None if row is None else row[0]

    def note(self, key: str) -> str | None:
        """Return a text kept under a key; ``None`` where there is none."""
        with in_one_sentence(self.path):
            row = self._connection.execute(
                "SELECT value FROM meta WHERE key = ?", (key,)
            ).fetchone()
        return None if row is None else row[0]

    def set_note(self, key: str, text: str) -> None:
        """Keep a text under a key, such as what the runner asks of a plan.

        Raises:
            HistoryError: The file cannot be written.
        """
        with self._transaction():
            self._connection.execute(
                "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, text)
            )

    def set_home_zone(self, zone: str) -> None:
        """Keep the home zone, and place activities that were at home there.

        Raises:
            HistoryError: There is no such zone, or the file cannot be written.
        """
        try:
            instant_of(datetime(2000, 1, 1), zone)  # noqa: DTZ001 - a wall clock has no zone yet
        except ValueError as error:
            raise HistoryError(
                f"There is no time zone {zone}: write it like Europe/Berlin."
            ) from error
        with self._transaction():
            self._connection.execute(
                "INSERT INTO meta (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (HOME_ZONE, zone),
            )
            self._settle_zones(zone)

    def knows(self, digest: str) -> bool:
        """Whether something with exactly this content is in."""
        return digest in self._index().by_digest

    def add(self, recordings: Sequence[Recording], *, home_zone: str) -> tuple[Addition, ...]:
        """Add recordings in one transaction: all of them, or none.

        Args:
            recordings: In any order; a known one changes nothing.
            home_zone: IANA name for those that tell local time only and have no neighbour.

        Raises:
            HistoryError: The file cannot be written; it is as it was before.
        """
        if not recordings:
            return ()
        try:
            with self._transaction():
                additions = tuple(self._add_one(r, home_zone) for r in recordings)
                self._settle_zones(home_zone)
        except BaseException:
            # What was counted in memory was never written.
            self._known = None
            raise
        return additions

    def activities(self) -> tuple[Activity, ...]:
        """Return every activity by start."""
        index = self._index()
        rows = self._connection.execute(
            "SELECT id, started_at, precision, zone, zone_source, local_date FROM activity "
            "ORDER BY started_at, id"
        )
        return tuple(
            activity_of(row, [kept.recording for kept in index.of_activity[row[0]]]) for row in rows
        )

    def track(self, activity_id: int) -> Track | None:
        """Return the richest track of an activity; ``None`` when it has none."""
        row = self._connection.execute(
            "SELECT id FROM recording WHERE activity_id = ? AND EXISTS "
            "(SELECT 1 FROM track_column WHERE recording_id = recording.id) "
            "ORDER BY points DESC, id LIMIT 1",
            (activity_id,),
        ).fetchone()
        if row is None:
            return None
        return unpacked(
            dict(
                self._connection.execute(
                    "SELECT name, data FROM track_column WHERE recording_id = ?", row
                )
            )
        )

    def _add_one(self, recording: Recording, home_zone: str) -> Addition:
        index = self._index()
        known = index.by_digest.get(recording.digest)
        if known is not None:
            return Addition(AdditionKind.DUPLICATE, known)
        edited = index.row_with_id(recording)
        if edited is not None:
            return self._update(edited, recording)
        activity_id = index.same(recording)
        kind = AdditionKind.ADDED if activity_id is None else AdditionKind.MERGED
        if activity_id is None:
            activity_id = self._insert_activity(recording, home_zone)
        values = {"activity_id": activity_id, **row_of(recording)}
        cursor = self._connection.execute(
            f"INSERT INTO recording ({', '.join(values)}) "  # noqa: S608 - our own column names
            f"VALUES ({', '.join('?' * len(values))})",
            tuple(values.values()),
        )
        if recording.track is not None:
            self._connection.executemany(
                "INSERT INTO track_column (recording_id, name, data) VALUES (?, ?, ?)",
                ((cursor.lastrowid, name, data) for name, data in packed(recording.track)),
            )
        index.enter(activity_id, cursor.lastrowid or 0, recording)
        return Addition(kind, activity_id)

    def _update(self, row: Kept, recording: Recording) -> Addition:
        """Take over what the person changed in a list since it was last imported."""
        values = row_of(recording)
        self._connection.execute(
            f"UPDATE recording SET {', '.join(f'{name} = ?' for name in values)} "  # noqa: S608 - as above
            "WHERE id = ?",
            (*values.values(), row.recording_id),
        )
        self._index().exchange(row, recording)
        return Addition(AdditionKind.DUPLICATE, row.activity_id)

    def _insert_activity(self, recording: Recording, home_zone: str) -> int:
        zone, source = recording.zone or home_zone, recording.zone_source or ZoneSource.HOME
        start = instant(merged([recording]), zone)
        cursor = self._connection.execute(
            "INSERT INTO activity (started_at, precision, zone, zone_source, local_date) "
            "VALUES (?, ?, ?, ?, ?)",
            (
                start.isoformat(),
                recording.precision.value,
                zone,
                source.value,
                wall_clock(start, zone).date().isoformat(),
            ),
        )
        return cursor.lastrowid or 0

    def _settle_zones(self, home_zone: str) -> None:
        """Place every activity in its zone, those without one by what is known now.

        All of them, each time: the order of imports never changes a day.
        """
        index = self._index()
        fields_of = {
            key: merged([k.recording for k in kept]) for key, kept in index.of_activity.items()
        }
        neighbours = Neighbours(
            [(instant(m, m.zone), m.zone) for m in fields_of.values() if m.zone is not None]
        )
        placed = {
            row[0]: row
            for row in self._connection.execute(
                "SELECT id, started_at, precision, zone, zone_source, local_date FROM activity"
            )
        }
        changed = []
        for activity_id, best in fields_of.items():
            zone, source = best.zone, best.zone_source
            if zone is None or source is None:
                near = best.started_at or instant(best, home_zone)
                zone, source = neighbours.zone_at(near, home_zone)
            start = instant(best, zone)
            row = (
                activity_id,
                start.isoformat(),
                best.precision.value,
                zone,
                source.value,
                wall_clock(start, zone).date().isoformat(),
            )
            if placed[activity_id] != row:
                changed.append((*row[1:], activity_id))
        self._connection.executemany(
            "UPDATE activity SET started_at = ?, precision = ?, zone = ?, zone_source = ?, "
            "local_date = ? WHERE id = ?",
            changed,
        )

    def _index(self) -> Index:
        if self._known is None:
            self._known = Index()
            cursor = self._connection.execute(
                f"SELECT id, activity_id, {', '.join(COLUMNS)} FROM recording ORDER BY id"  # noqa: S608 - as above
            )
            for recording_id, activity_id, *values in cursor:
                recording = recording_of(dict(zip(COLUMNS, values, strict=True)))
                self._known.enter(activity_id, recording_id, recording)
        return self._known

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with in_one_sentence(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
