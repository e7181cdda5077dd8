"""The only conversions between units."""

from __future__ import annotations

from enum import StrEnum

METRES_PER_KILOMETRE = 1000
METRES_PER_MILE = 1609.344
METRES_PER_FOOT = 0.3048
METRES_PER_YARD = 0.9144
METRES_PER_NAUTICAL_MILE = 1852
SECONDS_PER_MINUTE = 60
SECONDS_PER_HOUR = 3600


class DistanceUnit(StrEnum):
    """In what a runner counts distance and pace; everything inside is metres and seconds."""

    KILOMETRE = "km"
    MILE = "mi"


def pace_s_per_km(distance_m: float, moving_time_s: float) -> float:
    """Return seconds per kilometre.

    Raises:
        ValueError: The distance is not above 0.
    """
    if distance_m <= 0:
        msg = "a pace needs a distance above 0"
        raise ValueError(msg)
    return moving_time_s / distance_m * METRES_PER_KILOMETRE
