"""The diary as JSON: a lasting contract, ``docs/cli.md``."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from runadvisor.domain.diary import (
        Answer,
        CheckIn,
        Clearance,
        Diary,
        HealthAnswer,
        Injury,
        PainEntry,
        Screening,
    )

JsonObject = dict[str, Any]


def diary_json(diary: Diary) -> JsonObject:
    """Return a diary, each kind by its day."""
    return {
        "pain": [_pain(entry) for entry in diary.pain],
        "check_ins": [_check_in(day) for day in diary.check_ins],
        "injuries": [_injury(injury) for injury in diary.injuries],
        "health": [_health(answer) for answer in diary.health],
        "signs": [_screening(screening) for screening in diary.screenings],
        "visits": [_visit(visit) for visit in diary.clearances],
    }


def _pain(entry: PainEntry) -> JsonObject:
    return {
        "id": entry.entry_id,
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
        "ticked": sorted(entry.ticked),
        "note": entry.note,
    }


def _check_in(day: CheckIn) -> JsonObject:
    medicine = day.took_fever_medicine
    return {
        "date": day.date.isoformat(),
        "entered_at": _moment(day.entered_at),
        "sleep_h": day.sleep_h,
        "illness": None if day.illness is None else sorted(day.illness),
        "took_fever_medicine": None if medicine is None else medicine.value,
        "medicines": day.medicines,
        "note": day.note,
    }


def _injury(injury: Injury) -> JsonObject:
    return {
        "id": injury.injury_id,
        "region": injury.region.value,
        "side": injury.side.value,
        "start": injury.start.isoformat(),
        "end": _day(injury.end),
        "kind": injury.kind.value,
        "note": injury.note,
    }


def _health(answer: HealthAnswer) -> JsonObject:
    return {
        "date": answer.date.isoformat(),
        "item": answer.item.value,
        "answer": answer.answer.value,
        "day": _day(answer.day),
    }


def _screening(screening: Screening) -> JsonObject:
    return {
        "date": screening.date.isoformat(),
        "entered_at": _moment(screening.entered_at),
        "occasion": screening.occasion.value,
        "any_of_these": screening.any_of_these.value,
        "answers": _answers(screening.answers),
    }


def _visit(visit: Clearance) -> JsonObject:
    return {
        "date": visit.date.isoformat(),
        "seen_on": visit.seen_on.isoformat(),
        "by_whom": visit.by_whom,
        "allowed": visit.permission.value,
        "text": visit.text,
    }


def _answers(answers: Mapping[str, Answer]) -> JsonObject:
    return {question: answer.value for question, answer in sorted(answers.items())}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
