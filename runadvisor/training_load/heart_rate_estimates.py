"""Heart-rate limits of the athlete on a day: entered, or from that day and those before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.training_load.columns import column, optional, ordinals
from runadvisor.training_load.day_windows import DayWindows
from runadvisor.training_load.heart_rate_load import HeartRateLimits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.track_features import TrackFeatures

MAX_DAYS = 365
FEWEST_PEAKS = 5
ASSUMED_RESTING_BPM = 60.0
"""No activity shows a heart at rest: a round number until one is entered (our choice)."""
ASSUMED_THRESHOLD_RESERVE = 0.83
"""Share of the reserve at threshold where none is entered (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartRateEstimate:
    """Limits as known on a day, and which of them the athlete entered."""

    resting_bpm: float
    resting_is_entered: bool
    max_bpm: float | None
    max_is_entered: bool
    threshold_bpm: float | None
    threshold_is_entered: bool

    @property
    def limits(self) -> HeartRateLimits | None:
        """What heart rates are measured against; ``None`` while the highest is unknown."""
        if self.max_bpm is None or self.max_bpm <= self.resting_bpm:
            return None
        return HeartRateLimits(resting_bpm=self.resting_bpm, max_bpm=self.max_bpm)


class HeartRateBook:
    """The peaks of every activity with a heart rate, and the limits they tell on any day."""

    def __init__(
        self,
        activities: Iterable[Activity],
        *,
        features: Mapping[int, TrackFeatures],
        athlete: Athlete,
    ) -> None:
        """Take every activity; those whose heart rate is known to be wrong are passed over."""
        self._athlete = athlete
        peaks = sorted(
            (activity.local_date, peak)
            for activity in activities
            if not activity.ignores_heart_rate
            and (peak := _peak_bpm(activity, features.get(activity.activity_id))) is not None
        )
        self._days = ordinals(day for day, _ in peaks)
        self._peaks = column([peak for _, peak in peaks])

    def on(self, day: date) -> HeartRateEstimate:
        """Return the limits as known on a day; activities after it are not looked at."""
        return self.on_days([day])[0]

    def on_days(self, days: Sequence[date]) -> list[HeartRateEstimate]:
        """Return the limits as known on each of many days."""
        asked, place = np.unique(ordinals(days), return_inverse=True)
        year = DayWindows.over(self._days, asked=asked, span_days=MAX_DAYS)
        # The very highest is often a strap that slipped.
        peaks = year.highest(self._peaks, rank=2, fewest=FEWEST_PEAKS)
        known = [self._estimate(peak) for peak in optional(peaks)]
        return [known[row] for row in place]

    def _estimate(self, peak_bpm: float | None) -> HeartRateEstimate:
        own = self._athlete
        resting_bpm = own.resting_heart_rate_bpm or ASSUMED_RESTING_BPM
        max_bpm = own.max_heart_rate_bpm or peak_bpm
        threshold_bpm = own.threshold_heart_rate_bpm
        if threshold_bpm is None and max_bpm is not None:
            threshold_bpm = resting_bpm + ASSUMED_THRESHOLD_RESERVE * (max_bpm - resting_bpm)
        return HeartRateEstimate(
            resting_bpm=resting_bpm,
            resting_is_entered=own.resting_heart_rate_bpm is not None,
            max_bpm=max_bpm,
            max_is_entered=own.max_heart_rate_bpm is not None,
            threshold_bpm=threshold_bpm,
            threshold_is_entered=own.threshold_heart_rate_bpm is not None,
        )


def _peak_bpm(activity: Activity, features: TrackFeatures | None) -> float | None:
    if features is not None and features.peak_heart_rate_bpm is not None:
        return features.peak_heart_rate_bpm
    return activity.max_heart_rate_bpm
