"""Training weeks and gap-free days; every range is half-open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DAYS_PER_WEEK = 7
MONDAY = 0
ONE_DAY = timedelta(days=1)


def days(start: date, end: date) -> Iterator[date]:
    """Yield every day from ``start`` up to, not including, ``end``."""
    for offset in range((end - start).days):
        yield start + timedelta(days=offset)


def week_start(day: date, first_weekday: int = MONDAY) -> date:
    """Return the first day of the training week of a day; weekdays count from Monday, 0."""
    return day - timedelta(days=(day.weekday() - first_weekday) % DAYS_PER_WEEK)
