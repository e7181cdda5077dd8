from __future__ import annotations

import numpy as np
import pytest

from runadvisor.domain.activity import Track
from runadvisor.training_load.run_profile import run_profile


def _track(seconds: int = 600, **columns: object) -> Track:
    """Return an even run at 3 m/s, a point each second."""
    time_s = np.arange(seconds, dtype=np.float64)
    unknown = np.full(seconds, np.nan)
    fields = {
        "time_s": time_s,
        "latitude_deg": unknown,
        "longitude_deg": unknown,
        "altitude_m": unknown,
        "heart_rate_bpm": unknown,
        "cadence_spm": unknown,
        "distance_m": 3.0 * time_s,
        "speed_mps": unknown,
        "segment": np.zeros(seconds, dtype=np.int32),
    }
    return Track(**(fields | columns))  # pyright: ignore[reportArgumentType] - columns by name


def test_an_even_run_is_even_in_every_stretch() -> None:
    profile = run_profile(_track())
    assert len(profile) == 60
    assert profile.speed_mps == pytest.approx(3.0)
    assert profile.distance_m == pytest.approx(3.0 * profile.elapsed_s)
    assert profile.silences == ()


def test_what_was_not_recorded_is_unknown_throughout() -> None:
    profile = run_profile(_track())
    for column in (profile.heart_rate_bpm, profile.altitude_m, profile.latitude_deg):
        assert np.isnan(column).all()


def test_a_silence_of_minutes_parts_the_run_and_is_no_stretch() -> None:
    time_s = np.arange(600, dtype=np.float64)
    time_s[300:] += 400
    profile = run_profile(_track(time_s=time_s))
    (silence,) = profile.silences
    assert (silence.from_s, silence.until_s) == (299.0, 700.0)
    assert profile.elapsed_s[silence.before - 1] < 300
    assert profile.elapsed_s[silence.before] >= 700
    assert not ((profile.elapsed_s > 305) & (profile.elapsed_s < 695)).any()


def test_a_pause_of_the_watch_is_a_silence_a_moment_between_two_parts_is_none() -> None:
    time_s = np.arange(600, dtype=np.float64)
    segment = (time_s >= 300).astype(np.int32)
    assert run_profile(_track(segment=segment)).silences == ()
    time_s[300:] += 30
    assert len(run_profile(_track(time_s=time_s, segment=segment)).silences) == 1


def test_speed_is_smoothed_but_never_over_a_silence() -> None:
    time_s = np.arange(600, dtype=np.float64)
    time_s[300:] += 400
    distance_m = np.where(np.arange(600) < 300, 3.0 * np.arange(600), np.nan)
    distance_m[300:] = 900 + 5.0 * np.arange(300)
    profile = run_profile(_track(time_s=time_s, distance_m=distance_m))
    before = profile.silences[0].before
    assert profile.speed_mps[before - 2] == pytest.approx(3.0, abs=0.3)
    assert profile.speed_mps[before + 1] == pytest.approx(5.0, abs=0.3)


def test_altitude_is_not_guessed_over_more_than_a_minute() -> None:
    altitude_m = np.linspace(100, 160, 600)
    altitude_m[200:400] = np.nan
    profile = run_profile(_track(altitude_m=altitude_m))
    within = (profile.elapsed_s > 205) & (profile.elapsed_s < 395)
    assert np.isnan(profile.altitude_m[within]).all()
    assert np.isfinite(profile.altitude_m[profile.elapsed_s < 195]).all()
    altitude_m[200:400] = 120.0
    altitude_m[200:240] = np.nan
    assert np.isfinite(run_profile(_track(altitude_m=altitude_m)).altitude_m).all()


def test_one_known_altitude_is_known_everywhere_it_could_be() -> None:
    altitude_m = np.full(600, np.nan)
    altitude_m[300] = 200.0
    assert run_profile(_track(altitude_m=altitude_m)).altitude_m[30] == pytest.approx(200.0)


def test_without_a_distance_there_is_time_and_heart_rate() -> None:
    nothing = np.full(600, np.nan)
    profile = run_profile(_track(distance_m=nothing, heart_rate_bpm=np.full(600, 140.0)))
    assert np.isnan(profile.distance_m).all()
    assert np.isnan(profile.speed_mps).all()
    assert profile.heart_rate_bpm == pytest.approx(140.0)
