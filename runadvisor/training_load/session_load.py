"""One activity -> its load, and the method it came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from runadvisor.domain.units import SECONDS_PER_MINUTE

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity


class LoadMethod(StrEnum):
    """How a session load was made; one method serves a whole history, never a mixture."""

    MOVING_MINUTES = "moving-minutes"


@dataclass(frozen=True, slots=True)
class SessionLoad:
    """Load of one activity in AU."""

    value: float
    method: LoadMethod


def session_load(activity: Activity) -> SessionLoad | None:
    """Return the minutes moved as load, 1 AU per minute.

    Every source has a time, so no activity is a hole in the series and methods
    are never mixed. ``None`` when the source has none.
    """
    if activity.moving_time_s is None:
        return None
    return SessionLoad(activity.moving_time_s / SECONDS_PER_MINUTE, LoadMethod.MOVING_MINUTES)
