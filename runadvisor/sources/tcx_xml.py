"""TCX as XML -> activities, laps and points, still as text. Names match without namespaces."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from runadvisor.sources.xml_file import Meanings, local_name, text_of, xml_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.sources.xml_file import XmlFile


@dataclass(slots=True, eq=False)
class TextPoints:
    """The points of one activity as text; ``None`` where a point lacks the value."""

    time: list[str | None] = field(default_factory=list)
    latitude: list[str | None] = field(default_factory=list)
    longitude: list[str | None] = field(default_factory=list)
    altitude: list[str | None] = field(default_factory=list)
    distance: list[str | None] = field(default_factory=list)
    heart_rate: list[str | None] = field(default_factory=list)
    cadence: list[str | None] = field(default_factory=list)
    run_cadence: list[str | None] = field(default_factory=list)
    speed: list[str | None] = field(default_factory=list)
    segment: list[int] = field(default_factory=list)
    lap: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        """Count the points."""
        return len(self.time)


@dataclass(frozen=True, slots=True, eq=False)
class TextLap:
    """What one ``<Lap>`` says of itself; averages never come from its points."""

    start: str | None
    parts: dict[str, str | None]
    """Text by the name of the part: ``TotalTimeSeconds``, ``AverageHeartRateBpm`` …"""


@dataclass(frozen=True, slots=True, eq=False)
class TextActivity:
    """One ``<Activity>``, wherever it stands in the file."""

    sport_text: str | None
    start: str | None
    """Its ``<Id>``, which is the start."""
    notes: str | None
    device: str | None
    laps: tuple[TextLap, ...]
    points: TextPoints


@dataclass(frozen=True, slots=True, eq=False)
class TcxDocument:
    """What the file holds, and what was wrong with its XML."""

    file: XmlFile
    activities: tuple[TextActivity, ...]
    has_plan: bool
    """Whether there is a course or a workout: both are planned, not done."""


def tcx_document(data: bytes) -> TcxDocument | None:
    """Return the activities of a TCX file; ``None`` where it is no XML."""
    file = xml_file(data)
    if file is None:
        return None
    # Multisport files hide their activities a level deeper: look everywhere.
    activities = tuple(_activity(element) for element in file.root.iter("{*}Activity"))
    if file.was_salvaged and activities and file.ends_inside("Trackpoint"):
        _drop_last(activities[-1].points)
    return TcxDocument(
        file=file,
        activities=activities,
        has_plan=next(file.root.iter("{*}Course", "{*}Workout"), None) is not None,
    )


def _drop_last(points: TextPoints) -> None:
    if len(points):
        for name in TextPoints.__slots__:
            getattr(points, name).pop()


def _activity(element: etree._Element) -> TextActivity:
    start = notes = device = None
    laps: list[TextLap] = []
    points = TextPoints()
    for child in element:
        name = local_name(child.tag)
        if name == "Lap":
            _read_lap(child, len(laps), points)
            laps.append(TextLap(child.get("StartTime"), dict(_lap_parts(child))))
        elif name == "Id":
            start = text_of(child)
        elif name == "Notes":
            notes = text_of(child)
        elif name == "Creator":
            device = next((text_of(each) for each in child.iter("{*}Name")), None)
    return TextActivity(element.get("Sport"), start, notes, device, tuple(laps), points)


def _lap_parts(lap: etree._Element) -> Iterator[tuple[str, str | None]]:
    """Yield the lap's own parts, not those of its points."""
    for child in lap:
        name = local_name(child.tag)
        if name != "Track":
            value = next(child.iter("{*}Value"), child)
            yield name, text_of(value)


_POINT, _TIME, _LATITUDE, _LONGITUDE, _ALTITUDE, _DISTANCE = range(1, 7)
_HEART_RATE, _CADENCE, _RUN_CADENCE, _SPEED = range(7, 11)
_POINT_TEXTS = 11
_NO_TEXTS = (None,) * _POINT_TEXTS
_MEANINGS = {
    "trackpoint": _POINT,
    "time": _TIME,
    "latitudedegrees": _LATITUDE,
    "longitudedegrees": _LONGITUDE,
    "altitudemeters": _ALTITUDE,
    "distancemeters": _DISTANCE,
    "value": _HEART_RATE,
    "cadence": _CADENCE,
    "runcadence": _RUN_CADENCE,
    "speed": _SPEED,
}


def _read_lap(lap: etree._Element, number: int, points: TextPoints) -> None:
    """Append the points of a lap; a second ``<Track>`` in it begins after a pause."""
    segment = points.segment[-1] if points.segment else 0
    has_points = False
    for child in lap:
        if local_name(child.tag) != "Track":
            continue
        count = _read_track(child, points)
        segment += has_points and count > 0
        has_points |= count > 0
        points.segment += [segment] * count
        points.lap += [number] * count


def _read_track(track: etree._Element, points: TextPoints) -> int:
    """Append the points of a track and return how many: one walk over all its elements."""
    meaning_of = Meanings(_MEANINGS)
    texts: list[str | None] = []
    start = -1
    for element in track.iter(etree.Element):
        meaning = meaning_of[element.tag]
        if meaning == _POINT:
            start = len(texts)
            texts += _NO_TEXTS
        elif meaning and start >= 0 and texts[start + meaning] is None:
            texts[start + meaning] = element.text
    points.time += texts[_TIME::_POINT_TEXTS]
    points.latitude += texts[_LATITUDE::_POINT_TEXTS]
    points.longitude += texts[_LONGITUDE::_POINT_TEXTS]
    points.altitude += texts[_ALTITUDE::_POINT_TEXTS]
    points.distance += texts[_DISTANCE::_POINT_TEXTS]
    points.heart_rate += texts[_HEART_RATE::_POINT_TEXTS]
    points.cadence += texts[_CADENCE::_POINT_TEXTS]
    points.run_cadence += texts[_RUN_CADENCE::_POINT_TEXTS]
    points.speed += texts[_SPEED::_POINT_TEXTS]
    return len(texts) // _POINT_TEXTS
