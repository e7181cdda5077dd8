"""GPX as XML -> the tracks' points, still as text. Names match without their namespaces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from runadvisor.sources.plain_points import skeleton
from runadvisor.sources.position_zone import zone_named
from runadvisor.sources.text_points import PointReader, TextPoints
from runadvisor.sources.xml_file import local_name, text_of, xml_file

if TYPE_CHECKING:
    from runadvisor.sources.plain_points import Skeleton
    from runadvisor.sources.xml_file import XmlFile


@dataclass(frozen=True, slots=True, eq=False)
class TextTrack:
    """One ``<trk>``."""

    name: str | None
    sport_text: str | None
    zone_name: str | None
    points: TextPoints


@dataclass(frozen=True, slots=True, eq=False)
class GpxDocument:
    """What the file holds, and what was wrong with its XML."""

    file: XmlFile
    tracks: tuple[TextTrack, ...]
    has_route: bool


def gpx_document(data: bytes) -> GpxDocument | None:
    """Return the tracks of a GPX file, whole points of a damaged one; ``None`` for no XML."""
    plain = skeleton(data, "trkseg")
    if plain is not None and (document := _document(plain.data, plain)) is not None:
        return document
    return _document(data, None)


def _document(data: bytes, plain: Skeleton | None) -> GpxDocument | None:
    """Return what the file holds; ``None`` for no XML, or for points that are not plain."""
    file = xml_file(data)
    if file is None or (plain is not None and file.was_salvaged):
        return None
    tracks: list[TextTrack] = []
    for element in file.root:
        if local_name(element.tag) == "trk":
            track = _track(element, plain)
            if track is None:
                return None
            tracks.append(track)
    if file.was_salvaged and tracks and len(tracks[-1].points) and file.ends_inside("trkpt"):
        tracks[-1].points.drop_last()
    return GpxDocument(
        file=file,
        tracks=tuple(tracks),
        has_route=any(local_name(child.tag) == "rte" for child in file.root),
    )


def _track(element: etree._Element, plain: Skeleton | None) -> TextTrack | None:
    points = TextPoints()
    name = sport_text = zone_name = None
    segment = 0
    for child in element:
        local = local_name(child.tag)
        if local == "trkseg":
            if plain is None:
                _POINTS.read(child, points, segment)
            else:
                content = plain.content(child.text)
                if content is None or _POINTS.read_plain(content, points, segment) is None:
                    return None
            segment += 1
        elif local == "name":
            name = text_of(child)
        elif local == "type":
            sport_text = text_of(child)
        elif local == "extensions":
            zone_name = _zone_name(child)
    return TextTrack(name, sport_text, zone_name, points)


def _zone_name(extensions: etree._Element) -> str | None:
    """Return the zone that a maker's own tag names (Cyclemeter does), if it is one."""
    for element in extensions.iter(etree.Element):
        if "timezone" in local_name(element.tag).lower():
            zone = zone_named((element.text or "").strip())
            if zone is not None:
                return zone
    return None


_POINTS = PointReader(
    "trkpt",
    {
        "@lat": "latitude_deg",
        "@lon": "longitude_deg",
        "time": "time",
        "ele": "altitude_m",
        "hr": "heart_rate_bpm",
        "heartrate": "heart_rate_bpm",
        "heart_rate": "heart_rate_bpm",
        "cad": "cadence",
        "cadence": "cadence",
        "runcadence": "cadence",
        "distance": "distance_m",
        "speed": "speed_mps",
    },
)
