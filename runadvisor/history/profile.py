"""The athlete's own answers as one JSON value: a person can read and copy them."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from runadvisor.domain.athlete import Athlete, Experience, GapAnswer, GapKind, Shoe, TrimpSex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from runadvisor.history.store import History

PROFILE = "athlete"
"""Key of the history's note that holds it."""


def known_athlete(history: History, *, otherwise: Athlete) -> Athlete:
    """Return the athlete a history tells of, or another where nothing was answered yet."""
    text = history.note(PROFILE)
    athlete = otherwise if text is None else athlete_of(text)
    return replace(athlete, home_zone=history.home_zone)


def keep_athlete(history: History, athlete: Athlete) -> None:
    """Keep the answers; a home zone that is another than the history's moves its days too.

    Raises:
        HistoryError: There is no such zone, or the file cannot be written.
    """
    if athlete.home_zone is not None and athlete.home_zone != history.home_zone:
        history.set_home_zone(athlete.home_zone)
    history.set_note(PROFILE, profile_text(athlete))


def profile_text(athlete: Athlete) -> str:
    """Return the answers as JSON; what was not answered is left out."""
    # The zone is the history's own: one place only.
    names = (field.name for field in fields(Athlete) if field.name != "home_zone")
    given = {name: value for name in names if (value := getattr(athlete, name)) not in _NOTHING}
    return json.dumps(given, default=_plain, ensure_ascii=False, sort_keys=True)


def athlete_of(text: str) -> Athlete:
    """Return the athlete of a JSON text.

    What a newer version wrote, or a hand put wrong, is passed over: the answer then
    counts as not given.
    """
    try:
        answers = json.loads(text)
    except ValueError:
        return Athlete()
    if not isinstance(answers, dict):
        return Athlete()
    known: dict[str, Any] = {}
    for name, read in _READERS.items():
        if name in answers:
            try:
                known[name] = read(answers[name])
            except (TypeError, ValueError, KeyError):
                continue
    return Athlete(**known)


_NOTHING: tuple[object, ...] = (None, ())


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (Shoe, GapAnswer)):
        return {
            field.name: part
            for field in fields(value)
            if (part := getattr(value, field.name)) is not None
        }
    msg = f"{type(value).__name__} is no answer"
    raise TypeError(msg)


def _day(row: Mapping[str, Any], name: str) -> date | None:
    return date.fromisoformat(row[name]) if name in row else None


def _shoes(rows: list[dict[str, Any]]) -> tuple[Shoe, ...]:
    return tuple(
        Shoe(
            name=str(row["name"]),
            first_day=_day(row, "first_day"),
            last_day=_day(row, "last_day"),
        )
        for row in rows
    )


def _gap_answers(rows: list[dict[str, Any]]) -> tuple[GapAnswer, ...]:
    return tuple(
        GapAnswer(
            first_day=date.fromisoformat(row["first_day"]),
            last_day=date.fromisoformat(row["last_day"]),
            kind=GapKind(row["kind"]),
        )
        for row in rows
    )


def _yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    msg = "yes or no"
    raise TypeError(msg)


_READERS: dict[str, Callable[[Any], Any]] = {
    "name": str,
    "birth_year": int,
    "trimp_sex": TrimpSex,
    "experience": Experience,
    "takes_heart_rate_medicine": _yes_or_no,
    "resting_heart_rate_bpm": float,
    "max_heart_rate_bpm": float,
    "threshold_heart_rate_bpm": float,
    "heart_rate_zone_edges_bpm": lambda edges: tuple(float(edge) for edge in edges),
    "threshold_speed_mps": float,
    "easy_speed_mps": float,
    "shoes": _shoes,
    "gap_answers": _gap_answers,
    "shows_tissue_loads": _yes_or_no,
}
