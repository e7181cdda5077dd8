"""One activity -> its load, by each method that it can be reckoned with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from runadvisor.domain.units import SECONDS_PER_MINUTE

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity


class LoadMethod(StrEnum):
    """How a session load is made, the one we would rather have first (R24)."""

    SESSION_RPE = "session-rpe"
    BANISTER_TRIMP = "banister-trimp"
    EDWARDS_TRIMP = "edwards-trimp"
    """Where the sex for Banister's constants is not given."""
    HEART_RATE_STRESS = "heart-rate-stress"
    """The squared form: 100 is an hour at threshold."""
    PACE_STRESS = "grade-adjusted-pace"
    PACE_ZONES = "pace-zones"
    MOVING_MINUTES = "moving-minutes"


HEART_RATE_METHODS = frozenset(
    {LoadMethod.BANISTER_TRIMP, LoadMethod.EDWARDS_TRIMP, LoadMethod.HEART_RATE_STRESS}
)


@dataclass(frozen=True, slots=True)
class SessionLoad:
    """Load of one activity in AU."""

    value: float
    method: LoadMethod


def session_load(activity: Activity) -> SessionLoad | None:
    """Return the load of an activity by itself: session RPE × minutes, else the minutes moved.

    Everything else needs the days before it: ``session_loads``. ``None`` without a time.

    Source:
        foster2001 in resources/catalog/bibliography.toml
    """
    if activity.moving_time_s is None:
        return None
    minutes = activity.moving_time_s / SECONDS_PER_MINUTE
    if activity.session_rpe is not None:
        return SessionLoad(minutes * activity.session_rpe, LoadMethod.SESSION_RPE)
    return SessionLoad(minutes, LoadMethod.MOVING_MINUTES)
