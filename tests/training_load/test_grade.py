from __future__ import annotations

import numpy as np
import pytest

from runadvisor.training_load.grade import grade_factor, running_cost_j_per_kg_m

F22_GRADES = np.array([-0.2, -0.1, 0.0, 0.1, 0.2, 0.45])


def test_worked_example_f22_gives_the_cost_of_six_slopes() -> None:
    expected = [1.800, 2.152, 3.600, 5.968, 9.007, 19.426]
    assert running_cost_j_per_kg_m(F22_GRADES) == pytest.approx(expected, abs=0.0005)


def test_worked_example_f22_gives_the_factors_of_six_slopes() -> None:
    expected = [0.500, 0.598, 1.0, 1.658, 2.502, 5.396]
    assert grade_factor(F22_GRADES) == pytest.approx(expected, abs=0.0005)


def test_a_slope_steeper_than_any_that_was_measured_costs_what_the_steepest_does() -> None:
    costs = running_cost_j_per_kg_m(np.array([0.45, 0.9, -0.45, -0.9]))
    assert costs[0] == costs[1]
    assert costs[2] == costs[3]


def test_an_unknown_slope_is_taken_as_flat() -> None:
    assert grade_factor(np.array([np.nan]))[0] == 1
