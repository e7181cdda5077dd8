"""What the runner usually does, read from the last weeks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING

from runadvisor.domain.activity import Sport
from runadvisor.domain.calendar import DAYS_PER_WEEK, week_start
from runadvisor.domain.units import pace_s_per_km
from runadvisor.training_load.limits import LimitLedger
from runadvisor.training_load.runs import is_left_out

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.training_load.runs import RunSession

RECENT_WEEKS = 6
WEEKDAY_WEEKS = 12
OLD_DAYS = 182
MONTH_DAYS = 28
SHORTEST_PACE_RUN_M = 2000
EASY_PACE_SPREAD_S = 30
PACE_STEP_S = 5
CROSS_SPORTS = (Sport.RIDE, Sport.SWIM, Sport.ELLIPTICAL, Sport.ROW, Sport.WALK, Sport.HIKE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """The runner's own recent weeks."""

    run_days: float
    """Run days in a usual week."""
    weekly_m: float
    """Metres in a usual week; spikes count only up to their limit."""
    long_m: float
    """Longest run of a usual week, counted the same way."""
    weekday_share: tuple[float, ...]
    """Monday to Sunday: share of all run days."""
    long_weekday_share: tuple[float, ...]
    """Monday to Sunday: share of the weeks whose longest run fell there."""
    easy_pace_s_per_km: tuple[int, int] | None
    """The usual pace and half a minute slower, in steps of 5 s."""
    cross_sport: Sport | None
    """The sport done most beside running; ``None`` when there is none."""


def habits(
    activities: Sequence[Activity], sessions: Sequence[RunSession], *, first_day: date
) -> Habits | None:
    """Return what is usual before a day; ``None`` without a run in the last six weeks.

    Weeks are counted back from ``first_day``, so that a week under way is whole.
    """
    accepted_m = LimitLedger(sessions).accepted_m
    counted = list(zip(sessions, accepted_m, strict=True))
    weeks = [
        [(run.date, m) for run, m in counted if _weeks_before(run.date, first_day) == number]
        for number in range(RECENT_WEEKS)
    ]
    weeks = [week for week in weeks if week]
    if not weeks:
        return None
    recent = first_day - timedelta(weeks=WEEKDAY_WEEKS)
    return Habits(
        run_days=median(len({day for day, _ in week}) for week in weeks),
        weekly_m=median(sum(m for _, m in week) for week in weeks),
        long_m=median(max(m for _, m in week) for week in weeks),
        weekday_share=_shares([run.date for run in sessions if run.date >= recent]),
        long_weekday_share=_shares(_longest_days([r for r in sessions if r.date >= recent])),
        easy_pace_s_per_km=_easy_pace(activities, recent),
        cross_sport=_cross_sport(activities, recent),
    )


def old_weekly_m(sessions: Sequence[RunSession]) -> float | None:
    """Return the mean week of the fullest 28 days of the last half year that was run.

    Half a year reaches over a break and the walk-run weeks after it. ``None`` where fewer
    than four weeks of running are known.
    """
    if not sessions:
        return None
    first = sessions[-1].date - timedelta(days=OLD_DAYS)
    recent = [run for run in sessions if run.date > first]
    if (recent[-1].date - recent[0].date).days < MONTH_DAYS - DAYS_PER_WEEK:
        return None
    most = running = begin = 0
    for run in recent:
        running += run.distance_m
        while recent[begin].date <= run.date - timedelta(days=MONTH_DAYS):
            running -= recent[begin].distance_m
            begin += 1
        most = max(most, running)
    return most * DAYS_PER_WEEK / MONTH_DAYS


def _weeks_before(day: date, first_day: date) -> int:
    """Return 0 for the seven days before ``first_day``, 1 for the seven before them."""
    return ((first_day - day).days - 1) // DAYS_PER_WEEK


def _shares(run_days: Sequence[date]) -> tuple[float, ...]:
    counts = Counter(day.weekday() for day in run_days)
    return tuple(counts[weekday] / max(len(run_days), 1) for weekday in range(DAYS_PER_WEEK))


def _longest_days(sessions: Sequence[RunSession]) -> list[date]:
    longest: dict[date, RunSession] = {}
    for run in sessions:
        start = week_start(run.date)
        if start not in longest or run.distance_m > longest[start].distance_m:
            longest[start] = run
    return [run.date for run in longest.values()]


def _easy_pace(activities: Sequence[Activity], recent: date) -> tuple[int, int] | None:
    paces = [
        pace_s_per_km(run.distance_m, run.moving_time_s)
        for run in activities
        if run.is_run
        and run.local_date >= recent
        and not run.is_race
        and is_left_out(run) is None
        and run.moving_time_s
        and run.distance_m is not None
        and run.distance_m >= SHORTEST_PACE_RUN_M
    ]
    if not paces:
        return None
    fast = round(median(paces) / PACE_STEP_S) * PACE_STEP_S
    return fast, fast + EASY_PACE_SPREAD_S


def _cross_sport(activities: Sequence[Activity], recent: date) -> Sport | None:
    counts = Counter(
        a.sport for a in activities if a.local_date >= recent and a.sport in CROSS_SPORTS
    )
    return max(counts, key=lambda sport: (counts[sport], sport.value), default=None)
