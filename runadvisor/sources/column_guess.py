"""Which columns of a table hold date, distance and time, told by what stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.sources.headings import columns_of, heading_of
from runadvisor.sources.list_layout import METRES_PER_KM, Role
from runadvisor.sources.parse import clean, decimal_mark, duration_s, moment, number
from runadvisor.sources.sport_words import sport_of
from runadvisor.sources.table import Table, headings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from runadvisor.sources.table import Grid, Row

LOOKED_AT_ROWS = 300
PAIRED_ROWS = 60
"""Rows that show whether two columns make paces: each pair is read in eight ways."""
MOST_MEASURED = 12
"""Columns of numbers, and of times, that are tried in pairs; a spoilt list has hundreds."""
MOSTLY = 0.6
"""The share of filled cells that makes a column one of dates, of numbers, of times."""
PACE_S_PER_KM = (150.0, 900.0)
USUAL_KM = (1.0, 60.0)
MIN_NAME_CHARACTERS = 3
_CLOCK = re.compile(r"\d{1,3}:\d{2}(:\d{2}([.,]\d+)?)?")
_TIME_OF_DAY = re.compile(r"([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?")
_HOUR_AND_MINUTE = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")
MIN_STARTS = 3
_SERIAL = re.compile(r"(29[3-9]|[345]\d\d)\d\d([.,]\d+)?")
"""1980 to 2064 as spreadsheets count days."""
_DISTANCE_HINT = re.compile(r"km|mile|\bmi\b|dist|streck|weg|way|lang|len")
_TIME_HINT = re.compile(r"min|zeit|time|dur|took|dau|temps|tiempo|tempo|tid|tijd")


@dataclass(frozen=True, slots=True)
class Guess:
    """A table and what its columns seem to hold."""

    table: Table
    columns: dict[Role, int]


def guess_of(grid: Grid) -> Guess | None:
    """Return the table in a grid and its columns by their cells; ``None`` for no list.

    A list has a column of dates, and one of distances or times that make a pace people
    run. The line above the first date is the header; there may be none.
    """
    width = max((len(row.cells) for row in grid.rows), default=0)
    dated = max(range(width), key=lambda n: _dates(grid.rows, n), default=None)
    if dated is None or not _dates(grid.rows, dated):
        return None
    first = next(n for n, row in enumerate(grid.rows) if is_date(row.cell(dated)))
    header = headings_of(grid.rows[first - 1].cells) if first else ()
    header = header if sum(map(bool, header)) > 1 else ()
    padded = header + ("",) * (width - len(header))
    table = Table(padded, grid.rows[first:], grid.decimal_mark, grid.faults)
    if not _mostly(table, dated, is_date):
        return None
    measured = _measured(table, dated)
    if not measured:
        return None
    columns = {Role.DATE: dated, **measured}
    return Guess(table, columns | _others(table, columns))


def fits(table: Table, role: Role, column: int) -> bool:
    """Whether some cell of a column is what a heading of this role promises."""
    holds = _HOLDS.get(role)
    texts = table.cells(column)[:LOOKED_AT_ROWS]
    return holds is None or not texts or any(map(holds, texts))


def tells_the_start(table: Table, columns: dict[Role, int]) -> bool:
    """Whether a column called "time" is the time of day: as a duration it makes no pace."""
    if not {Role.DISTANCE, Role.MOVING_TIME}.issubset(columns) or Role.TIME_OF_DAY in columns:
        return False
    time = columns[Role.MOVING_TIME]
    return (
        len(table.cells(time)) >= MIN_STARTS
        and all(_HOUR_AND_MINUTE.fullmatch(text) for text in table.cells(time))
        and not _makes_paces(table, columns[Role.DISTANCE], time)
    )


def is_date(text: str) -> bool:
    """Whether a cell is a date, or a day as spreadsheets count them."""
    if _SERIAL.fullmatch(text):
        return True
    return not text.isdecimal() and moment(text) is not None


def _is_quantity(text: str) -> bool:
    return any(character.isdigit() for character in text) and _CLOCK.fullmatch(text) is None


def _is_duration(text: str) -> bool:
    return duration_s(text) is not None


_HOLDS = {
    Role.DATE: is_date,
    Role.DISTANCE: _is_quantity,
    Role.MOVING_TIME: _is_duration,
    Role.ELAPSED_TIME: _is_duration,
}


def _dates(rows: Sequence[Row], column: int) -> int:
    return sum(is_date(row.cell(column)) for row in rows[:LOOKED_AT_ROWS])


def _mostly(table: Table, column: int, holds: Callable[[str], bool]) -> bool:
    texts = table.cells(column)[:LOOKED_AT_ROWS]
    return bool(texts) and sum(map(holds, texts)) >= MOSTLY * len(texts)


# --- distance and time ---------------------------------------------------------------------


def _measured(table: Table, dated: int) -> dict[Role, int]:
    """Return the pair of columns that makes running paces, or the one that is left."""
    free = [
        column
        for column, heading in enumerate(table.header)
        if column != dated and _may_be_measured(heading) and not _counts_rows(table, column)
    ]
    clocks = [c for c in free if _mostly(table, c, lambda text: bool(_CLOCK.fullmatch(text)))]
    clocks = clocks[:MOST_MEASURED]
    numbers = [
        c for c in free if c not in clocks and _mostly(table, c, lambda t: number(t) is not None)
    ][:MOST_MEASURED]
    pairs = sorted(
        (_pair_rank(table, distance, time, time in clocks), distance, time)
        for distance in numbers
        for time in (*clocks, *numbers)
        if distance != time
    )
    for _rank, distance, time in pairs:
        if _makes_paces(table, distance, time):
            return {Role.DISTANCE: distance, Role.MOVING_TIME: time}
    usual = [c for c in numbers if _DISTANCE_HINT.search(table.header[c].lower())]
    alone = usual or [c for c in numbers if len(numbers) == 1 and _is_usual_distance(table, c)]
    if alone:
        return {Role.DISTANCE: alone[0]}
    timed = [c for c in clocks if _TIME_HINT.search(table.header[c].lower())]
    return {Role.MOVING_TIME: timed[0]} if timed else {}


def _may_be_measured(heading: str) -> bool:
    found = heading_of(heading)
    return not found.is_pace and found.role in _MEASURED


_MEASURED = frozenset({None, Role.DISTANCE, Role.MOVING_TIME, Role.ELAPSED_TIME, Role.NAME})


def _counts_rows(table: Table, column: int) -> bool:
    """Whether a column numbers the rows, up or down."""
    values = [number(text) for text in table.cells(column)]
    if None in values or len(values) < 2:  # noqa: PLR2004 - one row counts nothing
        return False
    counted = sorted(value for value in values if value is not None)
    return counted[0] in {0.0, 1.0} and all(
        value == counted[0] + step for step, value in enumerate(counted)
    )


def _is_pace(heading: str) -> bool:
    return bool(heading) and heading_of(heading).is_pace


def _pair_rank(table: Table, distance: int, time: int, is_clock: bool) -> tuple[bool, ...]:  # noqa: FBT001 - a rank of yes and no
    return (
        _DISTANCE_HINT.search(table.header[distance].lower()) is None,
        not is_clock,
        _TIME_HINT.search(table.header[time].lower()) is None,
    )


def _makes_paces(table: Table, distance: int, time: int) -> bool:
    """Whether most rows make a pace people run, in some unit of distance and of time."""
    mark = _mark(table, distance)
    rows = [
        (metres, text)
        for row in table.rows[:PAIRED_ROWS]
        if (text := row.cell(time)) and (metres := number(row.cell(distance), mark) or 0.0) > 0
    ]
    if not rows:
        return False
    for metres_per_unit in (METRES_PER_KM, 1.0):
        for seconds_of in _readings():
            paces = [
                seconds / (distance_m * metres_per_unit) * METRES_PER_KM
                for distance_m, text in rows
                if (seconds := seconds_of(text))
            ]
            plausible = sum(PACE_S_PER_KM[0] <= pace <= PACE_S_PER_KM[1] for pace in paces)
            if plausible >= MOSTLY * len(rows):
                return True
    return False


def _readings() -> Iterator[Callable[[str], float | None]]:
    """Yield the ways a time can be meant."""
    for unit_s in (60.0, 1.0, 3600.0):
        yield lambda text, unit_s=unit_s: duration_s(text, plain_unit_s=unit_s)
    yield lambda text: duration_s(text, hours_first=True)


def _mark(table: Table, column: int) -> str:
    return decimal_mark(table.cells(column)) or table.decimal_mark or "."


def _is_usual_distance(table: Table, column: int) -> bool:
    mark = _mark(table, column)
    return _mostly(table, column, lambda t: USUAL_KM[0] <= (number(t, mark) or 0.0) <= USUAL_KM[1])


# --- the rest ------------------------------------------------------------------------------


def _others(table: Table, taken: dict[Role, int]) -> dict[Role, int]:
    """Return the columns that headings name, and those of sports, titles and starts."""
    used = set(taken.values())
    named, _ = columns_of(table.header)
    found = {r: c for r, c in named.items() if r not in taken and c not in used}
    for role in (Role.IDENTITY, Role.DISTANCE, Role.MOVING_TIME, Role.ELAPSED_TIME):
        found.pop(role, None)
    used |= set(found.values())
    for role, holds in (
        (Role.SPORT, lambda text: sport_of(text) is not None),
        (Role.TIME_OF_DAY, lambda text: _TIME_OF_DAY.fullmatch(text) is not None),
        (Role.NAME, lambda text: len(text) >= MIN_NAME_CHARACTERS and text[0].isalpha()),
    ):
        free = (c for c in range(len(table.header)) if c not in used)
        column = next((c for c in free if role not in found and _mostly(table, c, holds)), None)
        if column is not None and not _is_pace(table.header[column]):
            found[role] = column
            used.add(column)
    return found


def named_or_numbered(header: Sequence[str], column: int) -> str:
    """Return how a column is called in a sentence."""
    return f"“{header[column]}”" if clean(header[column]) else f"column {column + 1}"
