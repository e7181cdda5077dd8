"""Days as people say them, in the customs of the language spoken."""

from __future__ import annotations

from datetime import date, timedelta

from runadvisor.domain.calendar import DAYS_PER_WEEK, MONDAY
from runadvisor.language import _
from runadvisor.wording.customs import measure

_A_MONDAY = date(2024, 1, 1)


def weekday(day: date) -> str:
    """Return ``Sunday``."""
    return measure().customs.weekday(day)


def weekday_short(day: date) -> str:
    """Return ``Sun``."""
    return measure().customs.weekday_short(day)


def first_weekday() -> int:
    """Return on which day the weeks that are shown begin; Monday is 0."""
    return measure().first_weekday


def weekdays(first_weekday: int = MONDAY) -> tuple[str, ...]:
    """Return the names of a week's days, from a first one on; Monday is 0."""
    start = _A_MONDAY + timedelta(days=first_weekday)
    return tuple(weekday(start + timedelta(days=number)) for number in range(DAYS_PER_WEEK))


def month(day: date) -> str:
    """Return ``November``."""
    return measure().customs.month(day)


def month_short(day: date) -> str:
    """Return ``Nov``."""
    return measure().customs.month_short(day)


def long_day(day: date) -> str:
    """Return ``Sunday 22 November``."""
    return measure().customs.long_day(day)


def full_day(day: date) -> str:
    """Return ``Sunday 22 November 2026``."""
    return measure().customs.full_day(day)


def short_day(day: date) -> str:
    """Return ``22 Nov``."""
    return measure().customs.short_day(day)


def weekday_day(day: date) -> str:
    """Return ``Sun 22 Nov``."""
    return measure().customs.weekday_day(day)


def day_range(first: date, last: date) -> str:
    """Return ``23–29 Nov`` or ``30 Nov–6 Dec``; both days included."""
    return measure().customs.day_range(first, last)


def long_day_range(first: date, last: date) -> str:
    """Return ``23 November to 20 December 2026``; both days included."""
    customs = measure().customs
    return _("{first_day} to {last_day}").format(
        first_day=customs.day_of_month(first, with_year=first.year != last.year),
        last_day=customs.day_of_month(last, with_year=True),
    )
