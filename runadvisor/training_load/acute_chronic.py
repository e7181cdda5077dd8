"""Acute and chronic load: how the last week stands to the last four.

Shown, never an alarm: in runners the ratio did not behave as in team sports
(frandsen2025, nakaoka2021 in resources/catalog/bibliography.toml).

Days that are unknown (NaN) are no rest days: a mean is of the known days of its span, and
an average that forgets stands still over them.
"""

from __future__ import annotations

from enum import StrEnum
from math import exp

import numpy as np
import pandas as pd

from runadvisor.training_load.day_totals import last_windows
from runadvisor.training_load.rolling import on_last_days

ACUTE_DAYS = 7
CHRONIC_DAYS = 28
FITNESS_DAYS = 42
"""CTL; ATL has the acute days."""


class Averaging(StrEnum):
    """How days are averaged."""

    ROLLING = "rolling"
    """Every day of the span alike."""
    EWMA = "ewma"
    """The later the more: exponentially weighted."""


class Coupling(StrEnum):
    """Whether the chronic days include the acute ones."""

    COUPLED = "coupled"
    UNCOUPLED = "uncoupled"


class Decay(StrEnum):
    """What λ of an exponential average of N days is; tools differ, so it is always named."""

    SPAN = "2/(N+1)"
    """Ours everywhere."""
    INVERSE = "1/N"
    EXPONENTIAL = "1-e^(-1/N)"


def decay_rate(span_days: int, decay: Decay = Decay.SPAN) -> float:
    """Return λ, the weight of the latest day.

    Raises:
        ValueError: ``span_days`` is below 1.
    """
    _check(span_days)
    if decay is Decay.SPAN:
        return 2 / (span_days + 1)
    return 1 / span_days if decay is Decay.INVERSE else 1 - exp(-1 / span_days)


def rolling_load(daily_load: pd.Series[float], *, span_days: int) -> pd.Series[float]:
    """Return the mean daily load of the last ``span_days`` days, today included.

    Args:
        daily_load: AU per calendar day, gap-free; a rest day is 0, an unknown one NaN.
        span_days: 7 for acute, 28 for chronic (coupled: the 28 include the 7).

    Returns:
        AU per day, on the index of ``daily_load``; NaN until the span is full, and where
        none of its days is known.

    Raises:
        ValueError: ``span_days`` is below 1.

    Source:
        williams2017 in resources/catalog/bibliography.toml
    """
    _check(span_days)
    values = daily_load.to_numpy(dtype=np.float64)
    known = np.isfinite(values)
    ever_known = np.concatenate(([0], np.cumsum(known)))
    count = ever_known[span_days:] - ever_known[:-span_days]
    total = last_windows(np.where(known, values, 0.0), span_days).sum(axis=1)
    return on_last_days(
        np.divide(total, count, out=np.full(len(total), np.nan), where=count > 0), daily_load
    )


def ewma_load(
    daily_load: pd.Series[float], *, span_days: int, decay: Decay = Decay.SPAN
) -> pd.Series[float]:
    """Return the exponentially weighted load of each day; the first known day seeds it.

    Args:
        daily_load: AU per calendar day, gap-free; a rest day is 0, an unknown one NaN.
        span_days: N in λ = 2 ÷ (N + 1); 7 for acute, 28 for chronic.
        decay: Another convention of λ.

    Returns:
        AU per day, on the index of ``daily_load``; NaN before the first known day.

    Raises:
        ValueError: ``span_days`` is below 1.

    Source:
        williams2017 in resources/catalog/bibliography.toml
    """
    rate = decay_rate(span_days, decay)
    known = daily_load.dropna()
    return known.ewm(alpha=rate, adjust=False).mean().reindex(daily_load.index).ffill()


def training_effect(
    daily_load: pd.Series[float], *, span_days: int, decay: Decay = Decay.SPAN
) -> pd.Series[float]:
    """Return CTL (42 days) or ATL (7): an exponential average that begins at 0.

    A model of performance, not of injury (R25): shown, never judged. Arguments, returns
    and errors as in ``ewma_load``.
    """
    rate = decay_rate(span_days, decay)
    known = daily_load.dropna().to_numpy()
    begun = pd.Series(np.concatenate(([0.0], known))).ewm(alpha=rate, adjust=False).mean()
    values = pd.Series(begun.to_numpy()[1:], index=daily_load.dropna().index)
    return values.reindex(daily_load.index).ffill()


def rest_days_to_balance(ctl: float, atl: float) -> float:
    """Return the days of rest until ATL has fallen to CTL; 0 where it is not above it.

    Source:
        own_choice; the arithmetic of two exponential averages with λ = 2 ÷ (N + 1)
    """
    if atl <= ctl or ctl <= 0:
        return 0.0
    kept = [1 - decay_rate(days) for days in (ACUTE_DAYS, FITNESS_DAYS)]
    return float(np.log(ctl / atl) / np.log(kept[0] / kept[1]))


def acute_load(
    daily_load: pd.Series[float], *, averaging: Averaging = Averaging.ROLLING
) -> pd.Series[float]:
    """Return the load of the last 7 days, in AU per day."""
    if averaging is Averaging.EWMA:
        return ewma_load(daily_load, span_days=ACUTE_DAYS)
    return rolling_load(daily_load, span_days=ACUTE_DAYS)


def chronic_load(
    daily_load: pd.Series[float],
    *,
    averaging: Averaging = Averaging.ROLLING,
    coupling: Coupling = Coupling.COUPLED,
) -> pd.Series[float]:
    """Return the load of the last 28 days, in AU per day.

    Uncoupled, the 7 acute days are left out: rolling, the 21 days before them; an
    exponential average as it was 7 days ago.
    """
    is_coupled = coupling is Coupling.COUPLED
    if averaging is Averaging.EWMA:
        chronic = ewma_load(daily_load, span_days=CHRONIC_DAYS)
    else:
        days = CHRONIC_DAYS if is_coupled else CHRONIC_DAYS - ACUTE_DAYS
        chronic = rolling_load(daily_load, span_days=days)
    return chronic if is_coupled else chronic.shift(ACUTE_DAYS)


def acwr(acute: pd.Series[float], chronic: pd.Series[float]) -> pd.Series[float]:
    """Return acute ÷ chronic load of each day.

    Of the forms, rolling and uncoupled is what the study of runners is read as
    (rules.md 36).

    Returns:
        A ratio, on the index of ``acute``; NaN for the first 28 days, and where the
        chronic load is 0 or unknown; infinite against next to nothing.

    Source:
        williams2017 in resources/catalog/bibliography.toml
    """
    acute_au, chronic_au = acute.to_numpy(), chronic.to_numpy()
    unknown = np.full(len(acute), np.nan)
    with np.errstate(over="ignore"):
        ratio = np.divide(acute_au, chronic_au, out=unknown, where=chronic_au > 0)
    ratio[: CHRONIC_DAYS - 1] = np.nan
    return pd.Series(ratio, index=acute.index)


def _check(span_days: int) -> None:
    if span_days < 1:
        msg = "a span has at least one day"
        raise ValueError(msg)
