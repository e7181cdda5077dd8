from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from runadvisor.domain.activity import Sport
from runadvisor.training_load.fast_running import bouts_at
from runadvisor.training_load.track_features import track_features
from tests.tracks import features, track, without


def test_stretches_are_ten_seconds_of_moving_time_and_the_rest_at_the_end() -> None:
    parts = features((605, 3.0)).stretches
    assert len(parts) == 61
    assert parts.seconds[-1] == pytest.approx(5)
    assert parts.speed_mps == pytest.approx(3.0, rel=1e-4)


def test_less_than_a_second_at_the_end_is_no_stretch_of_its_own() -> None:
    run = track((600, 3.0))
    late = replace(run, time_s=np.append(run.time_s[:-1], 600.4))
    assert len(track_features(late, sport=Sport.RUN).stretches) == 60


def test_a_track_of_two_points_has_one_stretch() -> None:
    assert features((1, 3.0)).stretches.seconds.tolist() == [1]


def test_standing_is_in_no_stretch_and_does_not_slow_the_others_down() -> None:
    parts = features((300, 3.0), (120, 0.0), (300, 3.0)).stretches
    assert parts.seconds.sum() == pytest.approx(600, abs=6)
    assert np.median(parts.speed_mps) == pytest.approx(3.0, rel=1e-3)


@pytest.mark.parametrize("slope", [-0.2, -0.05, 0.0, 0.1, 0.3])
def test_an_even_slope_is_found_from_end_to_end(slope: float) -> None:
    parts = features((900, 2.5), grade=slope).stretches
    assert parts.grade == pytest.approx(slope, abs=1e-3)


def test_a_receiver_that_wanders_by_a_metre_makes_no_hills() -> None:
    run = track((1800, 3.0))
    noise = np.random.default_rng(7).normal(0, 1.0, len(run))
    parts = track_features(replace(run, altitude_m=run.altitude_m + noise), sport=Sport.RUN)
    assert np.abs(parts.stretches.grade).mean() < 0.02


def test_without_altitude_or_with_hardly_any_way_a_slope_is_unknown() -> None:
    no_altitude = track_features(without(track((300, 3.0)), "altitude_m"), sport=Sport.RUN)
    assert np.isnan(no_altitude.stretches.grade).all()
    assert np.isnan(features((3, 1.0)).stretches.grade).all()


def test_a_run_of_a_few_metres_still_tells_its_slope() -> None:
    assert features((20, 2.0), grade=0.1).stretches.grade == pytest.approx(0.1, abs=0.01)


def test_heart_rate_and_cadence_are_means_of_what_is_known() -> None:
    run = track((600, 3.0))
    beats = np.where(run.time_s % 2 == 0, 150.0, 160.0)
    beats[300:] = np.nan
    steps = np.where(run.time_s < 400, 170.0, 0.0)
    parts = track_features(
        replace(run, heart_rate_bpm=beats, cadence_spm=steps), sport=Sport.RUN
    ).stretches
    assert parts.heart_rate_bpm[:29] == pytest.approx(155)
    assert np.isnan(parts.heart_rate_bpm[31:]).all()
    assert np.isnan(parts.cadence_spm[41:]).all()


def test_a_track_without_distance_has_time_and_heart_rate_but_no_speed() -> None:
    bare = track_features(
        without(track((600, 3.0)), "latitude_deg", "longitude_deg"), sport=Sport.RUN
    )
    assert np.isnan(bare.stretches.speed_mps).all()
    assert bare.stretches.heart_rate_bpm == pytest.approx(145)
    assert (bare.best_efforts, bare.fast_bouts) == ((), ())


def test_best_efforts_are_of_elapsed_time_so_that_a_rest_is_no_rest_for_them() -> None:
    run = features((300, 4.0), (300, 0.0), (300, 4.0))
    best = {effort.span_s: effort.distance_m for effort in run.best_efforts}
    assert best[300] == pytest.approx(1200, rel=0.01)
    assert best[600] == pytest.approx(1200, rel=0.02)
    assert 1200 not in best
    assert features((3700, 3.0)).best_efforts[-1].span_s == 3600


def test_bouts_shorter_than_8_seconds_are_not_fast_running() -> None:
    long_ones = features(*[(40, 2.5), (30, 6.0)] * 3, (60, 2.5))
    assert bouts_at(long_ones.fast_bouts, 5.0).bouts == 3
    assert bouts_at(long_ones.fast_bouts, 5.0).seconds == pytest.approx(3 * 28, abs=6)
    short = features(*[(40, 2.5), (6, 6.0)] * 3, (60, 2.5))
    assert bouts_at(short.fast_bouts, 5.0).seconds == 0


def test_a_speed_never_held_has_no_bouts() -> None:
    assert bouts_at(features((600, 4.05)).fast_bouts, 4.2).bouts == 0
    assert bouts_at(features((600, 4.05)).fast_bouts, 3.95).bouts == 1
    assert features((600, 2.0)).fast_bouts == ()
    assert features((10, 6.0)).fast_bouts == ()


def test_rides_have_stretches_but_neither_efforts_nor_bouts() -> None:
    ride = track_features(track((600, 9.0)), sport=Sport.RIDE)
    assert ride.stretches.speed_mps == pytest.approx(9.0, rel=1e-3)
    assert (ride.best_efforts, ride.fast_bouts) == ((), ())


def test_one_wild_beat_is_no_peak() -> None:
    run = track((600, 3.0), heart_rate=150.0)
    beats = run.heart_rate_bpm.copy()
    beats[100] = 230.0
    assert track_features(
        replace(run, heart_rate_bpm=beats), sport=Sport.RUN
    ).peak_heart_rate_bpm == pytest.approx(150, abs=3)


def test_without_half_a_minute_of_heart_rate_there_is_no_peak() -> None:
    assert features((20, 3.0)).peak_heart_rate_bpm is None
    bare = track_features(without(track((600, 3.0)), "heart_rate_bpm"), sport=Sport.RUN)
    assert bare.peak_heart_rate_bpm is None
