"""OpenTracks' CSV of one track: a row a point, times with their offset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.text import N_
from runadvisor.sources.device_totals import DeviceTotals
from runadvisor.sources.import_report import Reading
from runadvisor.sources.parse import moment, number
from runadvisor.sources.point_recording import PointFile, digest_of, recording_of
from runadvisor.sources.raw_points import RawPoints
from runadvisor.sources.table import Table, headings_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.sources.place import Place
    from runadvisor.sources.repair import Floats
    from runadvisor.sources.table import Grid, Row

_SIGNATURE = frozenset({"time", "trackpoint_type", "latitude", "longitude"})
_SEGMENT_STARTS = "SEGMENT_START"
_COLUMNS = {
    "latitude_deg": "latitude",
    "longitude_deg": "longitude",
    "altitude_m": "altitude",
    "heart_rate_bpm": "heartrate",
    "cadence": "cadence",
}
_KMH_PER_MPS = 3.6
NO_TIME = N_("No point of this track has a time: export the track again, as GPX or KMZ.")


def opentracks_table(grid: Grid) -> Table | None:
    """Return the points if a grid is a track of OpenTracks."""
    return grid.below(_is_header)


def read_opentracks(data: bytes, table: Table, place: Place) -> Reading:
    """Return the recording of a track.

    Args:
        data: The unpacked file, which the recording is known by.
        table: Its points.
        place: Where it came from.
    """
    column = {name.lstrip("#"): number_ for number_, name in enumerate(table.header)}
    times = [moment(row.cell(column["time"])) for row in table.rows]
    utc = [None if found is None else found.utc for found in times]
    offset = next((found.offset for found in times if found is not None and found.offset), None)
    points = RawPoints.of(
        np.array([np.nan if at is None else at.timestamp() for at in utc], dtype=np.float64),
        segment=_segments(table.rows, column["trackpoint_type"]),
        speed_mps=_numbers(table, column.get("speed")) / _KMH_PER_MPS,
        **{name: _numbers(table, column.get(heading)) for name, heading in _COLUMNS.items()},
    )
    file = PointFile(
        format="opentracks",
        digest=digest_of(data, 0),
        points=points,
        sport=None,
        offset=offset,
        totals=DeviceTotals(
            elevation_gain_m=_sum(_numbers(table, column.get("altitude_gain"))),
            elevation_loss_m=_sum(_numbers(table, column.get("altitude_loss"))),
        ),
    )
    found = recording_of(file, place)
    if found is None:
        return place.refused(place.problem("no-time", NO_TIME))
    recording, repairs = found
    return Reading(
        path=place.path,
        member=place.member,
        recordings=(recording,),
        repairs=tuple(repairs),
    )


def _is_header(header: Sequence[str]) -> bool:
    return _SIGNATURE.issubset(name.lstrip("#") for name in headings_of(header))


def _segments(rows: Sequence[Row], column: int) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    starts = [row.cell(column).startswith(_SEGMENT_STARTS) for row in rows]
    return np.cumsum(starts, dtype=np.int32)


def _numbers(table: Table, column: int | None) -> Floats:
    found = (number(row.cell(column)) for row in table.rows)
    return np.array([np.nan if value is None else value for value in found], dtype=np.float64)


def _sum(column: Floats) -> float | None:
    known = column[np.isfinite(column)]
    return float(known.sum()) if len(known) else None
