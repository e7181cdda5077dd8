"""Polar Flow's CSV of one session: a row of totals, then a row for every second."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.activity import Track
from runadvisor.sources import repair
from runadvisor.sources.headings import METRES_OF, columns_of
from runadvisor.sources.heart_rate import heart_beats
from runadvisor.sources.list_layout import METRES_PER_KM, ListLayout, Role
from runadvisor.sources.parse import DateOrder, date_order, decimal_mark, duration_s, folded, number
from runadvisor.sources.table import Table, headings_of

if TYPE_CHECKING:
    from runadvisor.domain.activity import Recording
    from runadvisor.sources.repair import Floats

_SIGNATURE = frozenset({"Name", "Sport", "Date", "Start time", "Duration"})
_SAMPLES_BEGIN = "sample rate"
_SAMPLE_COLUMNS = {
    "heart_rate_bpm": "HR (bpm)",
    "speed": "Speed (km/h)",
    "cadence": "Cadence",
    "altitude_m": "Altitude (m)",
    "distance_m": "Distances (m)",
}
_KMH_PER_MPS = 3.6


def is_polar_header(header: tuple[str, ...]) -> bool:
    """Whether the headings are those of a session of Polar Flow."""
    return _SIGNATURE.issubset(header) and any(name.startswith("Total distance") for name in header)


def polar_layout(table: Table) -> ListLayout | None:
    """Return how to read the row of totals if the table is a session of Polar Flow."""
    if not is_polar_header(table.header):
        return None
    columns, units = columns_of(table.header)
    columns.pop(Role.NAME, None)  # the runner's, not the run's
    return ListLayout(
        format="polar",
        columns=columns,
        date_order=date_order(table.cells(columns[Role.DATE])) or DateOrder.DAY_FIRST,
        metres=METRES_OF.get(units.get(Role.DISTANCE) or "", METRES_PER_KM),
    )


def session_and_samples(table: Table) -> tuple[Table, Table | None]:
    """Return the row of totals, and the samples below it where there are any."""
    for number_, row in enumerate(table.rows):
        if folded(row.cell(0)) == _SAMPLES_BEGIN:
            samples = Table(headings_of(row.cells), table.rows[number_ + 1 :], table.decimal_mark)
            return replace(table, rows=table.rows[:number_]), samples
    return table, None


def with_samples(recording: Recording, samples: Table) -> Recording:
    """Return the recording with its samples as a track without positions."""
    times = [duration_s(row.cell(samples.column("Time"))) for row in samples.rows]
    time_s = np.array([np.nan if time is None else time for time in times], dtype=np.float64)
    kept = np.isfinite(time_s)
    kept[kept] = repair.in_order(time_s[kept])
    if not kept.any():
        return recording
    columns = {name: _column(samples, heading) for name, heading in _SAMPLE_COLUMNS.items()}
    unknown = np.full(int(kept.sum()), np.nan)
    track = Track(
        time_s=time_s[kept] - time_s[kept][0],
        latitude_deg=unknown,
        longitude_deg=unknown.copy(),
        altitude_m=columns["altitude_m"][kept],
        heart_rate_bpm=heart_beats(columns["heart_rate_bpm"])[kept],
        cadence_spm=repair.steps(columns["cadence"], is_run=recording.sport.is_run)[kept],
        distance_m=columns["distance_m"][kept],
        speed_mps=columns["speed"][kept] / _KMH_PER_MPS,
        segment=np.zeros(int(kept.sum()), dtype=np.int32),
    )
    return replace(recording, track=track, points=len(samples.rows))


def _column(samples: Table, heading: str) -> Floats:
    """Return a column of samples, NaN where a cell holds no number."""
    column = samples.column(heading)
    mark = decimal_mark(samples.cells(column)) or samples.decimal_mark or "."
    found = (number(row.cell(column), mark) for row in samples.rows)
    return np.array([np.nan if value is None else value for value in found], dtype=np.float64)
