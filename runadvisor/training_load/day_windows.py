"""Figures over the last so many days, for many days at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Days = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class DayWindows:
    """For each day asked, the entries of that day and of those before it, within a span."""

    _rows: NDArray[np.intp]
    _is_in: NDArray[np.bool_]

    @classmethod
    def over(cls, days: Days, *, asked: Days, span_days: int) -> DayWindows:
        """Return the windows of ``asked`` over entries that lie on ``days``.

        Args:
            days: Ordinals, never falling.
            asked: Ordinals, in any order.
            span_days: How many days, the one asked included.
        """
        first = np.searchsorted(days, asked - span_days + 1, side="left")
        last = np.searchsorted(days, asked, side="right")
        width = int((last - first).max(initial=0))
        rows = first[:, None] + np.arange(width)
        return cls(np.minimum(rows, max(len(days) - 1, 0)), rows < last[:, None])

    def ascending(self, values: Floats) -> tuple[Floats, NDArray[np.intp]]:
        """Return the known values of each window, lowest first, and how many there are."""
        if self._rows.size == 0:
            return np.full((len(self._rows), 1), np.nan), np.zeros(len(self._rows), dtype=np.intp)
        chosen = np.sort(np.where(self._is_in, values[self._rows], np.nan), axis=1)
        return chosen, np.isfinite(chosen).sum(axis=1)

    def median(self, values: Floats, *, fewest: int) -> Floats:
        """Return the median of the known values; NaN where there are fewer than ``fewest``."""
        ordered, count = self.ascending(values)
        low, high = (_pick(ordered, rank) for rank in ((count - 1) // 2, count // 2))
        return np.where(count >= fewest, (low + high) / 2, np.nan)

    def highest(self, values: Floats, *, rank: int = 1, fewest: int = 1) -> Floats:
        """Return the highest known value, or the one of a lower rank."""
        ordered, count = self.ascending(values)
        return np.where(count >= max(fewest, rank), _pick(ordered, count - rank), np.nan)

    def count(self, values: Floats) -> NDArray[np.intp]:
        """Return how many values are known."""
        return self.ascending(values)[1]


def _pick(ordered: Floats, rank: NDArray[np.intp]) -> Floats:
    inside = np.clip(rank, 0, ordered.shape[1] - 1)
    return np.take_along_axis(ordered, inside[:, None], axis=1)[:, 0]
