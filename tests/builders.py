"""Small histories for tests, said in a line."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from runadvisor.domain.activity import Activity, Sport, ZoneSource
from runadvisor.domain.knowledge import BlockKind, BlockTemplate, Catalog, Citation, Exercise

if TYPE_CHECKING:
    from collections.abc import Iterable

DAY_ONE = date(2026, 1, 5)
"""A Monday."""


def activity(
    day: date, distance_m: float | None = 10_000, *, number: int = 1, **fields: Any
) -> Activity:
    """Return a run at noon UTC at 6 min/km; any field can be given."""
    moving_time_s = 1800.0 if distance_m is None else distance_m * 0.36
    return Activity(
        **{
            "activity_id": number,
            "started_at": datetime.combine(day, time(12), tzinfo=UTC),
            "zone": "UTC",
            "zone_source": ZoneSource.SOURCE,
            "local_date": day,
            "sport": Sport.RUN,
            "distance_m": distance_m,
            "moving_time_s": moving_time_s,
            "elapsed_time_s": moving_time_s,
        }
        | fields
    )


def runs(
    distances_by_offset: Iterable[tuple[int, float]], *, start: date = DAY_ONE
) -> list[Activity]:
    """Return runs from (days after ``start``, metres) pairs, numbered from 1."""
    return [
        activity(start + timedelta(days=offset), metres, number=number)
        for number, (offset, metres) in enumerate(distances_by_offset, start=1)
    ]


def weekly_runs(
    weeks: int, by_weekday: dict[int, float], *, start: date = DAY_ONE
) -> list[Activity]:
    """Return the same week over and over: weekday (Monday 0) -> metres."""
    return runs(
        [
            (week * 7 + weekday, metres)
            for week in range(weeks)
            for weekday, metres in sorted(by_weekday.items())
        ],
        start=start,
    )


def small_catalog() -> Catalog:
    """Return a catalog with what the plan asks for and nothing else."""
    keys = ("frandsen2025", "ristolainen2014", "yeung2001", "own_choice")
    exercises = {
        key: Exercise(
            exercise_id=key,
            name=key,
            how="How.",
            dose="3 × 8",
            avoid_when="Pain.",
            citation="own_choice",
            checked=False,
            is_heavy=key == "E11",
        )
        for key in ("E04", "E07", "E11", "E31")
    }
    templates = (
        ("hip-core-25", BlockKind.STRENGTH, ("E07", "E11"), 25),
        ("hip-flexor-stretch", BlockKind.STRETCHING, ("E04",), 5),
        ("dynamic-warm-up", BlockKind.WARM_UP, ("E31",), 5),
    )
    return Catalog(
        citations={key: Citation(key=key, short=key, full=key) for key in keys},
        exercises=exercises,
        templates={
            key: BlockTemplate(
                template_id=key,
                kind=kind,
                title=key,
                short_title=key,
                minutes=minutes,
                rounds=1,
                exercises=members,
                note="",
            )
            for key, kind, members, minutes in templates
        },
        red_flags=(),
    )
