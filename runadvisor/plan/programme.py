"""A small integer programme, worded in yes and no; the only place that knows HiGHS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import highspy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Linear:
    """A sum of decisions: weight of each by its number, and a constant."""

    weights: Mapping[int, float]
    constant: float = 0.0

    def __add__(self, other: Linear) -> Linear:
        """Return the sum of two."""
        weights = dict(self.weights)
        for number, weight in other.weights.items():
            weights[number] = weights.get(number, 0.0) + weight
        return Linear(weights, self.constant + other.constant)

    def __neg__(self) -> Linear:
        """Return the opposite."""
        return Linear({n: -weight for n, weight in self.weights.items()}, -self.constant)

    @property
    def is_settled(self) -> bool:
        """Whether there is nothing in it to decide."""
        return not self.weights


def settled(value: float) -> Linear:
    """Return a sum in which nothing is left to decide."""
    return Linear({}, value)


def total(parts: Iterable[Linear]) -> Linear:
    """Return the sum of many."""
    result = settled(0)
    for part in parts:
        result += part
    return result


class Programme:
    """Decisions, what they must keep to, and what each is worth.

    One thread and a fixed seed: equal input gives equal output.
    """

    def __init__(self) -> None:
        """Start without a decision."""
        # highspy tells its types only in part.
        self._highs: Any = highspy.Highs()
        self._highs.silent()
        self._highs.setOptionValue("threads", 1)
        self._highs.setOptionValue("random_seed", 1)
        self._size = 0
        self._worth: dict[int, float] = {}
        self._solution: list[float] = []

    def yes_or_no(self) -> Linear:
        """Return a new decision, 1 or 0."""
        decision = self._column(most=1.0)
        self._highs.changeColIntegrality(self._size - 1, highspy.HighsVarType.kInteger)
        return decision

    def exactly(self, left: Linear, right: float) -> None:
        """Demand that a sum has a value."""
        self._row(left, right, right)

    def at_most(self, left: Linear, right: float) -> None:
        """Demand that a sum is not above a value."""
        self._row(left, -highspy.kHighsInf, right)

    def rather_at_most(self, left: Linear, right: float, *, cost: float) -> None:
        """Ask that a sum is not above a value; each one above it costs."""
        if left.is_settled:
            return  # nothing here to decide
        above = self._column(most=highspy.kHighsInf)
        self.at_most(left + -above, right)
        self.worth(above, -cost)

    def worth(self, what: Linear, value: float) -> None:
        """Say what one of these is worth."""
        for number, weight in what.weights.items():
            self._worth[number] = self._worth.get(number, 0.0) + value * weight

    def worth_together(self, one: Linear, other: Linear, value: float) -> None:
        """Say what two things are worth on the same side of yes; below 0 it is a cost."""
        if one.is_settled and other.is_settled:
            return
        both = self.yes_or_no()
        if value < 0:
            self.at_most(one + other + -both, 1)
        else:
            self.at_most(both + -one, 0)
            self.at_most(both + -other, 0)
        self.worth(both, value)

    def solve(self) -> None:
        """Decide everything so that the worth is greatest."""
        for number in range(self._size):
            self._highs.changeColCost(number, self._worth.get(number, 0.0))
        self._highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self._highs.run()
        self._solution = list(self._highs.getSolution().col_value)

    def is_yes(self, what: Linear) -> bool:
        """Return what was decided."""
        value = what.constant + sum(w * self._solution[n] for n, w in what.weights.items())
        return value > 0.5  # noqa: PLR2004 - a yes or no, as a float

    def _column(self, *, most: float) -> Linear:
        self._highs.addVar(0.0, most)
        self._size += 1
        return Linear({self._size - 1: 1.0})

    def _row(self, left: Linear, least: float, most: float) -> None:
        numbers, weights = list(left.weights), list(left.weights.values())
        self._highs.addRow(
            least - left.constant, most - left.constant, len(numbers), numbers, weights
        )
