"""The last so many days of each day, side by side.

A sum that adds the new day and takes the old one off again gathers rounding dust, and its
last digits depend on how long ago it began. Here each day's sum is of its own days alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from runadvisor.training_load.day_totals import last_windows

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]


def last_days(daily: pd.Series[float], span_days: int) -> Floats:
    """Return a row per day from the first whole span on: that day and those before it."""
    return last_windows(daily.to_numpy(dtype=np.float64), span_days)


def on_last_days(values: Floats, daily: pd.Series[float]) -> pd.Series[float]:
    """Return one value per whole span on the index of the days; NaN before the first."""
    import pandas as pd  # noqa: PLC0415 - the rules have a use for this package without it

    begin = np.full(len(daily) - len(values), np.nan)
    return pd.Series(np.concatenate((begin, values)), index=daily.index)
