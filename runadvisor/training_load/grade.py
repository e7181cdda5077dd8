"""What a slope costs: speeds on hills put beside speeds on the flat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEEPEST_GRADE = 0.45
"""The slopes that were measured end here; steeper ones are taken as this one."""
_COST = (155.4, -30.4, -43.3, 46.3, 19.5, 3.6)
"""Coefficients of the fifth to the zeroth power of the slope, J per kg and m."""


def running_cost_j_per_kg_m(grade: NDArray[np.floating]) -> NDArray[np.floating]:
    """Return the energy of running a metre up or down a slope, in J per kg and m.

    It is energy, not strain: a descent is cheap for the heart and dear for the knee.

    Args:
        grade: Rise over way; taken as ±0.45 beyond that.

    Source:
        minetti2002 in resources/catalog/bibliography.toml
    """
    slope = np.clip(grade, -STEEPEST_GRADE, STEEPEST_GRADE)
    cost = np.full_like(slope, _COST[0])
    for coefficient in _COST[1:]:
        cost = cost * slope + coefficient
    return cost


def grade_factor(grade: NDArray[np.floating]) -> NDArray[np.floating]:
    """Return the cost of a slope over the cost of the flat; 1 where the slope is unknown.

    Speed times this is the grade-adjusted speed: the speed on the flat of the same cost.
    """
    factor = running_cost_j_per_kg_m(grade) / _COST[-1]
    return np.where(np.isnan(factor), 1.0, factor)
