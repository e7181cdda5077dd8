"""What the runner has written down, a table for each kind of record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from runadvisor.export.table import ExportTable
from runadvisor.history.profile import profile_text
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.diary import Answer, Diary
    from runadvisor.export.table import Cell


def diary_tables(diary: Diary) -> tuple[ExportTable, ...]:
    """Lay out a diary whole, in the order it was written."""
    return (
        *(_pain(diary), _days(diary), _injuries(diary), *_answers(diary), _visits(diary)),
        _exercises(diary),
    )


def about_table(athlete: Athlete) -> ExportTable:
    """Lay out what the runner said about themselves, an answer a row; lists as JSON."""
    answers: dict[str, Any] = json.loads(profile_text(athlete))
    if athlete.home_zone is not None:
        answers["home_zone"] = athlete.home_zone
    return ExportTable(
        name="about-you",
        about=_("what you said about yourself"),
        columns=("about_you", "answer"),
        rows=[
            (name, json.dumps(answer) if isinstance(answer, list) else answer)
            for name, answer in answers.items()
        ],
    )


def _pain(diary: Diary) -> ExportTable:
    scores = ("during", "after", "morning", "walking", "stiff_min")
    return ExportTable(
        name="diary-pain",
        about=_("pain by place and day, 0 to 10"),
        columns=(
            *("diary_day", "entered_at", "place", "side", "run_date", *scores),
            *("answers", "ticked", "note"),
        ),
        rows=[
            (
                *(one.date, one.entered_at, one.site.value, one.side.value, one.run_date),
                *(getattr(one, score) for score in scores),
                *(_said(one.answers), "; ".join(sorted(one.ticked)), one.note),
            )
            for one in diary.pain
        ],
    )


def _days(diary: Diary) -> ExportTable:
    return ExportTable(
        name="diary-days",
        about=_("sleep, illness and medicines by day"),
        columns=(
            *("diary_day", "entered_at", "sleep_h", "illness", "took_fever_medicine"),
            *("medicines", "note"),
        ),
        rows=[
            (
                *(one.date, one.entered_at, one.sleep_h),
                None if one.illness is None else "; ".join(sorted(one.illness)) or "none",
                None if one.took_fever_medicine is None else one.took_fever_medicine.value,
                *(one.medicines, one.note),
            )
            for one in diary.check_ins
        ],
    )


def _injuries(diary: Diary) -> ExportTable:
    return ExportTable(
        name="diary-injuries",
        about=_("injuries with their first and last day"),
        columns=("diary_day", "last_day", "part", "side", "kind", "note"),
        rows=[
            (one.start, one.end, one.region.value, one.side.value, one.kind.value, one.note)
            for one in diary.injuries
        ],
    )


def _answers(diary: Diary) -> tuple[ExportTable, ExportTable]:
    return (
        ExportTable(
            name="diary-health",
            about=_("answers on health and medicines"),
            columns=("diary_day", "entered_at", "question", "answer", "day_it_is_about"),
            rows=[
                (one.date, one.entered_at, one.item.value, one.answer.value, one.day)
                for one in diary.health
            ],
        ),
        ExportTable(
            name="diary-signs",
            about=_("answers on signs to stop for"),
            columns=("diary_day", "entered_at", "occasion", "any_of_these", "answers"),
            rows=[
                (
                    *(one.date, one.entered_at, one.occasion.value, one.any_of_these.value),
                    _said(one.answers),
                )
                for one in diary.screenings
            ],
        ),
    )


def _visits(diary: Diary) -> ExportTable:
    return ExportTable(
        name="diary-visits",
        about=_("what somebody who saw you said about running"),
        columns=("diary_day", "entered_at", "seen_on", "by_whom", "may_run", "text"),
        rows=[
            (
                *(one.date, one.entered_at, one.seen_on, one.by_whom),
                *(one.permission.value, one.text),
            )
            for one in diary.clearances
        ],
    )


def _exercises(diary: Diary) -> ExportTable:
    return ExportTable(
        name="diary-exercises",
        about=_("exercises that were ticked, and how they felt"),
        columns=("diary_day", "exercise", "felt"),
        rows=[
            (one.date, one.exercise_id, None if one.feel is None else one.feel.value)
            for one in diary.exercises
        ],
    )


def _said(answers: Mapping[str, Answer]) -> Cell:
    return "; ".join(f"{key}={answer.value}" for key, answer in sorted(answers.items()))
