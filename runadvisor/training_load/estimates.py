"""What the history says of the athlete on a day, from that day and those before it.

Whatever the athlete entered stands before it. An estimate that has too little to go by is
unknown: what needs it is then left out, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.activity import RunLabel
from runadvisor.domain.units import SECONDS_PER_HOUR
from runadvisor.training_load.columns import column, optional, ordinals
from runadvisor.training_load.day_windows import DayWindows
from runadvisor.training_load.rest_days import HARD_SESSION_RPE
from runadvisor.training_load.runs import is_left_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.track_features import TrackFeatures

    Floats = NDArray[np.float64]

EASY_DAYS = 28
FEWEST_EASY_RUNS = 4
EASY_SESSION_RPE = 3.0
"""Easy running: so many runs in so many days, rated 3 or below (rules.md 26; our choice)."""
THRESHOLD_DAYS = 90
FEWEST_RUNS = 6
SHORTEST_EFFORT_S = 1200
ENDURANCE_EXPONENT = 0.06 / 1.06
"""Speed falls with time to this power: Riegel's 1.06 of distance and time, turned round."""
LEAST_STANDOUT = 1.05
"""Where the best effort is hardly faster than the median run, nobody tried: no threshold."""
HARD_LABELS = frozenset({RunLabel.TEMPO, RunLabel.INTERVAL, RunLabel.HILL_REPS})


class Basis(StrEnum):
    """What a number rests on."""

    ENTERED = "entered"
    RATED_EASY = "rated-easy"
    """Runs the athlete rated or labelled easy."""
    USUAL = "usual"
    """Runs nobody called hard."""
    BEST_EFFORT = "best-effort"


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimates:
    """The athlete's own speeds and steps, as known on a day; ``None`` is unknown."""

    easy_speed_mps: float | None = None
    easy_basis: Basis | None = None
    easy_cadence_spm: float | None = None
    threshold_speed_mps: float | None = None
    """What could be held for an hour."""
    threshold_basis: Basis | None = None


class EstimateBook:
    """Runs by day, and what they say on any day."""

    def __init__(
        self,
        activities: Iterable[Activity],
        *,
        features: Mapping[int, TrackFeatures],
        athlete: Athlete,
    ) -> None:
        """Take every activity; other sports, and runs that do not count, are passed over."""
        self._athlete = athlete
        runs = sorted((a for a in activities if _counts(a)), key=lambda run: run.local_date)
        is_easy = np.array([_is_rated_easy(run) for run in runs], dtype=np.bool_)
        is_hard = np.array([_is_called_hard(run) for run in runs], dtype=np.bool_)
        cadence = column([run.average_cadence_spm for run in runs])
        self._days = ordinals(run.local_date for run in runs)
        self._speed = column([_speed_mps(run) for run in runs])
        self._hour_speed = column([_best_mps(run, features.get(run.activity_id)) for run in runs])
        self._easy_speed, self._usual_speed, self._easy_cadence, self._usual_cadence = (
            np.where(chosen, values, np.nan)
            for values in (self._speed, cadence)
            for chosen in (is_easy, ~is_hard)
        )

    def on(self, day: date) -> Estimates:
        """Return what is known on a day; runs after it are not looked at."""
        return self.on_days([day])[0]

    def on_days(self, days: Sequence[date]) -> list[Estimates]:
        """Return what is known on each of many days."""
        asked, place = np.unique(ordinals(days), return_inverse=True)
        month, season = (
            DayWindows.over(self._days, asked=asked, span_days=span)
            for span in (EASY_DAYS, THRESHOLD_DAYS)
        )
        easy = self._easy(month, season)
        hours = optional(self._threshold(season))
        known = [
            self._with_entered(estimate, hour) for estimate, hour in zip(easy, hours, strict=True)
        ]
        return [known[row] for row in place]

    def _easy(self, month: DayWindows, season: DayWindows) -> list[Estimates]:
        """Return speed and cadence of the first kind of easy running there is enough of."""
        kinds = (
            (Basis.RATED_EASY, month, self._easy_speed, self._easy_cadence),
            (Basis.USUAL, month, self._usual_speed, self._usual_cadence),
            (Basis.USUAL, season, self._usual_speed, self._usual_cadence),
        )
        found: list[list[Estimates | None]] = []
        for basis, window, speed, cadence in kinds:
            medians = [
                window.median(column, fewest=FEWEST_EASY_RUNS) for column in (speed, cadence)
            ]
            found.append(
                [
                    None
                    if mps is None
                    else Estimates(easy_speed_mps=mps, easy_basis=basis, easy_cadence_spm=spm)
                    for mps, spm in zip(*(optional(column) for column in medians), strict=True)
                ]
            )
        return [
            first or second or third or Estimates()
            for first, second, third in zip(*found, strict=True)
        ]

    def _with_entered(self, estimate: Estimates, hour_mps: float | None) -> Estimates:
        own = self._athlete
        easy_mps, threshold_mps = own.easy_speed_mps, own.threshold_speed_mps
        best_effort = None if hour_mps is None else Basis.BEST_EFFORT
        return Estimates(
            easy_speed_mps=easy_mps or estimate.easy_speed_mps,
            easy_basis=Basis.ENTERED if easy_mps else estimate.easy_basis,
            easy_cadence_spm=estimate.easy_cadence_spm,
            threshold_speed_mps=threshold_mps or hour_mps,
            threshold_basis=Basis.ENTERED if threshold_mps else best_effort,
        )

    def _threshold(self, season: DayWindows) -> Floats:
        best = season.highest(self._hour_speed)
        usual = season.median(self._speed, fewest=FEWEST_RUNS)
        # A comparison with an unknown is false: then the best is unknown too.
        return np.where(best >= LEAST_STANDOUT * usual, best, np.nan)


def _counts(activity: Activity) -> bool:
    return activity.is_run and is_left_out(activity) is None and bool(activity.moving_time_s)


def _is_rated_easy(run: Activity) -> bool:
    rpe = run.session_rpe
    return run.label is RunLabel.EASY or (rpe is not None and rpe <= EASY_SESSION_RPE)


def _is_called_hard(run: Activity) -> bool:
    return run.is_race or run.label in HARD_LABELS or (run.session_rpe or 0.0) >= HARD_SESSION_RPE


def _speed_mps(run: Activity) -> float:
    return (run.distance_m or 0.0) / (run.moving_time_s or 1.0)


def _best_mps(run: Activity, features: TrackFeatures | None) -> float | None:
    """Return the hour speed of the run's best effort of 20 minutes and more, if it has one."""
    efforts = [(run.moving_time_s or 0.0, run.distance_m or 0.0)]
    if features is not None:
        efforts.extend((effort.span_s, effort.distance_m) for effort in features.best_efforts)
    return max((hour_speed_mps(m, s) for s, m in efforts if s >= SHORTEST_EFFORT_S), default=None)


def hour_speed_mps(distance_m: float, time_s: float) -> float:
    """Return the speed of an hour that an effort of another length stands for.

    A twenty-minute effort counts for 94 % of its speed (our choice of Riegel's exponent).
    """
    return distance_m / time_s * (time_s / SECONDS_PER_HOUR) ** ENDURANCE_EXPONENT
