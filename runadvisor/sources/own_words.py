"""What the runner wrote down, in the tables of RunAdvisor's own export: diary and answers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from runadvisor.domain.body import BodyRegion, BodySite, Side
from runadvisor.domain.diary import (
    NO_DIARY,
    Answer,
    CheckIn,
    Clearance,
    Diary,
    HealthAnswer,
    HealthItem,
    IllnessSign,
    Injury,
    InjuryKind,
    Occasion,
    PainEntry,
    Permission,
    Screening,
)
from runadvisor.domain.exercise import ExerciseDone, Feel
from runadvisor.domain.text import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ABOUT_YOU = "about-you"
BROKEN = N_(
    "A table of RunAdvisor’s own export that was changed: what it says of {table} cannot be "
    "understood. Import the table as it was exported."
)
_NOBODY_ILL = "none"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """All that one table holds of what the runner wrote down."""

    diary: Diary = NO_DIARY
    about_you: str | None = None
    """The answers of the runner as a history notes them; ``None`` for another table."""
    home_zone: str | None = None


class BrokenTableError(ValueError):
    """A table of ours that does not hold what it should; its text is the table's name."""


def is_own_table(name: str) -> bool:
    """Whether a file of an export is called as the tables that are read here."""
    stem, _dot, suffix = name.rpartition(".")
    return suffix == "json" and (stem in _TABLES or stem == ABOUT_YOU)


def own_words(data: bytes) -> OwnWords | None:
    """Return what a JSON file of our own export holds; ``None`` where it is none.

    Raises:
        BrokenTableError: It is one, and a row is not as we write it.
    """
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(whole, dict) or len(whole) != 1:
        return None
    ((name, rows),) = whole.items()
    if name not in _TABLES and name != ABOUT_YOU:
        return None
    try:
        if name == ABOUT_YOU:
            return _about_you(rows)
        field, record = _TABLES[name]
        return OwnWords(diary=Diary(**{field: tuple(map(record, rows))}))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BrokenTableError(name) from error


def _about_you(rows: list[Row]) -> OwnWords:
    answers = {row["about_you"]: row["answer"] for row in rows}
    zone = answers.pop("home_zone", None)
    # A cell holds a list as text.
    plain = {
        name: json.loads(answer) if isinstance(answer, str) and answer[:1] == "[" else answer
        for name, answer in answers.items()
    }
    return OwnWords(about_you=json.dumps(plain, ensure_ascii=False), home_zone=zone)


def _pain(row: Row) -> PainEntry:
    return PainEntry(
        date=date.fromisoformat(row["diary_day"]),
        entered_at=_moment(row),
        site=BodySite(row["place"]),
        side=Side(row["side"]),
        run_date=_day(row["run_date"]),
        during=_whole(row["during"]),
        after=_whole(row["after"]),
        morning=_whole(row["morning"]),
        walking=_whole(row["walking"]),
        stiff_min=_whole(row["stiff_min"]),
        answers=_said(row["answers"]),
        ticked=frozenset(_parts(row["ticked"])),
        note=str(row["note"]),
    )


def _check_in(row: Row) -> CheckIn:
    sleep_h, illness, medicine = row["sleep_h"], row["illness"], row["took_fever_medicine"]
    signs = [] if illness == _NOBODY_ILL else _parts(illness or "")
    return CheckIn(
        date=date.fromisoformat(row["diary_day"]),
        entered_at=_moment(row),
        sleep_h=None if sleep_h is None else float(sleep_h),
        illness=None if illness is None else frozenset(map(IllnessSign, signs)),
        took_fever_medicine=None if medicine is None else Answer(medicine),
        medicines=str(row["medicines"]),
        note=str(row["note"]),
    )


def _injury(row: Row) -> Injury:
    return Injury(
        region=BodyRegion(row["part"]),
        side=Side(row["side"]),
        start=date.fromisoformat(row["diary_day"]),
        end=_day(row["last_day"]),
        kind=InjuryKind(row["kind"]),
        note=str(row["note"]),
    )


def _health(row: Row) -> HealthAnswer:
    return HealthAnswer(
        date=date.fromisoformat(row["diary_day"]),
        entered_at=_moment(row),
        item=HealthItem(row["question"]),
        answer=Answer(row["answer"]),
        day=_day(row["day_it_is_about"]),
    )


def _screening(row: Row) -> Screening:
    return Screening(
        date=date.fromisoformat(row["diary_day"]),
        entered_at=_moment(row),
        occasion=Occasion(row["occasion"]),
        any_of_these=Answer(row["any_of_these"]),
        answers=_said(row["answers"]),
    )


def _visit(row: Row) -> Clearance:
    return Clearance(
        date=date.fromisoformat(row["diary_day"]),
        entered_at=_moment(row),
        seen_on=date.fromisoformat(row["seen_on"]),
        by_whom=str(row["by_whom"]),
        permission=Permission(row["may_run"]),
        text=str(row["text"]),
    )


def _exercise(row: Row) -> ExerciseDone:
    return ExerciseDone(
        date=date.fromisoformat(row["diary_day"]),
        exercise_id=str(row["exercise"]),
        feel=None if row["felt"] is None else Feel(row["felt"]),
    )


_TABLES: Mapping[str, tuple[str, Callable[[Row], Any]]] = {
    "diary-pain": ("pain", _pain),
    "diary-days": ("check_ins", _check_in),
    "diary-injuries": ("injuries", _injury),
    "diary-health": ("health", _health),
    "diary-signs": ("screenings", _screening),
    "diary-visits": ("clearances", _visit),
    "diary-exercises": ("exercises", _exercise),
}
"""Name of a table -> the field of a diary it fills, and how a row is read."""


def _moment(row: Row) -> datetime:
    return datetime.fromisoformat(row["entered_at"])


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _whole(value: object) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    msg = f"{value!r} is no whole number"
    raise ValueError(msg)


def _parts(text: str) -> list[str]:
    return text.split("; ") if text else []


def _said(text: str) -> Mapping[str, Answer]:
    pairs = (part.rpartition("=") for part in _parts(text))
    return {key: Answer(answer) for key, _sign, answer in pairs}
