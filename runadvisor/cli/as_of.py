"""The day a command advises for, where the runner names none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.cli import clock
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.wording import full_day

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.advisor import Advisor


def day_after_last(advisor: Advisor) -> date:
    """Return the day after the last activity; today for an empty history."""
    last = advisor.last_activity_date()
    return clock.today() if last is None else last + ONE_DAY


def day_after_last_words(day: date) -> str:
    """Return the sentence that says which day was taken."""
    return f"As of {full_day(day)}, the day after the last activity."
