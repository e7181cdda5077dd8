"""A track without times, and when it was run by the runner's own word -> its recording."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runadvisor.domain.activity import Recording, Source, Sport
from runadvisor.domain.text import N_
from runadvisor.sources import repair
from runadvisor.sources.point_recording import zone_of

if TYPE_CHECKING:
    from runadvisor.sources.choices import Dating
    from runadvisor.sources.import_report import ImportProblem, Repair
    from runadvisor.sources.place import Place
    from runadvisor.sources.point_recording import PointFile
    from runadvisor.sources.raw_points import RawPoints

UNTIMED = "{format}-without-times"
"""Another format than with times: whatever was measured comes before what was typed."""
NO_TIMES = N_(
    "None of the {points} points, {way_m} in all, has a time: a planned route, or a run whose "
    "times were left out. If you ran it, say on which day, and it comes in."
)
DATED = N_(
    "The file holds no times: day, start and duration are as you typed them. Distance and climb "
    "are those of the line. Pace within the run, stops and heart rate are not known."
)


def asked_for_times(points: RawPoints, place: Place) -> ImportProblem:
    """Return the problem that asks when a track without times was run."""
    way_m = _way_m(points)
    problem = place.problem("no-times", NO_TIMES, points=len(points), way_m=way_m)
    return replace(problem, lacks_times=way_m > 0)


def dated_recording(
    file: PointFile, dating: Dating, place: Place
) -> tuple[Recording, list[Repair]] | None:
    """Return the recording of a track that was run when the runner says.

    No time is made up for its points, so it has no track: distance and climb are what the
    line tells. ``None`` where no two of its points have a place.

    Args:
        file: Points without times, in file order.
        dating: When it was run.
        place: Where it came from.
    """
    distance_m = _way_m(file.points)
    if not distance_m:
        return None
    climb = repair.climb_m(repair.altitudes(file.points.altitude_m))
    zone, zone_source = zone_of(file)
    recording = Recording(
        source=Source(
            path=place.path, member=place.member, format=UNTIMED.format(format=file.format)
        ),
        digest=file.digest,
        local_start=dating.wall,
        zone=zone,
        zone_source=zone_source,
        precision=dating.precision,
        sport=file.sport or Sport.RUN,
        sport_is_known=file.sport is not None,
        name=file.name,
        distance_m=distance_m,
        moving_time_s=dating.duration_s,
        elevation_gain_m=climb[0] if climb else None,
        elevation_loss_m=climb[1] if climb else None,
        points=len(file.points),
    )
    return recording, [place.repair("dated-by-hand", DATED)]


def _way_m(points: RawPoints) -> float:
    """Return the length of the line within segments, in metres."""
    placed = points.only(repair.is_placed(points.latitude_deg, points.longitude_deg))
    steps_m = repair.way_m(
        placed.latitude_deg[:-1],
        placed.longitude_deg[:-1],
        placed.latitude_deg[1:],
        placed.longitude_deg[1:],
    )
    return float(steps_m[placed.segment[1:] == placed.segment[:-1]].sum())
