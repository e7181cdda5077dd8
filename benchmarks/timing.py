"""Seconds and ratios, and the table they stand in."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    what: str
    measured: str
    goal: str


def quickest(
    works: list[Callable[[], object]],
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
) -> list[float]:
    """Return the quickest round of each work, the works taken in turn."""
    took = [[seconds(work, clock) for work in works] for _ in range(rounds)]
    return [min(column) for column in zip(*took, strict=True)]


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Return how long a work takes once."""
    start = clock()
    work()
    return clock() - start
