"""Recordings and activities as rows of the tables."""

from __future__ import annotations

from dataclasses import fields
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
from runadvisor.history.local_day import instant_of
from runadvisor.history.merging import Merged, merged

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLAIN = (
    *("digest", "source_id", "zone", "sport_is_known", "name", "distance_m", "moving_time_s"),
    *("elapsed_time_s", "elevation_gain_m", "elevation_loss_m", "average_heart_rate_bpm"),
    *("max_heart_rate_bpm", "average_cadence_spm", "session_rpe", "is_race", "points"),
)
"""Columns of a recording that are stored as they are."""
COLUMNS = (
    *("path", "member", "format", "started_at", "local_start", "zone_source"),
    *("precision", "sport"),
    *_PLAIN,
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


def recording_of(row: dict[str, Any]) -> Recording:
    """Return the recording of a row, without its track."""
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


_MERGED_INTO_ACTIVITY = tuple(
    field.name
    for field in fields(Merged)
    if field.name not in {"started_at", "local_start", "precision", "zone", "zone_source"}
)


def activity_of(row: Sequence[Any], recordings: Sequence[Recording]) -> Activity:
    """Return the activity of a row and of the recordings it is made from."""
    activity_id, started_at, precision, zone, zone_source, local_date = row
    best = merged(recordings)
    return Activity(
        activity_id=activity_id,
        started_at=datetime.fromisoformat(started_at),
        precision=StartPrecision(precision),
        zone=zone,
        zone_source=ZoneSource(zone_source),
        local_date=date.fromisoformat(local_date),
        sources=tuple(r.source for r in recordings),
        **{name: getattr(best, name) for name in _MERGED_INTO_ACTIVITY},
    )
