"""Five zones of heart rate and of pace, entered or from the athlete's own history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.training_load.heart_rate_load import EDWARDS_EDGES
from runadvisor.training_load.session_loads import PACE_ZONE_EDGES

if TYPE_CHECKING:
    from runadvisor.domain.athlete import Athlete
    from runadvisor.training_load.estimates import Estimates
    from runadvisor.training_load.heart_rate_estimates import HeartRateEstimate


def heart_rate_zone_edges_bpm(
    athlete: Athlete, estimate: HeartRateEstimate
) -> tuple[float, ...] | None:
    """Return the lower edges of zones 2 to 5; ``None`` while the highest is unknown.

    What the athlete entered, else Edwards' tenths of the highest heart rate. With a
    medicine that changes heart rate there are none (rules.md 10).
    """
    if athlete.takes_heart_rate_medicine:
        return None
    if athlete.heart_rate_zone_edges_bpm:
        return athlete.heart_rate_zone_edges_bpm
    if estimate.max_bpm is None:
        return None
    return tuple(share * estimate.max_bpm for share in EDWARDS_EDGES[1:])


def pace_zone_edges_mps(estimates: Estimates) -> tuple[float, ...] | None:
    """Return the lower edges of zones 2 to 5 in m/s; ``None`` without an easy speed."""
    if estimates.easy_speed_mps is None:
        return None
    return tuple(share * estimates.easy_speed_mps for share in PACE_ZONE_EDGES)
