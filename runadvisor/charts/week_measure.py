"""What the bars of a week are counted in: kilometres, hours, or load."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.text import N_
from runadvisor.domain.units import SECONDS_PER_HOUR
from runadvisor.wording import distance, minutes, number, unit_metres

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.advisor import Advice


class WeekMeasure(StrEnum):
    """What a run adds to the bar of its week."""

    DISTANCE = "distance"
    TIME = "time"
    EFFORT = "effort"


TITLES = {
    WeekMeasure.DISTANCE: N_("Kilometres per week"),
    WeekMeasure.TIME: N_("Hours of running per week"),
    WeekMeasure.EFFORT: N_("Running load per week"),
}
WEEKLY_COLUMNS = {
    WeekMeasure.DISTANCE: "distance_m",
    WeekMeasure.TIME: "moving_time_s",
    WeekMeasure.EFFORT: "running_load",
}
"""Of the load series' weeks."""
COLUMN_NAMES = {
    WeekMeasure.DISTANCE: "distance_m",
    WeekMeasure.TIME: "moving_time_s",
    WeekMeasure.EFFORT: "running_load",
}
"""In a file of rows."""
WORDS = {
    WeekMeasure.DISTANCE: distance,
    WeekMeasure.TIME: minutes,
    WeekMeasure.EFFORT: number,
}


def run_values(advice: Advice, measure: WeekMeasure) -> Mapping[int, float]:
    """Return activity id -> metres, seconds or AU of every run that has them."""
    runs = [activity for activity in advice.activities if activity.is_run]
    if measure is WeekMeasure.EFFORT:
        loads = advice.load.running
        ids = [a.activity_id for a in advice.work.loads.activities if a.is_run]
        return {
            key: float(value)
            for key, value in zip(ids, loads.values, strict=True)
            if np.isfinite(value) and value > 0
        }
    found = (
        (run.activity_id, run.distance_m if measure is WeekMeasure.DISTANCE else run.moving_time_s)
        for run in runs
    )
    return {key: value for key, value in found if value}


def per_tick(measure: WeekMeasure) -> float:
    """Return how much of what is summed up (metres, seconds, AU) is one unit of the axis."""
    if measure is WeekMeasure.DISTANCE:
        return unit_metres()
    return float(SECONDS_PER_HOUR) if measure is WeekMeasure.TIME else 1.0
