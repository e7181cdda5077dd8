"""A track as a file: GPX 1.1 where every point has a place, else TCX, which needs none."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from lxml import etree

from runadvisor.domain.activity import Sport
from runadvisor.export.table import instant_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from runadvisor.domain.activity import Activity, Track

GPX = "http://www.topografix.com/GPX/1/1"
GARMIN = "http://www.garmin.com/xmlschemas/TrackPointExtension/v1"
OWN = "https://runadvisor.invalid/track/1"
"""Of what a device counted itself, for which GPX has no word."""
TCX = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
TCX_EXTENSION = "http://www.garmin.com/xmlschemas/ActivityExtension/v2"
_GPX_PREFIXES: dict[Any, str] = {None: GPX, "gpxtpx": GARMIN, "own": OWN}
_TCX_PREFIXES: dict[Any, str] = {None: TCX, "ns3": TCX_EXTENSION}
_MOST_IN_A_BYTE = 254


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackFile:
    """A track ready to be written."""

    suffix: str
    content: bytes


def track_file(activity: Activity, track: Track, *, started_at: datetime) -> TrackFile:
    """Return the track of an activity as a file.

    Args:
        activity: What it belongs to.
        track: At least one point.
        started_at: The moment its times count from.
    """
    is_placed = bool(
        np.isfinite(track.latitude_deg).all() and np.isfinite(track.longitude_deg).all()
    )
    make = _gpx if is_placed else _tcx
    root = make(activity, track, started_at)
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return TrackFile(suffix=".gpx" if is_placed else ".tcx", content=content)


def _gpx(activity: Activity, track: Track, started_at: datetime) -> etree._Element:
    root = etree.Element(
        f"{{{GPX}}}gpx",
        nsmap=_GPX_PREFIXES,
        version="1.1",
        creator="RunAdvisor",
    )
    add = _adder(GPX)
    add(add(root, "metadata"), "time", instant_text(started_at))
    line = add(root, "trk")
    if activity.name:
        add(line, "name", _xml_text(activity.name))
    add(line, "type", activity.sport.value)
    for start, end in _segments(track):
        segment = add(line, "trkseg")
        for at in range(start, end):
            _gpx_point(segment, track, at, started_at, is_run=activity.is_run)
    return root


def _gpx_point(
    segment: etree._Element, track: Track, at: int, started_at: datetime, *, is_run: bool
) -> None:
    add = _adder(GPX)
    point = add(segment, "trkpt")
    point.set("lat", f"{track.latitude_deg[at]:.7f}")
    point.set("lon", f"{track.longitude_deg[at]:.7f}")
    if math.isfinite(track.altitude_m[at]):
        add(point, "ele", f"{track.altitude_m[at]:.2f}")
    add(point, "time", _time(track, at, started_at))
    body = {
        "hr": _byte(track.heart_rate_bpm[at]),
        "cad": _byte(track.cadence_spm[at] / 2 if is_run else track.cadence_spm[at]),
    }
    counted = {
        name: f"{value:.2f}"
        for name, value in (("distance", track.distance_m[at]), ("speed", track.speed_mps[at]))
        if math.isfinite(value)
    }
    if not counted and not any(body.values()):
        return
    extensions = add(point, "extensions")
    if any(body.values()):
        inner = etree.SubElement(extensions, f"{{{GARMIN}}}TrackPointExtension")
        for name, value in body.items():
            if value is not None:
                etree.SubElement(inner, f"{{{GARMIN}}}{name}").text = value
    for name, value in counted.items():
        etree.SubElement(extensions, f"{{{OWN}}}{name}").text = value


def _tcx(activity: Activity, track: Track, started_at: datetime) -> etree._Element:
    root = etree.Element(f"{{{TCX}}}TrainingCenterDatabase", nsmap=_TCX_PREFIXES)
    add = _adder(TCX)
    sport = "Running" if activity.is_run else "Biking" if activity.sport is Sport.RIDE else "Other"
    done = add(add(root, "Activities"), "Activity")
    done.set("Sport", sport)
    start = instant_text(started_at)
    add(done, "Id", start)
    lap = add(done, "Lap")
    lap.set("StartTime", start)
    add(lap, "TotalTimeSeconds", f"{activity.moving_time_s or 0:.3f}")
    add(lap, "DistanceMeters", f"{activity.distance_m or 0:.3f}")
    add(lap, "Calories", "0")
    add(lap, "Intensity", "Active")
    add(lap, "TriggerMethod", "Manual")
    for first, end in _segments(track):
        line = add(lap, "Track")
        for at in range(first, end):
            _tcx_point(line, track, at, started_at, is_run=activity.is_run)
    return root


def _tcx_point(
    line: etree._Element, track: Track, at: int, started_at: datetime, *, is_run: bool
) -> None:
    add = _adder(TCX)
    point = add(line, "Trackpoint")
    add(point, "Time", _time(track, at, started_at))
    if math.isfinite(track.latitude_deg[at]) and math.isfinite(track.longitude_deg[at]):
        place = add(point, "Position")
        add(place, "LatitudeDegrees", f"{track.latitude_deg[at]:.7f}")
        add(place, "LongitudeDegrees", f"{track.longitude_deg[at]:.7f}")
    for name, value in (
        ("AltitudeMeters", track.altitude_m[at]),
        ("DistanceMeters", track.distance_m[at]),
    ):
        if math.isfinite(value):
            add(point, name, f"{value:.2f}")
    if (beats := _byte(track.heart_rate_bpm[at])) is not None:
        add(add(point, "HeartRateBpm"), "Value", beats)
    steps = _byte(track.cadence_spm[at] / 2 if is_run else track.cadence_spm[at])
    speed = track.speed_mps[at]
    if steps is not None and not is_run:
        add(point, "Cadence", steps)
    if (steps is None or not is_run) and not math.isfinite(speed):
        return
    more = etree.SubElement(add(point, "Extensions"), f"{{{TCX_EXTENSION}}}TPX")
    if math.isfinite(speed):
        etree.SubElement(more, f"{{{TCX_EXTENSION}}}Speed").text = f"{speed:.2f}"
    if steps is not None and is_run:
        etree.SubElement(more, f"{{{TCX_EXTENSION}}}RunCadence").text = steps


def _segments(track: Track) -> Iterator[tuple[int, int]]:
    """Yield where each stretch of the track begins and ends."""
    edges = np.flatnonzero(np.diff(track.segment)) + 1
    bounds = [0, *edges.tolist(), len(track)]
    yield from pairwise(bounds)


def _time(track: Track, at: int, started_at: datetime) -> str:
    return instant_text(started_at + timedelta(seconds=round(float(track.time_s[at]), 3)))


def _byte(value: float) -> str | None:
    """Return a whole number as the formats hold it, in one byte; unknown is left out."""
    if not math.isfinite(value) or not 0 < round(value) <= _MOST_IN_A_BYTE:
        return None
    return str(round(value))


def _adder(space: str) -> Callable[..., etree._Element]:
    def add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
        element = etree.SubElement(parent, f"{{{space}}}{name}")
        element.text = text
        return element

    return add


def _xml_text(words: str) -> str:
    """Return words without the control characters that XML has no place for."""
    return "".join(letter for letter in words if letter.isprintable() or letter in "\t\n")
