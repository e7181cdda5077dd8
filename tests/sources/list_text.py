"""Lists as services write them, and reading them in a line."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from runadvisor.sources.choices import NO_CHOICES, Choices
from runadvisor.sources.csv_list import read_list
from runadvisor.sources.file_reader import read_bytes
from runadvisor.sources.place import Place

if TYPE_CHECKING:
    from runadvisor.domain.activity import Recording
    from runadvisor.sources.import_report import Reading

PLACE = Place("list.csv")

STRAVA = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,"
    "Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,"
    "Elevation Gain,Elevation Loss,Max Heart Rate,Average Heart Rate,Perceived Exertion,Competition"
)
STRAVA_ROW = (
    '77,"Mar 10, 2024, 6:30:00 AM",Morning,Run,,1860,5.01,,,false,,,activities/8000.gpx,,,'
    "1850.0,1800.0,5012.3,,,42.0,40.0,172,151,6,1.0"
)
GARMIN = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR"
INTERVALS = (
    "id,start_date_local,name,type,moving_time,distance,elapsed_time,average_cadence,trainer,"
    "start_date"
)


def read(text: str | bytes, choices: Choices = NO_CHOICES) -> Reading:
    data = text if isinstance(text, bytes) else text.encode()
    return read_list(data, PLACE, choices).reading


def read_file(data: bytes, name: str = "list.xlsx", choices: Choices = NO_CHOICES) -> Reading:
    return read_bytes(data, Place(name), choices).reading


def only(text: str | bytes, choices: Choices = NO_CHOICES) -> Recording:
    (recording,) = read(text, choices).recordings
    return recording


def problems(text: str | bytes, choices: Choices = NO_CHOICES) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.row) for problem in read(text, choices).problems]


def notes(text: str | bytes, choices: Choices = NO_CHOICES) -> list[str]:
    return [note.code for note in read(text, choices).repairs]


def wall(
    year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0
) -> datetime:
    """Return a wall-clock time."""
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC).replace(tzinfo=None)
