"""Sums over any stretch of days, quick however many are asked for."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK, days, week_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

ENOUGH_DIGITS = 9
"""A difference of two running sums carries rounding dust: no rule may see it."""


class DayTotals:
    """What was done per local day, from the first day of a history to its last."""

    def __init__(
        self, values: Iterable[tuple[date, float | None]], *, first: date, last: date
    ) -> None:
        """Add up values by day; those outside the days are passed over.

        Args:
            values: A day and what was done on it; ``None`` is unknown.
            first: First day of the history.
            last: Last day of the history, included.
        """
        self._first = first.toordinal()
        length = max(last.toordinal() - self._first + 1, 0)
        sums, unknown = [0.0] * length, [0] * length
        for day, value in values:
            index = day.toordinal() - self._first
            if 0 <= index < length:
                sums[index] += value or 0.0
                unknown[index] += value is None
        self._sums = [0.0, *accumulate(sums)]
        self._unknown = [0, *accumulate(unknown)]

    def total(self, first: date, last: date) -> float | None:
        """Return the sum from one day to another, both included; ``None`` where part is unknown.

        Days outside the history add nothing.
        """
        begin, end = self._place(first), self._place(last, after=1)
        if self._unknown[end] > self._unknown[begin]:
            return None
        return round(self._sums[end] - self._sums[begin], ENOUGH_DIGITS)

    def _place(self, day: date, *, after: int = 0) -> int:
        return min(max(day.toordinal() - self._first + after, 0), len(self._sums) - 1)


def complete_weeks(first: date, last: date) -> Iterator[date]:
    """Yield the Mondays of the training weeks that lie wholly between two days, both included."""
    monday = week_start(first)
    for day in days(monday, last):
        is_start = day.weekday() == 0 and day >= first
        if is_start and (last - day).days >= DAYS_PER_WEEK - 1:
            yield day
