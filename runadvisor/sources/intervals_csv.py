"""intervals.icu's activities.csv: metres and seconds, the start both local and in UTC."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.sources.headings import columns_of
from runadvisor.sources.list_layout import ListLayout, Role

if TYPE_CHECKING:
    from runadvisor.sources.table import Table

_SIGNATURE = frozenset({"id", "start_date_local", "moving_time", "type"})


def intervals_layout(table: Table) -> ListLayout | None:
    """Return how to read the table if it is a list of intervals.icu.

    The two starts tell the zone where its own column is empty. Steps are counted of one
    leg; the reader of rows doubles them. Where an activity was fetched from Garmin or Strava
    its number there tells it best from others.
    """
    if not _SIGNATURE.issubset(table.header):
        return None
    columns, _ = columns_of(table.header)
    columns[Role.DATE] = table.header.index("start_date_local")
    if "start_date" in table.header:
        columns[Role.UTC_DATE] = table.header.index("start_date")
    if "external_id" in table.header:
        columns[Role.EXTERNAL_ID] = table.header.index("external_id")
    return ListLayout(
        format="intervals-csv", columns=columns, metres=1.0, identity_prefix="intervals"
    )
