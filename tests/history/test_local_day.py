from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from runadvisor.domain.activity import ZoneSource
from runadvisor.history.local_day import Neighbours, instant_of, wall_clock, zone_info

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


def test_an_evening_in_utc_can_be_tomorrow_in_tokyo() -> None:
    assert wall_clock(datetime(2024, 6, 30, 15, 5, tzinfo=UTC), "Asia/Tokyo").day == 1


def test_a_fixed_offset_is_a_zone_too() -> None:
    assert wall_clock(NOON, "+09:00").hour == 21
    assert wall_clock(NOON, "-03:30").hour == 8


def test_summer_time_is_in_the_zone() -> None:
    winter = instant_of(datetime(2026, 1, 5, 12), "Europe/Berlin")  # noqa: DTZ001 - a wall clock
    summer = instant_of(datetime(2026, 7, 5, 12), "Europe/Berlin")  # noqa: DTZ001
    assert (winter.hour, summer.hour) == (11, 10)


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone Nowhere"):
        zone_info("Nowhere")


def test_the_nearest_neighbour_in_time_lends_its_zone() -> None:
    lent = Neighbours(
        [(NOON, "Europe/Berlin"), (NOON + timedelta(days=10), "America/New_York"), (NOON, "+01:00")]
    )
    assert lent.zone_at(NOON + timedelta(days=4), "UTC")[0] == "Europe/Berlin"
    assert lent.zone_at(NOON + timedelta(days=9), "UTC")[0] == "America/New_York"
    assert lent.zone_at(NOON - timedelta(days=90), "UTC")[1] is ZoneSource.NEIGHBOUR


def test_without_neighbours_the_runner_was_at_home() -> None:
    assert Neighbours([]).zone_at(NOON, "Europe/Rome") == ("Europe/Rome", ZoneSource.HOME)
