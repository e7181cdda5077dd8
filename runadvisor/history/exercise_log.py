"""The exercises that were ticked, as the text a history keeps: JSON, day -> id -> feel."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from runadvisor.domain.exercise import ExerciseDone, Feel
from runadvisor.history.changes import SetNote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from runadvisor.history.changes import Change
    from runadvisor.history.store import History

EXERCISE_LOG = "exercise_log"
"""Key of the history's note that holds it."""


def exercises_done(history: History) -> tuple[ExerciseDone, ...]:
    """Return every exercise that was ticked, by day."""
    return unpacked_log(history.note(EXERCISE_LOG))


def tick_exercises(
    history: History,
    day: date,
    exercise_ids: Sequence[str],
    *,
    is_done: bool,
    feel: Feel | None = None,
) -> Change:
    """Keep that exercises were done on a day, or take that back; return what undoes it.

    Args:
        history: Where the log is kept.
        day: The day they were done.
        exercise_ids: Which.
        is_done: False takes the ticks back.
        feel: How they felt; ``None`` keeps what was said before.

    Raises:
        HistoryError: The file cannot be written.
    """
    log = with_ticks(exercises_done(history), day, exercise_ids, is_done=is_done, feel=feel)
    return history.apply(SetNote(EXERCISE_LOG, packed_log(log)))


def packed_log(done: Iterable[ExerciseDone]) -> str:
    """Return what was done as text, days in order, the ids of a day in the order given."""
    by_day: dict[date, dict[str, str | None]] = {}
    for one in done:
        by_day.setdefault(one.date, {})[one.exercise_id] = one.feel and one.feel.value
    return json.dumps({day.isoformat(): by_day[day] for day in sorted(by_day)})


def unpacked_log(text: str | None) -> tuple[ExerciseDone, ...]:
    """Return what the text says was done, by day; ``None`` is nothing yet.

    Raises:
        ValueError: The text is not a log.
    """
    if text is None:
        return ()
    log: Mapping[str, Mapping[str, str | None] | list[str]] = json.loads(text)
    return tuple(
        ExerciseDone(
            date=date.fromisoformat(day),
            exercise_id=exercise_id,
            feel=None if feel is None else Feel(feel),
        )
        for day, said in log.items()
        # Before feelings were kept, a day was a list of ids.
        for exercise_id, feel in (dict.fromkeys(said) if isinstance(said, list) else said).items()
    )


def with_ticks(
    done: Sequence[ExerciseDone],
    day: date,
    exercise_ids: Sequence[str],
    *,
    is_done: bool,
    feel: Feel | None = None,
) -> tuple[ExerciseDone, ...]:
    """Return the log after exercises of a day were ticked, or their ticks taken back.

    What was said of a feeling stays unless another is said.
    """
    changed = {(day, exercise_id) for exercise_id in exercise_ids}
    said = {(one.date, one.exercise_id): one.feel for one in done}
    kept = tuple(one for one in done if (one.date, one.exercise_id) not in changed)
    if not is_done:
        return kept
    return (
        *kept,
        *(
            ExerciseDone(date=day, exercise_id=each, feel=feel or said.get((day, each)))
            for each in exercise_ids
        ),
    )
