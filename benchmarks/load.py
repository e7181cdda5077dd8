"""Load and rules over twenty years, every run with a track: processor time and memory."""

from __future__ import annotations

import tracemalloc
from datetime import timedelta
from itertools import cycle
from time import process_time
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.timing import Row, quickest
from runadvisor.domain.activity import Sport, Track
from runadvisor.domain.athlete import Athlete
from runadvisor.training_load.day_totals import DayTotals, complete_weeks
from runadvisor.training_load.load_series import load_series
from runadvisor.training_load.tissue_trends import tissue_trends
from runadvisor.training_load.track_features import track_features
from runadvisor.training_load.workload import workload
from runadvisor.warning.assess import assess
from runadvisor.warning.rule import facts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.training_load.workload import Workload

POINTS = 2_000
WEEKLY_ACTIVITIES = 10_000


def load_rows(activities: Sequence[Activity], day: date, rounds: int) -> tuple[Row, ...]:
    """Return the lines of load and rules over a history."""
    took, most_mb = worked_out(activities, rounds)
    said, rules, day_mb = as_of_one_day(activities, day, rounds)
    runs = f"{len(activities):,} runs with tracks"
    return (
        Row(
            what=f"every metric and every rule as of one day, {runs}",
            measured=f"{said * 1000:.0f} ms",
            goal="at most 50 ms",
        ),
        Row(
            what="the same against sorting the history out anew",
            measured=f"{said / took:.2f} ×",
            goal="–",
        ),
        Row(what="memory of that, at most", measured=f"{day_mb:.0f} MB", goal="–"),
        Row(
            what="the audit: every rule on every day of it",
            measured=f"{rules * 1000:.0f} ms",
            goal="at most 2 s",
        ),
        Row(what=f"what was done, worked out once, {runs}", measured=f"{took:.2f} s", goal="–"),
        Row(what="memory of that, at most", measured=f"{most_mb:.0f} MB", goal="at most 200 MB"),
        Row(
            what=f"weekly totals from {WEEKLY_ACTIVITIES:,} activities",
            measured=f"{weekly_totals(activities, rounds) * 1000:.1f} ms",
            goal="at most 5 ms",
        ),
        Row(
            what="what a track of 4,000 points says",
            measured=f"{one_track(rounds) * 1000:.1f} ms",
            goal="–",
        ),
    )


def as_of_one_day(
    activities: Sequence[Activity], day: date, rounds: int
) -> tuple[float, float, float]:
    """Return the seconds of all that is said of load on a day, of its rules, and the megabytes.

    What was done is known, as the window knows it once the history is open. The day lies a
    year before the last one, so that the history has to be cut.
    """
    done = _done(activities)
    day -= timedelta(days=365)

    def rules() -> None:
        assess(facts(activities, as_of=day, work=done))

    def everything() -> None:
        then = done.until(day)
        load_series(then.book.activities, as_of=day, loads=then.loads, book=then.book)
        tissue_trends(then.exposures[-200:], as_of=day)
        assess(facts(activities, as_of=day, work=then))

    said, ruled = quickest([everything, rules], rounds, process_time)
    return said, ruled, _most_megabytes(everything)


def weekly_totals(activities: Sequence[Activity], rounds: int) -> float:
    """Return the seconds of the metres of each week, from activities and nothing else."""
    many = [a for a, _ in zip(cycle(activities), range(WEEKLY_ACTIVITIES), strict=False)]
    first, last = activities[0].local_date, activities[-1].local_date

    def ask() -> None:
        metres = DayTotals(((a.local_date, a.distance_m) for a in many), first=first, last=last)
        metres.weeks(complete_weeks(first, last))

    return quickest([ask], rounds, process_time)[0]


def worked_out(activities: Sequence[Activity], rounds: int) -> tuple[float, float]:
    """Return the seconds of working out what was done, and the megabytes it took at most."""
    (took,) = quickest([lambda: _done(activities)], rounds, process_time)
    return took, _most_megabytes(lambda: _done(activities))


def _most_megabytes(work: Callable[[], object]) -> float:
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


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
