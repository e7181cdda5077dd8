"""Builders of made-up GPX files: a clean run due north, and ways to spoil it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

START = datetime(2024, 3, 10, 6, 30, tzinfo=UTC)
NAMESPACE = "http://www.topografix.com/GPX/1/1"
DEGREES_PER_METRE = 1 / 111_260


@dataclass(frozen=True)
class Point:
    at: datetime | str | None
    north_m: float
    altitude: str | None = "20.0"
    heart_rate: str | None = "150"
    cadence: str | None = "85"
    latitude: str | None = None
    longitude: str = "-0.1200000"

    def xml(self) -> str:
        latitude = self.latitude or f"{51.5 + self.north_m * DEGREES_PER_METRE:.7f}"
        time = self.at.strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(self.at, datetime) else self.at
        body = "" if self.altitude is None else f"<ele>{self.altitude}</ele>"
        body += "" if time is None else f"<time>{time}</time>"
        inner = "" if self.heart_rate is None else f"<x:hr>{self.heart_rate}</x:hr>"
        inner += "" if self.cadence is None else f"<x:cad>{self.cadence}</x:cad>"
        if inner:
            inner = f"<x:TrackPointExtension>{inner}</x:TrackPointExtension>"
            body += f"<extensions>{inner}</extensions>"
        return f'<trkpt lat="{latitude}" lon="{self.longitude}">{body}</trkpt>\n'


def points(
    count: int = 61,
    *,
    start: datetime = START,
    every_s: float = 10,
    step_m: float = 30,
    **rest: object,
) -> list[Point]:
    """61 points, 10 s and 30 m apart: 1800 m in 600 s."""
    return [
        Point(start + timedelta(seconds=every_s * n), step_m * n, **rest)  # type: ignore[arg-type]
        for n in range(count)
    ]


def segment(of: list[Point]) -> str:
    return "<trkseg>" + "".join(point.xml() for point in of) + "</trkseg>"


def track(*segments: list[Point], sport: str | None = "running", name: str = "Run") -> str:
    kind = "" if sport is None else f"<type>{sport}</type>"
    return f"<trk><name>{name}</name>{kind}" + "".join(map(segment, segments)) + "</trk>"


def gpx(*tracks: str, namespace: str | None = NAMESPACE, head: str = "") -> bytes:
    xmlns = f' xmlns="{namespace}"' if namespace else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<gpx version="1.1" creator="test"{xmlns} xmlns:x="urn:x">{head}'
        + "".join(tracks)
        + "</gpx>"
    ).encode()


def run(*segments: list[Point], sport: str | None = "running", name: str = "Run") -> bytes:
    """One track; without segments the clean run."""
    return gpx(track(*(segments or (points(),)), sport=sport, name=name))
