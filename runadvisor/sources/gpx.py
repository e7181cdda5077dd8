"""GPX: track files of every maker; routes and waypoints are no activities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.text import N_
from runadvisor.sources.gpx_xml import gpx_document
from runadvisor.sources.import_report import Reading
from runadvisor.sources.point_recording import PointFile, digest_of, recording_of
from runadvisor.sources.point_text import clock_of, numbers
from runadvisor.sources.raw_points import RawPoints
from runadvisor.sources.sport_words import STRAVA_NUMBERS, sport_of
from runadvisor.sources.untimed import asked_for_times, dated_recording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.activity import Recording, Sport
    from runadvisor.sources.choices import Dating
    from runadvisor.sources.gpx_xml import GpxDocument, TextTrack
    from runadvisor.sources.import_report import ImportProblem
    from runadvisor.sources.place import Place
    from runadvisor.sources.point_text import Clock

SEPARATE_AFTER_S = 4 * 3600.0
"""Tracks further apart than this are separate activities: hand-helds write a track a day."""


def read_gpx(data: bytes, place: Place, dating: Dating | None = None) -> Reading:
    """Return the recordings of a GPX file; a bad file is a problem, never an exception.

    The start is the first track point that has a time: ``<metadata><time>`` is often the
    time of the export. Times without a zone are UTC, as the format says.

    Args:
        data: The unpacked file.
        place: Where it came from.
        dating: When tracks without times were run, where the person says it.
    """
    document = gpx_document(data)
    if document is None:
        return place.refused(_cut_short(place))
    groups = _groups(
        [
            _Timed(track, clock_of(track.points.column("time")))
            for track in document.tracks
            if len(track.points)
        ]
    )
    if not groups:
        return place.refused(_no_points(document, place))
    repairs = document.file.repairs(place)
    recordings: list[Recording] = []
    problems: list[ImportProblem] = []
    for group in groups:
        activity = _activity(group, digest_of(data, len(recordings)))
        found = recording_of(activity, place)
        if found is None and dating is not None:
            found = dated_recording(activity, dating, place)
        if found is None:
            problems.append(asked_for_times(activity.points, place))
            continue
        recordings.append(found[0])
        repairs.extend(found[1])
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
    if document.tracks and not document.file.was_salvaged:
        return place.problem(
            "no-points",
            N_(
                "The track holds no points, as of a treadmill run: time and distance are not in "
                "this file. Import the list of your activities (CSV) instead."
            ),
        )
    if document.has_route:
        return place.problem(
            "route",
            N_(
                "A planned route, not a run: it holds turns, not a track. If you ran it, add it "
                "by hand on the History page."
            ),
        )
    if document.file.was_salvaged:
        return _cut_short(place)
    return place.problem("no-track", N_("The GPX file holds no track, so no run either."))


# --- tracks that belong together -------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class _Timed:
    """A track with its times read."""

    track: TextTrack
    clock: Clock


def _groups(tracks: Sequence[_Timed]) -> list[list[_Timed]]:
    """Return the tracks that belong together; one without times joins the one before."""
    groups: list[list[_Timed]] = []
    span: tuple[float, float] | None = None
    for track in tracks:
        own = track.clock.span_s
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


def _activity(group: Sequence[_Timed], digest: str) -> PointFile:
    """Return the activity of tracks that belong together."""
    first = next((timed for timed in group if timed.clock.span_s is not None), group[0])
    name = next((timed.track.name for timed in group if timed.track.name), None)
    return PointFile(
        format="gpx",
        digest=digest,
        points=_raw_points(group),
        sport=_sport(group, name),
        name=name,
        zone_name=first.track.zone_name,
        offset=first.clock.offset,
        zone_is_assumed=not first.clock.has_zone,
    )


def _raw_points(group: Sequence[_Timed]) -> RawPoints:
    """Return the points of all tracks in file order; segments are numbered through."""
    segments: list[int] = []
    for timed in group:
        first = segments[-1] + 1 if segments else 0
        segments += [first + number for number in timed.track.points.segment]
    tracks = [timed.track.points for timed in group]
    names = dict.fromkeys(name for track in tracks for name in track.columns if name != "time")
    return RawPoints.of(
        np.concatenate([timed.clock.time_s for timed in group]),
        segment=np.array(segments, dtype=np.int32),
        **{
            name: np.concatenate([numbers(track.column(name)) for track in tracks])
            for name in names
        },
    )


def _sport(group: Sequence[_Timed], name: str | None) -> Sport | None:
    """Return the sport of ``<type>``, else of the title; ``None`` where neither names one."""
    for timed in group:
        text = timed.track.sport_text
        if text is not None and (sport := STRAVA_NUMBERS.get(text) or sport_of(text)) is not None:
            return sport
    return sport_of(name) if name is not None else None
