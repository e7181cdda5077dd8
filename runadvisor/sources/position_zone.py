"""Time zones by place and by name, looked up on this machine."""

from __future__ import annotations

import math
from zoneinfo import ZoneInfo


def zone_at(latitude_deg: float, longitude_deg: float) -> str | None:
    """Return the IANA zone of a position; ``None`` at sea and for no position.

    Zones at sea are mere offsets of the longitude: they say nothing about the runner's
    clock, and made-up worlds of indoor trainers lie there.
    """
    if not (math.isfinite(latitude_deg) and math.isfinite(longitude_deg)):
        return None
    from tzfpy import get_tz  # noqa: PLC0415 - its map takes a tenth of a second to load

    zone = get_tz(longitude_deg, latitude_deg)
    return None if not zone or zone.startswith("Etc/") else zone


def zone_named(text: str) -> str | None:
    """Return the IANA zone a text is the name of; ``None`` where it is none."""
    if "/" not in text:
        return None
    try:
        return ZoneInfo(text).key
    except (KeyError, ValueError, OSError):
        return None
