"""Recordings of one activity -> its fields: the best of each, by a fixed order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from runadvisor.domain.activity import BY_HAND, Sport, StartPrecision, ZoneSource
from runadvisor.history.changes import EditField
from runadvisor.history.formats import has_device_totals, is_list, is_own_export, track_rank

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from runadvisor.domain.activity import Recording
    from runadvisor.history.changes import EditValue

_T = TypeVar("_T")

_CUT_SHORT = 0.8
"""A track that covers less than this share of the longest is no whole one."""


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
    notes: str | None
    ignores_heart_rate: bool = False
    edited: frozenset[str] = frozenset()


def merged(recordings: Sequence[Recording]) -> Merged:
    """Return the best of each field.

    Start and zone come from whoever knows them most exactly; sport, title, effort and notes
    from the person's own words, where there are any; distance, time and climb from a list
    with the device's totals, then from the richest track, then from a hand-kept list; heart
    rate and cadence from whoever has them.
    """
    by_start = sorted(recordings, key=_start_rank)
    by_words = sorted(recordings, key=_words_rank)
    by_size = sorted(recordings, key=_size_rank)
    first = by_start[0]
    zoned = next((r for r in by_start if r.zone is not None), first)
    knowing = min(by_words, key=lambda r: not r.sport_is_known)
    return Merged(
        started_at=_first(by_start, lambda r: r.started_at),
        local_start=_first(by_start, lambda r: r.local_start),
        precision=first.precision,
        zone=zoned.zone,
        zone_source=zoned.zone_source,
        sport=knowing.sport,
        name=_first(by_words, lambda r: r.name),
        distance_m=_first(by_size, lambda r: r.distance_m),
        moving_time_s=_first(by_size, lambda r: r.moving_time_s),
        elapsed_time_s=_first(by_size, lambda r: r.elapsed_time_s),
        elevation_gain_m=_first(by_size, lambda r: r.elevation_gain_m),
        elevation_loss_m=_first(by_size, lambda r: r.elevation_loss_m),
        average_heart_rate_bpm=_first(by_size, lambda r: r.average_heart_rate_bpm),
        max_heart_rate_bpm=_first(by_size, lambda r: r.max_heart_rate_bpm),
        average_cadence_spm=_first(by_size, lambda r: r.average_cadence_spm),
        session_rpe=_first(by_words, lambda r: r.session_rpe),
        is_race=any(r.is_race for r in recordings),
        points=max(r.points for r in recordings),
        notes=_first(by_words, lambda r: r.notes),
    )


def with_edits(best: Merged, edits: Mapping[EditField, EditValue]) -> Merged:
    """Return the fields with what the runner set by hand over them."""
    if not edits:
        return best
    changes: dict[str, Any] = {field.value: value for field, value in edits.items()}
    if EditField.SPORT in edits:
        changes["sport"] = Sport(changes["sport"])
    for words in {"name", "notes"}.intersection(changes):
        changes[words] = changes[words] or None
    if EditField.ZONE in edits:
        changes["zone_source"] = ZoneSource.BY_HAND
    if EditField.LOCAL_START in edits:
        # The instant follows from the wall clock that was typed in.
        changes |= {
            "local_start": datetime.fromisoformat(changes["local_start"]),
            "started_at": None,
            "precision": StartPrecision.MINUTE,
        }
    if edits.get(EditField.IGNORES_HEART_RATE):
        changes |= {"average_heart_rate_bpm": None, "max_heart_rate_bpm": None}
    return replace(best, **changes, edited=frozenset(field.value for field in edits))


def richest_first(recordings: Sequence[Recording]) -> list[Recording]:
    """Return recordings by how much their track holds, one that was cut short last."""
    longest_s = max(r.elapsed_time_s or 0.0 for r in recordings)

    def rank(recording: Recording) -> tuple[object, ...]:
        is_short = (recording.elapsed_time_s or 0.0) < _CUT_SHORT * longest_s
        return (
            not recording.points,
            is_short,
            track_rank(recording),
            -recording.points,
            recording.digest,
        )

    return sorted(recordings, key=rank)


def _first(recordings: Sequence[Recording], field: Callable[[Recording], _T | None]) -> _T | None:
    return next((value for r in recordings if (value := field(r)) is not None), None)


_PRECISION_RANK = {StartPrecision.SECOND: 0, StartPrecision.MINUTE: 1, StartPrecision.DAY: 2}


def _start_rank(recording: Recording) -> tuple[object, ...]:
    return (
        not is_own_export(recording),
        recording.started_at is None,
        _PRECISION_RANK[recording.precision],
        recording.zone is None,
        -recording.points,
        recording.digest,
    )


def _words_rank(recording: Recording) -> tuple[object, ...]:
    is_typed = recording.source.format == BY_HAND
    is_own = is_own_export(recording)
    return (not is_typed, not is_own, not is_list(recording), recording.digest)


def _size_rank(recording: Recording) -> tuple[object, ...]:
    rank = 0 if has_device_totals(recording) else 1 + is_list(recording)
    return (
        not is_own_export(recording),
        rank,
        track_rank(recording),
        -recording.points,
        recording.digest,
    )
