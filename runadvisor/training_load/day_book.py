"""A history by day, sorted out once: what every day's rules and series read from.

Nothing in it rests on a later day, so that it is cut, not worked out anew, for an earlier one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.body import Tissue
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.training_load.columns import ordinals
from runadvisor.training_load.day_totals import DayTotals
from runadvisor.training_load.limits import LimitLedger
from runadvisor.training_load.rest_days import loading_days
from runadvisor.training_load.runs import is_left_out, run_sessions
from runadvisor.training_load.spikes import SpikeBand, session_spikes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runadvisor.domain.activity import Activity
    from runadvisor.training_load.day_totals import Days
    from runadvisor.training_load.exposures import RunExposure
    from runadvisor.training_load.runs import RunSession
    from runadvisor.training_load.spikes import SessionSpike


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSpike:
    """A run over the longest of the 30 days before it, or with nothing to set it against."""

    spike: SessionSpike
    next_limit_m: int | None
    """Limit of the day after, as it stood with this run; ``None`` without a longest run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTotalsByKind:
    """Sums over days of what was done; a run without a number makes its days unknown."""

    run_m: DayTotals
    """Metres of sessions that count."""
    run_days: DayTotals
    """Days with such a session."""
    moving_s: DayTotals
    """Seconds moved, all sports."""
    others: DayTotals
    """Activities that are no runs."""
    fast_s: DayTotals
    """Seconds of runs at threshold speed and above."""
    very_fast_s: DayTotals
    """A run without a track adds none: nobody knows what it held."""
    hip_flexor_steps: DayTotals


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DayBook:
    """A history by day."""

    activities: tuple[Activity, ...]
    """In the order given."""
    exposures: tuple[RunExposure, ...]
    """What each run asked beyond its distance, by day and start."""
    exposure_days: Days
    """Their days, as ordinals."""
    sessions: tuple[RunSession, ...]
    """By day and start."""
    session_days: Days
    """Their days, as ordinals."""
    spikes: tuple[JudgedSpike, ...]
    """Of the sessions that are any, in their order."""
    left_out: tuple[Activity, ...]
    """Runs that stay out of the distance rules, in the order given."""
    loading_days: frozenset[date]
    """Local days that were not rest."""
    first_day: date | None
    last_day: date | None
    totals: DayTotalsByKind
    """May reach further than the activities do."""
    across: tuple[tuple[date, date], ...]
    """First and last day of sessions that run over midnight."""
    is_in_order: bool
    """Whether later starts never lie on earlier days."""

    def until(self, day: date) -> DayBook:
        """Return the history as it was on a day."""
        if self.last_day is None or self.last_day <= day:
            return self
        past = tuple(a for a in self.activities if a.local_date <= day)
        end = day.toordinal()
        exposures = self.exposures[: np.searchsorted(self.exposure_days, end, side="right")]
        is_cut_through = any(first <= day < last for first, last in self.across)
        if not past or is_cut_through or not self.is_in_order:
            return day_book(past, exposures=exposures)
        sessions = self.sessions[: np.searchsorted(self.session_days, end, side="right")]
        return replace(
            self,
            activities=past,
            exposures=exposures,
            exposure_days=self.exposure_days[: len(exposures)],
            sessions=sessions,
            session_days=self.session_days[: len(sessions)],
            spikes=tuple(judged for judged in self.spikes if judged.spike.session.date <= day),
            left_out=tuple(a for a in self.left_out if a.local_date <= day),
            loading_days=frozenset(d for d in self.loading_days if d <= day),
            last_day=max(activity.local_date for activity in past),
        )


def day_book(activities: Sequence[Activity], *, exposures: Iterable[RunExposure]) -> DayBook:
    """Return the history of activities, in any order, and of what its runs asked."""
    exposures = tuple(exposures)
    sessions = run_sessions(activities)
    by_start = sorted(activities, key=lambda a: (a.started_at, a.activity_id))
    day_of = {activity.activity_id: activity.local_date for activity in by_start}
    spans = [sorted(day_of[key] for key in session.activity_ids) for session in sessions]
    days = [activity.local_date for activity in by_start]
    first_day, last_day = min(days, default=None), max(days, default=None)
    return DayBook(
        activities=tuple(activities),
        exposures=exposures,
        exposure_days=ordinals(exposure.date for exposure in exposures),
        sessions=sessions,
        session_days=ordinals(session.date for session in sessions),
        spikes=_judged(sessions),
        left_out=tuple(a for a in activities if a.is_run and is_left_out(a) is not None),
        loading_days=loading_days(activities),
        first_day=first_day,
        last_day=last_day,
        totals=_totals(
            activities,
            exposures,
            sessions,
            first=first_day or date.max,
            last=last_day or date.min,
        ),
        across=tuple((span[0], span[-1]) for span in spans if span[0] != span[-1]),
        is_in_order=all(one <= other for one, other in pairwise(days)),
    )


def _judged(sessions: Sequence[RunSession]) -> tuple[JudgedSpike, ...]:
    ledger = LimitLedger()
    found: list[JudgedSpike] = []
    for spike in session_spikes(sessions):
        session = spike.session
        ledger.enter(session)
        if spike.band is not SpikeBand.NONE:
            limit_m = (
                None if spike.longest is None else ledger.limit(session.date + ONE_DAY).limit_m
            )
            found.append(JudgedSpike(spike=spike, next_limit_m=limit_m))
    return tuple(found)


def _totals(
    activities: Sequence[Activity],
    exposures: Sequence[RunExposure],
    sessions: Sequence[RunSession],
    *,
    first: date,
    last: date,
) -> DayTotalsByKind:
    def sums(values: Iterable[tuple[date, float | None]]) -> DayTotals:
        return DayTotals(values, first=first, last=last)

    return DayTotalsByKind(
        run_m=sums((session.date, session.distance_m) for session in sessions),
        run_days=sums((day, 1) for day in {session.date for session in sessions}),
        moving_s=sums((a.local_date, a.moving_time_s) for a in activities),
        others=sums((a.local_date, 1) for a in activities if not a.is_run),
        fast_s=sums((e.date, e.fast_s) for e in exposures),
        very_fast_s=sums((e.date, e.very_fast_s or 0.0) for e in exposures),
        hip_flexor_steps=sums((e.date, e.tissues.get(Tissue.HIP_FLEXOR)) for e in exposures),
    )
