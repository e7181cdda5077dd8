"""Load over twenty years of daily running, every run with a track: seconds and memory."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.timing import Row, quickest
from runadvisor.domain.activity import Sport, Track
from runadvisor.domain.athlete import Athlete
from runadvisor.training_load.load_series import load_series
from runadvisor.training_load.tissue_trends import tissue_trends
from runadvisor.training_load.track_features import track_features
from runadvisor.training_load.workload import workload

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.training_load.workload import Workload

POINTS = 2_000


def load_rows(activities: Sequence[Activity], day: date, rounds: int) -> tuple[Row, ...]:
    """Return the lines of load over a history."""
    took, most_mb = worked_out(activities, rounds)
    runs = f"{len(activities):,} runs with tracks"
    return (
        Row(
            what=f"every metric as of one day, {runs}",
            measured=f"{as_of_one_day(activities, day, rounds):.3f} s",
            goal="at most 0.05 s",
        ),
        Row(what=f"what was done, worked out once, {runs}", measured=f"{took:.2f} s", goal="–"),
        Row(what="memory of that, at most", measured=f"{most_mb:.0f} MB", goal="at most 200 MB"),
        Row(
            what="what a track of 4,000 points says",
            measured=f"{one_track(rounds) * 1000:.1f} ms",
            goal="–",
        ),
    )


def as_of_one_day(activities: Sequence[Activity], day: date, rounds: int) -> float:
    """Return the seconds of every metric as of a day, what was done being known."""
    done = _done(activities)

    def ask() -> None:
        load_series(activities, as_of=day, loads=done.loads)
        tissue_trends(done.exposures[-200:], as_of=day)

    return quickest([ask], rounds)[0]


def worked_out(activities: Sequence[Activity], rounds: int) -> tuple[float, float]:
    """Return the seconds of working out what was done, and the megabytes it took at most."""
    (took,) = quickest([lambda: _done(activities)], rounds)
    tracemalloc.start()
    _done(activities)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return took, peak / 1e6


def one_track(rounds: int) -> float:
    """Return the seconds of the features of a track of 4,000 points."""
    track = _track(4_000)
    return quickest([lambda: track_features(track, sport=Sport.RUN)], rounds)[0]


def _done(activities: Sequence[Activity]) -> Workload:
    own = track_features(_track(POINTS), sport=Sport.RUN)
    features = {activity.activity_id: own for activity in activities}
    return workload(activities, features=features, athlete=Athlete())


def _track(points: int) -> Track:
    seconds = np.arange(points, dtype=float)
    way_m = np.cumsum(2.8 + 0.8 * (np.sin(seconds / 200) > 0.8))
    unknown = np.full(points, np.nan)
    return Track(
        time_s=seconds,
        latitude_deg=52 + way_m / 111_195,
        longitude_deg=np.full(points, 13.0),
        altitude_m=40 + 15 * np.sin(way_m / 400),
        heart_rate_bpm=140 + 10 * np.sin(seconds / 100),
        cadence_spm=np.full(points, 168.0),
        distance_m=unknown,
        speed_mps=unknown,
        segment=np.zeros(points, dtype=np.int32),
    )
