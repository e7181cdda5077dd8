"""Months under an axis of weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.wording import month

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_ROOM_PX = 40.0
"""A label with air round it."""
_WEEKS_PER_MONTH = 4.35
_STEPS = (1, 2, 3, 6, 12)


@dataclass(frozen=True, slots=True)
class MonthTick:
    """A month's name under the week that holds its first day."""

    at: int
    label: str


def month_ticks(weeks: Sequence[date], *, step_px: float) -> list[MonthTick]:
    """Name the months, as many as there is room for; January by its year.

    Args:
        weeks: Mondays, one after the other.
        step_px: Logical pixels from one week to the next.
    """
    month_px = step_px * _WEEKS_PER_MONTH
    every = next((step for step in _STEPS if step * month_px >= _ROOM_PX), _STEPS[-1])
    ticks: list[MonthTick] = []
    for place, begins in enumerate(weeks):
        last = begins + timedelta(days=DAYS_PER_WEEK - 1)
        holds_first = last.day <= DAYS_PER_WEEK
        if holds_first and (last.month - 1) % every == 0:
            label = str(last.year) if last.month == 1 else month(last)[:3]
            ticks.append(MonthTick(place, label))
    return ticks
