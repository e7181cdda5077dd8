"""Every stretch of every activity in one table, so that a sum over them is one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.training_load.columns import column
from runadvisor.training_load.grade import STEEPEST_GRADE, grade_factor

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import ArrayLike, NDArray

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.track_features import TrackFeatures

    Floats = NDArray[np.floating]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RunTable:
    """Stretches of activities as columns of equal length."""

    activities: tuple[Activity, ...]
    is_measured: NDArray[np.bool_]
    """Per activity: from its track; else from its averages."""
    order: NDArray[np.intp]
    """The activities in the order their rows lie in."""
    lengths: NDArray[np.intp]
    """Rows of each activity in that order; each has at least one."""
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
        sums = np.zeros(len(self.activities))
        if self.activities:
            starts = np.cumsum(self.lengths) - self.lengths
            known = np.nan_to_num(rows).astype(np.float64)
            sums[self.order] = np.add.reduceat(known, starts)
        return sums

    def spread(self, values: ArrayLike) -> NDArray[np.float64]:
        """Return a value per activity on each of its rows."""
        return np.repeat(np.asarray(values, dtype=np.float64)[self.order], self.lengths)


def run_table(activities: Sequence[Activity], *, features: Mapping[int, TrackFeatures]) -> RunTable:
    """Return the table of activities in the order given.

    An activity without a track is two even stretches of its averages: the way up over
    half of the distance and the way down over the other, where its climb is known.
    """
    found = [features.get(activity.activity_id) for activity in activities]
    is_measured = np.array(
        [own is not None and len(own.stretches) > 0 for own in found], dtype=np.bool_
    )
    tracks = [own.stretches for own in found if own is not None and len(own.stretches)]
    even = _even_columns(
        [a for a, is_own in zip(activities, is_measured, strict=True) if not is_own]
    )
    order = np.concatenate((np.flatnonzero(~is_measured), np.flatnonzero(is_measured)))
    lengths = np.array([2] * int((~is_measured).sum()) + [len(t) for t in tracks], dtype=np.intp)
    columns = {
        name: np.concatenate([values, *(getattr(track, name) for track in tracks)])
        for name, values in even.items()
    }
    # Some devices keep no distance second by second, only in all.
    mean_speed = np.repeat(_mean_speeds_mps(activities)[order], lengths)
    speed = columns.pop("speed_mps")
    return RunTable(
        activities=tuple(activities),
        is_measured=is_measured,
        order=order,
        lengths=lengths,
        speed_mps=np.where(np.isnan(speed), mean_speed, speed),
        **columns,
    )


def _even_columns(activities: Sequence[Activity]) -> dict[str, NDArray[np.float32]]:
    gain_m = column([activity.elevation_gain_m for activity in activities])
    loss_m = column([activity.elevation_loss_m for activity in activities])
    half_m = column([activity.distance_m or None for activity in activities]) / 2
    # A list that gives the climb alone is of a run that came back to where it began.
    fall_m = np.where(np.isnan(loss_m), gain_m, loss_m)
    fall_m = np.where(np.isnan(gain_m), np.nan, fall_m)
    slopes = np.stack((gain_m / half_m, -fall_m / half_m), axis=1).ravel()
    columns = {
        "seconds": column([(activity.moving_time_s or 0.0) / 2 for activity in activities]),
        "speed_mps": _mean_speeds_mps(activities),
        "cadence_spm": column([activity.average_cadence_spm for activity in activities]),
        "heart_rate_bpm": column([activity.average_heart_rate_bpm for activity in activities]),
    }
    twice = {name: np.repeat(values, 2).astype(np.float32) for name, values in columns.items()}
    grade = np.clip(slopes, -STEEPEST_GRADE, STEEPEST_GRADE).astype(np.float32)
    return twice | {"grade": grade}


def _mean_speeds_mps(activities: Sequence[Activity]) -> NDArray[np.float64]:
    distance_m = column([activity.distance_m for activity in activities])
    return distance_m / column([activity.moving_time_s or None for activity in activities])
