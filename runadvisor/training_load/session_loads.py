"""Every activity by every method: what was done, in each unit it can be said in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.units import SECONDS_PER_HOUR, SECONDS_PER_MINUTE
from runadvisor.training_load.columns import column, ordinals
from runadvisor.training_load.estimates import EstimateBook
from runadvisor.training_load.heart_rate_estimates import HeartRateBook
from runadvisor.training_load.heart_rate_load import banister_rate, edwards_zone
from runadvisor.training_load.run_table import run_table
from runadvisor.training_load.session_load import LoadMethod

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.track_features import TrackFeatures
    from runadvisor.training_load.estimates import Estimates
    from runadvisor.training_load.run_table import RunTable

    Floats = NDArray[np.float64]

LEAST_HEART_RATE_SHARE = 0.5
"""Of the moving time: below it a run has no heart rate worth a load."""
PACE_ZONE_EDGES = (1.05, 1.15, 1.25, 1.35)
"""Lower edges of zones 2 to 5, as shares of easy speed (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SessionLoads:
    """Loads per activity and method, in AU of that method; NaN where it cannot be reckoned."""

    activities: tuple[Activity, ...]
    """By day, and in order of start."""
    days: NDArray[np.int64]
    """Their local days, as ordinals."""
    is_run: NDArray[np.bool_]
    minutes: Floats
    by_method: Mapping[LoadMethod, Floats]

    def until(self, day: date) -> SessionLoads:
        """Return the loads of the activities up to a day."""
        chosen = self.days <= day.toordinal()
        return self if chosen.all() else self.only(chosen)

    def only(self, chosen: NDArray[np.bool_]) -> SessionLoads:
        """Return the loads of some of the activities."""
        return SessionLoads(
            activities=tuple(compress(self.activities, chosen.tolist())),
            days=self.days[chosen],
            is_run=self.is_run[chosen],
            minutes=self.minutes[chosen],
            by_method={method: loads[chosen] for method, loads in self.by_method.items()},
        )


def session_loads(
    activities: Iterable[Activity],
    *,
    features: Mapping[int, TrackFeatures],
    athlete: Athlete,
) -> SessionLoads:
    """Return the load of every activity by every method, by start.

    Each number rests on its own day and those before it, so nothing later changes it.
    What lasts counts in full: a heart rate known for half of the time or more stands for
    the rest of it too. A run with a distance and no time takes as long as it would at
    easy speed.

    Args:
        activities: In any order.
        features: What their tracks say, by activity id.
        athlete: What was entered; a medicine that changes heart rate takes every method
            that rests on one away (rules.md 10).
    """
    ordered = tuple(sorted(activities, key=attrgetter("local_date", "started_at", "activity_id")))
    table = run_table(ordered, features=features)
    speeds = EstimateBook(ordered, features=features, athlete=athlete)
    known = speeds.on_days([activity.local_date for activity in ordered])
    minutes = _minutes(ordered, known)
    return SessionLoads(
        activities=ordered,
        days=ordinals(activity.local_date for activity in ordered),
        is_run=np.array([activity.is_run for activity in ordered], dtype=np.bool_),
        minutes=minutes,
        by_method={
            LoadMethod.SESSION_RPE: minutes * column([a.session_rpe for a in ordered]),
            **_by_heart_rate(table, minutes, features=features, athlete=athlete),
            **_by_pace(table, minutes, known),
            LoadMethod.MOVING_MINUTES: minutes,
        },
    )


def _minutes(activities: Sequence[Activity], known: Sequence[Estimates]) -> Floats:
    return column(
        [
            time_s / SECONDS_PER_MINUTE if (time_s := _time_s(activity, own)) is not None else None
            for activity, own in zip(activities, known, strict=True)
        ]
    )


def _time_s(activity: Activity, known: Estimates) -> float | None:
    if activity.moving_time_s is not None:
        return activity.moving_time_s
    if activity.is_run and activity.distance_m is not None and known.easy_speed_mps is not None:
        return activity.distance_m / known.easy_speed_mps
    return None


def _by_heart_rate(
    table: RunTable,
    minutes: Floats,
    *,
    features: Mapping[int, TrackFeatures],
    athlete: Athlete,
) -> dict[LoadMethod, Floats]:
    book = HeartRateBook(table.activities, features=features, athlete=athlete)
    limits = book.on_days([activity.local_date for activity in table.activities])
    is_usable = np.array(
        [
            own.limits is not None and not activity.ignores_heart_rate
            for activity, own in zip(table.activities, limits, strict=True)
        ],
        dtype=np.bool_,
    )
    is_usable &= not athlete.takes_heart_rate_medicine
    resting = table.spread([own.resting_bpm for own in limits])
    highest = table.spread(column([own.max_bpm for own in limits]))
    threshold = table.spread(column([own.threshold_bpm for own in limits]))
    beats = table.heart_rate_bpm.astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        # Where the limits are unknown nothing of this is used.
        reserve = np.clip((beats - resting) / (highest - resting), 0, 1)
        intensity = reserve / ((threshold - resting) / (highest - resting))
    is_known = np.isfinite(beats)
    known_s = table.sums(table.seconds * is_known)
    share = np.divide(
        known_s, table.sums(table.seconds), out=np.zeros(len(known_s)), where=known_s > 0
    )
    is_usable &= share >= LEAST_HEART_RATE_SHARE

    def whole(rate: NDArray[np.floating]) -> Floats:
        mean = np.divide(
            table.sums(rate * table.seconds), known_s, out=np.zeros(len(known_s)), where=known_s > 0
        )
        return np.where(is_usable, mean * minutes, np.nan)

    # A mean heart rate lies in one zone: what Edwards counts cannot be said from it.
    zones = np.where(table.is_measured, whole(edwards_zone(beats / highest)), np.nan)
    loads = {
        LoadMethod.EDWARDS_TRIMP: zones,
        LoadMethod.HEART_RATE_STRESS: whole(intensity**2)
        * 100
        * SECONDS_PER_MINUTE
        / SECONDS_PER_HOUR,
    }
    if athlete.trimp_sex is not None:
        loads[LoadMethod.BANISTER_TRIMP] = whole(banister_rate(reserve, sex=athlete.trimp_sex))
    return loads


def _by_pace(
    table: RunTable, minutes: Floats, known: Sequence[Estimates]
) -> dict[LoadMethod, Floats]:
    is_run = np.array([activity.is_run for activity in table.activities], dtype=np.bool_)
    speed = table.grade_adjusted_speed_mps()
    all_s = table.sums(table.seconds * np.isfinite(speed))

    def whole(rate: NDArray[np.floating]) -> Floats:
        mean = np.divide(
            table.sums(rate * table.seconds),
            all_s,
            out=np.full(len(all_s), np.nan),
            where=all_s > 0,
        )
        return np.where(is_run, mean * minutes, np.nan)

    threshold = column([own.threshold_speed_mps for own in known])
    easy = column([own.easy_speed_mps for own in known])
    zone = 1.0 + np.searchsorted(PACE_ZONE_EDGES, speed / table.spread(easy), side="right")
    stress = whole((speed / table.spread(threshold)) ** 2) * 100 * SECONDS_PER_MINUTE
    return {
        LoadMethod.PACE_STRESS: np.where(np.isnan(threshold), np.nan, stress / SECONDS_PER_HOUR),
        LoadMethod.PACE_ZONES: np.where(
            np.isnan(easy), np.nan, whole(np.where(np.isfinite(speed), zone, 0.0))
        ),
    }
