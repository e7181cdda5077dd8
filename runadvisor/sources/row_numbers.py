"""The numbers of a row: by unit and decimal mark, and whether they can be true."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from runadvisor.domain.activity import Sport
from runadvisor.domain.text import N_
from runadvisor.sources.list_layout import METRES_PER_KM, METRES_PER_MILE, ListLayout, Role
from runadvisor.sources.parse import MAX_DURATION_S, decimal_mark, duration_s, number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from runadvisor.sources.table import Row, Table

MAX_RUN_SPEED_MPS = 12.0
MAX_SPEED_MPS = 60.0
MAX_RUN_M = 1_000_000.0
ODD_RUN_M = (100.0, 350_000.0)
ODD_PACE_S_PER_KM = (120.0, 1500.0)
HOURS_PACE_S_PER_KM = (150.0, 900.0)
"""The paces that make ``1:10`` an hour and ten minutes rather than seventy seconds."""
CADENCE_SPM = (40.0, 250.0)
SINGLE_LEG_BELOW_SPM = 110.0
POOL_FROM = 30.0
"""A swim of so many units was counted in metres or yards, not in kilometres or miles."""


class RowError(Exception):
    """One row cannot be used."""

    def __init__(self, sentence: str, *, code: str, **values: str | float) -> None:
        """Keep what is to be said of the row."""
        super().__init__(sentence)
        self.sentence, self.code, self.values = sentence, code, values


@dataclass(frozen=True, slots=True)
class _Marks:
    """Decimal mark of each number column, and of the whole list where a column proves none."""

    by_role: Mapping[Role, str]

    @classmethod
    def of(cls, table: Table, layout: ListLayout) -> _Marks:
        proven = {
            role: mark
            for role, column in layout.columns.items()
            if role in _NUMBERS and (mark := decimal_mark(table.cells(column))) is not None
        }
        if layout.decimal_mark is not None:
            return cls(dict.fromkeys(_NUMBERS, layout.decimal_mark))
        common = Counter(proven.values()).most_common(1)
        fallback = common[0][0] if common else table.decimal_mark or "."
        marks = {role: proven.get(role, fallback) for role in _NUMBERS}
        if Role.DISTANCE not in proven and _groups_nothing(table, layout, fallback):
            marks[Role.DISTANCE] = "," if fallback == "." else "."
        return cls(marks)


def _groups_nothing(table: Table, layout: ListLayout, mark: str) -> bool:
    """Whether ``5,012`` is five kilometres and not five thousand: read so, nobody runs them."""
    texts = table.cells(layout.columns.get(Role.DISTANCE))
    other = "," if mark == "." else "."
    values = [value for text in texts if other in text and (value := number(text, mark))]
    return bool(values) and median(values) * layout.metres > MAX_RUN_M


_NUMBERS = frozenset(
    {
        Role.DISTANCE,
        Role.ROUNDED_DISTANCE,
        Role.ELEVATION_GAIN,
        Role.ELEVATION_LOSS,
        Role.AVERAGE_HEART_RATE,
        Role.MAX_HEART_RATE,
        Role.CADENCE,
        Role.SESSION_RPE,
    }
)


class RowNumbers:
    """Reads the numbers of the rows of one list."""

    def __init__(self, table: Table, layout: ListLayout, note: Callable[[str, str], None]) -> None:
        """Take the whole table: a column tells its decimal mark.

        Args:
            table: All rows.
            layout: Where the numbers stand, and their units.
            note: Called with code and sentence for each thing assumed or odd.
        """
        self._layout, self._note = layout, note
        self._marks = _Marks.of(table, layout)
        self._is_hours_first = layout.is_hours_first
        if self._is_hours_first is None:
            self._is_hours_first = self._most_are_hours_first(table)

    def _number(self, row: Row, role: Role) -> float | None:
        text = row.cell(self._layout.columns.get(role))
        return number(text, self._marks.by_role[role]) if text else None

    def distance_m(self, row: Row, sport: Sport) -> float | None:
        """Return metres; a 0 in a list means that none was measured.

        Raises:
            RowError: No number, or below zero.
        """
        for role, metres in (
            (Role.DISTANCE, self._layout.metres),
            (Role.ROUNDED_DISTANCE, self._layout.rounded_metres),
        ):
            text = row.cell(self._layout.columns.get(role))
            if not text:
                continue
            bare, written_metres = _without_unit(text)
            value = number(bare, self._marks.by_role[role])
            if value is None:
                raise RowError(
                    N_("“{text}” is no distance we can read."), code="bad-distance", text=text[:40]
                )
            if value < 0:
                raise RowError(N_("The distance is below zero."), code="impossible")
            swim = self._layout.swim_metres
            if sport is Sport.SWIM and swim is not None and value >= POOL_FROM:
                return value * swim
            return value * (written_metres or metres) or None
        return None

    def time_s(self, row: Row, role: Role, distance_m: float | None) -> float | None:
        """Return seconds; ``h:mm`` where ``m:ss`` would be a pace nobody runs.

        Raises:
            RowError: The moving time is no time; another one is unknown then.
        """
        text = row.cell(self._layout.columns.get(role))
        if not text:
            return None
        value = number(text)
        if value is not None and value * self._layout.plain_time_s > MAX_DURATION_S:
            self._note(
                "absurd-time", N_("{count} rows tell a time of more than a week: taken as unknown.")
            )
            return None
        seconds = duration_s(text, plain_unit_s=self._layout.plain_time_s)
        if seconds is None and role is not Role.MOVING_TIME:
            return None
        if seconds is None:
            raise RowError(N_("“{text}” is no time we can read."), code="bad-time", text=text[:40])
        other = _otherwise_meant_s(text, seconds, distance_m)
        if other is None and not distance_m and text.count(":") == 1 and self._is_hours_first:
            other = duration_s(text, hours_first=True)
        if other is not None:
            self._note(*(_HOURS_FIRST if other > seconds else _MINUTES_FIRST))
            return other
        return seconds or None

    def _most_are_hours_first(self, table: Table) -> bool:
        """Whether the paces of the rows that tell a distance make ``1:10`` hours and minutes."""
        columns = self._layout.columns
        mark = self._marks.by_role[Role.DISTANCE]
        longer = shorter = 0
        for row in table.rows:
            text = row.cell(columns.get(Role.MOVING_TIME, columns.get(Role.ELAPSED_TIME)))
            distance = number(row.cell(columns.get(Role.DISTANCE)), mark)
            if text.count(":") != 1 or not distance or distance < 0:
                continue
            seconds = duration_s(text)
            is_longer = seconds is not None and _otherwise_meant_s(
                text, seconds, distance * self._layout.metres
            )
            longer += bool(is_longer)
            shorter += not is_longer
        return longer > shorter

    def climb_m(self, row: Row, role: Role) -> float | None:
        """Return metres up or down; ``None`` unknown."""
        value = self._number(row, role)
        return None if value is None or value < 0 else value * self._layout.climb_metres

    def between(self, row: Row, role: Role, limits: tuple[float, float]) -> float | None:
        """Return a number that can be true; ``None`` for any other."""
        value = self._number(row, role)
        return value if value is not None and limits[0] <= value <= limits[1] else None

    def cadence_spm(self, row: Row) -> float | None:
        """Return a runner's steps of both feet per minute."""
        cadence = self._number(row, Role.CADENCE)
        if cadence is None:
            return None
        both = cadence * 2 if cadence < SINGLE_LEG_BELOW_SPM else cadence
        return both if CADENCE_SPM[0] <= both <= CADENCE_SPM[1] else None

    def judge(self, sport: Sport, distance_m: float | None, moving_s: float | None) -> None:
        """Refuse what nobody can do; note what is odd.

        Raises:
            RowError: Faster or further than anyone.
        """
        if distance_m is None:
            return
        fastest = MAX_RUN_SPEED_MPS if sport.is_run else MAX_SPEED_MPS
        if sport.is_run and distance_m > MAX_RUN_M:
            raise RowError(N_("{distance_m} is further than one run can be."), code="impossible",
                           distance_m=distance_m)  # fmt: skip
        if moving_s is not None and distance_m > fastest * moving_s:
            raise RowError(
                N_("{distance_m} in {moving_time_s} is faster than anyone moves. Correct the row."),
                code="impossible",
                distance_m=distance_m,
                moving_time_s=moving_s,
            )
        if not sport.is_run:
            return
        pace = None if moving_s is None else moving_s / distance_m * 1000
        is_odd_pace = pace is not None and not (
            ODD_PACE_S_PER_KM[0] <= pace <= ODD_PACE_S_PER_KM[1]
        )
        if is_odd_pace or not ODD_RUN_M[0] <= distance_m <= ODD_RUN_M[1]:
            self._note(
                "odd-values", N_("{count} runs have an unusual distance or pace: kept as they are.")
            )


_HOURS_FIRST = ("hours-first", N_("{count} times were read as hours and minutes."))
_MINUTES_FIRST = (
    "minutes-first",
    N_(
        "{count} times of so many hours would be no run: read as minutes and seconds, as a "
        "spreadsheet takes 30:00 for thirty hours."
    ),
)


def _otherwise_meant_s(text: str, seconds: float, distance_m: float | None) -> float | None:
    """Return what a time must have meant, where as written it makes a pace nobody runs."""
    if not distance_m or distance_m < 0:
        return None
    pace = seconds / distance_m * METRES_PER_KM
    if text.count(":") == 1 and pace < ODD_PACE_S_PER_KM[0]:
        other = duration_s(text, hours_first=True)
    elif _WHOLE_MINUTES.fullmatch(text) and pace > ODD_PACE_S_PER_KM[1]:
        other = seconds / 60
    else:
        return None
    low, high = HOURS_PACE_S_PER_KM
    is_a_pace = other is not None and low <= other / distance_m * METRES_PER_KM <= high
    return other if is_a_pace else None


_WHOLE_MINUTES = re.compile(r"\d{1,3}:\d{2}:00")
_CELL_UNIT = re.compile(r"(.*\d)\s*(km|mi|miles?|m)")
_CELL_METRES = {"km": METRES_PER_KM, "m": 1.0}


def _without_unit(text: str) -> tuple[str, float | None]:
    """Return a distance without the unit some people write in the cell, and its metres."""
    match = _CELL_UNIT.fullmatch(text.lower())
    return (match[1], _CELL_METRES.get(match[2], METRES_PER_MILE)) if match else (text, None)
