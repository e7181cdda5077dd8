"""Writes the sample history: three years of an invented runner, as a Strava export holds them.

``python -m tests.sample_history`` writes ``resources/sample/mara-voss.zip``. Nothing in it
comes from a real person, and the same code always gives the same members.
"""

from __future__ import annotations

import csv
import gzip
import io
import math
import zipfile
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tests.sample_story import (
    CROSS_TRAINING,
    EXTRA_RUNS,
    GAP,
    LONG_RUNS,
    RACES,
    STAGES,
    STORY_START,
    STORY_WEEKS,
    STRAVA_HEADER,
    TRACKED_DAYS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample" / "mara-voss.zip"
SEED = 20231106
ZONE = ZoneInfo("Europe/Berlin")
RUN_DAYS = {3: (1, 3, 6), 4: (1, 3, 5, 6), 5: (1, 2, 3, 5, 6)}
SUNDAY = 6
LIGHTER_WEEK_EVERY = 4
FIRST_ACTIVITY_ID = 10_170_000_000
UPLOAD_ID_OFFSET = 812_345_678
"""Strava numbers an uploaded file apart from its activity."""
POINT_EVERY_S = 5
EARTH_EQUATOR_M = 6_378_137.0
EARTH_ECCENTRICITY_2 = 0.00669437999014
LOOP_CENTRE = (52.4472, 13.7105)
LOOP_RADIUS_M = 1600.0
ZIP_DATE = (2026, 11, 23, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the export; lengths in metres, times in seconds."""

    start: datetime
    """Aware, local."""
    name: str
    sport: str
    """As Strava spells it."""
    distance_m: float | None
    moving_s: int
    elapsed_s: int
    gain_m: float | None = None
    heart_rate: int | None = None
    max_heart_rate: int | None = None
    cadence: float | None = None
    """Of one foot, as Strava counts."""
    effort: int | None = None
    is_race: bool = False


def members() -> dict[str, bytes]:
    """Return the files of the export by name, unpacked."""
    rng = Random(SEED)  # noqa: S311 - an invented runner keeps no secrets
    entries = sorted(_entries(rng), key=lambda entry: entry.start)
    files: dict[str, bytes] = {}
    rows: list[dict[int, str]] = []
    for number, entry in enumerate(entries):
        activity_id = FIRST_ACTIVITY_ID + number * 9_876_543
        filename = ""
        if entry.sport == "Run" and entry.start.date() in TRACKED_DAYS:
            filename = f"activities/{activity_id + UPLOAD_ID_OFFSET}.gpx.gz"
            files[filename] = _gpx(entry, rng).encode()
        rows.append(_row(entry, activity_id, filename))
    return {"activities.csv": _csv(rows).encode(), **files}


def write(path: Path) -> None:
    """Write the export; the same members give the same bytes on one Python."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in members().items():
            packed = gzip.compress(data, mtime=0) if name.endswith(".gz") else data
            archive.writestr(zipfile.ZipInfo(name, ZIP_DATE), packed, zipfile.ZIP_DEFLATED)


# --- what was done ---------------------------------------------------------------------


def _entries(rng: Random) -> Iterator[Entry]:
    for number, monday in enumerate(_mondays()):
        week = STORY_WEEKS.get(monday) or _ordinary_week(monday, number, rng)
        for weekday, kilometres in week:
            day = monday + timedelta(days=weekday)
            if not GAP[0] <= day <= GAP[1]:
                yield _run(day, kilometres, rng)
        yield from _other_sports(monday, {weekday for weekday, _ in week}, rng)


def _mondays() -> Iterator[date]:
    monday = STAGES[0].start
    while monday <= max(STORY_WEEKS):
        yield monday
        monday += timedelta(weeks=1)


def _ordinary_week(monday: date, number: int, rng: Random) -> list[tuple[int, float]]:
    stage = next(stage for stage in reversed(STAGES) if stage.start <= monday)
    share = 0.8 if number % LIGHTER_WEEK_EVERY == LIGHTER_WEEK_EVERY - 1 else 1.0
    week: list[tuple[int, float]] = []
    for weekday in RUN_DAYS[stage.runs]:
        usual_km = stage.long_km if weekday == SUNDAY else stage.easy_km
        kilometres = usual_km * share * rng.uniform(0.88, 1.04)
        if weekday != SUNDAY and rng.random() < 0.06:
            continue
        week.append((weekday, LONG_RUNS.get(monday + timedelta(days=weekday), kilometres)))
    week += [
        ((day - monday).days, kilometres)
        for day, kilometres in EXTRA_RUNS.items()
        if 0 <= (day - monday).days <= SUNDAY
    ]
    return week


def _run(day: date, kilometres: float, rng: Random) -> Entry:
    race = RACES.get(day)
    is_told = day >= STORY_START or race is not None
    # A watch never stops on a round number: some metres over, so that no limit is met by chance.
    metres = round(kilometres * 1000 + (20 if is_told else rng.uniform(-30, 30)), 1)
    pace_s = 391 - 9 * (day.year - 2023) + rng.uniform(-12, 12) + (4 if kilometres > 8 else 0)
    heart_rate = round(rng.uniform(139, 147) + (3 if kilometres > 8 else 0))
    if race is not None:
        pace_s, heart_rate = pace_s - 42, heart_rate + 24
    moving_s = round(metres / 1000 * pace_s)
    if day == max(TRACKED_DAYS):
        moving_s, heart_rate = 6372, 148
    start = _start(day, rng)
    return Entry(
        start=start,
        name=race or _run_name(start),
        sport="Run",
        distance_m=metres,
        moving_s=moving_s,
        elapsed_s=moving_s if day in TRACKED_DAYS else moving_s + rng.choice((0, 0, 25, 80, 190)),
        gain_m=round(metres / 1000 * rng.uniform(5, 7), 1),
        heart_rate=heart_rate,
        max_heart_rate=heart_rate + rng.randint(12, 24),
        cadence=round(rng.uniform(81, 85), 1),
        effort=9 if race else None,
        is_race=race is not None,
    )


def _start(day: date, rng: Random) -> datetime:
    if day in RACES:
        return datetime.combine(day, time(10), tzinfo=ZONE)
    hour = 9 if day.weekday() == SUNDAY else rng.choice((6, 6, 12, 18, 18))
    at = time(hour, rng.randint(2, 55), rng.randint(0, 59))
    return datetime.combine(day, at, tzinfo=ZONE)


def _run_name(start: datetime) -> str:
    if start.weekday() == SUNDAY:
        return "Sunday long run"
    return {6: "Morning Run", 12: "Lunch Run"}.get(start.hour, "Evening Run")


def _other_sports(monday: date, run_days: set[int], rng: Random) -> Iterator[Entry]:
    for other in CROSS_TRAINING:
        # Drawn whether wanted or not: a changed season leaves the rest of the years alone.
        is_wanted, minutes = rng.random() < other.share, rng.randint(*other.minutes)
        second, heart_rate = rng.randint(0, 59), round(rng.uniform(112, 124))
        day = monday + timedelta(days=other.weekday)
        in_season = day.month in other.months and not GAP[0] <= day <= GAP[1]
        if not (is_wanted and in_season) or other.weekday in run_days:
            continue
        at = time(other.hour, minutes % 40, second)
        metres = minutes * other.metres_per_minute
        yield Entry(
            start=datetime.combine(day, at, tzinfo=ZONE),
            name=other.name,
            sport=other.sport,
            distance_m=float(metres) if metres else None,
            moving_s=minutes * 60,
            elapsed_s=minutes * 60 + second,
            heart_rate=heart_rate,
            max_heart_rate=heart_rate + 19,
        )


# --- activities.csv ----------------------------------------------------------------------


def _row(entry: Entry, activity_id: int, filename: str) -> dict[int, str]:
    """Return the cells of a row by column: some names stand twice, so a name is not enough."""
    second = STRAVA_HEADER.index
    metres = entry.distance_m
    told = {
        "Activity ID": str(activity_id),
        "Activity Date": _strava_date(entry.start),
        "Activity Name": entry.name,
        "Activity Type": entry.sport,
        "Elapsed Time": str(entry.elapsed_s),
        "Distance": _cell(None if metres is None else metres / 1000, digits=2),
        "Max Heart Rate": _cell(entry.max_heart_rate, digits=1),
        "Commute": "false",
        "Filename": filename,
        "Moving Time": f"{entry.moving_s}.0",
        "Average Speed": _cell(metres and metres / entry.moving_s, digits=6),
        "Elevation Gain": _cell(entry.gain_m, digits=1),
        "Elevation Loss": _cell(entry.gain_m, digits=1),
        "Average Cadence": _cell(entry.cadence, digits=1),
        "Average Heart Rate": _cell(entry.heart_rate, digits=1),
        "Perceived Exertion": _cell(entry.effort, digits=1),
        "Competition": "1.0" if entry.is_race else "",
    }
    cells = {STRAVA_HEADER.index(name): text for name, text in told.items()}
    again = {
        "Elapsed Time": f"{entry.elapsed_s}.0",
        "Distance": _cell(metres, digits=1),
        "Max Heart Rate": _cell(entry.max_heart_rate, digits=1),
        "Commute": "0.0",
    }
    cells |= {second(name, second(name) + 1): text for name, text in again.items()}
    return cells


def _strava_date(start: datetime) -> str:
    at = start.astimezone(UTC)
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    half = "AM" if at.hour < 12 else "PM"
    clock = f"{at.hour % 12 or 12}:{at.minute:02}:{at.second:02}"
    return f"{months[at.month - 1]} {at.day}, {at.year}, {clock} {half}"


def _cell(value: float | None, *, digits: int) -> str:
    return "" if value is None else f"{value:.{digits}f}"


def _csv(rows: list[dict[int, str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(STRAVA_HEADER)
    writer.writerows([row.get(i, "") for i in range(len(STRAVA_HEADER))] for row in rows)
    return text.getvalue()


# --- tracks ------------------------------------------------------------------------------


def _gpx(entry: Entry, rng: Random) -> str:
    """Return a run as GPX: half its way along an invented loop by a lake, and back."""
    steps_m = _steps_m(entry, rng)
    points = _points(steps_m)
    pulse = _pulse(entry, len(points), rng)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gpx version="1.1" creator="RunAdvisor sample history"',
        ' xmlns="http://www.topografix.com/GPX/1/1"',
        ' xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">',
        f"<trk><name>{entry.name}</name><type>running</type><trkseg>",
    ]
    for number, ((latitude, longitude, altitude_m), heart_rate) in enumerate(
        zip(points, pulse, strict=True)
    ):
        after_s = min(number * POINT_EVERY_S, entry.moving_s)
        at = (entry.start + timedelta(seconds=after_s)).astimezone(UTC)
        cadence = round((entry.cadence or 0) + rng.gauss(0, 0.7))
        lines.append(
            f'<trkpt lat="{latitude:.6f}" lon="{longitude:.6f}"><ele>{altitude_m:.1f}</ele>'
            f"<time>{at:%Y-%m-%dT%H:%M:%SZ}</time><extensions><gpxtpx:TrackPointExtension>"
            f"<gpxtpx:hr>{heart_rate}</gpxtpx:hr><gpxtpx:cad>{cadence}</gpxtpx:cad>"
            "</gpxtpx:TrackPointExtension></extensions></trkpt>"
        )
    return "\n".join([*lines, "</trkseg></trk></gpx>", ""])


def _steps_m(entry: Entry, rng: Random) -> list[float]:
    whole, rest_s = divmod(entry.moving_s, POINT_EVERY_S)
    seconds = [POINT_EVERY_S] * whole + ([rest_s] if rest_s else [])
    raw = [
        s * (1 + 0.04 * math.sin(number / 17) + rng.uniform(-0.05, 0.05))
        for number, s in enumerate(seconds)
    ]
    return [step * (entry.distance_m or 0) / sum(raw) for step in raw]


def _points(steps_m: list[float]) -> list[tuple[float, float, float]]:
    """Return latitude, longitude and altitude of the start and of the end of every step."""
    latitude_0, longitude_0 = LOOP_CENTRE
    flattening = 1 - EARTH_ECCENTRICITY_2 * math.sin(math.radians(latitude_0)) ** 2
    north_m = EARTH_EQUATOR_M * (1 - EARTH_ECCENTRICITY_2) / flattening**1.5
    east_m = EARTH_EQUATOR_M / math.sqrt(flattening) * math.cos(math.radians(latitude_0))
    half_way_m = sum(steps_m) / 2
    turn, gone_m, direction = 0.4, 0.0, 1.0
    points: list[tuple[float, float, float]] = []
    for step_m in (0.0, *steps_m):
        gone_m += step_m
        direction = 1.0 if gone_m <= half_way_m else -1.0
        x_0, y_0 = _loop(turn)
        turn += direction * step_m / _loop_metres_per_turn(turn)
        x_m, y_m = _loop(turn)
        # The chord of a bend is shorter than the bend: lengthened, the way adds up.
        chord_m = math.hypot(x_m - x_0, y_m - y_0)
        turn += direction * (step_m - chord_m) / _loop_metres_per_turn(turn)
        x_m, y_m = _loop(turn)
        altitude_m = 41 + 9 * math.sin(3 * turn) + 3 * math.sin(8 * turn + 1)
        points.append(
            (
                latitude_0 + math.degrees(y_m / north_m),
                longitude_0 + math.degrees(x_m / east_m),
                altitude_m,
            )
        )
    return points


def _loop(turn: float) -> tuple[float, float]:
    radius_m = LOOP_RADIUS_M * (1 + 0.22 * math.cos(2 * turn + 1) + 0.06 * math.sin(5 * turn))
    return radius_m * math.cos(turn), radius_m * math.sin(turn)


def _loop_metres_per_turn(turn: float) -> float:
    ahead, behind = _loop(turn + 1e-4), _loop(turn - 1e-4)
    return math.hypot(ahead[0] - behind[0], ahead[1] - behind[1]) / 2e-4


def _pulse(entry: Entry, count: int, rng: Random) -> list[int]:
    """Return a heart rate per point: a warm-up, a slow rise, and the entry's own mean."""
    shape = [
        -28 * math.exp(-number * POINT_EVERY_S / 150) + 8 * number / count + rng.gauss(0, 1.2)
        for number in range(count)
    ]
    mean = sum(shape) / count
    return [round((entry.heart_rate or 0) + value - mean) for value in shape]


if __name__ == "__main__":
    write(SAMPLE)
