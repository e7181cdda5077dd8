"""This run against the longest of the 30 days before it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.training_load.runs import RunSession

BASELINE_DAYS = 30
SMALLEST_SPIKE_M = 1000
"""A run less than this above the longest is no spike, whatever the ratio (rules.md 19)."""


class SpikeBand(StrEnum):
    """The bands of the cohort study, each edge belonging to the band below it."""

    NONE = "<=10 %"
    SMALL = "10-30 %"
    LARGE = "30-100 %"
    DOUBLE = ">100 %"
    NO_BASELINE = "no baseline"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSpike:
    """One session against the longest of the 30 local days before it."""

    session: RunSession
    longest: RunSession | None
    band: SpikeBand

    @property
    def ratio(self) -> float | None:
        """Distance ÷ longest; ``None`` with no run in the 30 days before."""
        return None if self.longest is None else self.session.distance_m / self.longest.distance_m


def spike_band(distance_m: int, longest_m: int | None) -> SpikeBand:
    """Return the band of a run; whole metres, so that no rounding moves an edge.

    Source:
        frandsen2025 in resources/catalog/bibliography.toml
    """
    if longest_m is None:
        return SpikeBand.NO_BASELINE
    if distance_m > 2 * longest_m:
        return SpikeBand.DOUBLE
    if 10 * distance_m > 13 * longest_m:
        return SpikeBand.LARGE
    if 10 * distance_m > 11 * longest_m:
        return SpikeBand.SMALL
    return SpikeBand.NONE


def session_spikes(sessions: Sequence[RunSession]) -> tuple[SessionSpike, ...]:
    """Return every session with its baseline, in the order given (by start).

    Sessions of the same local day are not each other's baseline.
    """
    days = [session.date.toordinal() for session in sessions]
    lengths = [(session.distance_m, day) for session, day in zip(sessions, days, strict=True)]
    spikes: list[SessionSpike] = []
    for session, day in zip(sessions, days, strict=True):
        first, last = bisect_left(days, day - BASELINE_DAYS), bisect_left(days, day)
        # Of equally long ones the latest, and of one day the first.
        longest = sessions[lengths.index(max(lengths[first:last]), first)] if last > first else None
        longest_m = None if longest is None else longest.distance_m
        band = spike_band(session.distance_m, longest_m)
        spikes.append(SessionSpike(session=session, longest=longest, band=band))
    return tuple(spikes)


def longest_without_spike_m(longest_m: int) -> int:
    """Return the longest whole-metre run that is no spike after a longest run.

    The inverse of the spike rule: at most 110 %, or less than 1 km more.
    """
    return max(11 * longest_m // 10, longest_m + SMALLEST_SPIKE_M - 1)


def is_spike(distance_m: int, longest_m: int | None) -> bool:
    """Whether a run is a spike at watch or above: over 110 %, and by 1 km or more."""
    if longest_m is None or distance_m - longest_m < SMALLEST_SPIKE_M:
        return False
    return spike_band(distance_m, longest_m) is not SpikeBand.NONE
