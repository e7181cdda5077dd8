"""TrainingPeaks' workouts.csv: days without a time, hours as decimals, plans among deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.sources.headings import columns_of
from runadvisor.sources.list_layout import ListLayout, Role

if TYPE_CHECKING:
    from runadvisor.sources.table import Table

_SIGNATURE = frozenset({"WorkoutType", "WorkoutDay", "TimeTotalInHours"})
_NAMED = {
    Role.DATE: "WorkoutDay",
    Role.SPORT: "WorkoutType",
    Role.NAME: "Title",
    Role.DISTANCE: "DistanceInMeters",
    Role.MOVING_TIME: "TimeTotalInHours",
}
_SECONDS_PER_HOUR = 3600.0


def trainingpeaks_layout(table: Table) -> ListLayout | None:
    """Return how to read the table if it is a list of TrainingPeaks.

    A row that was only planned has no distance and no time of its own: the reader of
    rows leaves it out.
    """
    if not _SIGNATURE.issubset(table.header):
        return None
    columns, _ = columns_of(table.header)
    for role, heading in _NAMED.items():
        columns.pop(role, None)
        if heading in table.header:
            columns[role] = table.header.index(heading)
    columns.pop(Role.ELAPSED_TIME, None)
    return ListLayout(
        format="trainingpeaks-csv",
        columns=columns,
        metres=1.0,
        plain_time_s=_SECONDS_PER_HOUR,
        identity_prefix="trainingpeaks",
    )
