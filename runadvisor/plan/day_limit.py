"""The longest run the rules allow on a day: the spike limit and what a break leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.training_load.limits import LimitLedger, SpikeLimit, floor_to_step_m
from runadvisor.training_load.return_stage import (
    ORDINARY_PACE,
    LadderPace,
    ReturnStage,
    ladder_start,
    return_stage,
    strictest,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from runadvisor.training_load.runs import RunSession


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLimit:
    """What one day allows, and why."""

    limit_m: int
    """Whole 100 m."""
    spike: SpikeLimit
    stage: ReturnStage


class Outlook:
    """The past and the days planned so far, and what they leave for the next day."""

    def __init__(
        self,
        sessions: Sequence[RunSession],
        *,
        ladder_since: date | None = None,
        next_run_limit_m: int | None = None,
        pace: LadderPace = ORDINARY_PACE,
        elsewhere: Collection[date] = frozenset(),
    ) -> None:
        """Start from what was run.

        Args:
            sessions: In order of start.
            ladder_since: The walk-run ladder holds from this day on, break or no break.
            next_run_limit_m: Ceiling of the next run, metres.
            pace: How the runner goes up the ladder.
            elsewhere: Days that were run but not recorded.
        """
        self._ledger = LimitLedger(sessions)
        self._sessions = list(sessions)
        self._is_from_scratch = not sessions
        self._ladder_since = ladder_since
        self._next_run_limit_m = next_run_limit_m
        self._pace = pace
        self._elsewhere = elsewhere
        self._has_planned = False

    def copy(self) -> Outlook:
        """Return an outlook on the same days that can be planned another way."""
        other = Outlook(
            (),
            ladder_since=self._ladder_since,
            next_run_limit_m=self._next_run_limit_m,
            pace=self._pace,
            elsewhere=self._elsewhere,
        )
        other._ledger = self._ledger.copy()
        other._sessions = self._sessions.copy()
        other._is_from_scratch = self._is_from_scratch
        other._has_planned = self._has_planned
        return other

    @property
    def sessions(self) -> Sequence[RunSession]:
        """Everything run or planned so far."""
        return self._sessions

    @property
    def has_planned(self) -> bool:
        """Whether a run was planned already."""
        return self._has_planned

    def plan(self, session: RunSession) -> None:
        """Add a planned run after all others."""
        self._ledger.enter(session)
        self._sessions.append(session)
        self._next_run_limit_m = None
        self._has_planned = True

    def limit(self, day: date) -> DayLimit:
        """Return the limit of a day from everything on the days before it."""
        spike = self._ledger.limit(day)
        stage = (
            ladder_start((run.date for run in self._sessions), pace=self._pace)
            if self._is_from_scratch
            else return_stage(self._sessions, day, pace=self._pace, elsewhere=self._elsewhere)
        )
        if self._ladder_since is not None:
            since = [run.date for run in self._sessions if run.date >= self._ladder_since]
            rung = ladder_start(since, pace=self._pace)
            stage = strictest([stage, rung])
        ceilings = [
            *(spike.limit_m, stage.run_limit_m, stage.week_room_m, self._next_run_limit_m),
        ]
        least = min(m for m in ceilings if m is not None)
        return DayLimit(limit_m=floor_to_step_m(least), spike=spike, stage=stage)
