"""Recordings on their way in: new, known, another version of a row, or deleted before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from runadvisor.domain.activity import BY_HAND, StartPrecision
from runadvisor.history.changes import NOTHING, ExchangeRow, SetStates, State, Together
from runadvisor.history.duplicates import is_same
from runadvisor.history.formats import is_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from runadvisor.domain.activity import Recording
    from runadvisor.history.changes import Change
    from runadvisor.history.index import Index, Kept
    from runadvisor.history.ledger import Ledger


class AdditionKind(StrEnum):
    """What became of a recording."""

    ADDED = "added"
    MERGED = "merged"
    DUPLICATE = "duplicate"
    STAYS_DELETED = "stays-deleted"


class Deleted(StrEnum):
    """What is to become of activities that the runner deleted, when they are imported again."""

    STAYS = "stays"
    COMES_BACK = "comes-back"


@dataclass(frozen=True, slots=True)
class Addition:
    """A recording's way into the history."""

    kind: AdditionKind
    activity_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of recordings, and what undoes it."""

    additions: tuple[Addition, ...] = ()
    """One for each recording and each known content, in the order they came."""
    inverse: Change = NOTHING


def arrive(
    ledger: Ledger,
    recordings: Sequence[Recording],
    *,
    known: Iterable[str],
    fingerprints: Mapping[str, str],
    deleted: Deleted,
) -> Added:
    """Take recordings in.

    Args:
        ledger: Where they go.
        recordings: In any order; one that is known changes nothing.
        known: Digests or fingerprints of files that were not read again.
        fingerprints: Digest -> fingerprint of the file it was read from.
        deleted: Whether what the runner deleted comes back.
    """
    arrival = _Arrival(ledger, recordings, deleted)
    for recording in recordings:
        arrival.take(recording, fingerprints.get(recording.digest))
    for name in known:
        arrival.take_known(name)
    return arrival.added()


class _Arrival:
    """One batch: its recordings are stored first, then grouped, then counted."""

    def __init__(self, ledger: Ledger, recordings: Sequence[Recording], deleted: Deleted) -> None:
        self._ledger = ledger
        self._deleted = deleted
        self._rows = _Rows(ledger.index, recordings)
        self._ids: list[int] = []
        self._fresh: dict[int, None] = {}
        self._inverses: list[Change] = []

    def take(self, recording: Recording, fingerprint: str | None) -> None:
        index = self._ledger.index
        known = index.by_digest.get(recording.digest)
        if known is not None:
            if fingerprint is not None and fingerprint not in index.by_fingerprint:
                self._ledger.note_fingerprint(known, fingerprint)
            self._take_again(known, recording)
            self._meet(known)
            return
        row = self._rows.earlier_version(recording)
        if row is not None:
            former = (*row.former_digests, row.recording.digest)
            self._apply(ExchangeRow(row.recording_id, recording, former))
            self._meet(row.recording_id)
            return
        recording_id = self._ledger.enter(recording, fingerprint=fingerprint)
        self._inverses.append(SetStates(((recording_id, State.UNDONE),)))
        self._ids.append(recording_id)
        self._fresh[recording_id] = None

    def take_known(self, name: str) -> None:
        index = self._ledger.index
        known = index.by_digest.get(name) or index.by_fingerprint.get(name)
        if known is not None:
            self._meet(known)

    def added(self) -> Added:
        self._ledger.regroup()
        index = self._ledger.index
        activities = {index.activity_of[key] for key in self._ids}
        new = {key for key in activities if not self._earlier(key)}
        deleted = {key for key in activities - new if self._was_deleted(key)}
        if self._deleted is Deleted.COMES_BACK:
            self._set_states(deleted, State.KEPT)
            new |= deleted
        else:
            self._set_states(deleted, State.DELETED)
        new_recordings = set(self._fresh)
        additions = tuple(self._addition(key, new, new_recordings) for key in self._ids)
        return Added(additions=additions, inverse=Together(tuple(reversed(self._inverses))))

    def _addition(self, recording_id: int, new: set[int], new_recordings: set[int]) -> Addition:
        """Count a recording; each new activity and each new recording counts once."""
        index = self._ledger.index
        activity_id = index.activity_of[recording_id]
        if index.kept[recording_id].state is State.DELETED:
            kind = AdditionKind.STAYS_DELETED
        elif activity_id in new:
            new.discard(activity_id)
            kind = AdditionKind.ADDED
        elif recording_id in new_recordings:
            kind = AdditionKind.MERGED
        else:
            kind = AdditionKind.DUPLICATE
        new_recordings.discard(recording_id)
        return Addition(kind, activity_id)

    def _meet(self, recording_id: int) -> None:
        """Take note of a recording that is there; one whose import was undone is new again."""
        if self._ledger.index.kept[recording_id].state is State.UNDONE:
            self._apply(SetStates(((recording_id, State.KEPT),)))
            self._fresh[recording_id] = None
        self._ids.append(recording_id)

    def _take_again(self, recording_id: int, recording: Recording) -> None:
        """Believe what is said now of a file whose import was undone: its day was mistyped."""
        kept = self._ledger.index.kept[recording_id]
        is_typed = recording.started_at is None
        if kept.state is State.UNDONE and is_typed and _told(kept.recording) != _told(recording):
            self._apply(ExchangeRow(recording_id, recording, kept.former_digests))

    def _apply(self, change: Change) -> None:
        self._inverses.append(self._ledger.apply(change))

    def _set_states(self, activity_ids: Iterable[int], state: State) -> None:
        index = self._ledger.index
        changed = tuple(
            (key, state)
            for activity_id in sorted(activity_ids)
            for key in index.members[activity_id]
            if index.kept[key].state is not state
        )
        if changed:
            self._apply(SetStates(changed))

    def _earlier(self, activity_id: int) -> list[int]:
        members = self._ledger.index.members[activity_id]
        return [key for key in members if key not in self._fresh]

    def _was_deleted(self, activity_id: int) -> bool:
        kept = self._ledger.index.kept
        return all(kept[key].state is State.DELETED for key in self._earlier(activity_id))


class _Rows:
    """Rows of lists that came in before and were changed by the runner since.

    A row is the same row where it has the same id, else where nothing but it starts at that
    moment: in the list at the same place, with the old version gone, or in another copy of
    the list, with like numbers. What is no more in a list stays in the history.
    """

    def __init__(self, index: Index, recordings: Sequence[Recording]) -> None:
        self._index = index
        self._digests = {recording.digest for recording in recordings}
        self._new = Counter(
            _start(recording)
            for recording in recordings
            if is_list(recording) and recording.digest not in index.by_digest
        )

    def earlier_version(self, recording: Recording) -> Kept | None:
        if not is_list(recording) or recording.source.format == BY_HAND:
            return None
        if recording.source_id is not None:
            same_id = self._index.with_id(recording.source_id)
            return next((k for k in same_id if _kind(k.recording) == _kind(recording)), None)
        if self._new[_start(recording)] > 1:
            return None
        rows = [
            kept
            for kept in self._index.near(recording)
            if _start(kept.recording) == _start(recording)
            and kept.recording.digest not in self._digests
            and self._may_be_row(kept.recording, recording)
        ]
        return rows[0] if len(rows) == 1 else None

    def _may_be_row(self, before: Recording, now: Recording) -> bool:
        if before.source_id is not None:
            return False
        if before.source == now.source:
            return True
        return now.precision is not StartPrecision.DAY and is_same(before, now)


def _kind(recording: Recording) -> str:
    return recording.source.format


def _told(recording: Recording) -> tuple[object, ...]:
    return recording.local_start, recording.precision, recording.moving_time_s


def _start(recording: Recording) -> tuple[object, ...]:
    return (_kind(recording), recording.started_at, recording.local_start, recording.precision)
