"""What the hard run of a week holds: few fast minutes at first, then more, in changing parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import week_start
from runadvisor.domain.text import Message
from runadvisor.domain.units import SECONDS_PER_MINUTE
from runadvisor.plan import day_words

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from runadvisor.warning.rule import Facts

LATELY_DAYS = 28
"""No fast run so long: the next one is a first one (rules.md 38)."""


@dataclass(frozen=True, slots=True)
class HardSession:
    """Fast parts of whole minutes, with as much easy running between them."""

    times: int
    each_min: int

    @property
    def fast_min(self) -> int:
        """All fast minutes together."""
        return self.times * self.each_min

    @property
    def title(self) -> Message:
        """What the day is called."""
        return Message(
            day_words.HARD_PARTS,
            {"times": self.times, "each_s": self.each_min * SECONDS_PER_MINUTE},
        )


SESSIONS = (
    (HardSession(6, 1),),
    (HardSession(3, 3), HardSession(4, 2)),
    (HardSession(4, 3), HardSession(6, 2)),
    (HardSession(3, 5), HardSession(5, 3)),
)
"""6 to 15 fast minutes (rules.md 38), a little more from one hard run to the next; the parts
are our choice."""


def first_step(known: Facts, hard_dates: Collection[date]) -> int:
    """Return the step of ``SESSIONS`` the next hard run is on.

    By the most fast minutes of a week lately, where a threshold speed tells them; else the
    last step for who ran hard lately, and the first for who did not.
    """
    first = known.as_of - timedelta(days=LATELY_DAYS - 1)
    weeks: dict[date, float] = {}
    for exposure in known.exposures:
        if exposure.date >= first and exposure.fast_s is not None:
            start = week_start(exposure.date)
            weeks[start] = weeks.get(start, 0.0) + exposure.fast_s
    if weeks:
        most_min = max(weeks.values()) / SECONDS_PER_MINUTE
        return max(
            (n for n, step in enumerate(SESSIONS) if step[0].fast_min <= most_min), default=0
        )
    return len(SESSIONS) - 1 if any(day >= first for day in hard_dates) else 0


def hard_session(first: int, *, hard_before: int) -> HardSession:
    """Return the hard run after so many planned ones, for a plan that begins on step ``first``."""
    step = SESSIONS[min(first + hard_before, len(SESSIONS) - 1)]
    return step[hard_before % len(step)]
