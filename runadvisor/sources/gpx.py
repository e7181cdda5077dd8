"""GPX: track files of every maker; routes and waypoints are no activities."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.activity import Recording, Source, Sport, ZoneSource
from runadvisor.domain.text import N_
from runadvisor.sources.gpx_xml import gpx_document
from runadvisor.sources.import_report import Reading
from runadvisor.sources.parse import FIRST_YEAR, LAST_YEAR, offset_zone
from runadvisor.sources.position_zone import zone_at
from runadvisor.sources.sport_words import STRAVA_NUMBERS, sport_of
from runadvisor.sources.track_summary import RawPoints, summary_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.sources.gpx_xml import GpxDocument, TextTrack
    from runadvisor.sources.import_report import ImportProblem, Repair
    from runadvisor.sources.place import Place
    from runadvisor.sources.repair import Floats

SEPARATE_AFTER_S = 4 * 3600.0
"""Tracks further apart than this are separate activities: hand-helds write a track a day."""


def read_gpx(data: bytes, place: Place) -> Reading:
    """Return the recordings of a GPX file; a bad file is a problem, never an exception.

    The start is the first track point that has a time: ``<metadata><time>`` is often the
    time of the export. Times without a zone are UTC, as the format says.

    Args:
        data: The unpacked file.
        place: Where it came from.
    """
    document = gpx_document(data)
    if document is None:
        return place.refused(_cut_short(place))
    groups = _groups([_Timed.of(track) for track in document.tracks if len(track.columns)])
    if not groups:
        return place.refused(_no_points(document, place))
    repairs = _file_repairs(document, place)
    recordings: list[Recording] = []
    problems: list[ImportProblem] = []
    digest = hashlib.sha256(data).hexdigest()
    for number, group in enumerate(groups):
        part = digest if number == 0 else hashlib.sha256(f"{digest}#{number}".encode()).hexdigest()
        recording = _recording(group, place, part, repairs)
        if recording is None:
            problems.append(_planned(group, place))
        else:
            recordings.append(recording)
    return Reading(
        path=place.path,
        member=place.member,
        recordings=tuple(recordings),
        problems=tuple(problems),
        repairs=tuple(repairs) if recordings else (),
    )


# --- what can be wrong with the whole file ---------------------------------------------


def _cut_short(place: Place) -> ImportProblem:
    return place.problem(
        "cut-short",
        N_("The GPX file is damaged and holds no whole point. Export or download it again."),
    )


def _no_points(document: GpxDocument, place: Place) -> ImportProblem:
    if document.tracks and not document.was_salvaged:
        return place.problem(
            "no-points",
            N_(
                "The track holds no points, as of a treadmill run: time and distance are not in "
                "this file. Import the list of your activities (CSV) instead."
            ),
        )
    if document.has_route:
        return place.problem("route", N_("A planned route, not a run: it holds no track."))
    if document.was_salvaged:
        return _cut_short(place)
    return place.problem("no-track", N_("The GPX file holds no track, so no run either."))


def _planned(group: Sequence[_Timed], place: Place) -> ImportProblem:
    return place.problem(
        "no-times",
        N_(
            "None of the {points} points has a time: a planned route, not a run. If you ran it, "
            "add it to a list with its date and time."
        ),
        points=sum(len(track.time_s) for track in group),
    )


def _file_repairs(document: GpxDocument, place: Place) -> list[Repair]:
    repairs: list[Repair] = []
    if document.had_leading_blanks:
        repairs.append(
            place.repair(
                "leading-blanks", N_("Blanks stood before the first line of the file: ignored.")
            )
        )
    if document.was_salvaged:
        repairs.append(
            place.repair(
                "salvaged",
                N_(
                    "The file is damaged or cut short: only its whole points were read. The "
                    "activity may be longer; export it again to be sure."
                ),
            )
        )
    return repairs


# --- clocks ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class _Timed:
    """A track with its times read."""

    track: TextTrack
    time_s: Floats
    """Seconds since 1970, UTC; NaN unknown."""
    offset: timedelta | None
    """Of the first timed point, where it tells one other than Z."""
    has_zone: bool

    @classmethod
    def of(cls, track: TextTrack) -> _Timed:
        time_s = _plain_times(track.columns.time)
        if time_s is not None:
            return cls(track, time_s, None, has_zone=True)
        moments = [_instant(text) for text in track.columns.time]
        first = next((moment for moment in moments if moment is not None), None)
        return cls(
            track,
            np.array([np.nan if moment is None else moment.epoch_s for moment in moments]),
            first.offset if first is not None else None,
            has_zone=first is None or first.has_zone,
        )

    @property
    def span_s(self) -> tuple[float, float] | None:
        """First and last time, ``None`` where no point has one."""
        if not np.isfinite(self.time_s).any():
            return None
        return float(np.nanmin(self.time_s)), float(np.nanmax(self.time_s))


_PLAIN_TIMES = re.compile(r"(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z ?)+", re.ASCII)
_FIRST_S = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC).timestamp()
_LAST_S = datetime(LAST_YEAR, 1, 1, tzinfo=UTC).timestamp()


def _plain_times(texts: Sequence[str | None]) -> Floats | None:
    """Return times where all are written ``2024-03-10T06:30:00Z``, the quick common case."""
    known = [text for text in texts if text is not None]
    # numpy's parser takes more than times ("now"): one look at all of them first.
    if len(known) < len(texts) or _PLAIN_TIMES.fullmatch(" ".join(known)) is None:
        return None
    try:
        bare = [text[:-1] for text in known]
        time_s = np.array(bare, dtype="datetime64[ms]").astype(np.int64) / 1000.0
    except ValueError:
        return None
    is_sane = time_s.min() >= _FIRST_S and time_s.max() <= _LAST_S
    return time_s if is_sane else None


@dataclass(frozen=True, slots=True)
class _Instant:
    epoch_s: float
    offset: timedelta | None
    has_zone: bool


def _instant(text: str | None) -> _Instant | None:
    if text is None:
        return None
    plain = text.strip().upper()
    try:
        time = datetime.fromisoformat(plain)
    except ValueError:
        return None
    offset = time.utcoffset()
    if offset is None:
        time = time.replace(tzinfo=UTC)
    epoch_s = time.timestamp()
    if not _FIRST_S <= epoch_s <= _LAST_S:
        return None
    is_hint = offset is not None and not plain.endswith("Z")
    return _Instant(epoch_s, offset if is_hint else None, has_zone=offset is not None)


def _groups(tracks: Sequence[_Timed]) -> list[list[_Timed]]:
    """Return the tracks that belong together; one without times joins the one before."""
    groups: list[list[_Timed]] = []
    span: tuple[float, float] | None = None
    for track in tracks:
        own = track.span_s
        is_apart = (
            own is not None
            and span is not None
            and (own[0] - span[1] > SEPARATE_AFTER_S or span[0] - own[1] > SEPARATE_AFTER_S)
        )
        if not groups or is_apart:
            groups.append([track])
            span = own
            continue
        groups[-1].append(track)
        if own is not None:
            span = own if span is None else (min(span[0], own[0]), max(span[1], own[1]))
    return groups


# --- recordings ------------------------------------------------------------------------


def _recording(
    group: Sequence[_Timed], place: Place, digest: str, repairs: list[Repair]
) -> Recording | None:
    """Return the recording of tracks that belong together; ``None`` where none has a time."""
    raw = _raw_points(group)
    name = next((timed.track.name for timed in group if timed.track.name), None)
    sport = _sport(group, name)
    summary = summary_of(raw, sport=sport or Sport.RUN, sport_is_known=sport is not None)
    if summary is None:
        return None
    repairs.extend(
        place.repair(mended.code, mended.sentence, **mended.values) for mended in summary.mended
    )
    first = next(timed for timed in group if timed.span_s is not None)
    if not first.has_zone:
        repairs.append(place.repair("zone-assumed", N_("The times name no zone: read as UTC (Z).")))
    if len(raw) == 1:
        repairs.append(
            place.repair(
                "one-point", N_("The track holds one point only: time and distance are unknown.")
            )
        )
    started_at = datetime.fromtimestamp(summary.start_s, tz=UTC)
    zone, zone_source = _zone(first, raw)
    return Recording(
        source=Source(path=place.path, member=place.member, format="gpx"),
        digest=digest,
        started_at=started_at,
        local_start=(
            (started_at + first.offset).replace(tzinfo=None) if first.offset is not None else None
        ),
        zone=zone,
        zone_source=zone_source,
        sport=summary.sport,
        sport_is_known=sport is not None,
        name=name,
        distance_m=summary.distance_m,
        moving_time_s=summary.moving_time_s,
        elapsed_time_s=summary.elapsed_time_s,
        elevation_gain_m=summary.elevation_gain_m,
        elevation_loss_m=summary.elevation_loss_m,
        average_heart_rate_bpm=summary.average_heart_rate_bpm,
        max_heart_rate_bpm=summary.max_heart_rate_bpm,
        average_cadence_spm=summary.average_cadence_spm,
        points=len(raw),
        track=summary.track,
    )


def _raw_points(group: Sequence[_Timed]) -> RawPoints:
    """Return the points of all tracks in file order; segments are numbered through."""
    segments: list[int] = []
    for timed in group:
        first = segments[-1] + 1 if segments else 0
        segments.extend(first + number for number in timed.track.columns.segment)
    columns = [timed.track.columns for timed in group]
    return RawPoints(
        time_s=np.concatenate([timed.time_s for timed in group]),
        latitude_deg=_numbers([text for column in columns for text in column.latitude]),
        longitude_deg=_numbers([text for column in columns for text in column.longitude]),
        altitude_m=_numbers([text for column in columns for text in column.altitude]),
        heart_rate_bpm=_numbers([text for column in columns for text in column.heart_rate]),
        cadence=_numbers([text for column in columns for text in column.cadence]),
        segment=np.array(segments, dtype=np.int32),
    )


def _numbers(texts: Sequence[str | None]) -> Floats:
    """Return a column of numbers; what is none is NaN, and so is what is infinite."""
    try:
        column = np.array([float(text) for text in texts])  # pyright: ignore[reportArgumentType]  # None raises TypeError
    except (TypeError, ValueError):
        column = np.array([_number(text) for text in texts], dtype=np.float64)
    return np.where(np.isfinite(column), column, np.nan)


def _number(text: str | None) -> float:
    try:
        return float((text or "nan").replace(",", "."))
    except ValueError:
        return np.nan


def _sport(group: Sequence[_Timed], name: str | None) -> Sport | None:
    """Return the sport of ``<type>``, else of the title; ``None`` where neither names one."""
    for timed in group:
        text = timed.track.sport_text
        if text is not None and (sport := STRAVA_NUMBERS.get(text) or sport_of(text)) is not None:
            return sport
    return sport_of(name) if name is not None else None


def _zone(first: _Timed, raw: RawPoints) -> tuple[str | None, ZoneSource | None]:
    """Return the zone a tag or the times tell, else that of the first position."""
    if first.track.zone_name is not None:
        return first.track.zone_name, ZoneSource.SOURCE
    if first.offset is not None and (zone := offset_zone(first.offset)) is not None:
        return zone, ZoneSource.SOURCE
    placed = np.flatnonzero(np.isfinite(raw.latitude_deg) & (np.abs(raw.latitude_deg) > 0))
    if len(placed):
        zone = zone_at(float(raw.latitude_deg[placed[0]]), float(raw.longitude_deg[placed[0]]))
        if zone is not None:
            return zone, ZoneSource.POSITION
    return None, None
