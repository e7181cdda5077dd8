"""GPX as XML -> the tracks' points, still as text. Names match without their namespaces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from runadvisor.sources.position_zone import zone_named
from runadvisor.sources.xml_file import Meanings, local_name, text_of, xml_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.sources.xml_file import XmlFile


class Columns:
    """The points of one track as text; ``None`` where a point lacks the value."""

    __slots__ = (
        *("altitude", "cadence", "distance", "heart_rate", "latitude", "longitude", "segment"),
        *("speed", "time"),
    )

    def __init__(self) -> None:
        """Start without points."""
        self.latitude: list[str | None] = []
        self.longitude: list[str | None] = []
        self.altitude: list[str | None] = []
        self.time: list[str | None] = []
        self.heart_rate: list[str | None] = []
        self.cadence: list[str | None] = []
        self.distance: list[str | None] = []
        self.speed: list[str | None] = []
        self.segment: list[int] = []

    def __len__(self) -> int:
        """Count the points."""
        return len(self.time)

    def drop_last(self) -> None:
        """Forget the last point."""
        for name in self.__slots__:
            getattr(self, name).pop()


@dataclass(frozen=True, slots=True, eq=False)
class TextTrack:
    """One ``<trk>``."""

    name: str | None
    sport_text: str | None
    zone_name: str | None
    columns: Columns


@dataclass(frozen=True, slots=True, eq=False)
class GpxDocument:
    """What the file holds, and what was wrong with its XML."""

    file: XmlFile
    tracks: tuple[TextTrack, ...]
    has_route: bool


def gpx_document(data: bytes) -> GpxDocument | None:
    """Return the tracks of a GPX file, whole points of a damaged one; ``None`` for no XML."""
    file = xml_file(data)
    if file is None:
        return None
    tracks = tuple(_tracks(file.root))
    if file.was_salvaged and tracks and len(tracks[-1].columns) and file.ends_inside("trkpt"):
        tracks[-1].columns.drop_last()
    return GpxDocument(
        file=file,
        tracks=tracks,
        has_route=any(local_name(child.tag) == "rte" for child in file.root),
    )


def _tracks(root: etree._Element) -> Iterator[TextTrack]:
    for track in root:
        if local_name(track.tag) != "trk":
            continue
        columns = Columns()
        name = sport_text = zone_name = None
        segment = 0
        for child in track:
            local = local_name(child.tag)
            if local == "trkseg":
                _read_segment(child, segment, columns)
                segment += 1
            elif local == "name":
                name = text_of(child)
            elif local == "type":
                sport_text = text_of(child)
            elif local == "extensions":
                zone_name = _zone_name(child)
        yield TextTrack(name, sport_text, zone_name, columns)


def _zone_name(extensions: etree._Element) -> str | None:
    """Return the zone that a maker's own tag names (Cyclemeter does), if it is one."""
    for element in extensions.iter(etree.Element):
        if "timezone" in local_name(element.tag).lower():
            zone = zone_named((element.text or "").strip())
            if zone is not None:
                return zone
    return None


_POINT, _TIME, _ALTITUDE, _HEART_RATE, _CADENCE, _DISTANCE, _SPEED = range(1, 8)
_POINT_TEXTS = 8
"""Each point has eight texts in a row: latitude, longitude, and its parts by these numbers."""
_NO_PARTS = (None,) * 6
_MEANINGS = {
    "trkpt": _POINT,
    "time": _TIME,
    "ele": _ALTITUDE,
    "hr": _HEART_RATE,
    "heartrate": _HEART_RATE,
    "heart_rate": _HEART_RATE,
    "cad": _CADENCE,
    "cadence": _CADENCE,
    "runcadence": _CADENCE,
    "distance": _DISTANCE,
    "speed": _SPEED,
}


def _read_segment(segment: etree._Element, number: int, columns: Columns) -> None:
    """Append the points of a segment: one walk over all its elements, the quickest way."""
    meaning_of = Meanings(_MEANINGS)
    texts: list[str | None] = []
    start = -1
    for element in segment.iter(etree.Element):
        meaning = meaning_of[element.tag]
        if meaning == _POINT:
            start = len(texts)
            texts += (element.get("lat"), element.get("lon"), *_NO_PARTS)
        elif meaning and start >= 0 and texts[start + meaning] is None:
            texts[start + meaning] = element.text  # the first: a point's own time comes first
    columns.latitude += texts[0::_POINT_TEXTS]
    columns.longitude += texts[1::_POINT_TEXTS]
    columns.time += texts[_TIME::_POINT_TEXTS]
    columns.altitude += texts[_ALTITUDE::_POINT_TEXTS]
    columns.heart_rate += texts[_HEART_RATE::_POINT_TEXTS]
    columns.cadence += texts[_CADENCE::_POINT_TEXTS]
    columns.distance += texts[_DISTANCE::_POINT_TEXTS]
    columns.speed += texts[_SPEED::_POINT_TEXTS]
    columns.segment += [number] * (len(texts) // _POINT_TEXTS)
