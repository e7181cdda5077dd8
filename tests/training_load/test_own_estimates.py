from __future__ import annotations

from datetime import timedelta

import pytest

from runadvisor.domain.athlete import Athlete
from runadvisor.training_load.estimates import Basis
from runadvisor.training_load.own_estimates import own_estimates
from runadvisor.training_load.workload import workload
from tests.builders import DAY_ONE, activity

HISTORY = [
    activity(
        DAY_ONE + timedelta(days=n), number=n, moving_time_s=4000.0, max_heart_rate_bpm=180.0 + n
    )
    for n in range(8)
]
ENTERED = Athlete(
    easy_speed_mps=9.0, threshold_speed_mps=9.5, resting_heart_rate_bpm=50.0,
    threshold_heart_rate_bpm=100.0,
)  # fmt: skip


def test_what_was_entered_does_not_hide_what_the_history_says() -> None:
    day = DAY_ONE + timedelta(days=9)
    own = own_estimates(HISTORY, features={}, athlete=ENTERED, as_of=day)
    assert own.speeds.easy_speed_mps == pytest.approx(2.5)
    assert own.speeds.easy_basis is Basis.USUAL
    assert own.heart_rate.max_bpm == 186
    assert own.heart_rate.threshold_bpm == pytest.approx(50 + 0.83 * 136)
    assert own.critical_speed is None


def test_a_workload_up_to_a_day_holds_nothing_after_it() -> None:
    done = workload(HISTORY, features={}, athlete=Athlete())
    day = DAY_ONE + timedelta(days=3)
    then = workload(HISTORY[:4], features={}, athlete=Athlete())
    assert done.until(day).exposures == then.exposures
    assert done.until(day).loads.activities == then.loads.activities
