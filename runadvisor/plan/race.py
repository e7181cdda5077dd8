"""A race in the plan: the days before it are lighter, the days after it quiet (P07)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.warning.rules.hard_days import race_quiet_days

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.domain.plan import Goal

_REST_DAYS = ((21_100, 1), (42_200, 3))
"""Up to so many metres: days without a run; the day after is one at any length (rules.md 32)."""
_REST_DAYS_LONGER = 5
NO_LONG_BEFORE = timedelta(days=7)
NO_HARD_BEFORE = timedelta(days=4)
"""Days before a race without a long, and without a hard run; our choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceWindow:
    """A race and what it asks of the days around it."""

    date: date
    distance_m: int
    rest_until: date
    quiet_until: date

    def is_rest(self, day: date) -> bool:
        """Whether there is no run on a day because of the race."""
        return day == self.date - timedelta(days=1) or self.date < day <= self.rest_until

    def is_quiet(self, day: date) -> bool:
        """Whether a day is too soon after the race for a long or hard run."""
        return self.date < day <= self.quiet_until

    def allows_long(self, day: date) -> bool:
        """Whether a long run on a day leaves the race fresh legs."""
        return not self.date - NO_LONG_BEFORE < day < self.date

    def allows_hard(self, day: date) -> bool:
        """Whether a hard run on a day leaves the race fresh legs."""
        return not self.date - NO_HARD_BEFORE < day < self.date


def race_window(goal: Goal) -> RaceWindow:
    """Return what the race of a goal asks of the days around it.

    Raises:
        ValueError: The goal holds no race.
    """
    if goal.race_date is None or goal.race_m is None:
        msg = "the goal holds no race"
        raise ValueError(msg)
    rest_days = next(
        (days for most_m, days in _REST_DAYS if goal.race_m <= most_m), _REST_DAYS_LONGER
    )
    return RaceWindow(
        date=goal.race_date,
        distance_m=goal.race_m,
        rest_until=goal.race_date + timedelta(days=rest_days),
        quiet_until=goal.race_date + timedelta(days=race_quiet_days(goal.race_m)),
    )
