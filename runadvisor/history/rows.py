"""Recordings and activities as rows of the tables."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from runadvisor.domain.activity import (
    Activity,
    Recording,
    Source,
    Sport,
    StartPrecision,
    ZoneSource,
)
from runadvisor.history.local_day import instant_of, wall_clock

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runadvisor.history.merging import Merged

_PLAIN = (
    *(
        "digest",
        "source_id",
        "external_id",
        "zone",
        "sport_is_known",
        "name",
        "distance_m",
        "moving_time_s",
    ),
    *("elapsed_time_s", "elevation_gain_m", "elevation_loss_m", "average_heart_rate_bpm"),
    *("max_heart_rate_bpm", "average_cadence_spm", "session_rpe", "is_race", "points", "notes"),
)
"""Columns of a recording that are stored as they are."""
RECORDING_COLUMNS = (
    *("path", "member", "format", "started_at", "local_start", "zone_source"),
    *("precision", "sport"),
    *_PLAIN,
)
_PLAIN_OF_ACTIVITY = (
    *("zone", "name", "distance_m", "moving_time_s", "elapsed_time_s", "elevation_gain_m"),
    *("elevation_loss_m", "average_heart_rate_bpm", "max_heart_rate_bpm"),
    *("average_cadence_spm", "session_rpe", "points", "notes"),
)
ACTIVITY_COLUMNS = (
    *("id", "started_at", "precision", "zone_source", "local_date", "sport", "is_race"),
    *("ignores_heart_rate", "edited"),
    *_PLAIN_OF_ACTIVITY,
)


def instant(best: Merged, zone: str) -> datetime:
    """Return the UTC start; a wall-clock time is read in ``zone``."""
    if best.started_at is not None:
        return best.started_at.astimezone(UTC)
    if best.local_start is None:
        msg = "a recording has a start, in UTC or local"
        raise ValueError(msg)
    return instant_of(best.local_start, zone)


def row_of(recording: Recording) -> dict[str, Any]:
    """Return the columns of a recording."""
    row: dict[str, Any] = {
        "path": recording.source.path,
        "member": recording.source.member,
        "format": recording.source.format,
        "started_at": recording.started_at and recording.started_at.astimezone(UTC).isoformat(),
        "local_start": recording.local_start and recording.local_start.isoformat(),
        "zone_source": recording.zone_source and recording.zone_source.value,
        "precision": recording.precision.value,
        "sport": recording.sport.value,
    }
    return row | {name: getattr(recording, name) for name in _PLAIN}


def recording_of(row: Mapping[str, Any]) -> Recording:
    """Return the recording of a row, without its track and laps."""
    started_at, local_start, zone_source = row["started_at"], row["local_start"], row["zone_source"]
    plain: dict[str, Any] = {name: row[name] for name in _PLAIN}
    plain |= {"sport_is_known": bool(row["sport_is_known"]), "is_race": bool(row["is_race"])}
    return Recording(
        **plain,
        source=Source(path=row["path"], member=row["member"], format=row["format"]),
        started_at=started_at and datetime.fromisoformat(started_at),
        local_start=local_start and datetime.fromisoformat(local_start),
        zone_source=zone_source and ZoneSource(zone_source),
        precision=StartPrecision(row["precision"]),
        sport=Sport(row["sport"]),
    )


def activity_from(
    activity_id: int,
    best: Merged,
    sources: Sequence[Source],
    *,
    zone: str,
    zone_source: ZoneSource,
) -> Activity:
    """Return the activity of merged fields, placed in its zone."""
    start = instant(best, zone)
    return Activity(
        activity_id=activity_id,
        started_at=start,
        precision=best.precision,
        zone=zone,
        zone_source=zone_source,
        local_date=wall_clock(start, zone).date(),
        sport=best.sport,
        is_race=best.is_race,
        ignores_heart_rate=best.ignores_heart_rate,
        edited=best.edited,
        sources=tuple(sources),
        **{name: getattr(best, name) for name in _PLAIN_OF_ACTIVITY if name != "zone"},
    )


def activity_row(activity: Activity) -> tuple[Any, ...]:
    """Return the columns of an activity, in the order of ``ACTIVITY_COLUMNS``."""
    return (
        activity.activity_id,
        activity.started_at.isoformat(),
        activity.precision.value,
        activity.zone_source.value,
        activity.local_date.isoformat(),
        activity.sport.value,
        activity.is_race,
        activity.ignores_heart_rate,
        " ".join(sorted(activity.edited)),
        *(getattr(activity, name) for name in _PLAIN_OF_ACTIVITY),
    )


def activity_of(row: Sequence[Any], sources: Sequence[Source]) -> Activity:
    """Return the activity of a row in the order of ``ACTIVITY_COLUMNS``."""
    values = dict(zip(ACTIVITY_COLUMNS, row, strict=True))
    return Activity(
        activity_id=values["id"],
        started_at=datetime.fromisoformat(values["started_at"]),
        precision=StartPrecision(values["precision"]),
        zone_source=ZoneSource(values["zone_source"]),
        local_date=date.fromisoformat(values["local_date"]),
        sport=Sport(values["sport"]),
        is_race=bool(values["is_race"]),
        ignores_heart_rate=bool(values["ignores_heart_rate"]),
        edited=frozenset(values["edited"].split()),
        sources=tuple(sources),
        **{name: values[name] for name in _PLAIN_OF_ACTIVITY},
    )
