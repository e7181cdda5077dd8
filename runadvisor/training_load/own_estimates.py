"""What the history would say of the athlete if nothing had been entered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runadvisor.training_load.critical_speed import CriticalSpeed, critical_speed
from runadvisor.training_load.estimates import EstimateBook, Estimates
from runadvisor.training_load.heart_rate_estimates import HeartRateBook, HeartRateEstimate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.track_features import TrackFeatures


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEstimates:
    """Estimates of one day, to be shown beside the fields they stand in for."""

    speeds: Estimates
    heart_rate: HeartRateEstimate
    critical_speed: CriticalSpeed | None


def own_estimates(
    activities: Sequence[Activity],
    *,
    features: Mapping[int, TrackFeatures],
    athlete: Athlete,
    as_of: date,
) -> OwnEstimates:
    """Return what the activities up to a day say; entered speeds and limits are passed over.

    A resting and a highest heart rate that were entered still stand for the threshold
    that follows from them.
    """
    bare = replace(athlete, easy_speed_mps=None, threshold_speed_mps=None)
    beats = replace(athlete, threshold_heart_rate_bpm=None)
    return OwnEstimates(
        speeds=EstimateBook(activities, features=features, athlete=bare).on(as_of),
        heart_rate=HeartRateBook(activities, features=features, athlete=beats).on(as_of),
        critical_speed=critical_speed(activities, features=features, as_of=as_of),
    )
