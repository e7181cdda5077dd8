from __future__ import annotations

from dataclasses import replace

import pytest

from runadvisor.domain.athlete import Athlete
from runadvisor.training_load.estimates import Estimates
from runadvisor.training_load.heart_rate_estimates import HeartRateBook
from runadvisor.training_load.zones import heart_rate_zone_edges_bpm, pace_zone_edges_mps
from tests.builders import DAY_ONE, activity

BEATS = [180.0, 184.0, 190.0, 215.0, 178.0]


def _edges(athlete: Athlete, beats: list[float] = BEATS) -> tuple[float, ...] | None:
    history = [activity(DAY_ONE, number=n, max_heart_rate_bpm=b) for n, b in enumerate(beats)]
    book = HeartRateBook(history, features={}, athlete=athlete)
    return heart_rate_zone_edges_bpm(athlete, book.on(DAY_ONE))


def test_zones_are_tenths_of_the_second_highest_heart_rate_of_a_year() -> None:
    assert _edges(Athlete()) == pytest.approx((114, 133, 152, 171))


def test_what_the_athlete_entered_stands() -> None:
    entered = Athlete(max_heart_rate_bpm=200.0)
    assert _edges(entered) == pytest.approx((120, 140, 160, 180))
    own = (118.0, 140.0, 155.0, 170.0)
    assert _edges(replace(entered, heart_rate_zone_edges_bpm=own)) == own


def test_with_few_heart_rates_or_a_medicine_there_are_no_zones() -> None:
    assert _edges(Athlete(), BEATS[:4]) is None
    assert _edges(Athlete(takes_heart_rate_medicine=True)) is None


def test_threshold_is_an_assumed_share_of_the_reserve_until_it_is_entered() -> None:
    history = [activity(DAY_ONE, number=n, max_heart_rate_bpm=b) for n, b in enumerate(BEATS)]
    assumed = HeartRateBook(history, features={}, athlete=Athlete()).on(DAY_ONE)
    assert assumed.threshold_bpm == pytest.approx(60 + 0.83 * 130)
    given = (assumed.threshold_is_entered, assumed.max_is_entered, assumed.resting_is_entered)
    assert given == (False, False, False)
    entered = Athlete(threshold_heart_rate_bpm=168.0)
    assert HeartRateBook(history, features={}, athlete=entered).on(DAY_ONE).threshold_bpm == 168


def test_pace_zones_are_shares_of_easy_speed() -> None:
    edges = pace_zone_edges_mps(Estimates(easy_speed_mps=3.0))
    assert edges == pytest.approx((3.15, 3.45, 3.75, 4.05))
    assert pace_zone_edges_mps(Estimates()) is None
