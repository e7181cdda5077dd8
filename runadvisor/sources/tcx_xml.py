"""TCX as XML -> activities, laps and points, still as text. Names match without namespaces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.sources.plain_points import skeleton
from runadvisor.sources.text_points import PointReader, TextPoints
from runadvisor.sources.xml_file import local_name, text_of, xml_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from runadvisor.sources.plain_points import Skeleton
    from runadvisor.sources.xml_file import XmlFile


@dataclass(frozen=True, slots=True, eq=False)
class TextLap:
    """What one ``<Lap>`` says of itself; averages never come from its points."""

    start: str | None
    parts: dict[str, str | None]
    """Text by the name of the part: ``TotalTimeSeconds``, ``AverageHeartRateBpm`` …"""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TextActivity:
    """One ``<Activity>``, wherever it stands in the file."""

    sport_text: str | None
    start: str | None
    """Its ``<Id>``, which is the start."""
    notes: str | None
    device: str | None
    laps: tuple[TextLap, ...]
    points: TextPoints
    lap_of_points: list[int]
    """The number of each point's lap."""

    def drop_last_point(self) -> None:
        """Forget the last point, where there is one."""
        if len(self.points):
            self.points.drop_last()
            self.lap_of_points.pop()


@dataclass(frozen=True, slots=True, eq=False)
class TcxDocument:
    """What the file holds, and what was wrong with its XML."""

    file: XmlFile
    activities: tuple[TextActivity, ...]
    has_plan: bool
    """Whether there is a course or a workout: both are planned, not done."""


def tcx_document(data: bytes) -> TcxDocument | None:
    """Return the activities of a TCX file; ``None`` where it is no XML."""
    plain = skeleton(data, "Track")
    if plain is not None and (document := _document(plain.data, plain)) is not None:
        return document
    return _document(data, None)


def _document(data: bytes, plain: Skeleton | None) -> TcxDocument | None:
    """Return what the file holds; ``None`` for no XML, or for points that are not plain."""
    file = xml_file(data)
    if file is None or (plain is not None and file.was_salvaged):
        return None
    activities: list[TextActivity] = []
    # Multisport files hide their activities a level deeper: look everywhere.
    for element in file.root.iter("{*}Activity"):
        activity = _activity(element, plain)
        if activity is None:
            return None
        activities.append(activity)
    if file.was_salvaged and activities and file.ends_inside("Trackpoint"):
        activities[-1].drop_last_point()
    return TcxDocument(
        file=file,
        activities=tuple(activities),
        has_plan=next(file.root.iter("{*}Course", "{*}Workout"), None) is not None,
    )


def _activity(element: etree._Element, plain: Skeleton | None) -> TextActivity | None:
    start = notes = device = None
    laps: list[TextLap] = []
    points = TextPoints()
    lap_of_points: list[int] = []
    for child in element:
        name = local_name(child.tag)
        if name == "Lap":
            if not _read_lap(child, plain, points):
                return None
            lap_of_points += [len(laps)] * (len(points) - len(lap_of_points))
            laps.append(TextLap(child.get("StartTime"), dict(_lap_parts(child))))
        elif name == "Id":
            start = text_of(child)
        elif name == "Notes":
            notes = text_of(child)
        elif name == "Creator":
            device = next((text_of(each) for each in child.iter("{*}Name")), None)
    return TextActivity(
        sport_text=element.get("Sport"),
        start=start,
        notes=notes,
        device=device,
        laps=tuple(laps),
        points=points,
        lap_of_points=lap_of_points,
    )


def _lap_parts(lap: etree._Element) -> Iterator[tuple[str, str | None]]:
    """Yield the lap's own parts, not those of its points."""
    for child in lap:
        name = local_name(child.tag)
        if name != "Track":
            value = next(child.iter("{*}Value"), child)
            yield name, text_of(value)


_POINTS = PointReader(
    "Trackpoint",
    {
        "time": "time",
        "latitudedegrees": "latitude_deg",
        "longitudedegrees": "longitude_deg",
        "altitudemeters": "altitude_m",
        "distancemeters": "distance_m",
        "value": "heart_rate_bpm",
        "cadence": "cadence",
        "runcadence": "run_cadence",
        "speed": "speed_mps",
    },
)


def _read_lap(lap: etree._Element, plain: Skeleton | None, points: TextPoints) -> bool:
    """Append the points of a lap; a second ``<Track>`` in it begins after a pause.

    False where they are not plain though they should be.
    """
    segment = points.segment[-1] if points.segment else 0
    has_points = False
    for child in lap:
        if local_name(child.tag) != "Track":
            continue
        before = len(points)
        if plain is None:
            _POINTS.read(child, points, segment + has_points)
        else:
            content = plain.content(child.text)
            if content is None or _POINTS.read_plain(content, points, segment + has_points) is None:
                return False
        if len(points) > before:
            segment, has_points = points.segment[-1], True
    return True
