"""Changes applied: rows and memory kept in step, and the activities made from them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runadvisor.domain.activity import ZoneSource
from runadvisor.domain.errors import HistoryError
from runadvisor.history.changes import (
    Change,
    Edit,
    ExchangeRow,
    PairVerdict,
    SetClocks,
    SetDiary,
    SetEdits,
    SetHomeZone,
    SetNote,
    SetStates,
    SetVerdicts,
    State,
    Together,
    TypeIn,
)
from runadvisor.history.index import Kept
from runadvisor.history.local_day import Neighbours
from runadvisor.history.merging import merged, with_edits
from runadvisor.history.rows import activity_from, instant
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from runadvisor.domain.activity import Activity, Recording
    from runadvisor.history.changes import EditField, EditValue
    from runadvisor.history.clock import ClockFix
    from runadvisor.history.diary_store import DiaryStore
    from runadvisor.history.index import Index
    from runadvisor.history.merging import Merged
    from runadvisor.history.tables import Tables

HOME_ZONE = "home_zone"
FALLBACK_ZONE = "fallback_zone"
"""Where activities that name no zone are placed until the home zone is known."""
_LENT = frozenset({ZoneSource.NEIGHBOUR, ZoneSource.HOME})


class Ledger:
    """The open history in memory; every change goes through it into the tables."""

    def __init__(self, tables: Tables, diary: DiaryStore) -> None:
        """Read the activities; the recordings are read once they are wanted."""
        self.tables = tables
        self._diary = diary
        self.activities: dict[int, Activity] = {}
        self.deleted: set[int] = set()
        for activity, is_deleted in tables.activities():
            self.activities[activity.activity_id] = activity
            if is_deleted:
                self.deleted.add(activity.activity_id)
        self._index: Index | None = None
        self._touched: set[int] = set()
        self._gone: set[int] = set()
        self._there: set[int] = set()
        self._home_has_moved = False

    @property
    def index(self) -> Index:
        """Everything known of recordings."""
        if self._index is None:
            self._index = self.tables.index()
        return self._index

    @property
    def home_zone(self) -> str:
        """Where activities are placed that know no zone and have no neighbour."""
        return self.tables.meta(HOME_ZONE) or self.tables.meta(FALLBACK_ZONE) or "UTC"

    def apply(self, change: Change) -> Change:  # noqa: C901 - one case for each kind of change
        """Make a change and return the one that undoes it; ``settle`` has to follow.

        Raises:
            HistoryError: It speaks of recordings that are no longer there.
        """
        undone: Change
        match change:
            case Together(changes):
                undone = Together(tuple(reversed([self.apply(each) for each in changes])))
            case SetEdits(edits):
                undone = SetEdits(tuple(reversed([self._set_edit(each) for each in edits])))
            case SetVerdicts(verdicts):
                undone = SetVerdicts(
                    tuple(reversed([self._set_verdict(each) for each in verdicts]))
                )
            case SetStates(states):
                undone = SetStates(tuple(reversed([self._set_state(*each) for each in states])))
            case SetClocks(clocks):
                undone = SetClocks(tuple(reversed([self._set_clock(*each) for each in clocks])))
            case ExchangeRow():
                undone = self._exchange(change)
            case SetHomeZone(zone):
                undone = self._set_home_zone(zone)
            case SetNote(key, text):
                undone = SetNote(key, self.tables.meta(key))
                self.tables.set_meta(key, text)
            case SetDiary():
                undone = self._diary.put_back(change)
            case TypeIn(recording):
                undone = SetStates(((self.enter(recording), State.UNDONE),))
        return undone

    def enter(self, recording: Recording, *, fingerprint: str | None = None) -> int:
        """Store a recording that is new and return its id; ``settle`` has to follow."""
        recording_id = self.tables.insert_recording(
            recording, state=State.KEPT, fingerprint=fingerprint
        )
        self.index.enter(Kept(recording_id=recording_id, recording=recording))
        if fingerprint is not None:
            self.index.by_fingerprint[fingerprint] = recording_id
        self._touched.add(recording_id)
        return recording_id

    def note_fingerprint(self, recording_id: int, fingerprint: str) -> None:
        """Note how the file of a recording is recognised without unpacking it."""
        self.tables.set_fingerprint(recording_id, fingerprint)
        self.index.by_fingerprint[fingerprint] = recording_id

    def regroup(self) -> None:
        """Put what was touched into its activities; ``settle`` has to follow."""
        regrouped = self.index.regroup(self._touched)
        self._gone = (self._gone | regrouped.gone) - regrouped.there
        self._there = (self._there | regrouped.there) - regrouped.gone
        self.tables.set_activity(regrouped.moved.items())

    def settle(self) -> None:
        """Make the activities of everything that was touched, each in its zone."""
        self.regroup()
        there = self._there
        lenders = self._lenders()
        stored = dict(self.activities)
        for key in self._gone:
            self.activities.pop(key, None)
        self.deleted -= self._gone | there
        self.deleted |= {key for key in there if self._is_deleted(key)}
        unplaced: dict[int, Merged] = {}
        for key in there:
            best = self._best(key)
            if best.zone is None or best.zone_source is None:
                unplaced[key] = best
                self.activities.pop(key, None)
            else:
                self.activities[key] = self._made(key, best, best.zone, best.zone_source)
        if self._home_has_moved or self._lenders() != lenders:
            for key, each in self.activities.items():
                if each.zone_source in _LENT:
                    unplaced[key] = self._best(key)
        self.activities |= self._placed(unplaced)
        self.tables.remove_activities(self._gone)
        self.tables.store_activities(
            each for key, each in self.activities.items() if stored.get(key) != each
        )
        self._touched.clear()
        self._gone, self._there = set(), set()
        self._home_has_moved = False

    def rebuild(self) -> None:
        """Make every activity anew from the recordings."""
        self._touched.update(self.index.kept)
        self._home_has_moved = True
        self.settle()

    def touch(self, recording_ids: Iterable[int]) -> None:
        """Have the activities of recordings looked at again, whatever they are part of now."""
        for recording_id in recording_ids:
            self._touched.add(recording_id)
            activity_id = self.index.activity_of.get(recording_id)
            if activity_id is not None:
                self._touched.update(self.index.members[activity_id])
            self._touched |= self.index.connected([recording_id])

    # ── one change of each kind ───────────────────────────────────────────────────────

    def _set_edit(self, edit: Edit) -> Edit:
        self._look_up(edit.recording_id)
        edits = self.index.edits[edit.recording_id]
        before = edits.pop(edit.field, None)
        if edit.value is not None:
            edits[edit.field] = edit.value
        self.tables.set_edit(edit)
        self._touched.add(edit.recording_id)
        return Edit(edit.recording_id, edit.field, before)

    def _set_verdict(self, said: PairVerdict) -> PairVerdict:
        pair = said.one, said.other
        for recording_id in pair:
            self._look_up(recording_id)
        before = self.index.verdicts.get(pair)
        self.touch(pair)
        self.index.say(pair, said.verdict)
        self.tables.set_verdict(said)
        return PairVerdict(*pair, before)

    def _set_state(self, recording_id: int, state: State) -> tuple[int, State]:
        kept = self._look_up(recording_id)
        self.touch([recording_id])
        self.index.enter(replace(kept, state=state))
        self.tables.set_state(recording_id, state)
        return recording_id, kept.state

    def _set_clock(self, recording_id: int, clock: ClockFix) -> tuple[int, ClockFix]:
        kept = self._look_up(recording_id)
        self.touch([recording_id])
        self.index.enter(replace(kept, clock=clock))
        self.tables.set_clock(recording_id, clock)
        self.touch([recording_id])
        return recording_id, kept.clock

    def _set_home_zone(self, zone: str | None) -> SetHomeZone:
        before = self.tables.meta(HOME_ZONE)
        if zone != before:
            self.tables.set_meta(HOME_ZONE, zone)
            self._home_has_moved = True
        return SetHomeZone(before)

    def _exchange(self, change: ExchangeRow) -> ExchangeRow:
        kept = self._look_up(change.recording_id)
        self.touch([change.recording_id])
        self.index.enter(
            replace(kept, recording=change.recording, former_digests=change.former_digests)
        )
        self.tables.exchange_row(change.recording_id, change.recording, change.former_digests)
        self.touch([change.recording_id])
        return ExchangeRow(change.recording_id, kept.recording, kept.former_digests)

    def _look_up(self, recording_id: int) -> Kept:
        try:
            return self.index.kept[recording_id]
        except KeyError as error:
            raise HistoryError(
                _("The history was changed elsewhere meanwhile: this can no longer be done.")
            ) from error

    # ── activities from recordings ────────────────────────────────────────────────────

    def _best(self, activity_id: int) -> Merged:
        """Return the fields of an activity, from recordings that were not deleted alone."""
        members = self.index.members[activity_id]
        best = merged([kept.righted for kept in self._shown(members)])
        return with_edits(best, self.edits_of(activity_id))

    def edits_of(self, activity_id: int) -> dict[EditField, EditValue]:
        """Return what was set by hand for an activity; of two, the one at the lower id."""
        edits: dict[EditField, EditValue] = {}
        for recording_id in reversed(self.index.members[activity_id]):
            edits |= self.index.edits.get(recording_id, {})
        return edits

    def _shown(self, members: Iterable[int]) -> list[Kept]:
        all_of_them = [self.index.kept[key] for key in members]
        return [kept for kept in all_of_them if kept.state is State.KEPT] or all_of_them

    def _is_deleted(self, activity_id: int) -> bool:
        members = self.index.members[activity_id]
        return all(self.index.kept[key].state is State.DELETED for key in members)

    def _made(self, activity_id: int, best: Merged, zone: str, zone_source: ZoneSource) -> Activity:
        shown = self._shown(self.index.members[activity_id])
        sources = [kept.recording.source for kept in shown]
        return activity_from(activity_id, best, sources, zone=zone, zone_source=zone_source)

    def _placed(self, unplaced: dict[int, Merged]) -> dict[int, Activity]:
        """Return activities that know no zone, in that of a neighbour, else at home."""
        if not unplaced:
            return {}
        home = self.home_zone
        neighbours = Neighbours(list(self._lenders().values()))
        made: dict[int, Activity] = {}
        for key, best in unplaced.items():
            near = best.started_at or instant(best, home)
            zone, zone_source = neighbours.zone_at(near, home)
            made[key] = self._made(key, best, zone, zone_source)
        return made

    def _lenders(self) -> dict[int, tuple[datetime, str]]:
        """Return when and where the activities were that know their zone."""
        return {
            key: (each.started_at, each.zone)
            for key, each in self.activities.items()
            if each.zone_source not in _LENT and key not in self.deleted
        }
