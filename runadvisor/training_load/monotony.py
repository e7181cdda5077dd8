"""Monotony and strain: how alike the days of a week were."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

WINDOW_DAYS = 7
MONOTONY_CAP = 10.0
"""Seven equal days have no spread at all; the published tools cap there too."""


def monotony(daily_load: pd.Series[float]) -> pd.Series[float]:
    """Return mean ÷ population standard deviation of the last 7 daily loads.

    Args:
        daily_load: AU per calendar day, gap-free; a rest day is 0.

    Returns:
        A ratio on the index of ``daily_load``, at most 10; 0 for a week without
        load, NaN until 7 days are there.

    Source:
        foster1998 in resources/catalog/bibliography.toml
    """
    window = daily_load.rolling(WINDOW_DAYS)
    mean = window.mean()
    # A rolling sum leaves rounding dust where a week is flat: dust is no spread.
    spread = window.std(ddof=0).where(lambda sd: sd > mean * 1e-9, 0.0)
    ratio = (mean / spread).clip(upper=MONOTONY_CAP).where(mean > mean.abs().max() * 1e-12, 0.0)
    return ratio.where(mean.notna())


def strain(daily_load: pd.Series[float]) -> pd.Series[float]:
    """Return the load of the last 7 days times their monotony, in AU.

    Source:
        foster1998 in resources/catalog/bibliography.toml
    """
    return daily_load.rolling(WINDOW_DAYS).sum() * monotony(daily_load)
