"""Acute and chronic load: how the last week stands to the last four.

Shown, never an alarm: in runners the ratio did not behave as in team sports
(frandsen2025, nakaoka2021 in resources/catalog/bibliography.toml).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

ACUTE_DAYS = 7
CHRONIC_DAYS = 28


def rolling_load(daily_load: pd.Series[float], *, span_days: int) -> pd.Series[float]:
    """Return the mean daily load of the last ``span_days`` days, today included.

    Args:
        daily_load: AU per calendar day, gap-free; a rest day is 0.
        span_days: 7 for acute, 28 for chronic (coupled: the 28 include the 7).

    Returns:
        AU per day, on the index of ``daily_load``; NaN until the span is full.

    Raises:
        ValueError: ``span_days`` is below 1.

    Source:
        williams2017 in resources/catalog/bibliography.toml
    """
    if span_days < 1:
        msg = "a span has at least one day"
        raise ValueError(msg)
    return daily_load.rolling(span_days).mean()
