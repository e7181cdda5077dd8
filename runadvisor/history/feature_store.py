"""Features of tracks in the history's file; made anew when the rules for them change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.track_features import FEATURES_VERSION
from runadvisor.history.failure import in_one_sentence
from runadvisor.history.features import packed_features, unpacked_features

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from runadvisor.domain.track_features import TrackFeatures


class FeatureStore:
    """Features by recording; owned by the history that it is part of."""

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        transaction: Callable[[], AbstractContextManager[None]],
    ) -> None:
        """Use ``History.features`` instead."""
        self._path = path
        self._connection = connection
        self._transaction = transaction
        self._read: dict[int, TrackFeatures] = {}

    def with_track(self) -> frozenset[int]:
        """Return the ids of the recordings that have a track."""
        with in_one_sentence(self._path):
            rows = self._connection.execute(
                "SELECT recording_id FROM track_column WHERE name = 'time_s'"
            )
            return frozenset(recording_id for (recording_id,) in rows)

    def read(self) -> Mapping[int, TrackFeatures]:
        """Return all features that are kept, by recording id; what was read once stays read."""
        with in_one_sentence(self._path):
            kept = {
                recording_id
                for (recording_id,) in self._connection.execute(
                    "SELECT recording_id FROM track_features WHERE version = ?", (FEATURES_VERSION,)
                )
            }
            for recording_id in self._read.keys() - kept:
                del self._read[recording_id]
            rows = (
                self._connection.execute(
                    "SELECT recording_id, data FROM track_features WHERE recording_id = ?",
                    (recording_id,),
                ).fetchone()
                for recording_id in sorted(kept - self._read.keys())
            )
            self._read.update((key, unpacked_features(data)) for key, data in rows)
        return dict(self._read)

    def keep(self, features: Mapping[int, TrackFeatures]) -> None:
        """Keep features by recording id, in one transaction.

        Raises:
            HistoryError: The file cannot be written.
        """
        with self._transaction():
            self._connection.executemany(
                "INSERT OR REPLACE INTO track_features VALUES (?, ?, ?)",
                (
                    (recording_id, FEATURES_VERSION, packed_features(own))
                    for recording_id, own in features.items()
                ),
            )
        for recording_id in features:
            self._read.pop(recording_id, None)
