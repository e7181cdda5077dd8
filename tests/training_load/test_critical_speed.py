from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from runadvisor.domain.activity import Sport
from runadvisor.domain.track_features import BestEffort, TrackFeatures
from runadvisor.training_load.critical_speed import CriticalSpeed, critical_speed
from tests.builders import DAY_ONE, activity
from tests.tracks import features

SPANS_S = (180, 300, 600, 1200)


def _features(*efforts: tuple[int, float]) -> TrackFeatures:
    stretches = features((60, 3.0)).stretches
    return TrackFeatures(
        stretches=stretches, best_efforts=tuple(BestEffort(s, m) for s, m in efforts)
    )


def _found(own: TrackFeatures, **fields: object) -> CriticalSpeed | None:
    run = activity(DAY_ONE, **fields)
    return critical_speed([run], features={1: own}, as_of=DAY_ONE)


def test_efforts_on_a_line_give_its_speed_and_reserve_without_error() -> None:
    found = _found(_features(*[(s, 4.0 * s + 150) for s in SPANS_S]))
    assert found is not None
    assert (found.speed_mps, found.reserve_m) == (pytest.approx(4.0), pytest.approx(150))
    assert found.standard_error_mps == pytest.approx(0, abs=1e-9)


def test_the_error_is_that_of_ordinary_least_squares() -> None:
    """Against numpy's own covariance of the same four points."""
    metres = [4.0 * s + 150 + off for s, off in zip(SPANS_S, (8, -11, 5, -2), strict=True)]
    found = _found(_features(*zip(SPANS_S, metres, strict=True)))
    (speed, _), covariance = np.polyfit(SPANS_S, metres, 1, cov=True)
    assert found is not None
    assert found.speed_mps == pytest.approx(speed)
    assert found.standard_error_mps == pytest.approx(np.sqrt(covariance[0, 0]))


def test_the_best_of_each_span_counts_whichever_run_it_was_in() -> None:
    history = [activity(DAY_ONE + timedelta(days=n), number=n) for n in range(3)]
    own = {
        0: _features(*[(s, 3.5 * s + 100) for s in SPANS_S]),
        1: _features((180, 4.0 * 180 + 150), (300, 4.0 * 300 + 150), (600, 2000)),
        2: _features(*[(s, 4.0 * s + 150) for s in (600, 1200)]),
    }
    found = critical_speed(history, features=own, as_of=DAY_ONE + timedelta(days=2))
    assert found is not None
    assert found.speed_mps == pytest.approx(4.0)
    assert found.since == DAY_ONE - timedelta(days=87)


def test_two_spans_make_no_line_worth_drawing() -> None:
    assert _found(_features((180, 800), (300, 1300))) is None


def test_a_line_without_a_reserve_or_with_a_wide_error_is_not_shown() -> None:
    assert _found(_features(*[(s, 4.0 * s - 50) for s in SPANS_S])) is None
    assert _found(_features((180, 900), (300, 900), (600, 3600), (1200, 3700))) is None


def test_rides_and_runs_outside_the_90_days_are_not_asked() -> None:
    own = _features(*[(s, 4.0 * s + 150) for s in SPANS_S])
    assert _found(own, sport=Sport.RIDE) is None
    for offset in (-1, 90):
        day = DAY_ONE + timedelta(days=offset)
        assert critical_speed([activity(DAY_ONE)], features={1: own}, as_of=day) is None
