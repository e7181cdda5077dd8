"""The activities.csv of RunAdvisor's own export: every cell is what a history kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.sources.list_layout import ListLayout, Role

if TYPE_CHECKING:
    from runadvisor.sources.table import Table

_ROLES = {
    "activity": Role.IDENTITY,
    "local_start": Role.DATE,
    "started_at": Role.UTC_DATE,
    "zone": Role.ZONE,
    "sport": Role.SPORT,
    "name": Role.NAME,
    "distance_m": Role.DISTANCE,
    "moving_time_s": Role.MOVING_TIME,
    "elapsed_time_s": Role.ELAPSED_TIME,
    "elevation_gain_m": Role.ELEVATION_GAIN,
    "elevation_loss_m": Role.ELEVATION_LOSS,
    "average_heart_rate_bpm": Role.AVERAGE_HEART_RATE,
    "max_heart_rate_bpm": Role.MAX_HEART_RATE,
    "average_cadence_spm": Role.CADENCE,
    "session_rpe": Role.SESSION_RPE,
    "race": Role.RACE,
    "notes": Role.NOTES,
    "track": Role.FILE,
}


def own_layout(table: Table) -> ListLayout | None:
    """Return how to read the table if it is our own list."""
    if not _ROLES.keys() <= set(table.header):
        return None
    return ListLayout(
        format="runadvisor-csv",
        columns={role: table.header.index(name) for name, role in _ROLES.items()},
        decimal_mark=".",
        metres=1.0,
        plain_time_s=1.0,
        is_hours_first=False,
        identity_prefix="runadvisor",
    )
