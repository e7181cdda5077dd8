"""The best speed of the year: what a sprint after a pause is held against."""

from __future__ import annotations

from runadvisor.warning.rules.fast_running import TOP_SPEED_DAYS, _best_mps


def test_a_speed_is_the_best_of_its_year_and_of_no_later_one() -> None:
    days = [0, 100, TOP_SPEED_DAYS, TOP_SPEED_DAYS + 1]
    assert list(_best_mps(days, [5.0, 4.0, 3.0, 3.0])) == [5.0, 5.0, 5.0, 4.0]
