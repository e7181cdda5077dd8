"""What a device added up itself, and how far it is believed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources.parse import MAX_DURATION_S
from runadvisor.sources.track_mending import Mended

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_OVER_SPAN_S = 24 * 3600.0
"""Points may end before the device does, but not by more than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceTotals:
    """What a device adds up itself; ``None`` where it does not say."""

    start_s: float | None = None
    """Seconds since 1970, UTC."""
    moving_time_s: float | None = None
    """Its timer, which stops for pauses."""
    elapsed_time_s: float | None = None
    distance_m: float | None = None
    elevation_gain_m: float | None = None
    elevation_loss_m: float | None = None
    average_heart_rate_bpm: float | None = None
    max_heart_rate_bpm: float | None = None
    average_cadence: float | None = None
    """Per minute, of one foot or both, as the file has it."""


NO_TOTALS = DeviceTotals()


def moving_time_s(
    totals: DeviceTotals, *, counted_s: float | None, span_s: float, mended: list[Mended]
) -> float | None:
    """Return the device's timer if it can be right, else what was counted from the points.

    Args:
        totals: Of the device.
        counted_s: Moving time by the points; ``None`` unknown.
        span_s: From the start to the last point.
        mended: Gets a note where the timer is not believed.
    """
    if totals.moving_time_s is None:
        return counted_s
    if is_duration(totals.moving_time_s) and totals.moving_time_s <= span_s + MAX_OVER_SPAN_S:
        return totals.moving_time_s
    mended.append(
        Mended(
            "impossible-total",
            N_("The device’s own total time cannot be right: counted from the points instead."),
            {},
        )
    )
    return counted_s


def elapsed_time_s(totals: DeviceTotals, *, moving_s: float | None, span_s: float) -> float:
    """Return the device's elapsed time if it can be right, else that of the points.

    It is never shorter than the moving time.
    """
    elapsed_s = totals.elapsed_time_s
    if elapsed_s is None or not is_duration(elapsed_s) or elapsed_s > span_s + MAX_OVER_SPAN_S:
        elapsed_s = span_s
    return max(elapsed_s, moving_s or 0.0)


MAX_SPEED_MPS = 60.0


def distance_m(totals: DeviceTotals, *, counted_m: float | None, time_s: float) -> float | None:
    """Return the device's distance if it can be right, else that of the points.

    Args:
        totals: Of the device; a distance of 0 is none.
        counted_m: By the points; ``None`` unknown.
        time_s: The elapsed time.
    """
    own_m = totals.distance_m
    return own_m if own_m and 0 < own_m <= MAX_SPEED_MPS * time_s else counted_m


def is_duration(seconds: float) -> bool:
    """Whether an activity can have lasted so long."""
    return 0 < seconds <= MAX_DURATION_S


def total(values: Iterable[float | None]) -> float | None:
    """Return the sum of what is known; ``None`` where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def weighted_mean(values: Iterable[tuple[float | None, float | None]]) -> float | None:
    """Return the mean of (value, weight) pairs where both are known; ``None`` for none."""
    known = [
        (value, weight) for value, weight in values if value is not None and weight is not None
    ]
    weights = sum(weight for _, weight in known)
    return sum(value * weight for value, weight in known) / weights if weights else None
