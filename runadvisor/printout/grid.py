"""The weeks of the plan as rows of seven days, in words short enough for a cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK, days
from runadvisor.domain.plan import DayKind
from runadvisor.domain.text import N_
from runadvisor.language import _
from runadvisor.wording import (
    at_most,
    bare_at_most,
    bare_distance,
    day_range,
    distance,
    minutes,
    sentence,
    short_day,
    sport_name,
    weekday_day,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runadvisor.advisor import Advice
    from runadvisor.domain.activity import Activity
    from runadvisor.domain.plan import PlannedDay, PlannedWeek

KIND_WORDS = {
    DayKind.REST: N_("rest"),
    DayKind.EASY: N_("easy"),
    DayKind.LONG: N_("long"),
    DayKind.HARD: N_("hard"),
    DayKind.HILLS: N_("hills"),
    DayKind.CROSS: N_("cross-training"),
    DayKind.WALK_RUN: N_("walk-run"),
    DayKind.RACE: N_("race"),
}


class CellState(StrEnum):
    """Whether a cell is planned, already behind the runner, or outside the plan."""

    PLANNED = "planned"
    DONE = "done"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCell:
    """One day of the grid."""

    date: date
    day: str
    """``Mon 23 Nov``, for the forms that are read in a line."""
    day_short: str
    """``23 Nov``."""
    number: str
    state: CellState
    kind: str
    """Slug of the kind; it picks the frame. Empty where nothing is planned."""
    length: str
    """``12.0 km`` where the day has a distance."""
    amount: str
    """``12.0`` where the day has a distance."""
    word: str
    """``Rest``, ``Easy cycling``: where the day has no distance."""
    detail: str
    """``easy``, ``30 min``."""
    blocks: tuple[str, ...]
    """Short titles of the day's blocks."""
    is_locked: bool = False
    breaks_rule: bool = False

    @property
    def line(self) -> str:
        """The cell in one line: ``5.0 km easy + core 25``."""
        main = self.length or self.word
        parts = [main, self.detail, *(f"+ {block}" for block in self.blocks)]
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """One training week."""

    label: str
    """``W1``."""
    dates: str
    """``23–29 Nov``."""
    note: str
    """``lighter week`` or nothing."""
    cells: tuple[DayCell, ...]
    total: str
    """Planned kilometres, with what was run in the week before the plan starts."""
    limit: str
    """The longest run that week, kilometres."""
    total_line: str
    """Both in a sentence."""


def week_rows(advice: Advice) -> tuple[WeekRow, ...]:
    """Lay the plan out in training weeks, the days before it filled with what was done."""
    done: dict[date, list[Activity]] = {}
    for activity in advice.activities:
        done.setdefault(activity.local_date, []).append(activity)
    broken = frozenset(breach.date for breach in advice.plan.breaches)
    return tuple(_row(week, done, broken) for week in advice.plan.weeks)


def _row(
    week: PlannedWeek, done: Mapping[date, Sequence[Activity]], broken: frozenset[date]
) -> WeekRow:
    last = week.start + timedelta(days=DAYS_PER_WEEK - 1)
    dates = days(week.start, week.start + timedelta(days=DAYS_PER_WEEK))
    return WeekRow(
        label=_("W{number}").format(number=week.number),
        dates=day_range(week.start, last),
        note=_("lighter week") if week.is_lighter else "",
        cells=tuple(
            _behind(day, done.get(day, ())) if planned is None else _planned(planned, broken)
            for day, planned in zip(dates, week.days, strict=True)
        ),
        total=bare_distance(week.done_m + week.planned_m),
        limit=bare_at_most(week.limit_m),
        total_line=_("Together {total}; longest run at most {limit}.").format(
            total=distance(week.done_m + week.planned_m), limit=at_most(week.limit_m)
        ),
    )


def _planned(day: PlannedDay, broken: frozenset[date]) -> DayCell:
    has_distance = day.distance_m is not None
    if has_distance:
        detail = _(KIND_WORDS[day.kind])
    elif day.moving_time_s is not None:
        detail = minutes(day.moving_time_s)
    else:
        detail = ""
    return DayCell(
        date=day.date,
        day=weekday_day(day.date),
        day_short=short_day(day.date),
        number=str(day.date.day),
        state=CellState.PLANNED,
        kind=day.kind.value,
        length=distance(day.distance_m) if has_distance else "",
        amount=bare_distance(day.distance_m) if has_distance else "",
        word="" if has_distance else sentence(day.title),
        detail=detail,
        blocks=tuple(block.short_title for block in day.blocks),
        is_locked=day.is_locked,
        breaks_rule=day.date in broken,
    )


def _behind(day: date, activities: Sequence[Activity]) -> DayCell:
    runs_m = sum(one.distance_m or 0 for one in activities if one.is_run)
    first = activities[0] if activities else None
    return DayCell(
        date=day,
        day=weekday_day(day),
        day_short=short_day(day),
        number=str(day.day),
        state=CellState.BLANK if first is None else CellState.DONE,
        kind="",
        length=distance(runs_m) if runs_m else "",
        amount=bare_distance(runs_m) if runs_m else "",
        word="" if first is None or runs_m else sport_name(first.sport),
        detail="" if first is None else _("done"),
        blocks=(),
    )
