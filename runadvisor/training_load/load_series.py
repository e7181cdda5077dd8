"""LoadSeries: the one table the later stages read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING, cast

import numpy as np
import pandas as pd

from runadvisor.domain.athlete import Athlete, GapKind
from runadvisor.domain.calendar import DAYS_PER_WEEK, MONDAY, ONE_DAY, week_start
from runadvisor.training_load.acute_chronic import (
    ACUTE_DAYS,
    FITNESS_DAYS,
    Averaging,
    Coupling,
    acute_load,
    acwr,
    chronic_load,
    training_effect,
)
from runadvisor.training_load.columns import column, ordinals
from runadvisor.training_load.day_totals import highest_of_last
from runadvisor.training_load.gaps import RecordingGap, over_gaps, recording_gaps
from runadvisor.training_load.load_unit import UnitLoads, in_one_unit
from runadvisor.training_load.monotony import monotony, strain, strain_before
from runadvisor.training_load.rest_days import loading_days
from runadvisor.training_load.runs import RunSession, run_sessions
from runadvisor.training_load.session_loads import session_loads
from runadvisor.training_load.spikes import BASELINE_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from numpy.typing import ArrayLike, NDArray

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.track_features import TrackFeatures
    from runadvisor.training_load.day_book import DayBook
    from runadvisor.training_load.session_load import LoadMethod
    from runadvisor.training_load.session_loads import SessionLoads

ANYONE = Athlete()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LoadSeries:
    """Load per local day and per training week, gap-free up to one day."""

    as_of: date
    sessions: tuple[RunSession, ...]
    """The running sessions that count, by start."""
    daily: pd.DataFrame
    """A row per day from the first activity to ``as_of``:

    - distance_m, moving_time_s and run_count of runs, longest_run_m (0 without a run),
      longest_run_30d_m (of the 30 days *before*; NaN with none), is_rest_day;
    - load (all sports) and running_load (what tendon and bone carried), AU, each in the
      unit of its own;
    - acute_load and chronic_load of all sports, running_acute_load and
      running_chronic_load, AU per day, rolling;
    - acwr_coupled, acwr_uncoupled and acwr_ewma, of running load;
    - ctl, atl and tsb (of yesterday), of all sports, λ = 2 ÷ (N + 1);
    - monotony, strain and strain_before (the most of the 12 weeks before), of all sports.
    """
    weekly: pd.DataFrame
    """A row per training week, by its first day: distance_m, moving_time_s, load,
    running_load, runs, rest_days, longest_run_m."""
    first_weekday: int
    total: UnitLoads
    """Unit of ``load``, and how every activity was put into it."""
    running: UnitLoads
    """Unit of ``running_load``; of runs only."""
    gaps: tuple[RecordingGap, ...]
    """Ten days and more without any activity, oldest first."""

    @property
    def is_empty(self) -> bool:
        """Whether the history holds nothing up to ``as_of``."""
        return self.daily.empty

    def week_of(self, day: date) -> date:
        """Return the first day of the training week that a day lies in."""
        return week_start(day, self.first_weekday)

    @property
    def load_method(self) -> LoadMethod:
        """The unit of ``load``."""
        return self.total.method

    @property
    def unanswered_gaps(self) -> tuple[RecordingGap, ...]:
        """Gaps the athlete has not been able to explain yet; they lower no baseline."""
        return tuple(gap for gap in self.gaps if gap.answer is None)


def load_series(
    activities: Sequence[Activity],
    *,
    as_of: date,
    features: Mapping[int, TrackFeatures] | None = None,
    athlete: Athlete = ANYONE,
    first_weekday: int = MONDAY,
    loads: SessionLoads | None = None,
    book: DayBook | None = None,
) -> LoadSeries:
    """Return the load of every day up to ``as_of``; later activities are ignored.

    Args:
        activities: In any order.
        as_of: The last day.
        features: What their tracks say, by activity id.
        athlete: What was entered, the answers to gaps among it.
        first_weekday: Of a training week; Monday is 0.
        loads: The sessions' loads where they are known already; they may reach further,
            as no load rests on a later day.
        book: The same activities sorted out by day, where they are already; it may reach
            further too.
    """
    past = [activity for activity in activities if activity.local_date <= as_of]
    if book is None:
        sessions, loading = run_sessions(past), loading_days(past)
    else:
        known = book.until(as_of)
        sessions, loading = known.sessions, known.loading_days
    if loads is None:
        loads = session_loads(past, features=features or {}, athlete=athlete)
    else:
        loads = loads.until(as_of)
    gaps = recording_gaps(past, as_of=as_of, answers=athlete.gap_answers)
    total = in_one_unit(loads, as_of=as_of)
    running = in_one_unit(loads.only(loads.is_run), as_of=as_of)
    first = min((activity.local_date for activity in past), default=as_of + ONE_DAY)
    calendar = _Calendar(first, as_of)
    done = {
        **_sums(loads, total, running, calendar),
        **_longest(sessions, calendar),
        "is_rest_day": calendar.lacks(loading),
    }
    load, running_load = (
        _recorded(pd.Series(done[name], index=calendar.index), gaps)
        for name in ("load", "running_load")
    )
    measures = _measures(load, running_load, gaps)
    daily = pd.DataFrame({**done, **measures}, index=calendar.index)
    return LoadSeries(
        as_of=as_of,
        sessions=sessions,
        daily=daily,
        weekly=weekly(daily, first_weekday=first_weekday),
        first_weekday=first_weekday,
        total=total,
        running=running,
        gaps=gaps,
    )


class _Calendar:
    """Every day from the first to the last, and places of days among them."""

    def __init__(self, first: date, last: date) -> None:
        self._first = first.toordinal()
        self.index = pd.date_range(first, last, name="date")

    def places(self, days: NDArray[np.int64]) -> NDArray[np.int64]:
        return days - self._first

    def sums(self, places: NDArray[np.int64], values: ArrayLike) -> NDArray[np.float64]:
        weights = np.asarray(values, dtype=np.float64)
        # Without an entry numpy counts in whole numbers.
        return np.bincount(places, weights, len(self.index)).astype(np.float64)

    def lacks(self, days: Iterable[date]) -> NDArray[np.bool_]:
        flags = np.ones(len(self.index), dtype=np.bool_)
        flags[self.places(ordinals(days))] = False
        return flags


def _sums(
    loads: SessionLoads,
    total: UnitLoads,
    running: UnitLoads,
    calendar: _Calendar,
) -> dict[str, NDArray[np.float64] | NDArray[np.int64]]:
    every = calendar.places(loads.days)
    runs = list(compress(loads.activities, loads.is_run.tolist()))
    own = every[loads.is_run]
    return {
        "distance_m": calendar.sums(own, [run.distance_m or 0.0 for run in runs]),
        "moving_time_s": calendar.sums(own, [run.moving_time_s or 0.0 for run in runs]),
        "load": calendar.sums(every, np.nan_to_num(total.values)),
        "running_load": calendar.sums(own, np.nan_to_num(running.values)),
        "run_count": np.bincount(own, minlength=len(calendar.index)),
    }


def _longest(sessions: Sequence[RunSession], calendar: _Calendar) -> dict[str, NDArray[np.float64]]:
    longest = np.zeros(len(calendar.index))
    places = calendar.places(ordinals(session.date for session in sessions))
    np.maximum.at(longest, places, column([session.distance_m for session in sessions]))
    # 30 days of nothing stand before the first: no day is short of a past.
    before = np.concatenate((np.zeros(BASELINE_DAYS), longest))
    most = highest_of_last(before, BASELINE_DAYS)[:-1]
    return {"longest_run_m": longest, "longest_run_30d_m": np.where(most > 0, most, np.nan)}


def _measures(
    load: pd.Series[float], running: pd.Series[float], gaps: Sequence[RecordingGap]
) -> dict[str, pd.Series[float]]:
    """Return what is averaged over days.

    The last days are as they were recorded; only what they are set against leaves an
    unanswered gap out, so that a holiday without a watch lowers no baseline.
    """
    uncoupled = over_gaps(
        running, gaps, lambda known: chronic_load(known, coupling=Coupling.UNCOUPLED)
    )
    chronic_ewma = over_gaps(
        running, gaps, lambda known: chronic_load(known, averaging=Averaging.EWMA)
    )
    running_acute = acute_load(running)
    running_chronic = over_gaps(running, gaps, chronic_load)
    ctl = over_gaps(load, gaps, lambda known: training_effect(known, span_days=FITNESS_DAYS))
    atl = training_effect(load, span_days=ACUTE_DAYS)
    week_strain = strain(load)
    return {
        "acute_load": acute_load(load),
        "chronic_load": over_gaps(load, gaps, chronic_load),
        "running_acute_load": running_acute,
        "running_chronic_load": running_chronic,
        "acwr_coupled": acwr(running_acute, running_chronic),
        "acwr_uncoupled": acwr(running_acute, uncoupled),
        "acwr_ewma": acwr(acute_load(running, averaging=Averaging.EWMA), chronic_ewma),
        "ctl": ctl,
        "atl": atl,
        "tsb": (ctl - atl).shift(1),
        "monotony": monotony(load),
        "strain": week_strain,
        "strain_before": strain_before(week_strain),
    }


def _recorded(load: pd.Series[float], gaps: Sequence[RecordingGap]) -> pd.Series[float]:
    """Return loads without the days of which the athlete said that they are not recorded."""
    known = load.astype(float).copy()
    for gap in gaps:
        if gap.answer is GapKind.NOT_RECORDED:
            known.loc[pd.Timestamp(gap.first_day) : pd.Timestamp(gap.last_day)] = np.nan
    return known


def weekly(daily: pd.DataFrame, *, first_weekday: int) -> pd.DataFrame:
    """Return the days of a series summed up by training week."""
    columns = {name: name for name in ("distance_m", "moving_time_s", "load", "running_load")}
    columns |= {"run_count": "runs", "is_rest_day": "rest_days"}
    days = cast("pd.DatetimeIndex", daily.index)
    if days.empty:
        names = [*columns.values(), "longest_run_m"]
        return pd.DataFrame(columns=names, index=pd.DatetimeIndex([], name="start"), dtype=float)
    start = week_start(days[0].date(), first_weekday)
    before = (days[0].date() - start).days
    begins = np.maximum(np.arange(0, before + len(days), DAYS_PER_WEEK) - before, 0)
    sums = {
        name: np.add.reduceat(daily[column].to_numpy(), begins) for column, name in columns.items()
    }
    sums["longest_run_m"] = np.maximum.reduceat(daily["longest_run_m"].to_numpy(), begins)
    weeks = pd.date_range(start, periods=len(begins), freq="7D", name="start")
    return pd.DataFrame(sums, index=weeks)
