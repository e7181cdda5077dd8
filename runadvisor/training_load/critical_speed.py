"""Critical speed: the line through the best efforts of 3 to 20 minutes, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.training_load.estimates import THRESHOLD_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.track_features import BestEffort, TrackFeatures

FIT_SPANS_S = (180, 300, 600, 1200)
FEWEST_EFFORTS = 3
LARGEST_ERROR_SHARE = 0.05
"""Of the speed: a line that fits worse than that says nothing (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriticalSpeed:
    """A straight line: distance = speed × time + reserve.

    Its speed lies a little above what can be held for an hour. It is as good as the
    efforts: who never ran hard for 3 to 20 minutes gets too low a number.
    """

    speed_mps: float
    standard_error_mps: float
    """Of the fit alone; how hard the athlete tried is not in it."""
    reserve_m: float
    efforts: tuple[BestEffort, ...]
    since: date
    """First day of the 90 that were looked at."""


def critical_speed(
    activities: Iterable[Activity], *, features: Mapping[int, TrackFeatures], as_of: date
) -> CriticalSpeed | None:
    """Return the critical speed of the 90 days up to ``as_of``.

    ``None`` where fewer than three spans were run, where the line has no sense (a
    negative reserve), or fits to no better than 5 %.

    Source:
        own_choice; the two-parameter model of critical power applied to speed
    """
    since = as_of - timedelta(days=THRESHOLD_DAYS - 1)
    best: dict[int, BestEffort] = {}
    for activity in activities:
        own = features.get(activity.activity_id)
        if own is None or not activity.is_run or not since <= activity.local_date <= as_of:
            continue
        for effort in own.best_efforts:
            known = best.get(effort.span_s)
            if known is None or effort.distance_m > known.distance_m:
                best[effort.span_s] = effort
    efforts = tuple(best[span_s] for span_s in FIT_SPANS_S if span_s in best)
    if len(efforts) < FEWEST_EFFORTS:
        return None
    seconds = np.array([effort.span_s for effort in efforts], dtype=np.float64)
    metres = np.array([effort.distance_m for effort in efforts], dtype=np.float64)
    spread = seconds - seconds.mean()
    speed = float(spread @ metres / (spread @ spread))
    reserve = float(metres.mean() - speed * seconds.mean())
    missed = metres - speed * seconds - reserve
    error = float(np.sqrt(missed @ missed / (len(efforts) - 2) / (spread @ spread)))
    if reserve < 0 or error > LARGEST_ERROR_SHARE * speed:
        return None
    return CriticalSpeed(
        speed_mps=speed,
        standard_error_mps=error,
        reserve_m=reserve,
        efforts=efforts,
        since=since,
    )
