"""Records of the diary as rows of the tables, and back."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from runadvisor.domain.body import BodyRegion, BodySite, Side
from runadvisor.domain.diary import (
    Answer,
    CheckIn,
    Clearance,
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Row = dict[str, Any]


def pain_row(entry: PainEntry) -> Row:
    """Return the columns of a pain entry, without its id."""
    return {
        "date": entry.date.isoformat(),
        "entered_at": _moment(entry.entered_at),
        "site": entry.site.value,
        "side": entry.side.value,
        "run_date": _day(entry.run_date),
        "during": entry.during,
        "after": entry.after,
        "morning": entry.morning,
        "walking": entry.walking,
        "stiff_min": entry.stiff_min,
        "activity_id": entry.activity_id,
        "answers": _answers(entry.answers),
        "ticked": _words(entry.ticked),
        "note": entry.note,
    }


def pain_of(row: Row) -> PainEntry:
    """Return the pain entry of a row."""
    return PainEntry(
        entry_id=row["id"],
        date=date.fromisoformat(row["date"]),
        entered_at=datetime.fromisoformat(row["entered_at"]),
        site=BodySite(row["site"]),
        side=Side(row["side"]),
        run_date=_day_of(row["run_date"]),
        during=row["during"],
        after=row["after"],
        morning=row["morning"],
        walking=row["walking"],
        stiff_min=row["stiff_min"],
        activity_id=row["activity_id"],
        answers=_answers_of(row["answers"]),
        ticked=frozenset(json.loads(row["ticked"])),
        note=row["note"],
    )


def check_in_row(day: CheckIn) -> Row:
    """Return the columns of a check-in."""
    return {
        "date": day.date.isoformat(),
        "entered_at": _moment(day.entered_at),
        "sleep_h": day.sleep_h,
        "illness": None if day.illness is None else _words(day.illness),
        "took_fever_medicine": day.took_fever_medicine and day.took_fever_medicine.value,
        "medicines": day.medicines,
        "note": day.note,
    }


def check_in_of(row: Row) -> CheckIn:
    """Return the check-in of a row."""
    illness, medicine = row["illness"], row["took_fever_medicine"]
    return CheckIn(
        date=date.fromisoformat(row["date"]),
        entered_at=datetime.fromisoformat(row["entered_at"]),
        sleep_h=row["sleep_h"],
        illness=None if illness is None else frozenset(map(IllnessSign, json.loads(illness))),
        took_fever_medicine=None if medicine is None else Answer(medicine),
        medicines=row["medicines"],
        note=row["note"],
    )


def injury_row(injury: Injury) -> Row:
    """Return the columns of an injury, without its id."""
    return {
        "region": injury.region.value,
        "side": injury.side.value,
        "start_date": injury.start.isoformat(),
        "end_date": _day(injury.end),
        "kind": injury.kind.value,
        "note": injury.note,
    }


def injury_of(row: Row) -> Injury:
    """Return the injury of a row."""
    return Injury(
        injury_id=row["id"],
        region=BodyRegion(row["region"]),
        side=Side(row["side"]),
        start=date.fromisoformat(row["start_date"]),
        end=_day_of(row["end_date"]),
        kind=InjuryKind(row["kind"]),
        note=row["note"],
    )


def health_row(answer: HealthAnswer) -> Row:
    """Return the columns of a health answer."""
    return {
        "date": answer.date.isoformat(),
        "entered_at": _moment(answer.entered_at),
        "item": answer.item.value,
        "answer": answer.answer.value,
        "day": _day(answer.day),
    }


def health_of(row: Row) -> HealthAnswer:
    """Return the health answer of a row."""
    return HealthAnswer(
        date=date.fromisoformat(row["date"]),
        entered_at=datetime.fromisoformat(row["entered_at"]),
        item=HealthItem(row["item"]),
        answer=Answer(row["answer"]),
        day=_day_of(row["day"]),
    )


def screening_row(screening: Screening) -> Row:
    """Return the columns of a screening, without its id."""
    return {
        "date": screening.date.isoformat(),
        "entered_at": _moment(screening.entered_at),
        "occasion": screening.occasion.value,
        "any_of_these": screening.any_of_these.value,
        "answers": _answers(screening.answers),
    }


def screening_of(row: Row) -> Screening:
    """Return the screening of a row."""
    return Screening(
        screening_id=row["id"],
        date=date.fromisoformat(row["date"]),
        entered_at=datetime.fromisoformat(row["entered_at"]),
        occasion=Occasion(row["occasion"]),
        any_of_these=Answer(row["any_of_these"]),
        answers=_answers_of(row["answers"]),
    )


def clearance_row(visit: Clearance) -> Row:
    """Return the columns of a visit, without its id."""
    return {
        "date": visit.date.isoformat(),
        "entered_at": _moment(visit.entered_at),
        "seen_on": visit.seen_on.isoformat(),
        "by_whom": visit.by_whom,
        "permission": visit.permission.value,
        "text": visit.text,
    }


def clearance_of(row: Row) -> Clearance:
    """Return the visit of a row."""
    return Clearance(
        clearance_id=row["id"],
        date=date.fromisoformat(row["date"]),
        entered_at=datetime.fromisoformat(row["entered_at"]),
        seen_on=date.fromisoformat(row["seen_on"]),
        by_whom=row["by_whom"],
        permission=Permission(row["permission"]),
        text=row["text"],
    )


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day_of(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _words(words: Iterable[str]) -> str:
    return json.dumps(sorted(words))


def _answers(answers: Mapping[str, Answer]) -> str:
    return json.dumps({key: answer.value for key, answer in sorted(answers.items())})


def _answers_of(text: str) -> Mapping[str, Answer]:
    return {key: Answer(answer) for key, answer in json.loads(text).items()}
