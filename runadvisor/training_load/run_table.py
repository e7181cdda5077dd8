"""Every stretch of every run in one table, so that a sum over them is one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.track_features import Stretches
from runadvisor.training_load.grade import STEEPEST_GRADE, grade_factor

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import ArrayLike, NDArray

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.track_features import TrackFeatures

    Floats = NDArray[np.floating]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RunTable:
    """Stretches of activities, one after the other, as columns of equal length."""

    activities: tuple[Activity, ...]
    is_measured: NDArray[np.bool_]
    """Per activity: from its track; else from its averages."""
    starts: NDArray[np.int64]
    """Row at which each activity begins; each has at least one row."""
    seconds: Floats
    speed_mps: Floats
    grade: Floats
    cadence_spm: Floats
    heart_rate_bpm: Floats

    def grade_adjusted_speed_mps(self) -> Floats:
        """Return the speed on the flat that would cost the same; an unknown slope is flat."""
        return self.speed_mps * grade_factor(self.grade)

    def sums(self, rows: Floats) -> NDArray[np.float64]:
        """Return the sum over the rows of each activity; an unknown row adds nothing."""
        if not self.activities:
            return np.zeros(0)
        return np.add.reduceat(np.nan_to_num(rows).astype(np.float64), self.starts)

    def spread(self, values: ArrayLike) -> NDArray[np.float64]:
        """Return a value per activity on each of its rows."""
        lengths = np.diff(np.append(self.starts, len(self.seconds)))
        return np.repeat(np.asarray(values, dtype=np.float64), lengths)


def run_table(activities: Sequence[Activity], *, features: Mapping[int, TrackFeatures]) -> RunTable:
    """Return the table of activities in the order given.

    An activity without a track is one even stretch of its averages; where its climb is
    known, two: the way up over half of the distance and the way down over the other.
    """
    known = [features.get(activity.activity_id) for activity in activities]
    parts = [
        even_stretches(activity) if own is None or not len(own.stretches) else own.stretches
        for activity, own in zip(activities, known, strict=True)
    ]
    lengths = np.array([len(part) for part in parts], dtype=np.int64)
    speed = _column([part.speed_mps for part in parts])
    # Some devices keep no distance second by second, only in all.
    mean_speed = np.repeat([_mean_speed_mps(activity) for activity in activities], lengths)
    return RunTable(
        activities=tuple(activities),
        is_measured=np.array([own is not None for own in known], dtype=np.bool_),
        starts=np.cumsum(lengths) - lengths,
        seconds=_column([part.seconds for part in parts]),
        speed_mps=np.where(np.isnan(speed), mean_speed, speed),
        grade=_column([part.grade for part in parts]),
        cadence_spm=_column([part.cadence_spm for part in parts]),
        heart_rate_bpm=_column([part.heart_rate_bpm for part in parts]),
    )


def even_stretches(activity: Activity) -> Stretches:
    """Return an activity as its averages tell it: one stretch, or one up and one down."""
    gain_m, loss_m = activity.elevation_gain_m, activity.elevation_loss_m
    half_m = (activity.distance_m or 0.0) / 2
    grades = [np.nan]
    if gain_m is not None and half_m > 0:
        # A list that gives the climb alone is of a run that came back to where it began.
        fall_m = gain_m if loss_m is None else loss_m
        grades = [min(gain_m / half_m, STEEPEST_GRADE), -min(fall_m / half_m, STEEPEST_GRADE)]
    return Stretches(
        seconds=_same((activity.moving_time_s or 0.0) / len(grades), grades),
        speed_mps=_same(_mean_speed_mps(activity), grades),
        grade=np.array(grades, dtype=np.float32),
        cadence_spm=_same(activity.average_cadence_spm, grades),
        heart_rate_bpm=_same(activity.average_heart_rate_bpm, grades),
    )


def _mean_speed_mps(activity: Activity) -> float:
    if not activity.moving_time_s or activity.distance_m is None:
        return np.nan
    return activity.distance_m / activity.moving_time_s


def _same(value: float | None, like: Sequence[float]) -> NDArray[np.float32]:
    return np.full(len(like), np.nan if value is None else value, dtype=np.float32)


def _column(parts: Sequence[NDArray[np.float32]]) -> Floats:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)
