"""Which runs count, and which of them are one session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING

from runadvisor.domain.activity import StartPrecision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from runadvisor.domain.activity import Activity

MERGE_GAP = timedelta(minutes=20)
"""Runs that follow each other sooner are one session (rules.md 37)."""
SHORTEST_RUN_M = 300
"""A shorter recording is an accidental start, not a run (R26)."""
FASTEST_RUN_M_PER_S = 7.5
"""Faster than this on average is a vehicle or a broken recording (R26)."""


class LeftOut(StrEnum):
    """Why a run stays out of the distance rules."""

    NO_DISTANCE = "no-distance"
    TOO_SHORT = "too-short"
    TOO_FAST = "too-fast"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSession:
    """One run, or several less than 20 minutes apart, as the spike rule sees it."""

    date: date
    distance_m: int
    """Whole metres, as the rules compare."""
    activity_ids: tuple[int, ...]


def is_left_out(activity: Activity) -> LeftOut | None:
    """Return why a run stays out of the distance rules, or ``None`` when it counts."""
    if activity.distance_m is None:
        return LeftOut.NO_DISTANCE
    if activity.distance_m < SHORTEST_RUN_M:
        return LeftOut.TOO_SHORT
    time_s = activity.moving_time_s
    if time_s is not None and activity.distance_m > FASTEST_RUN_M_PER_S * max(time_s, 1):
        return LeftOut.TOO_FAST
    return None


def run_sessions(activities: Iterable[Activity]) -> tuple[RunSession, ...]:
    """Return the running sessions that count, by local day and in order of start.

    A session belongs to the local day it started on. Who flies over the date line has a
    later start on an earlier day: there the day decides.
    """
    runs = sorted(
        (a for a in activities if a.is_run and is_left_out(a) is None),
        key=attrgetter("started_at", "activity_id"),
    )
    sessions: list[RunSession] = []
    group: list[Activity] = []
    group_end: datetime | None = None
    for run in runs:
        start = run.started_at
        # Where only the day is known, nothing says that two rows were one outing.
        is_timed = run.precision is not StartPrecision.DAY
        follows = group_end is not None and is_timed and start - group_end < MERGE_GAP
        if group and not follows:
            sessions.append(_session(group))
            group = []
        group.append(run)
        end = start + timedelta(seconds=run.elapsed_time_s or run.moving_time_s or 0)
        group_end = max(group_end, end) if follows and group_end is not None else end
    if group:
        sessions.append(_session(group))
    return tuple(sorted(sessions, key=attrgetter("date")))


def _session(group: Sequence[Activity]) -> RunSession:
    return RunSession(
        date=group[0].local_date,
        distance_m=sum(round(run.distance_m or 0) for run in group),
        activity_ids=tuple(run.activity_id for run in group),
    )
