"""What the invented runner of the sample history did: the numbers the generator fills in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Stage:
    """Ordinary weeks from a Monday on: how many runs, how long the easy ones and Sunday's."""

    start: date
    runs: int
    easy_km: float
    long_km: float


STAGES = (
    Stage(date(2023, 11, 6), 3, 3.8, 6.4),
    Stage(date(2024, 1, 8), 3, 4.2, 7.2),
    Stage(date(2024, 3, 4), 4, 4.3, 8.0),
    Stage(date(2024, 4, 15), 4, 4.5, 8.8),
    Stage(date(2024, 5, 20), 4, 4.8, 9.7),
    Stage(date(2024, 7, 15), 5, 4.9, 10.6),
    Stage(date(2024, 10, 21), 4, 4.4, 10.0),
    Stage(date(2025, 2, 24), 3, 2.4, 4.6),
    Stage(date(2025, 3, 3), 3, 3.2, 6.0),
    Stage(date(2025, 3, 10), 3, 3.8, 7.2),
    Stage(date(2025, 3, 24), 4, 4.2, 7.9),
    Stage(date(2025, 4, 21), 4, 4.4, 8.7),
    Stage(date(2025, 5, 19), 5, 4.5, 9.6),
    Stage(date(2025, 7, 21), 5, 5.0, 11.0),
    Stage(date(2025, 10, 13), 4, 4.5, 10.4),
    Stage(date(2025, 12, 8), 5, 4.6, 11.4),
    Stage(date(2026, 1, 19), 5, 4.8, 12.0),
    Stage(date(2026, 4, 20), 4, 4.3, 9.2),
)

LONG_RUNS = {
    # Christmas with the family runner, far over the beginner's longest.
    date(2023, 12, 24): 9.4,
    date(2024, 6, 23): 13.4,
    # To the first half marathon.
    date(2024, 8, 11): 11.4,
    date(2024, 8, 18): 12.4,
    date(2024, 8, 25): 13.5,
    date(2024, 9, 1): 11.0,
    date(2024, 9, 8): 14.7,
    date(2024, 9, 15): 16.1,
    date(2024, 9, 22): 17.6,
    date(2024, 9, 29): 19.3,
    date(2024, 10, 6): 12.0,
    date(2024, 10, 13): 21.1,
    date(2024, 10, 20): 6.0,
    date(2025, 6, 15): 11.8,
    # To the second.
    date(2025, 8, 3): 11.6,
    date(2025, 8, 10): 12.7,
    date(2025, 8, 17): 13.8,
    date(2025, 8, 24): 11.5,
    date(2025, 8, 31): 15.0,
    date(2025, 9, 7): 16.4,
    date(2025, 9, 14): 17.9,
    date(2025, 9, 21): 19.4,
    date(2025, 9, 28): 12.5,
    date(2025, 10, 5): 21.1,
    date(2025, 10, 12): 6.5,
    date(2025, 12, 28): 14.6,
    # To the third, in spring.
    date(2026, 2, 15): 13.4,
    date(2026, 2, 22): 14.6,
    date(2026, 3, 1): 12.0,
    date(2026, 3, 8): 16.0,
    date(2026, 3, 15): 17.5,
    date(2026, 3, 22): 19.2,
    date(2026, 3, 29): 19.4,
    date(2026, 4, 5): 12.0,
    date(2026, 4, 12): 21.1,
    date(2026, 4, 19): 6.0,
}

EXTRA_RUNS = {
    # The watch started in the hallway.
    date(2024, 5, 10): 0.12,
    # New Year's run with the club.
    date(2025, 1, 1): 12.6,
}

RACES = {
    date(2024, 10, 13): "Autumn Half Marathon",
    date(2025, 10, 5): "Autumn Half Marathon",
    date(2026, 4, 12): "Spring Half Marathon",
}

GAP = (date(2025, 2, 3), date(2025, 2, 23))
"""Three weeks in bed: nothing recorded, both days included."""

STORY_START = date(2026, 6, 1)

_STORY = """
# Monday to Sunday from 1 June 2026, kilometres
.   4.5 .   3.9 4.7 2.9 9.2
.   4.8 3.7 5.4 .   4.8 10.4
.   4.2 .   5.3 3.6 3.0 8.8
.   4.9 3.6 5.2 .   3.8 10.1
.   5.4 4.0 5.5 3.9 3.0 10.5
.   4.5 .   5.1 3.9 3.3 9.4
.   4.6 3.7 5.2 .   4.2 10.9
.   5.1 3.9 5.6 .   5.0 11.8
.   4.2 4.2 5.3 .   3.4 16.2
.   .   3.1 .   3.0 .   5.0
.   3.4 .   4.5 .   3.5 6.9
.   4.7 .   4.8 4.2 4.3 9.0
.   5.2 .   4.4 4.0 4.5 10.4
.   4.6 3.6 5.3 3.2 3.2 11.3
.   4.8 .   5.3 4.0 3.6 12.2
.   4.6 3.7 5.5 .   5.2 11.0
.   5.2 4.3 5.7 3.4 3.3 13.0
.   4.0 3.5 5.4 .   4.0 11.2
.   4.9 3.6 5.7 .   4.2 12.0
.   3.9 3.7 4.7 3.1 3.0 12.9
.   4.8 4.0 5.8 .   4.2 10.4
.   4.6 3.8 5.2 .   3.4 14.0
.   4.8 3.6 5.4 3.2 3.0 11.2
.   5.1 4.0 6.0 .   4.1 12.6
.   4.6 4.2 5.4 3.4 3.6 17.4
"""


def _story_weeks() -> dict[date, list[tuple[int, float]]]:
    lines = [line.split() for line in _STORY.splitlines() if line and not line.startswith("#")]
    return {
        STORY_START + timedelta(weeks=number): [
            (weekday, float(cell)) for weekday, cell in enumerate(line) if cell != "."
        ]
        for number, line in enumerate(lines)
    }


STORY_WEEKS = _story_weeks()

TRACKED_DAYS = frozenset(
    {
        # The races, the run that was too long in summer, and the month's longest.
        *RACES,
        date(2026, 8, 2),
        date(2026, 11, 1),
        *(date(2026, 11, day) for day in (8, 10, 11, 12, 14, 15, 17, 18, 19, 20, 21, 22)),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSport:
    """Something beside running, on one weekday of some months."""

    name: str
    sport: str
    weekday: int
    hour: int
    months: frozenset[int]
    share: float
    """Of the weeks in season."""
    minutes: tuple[int, int]
    metres_per_minute: int = 0


CROSS_TRAINING = (
    OtherSport(
        name="Strength at home",
        sport="Weight Training",
        weekday=0,
        hour=18,
        months=frozenset({1, 2, 3, 4, 9, 10, 11, 12}),
        share=0.7,
        minutes=(25, 40),
    ),
    OtherSport(
        name="Round the lakes",
        sport="Ride",
        weekday=4,
        hour=17,
        months=frozenset({5, 6, 7, 8, 9, 10}),
        share=0.6,
        minutes=(55, 130),
        metres_per_minute=345,
    ),
    OtherSport(
        name="Easy spin",
        sport="Ride",
        weekday=2,
        hour=17,
        months=frozenset({4, 5, 6, 7, 8, 9, 10, 11}),
        share=0.3,
        minutes=(35, 50),
        metres_per_minute=320,
    ),
    OtherSport(
        name="Lengths",
        sport="Swim",
        weekday=0,
        hour=19,
        months=frozenset({6, 7, 8}),
        share=0.25,
        minutes=(30, 45),
        metres_per_minute=38,
    ),
)

STRAVA_HEADER = (
    *("Activity ID", "Activity Date", "Activity Name", "Activity Type"),
    *("Activity Description", "Elapsed Time", "Distance", "Max Heart Rate", "Relative Effort"),
    *("Commute", "Activity Private Note", "Activity Gear", "Filename", "Athlete Weight"),
    *("Bike Weight", "Elapsed Time", "Moving Time", "Distance", "Max Speed", "Average Speed"),
    *("Elevation Gain", "Elevation Loss", "Elevation Low", "Elevation High", "Max Grade"),
    *("Average Grade", "Average Positive Grade", "Average Negative Grade", "Max Cadence"),
    *("Average Cadence", "Max Heart Rate", "Average Heart Rate", "Max Watts", "Average Watts"),
    *("Calories", "Max Temperature", "Average Temperature", "Relative Effort", "Total Work"),
    *("Number of Runs", "Uphill Time", "Downhill Time", "Other Time", "Perceived Exertion"),
    *("Type", "Start Time", "Weighted Average Power", "Power Count", "Prefer Perceived Exertion"),
    *("Perceived Relative Effort", "Commute", "Total Weight Lifted", "From Upload"),
    *("Grade Adjusted Distance", "Weather Observation Time", "Weather Condition"),
    *("Weather Temperature", "Apparent Temperature", "Dewpoint", "Humidity", "Weather Pressure"),
    *("Wind Speed", "Wind Gust", "Wind Bearing", "Precipitation Intensity", "Sunrise Time"),
    *("Sunset Time", "Moon Phase", "Bike", "Gear", "Precipitation Probability"),
    *("Precipitation Type", "Cloud Cover", "Weather Visibility", "UV Index", "Weather Ozone"),
    *("Jump Count", "Total Grit", "Average Flow", "Flagged", "Average Elapsed Speed"),
    *("Dirt Distance", "Newly Explored Distance", "Newly Explored Dirt Distance"),
    *("Activity Count", "Total Steps", "Carbon Saved", "Pool Length", "Training Load"),
    *("Intensity", "Average Grade Adjusted Pace", "Timer Time", "Total Cycles", "Recovery"),
    *("With Pet", "Competition", "Long Run", "For a Cause", "Media"),
)
"""As Strava's own export heads its list in English; some names stand twice."""
