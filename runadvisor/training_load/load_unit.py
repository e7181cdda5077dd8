"""One unit for all sessions of a window: which, and how the others were put on its scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from runadvisor.training_load.session_load import LoadMethod

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from numpy.typing import NDArray

    from runadvisor.training_load.session_loads import SessionLoads

    Floats = NDArray[np.float64]

WINDOW_DAYS = 28
LEAST_DIRECT_SHARE = 0.5
"""A method that covers less than half of the window is not its unit (our choice)."""
FEWEST_PAIRS = 8
"""Sessions with both methods before one is put on the other's scale (our choice)."""
LATEST_PAIRS = 40
"""The scale follows the athlete: the median of so many latest pairs (our choice)."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A method that would have been rather had, and why it does not serve."""

    method: LoadMethod
    sessions: int
    """Of the window's, that have it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class UnitLoads:
    """Loads in one unit; never two units in one series."""

    method: LoadMethod
    values: Floats
    """AU per session, in their order; NaN for one that no method can reckon."""
    sessions: int
    """In the window the unit was chosen by."""
    direct: int
    """Of them, those that have the method themselves."""
    converted: int
    """Of them, those put on its scale by the athlete's own sessions that have both."""
    passed_over: tuple[PassedOver, ...]
    """Methods some sessions of the window have, in the order they would have been taken."""


def in_one_unit(loads: SessionLoads, *, as_of: date) -> UnitLoads:
    """Return loads in the unit of the 28 days up to ``as_of``.

    The unit is the first method, in the order of ``LoadMethod``, that half of the
    window's sessions have and whose scale every other one can be put on. Minutes moved
    serve where no other method does: then nothing is on another scale.

    Without a session in the window the last 28 days that had one decide.
    """
    window = _window(loads.days, as_of.toordinal())
    can_count = np.isfinite(np.array(list(loads.by_method.values()))).any(axis=0) & window
    passed_over: list[PassedOver] = []
    for method in LoadMethod:
        direct = loads.by_method.get(method)
        has_it = 0 if direct is None else int((np.isfinite(direct) & window).sum())
        if has_it == 0:
            continue
        values = on_scale(loads, method)
        if has_it >= LEAST_DIRECT_SHARE * window.sum() and np.isfinite(values[can_count]).all():
            return _unit(method, values, window, has_it, passed_over)
        passed_over.append(PassedOver(method, has_it))
    minutes = loads.by_method[LoadMethod.MOVING_MINUTES]
    has_it = int((np.isfinite(minutes) & window).sum())
    return _unit(LoadMethod.MOVING_MINUTES, minutes, window, has_it, passed_over)


def _unit(
    method: LoadMethod,
    values: Floats,
    window: NDArray[np.bool_],
    direct: int,
    passed_over: Sequence[PassedOver],
) -> UnitLoads:
    return UnitLoads(
        method=method,
        values=values,
        sessions=int(window.sum()),
        direct=direct,
        converted=int((np.isfinite(values) & window).sum()) - direct,
        passed_over=tuple(p for p in passed_over if p.method is not method),
    )


def on_scale(loads: SessionLoads, method: LoadMethod) -> Floats:
    """Return every session in the unit of one method, as far as that can be had.

    A session without the method is put on its scale by another that it has: times the
    median of the ratios of the latest sessions up to its day that have both. Sessions
    before the first eight such pairs take the ratio of those eight. Runs are scaled by
    runs and other sports by other sports: a minute of yoga is no minute of running.
    """
    direct = loads.by_method[method]
    values = direct.copy()
    for other, theirs in loads.by_method.items():
        if other is method:
            continue
        for kind in (loads.is_run, ~loads.is_run):
            lacks = np.isnan(values) & np.isfinite(theirs) & kind
            if lacks.any():
                pairs = np.isfinite(direct) & np.isfinite(theirs) & (theirs > 0) & kind
                ratios = direct[pairs] / theirs[pairs]
                factors = _factors(loads.days[lacks], loads.days[pairs], ratios)
                values[lacks] = factors * theirs[lacks]
    return values


def _factors(days: NDArray[np.int64], pair_days: NDArray[np.int64], ratios: Floats) -> Floats:
    """Return the scale as known on each day; NaN while there are too few pairs."""
    if len(ratios) < FEWEST_PAIRS:
        return np.full(len(days), np.nan)
    latest = np.searchsorted(pair_days, days, side="right") - 1
    latest = np.maximum(latest, FEWEST_PAIRS - 1)
    # Sessions that lack a method are mostly old: the pairs after them are not asked for.
    asked = pd.Series(ratios[: latest.max(initial=0) + 1])
    medians = asked.rolling(LATEST_PAIRS, min_periods=FEWEST_PAIRS).median()
    return medians.to_numpy()[latest]


def _window(days: NDArray[np.int64], as_of: int) -> NDArray[np.bool_]:
    past = days[days <= as_of]
    last = int(past.max()) if len(past) else as_of
    end = as_of if as_of - last < WINDOW_DAYS else last
    return (days > end - WINDOW_DAYS) & (days <= end)
