"""LoadSeries: the one table the later stages read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from runadvisor.domain.calendar import ONE_DAY, days, week_start
from runadvisor.training_load.acute_chronic import ACUTE_DAYS, CHRONIC_DAYS, rolling_load
from runadvisor.training_load.monotony import monotony, strain
from runadvisor.training_load.rest_days import rest_day_flags
from runadvisor.training_load.runs import RunSession, run_sessions
from runadvisor.training_load.session_load import LoadMethod, session_load
from runadvisor.training_load.spikes import BASELINE_DAYS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LoadSeries:
    """Load per local day and per training week, gap-free up to one day."""

    as_of: date
    sessions: tuple[RunSession, ...]
    """The running sessions that count, by start."""
    daily: pd.DataFrame
    """A row per day from the first activity to ``as_of``: distance_m and moving_time_s of
    runs, load of all sports (AU), run_count, is_rest_day, longest_run_m (0 without a run),
    acute_load and chronic_load (AU per day), monotony, strain (AU) and longest_run_30d_m
    (of the 30 days *before*; NaN with none)."""
    weekly: pd.DataFrame
    """A row per Monday: distance_m, moving_time_s, load, runs, rest_days, longest_run_m."""
    load_method: LoadMethod

    @property
    def is_empty(self) -> bool:
        """Whether the history holds nothing up to ``as_of``."""
        return self.daily.empty


def load_series(activities: Sequence[Activity], *, as_of: date) -> LoadSeries:
    """Return the load of every day up to ``as_of``; later activities are ignored."""
    # In order of start: sums of fractions depend on the order they are added in.
    past = sorted(
        (activity for activity in activities if activity.local_date <= as_of),
        key=lambda activity: (activity.started_at, activity.activity_id),
    )
    sessions = run_sessions(past)
    first = min((activity.local_date for activity in past), default=None)
    index = pd.DatetimeIndex([] if first is None else list(days(first, as_of + ONE_DAY)))
    daily = _daily(past, sessions, pd.DatetimeIndex(index, name="date"))
    return LoadSeries(
        as_of=as_of,
        sessions=sessions,
        daily=daily,
        weekly=_weekly(daily),
        load_method=LoadMethod.MOVING_MINUTES,
    )


def _daily(
    past: Sequence[Activity], sessions: Sequence[RunSession], index: pd.DatetimeIndex
) -> pd.DataFrame:
    rows = pd.DataFrame(
        {
            "date": [pd.Timestamp(activity.local_date) for activity in past],
            "distance_m": [(a.distance_m or 0.0) if a.is_run else 0.0 for a in past],
            "moving_time_s": [(a.moving_time_s or 0.0) if a.is_run else 0.0 for a in past],
            "load": [load.value if (load := session_load(a)) else 0.0 for a in past],
            "run_count": [int(activity.is_run) for activity in past],
        }
    )
    daily = rows.groupby("date").sum().reindex(index, fill_value=0)
    by_day = pd.Series(
        [float(session.distance_m) for session in sessions],
        index=pd.DatetimeIndex([pd.Timestamp(session.date) for session in sessions]),
        dtype=float,
    )
    longest = by_day.groupby(level=0).max().reindex(index)
    daily["is_rest_day"] = rest_day_flags(past, index)
    daily["longest_run_m"] = longest.fillna(0.0)
    daily["acute_load"] = rolling_load(daily["load"], span_days=ACUTE_DAYS)
    daily["chronic_load"] = rolling_load(daily["load"], span_days=CHRONIC_DAYS)
    daily["monotony"] = monotony(daily["load"])
    daily["strain"] = strain(daily["load"])
    daily["longest_run_30d_m"] = longest.rolling(BASELINE_DAYS, min_periods=1).max().shift(1)
    return daily


def _weekly(daily: pd.DataFrame) -> pd.DataFrame:
    monday = [pd.Timestamp(week_start(day.date())) for day in daily.index]
    weeks = daily.groupby(pd.DatetimeIndex(monday, name="start"))
    return weeks.agg(
        distance_m=("distance_m", "sum"),
        moving_time_s=("moving_time_s", "sum"),
        load=("load", "sum"),
        runs=("run_count", "sum"),
        rest_days=("is_rest_day", "sum"),
        longest_run_m=("longest_run_m", "max"),
    )
