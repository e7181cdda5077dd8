"""History: the one SQLite file a runner owns."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

import numpy as np

from runadvisor.domain.errors import HistoryError
from runadvisor.history.arrival import Added, Deleted, arrive
from runadvisor.history.changes import SetHomeZone, State, Verdict
from runadvisor.history.clock import AS_RECORDED
from runadvisor.history.diary_store import DiaryStore
from runadvisor.history.doubtful import DoubtfulPair, doubtful_pairs
from runadvisor.history.failure import in_one_sentence
from runadvisor.history.feature_store import FeatureStore
from runadvisor.history.grouping import ordered_pair
from runadvisor.history.ledger import FALLBACK_ZONE, HOME_ZONE, Ledger
from runadvisor.history.local_day import instant_of
from runadvisor.history.merging import richest_first
from runadvisor.history.schema import bring_up_to_date
from runadvisor.history.tables import Tables
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from types import TracebackType

    from runadvisor.domain.activity import Activity, Lap, Recording, Track
    from runadvisor.history.changes import Change
    from runadvisor.history.index import Index

_T = TypeVar("_T")
_LOCK_WAIT_S = 2.0
_MADE_BY = "activities_made_by"
_RULES_VERSION = "1"
"""Of merging and placing: activities that an older one made are made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """All that is known of one activity."""

    activity: Activity
    is_deleted: bool
    recordings: tuple[tuple[int, Recording], ...]
    """(recording id, recording with laps and what was mended, without track), richest first."""
    as_recorded: Mapping[int, Recording]
    """Recording id -> what it says itself, where its clock was put right."""
    laps: tuple[Lap, ...]
    """Of the richest recording that has any."""


class History:
    """Activities in one file that can be copied, named and moved; owned by one thread."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Use ``History.open`` instead."""
        self.path = path
        self._connection = connection
        self._tables = Tables(connection)
        self._diary = DiaryStore(path, connection, self._transaction)
        self._features = FeatureStore(path, connection, self._transaction)
        self._cached: Ledger | None = None
        self._seen_version = -1

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a history, making it first where there is none.

        Raises:
            HistoryError: The file or its folder cannot be used; the sentence says why.
        """
        path = Path(path)
        if not path.parent.is_dir():
            raise HistoryError(
                _("The folder {folder} does not exist: choose another place.").format(
                    folder=path.parent
                )
            )
        if path.is_dir():
            raise HistoryError(
                _("{name} is a folder, not a history file: choose a file.").format(name=path.name)
            )
        with in_one_sentence(path):
            connection = sqlite3.connect(path, timeout=_LOCK_WAIT_S, isolation_level=None)
            try:
                connection.execute("PRAGMA journal_mode = TRUNCATE")
                connection.execute("PRAGMA synchronous = FULL")
                bring_up_to_date(connection, path)
                # Only now: a migration rebuilds tables that others refer to.
                connection.execute("PRAGMA foreign_keys = ON")
                history = cls(path, connection)
                if history._tables.meta(_MADE_BY) != _RULES_VERSION:
                    history._make_anew()
            except BaseException:
                connection.close()
                raise
        return history

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
        """Close the file; nothing is left beside it. What was undone cannot be redone now."""
        with suppress(sqlite3.Error):
            self._tables.purge_undone()
            # Takes the empty journal away that is left beside the file otherwise.
            self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()

    # ── reading ───────────────────────────────────────────────────────────────────────

    @property
    def home_zone(self) -> str | None:
        """IANA name of where the runner lives; ``None`` until it is known."""
        return self._read(lambda _: self._tables.meta(HOME_ZONE))

    @property
    def placing_zone(self) -> str:
        """Where activities are placed that tell no zone: at home, or where that is assumed."""
        return self._read(lambda ledger: ledger.home_zone)

    def note(self, key: str) -> str | None:
        """Return a text kept under a key; ``None`` where there is none."""
        return self._read(lambda _: self._tables.meta(key))

    @property
    def diary(self) -> DiaryStore:
        """What the runner has written down about their body."""
        return self._diary

    def activities(self) -> tuple[Activity, ...]:
        """Return every activity by start, without those that the runner deleted."""
        return self._read(lambda ledger: _by_start(ledger, are_deleted=False))

    def deleted_activities(self) -> tuple[Activity, ...]:
        """Return the activities that the runner deleted, by start; they can be brought back."""
        return self._read(lambda ledger: _by_start(ledger, are_deleted=True))

    def detail(self, activity_id: int) -> Detail | None:
        """Return all that is known of an activity; ``None`` where there is none."""
        return self._read(lambda ledger: self._detail(ledger, activity_id))

    def track(self, activity_id: int) -> Track | None:
        """Return the richest track of an activity; ``None`` when it has none.

        Its heart rate is unknown throughout where the runner said that it is wrong.
        """
        return self._read(lambda ledger: self._track(ledger, activity_id))

    @property
    def features(self) -> FeatureStore:
        """What tracks say, worked out once, by recording."""
        return self._features

    def richest_tracks(self) -> dict[int, int]:
        """Return activity id -> the recording whose track it has; others are left out."""
        return self._read(self._richest_tracks)

    def recorded_track(self, recording_id: int) -> Track | None:
        """Return the track of one recording as it came; ``None`` when it has none."""
        return self._read(lambda _: self._tables.track(recording_id))

    def doubtful_pairs(self) -> tuple[DoubtfulPair, ...]:
        """Return pairs of activities that may be one, and that the runner has not judged yet."""
        return self._read(self._doubtful_pairs)

    def knows(self, name: str) -> bool:
        """Whether content of this digest, or a file of this fingerprint, is in.

        What was deleted is in; what was taken out by undoing its import is not.
        """
        return self._read(lambda ledger: _knows(ledger.index, name))

    # ── changing ──────────────────────────────────────────────────────────────────────

    def add(
        self,
        recordings: Sequence[Recording],
        *,
        home_zone: str,
        known: Sequence[str] = (),
        fingerprints: Mapping[str, str] | None = None,
        deleted: Deleted = Deleted.STAYS,
    ) -> Added:
        """Add recordings in one transaction: all of them, or none.

        The order of additions never changes the activities; only of two versions of a
        list's row the one that came last counts.

        Args:
            recordings: In any order; a known one changes nothing.
            home_zone: IANA name for those that tell local time only and have no neighbour,
                while the history's own home zone is not known.
            known: Digests or fingerprints of files that were not read again.
            fingerprints: Digest -> fingerprint of the file it was read from.
            deleted: Whether what the runner deleted comes back with this.

        Raises:
            HistoryError: The file cannot be written; it is as it was before.
        """
        if not recordings and not known:
            return Added()

        def work(ledger: Ledger) -> Added:
            if self._tables.meta(FALLBACK_ZONE) is None:
                self._tables.set_meta(FALLBACK_ZONE, home_zone)
            return arrive(
                ledger, recordings, known=known, fingerprints=fingerprints or {}, deleted=deleted
            )

        return self._change(work)

    def apply(self, change: Change) -> Change:
        """Make a change in one transaction and return the one that undoes it.

        Raises:
            HistoryError: It cannot be made, or the file cannot be written; it is as before.
        """
        if isinstance(change, SetHomeZone) and change.zone is not None:
            _check_zone(change.zone)
        return self._change(lambda ledger: ledger.apply(change))

    def set_note(self, key: str, text: str) -> None:
        """Keep a text under a key, such as what the runner asks of a plan.

        Raises:
            HistoryError: The file cannot be written.
        """
        with self._transaction():
            self._tables.set_meta(key, text)

    def ask(self, request: Callable[[Index], Change]) -> Change:
        """Make the change that a request of activities comes to; return the one that undoes it.

        Args:
            request: One of ``history.requests`` with its activities filled in.

        Raises:
            HistoryError: It cannot be made, or the file cannot be written; it is as before.
        """
        return self._change(lambda ledger: ledger.apply(request(ledger.index)))

    def set_home_zone(self, zone: str) -> Change:
        """Keep the home zone, place activities that were at home there; return the way back.

        Raises:
            HistoryError: There is no such zone, or the file cannot be written.
        """
        return self.apply(SetHomeZone(zone))

    # ── inside ────────────────────────────────────────────────────────────────────────

    def _ledger(self) -> Ledger:
        version = self._tables.data_version()
        if self._cached is None or version != self._seen_version:
            # Another program has written: what is remembered may be no longer so.
            self._cached = Ledger(self._tables, self._diary)
            self._seen_version = version
        return self._cached

    def _read(self, work: Callable[[Ledger], _T]) -> _T:
        with in_one_sentence(self.path):
            return work(self._ledger())

    def _change(self, work: Callable[[Ledger], _T]) -> _T:
        try:
            with self._transaction():
                ledger = self._ledger()
                result = work(ledger)
                ledger.settle()
        except BaseException:
            # What is remembered was never written.
            self._cached = None
            raise
        return result

    def _make_anew(self) -> None:
        def work(ledger: Ledger) -> None:
            ledger.rebuild()
            self._tables.set_meta(_MADE_BY, _RULES_VERSION)

        self._change(work)

    def _detail(self, ledger: Ledger, activity_id: int) -> Detail | None:
        activity = ledger.activities.get(activity_id)
        if activity is None:
            return None
        ids = _richest_first(ledger.index, activity_id)
        recordings = [
            replace(
                ledger.index.kept[key].righted,
                laps=self._tables.laps(key),
                mended=self._tables.mended(key),
            )
            for key in ids
        ]
        return Detail(
            activity=activity,
            is_deleted=activity_id in ledger.deleted,
            recordings=tuple(zip(ids, recordings, strict=True)),
            as_recorded={
                key: ledger.index.kept[key].recording
                for key in ids
                if ledger.index.kept[key].clock != AS_RECORDED
            },
            laps=next((each.laps for each in recordings if each.laps), ()),
        )

    def _track(self, ledger: Ledger, activity_id: int) -> Track | None:
        activity = ledger.activities.get(activity_id)
        if activity is None:
            return None
        tracks = (self._tables.track(key) for key in _richest_first(ledger.index, activity_id))
        track = next((each for each in tracks if each is not None), None)
        if track is not None and activity.ignores_heart_rate:
            return replace(track, heart_rate_bpm=np.full(len(track), np.nan))
        return track

    def _richest_tracks(self, ledger: Ledger) -> dict[int, int]:
        with_track = self._features.with_track()
        richest = (
            (activity_id, next((k for k in ids if k in with_track), None))
            for activity_id in ledger.activities
            if (ids := _richest_first(ledger.index, activity_id))
        )
        return {activity_id: key for activity_id, key in richest if key is not None}

    def _doubtful_pairs(self, ledger: Ledger) -> tuple[DoubtfulPair, ...]:
        index = ledger.index

        def is_judged(pair: DoubtfulPair) -> bool:
            one, other = (index.members[each.activity_id] for each in (pair.one, pair.other))
            return any(
                index.verdicts.get(ordered_pair(*each)) is Verdict.APART
                for each in product(one, other)
            )

        pairs = doubtful_pairs(_by_start(ledger, are_deleted=False))
        return tuple(pair for pair in pairs if not is_judged(pair))

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


def _by_start(ledger: Ledger, *, are_deleted: bool) -> tuple[Activity, ...]:
    chosen = (
        each for key, each in ledger.activities.items() if (key in ledger.deleted) is are_deleted
    )
    return tuple(sorted(chosen, key=lambda each: (each.started_at, each.activity_id)))


def _richest_first(index: Index, activity_id: int) -> list[int]:
    of_digest = {index.kept[key].recording.digest: key for key in index.members[activity_id]}
    recordings = [index.kept[key].recording for key in of_digest.values()]
    return [of_digest[recording.digest] for recording in richest_first(recordings)]


def _knows(index: Index, name: str) -> bool:
    found = index.by_digest.get(name, index.by_fingerprint.get(name))
    return found is not None and index.kept[found].state is not State.UNDONE


def _check_zone(zone: str) -> None:
    try:
        instant_of(datetime(2000, 1, 1), zone)  # noqa: DTZ001 - a wall clock has no zone yet
    except ValueError as error:
        raise HistoryError(
            _("There is no time zone {zone}: write it like Europe/Berlin.").format(zone=zone)
        ) from error
