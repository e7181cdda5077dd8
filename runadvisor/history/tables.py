"""The only SQL: rows in and out of one connection."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from runadvisor.domain.activity import Lap, Source
from runadvisor.domain.text import Message
from runadvisor.history.changes import EditField, State, Verdict
from runadvisor.history.clock import ClockFix
from runadvisor.history.index import Index, Kept
from runadvisor.history.rows import (
    ACTIVITY_COLUMNS,
    RECORDING_COLUMNS,
    activity_of,
    activity_row,
    recording_of,
    row_of,
)
from runadvisor.history.track_columns import packed, unpacked

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from runadvisor.domain.activity import Activity, Recording, Track
    from runadvisor.domain.text import Value
    from runadvisor.history.changes import Edit, PairVerdict

_DAY = "$day"


class Tables:
    """Statements over one connection; the caller holds the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Use a connection whose schema is up to date."""
        self._connection = connection

    def meta(self, key: str) -> str | None:
        """Return what is noted under a key; ``None`` where nothing is."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else row[0]

    def set_meta(self, key: str, value: str | None) -> None:
        """Note something under a key, or forget it."""
        if value is None:
            self._connection.execute("DELETE FROM meta WHERE key = ?", (key,))
        else:
            self._connection.execute(
                "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value)
            )

    def data_version(self) -> int:
        """Return a number that changes when another connection has written."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return version

    # ── recordings ────────────────────────────────────────────────────────────────────

    def insert_recording(
        self, recording: Recording, *, state: State, fingerprint: str | None
    ) -> int:
        """Store a recording with track, laps and what was mended; return its id."""
        values = {**row_of(recording), "state": state.value, "fingerprint": fingerprint}
        cursor = self._connection.execute(
            f"INSERT INTO recording ({', '.join(values)}) "  # noqa: S608 - our own column names
            f"VALUES ({', '.join('?' * len(values))})",
            tuple(values.values()),
        )
        recording_id = cursor.lastrowid or 0
        if recording.track is not None:
            self._connection.executemany(
                "INSERT INTO track_column (recording_id, name, data) VALUES (?, ?, ?)",
                ((recording_id, name, data) for name, data in packed(recording.track)),
            )
        self._connection.executemany(
            "INSERT INTO lap VALUES (?, ?, ?, ?, ?, ?)",
            (
                (
                    *(recording_id, number, lap.start_s, lap.moving_time_s),
                    *(lap.distance_m, lap.average_heart_rate_bpm),
                )
                for number, lap in enumerate(recording.laps)
            ),
        )
        self._connection.executemany(
            "INSERT INTO mended VALUES (?, ?, ?, ?)",
            (
                (recording_id, number, note.template, _json_of(note))
                for number, note in enumerate(recording.mended)
            ),
        )
        return recording_id

    def exchange_row(
        self, recording_id: int, recording: Recording, former_digests: Iterable[str]
    ) -> None:
        """Put another version of a list's row in the place of the one that is there."""
        values = row_of(recording)
        self._connection.execute(
            f"UPDATE recording SET {', '.join(f'{name} = ?' for name in values)} "  # noqa: S608 - as above
            "WHERE id = ?",
            (*values.values(), recording_id),
        )
        self._connection.execute(
            "DELETE FROM former_digest WHERE recording_id = ?", (recording_id,)
        )
        self._connection.executemany(
            "INSERT INTO former_digest VALUES (?, ?)",
            ((recording_id, digest) for digest in former_digests),
        )

    def set_state(self, recording_id: int, state: State) -> None:
        """Keep, delete or take out a recording."""
        self._connection.execute(
            "UPDATE recording SET state = ? WHERE id = ?", (state.value, recording_id)
        )

    def set_clock(self, recording_id: int, clock: ClockFix) -> None:
        """Keep how the times of a recording are to be read."""
        self._connection.execute(
            "UPDATE recording SET clock_is_local = ?, clock_later_s = ? WHERE id = ?",
            (clock.is_local, clock.later.total_seconds(), recording_id),
        )

    def set_fingerprint(self, recording_id: int, fingerprint: str) -> None:
        """Note how the file of a recording is recognised without unpacking it."""
        self._connection.execute(
            "UPDATE recording SET fingerprint = ? WHERE id = ?", (fingerprint, recording_id)
        )

    def set_activity(self, activity_of: Iterable[tuple[int, int | None]]) -> None:
        """Say which activity recordings belong to, as (recording id, activity id) pairs."""
        self._connection.executemany(
            "UPDATE recording SET activity_id = ? WHERE id = ?",
            ((activity_id, recording_id) for recording_id, activity_id in activity_of),
        )

    def purge_undone(self) -> None:
        """Remove what was taken out, for good; a file with nothing to remove stays untouched."""
        undone = (State.UNDONE.value,)
        (number,) = self._connection.execute(
            "SELECT count(*) FROM recording WHERE state = ?", undone
        ).fetchone()
        if number:
            self._connection.execute("DELETE FROM recording WHERE state = ?", undone)

    def index(self) -> Index:
        """Return everything that is known of recordings, without tracks and laps."""
        index = Index()
        former: defaultdict[int, list[str]] = defaultdict(list)
        for recording_id, digest in self._connection.execute("SELECT * FROM former_digest"):
            former[recording_id].append(digest)
        columns = (
            *("id", "activity_id", "state", "fingerprint", "clock_is_local", "clock_later_s"),
            *RECORDING_COLUMNS,
        )
        members: defaultdict[int, list[int]] = defaultdict(list)
        for values in self._connection.execute(
            f"SELECT {', '.join(columns)} FROM recording ORDER BY id"  # noqa: S608 - as above
        ):
            row = dict(zip(columns, values, strict=True))
            recording_id, activity_id = row["id"], row["activity_id"]
            index.enter(
                Kept(
                    recording_id=recording_id,
                    recording=recording_of(row),
                    state=State(row["state"]),
                    former_digests=tuple(former.get(recording_id, ())),
                    clock=ClockFix(
                        is_local=bool(row["clock_is_local"]),
                        later=timedelta(seconds=row["clock_later_s"]),
                    ),
                )
            )
            if row["fingerprint"] is not None:
                index.by_fingerprint[row["fingerprint"]] = recording_id
            if activity_id is not None:
                index.activity_of[recording_id] = activity_id
                members[activity_id].append(recording_id)
        index.members = {activity_id: tuple(ids) for activity_id, ids in members.items()}
        for one, other, verdict in self._connection.execute("SELECT * FROM verdict"):
            index.say((one, other), Verdict(verdict))
        for recording_id, field, value in self._connection.execute("SELECT * FROM edit"):
            index.edits[recording_id][EditField(field)] = json.loads(value)
        return index

    # ── what the runner set and said ──────────────────────────────────────────────────

    def set_edit(self, edit: Edit) -> None:
        """Keep a value that was set by hand, or forget it."""
        key = (edit.recording_id, edit.field.value)
        if edit.value is None:
            self._connection.execute("DELETE FROM edit WHERE recording_id = ? AND field = ?", key)
        else:
            self._connection.execute(
                "INSERT OR REPLACE INTO edit VALUES (?, ?, ?)", (*key, json.dumps(edit.value))
            )

    def set_verdict(self, said: PairVerdict) -> None:
        """Keep what was said about a pair, or forget it."""
        if said.verdict is None:
            self._connection.execute(
                "DELETE FROM verdict WHERE one = ? AND other = ?", (said.one, said.other)
            )
        else:
            self._connection.execute(
                "INSERT OR REPLACE INTO verdict VALUES (?, ?, ?)",
                (said.one, said.other, said.verdict.value),
            )

    # ── what follows ──────────────────────────────────────────────────────────────────

    def activities(self) -> Iterator[tuple[Activity, bool]]:
        """Yield every activity, and whether the runner deleted it."""
        kept: defaultdict[int, list[Source]] = defaultdict(list)
        deleted: defaultdict[int, list[Source]] = defaultdict(list)
        for activity_id, state, path, member, kind in self._connection.execute(
            "SELECT activity_id, state, path, member, format FROM recording "
            "WHERE activity_id IS NOT NULL ORDER BY id"
        ):
            into = kept if state == State.KEPT else deleted
            into[activity_id].append(Source(path=path, member=member, format=kind))
        for row in self._connection.execute(
            f"SELECT {', '.join(ACTIVITY_COLUMNS)} FROM activity"  # noqa: S608 - as above
        ):
            is_deleted = row[0] not in kept
            yield activity_of(row, (deleted if is_deleted else kept)[row[0]]), is_deleted

    def store_activities(self, activities: Iterable[Activity]) -> None:
        """Store activities over what was there under their ids."""
        self._connection.executemany(
            f"INSERT OR REPLACE INTO activity ({', '.join(ACTIVITY_COLUMNS)}) "  # noqa: S608 - as above
            f"VALUES ({', '.join('?' * len(ACTIVITY_COLUMNS))})",
            map(activity_row, activities),
        )

    def remove_activities(self, activity_ids: Iterable[int]) -> None:
        """Remove activities that nothing belongs to any more."""
        self._connection.executemany(
            "DELETE FROM activity WHERE id = ?", ((activity_id,) for activity_id in activity_ids)
        )

    # ── details ───────────────────────────────────────────────────────────────────────

    def track(self, recording_id: int) -> Track | None:
        """Return the track of a recording; ``None`` where it has none."""
        columns = dict(
            self._connection.execute(
                "SELECT name, data FROM track_column WHERE recording_id = ?", (recording_id,)
            )
        )
        return unpacked(columns) if columns else None

    def laps(self, recording_id: int) -> tuple[Lap, ...]:
        """Return the laps of a recording."""
        return tuple(
            Lap(
                start_s=start_s,
                moving_time_s=moving_time_s,
                distance_m=distance_m,
                average_heart_rate_bpm=average_heart_rate_bpm,
            )
            for start_s, moving_time_s, distance_m, average_heart_rate_bpm in (
                self._connection.execute(
                    "SELECT start_s, moving_time_s, distance_m, average_heart_rate_bpm FROM lap "
                    "WHERE recording_id = ? ORDER BY number",
                    (recording_id,),
                )
            )
        )

    def mended(self, recording_id: int) -> tuple[Message, ...]:
        """Return what was mended or assumed in reading a recording."""
        return tuple(
            Message(template, json.loads(values, object_hook=_value_from))
            for template, values in self._connection.execute(
                "SELECT template, value_json FROM mended WHERE recording_id = ? ORDER BY number",
                (recording_id,),
            )
        )


def _json_of(note: Message) -> str:
    return json.dumps(dict(note.values), default=lambda day: {_DAY: day.isoformat()})


def _value_from(pairs: dict[str, Any]) -> dict[str, Value] | date:
    """Read a day back; it was written as an object, for JSON has none."""
    return date.fromisoformat(pairs[_DAY]) if _DAY in pairs else pairs
