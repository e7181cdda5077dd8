"""Apple Health's export: gigabytes of samples, and among them the workouts.

The file is read as a stream of bytes from which each workout is cut out and parsed alone: a
parser of the whole would spend minutes on samples nobody wants, and stumble over the document
type of iOS 16, which is itself malformed.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from lxml import etree

from runadvisor.domain.activity import Recording, Source, Sport, ZoneSource
from runadvisor.domain.text import N_
from runadvisor.sources.heart_rate import HEART_RATE_BPM
from runadvisor.sources.import_report import Reading
from runadvisor.sources.list_layout import METRES_PER_FOOT, METRES_PER_KM, METRES_PER_MILE
from runadvisor.sources.parse import MAX_DURATION_S, moment, number, offset_zone
from runadvisor.sources.position_zone import zone_named
from runadvisor.sources.sport_words import sport_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from typing import BinaryIO

    from lxml.etree import _Element as Element

    from runadvisor.sources.import_report import ImportProblem
    from runadvisor.sources.place import Place

CHUNK_BYTES = 1024 * 1024
MAX_WORKOUT_BYTES = 16 * 1024 * 1024
PART_BYTES = 32 * 1024 * 1024
"""After so many bytes what was found is handed on: an import can be watched and stopped."""
MAX_SPEED_MPS = 60.0
_BEGIN = re.compile(rb"<Workout[\s/>]")
_TAG = re.compile(rb"<Workout(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_END = b"</Workout>"
_LAST_TAG = b"</HealthData>"
_LONGEST_BEGIN = 16
_SPORT_PREFIX = "HKWorkoutActivityType"
_DISTANCE = "HKQuantityTypeIdentifierDistance"
_HEART_RATE = "HKQuantityTypeIdentifierHeartRate"
_METRES = {
    "km": METRES_PER_KM,
    "mi": METRES_PER_MILE,
    "m": 1.0,
    "cm": 0.01,
    "ft": METRES_PER_FOOT,
    "yd": 3 * METRES_PER_FOOT,
}
_SECONDS = {"min": 60.0, "s": 1.0, "sec": 1.0, "hr": 3600.0, "h": 3600.0}
CUT_SHORT = N_(
    "The Apple Health export ends in the middle: the workouts before that were read. Export it "
    "again on the phone."
)
UNREADABLE = N_("{count} workouts of the Apple Health export cannot be read: left out.")
NO_WORKOUTS = N_("The Apple Health export holds no workouts.")


@dataclass(slots=True)
class AppleExport:
    """What the stream of an export gave so far."""

    place: Place
    rows: dict[str, Recording] = field(default_factory=dict[str, Recording])
    """Path of a route below the folder of the export -> the workout it belongs to."""
    count: int = 0
    unreadable: int = 0
    is_cut_short: bool = False
    _found: list[Recording] = field(default_factory=list[Recording])

    def parts(self, stream: BinaryIO, *, size_bytes: int, plain_bytes: int) -> Iterator[Reading]:
        """Yield what the stream gives, in parts; the last one is no part and tells the faults.

        Args:
            stream: The unpacked file.
            size_bytes: How large it is where it lies, shared out among the readings.
            plain_bytes: How large it is unpacked.
        """
        given_bytes = handed_on = 0
        for at_bytes, block in _blocks(stream):
            if block is None:
                pass
            elif block == b"":
                self.is_cut_short = True
            else:
                self._take(block)
            if at_bytes - handed_on >= PART_BYTES:
                handed_on = at_bytes
                share = min(at_bytes / max(plain_bytes, 1), 1.0)
                part_bytes = round(size_bytes * share) - given_bytes
                given_bytes += part_bytes
                yield self._reading(part_bytes, is_part=True)
        yield self._reading(size_bytes - given_bytes, is_part=False)

    def _reading(self, size_bytes: int, *, is_part: bool) -> Reading:
        found, self._found = tuple(self._found), []
        return Reading(
            path=self.place.path,
            member=self.place.member,
            recordings=found,
            problems=() if is_part else tuple(self._problems()),
            size_bytes=size_bytes,
            is_part=is_part,
        )

    def _problems(self) -> Iterator[ImportProblem]:
        if self.unreadable:
            yield self.place.problem("unreadable-workouts", UNREADABLE, count=self.unreadable)
        if self.is_cut_short:
            yield self.place.problem("cut-short", CUT_SHORT)
        elif not self.count and not self.unreadable:
            yield self.place.problem("no-workouts", NO_WORKOUTS)

    def _take(self, block: bytes) -> None:
        workout = _parsed(block)
        recording = None if workout is None else _recording(workout, self.place)
        if workout is None or recording is None:
            self.unreadable += 1
            return
        self.count += 1
        self._found.append(recording)
        for route in workout.iter("FileReference"):
            self.rows[(route.get("path") or "").lstrip("/")] = recording


# --- cutting workouts out of the stream ------------------------------------------------------


def _blocks(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Yield how far the stream is, with a workout; ``None`` between, empty for a torn end."""
    buffer, at_bytes, end = b"", 0, b""
    while chunk := stream.read(CHUNK_BYTES):
        at_bytes += len(chunk)
        buffer += chunk
        end = (end + chunk)[-4 * len(_LAST_TAG) :]
        done = 0
        while True:
            begin = _BEGIN.search(buffer, done)
            if begin is None:
                done = max(done, len(buffer) - _LONGEST_BEGIN)
                break
            stop = _end_of_workout(buffer, begin.start())
            if stop is None:
                is_hopeless = len(buffer) - begin.start() > MAX_WORKOUT_BYTES
                done = begin.end() if is_hopeless else begin.start()
                break
            yield at_bytes, buffer[begin.start() : stop]
            done = stop
        buffer = buffer[done:]
        yield at_bytes, None
    if _LAST_TAG not in end:
        yield at_bytes, b""


def _end_of_workout(buffer: bytes, begin: int) -> int | None:
    tag = _TAG.match(buffer, begin)
    if tag is None:
        return None
    if tag[0].endswith(b"/>"):
        return tag.end()
    end = buffer.find(_END, tag.end())
    return None if end < 0 else end + len(_END)


def _parsed(block: bytes) -> Element | None:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(block, parser)
    except etree.XMLSyntaxError:
        return None


# --- one workout -----------------------------------------------------------------------------


def _recording(workout: Element, place: Place) -> Recording | None:
    start, end = moment(workout.get("startDate") or ""), moment(workout.get("endDate") or "")
    if start is None or start.utc is None:
        return None
    notes = {entry.get("key"): entry.get("value") or "" for entry in workout.iter("MetadataEntry")}
    elapsed_s = None if end is None or end.utc is None else (end.utc - start.utc).total_seconds()
    moving_s = _amount(workout.get("duration"), workout.get("durationUnit") or "min", _SECONDS)
    distance_m = _distance_m(workout)
    if distance_m and elapsed_s and distance_m > MAX_SPEED_MPS * elapsed_s:
        distance_m = None
    app = workout.get("sourceName") or ""
    average_bpm, max_bpm = _heart_rates(workout)
    zone = zone_named(notes.get("HKTimeZone", ""))
    kind = (workout.get("workoutActivityType") or "").removeprefix(_SPORT_PREFIX)
    digest = hashlib.sha256(
        "\x1f".join(
            map(str, (kind, start.utc, elapsed_s, app, distance_m, moving_s, average_bpm, max_bpm))
        ).encode("utf-8", "surrogatepass")
    ).hexdigest()
    return Recording(
        source=Source(path=place.path, member=place.member, format="apple-health"),
        digest=digest,
        source_id=f"apple-{_short(app)}:{start.utc:%Y-%m-%dT%H:%M:%S}",
        started_at=start.utc,
        local_start=_wall(start.utc, zone) if zone else start.wall,
        zone=zone or offset_zone(start.offset or timedelta(0)),
        zone_source=ZoneSource.SOURCE,
        sport=_sport(kind, is_indoor=notes.get("HKIndoorWorkout") == "1"),
        distance_m=distance_m,
        moving_time_s=_possible_s(moving_s) or _possible_s(elapsed_s),
        elapsed_time_s=_possible_s(elapsed_s),
        elevation_gain_m=_written_amount(notes.get("HKElevationAscended", "")),
        average_heart_rate_bpm=average_bpm,
        max_heart_rate_bpm=max_bpm,
    )


def _short(app: str) -> str:
    """Return a name for the app that wrote a workout: each app's workouts have own ids."""
    return hashlib.sha256(app.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _wall(utc: datetime, zone: str) -> datetime:
    return utc.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _sport(kind: str, *, is_indoor: bool) -> Sport:
    sport = sport_of(kind) or Sport.OTHER
    return Sport.TREADMILL_RUN if sport is Sport.RUN and is_indoor else sport


def _distance_m(workout: Element) -> float | None:
    """Return the distance: of the statistics since iOS 16, of the attributes before."""
    sums = [
        _amount(each.get("sum"), each.get("unit") or "", _METRES)
        for each in workout.iter("WorkoutStatistics")
        if (each.get("type") or "").startswith(_DISTANCE)
    ]
    known = [value for value in sums if value]
    if known:
        return sum(known)
    unit = workout.get("totalDistanceUnit") or "km"
    return _amount(workout.get("totalDistance"), unit, _METRES) or None


def _heart_rates(workout: Element) -> tuple[float | None, float | None]:
    for each in workout.iter("WorkoutStatistics"):
        if each.get("type") == _HEART_RATE:
            return _beats(each.get("average")), _beats(each.get("maximum"))
    return None, None


def _beats(text: str | None) -> float | None:
    value = number(text or "")
    low, high = HEART_RATE_BPM
    return value if value is not None and low <= value <= high else None


def _amount(text: str | None, unit: str, factors: dict[str, float]) -> float | None:
    value, factor = number(text or ""), factors.get(unit)
    return None if value is None or value < 0 or factor is None else value * factor


def _written_amount(text: str) -> float | None:
    """Return the metres of ``4200 cm``."""
    value, _, unit = text.partition(" ")
    return _amount(value, unit.strip(), _METRES)


def _possible_s(seconds: float | None) -> float | None:
    return seconds if seconds is not None and 0 < seconds <= MAX_DURATION_S else None
