"""The activities of an export: the list, and what each track's file is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.activity import StartPrecision
from runadvisor.export.table import ExportTable
from runadvisor.history.local_day import wall_clock
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runadvisor.domain.activity import Activity
    from runadvisor.export.table import Cell

_AS_KEPT = (
    *("distance_m", "moving_time_s", "elapsed_time_s", "elevation_gain_m", "elevation_loss_m"),
    *("average_heart_rate_bpm", "max_heart_rate_bpm", "average_cadence_spm", "session_rpe"),
)
COLUMNS = (
    *("activity", "started_at", "local_start", "zone", "sport", "name"),
    *_AS_KEPT,
    *("race", "points", "notes", "sources", "track"),
)
"""``sources.own_export`` knows its own list by these."""


def activity_table(activities: Sequence[Activity], tracks: Mapping[int, str]) -> ExportTable:
    """Lay out activities, a row each, in the order given.

    Args:
        activities: All that are kept.
        tracks: Activity id -> the file of its track, from the folder of the list.
    """
    return ExportTable(
        name="activities",
        about=_("every activity, with the file of its track where it has one"),
        columns=COLUMNS,
        rows=[_row(one, tracks.get(one.activity_id)) for one in activities],
    )


def activity_key(activity: Activity) -> str:
    """Return what an activity is called in an export: ``2026-11-22-080000-812``.

    Day and time come first because people sort files by name; the number keeps two
    activities of one second apart, and the time two histories with the same numbers.
    """
    start = wall_clock(activity.started_at, activity.zone)
    return f"{start:%Y-%m-%d-%H%M%S}-{activity.activity_id}"


def _row(activity: Activity, track: str | None) -> tuple[Cell, ...]:
    return (
        activity_key(activity),
        None if activity.precision is StartPrecision.DAY else activity.started_at,
        _local_start(activity),
        activity.zone,
        activity.sport.value,
        activity.name,
        *(getattr(activity, name) for name in _AS_KEPT),
        activity.is_race,
        activity.points,
        activity.notes,
        "; ".join(
            f"{source.path}#{source.member}" if source.member else source.path
            for source in activity.sources
        ),
        track,
    )


def _local_start(activity: Activity) -> str:
    """Return the wall clock as exactly as it is known."""
    start = wall_clock(activity.started_at, activity.zone)
    if activity.precision is StartPrecision.DAY:
        return f"{start:%Y-%m-%d}"
    if activity.precision is StartPrecision.MINUTE:
        return f"{start:%Y-%m-%d %H:%M}"
    return f"{start:%Y-%m-%d %H:%M:%S}"
