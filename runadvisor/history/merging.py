"""Recordings of one activity -> its fields: the best of each, by a fixed order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from runadvisor.domain.activity import Sport, StartPrecision

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from runadvisor.domain.activity import Recording, ZoneSource

_T = TypeVar("_T")

_LIST_WITH_DEVICE_TOTALS = ("strava-csv", "garmin-csv", "runkeeper-csv", "intervals-csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The fields of an activity before its zone is settled."""

    started_at: datetime | None
    local_start: datetime | None
    precision: StartPrecision
    zone: str | None
    zone_source: ZoneSource | None
    sport: Sport
    name: str | None
    distance_m: float | None
    moving_time_s: float | None
    elapsed_time_s: float | None
    elevation_gain_m: float | None
    elevation_loss_m: float | None
    average_heart_rate_bpm: float | None
    max_heart_rate_bpm: float | None
    average_cadence_spm: float | None
    session_rpe: float | None
    is_race: bool
    points: int


def merged(recordings: Sequence[Recording]) -> Merged:
    """Return the best of each field.

    Start and zone come from whoever knows them most exactly; sport and title from the
    person's own list, where they were edited; distance, time and climb from a list with
    the device's totals, then from the track, then from a hand-kept list; heart rate,
    cadence and effort from whoever has them.
    """
    by_start = sorted(recordings, key=_start_rank)
    by_words = sorted(recordings, key=lambda r: (not r.sport_is_known, not _is_list(r), r.digest))
    by_size = sorted(recordings, key=_size_rank)
    first = by_start[0]
    zoned = next((r for r in by_start if r.zone is not None), first)
    return Merged(
        started_at=_first(by_start, lambda r: r.started_at),
        local_start=_first(by_start, lambda r: r.local_start),
        precision=first.precision,
        zone=zoned.zone,
        zone_source=zoned.zone_source,
        sport=by_words[0].sport,
        name=_first(
            sorted(recordings, key=lambda r: (not _is_list(r), r.digest)), lambda r: r.name
        ),
        distance_m=_first(by_size, lambda r: r.distance_m),
        moving_time_s=_first(by_size, lambda r: r.moving_time_s),
        elapsed_time_s=_first(by_size, lambda r: r.elapsed_time_s),
        elevation_gain_m=_first(by_size, lambda r: r.elevation_gain_m),
        elevation_loss_m=_first(by_size, lambda r: r.elevation_loss_m),
        average_heart_rate_bpm=_first(by_size, lambda r: r.average_heart_rate_bpm),
        max_heart_rate_bpm=_first(by_size, lambda r: r.max_heart_rate_bpm),
        average_cadence_spm=_first(by_size, lambda r: r.average_cadence_spm),
        session_rpe=_first(by_size, lambda r: r.session_rpe),
        is_race=any(r.is_race for r in recordings),
        points=max(r.points for r in recordings),
    )


def _first(recordings: Sequence[Recording], field: Callable[[Recording], _T | None]) -> _T | None:
    return next((value for r in recordings if (value := field(r)) is not None), None)


def _is_list(recording: Recording) -> bool:
    return recording.source.format.endswith("csv")


_PRECISION_RANK = {StartPrecision.SECOND: 0, StartPrecision.MINUTE: 1, StartPrecision.DAY: 2}


def _start_rank(recording: Recording) -> tuple[object, ...]:
    return (
        recording.started_at is None,
        _PRECISION_RANK[recording.precision],
        recording.zone is None,
        -recording.points,
        recording.digest,
    )


def _size_rank(recording: Recording) -> tuple[object, ...]:
    if recording.source.format in _LIST_WITH_DEVICE_TOTALS:
        rank = 0
    else:
        rank = 2 if _is_list(recording) else 1
    return (rank, -recording.points, recording.digest)
