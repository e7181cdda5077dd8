"""Records -> columns of numbers and back: ``None`` is NaN."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray


def column(values: Sequence[float | None]) -> NDArray[np.float64]:
    """Return values as a column, NaN for ``None``."""
    # numpy reads None as NaN when it is told the type.
    return np.array(values, dtype=np.float64)


def optional(values: NDArray[np.float64]) -> list[float | None]:
    """Return a column as values, ``None`` for NaN."""
    return [None if value != value else value for value in values.tolist()]  # noqa: PLR0124 - NaN


def ordinals(days: Iterable[date]) -> NDArray[np.int64]:
    """Return days as whole numbers, one apart."""
    return np.fromiter(map(date.toordinal, days), dtype=np.int64)
