"""A time axis in days: where it begins, and the months under it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from runadvisor.charts.span import Span, day_span, days_of
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.wording import month

if TYPE_CHECKING:
    from runadvisor.advisor import Advice

_ROOM_PX = 44.0
_DAYS_PER_MONTH = 30.4
_STEPS = (1, 2, 3, 6, 12, 24, 60)


SHORTEST_DAYS = 7 * 4 - 1
"""From the first to the last of four weeks: nearer there is nothing to compare with."""


def whole_span(advice: Advice) -> Span:
    """Return from the first training week to the day of the advice."""
    return day_span(*day_range(advice, None))


def day_range(advice: Advice, weeks: int | None, span: Span | None = None) -> tuple[date, date]:
    """Return the first and last day of so many training weeks, or of the whole history.

    A span of days, as somebody drew it near, goes before the weeks.
    """
    if span is not None:
        return days_of(span.within(whole_span(advice), shortest=SHORTEST_DAYS))
    begun = min((activity.local_date for activity in advice.activities), default=advice.as_of)
    if weeks is None:
        return advice.load.week_of(begun), advice.as_of
    first = advice.load.week_of(advice.as_of) - timedelta(days=DAYS_PER_WEEK * (weeks - 1))
    return max(first, advice.load.week_of(begun)), advice.as_of


def day_ticks(first: date, last: date, *, px_per_day: float) -> list[tuple[int, str]]:
    """Name the firsts of months, as many as there is room for; January by its year.

    Args:
        first: The day at 0.
        last: The last day of the axis.
        px_per_day: Logical pixels from one day to the next.
    """
    month_px = px_per_day * _DAYS_PER_MONTH
    every = next((step for step in _STEPS if step * month_px >= _ROOM_PX), _STEPS[-1])
    ticks: list[tuple[int, str]] = []
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    for number in months:
        day = date(number // 12, number % 12 + 1, 1)
        if number % every == 0 and first <= day <= last:
            label = str(day.year) if day.month == 1 else month(day)[:3]
            ticks.append(((day - first).days, label))
    return ticks
