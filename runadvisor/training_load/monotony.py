"""Monotony and strain: how alike the days of a week were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from runadvisor.training_load.rolling import last_days, on_last_days

if TYPE_CHECKING:
    import pandas as pd

WINDOW_DAYS = 7
MONOTONY_CAP = 10.0
"""Seven equal days have no spread at all; the published tools cap there too."""
FLAT_SHARE = 1e-12
STRAIN_WEEKS = 12
"""No number is high strain for everybody: each week is set against so many of one's own."""


def monotony(daily_load: pd.Series[float]) -> pd.Series[float]:
    """Return mean ÷ population standard deviation of the last 7 daily loads.

    Args:
        daily_load: AU per calendar day, gap-free; a rest day is 0, an unknown one NaN.

    Returns:
        A ratio on the index of ``daily_load``, at most 10; 0 for a week without
        load, NaN until 7 known days are there.

    Source:
        foster1998 in resources/catalog/bibliography.toml
    """
    week = last_days(daily_load, WINDOW_DAYS)
    mean, spread = week.mean(axis=1), week.std(axis=1)
    # Seven equal fractions may leave a spread in the last digit.
    is_flat = spread <= mean * FLAT_SHARE
    ratio = np.divide(mean, spread, out=np.full(len(mean), MONOTONY_CAP), where=~is_flat)
    ratio = np.where(mean == 0, 0.0, np.minimum(ratio, MONOTONY_CAP))
    return on_last_days(ratio, daily_load)


def strain(daily_load: pd.Series[float]) -> pd.Series[float]:
    """Return the load of the last 7 days times their monotony, in AU.

    Source:
        foster1998 in resources/catalog/bibliography.toml
    """
    weeks = on_last_days(last_days(daily_load, WINDOW_DAYS).sum(axis=1), daily_load)
    return weeks * monotony(daily_load)


def strain_before(daily_strain: pd.Series[float]) -> pd.Series[float]:
    """Return the highest strain of the 12 weeks before the last 7 days, week by week back.

    Returns:
        AU, on the index of ``daily_strain``; NaN until 12 weeks before it are there
        (rules.md 30).
    """
    span = last_days(daily_strain, WINDOW_DAYS * STRAIN_WEEKS + 1)
    return on_last_days(span[:, : -WINDOW_DAYS + 1 : WINDOW_DAYS].max(axis=1), daily_strain)
