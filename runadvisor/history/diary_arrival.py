"""A diary from an export taken into the history's own; what is there already stays as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from runadvisor.domain.diary import Diary
from runadvisor.history.changes import Change, SetHomeZone, SetNote, Together
from runadvisor.history.exercise_log import EXERCISE_LOG, exercises_done, packed_log
from runadvisor.history.profile import PROFILE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runadvisor.history.store import History

_IDS = ("entry_id", "injury_id", "screening_id", "clearance_id")


def bring_in(
    history: History, came: Diary, *, about_you: str | None = None, home_zone: str | None = None
) -> tuple[int, Change]:
    """Keep what is new of a diary; return how many entries that was, and the way back.

    Args:
        history: Whose diary takes them up.
        came: From an export. A day that has its own sleep and illness keeps those.
        about_you: The runner's answers as ``profile`` writes them, kept where none are.
        home_zone: Kept where none is.

    Raises:
        HistoryError: The history cannot be written.
    """
    new = _new(history.diary.read(), came)
    log = exercises_done(history)
    ticked = {(one.date, one.exercise_id) for one in log}
    done = tuple(one for one in came.exercises if (one.date, one.exercise_id) not in ticked)
    backs: list[Change] = []
    changes: list[Change] = []
    number = len(done) + sum(map(len, _kinds(new)))
    if number > len(done):
        backs.append(history.diary.undoable(lambda: history.diary.keep(new)))
    if done:
        whole = sorted((*log, *done), key=lambda one: one.date)
        changes.append(SetNote(EXERCISE_LOG, packed_log(whole)))
    if about_you is not None and history.note(PROFILE) is None:
        changes.append(SetNote(PROFILE, about_you))
        number += 1
    if home_zone is not None and history.home_zone is None:
        changes.append(SetHomeZone(home_zone))
    if changes:
        backs.append(history.apply(Together(tuple(changes))))
    return number, Together(tuple(reversed(backs)))


def _new(own: Diary, came: Diary) -> Diary:
    days = {day.date for day in own.check_ins}
    return Diary(
        pain=_unknown(own.pain, came.pain),
        check_ins=tuple(day for day in came.check_ins if day.date not in days),
        injuries=_unknown(own.injuries, came.injuries),
        health=_unknown(own.health, came.health),
        screenings=_unknown(own.screenings, came.screenings),
        clearances=_unknown(own.clearances, came.clearances),
    )


def _unknown(own: Iterable[Any], came: Iterable[Any]) -> tuple[Any, ...]:
    known = [_told(record) for record in own]
    return tuple(record for record in came if _told(record) not in known)


def _told(record: Any) -> Any:  # noqa: ANN401 - any record of a diary
    """Return a record without what an export leaves out: ids, and parts of a millisecond."""
    names = set(record.__dataclass_fields__)
    changed: dict[str, Any] = {name: 0 for name in _IDS if name in names}
    if "activity_id" in names:
        changed["activity_id"] = None
    if "entered_at" in names:
        at = record.entered_at
        changed["entered_at"] = at.replace(microsecond=at.microsecond // 1000 * 1000)
    return replace(record, **changed)


def _kinds(diary: Diary) -> tuple[tuple[Any, ...], ...]:
    return (
        *(diary.pain, diary.check_ins, diary.injuries),
        *(diary.health, diary.screenings, diary.clearances),
    )
