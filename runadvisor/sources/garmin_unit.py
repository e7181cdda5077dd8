"""Kilometres or miles: what Garmin's list does not say, told by its rows."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources.list_layout import (
    METRES_PER_FOOT,
    METRES_PER_KM,
    METRES_PER_MILE,
    Aspect,
    Assumption,
    Role,
)
from runadvisor.sources.open_questions import unit_by_pace
from runadvisor.sources.parse import decimal_mark, duration_s, folded, number
from runadvisor.sources.sport_words import sport_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from runadvisor.sources.table import Table

_STRIDE = frozenset(
    folded(name)
    for name in (
        "Avg Stride Length",
        "Ø Schrittlänge",
        "Medelsteglängd",
        "Comprimento médio da passada",
        "Longitud media de zancada",
        "Longueur moyenne des foulées",
    )
)
_TEMPERATURE = re.compile(r"\btemp|温度")
_FAHRENHEIT_FROM = 45.0
"""A year's usual temperature is below it in Celsius and above it in Fahrenheit."""
_MILE_KM = METRES_PER_MILE / METRES_PER_KM
_TITLE_KM = re.compile(r"\b(5|10|15|20|21(?:[.,]1)?|30|42(?:[.,]2)?)\s?k(?:m\b|\b)")
_HALF = re.compile(r"half|halb|semi|media|halv|meia|mezza")
_MARATHON_KM = 42.195
_CLOSE = 0.06
_STRIDE_CLOSE = 0.2

_MILES = N_("Distances were read as miles: stride length, steps and titles of the runs say so.")
_MILES_BY_HEAT = N_("Distances were read as miles: temperatures are in Fahrenheit.")
_KILOMETRES_BY_LANGUAGE = N_(
    "The list names no unit: distances read as kilometres, as its language suggests."
)
_BY_PACE = {
    "km": N_(
        "The list names no unit: distances read as kilometres, as nobody trains at such a pace in "
        "miles."
    ),
    "mi": N_(
        "The list names no unit: distances read as miles, as kilometres would be walking pace."
    ),
}


def unit_of(
    table: Table, columns: Mapping[Role, int], *, is_english: bool
) -> tuple[str | None, tuple[Assumption, ...]]:
    """Return the unit of distances, ``km`` or ``mi``; ``None`` where it has to be asked.

    The tells, strongest first: stride length times steps, and runs titled by their
    distance; temperatures only Fahrenheit reaches; headings that are not English; the
    usual pace, where one of the units would be elite or walking pace every day.
    Distance times pace makes the time in both units and tells nothing.
    """
    runs = list(_runs(table, columns))
    ratios = [*_stride_ratios(table, columns, runs), *_title_ratios(runs)]
    if ratios:
        if median(ratios) < (1 + _MILE_KM) / 2:
            return "km", ()
        return "mi", (_inferred(_MILES),)
    if _is_fahrenheit(table):
        return "mi", (_inferred(_MILES_BY_HEAT),)
    if not is_english:
        return "km", (_inferred(_KILOMETRES_BY_LANGUAGE),)
    if not runs:
        return "km", ()  # rides and swims alone: nothing here is running load
    found = unit_by_pace([minutes * 60 / distance for distance, _, minutes, _ in runs if minutes])
    return found, () if found is None else (_inferred(_BY_PACE[found]),)


def _inferred(sentence: str) -> Assumption:
    return Assumption("unit-inferred", sentence, Aspect.DISTANCE_UNIT)


_Run = tuple[float, str, float, int]
"""Distance as written, title, minutes, number of the row."""


def _runs(table: Table, columns: Mapping[Role, int]) -> Iterator[_Run]:
    mark = decimal_mark(table.cells(columns[Role.DISTANCE])) or table.decimal_mark or "."
    for row_number, row in enumerate(table.rows):
        sport = sport_of(row.cell(columns.get(Role.SPORT)))
        distance = number(row.cell(columns[Role.DISTANCE]), mark)
        if sport is not None and sport.is_run and distance and distance > 0:
            seconds = duration_s(row.cell(columns.get(Role.MOVING_TIME)))
            title = folded(row.cell(columns.get(Role.NAME)))
            yield distance, title, (seconds or 0.0) / 60, row_number


def _stride_ratios(table: Table, columns: Mapping[Role, int], runs: list[_Run]) -> Iterator[float]:
    """Yield, for each run, kilometres by stride and cadence over the distance as written."""
    strides = [n for n, heading in enumerate(table.header) if folded(heading) in _STRIDE]
    cadence_column = columns.get(Role.CADENCE)
    if not strides or cadence_column is None:
        return
    mark = decimal_mark(table.cells(strides[0])) or "."
    for distance, _, minutes, row_number in runs:
        row = table.rows[row_number]
        stride, cadence = number(row.cell(strides[0]), mark), number(row.cell(cadence_column))
        if not (stride and cadence and minutes):
            continue
        steps_m = stride * cadence * minutes
        for metres in (steps_m, steps_m * METRES_PER_FOOT):
            ratio = metres / METRES_PER_KM / distance
            if min(abs(ratio - 1), abs(ratio / _MILE_KM - 1)) < _STRIDE_CLOSE:
                yield ratio
                break


def _title_ratios(runs: list[_Run]) -> Iterator[float]:
    """Yield, for each run titled by its distance, that distance over the one written."""
    for distance, title, _, _ in runs:
        if match := _TITLE_KM.search(title):
            titled_km = float(match[1].replace(",", "."))
        elif "marathon" in title or "maraton" in title:
            titled_km = _MARATHON_KM / (2 if _HALF.search(title) else 1)
        else:
            continue
        ratio = titled_km / distance
        if min(abs(ratio - 1), abs(ratio / _MILE_KM - 1)) < _CLOSE:
            yield ratio


def _is_fahrenheit(table: Table) -> bool:
    columns = [n for n, heading in enumerate(table.header) if _TEMPERATURE.search(folded(heading))]
    degrees = [
        value
        for column in columns
        for text in table.cells(column)
        if (value := number(text))  # 0.0 stands for none
    ]
    return bool(degrees) and median(degrees) >= _FAHRENHEIT_FROM
