"""Builders of made-up TCX files: a clean run due north in laps, and ways to spoil it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.sources.gpx_text import DEGREES_PER_METRE, START

NAMESPACE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"


def zulu(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True)
class Point:
    at: datetime | str | None
    north_m: float | None = None
    distance_m: float | None = None
    altitude: str | None = "20.0"
    heart_rate: str | None = "150"
    cadence: str | None = None
    run_cadence: str | None = "85"
    prefix: str = "ns3:"

    def xml(self) -> str:
        time = zulu(self.at) if isinstance(self.at, datetime) else self.at
        body = "" if time is None else f"<Time>{time}</Time>"
        if self.north_m is not None:
            latitude = 51.5 + self.north_m * DEGREES_PER_METRE
            body += (
                f"<Position><LatitudeDegrees>{latitude:.7f}</LatitudeDegrees>"
                "<LongitudeDegrees>-0.12</LongitudeDegrees></Position>"
            )
        if self.altitude is not None:
            body += f"<AltitudeMeters>{self.altitude}</AltitudeMeters>"
        if self.distance_m is not None:
            body += f"<DistanceMeters>{self.distance_m}</DistanceMeters>"
        if self.heart_rate is not None:
            body += f"<HeartRateBpm><Value>{self.heart_rate}</Value></HeartRateBpm>"
        if self.cadence is not None:
            body += f"<Cadence>{self.cadence}</Cadence>"
        if self.run_cadence is not None:
            tag = f"{self.prefix}RunCadence"
            body += (
                f"<Extensions><{self.prefix}TPX><{self.prefix}Speed>3.0</{self.prefix}Speed>"
                f"<{tag}>{self.run_cadence}</{tag}></{self.prefix}TPX></Extensions>"
            )
        return f"<Trackpoint>{body}</Trackpoint>\n"


def points(
    first: int = 0, last: int = 60, *, start: datetime = START, **rest: object
) -> list[Point]:
    """Points 10 s and 30 m apart; all 61 of them are 1800 m in 600 s."""
    return [
        Point(start + timedelta(seconds=10 * n), 30.0 * n, 30.0 * n, **rest)  # type: ignore[arg-type]
        for n in range(first, last + 1)
    ]


def lap(
    *tracks: list[Point],
    start: datetime | None = START,
    seconds: float | str | None = 600,
    metres: float | str | None = 1800,
    more: str = "",
) -> str:
    begin = "" if start is None else f' StartTime="{zulu(start)}"'
    time = "" if seconds is None else f"<TotalTimeSeconds>{seconds}</TotalTimeSeconds>"
    distance = "" if metres is None else f"<DistanceMeters>{metres}</DistanceMeters>"
    body = "".join(
        "<Track>" + "".join(point.xml() for point in track) + "</Track>" for track in tracks
    )
    return f"<Lap{begin}>{time}{distance}{more}{body}</Lap>"


def activity(
    *laps: str, sport: str | None = "Running", start: datetime | str | None = START, more: str = ""
) -> str:
    kind = "" if sport is None else f' Sport="{sport}"'
    text = zulu(start) if isinstance(start, datetime) else start
    identity = "" if text is None else f"<Id>{text}</Id>"
    return f"<Activity{kind}>{identity}{''.join(laps)}{more}</Activity>"


def tcx(*activities: str, namespace: str | None = NAMESPACE, body: str | None = None) -> bytes:
    xmlns = f' xmlns="{namespace}"' if namespace else ""
    inside = f"<Activities>{''.join(activities)}</Activities>" if body is None else body
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<TrainingCenterDatabase{xmlns} xmlns:ns3="urn:a" xmlns:x="urn:b">{inside}'
        "</TrainingCenterDatabase>"
    ).encode()


def run(*laps: str, **rest: object) -> bytes:
    """One running activity; without laps the clean run in one."""
    return tcx(activity(*(laps or (lap(points()),)), **rest))  # type: ignore[arg-type]
