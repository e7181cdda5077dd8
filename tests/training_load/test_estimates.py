from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor.domain.activity import RunLabel, Sport
from runadvisor.domain.athlete import Athlete
from runadvisor.training_load.estimates import Basis, EstimateBook, Estimates, hour_speed_mps
from tests.builders import DAY_ONE, activity
from tests.strategies import histories
from tests.tracks import features

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity

EASY_MPS = 2.5


def _run(offset: int, speed_mps: float = EASY_MPS, *, km: float = 6, **fields: Any) -> Activity:
    return activity(
        DAY_ONE + timedelta(days=offset),
        km * 1000,
        number=offset + 1,
        moving_time_s=km * 1000 / speed_mps,
        **fields,
    )


def _on(activities: list[Activity], offset: int, **athlete: Any) -> Estimates:
    book = EstimateBook(activities, features={}, athlete=Athlete(**athlete))
    return book.on(DAY_ONE + timedelta(days=offset))


def test_four_runs_rated_easy_in_28_days_tell_easy_speed_and_cadence() -> None:
    easy = [
        _run(n * 3, 2.4 + n / 10, session_rpe=3.0, average_cadence_spm=160.0 + n) for n in range(4)
    ]
    hard = [_run(1 + n * 3, 4.0, session_rpe=8.0, average_cadence_spm=180.0) for n in range(4)]
    known = _on([*easy, *hard], 12)
    assert (known.easy_speed_mps, known.easy_basis) == (pytest.approx(2.55), Basis.RATED_EASY)
    assert known.easy_cadence_spm == pytest.approx(161.5)


def test_a_label_says_easy_as_well_as_a_rating() -> None:
    labelled = [_run(n, label=RunLabel.EASY) for n in range(4)]
    assert _on(labelled, 4).easy_basis is Basis.RATED_EASY


def test_without_ratings_the_runs_nobody_called_hard_are_usual() -> None:
    usual = [_run(n) for n in range(4)]
    hard = [_run(5, 4.5, is_race=True), _run(6, 4.4, label=RunLabel.TEMPO)]
    known = _on([*usual, *hard], 7)
    assert (known.easy_speed_mps, known.easy_basis) == (pytest.approx(EASY_MPS), Basis.USUAL)


def test_after_a_quiet_month_the_90_days_before_are_asked() -> None:
    assert _on([_run(n) for n in range(4)], 60).easy_basis is Basis.USUAL
    assert _on([_run(n) for n in range(4)], 100).easy_basis is None


def test_three_runs_are_too_few_for_an_easy_speed() -> None:
    known = _on([_run(n) for n in range(3)], 3)
    assert (known.easy_speed_mps, known.easy_basis, known.easy_cadence_spm) == (None, None, None)


def test_what_the_athlete_entered_stands_before_any_estimate() -> None:
    known = _on([_run(n) for n in range(9)], 9, easy_speed_mps=2.9, threshold_speed_mps=4.0)
    assert (known.easy_speed_mps, known.easy_basis) == (2.9, Basis.ENTERED)
    assert (known.threshold_speed_mps, known.threshold_basis) == (4.0, Basis.ENTERED)


def test_the_best_effort_of_90_days_tells_the_threshold() -> None:
    history = [*(_run(n * 2) for n in range(6)), _run(13, 4.0, km=4.8)]
    known = _on(history, 14)
    assert known.threshold_speed_mps == pytest.approx(4.0 * (1200 / 3600) ** (0.06 / 1.06))
    assert known.threshold_basis is Basis.BEST_EFFORT
    assert _on(history, 13 + 90).threshold_speed_mps is None


def test_who_always_runs_alike_has_no_threshold() -> None:
    assert _on([_run(n) for n in range(20)], 20).threshold_speed_mps is None


def test_five_runs_are_too_few_for_a_threshold() -> None:
    assert _on([*(_run(n) for n in range(4)), _run(5, 4.5)], 6).threshold_speed_mps is None


def test_efforts_under_20_minutes_tell_no_threshold() -> None:
    assert _on([_run(n, km=2) for n in range(8)], 8).threshold_speed_mps is None


def test_a_fast_stretch_inside_a_track_counts_as_an_effort() -> None:
    history = [_run(n) for n in range(7)]
    own = {7: features((1200, EASY_MPS), (1300, 4.2), (600, EASY_MPS))}
    book = EstimateBook(history, features=own, athlete=Athlete())
    known = book.on(DAY_ONE + timedelta(days=7))
    assert known.threshold_speed_mps == pytest.approx(hour_speed_mps(4.2 * 1200, 1200), rel=0.005)


def test_rides_vehicles_and_runs_without_a_time_tell_nothing() -> None:
    odd = [
        *(_run(n, sport=Sport.RIDE) for n in range(4)),
        *(_run(n, 9.0) for n in range(4, 8)),
        *(activity(DAY_ONE, number=n, moving_time_s=None) for n in range(4)),
    ]
    assert _on(odd, 10) == Estimates()


@settings(max_examples=40)
@given(histories(max_runs=30), st.integers(0, 120))
def test_what_comes_later_never_changes_what_was_known(
    history: list[Activity], offset: int
) -> None:
    day = DAY_ONE + timedelta(days=offset)
    whole = EstimateBook(history, features={}, athlete=Athlete())
    then = [a for a in history if a.local_date <= day]
    assert whole.on(day) == EstimateBook(then, features={}, athlete=Athlete()).on(day)
