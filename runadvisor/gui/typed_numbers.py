"""Distances and times as a runner types them, in the unit the program speaks."""

from __future__ import annotations

import re

from runadvisor import wording
from runadvisor.domain.units import METRES_PER_KILOMETRE, METRES_PER_MILE
from runadvisor.sources.parse import duration_s, number

_UNIT = re.compile(r"\s*(km|mi|m)\s*$", re.IGNORECASE)
_METRES = {"km": METRES_PER_KILOMETRE, "mi": METRES_PER_MILE, "m": 1.0}
MOST_M = 1_000_000.0
"""A thousand kilometres: more in one go is a slip of the finger."""
MOST_S = 7 * 24 * 3600.0


def typed_distance_m(text: str) -> float | None:
    """Return metres; ``None`` for what is no distance. A unit typed behind it counts."""
    found = _UNIT.search(text)
    unit_m = _METRES[found[1].lower()] if found else wording.unit_metres()
    amount = number(_UNIT.sub("", text))
    metres = None if amount is None else amount * unit_m
    return metres if metres is not None and 0 < metres <= MOST_M else None


def typed_time_s(text: str) -> float | None:
    """Return seconds of ``1:02:03``, ``52:10``, ``52`` (minutes) or ``1 h 5 min``."""
    seconds = duration_s(text)
    return seconds if seconds is not None and 0 < seconds <= MOST_S else None
