"""Numbers as runners type them."""

from __future__ import annotations

import pytest

from runadvisor import wording
from runadvisor.domain.activity import Sport
from runadvisor.domain.units import DistanceUnit
from runadvisor.gui.pages.type_in_dialog import check
from runadvisor.gui.typed_numbers import typed_distance_m, typed_time_s


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("12.4", 12_400),
        ("12,4 km", 12_400),
        ("800 m", 800),
        ("3.1 mi", pytest.approx(4_988.97, abs=0.1)),
        ("", None),
        ("far", None),
        ("0", None),
        ("-3", None),
        ("12345678", None),
    ],
)
def test_a_distance_is_read_in_the_unit_typed_behind_it(text: str, metres: object) -> None:
    assert typed_distance_m(text) == metres


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("52:10", 3_130), ("1:05:00", 3_900), ("45", 2_700), ("1 h 5 min", 3_900), ("soon", None)],
)
def test_a_time_is_read_as_people_write_it(text: str, seconds: float | None) -> None:
    assert typed_time_s(text) == seconds


@pytest.mark.parametrize(
    ("distance", "time", "sport", "is_refused", "words"),
    [
        ("", "", Sport.RUN, True, "needed"),
        ("far", "50:00", Sport.RUN, True, "no distance"),
        ("10", "later", Sport.RUN, True, "no time"),
        ("10", "12:00", Sport.RUN, False, "faster than anyone runs"),
        ("10", "12:00", Sport.RIDE, False, ""),
        ("0.2", "", Sport.RUN, False, "Under 300 m"),
        ("", "30", Sport.RUN, False, "Without a distance"),
        ("10", "55", Sport.RUN, False, ""),
    ],
)
def test_what_cannot_be_read_is_refused_and_what_is_odd_is_said(
    distance: str, time: str, sport: Sport, *, is_refused: bool, words: str
) -> None:
    refused, said = check(distance, time, sport=sport)
    assert refused is is_refused
    assert words in said
    assert bool(said) == bool(words)


def test_a_distance_without_a_unit_is_in_the_one_the_program_speaks() -> None:
    wording.measure_in(DistanceUnit.MILE)
    try:
        assert typed_distance_m("10") == pytest.approx(16_093.44)
        assert typed_distance_m("10 km") == 10_000
    finally:
        wording.measure_in(DistanceUnit.KILOMETRE)
