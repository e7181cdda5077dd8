"""KML: recorded tracks (``gx:Track``) of phones; lines and places without times are no activity."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.text import N_
from runadvisor.sources.import_report import Reading
from runadvisor.sources.point_recording import PointFile, digest_of, recording_of
from runadvisor.sources.point_text import clock_of, numbers
from runadvisor.sources.raw_points import RawPoints
from runadvisor.sources.sport_words import sport_of
from runadvisor.sources.xml_file import local_name, text_of, xml_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from runadvisor.domain.activity import Recording, Sport
    from runadvisor.sources.import_report import ImportProblem
    from runadvisor.sources.place import Place
    from runadvisor.sources.repair import Floats

_SENSORS = {
    "heart_rate": "heart_rate_bpm",
    "heartrate": "heart_rate_bpm",
    "cadence": "cadence",
    "speed": "speed_mps",
    "distance": "distance_m",
    "trackpoint_distance": "step_m",
}
"""Columns of a track by the names their makers give them."""


def read_kml(data: bytes, place: Place) -> Reading:
    """Return the recordings of a KML file; a bad file is a problem, never an exception.

    Args:
        data: The unpacked file.
        place: Where it came from.
    """
    file = xml_file(data)
    if file is None:
        return place.refused(place.problem("cut-short", CUT_SHORT))
    recordings: list[Recording] = []
    problems: list[ImportProblem] = []
    repairs = file.repairs(place)
    for mark in _marks(file.root):
        segments = [_segment(track) for track in mark.tracks]
        if any(each.is_unequal for each in segments) and not file.was_salvaged:
            problems.append(place.problem("unequal", UNEQUAL))
            continue
        found = recording_of(_activity(mark, segments, digest_of(data, len(recordings))), place)
        if found is None:
            problems.append(place.problem("no-points", NO_POINTS))
            continue
        recordings.append(found[0])
        repairs += found[1]
    if not recordings and not problems:
        problems.append(
            place.problem("cut-short", CUT_SHORT)
            if file.was_salvaged
            else place.problem("no-track", NO_TRACK)
        )
    return Reading(
        path=place.path,
        member=place.member,
        recordings=tuple(recordings),
        problems=tuple(problems),
        repairs=tuple(repairs) if recordings else (),
    )


CUT_SHORT = N_("The KML file is damaged and holds no whole track. Export or download it again.")
UNEQUAL = N_(
    "The track has another number of times than of places: they cannot be matched. Export the "
    "activity as GPX instead."
)
NO_POINTS = N_("The track holds no points with times, so no run either.")
NO_TRACK = N_("The KML file holds places or lines without times: a map, not a run.")


@dataclass(frozen=True, slots=True, eq=False)
class _Mark:
    """One ``<Placemark>`` with the tracks in it."""

    element: etree._Element
    tracks: Sequence[etree._Element]


def _marks(root: etree._Element) -> Iterator[_Mark]:
    for element in root.iter("{*}Placemark"):
        tracks = list(element.iter("{*}Track"))
        if tracks:
            yield _Mark(element, tracks)


@dataclass(slots=True, eq=False)
class _Segment:
    """One ``<gx:Track>`` as text: times and places stand in lists of their own."""

    times: list[str | None] = field(default_factory=list[str | None])
    places: list[str | None] = field(default_factory=list[str | None])
    sensors: dict[str, list[str | None]] = field(default_factory=dict[str, list[str | None]])

    @property
    def is_unequal(self) -> bool:
        """Whether times and places cannot be matched."""
        return len(self.times) != len(self.places)

    def __len__(self) -> int:
        """Count the points that have both."""
        return min(len(self.times), len(self.places))


def _segment(track: etree._Element) -> _Segment:
    segment = _Segment()
    for element in track.iter("{*}when", "{*}coord", "{*}SimpleArrayData"):
        name = local_name(element.tag)
        if name == "when":
            segment.times.append(text_of(element))
        elif name == "coord":
            segment.places.append(text_of(element))
        elif (column := _SENSORS.get((element.get("name") or "").lower())) is not None:
            segment.sensors[column] = [text_of(value) for value in element.iter("{*}value")]
    return segment


def _activity(mark: _Mark, segments: Sequence[_Segment], digest: str) -> PointFile:
    clock = clock_of([text for each in segments for text in each.times[: len(each)]])
    longitude, latitude, altitude = _places(segments)
    known: dict[str, Floats] = {
        name: numbers([text for each in segments for text in _column(each, name)])
        for name in dict.fromkeys(name for each in segments for name in each.sensors)
    }
    steps = known.pop("step_m", None)
    if steps is not None:
        known["distance_m"] = np.nancumsum(steps)
    points = RawPoints.of(
        clock.time_s,
        segment=np.repeat(np.arange(len(segments)), [len(each) for each in segments]).astype(
            np.int32
        ),
        latitude_deg=latitude,
        longitude_deg=longitude,
        altitude_m=altitude,
        **known,
    )
    name = next((text_of(child) for child in mark.element if local_name(child.tag) == "name"), None)
    return PointFile(
        format="kml",
        digest=digest,
        points=points,
        sport=_sport(mark.element, name),
        name=name,
        offset=clock.offset,
        zone_is_assumed=not clock.has_zone,
    )


def _column(segment: _Segment, name: str) -> list[str | None]:
    """Return a sensor's values for the points of a segment; missing ones are unknown."""
    values = segment.sensors.get(name, [])[: len(segment)]
    return values + [None] * (len(segment) - len(values))


def _places(segments: Sequence[_Segment]) -> tuple[Floats, Floats, Floats]:
    """Return longitude, latitude and altitude; an empty place is a point without a position."""
    parts = [
        [*(text or "").replace(",", " ").split(), *_NOWHERE][:3]
        for each in segments
        for text in each.places[: len(each)]
    ]
    longitude, latitude, altitude = zip(*parts, strict=True) if parts else ((), (), ())
    return numbers(longitude), numbers(latitude), numbers(altitude)


_NOWHERE: tuple[None, ...] = (None, None, None)


def _sport(mark: etree._Element, name: str | None) -> Sport | None:
    """Return the sport of the mark's ``type``, else of its title."""
    for element in mark.iter("{*}Data"):
        if (element.get("name") or "").lower() == "type":
            value = next((text_of(each) for each in element.iter("{*}value")), None)
            sport = sport_of(value) if value else None
            if sport is not None:
                return sport
    return sport_of(name) if name else None
