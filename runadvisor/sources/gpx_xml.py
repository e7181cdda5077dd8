"""GPX as XML -> the tracks' points, still as text. Names match without their namespaces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from runadvisor.sources.position_zone import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterator

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Columns:
    """The points of one track as text; ``None`` where a point lacks the value."""

    __slots__ = ("altitude", "cadence", "heart_rate", "latitude", "longitude", "segment", "time")

    def __init__(self) -> None:
        """Start without points."""
        self.latitude: list[str | None] = []
        self.longitude: list[str | None] = []
        self.altitude: list[str | None] = []
        self.time: list[str | None] = []
        self.heart_rate: list[str | None] = []
        self.cadence: list[str | None] = []
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

    tracks: tuple[TextTrack, ...]
    has_route: bool
    had_leading_blanks: bool
    was_salvaged: bool


def gpx_document(data: bytes) -> GpxDocument | None:
    """Return the tracks of a GPX file, whole points of a damaged one; ``None`` for no XML."""
    text = data if data.startswith(_UTF_16) else data.removeprefix(_BYTE_ORDER_MARK).lstrip()
    unmarked = len(data) - (len(_BYTE_ORDER_MARK) if data.startswith(_BYTE_ORDER_MARK) else 0)
    root, was_salvaged = _root(text)
    if root is None:
        return None
    tracks = tuple(_tracks(root))
    if was_salvaged and tracks and len(tracks[-1].columns) and _ends_inside_a_point(text):
        tracks[-1].columns.drop_last()
    return GpxDocument(
        tracks=tracks,
        has_route=any(_local(child.tag) == "rte" for child in root),
        had_leading_blanks=len(text) < unmarked,
        was_salvaged=was_salvaged,
    )


def _root(text: bytes) -> tuple[etree._Element | None, bool]:
    """Return the root, and whether the parser had to overlook faults."""
    for recover in (False, True):
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            recover=recover,
            remove_comments=True,
            remove_pis=True,
            collect_ids=False,
        )
        try:
            root = etree.fromstring(text, parser)
        except (etree.XMLSyntaxError, ValueError):
            continue
        return root, recover
    return None, True


def _ends_inside_a_point(text: bytes) -> bool:
    return text.rfind(b"trkpt ") > text.rfind(b"/trkpt>")


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _tracks(root: etree._Element) -> Iterator[TextTrack]:
    for track in root:
        if _local(track.tag) != "trk":
            continue
        columns = Columns()
        name = sport_text = zone_name = None
        segment = 0
        for child in track:
            local = _local(child.tag)
            if local == "trkseg":
                _read_segment(child, segment, columns)
                segment += 1
            elif local == "name":
                name = (child.text or "").strip() or None
            elif local == "type":
                sport_text = (child.text or "").strip() or None
            elif local == "extensions":
                zone_name = _zone_name(child)
        yield TextTrack(name, sport_text, zone_name, columns)


def _zone_name(extensions: etree._Element) -> str | None:
    """Return the zone that a maker's own tag names (Cyclemeter does), if it is one."""
    for element in extensions.iter(etree.Element):
        if "timezone" in _local(element.tag).lower():
            zone = zone_named((element.text or "").strip())
            if zone is not None:
                return zone
    return None


_NOTHING, _POINT, _TIME, _ALTITUDE, _HEART_RATE, _CADENCE = range(6)
_POINT_TEXTS = 6
"""Each point has six texts in a row: latitude, longitude, and its parts by these numbers."""
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
}


class _Meanings(dict[str, int]):
    """What each full tag means, worked out when first met: a file has a dozen tags."""

    def __missing__(self, tag: str) -> int:
        meaning = self[tag] = _MEANINGS.get(_local(tag).lower(), _NOTHING)
        return meaning


def _read_segment(segment: etree._Element, number: int, columns: Columns) -> None:
    """Append the points of a segment: one walk over all its elements, the quickest way."""
    meaning_of = _Meanings()
    texts: list[str | None] = []
    start = -1
    for element in segment.iter(etree.Element):
        meaning = meaning_of[element.tag]
        if meaning == _POINT:
            start = len(texts)
            texts += (element.get("lat"), element.get("lon"), None, None, None, None)
        elif meaning and start >= 0 and texts[start + meaning] is None:
            texts[start + meaning] = element.text  # the first: a point's own time comes first
    columns.latitude += texts[0::_POINT_TEXTS]
    columns.longitude += texts[1::_POINT_TEXTS]
    columns.time += texts[_TIME::_POINT_TEXTS]
    columns.altitude += texts[_ALTITUDE::_POINT_TEXTS]
    columns.heart_rate += texts[_HEART_RATE::_POINT_TEXTS]
    columns.cadence += texts[_CADENCE::_POINT_TEXTS]
    columns.segment += [number] * (len(texts) // _POINT_TEXTS)
