from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.activity import Sport, StartPrecision
from runadvisor.history.doubtful import doubtful_pairs
from runadvisor.wording import sentence
from tests.builders import DAY_ONE, activity

if TYPE_CHECKING:
    from typing import Any

    from runadvisor.domain.activity import Activity


def _at(minutes: float, distance_m: float = 10_000, *, number: int = 2, **fields: Any) -> Activity:
    start = activity(DAY_ONE).started_at + timedelta(minutes=minutes)
    return activity(DAY_ONE, distance_m, number=number, started_at=start, **fields)


def _reasons(*activities: Activity) -> list[str]:
    pairs = doubtful_pairs(sorted(activities, key=lambda each: each.started_at))
    return [sentence(pair.reason) for pair in pairs]


RUN = _at(0, number=1)


def test_runs_that_overlap_are_asked_about() -> None:
    assert _reasons(RUN, _at(30, 7_000)) == ["They overlap for 30 min."]


@pytest.mark.parametrize(
    "other",
    [_at(55, 7_000), _at(90, 3_000), _at(10, 7_000, sport=Sport.RIDE), _at(600, 9_000)],
    ids=["they hardly touch", "one after the other", "another sport", "hours later"],
)
def test_different_runs_are_nobodys_question(other: Activity) -> None:
    assert _reasons(RUN, other) == []


def test_the_same_run_under_another_sport_is_asked_about() -> None:
    (said,) = _reasons(RUN, _at(0.5, sport=Sport.TRAIL_RUN), _at(0.5, sport=Sport.HIKE, number=3))[
        -1:
    ]
    assert said == "Same start, distance and time, but one says trail run and the other hike."


def test_a_clock_in_another_zone_is_asked_about() -> None:
    assert _reasons(RUN, _at(8 * 60, 10_010)) == [
        "Same distance and time, exactly 8 h 00 apart: a clock in another time zone?"
    ]
    assert _reasons(RUN, _at(8 * 60 + 2, 10_010)) == []


def test_a_day_without_an_hour_is_asked_about_when_the_distance_is_nearly_right() -> None:
    day = _at(300, 10_800, precision=StartPrecision.DAY)
    assert len(_reasons(RUN, day)) == 1
    assert _reasons(RUN, _at(300, 12_000, precision=StartPrecision.DAY)) == []
