"""The list of an export, and what it knows better than the files its rows name."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from runadvisor.domain.activity import Sport
from runadvisor.domain.text import N_

if TYPE_CHECKING:
    from datetime import datetime

    from runadvisor.domain.activity import Recording
    from runadvisor.sources.import_report import Reading
    from runadvisor.sources.place import Place

OTHER_ACTIVITY = timedelta(hours=24)
"""A file that starts this far from its row belongs to another activity."""
OTHER_DAY = N_(
    "The file is of another day than its row in the list: both were kept as activities of their "
    "own."
)


@dataclass(frozen=True, slots=True)
class Export:
    """The list of an export, and the files its rows name."""

    name: str
    rows: dict[str, Recording] = field(default_factory=dict[str, "Recording"])
    """Name within the bundle -> the recording of the row."""
    is_apple: bool = False

    @property
    def folder(self) -> str:
        """The folder of the list with its ``/``; empty at the top."""
        return self.name[: -len(PurePosixPath(self.name).name)]


def linked(reading: Reading, row: Recording, place: Place, export: Export) -> Reading:
    """Return the reading of a file with what its row in the list knows better.

    The person may have corrected sport and title in the list; the file has the track.
    Both share the row's id, so that the history joins them. Of several recordings in one
    file only the one that starts with the row is the row's.
    """
    if not reading.recordings:
        return reading
    nearest = min(reading.recordings, key=lambda recording: _apart(recording, row))
    if _apart(nearest, row) > OTHER_ACTIVITY:
        note = place.repair("other-day", OTHER_DAY)
        return replace(reading, repairs=(*reading.repairs, note))
    is_narrower = row.sport is Sport.RUN and nearest.sport.is_run
    takes_sport = row.sport_is_known and not is_narrower
    joined = replace(
        nearest,
        source_id=row.source_id,
        sport=row.sport if takes_sport else nearest.sport,
        sport_is_known=row.sport_is_known or nearest.sport_is_known,
        name=row.name or nearest.name,
        session_rpe=row.session_rpe,
        is_race=row.is_race,
    )
    if export.is_apple:
        joined = _with_totals_of_the_watch(joined, row)
    recordings = tuple(joined if each is nearest else each for each in reading.recordings)
    return replace(reading, recordings=recordings)


def _with_totals_of_the_watch(route: Recording, workout: Recording) -> Recording:
    """Return a route with the figures of its workout; it has positions and nothing else.

    Its title is only "Route" and the date.
    """
    return replace(
        route,
        name=workout.name,
        distance_m=workout.distance_m or route.distance_m,
        moving_time_s=workout.moving_time_s or route.moving_time_s,
        elapsed_time_s=workout.elapsed_time_s or route.elapsed_time_s,
        elevation_gain_m=workout.elevation_gain_m or route.elevation_gain_m,
    )


def _apart(recording: Recording, row: Recording) -> timedelta:
    """Return the time between two starts; a wall clock is within hours of UTC."""
    return abs(_rough_start(recording) - _rough_start(row))


def _rough_start(recording: Recording) -> datetime:
    start = recording.started_at or recording.local_start
    assert start is not None  # noqa: S101 - every reader tells one of the two
    return start.replace(tzinfo=UTC)
