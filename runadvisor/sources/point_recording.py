"""Points and totals of one activity -> its recording; what all track readers share."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.activity import Recording, Source, Sport, ZoneSource
from runadvisor.domain.text import N_
from runadvisor.sources.device_totals import NO_TOTALS
from runadvisor.sources.parse import offset_zone
from runadvisor.sources.position_zone import zone_at
from runadvisor.sources.title_clock import doubt
from runadvisor.sources.track_summary import summary_of, summary_of_totals

if TYPE_CHECKING:
    from runadvisor.domain.activity import Lap
    from runadvisor.sources.device_totals import DeviceTotals
    from runadvisor.sources.import_report import Repair
    from runadvisor.sources.place import Place
    from runadvisor.sources.raw_points import RawPoints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PointFile:
    """What a reader found of one activity."""

    format: str
    digest: str
    points: RawPoints
    count: int | None = None
    """Points as the file holds them, where some were joined since."""
    sport: Sport | None
    """``None`` where nothing names it: running is assumed."""
    sport_is_known: bool = True
    name: str | None = None
    zone_name: str | None = None
    offset: timedelta | None = None
    """Of local time from UTC, where the file tells it."""
    position_is_real: bool = True
    """False for an indoor trainer's made-up world, whose places tell no zone."""
    zone_is_assumed: bool = False
    """Whether the times name no zone and were read as UTC."""
    totals: DeviceTotals = NO_TOTALS
    laps: tuple[Lap, ...] = ()
    """With their start in seconds since 1970, by the clock of ``totals.start_s``."""


def digest_of(data: bytes, number: int) -> str:
    """Return the digest of the numbered recording of a file, counted from 0.

    The first is that of the file itself: the history knows a file by it.
    """
    whole = hashlib.sha256(data).hexdigest()
    return whole if number == 0 else hashlib.sha256(f"{whole}#{number}".encode()).hexdigest()


def recording_of(file: PointFile, place: Place) -> tuple[Recording, list[Repair]] | None:
    """Return the recording and what was mended; ``None`` where nothing tells its time."""
    points = file.points
    sport_is_known = file.sport is not None and file.sport_is_known
    sport = file.sport or Sport.RUN
    summary = summary_of(points, sport=sport, sport_is_known=sport_is_known, totals=file.totals)
    summary = summary or summary_of_totals(file.totals, sport=sport)
    if summary is None:
        return None
    repairs = [place.repair(each.code, each.sentence, **each.values) for each in summary.mended]
    if file.zone_is_assumed:
        repairs.append(place.repair("zone-assumed", N_("The times name no zone: read as UTC (Z).")))
    if len(points) == 1 and not file.totals.moving_time_s:
        repairs.append(
            place.repair(
                "one-point", N_("The track holds one point only: time and distance are unknown.")
            )
        )
    clock_s = summary.start_s if file.totals.start_s is None else file.totals.start_s
    started_at = datetime.fromtimestamp(summary.start_s, tz=UTC)
    zone, zone_source = zone_of(file)
    if zone is not None and zone_source is ZoneSource.POSITION:
        note = doubt(file.name, started_at, zone, place)
        repairs += [note] if note is not None else []
    recording = Recording(
        source=Source(path=place.path, member=place.member, format=file.format),
        digest=file.digest,
        started_at=started_at,
        local_start=_local(started_at, file.offset),
        zone=zone,
        zone_source=zone_source,
        sport=summary.sport,
        sport_is_known=sport_is_known,
        name=file.name,
        distance_m=summary.distance_m,
        moving_time_s=summary.moving_time_s,
        elapsed_time_s=summary.elapsed_time_s,
        elevation_gain_m=summary.elevation_gain_m,
        elevation_loss_m=summary.elevation_loss_m,
        average_heart_rate_bpm=summary.average_heart_rate_bpm,
        max_heart_rate_bpm=summary.max_heart_rate_bpm,
        average_cadence_spm=summary.average_cadence_spm,
        points=len(points) if file.count is None else file.count,
        track=summary.track,
        laps=tuple(replace(lap, start_s=lap.start_s - clock_s) for lap in file.laps),
    )
    return recording, repairs


def _local(started_at: datetime, offset: timedelta | None) -> datetime | None:
    return (started_at + offset).replace(tzinfo=None) if offset is not None else None


def zone_of(file: PointFile) -> tuple[str | None, ZoneSource | None]:
    """Return the zone a tag or the times tell, else that of the first position."""
    if file.zone_name is not None:
        return file.zone_name, ZoneSource.SOURCE
    if file.offset is not None and (zone := offset_zone(file.offset)) is not None:
        return zone, ZoneSource.SOURCE
    points = file.points
    if not file.position_is_real:
        return None, None
    placed = np.flatnonzero(np.isfinite(points.latitude_deg) & (np.abs(points.latitude_deg) > 0))
    if len(placed):
        at = placed[0]
        zone = zone_at(float(points.latitude_deg[at]), float(points.longitude_deg[at]))
        if zone is not None:
            return zone, ZoneSource.POSITION
    return None, None
