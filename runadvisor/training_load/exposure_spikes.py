"""This run, or this week, against the weeks before it: minutes, fast minutes, hills, hips.

The shapes of R02 and R10-R13, with the floors of rules.md 26, 38 and 40. All floors and
ratios are our choice; tiers and words are the rules' own affair.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from runadvisor.domain.body import Tissue
from runadvisor.domain.calendar import DAYS_PER_WEEK, ONE_DAY
from runadvisor.domain.units import METRES_PER_KILOMETRE, SECONDS_PER_MINUTE
from runadvisor.training_load.spikes import BASELINE_DAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from runadvisor.training_load.exposures import RunExposure

PREVIOUS_WEEKS = 4


class Measure(StrEnum):
    """What is set against the 30 days before."""

    DISTANCE = "distance"
    TIME = "time"
    FAST_TIME = "fast-time"
    CLIMB = "climb"
    DESCENT = "descent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """What a run must reach before it can stand out; edges belong to the run that does not."""

    ratio: float
    least: float = 0.0
    """The value itself, included."""
    least_rise: float = 0.0
    """Above the baseline, included."""
    least_per_km: float = 0.0


FLOORS = {
    Measure.DISTANCE: Floor(ratio=1.10, least_rise=1000.0),
    Measure.TIME: Floor(ratio=1.10, least_rise=6 * SECONDS_PER_MINUTE),
    Measure.FAST_TIME: Floor(ratio=1.5, least_rise=10 * SECONDS_PER_MINUTE),
    Measure.CLIMB: Floor(ratio=1.5, least=150.0, least_per_km=15.0),
    Measure.DESCENT: Floor(ratio=1.5, least=150.0, least_per_km=15.0),
}
_VALUES: dict[Measure, Callable[[RunExposure], float | None]] = {
    Measure.DISTANCE: lambda e: e.run.distance_m,
    Measure.TIME: lambda e: e.run.moving_time_s,
    Measure.FAST_TIME: lambda e: e.fast_s,
    Measure.CLIMB: lambda e: e.run.elevation_gain_m,
    Measure.DESCENT: lambda e: e.run.elevation_loss_m,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureSpike:
    """A run against the most of the 30 local days before it, in one measure."""

    exposure: RunExposure
    measure: Measure
    value: float
    """Metres or seconds."""
    most: RunExposure | None
    """The run it is set against; ``None`` with nothing in the 30 days before."""
    baseline: float | None
    is_seen: bool
    """Whether the history holds the whole of the 30 days before."""
    stands_out: bool
    """Above the ratio and every floor; never without a baseline."""

    @property
    def ratio(self) -> float | None:
        """Value ÷ baseline; ``None`` without a baseline above 0."""
        return self.value / self.baseline if self.baseline else None


def exposure_spikes(
    exposures: Sequence[RunExposure], measure: Measure
) -> tuple[ExposureSpike, ...]:
    """Return every run whose measure is known against the 30 days before, by start.

    Runs of the same day are not each other's baseline. In the first 30 days of a history
    nothing stands out: the baseline has not been seen yet (rules.md 40).
    """
    value_of = _VALUES[measure]
    known = [(e, value) for e in exposures if (value := value_of(e)) is not None]
    days = [exposure.date for exposure, _ in known]
    found: list[ExposureSpike] = []
    for exposure, value in known:
        first = bisect_left(days, exposure.date - timedelta(days=BASELINE_DAYS))
        before = known[first : bisect_left(days, exposure.date)]
        most, baseline = max(before, key=lambda pair: (pair[1], pair[0].date), default=(None, None))
        is_seen = exposure.date - days[0] >= timedelta(days=BASELINE_DAYS)
        found.append(
            ExposureSpike(
                exposure=exposure,
                measure=measure,
                value=value,
                most=most,
                baseline=baseline,
                is_seen=is_seen,
                stands_out=baseline is not None
                and is_seen
                and _stands_out(exposure, value, baseline, FLOORS[measure]),
            )
        )
    return tuple(found)


def _stands_out(exposure: RunExposure, value: float, baseline: float, floor: Floor) -> bool:
    way_km = (exposure.run.distance_m or 0.0) / METRES_PER_KILOMETRE
    return (
        value > floor.ratio * baseline
        and value >= floor.least
        and value - baseline >= floor.least_rise
        and value >= floor.least_per_km * way_km
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSpike:
    """Seven days against the four weeks before them."""

    last_day: date
    value: float
    baseline: float
    stands_out: bool


FAST_WEEK = Floor(ratio=1.3, least_rise=10 * SECONDS_PER_MINUTE)
VERY_FAST_WEEK = Floor(ratio=2.0, least_rise=3 * SECONDS_PER_MINUTE)
HIP_FLEXOR_WEEK = Floor(ratio=1.5, least_rise=1500.0)


def fast_week(exposures: Sequence[RunExposure], monday: date) -> WeekSpike | None:
    """Return the fast seconds of a training week against the most of the four before (R11).

    ``None`` where a run of the five weeks has no threshold to be measured by, or the
    history does not reach back so far.
    """
    weeks = _weeks(exposures, monday + timedelta(days=DAYS_PER_WEEK - 1), lambda e: e.fast_s)
    if weeks is None:
        return None
    return _week_spike(monday + timedelta(days=DAYS_PER_WEEK - 1), weeks, max(weeks[1:]), FAST_WEEK)


def very_fast_days(exposures: Sequence[RunExposure], day: date) -> WeekSpike | None:
    """Return the very fast seconds of seven days against the mean of four weeks (R10).

    Runs without a track add nothing: what they held is unknown. ``None`` where the
    history does not reach back five weeks.
    """
    weeks = _weeks(exposures, day, lambda e: e.very_fast_s or 0.0)
    if weeks is None:
        return None
    return _week_spike(day, weeks, sum(weeks[1:]) / PREVIOUS_WEEKS, VERY_FAST_WEEK)


def hip_flexor_days(exposures: Sequence[RunExposure], day: date) -> WeekSpike | None:
    """Return the extra easy steps of seven days against the most of four weeks (R10).

    ``None`` where a run of the five weeks has no easy speed to be measured by.
    """
    weeks = _weeks(exposures, day, lambda e: e.tissues.get(Tissue.HIP_FLEXOR))
    if weeks is None:
        return None
    return _week_spike(day, weeks, max(weeks[1:]), HIP_FLEXOR_WEEK)


def _weeks(
    exposures: Sequence[RunExposure], day: date, value_of: Callable[[RunExposure], float | None]
) -> list[float] | None:
    """Return sums of the seven days up to a day and of the four sevens before, latest first."""
    days = [exposure.date for exposure in exposures]
    if not days or day - timedelta(days=(PREVIOUS_WEEKS + 1) * DAYS_PER_WEEK) < days[0] - ONE_DAY:
        return None
    sums: list[float] = []
    for back in range(PREVIOUS_WEEKS + 1):
        end = day - timedelta(days=back * DAYS_PER_WEEK)
        first = bisect_right(days, end - timedelta(days=DAYS_PER_WEEK))
        values = [value_of(e) for e in exposures[first : bisect_right(days, end)]]
        if any(value is None for value in values):
            return None
        sums.append(sum(value for value in values if value is not None))
    return sums


def _week_spike(day: date, weeks: Sequence[float], baseline: float, floor: Floor) -> WeekSpike:
    return WeekSpike(
        last_day=day,
        value=weeks[0],
        baseline=baseline,
        stands_out=weeks[0] > floor.ratio * baseline and weeks[0] - baseline >= floor.least_rise,
    )
