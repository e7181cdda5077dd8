"""Runkeeper's cardioActivities.csv: units in the headings, times of the wall clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.sources.headings import METRES_OF, columns_of
from runadvisor.sources.list_layout import (
    METRES_PER_FOOT,
    METRES_PER_KM,
    ListLayout,
    Role,
)
from runadvisor.sources.parse import DateOrder, date_order

if TYPE_CHECKING:
    from runadvisor.sources.table import Table

_SIGNATURE = frozenset({"Date", "Type", "Route Name", "GPX File"})


def runkeeper_layout(table: Table) -> ListLayout | None:
    """Return how to read the table if it is Runkeeper's list.

    Before 2018 the list has no "Activity Id": the start is what an activity is known by.
    """
    if not _SIGNATURE.issubset(table.header):
        return None
    columns, units = columns_of(table.header)
    columns.setdefault(Role.IDENTITY, columns[Role.DATE])
    columns[Role.FILE] = table.header.index("GPX File")
    return ListLayout(
        format="runkeeper-csv",
        columns=columns,
        date_order=date_order(table.cells(columns[Role.DATE])) or DateOrder.MONTH_FIRST,
        metres=METRES_OF.get(units.get(Role.DISTANCE) or "", METRES_PER_KM),
        climb_metres=METRES_PER_FOOT if units.get(Role.ELEVATION_GAIN) == "ft" else 1.0,
        identity_prefix="runkeeper",
    )
