"""What the runner asks of activities -> the change of recordings that does it. Pure."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

from runadvisor.domain.activity import BY_HAND, Recording, Source, StartPrecision
from runadvisor.domain.errors import HistoryError
from runadvisor.history.changes import (
    Edit,
    EditField,
    SetClocks,
    SetEdits,
    SetStates,
    SetVerdicts,
    State,
    TypeIn,
    Verdict,
    pair_verdict,
)
from runadvisor.history.clock import AS_RECORDED, put_right
from runadvisor.history.merging import merged
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from runadvisor.domain.activity import Sport
    from runadvisor.history.changes import EditValue
    from runadvisor.history.clock import ClockFix
    from runadvisor.history.grouping import Pair
    from runadvisor.history.index import Index


FIRST_YEAR, LAST_YEAR = 1980, 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """An activity as the runner types it in; ``None`` is unknown."""

    local_start: datetime
    """Naive wall clock; noon where only the day is known."""
    precision: StartPrecision
    """Minute or day."""
    sport: Sport
    distance_m: float | None = None
    moving_time_s: float | None = None
    average_heart_rate_bpm: float | None = None
    session_rpe: float | None = None
    """0-10, CR-10."""
    name: str | None = None
    notes: str | None = None
    is_race: bool = False


def edit(index: Index, activity_ids: Iterable[int], field: EditField, value: EditValue) -> SetEdits:
    """Return the change that sets a value of activities by hand.

    A value that the recordings say anyway is no edit: it takes an earlier one back.

    Args:
        index: What is known of the recordings.
        activity_ids: The activities.
        field: What is set.
        value: As it is stored; ``None`` takes the edit back.
    """
    edits: list[Edit] = []
    for activity_id in activity_ids:
        said = None if value is None or _recorded(index, activity_id, field) == value else value
        for recording_id in index.members[activity_id]:
            # The one at the activity's own id counts; others are left of earlier groupings.
            wanted = said if recording_id == activity_id else None
            if index.edits.get(recording_id, {}).get(field) != wanted:
                edits.append(Edit(recording_id, field, wanted))
    return SetEdits(tuple(edits))


def unedited(index: Index, activity_ids: Iterable[int]) -> SetEdits:
    """Return the change that takes everything back that was set by hand."""
    return SetEdits(
        tuple(
            Edit(recording_id, field, None)
            for activity_id in activity_ids
            for recording_id in index.members[activity_id]
            for field in index.edits.get(recording_id, {})
        )
    )


def deletion(index: Index, activity_ids: Iterable[int]) -> SetStates:
    """Return the change that deletes activities; importing them again does not bring them back."""
    return _states(index, activity_ids, State.DELETED)


def return_of(index: Index, activity_ids: Iterable[int]) -> SetStates:
    """Return the change that brings deleted activities back."""
    return _states(index, activity_ids, State.KEPT)


def split(index: Index, recording_id: int) -> SetVerdicts:
    """Return the change that makes a recording an activity of its own, now and later.

    It is kept from all it is like, not from its activity alone: it would only join another.
    The others stay together.
    """
    rest = [key for key in _mates(index, recording_id) if key != recording_id]
    like = sorted(index.connected([recording_id]) - {recording_id})
    return _verdicts(
        index,
        apart=[(recording_id, key) for key in like],
        same=list(pairwise(rest)),
    )


def joined(index: Index, activity_ids: Iterable[int]) -> SetVerdicts:
    """Return the change that makes activities one."""
    members = sorted(key for activity_id in activity_ids for key in index.members[activity_id])
    return _verdicts(index, unsaid=list(combinations(members, 2)), same=list(pairwise(members)))


def kept_apart(index: Index, one: int, other: int) -> SetVerdicts:
    """Return the change that says that two activities are two, so that nobody asks again."""
    return _verdicts(index, apart=list(product(index.members[one], index.members[other])))


def clocks_put_right(index: Index, activity_ids: Iterable[int], fix: ClockFix) -> SetClocks:
    """Return the change that puts the clock of activities right, from how it stands now.

    Raises:
        HistoryError: A start would lie where no run was ever recorded.
    """
    return _clocks(index, activity_ids, lambda clock: clock.and_then(fix))


def clocks_as_recorded(index: Index, activity_ids: Iterable[int]) -> SetClocks:
    """Return the change that believes the clock of activities again."""
    return _clocks(index, activity_ids, lambda _clock: AS_RECORDED)


def typed_in(run: Typed) -> TypeIn:
    """Return the change that adds an activity the runner types in."""
    return TypeIn(
        Recording(
            source=Source(path="typed in", member=None, format=BY_HAND),
            # Two runs typed in alike are still two.
            digest=hashlib.sha256(uuid.uuid4().bytes).hexdigest(),
            local_start=run.local_start,
            precision=run.precision,
            sport=run.sport,
            name=run.name,
            distance_m=run.distance_m,
            moving_time_s=run.moving_time_s,
            average_heart_rate_bpm=run.average_heart_rate_bpm,
            session_rpe=run.session_rpe,
            is_race=run.is_race,
            notes=run.notes,
        )
    )


def _recorded(index: Index, activity_id: int, field: EditField) -> EditValue:
    best = merged([index.kept[key].recording for key in index.members[activity_id]])
    if field is EditField.LOCAL_START:
        # The wall clock of an instant depends on the zone: what is typed in is always kept.
        return None
    return getattr(best, field.value)


def _clocks(
    index: Index, activity_ids: Iterable[int], clock_of: Callable[[ClockFix], ClockFix]
) -> SetClocks:
    # All recordings of an activity: what was joined agreed on the time.
    kept = [index.kept[key] for each in activity_ids for key in index.members[each]]
    clocks = [(each, clock_of(each.clock)) for each in kept]
    for each, clock in clocks:
        _check_years(each.recording, clock)
    return SetClocks(
        tuple((each.recording_id, clock) for each, clock in clocks if each.clock != clock)
    )


def _check_years(recording: Recording, clock: ClockFix) -> None:
    try:
        righted = put_right(recording, clock)
    except OverflowError:
        righted = None
    start = None if righted is None else righted.started_at or righted.local_start
    if start is None or not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise HistoryError(
            _("That would put a start before {first} or after {last}: nothing was changed.").format(
                first=FIRST_YEAR, last=LAST_YEAR
            )
        )


def _states(index: Index, activity_ids: Iterable[int], state: State) -> SetStates:
    return SetStates(
        tuple(
            (recording_id, state)
            for activity_id in activity_ids
            for recording_id in index.members[activity_id]
            if index.kept[recording_id].state is not state
        )
    )


def _verdicts(
    index: Index,
    *,
    same: Sequence[Pair] = (),
    apart: Sequence[Pair] = (),
    unsaid: Sequence[Pair] = (),
) -> SetVerdicts:
    """Return what has to be said, leaving out what was said already."""
    wanted: dict[Pair, Verdict | None] = {}
    for pairs, verdict in ((unsaid, None), (same, Verdict.SAME), (apart, Verdict.APART)):
        for one, other in pairs:
            wanted[min(one, other), max(one, other)] = verdict
    return SetVerdicts(
        tuple(
            pair_verdict(*pair, verdict)
            for pair, verdict in wanted.items()
            if index.verdicts.get(pair) is not verdict
        )
    )


def _mates(index: Index, recording_id: int) -> tuple[int, ...]:
    return index.members[index.activity_of[recording_id]]
