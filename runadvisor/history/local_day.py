"""The runner's local day: which zone an activity was in, and what date that makes it."""

from __future__ import annotations

from bisect import bisect_left
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from runadvisor.domain.activity import ZoneSource

if TYPE_CHECKING:
    from collections.abc import Sequence


@lru_cache(maxsize=256)
def zone_info(zone: str) -> tzinfo:
    """Return the zone of an IANA name or of a fixed offset such as ``+09:00``.

    Raises:
        ValueError: There is no such zone.
    """
    if zone[:1] in "+-":
        sign = -1 if zone[0] == "-" else 1
        hours, _, minutes = zone[1:].partition(":")
        return timezone(sign * timedelta(hours=int(hours), minutes=int(minutes or 0)))
    try:
        return ZoneInfo(zone)
    except (KeyError, OSError) as error:
        raise ValueError(f"there is no time zone {zone}") from error


def wall_clock(instant: datetime, zone: str) -> datetime:
    """Return the naive local time of an instant."""
    return instant.astimezone(zone_info(zone)).replace(tzinfo=None)


def instant_of(local: datetime, zone: str) -> datetime:
    """Return the UTC instant of a wall-clock time; of two, when clocks go back, the first."""
    return local.replace(tzinfo=zone_info(zone)).astimezone(UTC)


class Neighbours:
    """Zones of activities that know theirs, to lend to those that do not."""

    def __init__(self, known: Sequence[tuple[datetime, str]]) -> None:
        """Take (instant, zone) pairs; fixed offsets are not lent: they know no summer time."""
        named = sorted((instant, zone) for instant, zone in known if zone[:1] not in "+-")
        self._instants = [instant for instant, _ in named]
        self._zones = [zone for _, zone in named]

    def zone_at(self, instant: datetime, home_zone: str) -> tuple[str, ZoneSource]:
        """Return the zone of the nearest neighbour in time, else the home zone."""
        if not self._instants:
            return home_zone, ZoneSource.HOME
        after = bisect_left(self._instants, instant)
        nearest = min(
            range(max(after - 1, 0), min(after + 1, len(self._instants))),
            key=lambda index: abs(self._instants[index] - instant),
        )
        return self._zones[nearest], ZoneSource.NEIGHBOUR
