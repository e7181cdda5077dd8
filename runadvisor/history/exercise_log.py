"""The exercises that were ticked, as the text a history keeps: one JSON object, day -> ids."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from runadvisor.domain.exercise import ExerciseDone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runadvisor.history.store import History

EXERCISE_LOG = "exercise_log"
"""Key of the history's note that holds it."""


def exercises_done(history: History) -> tuple[ExerciseDone, ...]:
    """Return every exercise that was ticked, by day."""
    return unpacked_log(history.note(EXERCISE_LOG))


def tick_exercises(
    history: History, day: date, exercise_ids: Sequence[str], *, is_done: bool
) -> tuple[ExerciseDone, ...]:
    """Keep that exercises were done on a day, or take that back; return all that is ticked.

    Raises:
        HistoryError: The file cannot be written.
    """
    log = with_ticks(exercises_done(history), day, exercise_ids, is_done=is_done)
    history.set_note(EXERCISE_LOG, packed_log(log))
    return log


def packed_log(done: Iterable[ExerciseDone]) -> str:
    """Return what was done as text, days in order, the ids of a day in the order given."""
    by_day: dict[date, list[str]] = {}
    for one in done:
        ids = by_day.setdefault(one.date, [])
        if one.exercise_id not in ids:
            ids.append(one.exercise_id)
    return json.dumps({day.isoformat(): by_day[day] for day in sorted(by_day)})


def unpacked_log(text: str | None) -> tuple[ExerciseDone, ...]:
    """Return what the text says was done, by day; ``None`` is nothing yet.

    Raises:
        ValueError: The text is not a log.
    """
    if text is None:
        return ()
    return tuple(
        ExerciseDone(date=date.fromisoformat(day), exercise_id=exercise_id)
        for day, ids in json.loads(text).items()
        for exercise_id in ids
    )


def with_ticks(
    done: Sequence[ExerciseDone], day: date, exercise_ids: Sequence[str], *, is_done: bool
) -> tuple[ExerciseDone, ...]:
    """Return the log after exercises of a day were ticked, or their ticks taken back."""
    changed = {(day, exercise_id) for exercise_id in exercise_ids}
    kept = tuple(one for one in done if (one.date, one.exercise_id) not in changed)
    if not is_done:
        return kept
    return (*kept, *(ExerciseDone(date=day, exercise_id=each) for each in exercise_ids))
