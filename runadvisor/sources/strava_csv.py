"""Strava's activities.csv, in any language, with any number of columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources.list_layout import METRES_PER_KM, ListLayout, Role
from runadvisor.sources.parse import DateOrder, date_order, folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.sources.csv_text import Table

_FILENAME = re.compile(r"activities/\S+")
_IDENTITY = re.compile(r"\d{4,}")
_FIRST_HEADINGS = (
    ("activity id", "activity date"),
    ("aktivitats id", "aktivitatsdatum"),
    ("id attivita", "data dell'attivita"),
    ("id de l'activite", "date de l'activite"),
    ("activiteits id", "datum van activiteit"),
    ("id de actividad", "fecha de la actividad"),
    ("id da atividade", "data da atividade"),
    ("活动 id", "活动日期"),
    ("アクティビティ id", "アクティビティ日"),
)
_KNOWN = frozenset((folded(first), folded(second)) for first, second in _FIRST_HEADINGS)

_FIXED = {
    Role.IDENTITY: 0,
    Role.DATE: 1,
    Role.NAME: 2,
    Role.SPORT: 3,
    Role.ELAPSED_TIME: 5,
    Role.ROUNDED_DISTANCE: 6,
}
"""The first seven columns: the same in every language and year."""
_ENGLISH = {
    Role.MOVING_TIME: ("Moving Time", 0),
    Role.ELEVATION_GAIN: ("Elevation Gain", 0),
    Role.ELEVATION_LOSS: ("Elevation Loss", 0),
    Role.AVERAGE_HEART_RATE: ("Average Heart Rate", 0),
    Role.MAX_HEART_RATE: ("Max Heart Rate", 0),
    Role.CADENCE: ("Average Cadence", 0),
    Role.SESSION_RPE: ("Perceived Exertion", 0),
    Role.RACE: ("Competition", 0),
    Role.FILE: ("Filename", 0),
}
_AFTER_SECOND_ELAPSED = {Role.MOVING_TIME: 1, Role.DISTANCE: 2, Role.ELEVATION_GAIN: 5}
_AFTER_SECOND_MAX_HEART_RATE = {Role.MAX_HEART_RATE: 0, Role.AVERAGE_HEART_RATE: 1}


def is_strava_header(header: Sequence[str]) -> bool:
    """Whether the first headings are those of Strava's list, in a language we know."""
    words = tuple(re.sub(r"[-\u2010]", " ", folded(cell)).replace("’", "'") for cell in header[:2])
    return words in _KNOWN and len(header) > _FIXED[Role.ROUNDED_DISTANCE]


def strava_layout(table: Table) -> ListLayout | None:
    """Return how to read the table if it is Strava's list.

    Headings come in the account's language and more are added every year, but the first
    seven columns stay, and so does the order ``elapsed, moving, distance`` that follows
    the second "Elapsed Time". That distance is in metres in every language; the first
    one is rounded, in kilometres, and in nautical miles for boats.
    """
    if not is_strava_header(table.header) and not _looks_like_strava(table):
        return None
    header = table.header
    columns = dict(_FIXED)
    second_elapsed = table.column(header[_FIXED[Role.ELAPSED_TIME]], 1)
    assumed: tuple[tuple[str, str], ...] = ()
    if second_elapsed is not None:
        columns[Role.ROUNDED_ELAPSED_TIME] = columns[Role.ELAPSED_TIME]
        columns[Role.ELAPSED_TIME] = second_elapsed
        columns |= {role: second_elapsed + by for role, by in _AFTER_SECOND_ELAPSED.items()}
    else:
        assumed = (
            (
                "rounded-distance",
                N_("The list holds no distance in metres: kilometres with two decimals were read."),
            ),
        )
    second_max = table.column(header[7], 1) if len(header) > 7 else None  # noqa: PLR2004 - after Distance
    if second_max is not None:
        columns |= {role: second_max + by for role, by in _AFTER_SECOND_MAX_HEART_RATE.items()}
    for role, (name, occurrence) in _ENGLISH.items():
        found = table.column(name, occurrence)
        if found is not None and role not in columns:
            columns[role] = found
    if Role.FILE not in columns and (file := _file_column(table)) is not None:
        columns[Role.FILE] = file
    order = date_order(table.cells(_FIXED[Role.DATE])) or DateOrder.DAY_FIRST
    return ListLayout(
        format="strava-csv",
        columns=columns,
        date_order=order,
        is_utc=True,
        metres=1.0,
        rounded_metres=METRES_PER_KM,
        identity_prefix="strava",
        assumed=assumed,
    )


def _looks_like_strava(table: Table) -> bool:
    """Whether rows name ``activities/…`` files and begin with an id: an unknown language."""
    return (
        _file_column(table) is not None
        and len(table.header) > _FIXED[Role.ROUNDED_DISTANCE]
        and all(_IDENTITY.fullmatch(text) for text in table.cells(0))
    )


def _file_column(table: Table) -> int | None:
    for row in table.rows:
        for number, cell in enumerate(row.cells):
            if _FILENAME.fullmatch(cell.strip()):
                return number
    return None
