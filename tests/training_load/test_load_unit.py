from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from runadvisor.domain.activity import Sport
from runadvisor.domain.athlete import Athlete
from runadvisor.training_load.load_unit import PassedOver, UnitLoads, in_one_unit
from runadvisor.training_load.session_load import LoadMethod
from runadvisor.training_load.session_loads import session_loads
from tests.builders import DAY_ONE, activity

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity

RPE, MINUTES = LoadMethod.SESSION_RPE, LoadMethod.MOVING_MINUTES


def _unit(history: list[Activity], *, as_of: int) -> UnitLoads:
    loads = session_loads(history, features={}, athlete=Athlete())
    return in_one_unit(loads, as_of=DAY_ONE + timedelta(days=as_of))


def _run(offset: int, **fields: Any) -> Activity:
    return activity(DAY_ONE + timedelta(days=offset), number=offset + 1, **fields)


def test_where_every_session_is_rated_the_unit_is_session_rpe() -> None:
    unit = _unit([_run(n * 2, session_rpe=4.0) for n in range(10)], as_of=20)
    assert (unit.method, unit.direct, unit.converted) == (RPE, 10, 0)
    assert unit.values.tolist() == [240.0] * 10


def test_a_session_without_the_method_is_put_on_its_scale_by_the_runners_own() -> None:
    rated = [_run(n, session_rpe=4.0) for n in range(8)]
    unit = _unit([*rated, _run(8, moving_time_s=1800.0)], as_of=9)
    assert (unit.method, unit.direct, unit.converted) == (RPE, 8, 1)
    assert unit.values[-1] == pytest.approx(30 * 4)


def test_with_too_few_pairs_the_window_falls_back_to_what_covers_it_and_says_so() -> None:
    bare = [_run(n) for n in range(6)]
    unit = _unit([*bare, *[_run(n, session_rpe=4.0) for n in range(6, 13)]], as_of=13)
    assert unit.method is LoadMethod.PACE_ZONES
    assert unit.passed_over == (PassedOver(RPE, 7),)


def test_a_method_that_few_sessions_have_is_not_the_unit_however_many_pairs_there_were() -> None:
    rated = [_run(n, session_rpe=4.0) for n in range(30)]
    bare = [_run(n) for n in range(30, 60)]
    assert _unit([*rated, *bare], as_of=59).passed_over == ()
    mixed = [*rated, *bare[:-5], *[_run(n, session_rpe=4.0) for n in range(55, 60)]]
    assert _unit(mixed, as_of=59).passed_over == (PassedOver(RPE, 5),)


def test_sessions_before_the_first_pairs_take_the_ratio_of_those() -> None:
    old = [_run(n) for n in range(5)]
    rated = [_run(n, session_rpe=5.0) for n in range(10, 20)]
    unit = _unit([*old, *rated], as_of=20)
    assert unit.method is RPE
    assert unit.values.tolist() == [300.0] * 15


def test_the_scale_follows_the_athlete_and_never_looks_ahead() -> None:
    rated = [_run(n, session_rpe=3.0) for n in range(8)]
    bare = _run(8)
    later = [_run(n, session_rpe=9.0) for n in range(9, 60)]
    then, whole = _unit([*rated, bare], as_of=8), _unit([*rated, bare, *later], as_of=60)
    assert then.values[8] == whole.values[8] == 180
    last = _unit([*rated, *later, _run(61)], as_of=61)
    assert last.values[-1] == 540


def test_other_sports_are_scaled_by_other_sports_only() -> None:
    rated = [_run(n, session_rpe=4.0) for n in range(20)]
    yoga = [_run(n, sport=Sport.YOGA, distance_m=None, moving_time_s=3600.0) for n in (20, 21)]
    unit = _unit([*rated, *yoga], as_of=22)
    assert unit.method is MINUTES
    assert unit.passed_over[0] == PassedOver(RPE, 20)


def test_an_activity_no_method_can_reckon_is_no_reason_for_another_unit() -> None:
    lost = _run(9, distance_m=None, moving_time_s=None)
    unit = _unit([*[_run(n, session_rpe=4.0) for n in range(8)], lost], as_of=9)
    assert (unit.method, unit.sessions, unit.converted) == (RPE, 9, 0)
    assert np.isnan(unit.values[-1])


def test_without_a_session_in_28_days_the_last_28_that_had_one_decide() -> None:
    unit = _unit([_run(n, session_rpe=4.0) for n in range(8)], as_of=200)
    assert (unit.method, unit.sessions) == (RPE, 8)


def test_an_empty_history_is_measured_in_minutes() -> None:
    unit = _unit([], as_of=5)
    assert (unit.method, unit.sessions, len(unit.values)) == (MINUTES, 0, 0)
