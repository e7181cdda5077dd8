from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from runadvisor import wording
from runadvisor.charts.one_run import Along, one_run_chart, one_run_summary
from runadvisor.charts.palette import LIGHT
from runadvisor.charts.span import Span
from runadvisor.domain.activity import Track
from runadvisor.domain.units import DistanceUnit
from runadvisor.training_load.run_profile import RunProfile, run_profile
from tests.charts.drawn import words


def _profile(*, pause_s: float = 400.0, has_heart_rate: bool = True) -> RunProfile:
    """Return an hour round a lake and over a hill, with one break of the recording."""
    seconds = np.arange(3600, dtype=np.float64)
    time_s = np.where(seconds < 1800, seconds, seconds + pause_s)
    speed = 2.8 + 0.4 * np.sin(seconds / 300)
    distance_m = np.cumsum(speed)
    turn = 2 * np.pi * distance_m / distance_m[-1]
    unknown = np.full(3600, np.nan)
    return run_profile(
        Track(
            time_s=time_s,
            latitude_deg=48 + 0.015 * np.sin(turn),
            longitude_deg=11 + 0.02 * np.cos(turn),
            altitude_m=300 + 40 * np.sin(turn),
            heart_rate_bpm=140 + 15 * np.sin(seconds / 400) if has_heart_rate else unknown,
            cadence_spm=unknown,
            distance_m=distance_m,
            speed_mps=unknown,
            segment=(seconds >= 1800).astype(np.int32),
        )
    )


@pytest.fixture(scope="module")
def profile() -> RunProfile:
    return _profile()


def test_pace_heart_rate_altitude_and_slope_each_have_a_line(profile: RunProfile) -> None:
    figure = one_run_chart(profile, palette=LIGHT).figure
    named = [str(line.get_gid()) for line in figure.axes[0].lines]
    for name in ("pace", "heart-rate", "altitude", "slope"):
        assert name in named
    assert "Pace, minutes per km" in words(figure)


def test_what_was_not_recorded_has_no_line_and_is_said() -> None:
    lacking = _profile(has_heart_rate=False)
    figure = one_run_chart(lacking, palette=LIGHT).figure
    assert "heart-rate" not in [line.get_gid() for line in figure.axes[0].lines]
    assert "Not recorded: heart rate." in one_run_summary(lacking)


def test_a_place_is_read_in_distance_time_and_every_line(profile: RunProfile) -> None:
    readings = one_run_chart(profile, palette=LIGHT).readings
    assert len(readings) == len(profile)
    parts = readings[100].words.split(" · ")
    assert [part.split()[-1] for part in parts[2:]] == ["/km", "bpm", "m", "%"]
    assert parts[0].endswith("km")
    assert all(one.x_px <= other.x_px for one, other in pairwise(readings))


def test_the_quicker_the_higher(profile: RunProfile) -> None:
    figure = one_run_chart(profile, palette=LIGHT).figure
    (line,) = [line for line in figure.axes[0].lines if line.get_gid() == "pace"]
    heights = np.asarray(line.get_ydata(), dtype=np.float64)
    known = np.delete(heights, profile.silences[0].before)
    assert np.argmax(known) == pytest.approx(np.argmax(profile.speed_mps), abs=1)


def test_a_break_parts_every_line_and_the_track(profile: RunProfile) -> None:
    figure = one_run_chart(profile, palette=LIGHT).figure
    lines = [line for line in figure.axes[0].lines if line.get_gid() in {"pace", "altitude"}]
    lines += [line for line in figure.artists if line.get_gid() == "track"]
    assert len(lines) == 3
    for line in lines:
        assert np.isnan(np.asarray(line.get_ydata(), dtype=np.float64)).sum() == 1
    assert "Breaks in the recording: 1, 7 min in all." in one_run_summary(profile)


def test_along_time_a_break_takes_its_time(profile: RunProfile) -> None:
    chart = one_run_chart(profile, palette=LIGHT, along=Along.TIME)
    assert chart.whole is not None
    assert chart.whole.high == pytest.approx(profile.elapsed_s[-1])
    (shade,) = [p for p in chart.figure.axes[0].patches if p.get_gid() == "break"]
    assert shade.get_window_extent().width > 20


def test_nearer_the_same_part_of_the_track_stands_out(profile: RunProfile) -> None:
    chart = one_run_chart(profile, palette=LIGHT, span=Span(2000, 4000))
    (shown,) = [line for line in chart.figure.artists if line.get_gid() == "track-shown"]
    known = np.isfinite(np.asarray(shown.get_xdata(), dtype=np.float64)).sum()
    assert known == len(chart.readings)
    assert 0 < known < len(profile) / 3


def test_the_track_is_as_wide_as_it_is_high_on_the_ground(profile: RunProfile) -> None:
    for size_px in ((860, 460), (400, 620)):
        points = [
            r.also_px for r in one_run_chart(profile, palette=LIGHT, size_px=size_px).readings
        ]
        xs, ys = zip(*(point for point in points if point is not None), strict=True)
        metres = 0.04 * np.cos(np.radians(48)) / 0.03
        assert (max(xs) - min(xs)) / (max(ys) - min(ys)) == pytest.approx(metres, rel=0.02)
        assert 0 <= min(xs) <= max(xs) <= size_px[0]
        assert 0 <= min(ys) <= max(ys) <= size_px[1]


def test_no_track_is_said_in_place_of_empty_axes() -> None:
    chart = one_run_chart(None, palette=LIGHT)
    assert chart.readings == ()
    assert "This run has no track" in "".join(words(chart.figure))
    assert "This run has no track" in one_run_summary(None)


def test_every_stretch_is_a_row(profile: RunProfile) -> None:
    table = one_run_chart(profile, palette=LIGHT).table
    assert len(table.rows) == len(profile)
    assert table.headings() == ("Time", "Distance", "Speed", "Heart rate", "Altitude", "Slope")
    assert table.words(100, 2).endswith("/km")


def test_beside_miles_the_axes_are_in_miles_and_feet(profile: RunProfile) -> None:
    wording.measure_in(DistanceUnit.MILE)
    try:
        figure = one_run_chart(profile, palette=LIGHT).figure
    finally:
        wording.measure_in(DistanceUnit.KILOMETRE)
    assert {"Pace, minutes per mi", "Altitude, ft"} <= set(words(figure))
