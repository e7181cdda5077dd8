from __future__ import annotations

from datetime import timedelta

from runadvisor.domain.athlete import Athlete
from runadvisor.training_load.workload import workload
from tests.builders import DAY_ONE, runs


def test_what_was_done_up_to_a_day_is_what_was_done_by_then() -> None:
    history = runs([(0, 5_000), (3, 6_000), (9, 7_000)])
    whole = workload(history, features={}, athlete=Athlete())
    day = DAY_ONE + timedelta(days=3)
    early = workload(history[:2], features={}, athlete=Athlete())
    assert whole.until(day).exposures == early.exposures
    assert len(whole.exposures) == 3
