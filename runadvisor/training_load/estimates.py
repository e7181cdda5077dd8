"""What the history says of the athlete on a day, from that day and those before it.

Whatever the athlete entered stands before it. An estimate that has too little to go by is
unknown: what needs it is then left out, never guessed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from statistics import median
from typing import TYPE_CHECKING

from runadvisor.domain.activity import RunLabel
from runadvisor.domain.units import SECONDS_PER_HOUR
from runadvisor.training_load.rest_days import HARD_SESSION_RPE
from runadvisor.training_load.runs import is_left_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.track_features import TrackFeatures

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


@dataclass(frozen=True, slots=True)
class _Run:
    day: date
    speed_mps: float
    cadence_spm: float | None
    hour_speed_mps: float | None
    is_rated_easy: bool
    is_hard: bool


class EstimateBook:
    """Runs in order of start, and what they say on any day."""

    def __init__(
        self,
        activities: Iterable[Activity],
        *,
        features: Mapping[int, TrackFeatures],
        athlete: Athlete,
    ) -> None:
        """Take every activity; other sports, and runs that do not count, are passed over."""
        self._athlete = athlete
        self._runs = sorted(
            (_run(a, features.get(a.activity_id)) for a in activities if _counts(a)),
            key=lambda run: run.day,
        )
        self._days = [run.day for run in self._runs]
        self._known: dict[date, Estimates] = {}

    def on(self, day: date) -> Estimates:
        """Return what is known on a day; runs after it are not looked at."""
        if day not in self._known:
            self._known[day] = self._estimated(day)
        return self._known[day]

    def _estimated(self, day: date) -> Estimates:
        easy_runs, basis = self._easy_runs(day)
        easy_mps = median(run.speed_mps for run in easy_runs) if easy_runs else None
        cadences = [run.cadence_spm for run in easy_runs if run.cadence_spm is not None]
        entered_mps = self._athlete.easy_speed_mps
        threshold_mps, threshold_basis = self._threshold(day)
        return Estimates(
            easy_speed_mps=entered_mps or easy_mps,
            easy_basis=Basis.ENTERED if entered_mps else basis,
            easy_cadence_spm=median(cadences) if len(cadences) >= FEWEST_EASY_RUNS else None,
            threshold_speed_mps=threshold_mps,
            threshold_basis=threshold_basis,
        )

    def _easy_runs(self, day: date) -> tuple[Sequence[_Run], Basis | None]:
        recent = self._between(day, EASY_DAYS)
        rated = [run for run in recent if run.is_rated_easy]
        if len(rated) >= FEWEST_EASY_RUNS:
            return rated, Basis.RATED_EASY
        for days in (EASY_DAYS, THRESHOLD_DAYS):
            usual = [run for run in self._between(day, days) if not run.is_hard]
            if len(usual) >= FEWEST_EASY_RUNS:
                return usual, Basis.USUAL
        return (), None

    def _threshold(self, day: date) -> tuple[float | None, Basis | None]:
        if self._athlete.threshold_speed_mps:
            return self._athlete.threshold_speed_mps, Basis.ENTERED
        recent = self._between(day, THRESHOLD_DAYS)
        efforts = [run.hour_speed_mps for run in recent if run.hour_speed_mps is not None]
        if len(recent) < FEWEST_RUNS or not efforts:
            return None, None
        best = max(efforts)
        if best < LEAST_STANDOUT * median(run.speed_mps for run in recent):
            return None, None
        return best, Basis.BEST_EFFORT

    def _between(self, day: date, days: int) -> Sequence[_Run]:
        first = bisect_left(self._days, day - timedelta(days=days - 1))
        return self._runs[first : bisect_right(self._days, day)]


def _counts(activity: Activity) -> bool:
    return activity.is_run and is_left_out(activity) is None and bool(activity.moving_time_s)


def _run(activity: Activity, features: TrackFeatures | None) -> _Run:
    rpe = activity.session_rpe
    distance_m, time_s = activity.distance_m or 0.0, activity.moving_time_s or 1.0
    efforts = [(time_s, distance_m)]
    if features is not None:
        efforts.extend((effort.span_s, effort.distance_m) for effort in features.best_efforts)
    return _Run(
        day=activity.local_date,
        speed_mps=distance_m / time_s,
        cadence_spm=activity.average_cadence_spm,
        hour_speed_mps=max(
            (hour_speed_mps(m, s) for s, m in efforts if s >= SHORTEST_EFFORT_S), default=None
        ),
        is_rated_easy=activity.label is RunLabel.EASY
        or (rpe is not None and rpe <= EASY_SESSION_RPE),
        is_hard=activity.is_race
        or activity.label in HARD_LABELS
        or (rpe is not None and rpe >= HARD_SESSION_RPE),
    )


def hour_speed_mps(distance_m: float, time_s: float) -> float:
    """Return the speed of an hour that an effort of another length stands for.

    A twenty-minute effort counts for 94 % of its speed (our choice of Riegel's exponent).
    """
    return distance_m / time_s * (time_s / SECONDS_PER_HOUR) ** ENDURANCE_EXPONENT
