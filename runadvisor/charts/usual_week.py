"""What a usual week of this runner holds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, cast

from runadvisor.charts.week_measure import WORDS, WeekMeasure
from runadvisor.domain.calendar import DAYS_PER_WEEK, ONE_DAY
from runadvisor.wording import distance_unit, number, unit_metres

if TYPE_CHECKING:
    import pandas as pd

    from runadvisor.training_load.load_series import LoadSeries

_WEEKS = 26
_FEWEST_WEEKS = 8
_LOW, _HIGH = 0.10, 0.90


def usual_week_m(load: LoadSeries) -> tuple[float, float] | None:
    """Return the metres between which eight of ten weeks lie; see ``usual_week``."""
    return usual_week(load, "distance_m")


def usual_week(load: LoadSeries, column: str) -> tuple[float, float] | None:
    """Return between what eight of ten weeks lie, in the unit of a column of the weeks.

    Complete weeks with a run, of the last 26; ``None`` with fewer than eight of
    them. Both numbers are our own choice: they describe, no rule uses them.
    """
    if load.is_empty:
        return None
    end = load.as_of + ONE_DAY
    weekly = load.weekly[column]
    starts = cast("pd.DatetimeIndex", weekly.index).date
    complete = weekly[
        (starts + timedelta(days=DAYS_PER_WEEK) <= end)
        & (starts >= end - timedelta(weeks=_WEEKS + 1))
        & (weekly > 0).to_numpy()
    ]
    if len(complete) < _FEWEST_WEEKS:
        return None
    return float(complete.quantile(_LOW)), float(complete.quantile(_HIGH))


def usual_week_words(usual_m: tuple[float, float]) -> str:
    """Return ``26–34 km``, whole kilometres."""
    low, high = (number(metres / unit_metres()) for metres in usual_m)
    return f"{low if low == high else f'{low}–{high}'} {distance_unit()}"


def usual_words(usual: tuple[float, float], measure: WeekMeasure) -> str:
    """Return ``26–34 km``, ``2 h 40–3 h 30`` or ``180–240``."""
    if measure is WeekMeasure.DISTANCE:
        return usual_week_words(usual)
    low, high = (WORDS[measure](amount) for amount in usual)
    return low if low == high else f"{low}–{high}"
