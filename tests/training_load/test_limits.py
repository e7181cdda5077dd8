from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runadvisor.training_load.limits import LimitLedger
from runadvisor.training_load.runs import RunSession, run_sessions
from runadvisor.training_load.spikes import is_spike
from tests.builders import DAY_ONE, runs
from tests.strategies import honest_histories

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity
    from runadvisor.training_load.limits import SpikeLimit


def _ledger(*pairs: tuple[int, float]) -> LimitLedger:
    return LimitLedger(run_sessions(runs(pairs)))


def _limit(ledger: LimitLedger, offset: int) -> SpikeLimit:
    return ledger.limit(DAY_ONE + timedelta(days=offset))


def test_mara_may_run_15_4_km_for_two_weeks_and_16_9_after_them() -> None:
    ledger = _ledger((0, 14_000), (21, 17_400))
    held = _limit(ledger, 22)
    assert (held.limit_m, held.held_until) == (15_400, DAY_ONE + timedelta(days=35))
    assert _limit(ledger, 35).limit_m == 15_400
    assert (_limit(ledger, 36).limit_m, _limit(ledger, 36).held_until) == (16_900, None)


def test_a_very_long_run_lifts_the_next_limit_only_by_its_accepted_length() -> None:
    ledger = _ledger((0, 15_000), (7, 31_000))
    assert ledger.accepted_m == (15_000, 16_500)
    assert _limit(ledger, 22).limit_m == 18_100


def test_a_first_run_after_30_days_off_counts_for_at_most_5_km() -> None:
    ledger = _ledger((0, 20_000), (40, 12_000))
    assert ledger.accepted_m == (20_000, 5_000)


def test_with_earlier_runs_but_none_in_30_days_the_limit_is_5_km() -> None:
    assert _limit(_ledger((0, 20_000)), 40).limit_m == 5_000


def test_two_runs_on_the_first_day_both_count_in_full() -> None:
    sessions = [
        RunSession(date=DAY_ONE, distance_m=metres, activity_ids=()) for metres in (10_000, 8_000)
    ]
    assert LimitLedger(sessions).accepted_m == (10_000, 8_000)


def test_before_the_first_run_there_is_no_limit() -> None:
    assert LimitLedger().limit(DAY_ONE).limit_m is None
    assert _limit(_ledger((3, 10_000)), 3).limit_m is None


def test_a_hold_that_is_above_the_free_limit_holds_nothing() -> None:
    ledger = _ledger((0, 14_000), (21, 17_400))
    far = _limit(ledger, 36)
    assert far.held_until is None


def test_a_copy_of_a_ledger_goes_its_own_way() -> None:
    ledger = _ledger((0, 14_000))
    other = ledger.copy()
    (later,) = run_sessions(runs([(21, 17_400)]))
    other.enter(later)
    assert ledger.accepted_m == (14_000,)
    assert _limit(ledger, 22).held_until is None
    assert other.accepted_m == _ledger((0, 14_000), (21, 17_400)).accepted_m
    assert _limit(other, 22) == _limit(_ledger((0, 14_000), (21, 17_400)), 22)


def test_sessions_are_entered_in_order() -> None:
    ledger = _ledger((3, 10_000))
    with pytest.raises(ValueError, match="in order"):
        ledger.enter(RunSession(date=DAY_ONE, distance_m=1_000, activity_ids=()))


@given(honest_histories(), st.integers(min_value=1, max_value=25))
def test_the_limit_run_as_offered_is_no_spike_and_100_m_more_is(
    history: list[Activity], wait: int
) -> None:
    sessions = run_sessions(history)
    day = sessions[-1].date + timedelta(days=wait)
    limit_m = LimitLedger(sessions).limit(day).limit_m
    longest_m = max(s.distance_m for s in sessions if s.date >= day - timedelta(days=30))
    assert limit_m is not None
    assert not is_spike(limit_m, longest_m)
    assert is_spike(limit_m + 100, longest_m)
