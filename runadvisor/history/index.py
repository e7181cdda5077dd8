"""What is in the history, in memory: findable by content, by the source's id and by day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runadvisor.history.changes import State, Verdict
from runadvisor.history.clock import AS_RECORDED, ClockFix, put_right
from runadvisor.history.duplicates import filed_under, nearby_days, sameness
from runadvisor.history.grouping import groups, ordered_pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from runadvisor.domain.activity import Recording
    from runadvisor.history.changes import EditField, EditValue
    from runadvisor.history.duplicates import Sameness
    from runadvisor.history.grouping import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A stored recording, without track and laps."""

    recording_id: int
    recording: Recording
    state: State = State.KEPT
    former_digests: tuple[str, ...] = ()
    """Of the versions a row of a list has had."""
    clock: ClockFix = AS_RECORDED

    @property
    def righted(self) -> Recording:
        """The recording with its clock put right, as it counts."""
        return put_right(self.recording, self.clock)

    @property
    def filed_under(self) -> set[date]:
        """The days it is found under; by its old clock as well, to be known again."""
        return {filed_under(self.recording), filed_under(self.righted)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouped:
    """What a new grouping changed."""

    gone: frozenset[int]
    """Activities that are no more."""
    there: frozenset[int]
    """Activities to be made anew."""
    moved: Mapping[int, int | None]
    """Recording -> its activity now; ``None`` for one that was taken out."""


class Index:
    """Recordings, which of them are one activity, and what the runner said and set."""

    def __init__(self) -> None:
        """Start empty."""
        self.kept: dict[int, Kept] = {}
        self.by_digest: dict[str, int] = {}
        self.by_fingerprint: dict[str, int] = {}
        self.verdicts: dict[Pair, Verdict] = {}
        self.edits: defaultdict[int, dict[EditField, EditValue]] = defaultdict(dict)
        """Recording -> what was set by hand for its activity."""
        self.activity_of: dict[int, int] = {}
        self.members: dict[int, tuple[int, ...]] = {}
        """Activity -> its recordings, ascending; the first gives the activity its id."""
        self._by_day: defaultdict[date, set[int]] = defaultdict(set)
        self._by_source_id: defaultdict[str, set[int]] = defaultdict(set)
        self._told: defaultdict[int, set[int]] = defaultdict(set)

    def enter(self, kept: Kept) -> None:
        """Enter a stored recording, or another version or state of it."""
        before = self.kept.get(kept.recording_id)
        if before is not None:
            self._unfile(before)
        kept = replace(kept, recording=replace(kept.recording, track=None, laps=()))
        self.kept[kept.recording_id] = kept
        for digest in (kept.recording.digest, *kept.former_digests):
            self.by_digest[digest] = kept.recording_id
        if kept.state is not State.UNDONE:
            for day in kept.filed_under:
                self._by_day[day].add(kept.recording_id)
            if kept.recording.source_id is not None:
                self._by_source_id[kept.recording.source_id].add(kept.recording_id)

    def say(self, pair: Pair, verdict: Verdict | None) -> None:
        """Keep what the runner said about a pair; ``None`` takes it back."""
        one, other = pair
        for key, there in ((one, other), (other, one)):
            (self._told[key].add if verdict is Verdict.SAME else self._told[key].discard)(there)
        if verdict is None:
            self.verdicts.pop(pair, None)
        else:
            self.verdicts[pair] = verdict

    def with_id(self, source_id: str) -> Iterator[Kept]:
        """Yield the recordings that have this id of a source."""
        for recording_id in sorted(self._by_source_id.get(source_id, ())):
            yield self.kept[recording_id]

    def near(self, recording: Recording) -> Iterator[Kept]:
        """Yield the recordings whose start may be that of this one."""
        for day in nearby_days(recording):
            for recording_id in self._by_day.get(day, ()):
                yield self.kept[recording_id]

    def connected(self, recording_ids: Iterable[int]) -> set[int]:
        """Return recordings with all that are the same as they, and as those, and so on.

        Recordings that were taken out are connected with nothing.
        """
        return self._component(recording_ids)[0]

    def regroup(self, recording_ids: Iterable[int]) -> Regrouped:
        """Find anew which recordings are one activity.

        Args:
            recording_ids: What changed, with all that it was connected with before.
        """
        asked = set(recording_ids)
        concerned, alike = self._component(asked)
        was = {key: self.activity_of.pop(key, None) for key in asked | concerned}
        for activity_id in set(was.values()) - {None}:
            self.members.pop(activity_id or 0, None)
        recordings = {key: self.kept[key].righted for key in concerned}
        for group in groups(recordings, alike, self.verdicts):
            self.members[group[0]] = tuple(group)
            self.activity_of |= dict.fromkeys(group, group[0])
        there = {self.activity_of[key] for key in concerned}
        return Regrouped(
            gone=frozenset(key for key in was.values() if key is not None) - there,
            there=frozenset(there),
            moved={
                key: self.activity_of.get(key)
                for key, before in was.items()
                if self.activity_of.get(key) != before
            },
        )

    def _component(self, recording_ids: Iterable[int]) -> tuple[set[int], dict[Pair, Sameness]]:
        found: set[int] = set()
        alike: dict[Pair, Sameness] = {}
        waiting = {key for key in recording_ids if self.kept[key].state is not State.UNDONE}
        while waiting:
            found |= waiting
            reached: set[int] = set()
            for key in waiting:
                same = self._same_as(key)
                alike |= {ordered_pair(key, other): what for other, what in same.items()}
                reached.update(same, self._told_of(key))
            waiting = reached - found
        return found, alike

    def _same_as(self, recording_id: int) -> dict[int, Sameness]:
        recording = self.kept[recording_id].righted
        others = [*self.near(recording)]
        if recording.source_id is not None:
            others += self.with_id(recording.source_id)
        return {
            other.recording_id: what
            for other in others
            if other.recording_id != recording_id
            and (what := sameness(recording, other.righted)) is not None
        }

    def _told_of(self, recording_id: int) -> set[int]:
        told = self._told.get(recording_id, ())
        return {key for key in told if self.kept[key].state is not State.UNDONE}

    def _unfile(self, kept: Kept) -> None:
        recording = kept.recording
        for digest in (recording.digest, *kept.former_digests):
            self.by_digest.pop(digest, None)
        for day in kept.filed_under:
            self._by_day[day].discard(kept.recording_id)
        if recording.source_id is not None:
            self._by_source_id[recording.source_id].discard(kept.recording_id)
