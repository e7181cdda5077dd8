"""Apple Health exports of both ages, and a file of any size with workouts far apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCTYPE = """<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 12 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
<!ATTLIST Workout
  workoutActivityType CDATA #REQUIRED
  startDate           CDATA #REQUIRED
>
]>
"""
HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n{DOCTYPE}<HealthData locale="de_DE">\n'
TAIL = "</HealthData>\n"
RECORD = (
    ' <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" unit="count/min" '
    'creationDate="2024-03-10 07:30:00 +0100" startDate="2024-03-10 07:30:00 +0100" '
    'endDate="2024-03-10 07:30:00 +0100" value="140">\n'
    '  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="2"/>\n </Record>\n'
)


def export(*workouts: str, head: str = HEAD) -> bytes:
    return (head + RECORD + RECORD.join(workouts) + RECORD + TAIL).encode()


def workout(
    start: str = "2024-03-10 07:30:00 +0100",
    end: str = "2024-03-10 08:01:00 +0100",
    *,
    kind: str = "Running",
    app: str = "Watch",
    inner: str = "",
    distance: str = '<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" '
    'sum="5.012" unit="km"/>',
) -> str:
    """Return a workout as it is written since iOS 16."""
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityType{kind}" duration="30" '
        f'durationUnit="min" sourceName="{app}" sourceVersion="10" '
        f'device="&lt;&lt;HKDevice: 0x1&gt;, name:Watch&gt;" creationDate="{end}" '
        f'startDate="{start}" endDate="{end}">\n  {distance}\n  {inner}\n </Workout>\n'
    )


def old_workout(*, unit: str = "mi", distance: str = "3.1144") -> str:
    """Return a workout as it was written up to iOS 15."""
    return (
        ' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="1800" '
        f'durationUnit="sec" totalDistance="{distance}" totalDistanceUnit="{unit}" '
        'totalEnergyBurned="300" totalEnergyBurnedUnit="kcal" sourceName="Nike Run Club" '
        'startDate="2019-07-01 17:00:00 -0700" endDate="2019-07-01 17:31:00 -0700"/>\n'
    )


def route(name: str = "route_2024-03-10_8.01am.gpx") -> str:
    return f'<WorkoutRoute><FileReference path="/workout-routes/{name}"/></WorkoutRoute>'


def large_export(megabytes: int, workouts: int) -> Iterator[bytes]:
    """Yield an export of about so many megabytes, its workouts spread over all of it."""
    yield HEAD.encode()
    filler = RECORD.encode() * 2500
    blocks = max(1, megabytes * 1_000_000 // len(filler))
    first = datetime(2020, 1, 1, 7, 30, tzinfo=UTC)
    each = max(1, blocks // workouts)
    for block in range(blocks):
        yield filler
        if block % each == 0:
            start = first + timedelta(days=block // each)
            end = start + timedelta(minutes=31)
            yield workout(*(f"{at:%Y-%m-%d %H:%M:%S} +0100" for at in (start, end))).encode()
    yield TAIL.encode()
