"""Sums over any stretch of days, quick however many are asked for."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from runadvisor.domain.calendar import DAYS_PER_WEEK, week_start
from runadvisor.training_load.columns import column, ordinals

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from numpy.typing import NDArray

    Days = NDArray[np.int64]
    Floats = NDArray[np.float64]

Number = TypeVar("Number", bound=np.generic)

ENOUGH_DIGITS = 9
"""A difference of two running sums carries rounding dust: no rule may see it."""


class DayTotals:
    """What was done per local day, from the first day of a history to its last.

    A total of some days rests on them and on those before, so that totals over a whole
    history serve for any earlier day of it.
    """

    def __init__(
        self, values: Iterable[tuple[date, float | None]], *, first: date, last: date
    ) -> None:
        """Add up values by day; those outside the days are passed over.

        Args:
            values: A day and what was done on it; ``None`` is unknown.
            first: First day of the history.
            last: Last day of the history, included.
        """
        pairs = tuple(values)
        self._first = first.toordinal()
        length = max(last.toordinal() - self._first + 1, 0)
        places = ordinals(day for day, _value in pairs) - self._first
        amounts = column([value for _day, value in pairs])
        is_inside = (places >= 0) & (places < length)
        places, amounts = places[is_inside], amounts[is_inside]
        self._sums = _running(np.bincount(places, np.nan_to_num(amounts), length))
        self._unknown = _running(np.bincount(places, np.isnan(amounts), length))

    def total(self, first: date, last: date) -> float | None:
        """Return the sum from one day to another, both included; ``None`` where part is unknown.

        Days outside the history add nothing.
        """
        span_days = last.toordinal() - first.toordinal() + 1
        (value,) = self.ending(np.array([last.toordinal()]), span_days=span_days)
        return None if np.isnan(value) else float(value)

    def ending(self, days: Days, *, span_days: int) -> Floats:
        """Return the sum over so many days up to each day; NaN where part is unknown.

        Args:
            days: The last day of each stretch, as ordinals.
            span_days: How many days, the last included.
        """
        last_place = len(self._sums) - 1
        ends = np.clip(days - self._first + 1, 0, last_place)
        begins = np.clip(days - self._first + 1 - span_days, 0, last_place)
        is_unknown = self._unknown[ends] > self._unknown[begins]
        sums = np.round(self._sums[ends] - self._sums[begins], ENOUGH_DIGITS)
        return np.where(is_unknown, np.nan, sums)

    def weeks(self, first_days: Iterable[date]) -> Floats:
        """Return the sum of each seven days that begin on the days given; NaN where unknown."""
        return self.ending(ordinals(first_days) + DAYS_PER_WEEK - 1, span_days=DAYS_PER_WEEK)


def _running(daily: NDArray[np.floating | np.integer]) -> Floats:
    return np.concatenate(([0.0], np.cumsum(daily)))


def last_windows(values: NDArray[Number], count: int) -> NDArray[Number]:
    """Return each value with those before it, ``count`` in all and the latest last.

    A row for each value from the first that has so many, at most none.
    """
    if len(values) < count:
        return np.empty((0, count), dtype=values.dtype)
    return np.lib.stride_tricks.sliding_window_view(values, count)


def highest_of_last(values: Floats, count: int) -> Floats:
    """Return the highest of each value and those before it, ``count`` in all.

    As of ``last_windows``; NaN where one of them is.
    """
    if len(values) < count:
        return np.empty(0)
    highest, width = values, 1
    while 2 * width <= count:
        highest = np.maximum(highest[:-width], highest[width:])
        width *= 2
    # Two stretches that overlap make up the count.
    rest = count - width
    return np.maximum(highest[: len(highest) - rest], highest[rest:])


@lru_cache(maxsize=8)
def complete_weeks(first: date, last: date) -> tuple[date, ...]:
    """Return the Mondays of the training weeks that lie wholly between two days, both included."""
    monday = week_start(first + timedelta(days=DAYS_PER_WEEK - 1))
    weeks = ((last - monday).days + 1) // DAYS_PER_WEEK
    return tuple(monday + timedelta(days=number * DAYS_PER_WEEK) for number in range(weeks))
