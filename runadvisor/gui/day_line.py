"""A planned day in a few words, as cards and panels say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor import wording
from runadvisor.language import _
from runadvisor.printout.grid import KIND_WORDS

if TYPE_CHECKING:
    from runadvisor.domain.plan import PlannedDay


def day_line(day: PlannedDay) -> str:
    """Return ``5.0 km easy``, ``Bike, 30 min`` or ``Rest``."""
    if day.distance_m is not None:
        return _("{distance} {kind}").format(
            distance=wording.distance(day.distance_m), kind=_(KIND_WORDS[day.kind])
        )
    if day.moving_time_s is not None:
        return _("{training}, {time}").format(
            training=wording.sentence(day.title), time=wording.minutes(day.moving_time_s)
        )
    return wording.sentence(day.title)


def day_word(day: PlannedDay) -> str:
    """Return ``5.0``, ``Bike`` or ``Rest``: what fits a small cell."""
    if day.distance_m is not None:
        return wording.bare_distance(day.distance_m)
    return wording.sentence(day.title).partition(" ")[0]
