"""Which runs were hard, and by what (rules.md 25; the edges are our choice)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.units import METRES_PER_KILOMETRE
from runadvisor.training_load.columns import column
from runadvisor.training_load.estimates import HARD_LABELS
from runadvisor.training_load.rest_days import HARD_SESSION_RPE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.athlete import Athlete
    from runadvisor.training_load.estimates import Estimates
    from runadvisor.training_load.run_table import RunTable

HARD_THRESHOLD_S = 1200
"""In all, not in one piece."""
HARD_DESCENT_M = 300.0
HARD_DESCENT_M_PER_KM = 40.0


class HardReason(StrEnum):
    """What made a run hard."""

    RACE = "race"
    RATED_HARD = "rated-hard"
    LABELLED_HARD = "labelled-hard"
    THRESHOLD_SPEED = "threshold-speed"
    THRESHOLD_HEART_RATE = "threshold-heart-rate"
    SPIKE = "spike"
    DESCENT = "descent"


def hard_reasons(
    table: RunTable,
    estimates: Sequence[Estimates],
    *,
    athlete: Athlete,
    spiking_ids: Collection[int],
) -> tuple[tuple[HardReason, ...], ...]:
    """Return why each run of a table was hard; nothing where it was not.

    A test that lacks what it needs is passed over: without a threshold speed no run is
    hard by its speed, and a heart rate is measured only against a threshold that the
    athlete entered.

    Args:
        table: The runs.
        estimates: What was known of the athlete on the day of each run.
        athlete: For the threshold heart rate, and the runs whose heart rate is wrong.
        spiking_ids: Activities of sessions that are spikes at watch or above.
    """
    at_speed_s = threshold_seconds(table, estimates)
    at_heart_rate_s = _threshold_heart_rate_seconds(table, athlete)
    return tuple(
        _reasons(
            run,
            at_speed_s=float(at_speed_s[number]),
            at_heart_rate_s=float(at_heart_rate_s[number]),
            is_spike=run.activity_id in spiking_ids,
        )
        for number, run in enumerate(table.activities)
    )


def threshold_seconds(table: RunTable, estimates: Sequence[Estimates]) -> NDArray[np.float64]:
    """Return the seconds of each run at or above threshold speed, hills counted by their cost.

    NaN where no threshold is known.
    """
    threshold = column([known.threshold_speed_mps for known in estimates])
    is_fast = table.grade_adjusted_speed_mps() >= table.spread(threshold)
    return np.where(np.isnan(threshold), np.nan, table.sums(table.seconds * is_fast))


def _threshold_heart_rate_seconds(table: RunTable, athlete: Athlete) -> NDArray[np.float64]:
    threshold_bpm = athlete.threshold_heart_rate_bpm
    if threshold_bpm is None or athlete.takes_heart_rate_medicine:
        return np.zeros(len(table.activities))
    above_s = table.sums(table.seconds * (table.heart_rate_bpm >= threshold_bpm))
    is_wrong = [run.ignores_heart_rate for run in table.activities]
    return np.where(is_wrong, 0.0, above_s)


def _reasons(
    run: Activity, *, at_speed_s: float, at_heart_rate_s: float, is_spike: bool
) -> tuple[HardReason, ...]:
    fell_m = run.elevation_loss_m or 0.0
    way_km = (run.distance_m or 0.0) / METRES_PER_KILOMETRE
    found = {
        HardReason.RACE: run.is_race,
        HardReason.RATED_HARD: (run.session_rpe or 0.0) >= HARD_SESSION_RPE,
        HardReason.LABELLED_HARD: run.label in HARD_LABELS,
        HardReason.THRESHOLD_SPEED: at_speed_s >= HARD_THRESHOLD_S,
        HardReason.THRESHOLD_HEART_RATE: at_heart_rate_s >= HARD_THRESHOLD_S,
        HardReason.SPIKE: is_spike,
        HardReason.DESCENT: fell_m >= HARD_DESCENT_M and fell_m >= HARD_DESCENT_M_PER_KM * way_km,
    }
    return tuple(reason for reason, is_so in found.items() if is_so)
