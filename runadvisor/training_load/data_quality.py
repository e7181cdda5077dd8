"""What the numbers rest on: how many runs tell what, and what was left out (R26)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.training_load.runs import LeftOut, is_left_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.track_features import TrackFeatures


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutRun:
    """A run that no distance rule counts, and why."""

    activity_id: int
    date: date
    why: LeftOut


@dataclass(frozen=True, slots=True, kw_only=True)
class DataQuality:
    """Counts over the runs of a history; our own choice of what to count."""

    runs: int
    with_distance: int
    with_time: int
    with_heart_rate: int
    """Without those whose heart rate the athlete called wrong."""
    with_altitude: int
    """Climb or descent is known, from the track or the source."""
    with_cadence: int
    with_session_rpe: int
    with_track: int
    heart_rate_ignored: int
    left_out: tuple[LeftOutRun, ...]
    """By start."""

    def share(self, count: int) -> float:
        """Return a count as a share of the runs; 0 for a history without runs."""
        return count / self.runs if self.runs else 0.0


def data_quality(
    activities: Iterable[Activity],
    *,
    as_of: date,
    features: Mapping[int, TrackFeatures],
    since: date | None = None,
) -> DataQuality:
    """Return what the runs up to ``as_of`` tell, from ``since`` on if it is given."""
    runs = sorted(
        (
            a
            for a in activities
            if a.is_run and a.local_date <= as_of and (since is None or a.local_date >= since)
        ),
        key=lambda a: (a.started_at, a.activity_id),
    )
    has_beats = [
        run
        for run in runs
        if run.average_heart_rate_bpm is not None or run.max_heart_rate_bpm is not None
    ]
    return DataQuality(
        runs=len(runs),
        with_distance=sum(run.distance_m is not None for run in runs),
        with_time=sum(run.moving_time_s is not None for run in runs),
        with_heart_rate=sum(not run.ignores_heart_rate for run in has_beats),
        with_altitude=sum(
            run.elevation_gain_m is not None or run.elevation_loss_m is not None for run in runs
        ),
        with_cadence=sum(run.average_cadence_spm is not None for run in runs),
        with_session_rpe=sum(run.session_rpe is not None for run in runs),
        with_track=sum(run.activity_id in features for run in runs),
        heart_rate_ignored=sum(run.ignores_heart_rate for run in runs),
        left_out=tuple(
            LeftOutRun(activity_id=run.activity_id, date=run.local_date, why=why)
            for run in runs
            if (why := is_left_out(run)) is not None
        ),
    )
