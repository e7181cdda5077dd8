"""What is in the history, findable by content, by the source's id and by day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runadvisor.history.duplicates import (
    filed_under,
    is_other_by_construction,
    is_same,
    nearby_days,
)

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.domain.activity import Recording


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored recording, without its track."""

    activity_id: int
    recording_id: int
    recording: Recording


class Index:
    """What is in, findable by content, by the source's id and by day."""

    def __init__(self) -> None:
        """Start empty; recordings are entered one by one."""
        self.by_digest: dict[str, int] = {}
        self.of_activity: defaultdict[int, list[Kept]] = defaultdict(list)
        self._by_source_id: defaultdict[str, list[Kept]] = defaultdict(list)
        self._by_day: defaultdict[date, list[Kept]] = defaultdict(list)

    def enter(self, activity_id: int, recording_id: int, recording: Recording) -> None:
        """Enter a stored recording; its track stays in the file."""
        kept = Kept(activity_id, recording_id, replace(recording, track=None))
        self.by_digest[recording.digest] = activity_id
        self.of_activity[activity_id].append(kept)
        self._by_day[filed_under(recording)].append(kept)
        if recording.source_id is not None:
            self._by_source_id[recording.source_id].append(kept)

    def row_with_id(self, recording: Recording) -> Kept | None:
        """Return the row of the same list format that has this id already, if any."""
        if recording.source_id is None or not recording.source.format.endswith("csv"):
            return None
        rows = self._by_source_id[recording.source_id]
        return next((k for k in rows if k.recording.source.format == recording.source.format), None)

    def same(self, recording: Recording) -> int | None:
        """Return the activity a recording belongs to, the one nearest in start if several."""
        if recording.source_id is not None and self._by_source_id[recording.source_id]:
            return self._by_source_id[recording.source_id][0].activity_id
        found = [
            kept
            for day in nearby_days(recording)
            for kept in self._by_day.get(day, ())
            if is_same(recording, kept.recording)
            and not any(
                is_other_by_construction(recording, member.recording)
                for member in self.of_activity[kept.activity_id]
            )
        ]
        return (
            min((_apart(recording, k.recording), k.activity_id) for k in found)[1]
            if found
            else None
        )

    def exchange(self, row: Kept, recording: Recording) -> None:
        """Put a changed row of a list in the place of the one it was."""
        self.by_digest.pop(row.recording.digest, None)
        for rows in (
            self.of_activity[row.activity_id],
            self._by_day[filed_under(row.recording)],
            self._by_source_id[recording.source_id or ""],
        ):
            rows.remove(row)
        self.enter(row.activity_id, row.recording_id, recording)


def _apart(one: Recording, other: Recording) -> float:
    if one.started_at is not None and other.started_at is not None:
        return abs((one.started_at - other.started_at).total_seconds())
    return abs((one.distance_m or 0.0) - (other.distance_m or 0.0))
