from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from runadvisor.training_load.way import way
from tests.tracks import track, without


def test_positions_are_summed_up_along_the_sphere() -> None:
    walked = way(track((600, 3.0)))
    assert walked.distance_m is not None
    assert walked.distance_m[-1] == pytest.approx(1800, rel=1e-6)
    assert walked.moved_s[-1] == 600


def test_the_devices_own_distance_goes_before_positions_and_its_speed_before_them_too() -> None:
    run = track((600, 3.0))
    by_distance = way(replace(run, distance_m=run.time_s * 3.1))
    by_speed = way(replace(run, speed_mps=np.full(len(run), 2.9)))
    assert by_distance.distance_m is not None
    assert by_speed.distance_m is not None
    assert by_distance.distance_m[-1] == pytest.approx(1860)
    assert by_speed.distance_m[-1] == pytest.approx(1740)


def test_standing_at_a_crossing_is_no_moving_time() -> None:
    walked = way(track((300, 3.0), (60, 0.0), (300, 3.0)))
    assert walked.moved_s[-1] == pytest.approx(600, abs=6)


def test_a_position_that_never_moves_is_a_run_on_the_spot() -> None:
    assert way(track((600, 0.0))).moved_s[-1] == 600


def test_without_any_distance_all_time_within_segments_counts() -> None:
    walked = way(without(track((600, 3.0)), "latitude_deg", "longitude_deg"))
    assert walked.distance_m is None
    assert walked.moved_s[-1] == 600


def test_the_way_between_two_segments_is_neither_distance_nor_time() -> None:
    run = track((300, 3.0), (300, 3.0))
    walked = way(replace(run, segment=(run.time_s > 300).astype(np.int32)))
    assert walked.distance_m is not None
    assert (walked.moved_s[-1], walked.distance_m[-1]) == (599, pytest.approx(1797, rel=1e-6))


def test_a_silence_of_more_than_a_minute_is_no_movement_we_know_of() -> None:
    run = track((300, 3.0), (61, 3.0), (300, 3.0))
    keep = (run.time_s <= 300) | (run.time_s >= 361)
    silent = replace(run, **{n: getattr(run, n)[keep] for n in type(run).__dataclass_fields__})
    assert way(silent).moved_s[-1] == 600


def test_a_jump_counts_no_faster_than_anyone_runs() -> None:
    run = track((300, 3.0))
    latitude = run.latitude_deg.copy()
    latitude[200:] += 0.01
    walked = way(replace(run, latitude_deg=latitude))
    assert walked.distance_m is not None
    assert walked.distance_m[-1] == pytest.approx(900 - 3 + 12, abs=0.1)


def test_points_without_a_position_lie_on_the_straight_line_between_others() -> None:
    run = track((300, 3.0))
    latitude = run.latitude_deg.copy()
    latitude[100:140] = np.nan
    walked = way(replace(run, latitude_deg=latitude))
    assert walked.distance_m is not None
    assert walked.distance_m[-1] == pytest.approx(900, rel=1e-6)
