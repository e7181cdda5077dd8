"""Distances, paces, times and plain numbers as a runner reads them."""

from __future__ import annotations

import math

from runadvisor.domain.units import (
    METRES_PER_FOOT,
    METRES_PER_KILOMETRE,
    SECONDS_PER_HOUR,
    SECONDS_PER_MINUTE,
    DistanceUnit,
)
from runadvisor.language import _, ngettext
from runadvisor.wording.customs import measure

UNKNOWN = "–"

_SPIKE_EDGES_PERCENT = (10.0, 30.0, 100.0)
_HAIR = 1e-6
"""Less than any length that is stored: 15.4 km in metres is no fraction below 15.4."""


def number(value: float, decimals: int = 0) -> str:
    """Return a number with thousands separated, whole unless told: ``588,071``."""
    return measure().customs.number(value, decimals)


def unit_metres() -> float:
    """Return the metres of the unit of distances, for the axis of a chart."""
    return measure().metres


def distance_unit() -> str:
    """Return the unit of distances for the head of a column: ``km`` or ``mi``."""
    return measure().unit.value


def bare_distance(metres: float | None) -> str:
    """Return a distance with one decimal and no unit, in kilometres or miles: ``17.4``."""
    return UNKNOWN if metres is None else number(metres / measure().metres, 1)


def bare_at_most(metres: float | None) -> str:
    """Return what may not be exceeded, without unit: a tenth is never rounded up."""
    if metres is None:
        return UNKNOWN
    return number(math.floor(metres / measure().metres * 10 + _HAIR) / 10, 1)


def distance(metres: float | None) -> str:
    """Return a distance with one decimal and its unit: ``17.4 km`` or ``10.8 mi``."""
    return _with_unit(bare_distance(metres))


def at_most(metres: float | None) -> str:
    """Return a distance that may not be exceeded, with its unit; never rounded up."""
    return _with_unit(bare_at_most(metres))


def height_metres() -> float:
    """Return the metres of the unit of heights, for the axis of a chart."""
    return METRES_PER_FOOT if measure().unit is DistanceUnit.MILE else 1.0


def height_unit() -> str:
    """Return the unit of heights for the title of an axis: ``m`` or ``ft``."""
    return "ft" if measure().unit is DistanceUnit.MILE else "m"


def climb(metres: float | None) -> str:
    """Return a height in whole metres or, beside miles, feet: ``320 m``, ``1,050 ft``."""
    if metres is None:
        return UNKNOWN
    return measure().customs.unit(number(metres / height_metres()), height_unit())


def duration(seconds: float | None) -> str:
    """Return hours, minutes and seconds: ``1:46:12``, under an hour ``46:12``."""
    if seconds is None:
        return UNKNOWN
    minutes_left, whole_s = divmod(round(seconds), SECONDS_PER_MINUTE)
    hours, whole_min = divmod(minutes_left, SECONDS_PER_MINUTE)
    return f"{hours}:{whole_min:02}:{whole_s:02}" if hours else f"{whole_min}:{whole_s:02}"


def minutes(seconds: float | None) -> str:
    """Return a rounded time as people say it: ``30 min``, ``1 h 15``."""
    if seconds is None:
        return UNKNOWN
    whole_min = round(seconds / SECONDS_PER_MINUTE)
    whole_h, rest = divmod(whole_min, SECONDS_PER_HOUR // SECONDS_PER_MINUTE)
    unit = measure().customs.unit
    return f"{unit(str(whole_h), 'h')} {rest:02}" if whole_h else unit(str(rest), "min")


def hours(value: float) -> str:
    """Return ``7 h 10`` or ``45 min``."""
    return minutes(value * SECONDS_PER_HOUR)


def time_left(seconds: float) -> str:
    """Return how long something still takes, as exactly as that can be known."""
    if seconds < 10:  # noqa: PLR2004 - below that the number changes too fast to read
        return _("a few seconds")
    if seconds < SECONDS_PER_MINUTE:
        tens = round(seconds / 10) * 10
        return ngettext("about {number} second", "about {number} seconds", tens).format(number=tens)
    whole_min = round(seconds / SECONDS_PER_MINUTE)
    if whole_min <= 1:
        return _("about a minute")
    return _("about {time}").format(time=minutes(seconds))


def pace(seconds_per_km: float | None) -> str:
    """Return ``6:06 /km``, or the time of a mile."""
    if seconds_per_km is None:
        return UNKNOWN
    return f"{duration(_in_unit(seconds_per_km))} /{distance_unit()}"


def pace_range(range_s_per_km: tuple[float, float] | None) -> str:
    """Return ``6:05–6:35 /km``, the faster end first."""
    if range_s_per_km is None:
        return UNKNOWN
    fast, slow = (duration(_in_unit(each)) for each in range_s_per_km)
    return f"{fast}–{slow} /{distance_unit()}"


def percent(value: float) -> str:
    """Return a percentage: whole, but one decimal within a point of a spike's edge."""
    is_close = any(abs(value - edge) <= 1 for edge in _SPIKE_EDGES_PERCENT)
    return measure().customs.percent(number(value, 1 if is_close else 0))


def ratio(value: float) -> str:
    """Return a ratio with two decimals, three where two would hide a spike's edge."""
    is_close = any(abs(value - 1 - edge / 100) < 0.01 for edge in _SPIKE_EDGES_PERCENT)  # noqa: PLR2004 - a point
    return number(value, 3 if is_close else 2)


def _with_unit(amount: str) -> str:
    return amount if amount == UNKNOWN else measure().customs.unit(amount, distance_unit())


def _in_unit(seconds_per_km: float) -> float:
    return seconds_per_km * measure().metres / METRES_PER_KILOMETRE
