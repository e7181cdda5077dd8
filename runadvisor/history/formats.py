"""What the format of a recording says about it: a person's own list, or a device's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.activity import BY_HAND

if TYPE_CHECKING:
    from runadvisor.domain.activity import Recording

_RICHEST_FIRST = ("fit", "tcx", "gpx")
_WITH_DEVICE_TOTALS = frozenset(
    {"strava-csv", "garmin-csv", "runkeeper-csv", "intervals-csv", "runadvisor-csv"}
)


def is_list(recording: Recording) -> bool:
    """Whether it is a row of a list, or typed in: its title and sport are a person's words."""
    kind = recording.source.format
    return kind == BY_HAND or kind.endswith("csv") or kind.startswith("list")


def has_device_totals(recording: Recording) -> bool:
    """Whether it is a row of a service's list, which holds the totals of the device."""
    return recording.source.format in _WITH_DEVICE_TOTALS


def is_own_export(recording: Recording) -> bool:
    """Whether it is what a history kept already: merged, and corrected by the runner."""
    return recording.source.format == "runadvisor-csv"


def track_rank(recording: Recording) -> int:
    """Return how much a track of this format holds besides positions; 0 is the richest."""
    kind = recording.source.format
    if kind in _RICHEST_FIRST:
        return _RICHEST_FIRST.index(kind)
    return len(_RICHEST_FIRST) + is_list(recording)
