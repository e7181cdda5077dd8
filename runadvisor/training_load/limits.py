"""How long a run may be on a day: the spike rule turned round."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.training_load.spikes import (
    BASELINE_DAYS,
    is_spike,
    longest_without_spike_m,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from runadvisor.training_load.runs import RunSession

FIRST_RUN_BACK_M = 5000
"""Accepted length of a first run after 30 days without one (rules.md 13; our choice)."""
HOLD_DAYS = 14
"""After a spike the limit of its own day holds for two weeks (rules.md 13; our choice)."""
LIMIT_STEP_M = 100


def floor_to_step_m(distance_m: int) -> int:
    """Return a limit in whole 100 m, never rounded up."""
    return distance_m // LIMIT_STEP_M * LIMIT_STEP_M


@dataclass(frozen=True, slots=True)
class SpikeLimit:
    """The longest run of a day that the spike rule would let pass."""

    limit_m: int | None
    """Whole 100 m; ``None`` where nothing was ever run."""
    baseline_m: int | None
    """Longest accepted run of the 30 days before; ``None`` with no run in them."""
    held_until: date | None
    """Last day on which an earlier spike keeps the limit down; ``None`` when none does."""


class LimitLedger:
    """Sessions in order of start, and the limit they leave for any later day.

    Later limits build on *accepted* lengths: a spike counts only up to what would
    have been no spike, so that one very long run does not lift the next limit
    (rules.md 13; our choice).
    """

    def __init__(self, sessions: Iterable[RunSession] = ()) -> None:
        """Enter sessions; they must come in order of start."""
        self._days: list[int] = []
        self._distances_m: list[int] = []
        self._accepted_m: list[int] = []
        self._holds: list[tuple[date, int]] = []
        for session in sessions:
            self.enter(session)

    @property
    def accepted_m(self) -> tuple[int, ...]:
        """The accepted length of each session entered, in metres."""
        return tuple(self._accepted_m)

    def copy(self) -> LimitLedger:
        """Return a ledger with the same sessions that can go its own way."""
        other = LimitLedger()
        other._days = self._days.copy()
        other._distances_m = self._distances_m.copy()
        other._accepted_m = self._accepted_m.copy()
        other._holds = self._holds.copy()
        return other

    def enter(self, session: RunSession) -> None:
        """Add the next session.

        Raises:
            ValueError: It lies on a day before the last one entered.
        """
        day = session.date.toordinal()
        if self._days and day < self._days[-1]:
            msg = "sessions are entered in order"
            raise ValueError(msg)
        before = self._before(day)
        baseline_m = max(self._accepted_m[before], default=None)
        longest_m = max(self._distances_m[before], default=None)
        ceiling_m = None if baseline_m is None else longest_without_spike_m(baseline_m)
        if ceiling_m is not None:
            accepted_m = min(session.distance_m, ceiling_m)
        elif not self._days or self._days[0] == day:
            accepted_m = session.distance_m
        else:
            accepted_m = min(session.distance_m, FIRST_RUN_BACK_M)
        if ceiling_m is not None and is_spike(session.distance_m, longest_m):
            self._holds.append((session.date, ceiling_m))
        self._days.append(day)
        self._distances_m.append(session.distance_m)
        self._accepted_m.append(accepted_m)

    def limit(self, day: date) -> SpikeLimit:
        """Return the limit of a day from the sessions on the days before it."""
        ordinal = day.toordinal()
        if not self._days or ordinal <= self._days[0]:
            return SpikeLimit(None, None, None)
        baseline_m = max(self._accepted_m[self._before(ordinal)], default=None)
        free_m = FIRST_RUN_BACK_M if baseline_m is None else longest_without_spike_m(baseline_m)
        first = bisect_left(self._holds, (day - timedelta(days=HOLD_DAYS), 0))
        holds = [(since, own_m) for since, own_m in self._holds[first:] if since < day]
        held_m = min((own_m for _, own_m in holds), default=free_m)
        if held_m >= free_m:
            return SpikeLimit(floor_to_step_m(free_m), baseline_m, None)
        until = max(since for since, own_m in holds if own_m < free_m) + timedelta(days=HOLD_DAYS)
        return SpikeLimit(floor_to_step_m(held_m), baseline_m, until)

    def _before(self, day: int) -> slice:
        """Return where the sessions of the 30 days before a day lie."""
        first = bisect_left(self._days, day - BASELINE_DAYS)
        return slice(first, bisect_left(self._days, day))
