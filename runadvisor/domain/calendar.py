"""Training weeks and gap-free days; every range is half-open."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DAYS_PER_WEEK = 7
MONDAY = 0
ONE_DAY = timedelta(days=1)


class FirstWeekday(StrEnum):
    """On which day the weeks of tables, charts and prints begin."""

    LANGUAGE = "language"
    """As the language spoken has it."""
    MONDAY = "monday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


WEEKDAY_NUMBERS = {
    FirstWeekday.MONDAY: MONDAY,
    FirstWeekday.SATURDAY: 5,
    FirstWeekday.SUNDAY: 6,
}
"""As Python counts weekdays: Monday is 0."""


def days(start: date, end: date) -> Iterator[date]:
    """Yield every day from ``start`` up to, not including, ``end``."""
    for offset in range((end - start).days):
        yield start + timedelta(days=offset)


def week_start(day: date, first_weekday: int = MONDAY) -> date:
    """Return the first day of the training week of a day; weekdays count from Monday, 0."""
    return day - timedelta(days=(day.weekday() - first_weekday) % DAYS_PER_WEEK)
