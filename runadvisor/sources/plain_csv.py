"""Lists told by their headings: hand-kept logs, Runkeeper, intervals.icu, TrainingPeaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources.list_layout import (
    METRES_PER_FOOT,
    METRES_PER_KM,
    METRES_PER_MILE,
    ListLayout,
    Role,
    Unlisted,
)
from runadvisor.sources.parse import (
    DateOrder,
    date_order,
    decimal_mark,
    folded,
    is_order_open,
    moment,
    number,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.sources.csv_text import Table

_WORDS = {
    Role.IDENTITY: "activity id|id",
    Role.DATE: "date|datum|fecha|data|dato|pvm|day|tag|jour|dia|giorno|workout day|activity date"
    "|date time|datetime|date local|start date local|start date|started at|start|startdatum|日期",
    Role.TIME_OF_DAY: "start time|time of day|startzeit|uhrzeit|heure|heure de debut|hora"
    "|hora de inicio|ora|starttime|starttid|begintijd",
    Role.ZONE: "timezone|time zone|zeitzone",
    Role.SPORT: "type|sport|activity type|workout type|activity|art|sportart|aktivitatstyp"
    "|aktivitat|tipo|type d'activite|tipo de actividad|tipo de atividade|tipo di attivita"
    "|discipline|kind|aktivitetstyp",
    Role.NAME: "name|title|titel|titre|titulo|titolo|route name|bezeichnung|nom|nombre"
    "|aktivitatsname|activity name|workout name",
    Role.DISTANCE: "distance|dist|distanz|strecke|distancia|distanza|afstand|distans|distanse"
    "|dystans|total distance|lange|lauf|run|laufstrecke",
    Role.MOVING_TIME: "duration|moving time|dauer|duree|duracion|durata|duracao|duur|laufzeit"
    "|time total|total time|timer time|bewegungszeit|run time|varaktighet|elapsed",
    Role.ELAPSED_TIME: "elapsed time|gesamtzeit|verstrichene zeit|temps ecoule",
    Role.ELEVATION_GAIN: "elevation gain|ascent|total ascent|climb|elev gain|hohenmeter|aufstieg"
    "|anstieg|denivele|denivele positif|d|desnivel|dislivello|total elevation gain|elevation"
    "|positiver hohenunterschied",
    Role.ELEVATION_LOSS: "elevation loss|descent|abstieg|total descent",
    Role.AVERAGE_HEART_RATE: "average heart rate|avg hr|average hr|avg heart rate|heart rate|hr"
    "|puls|ø puls|herzfrequenz|fc|fc moyenne|fc media|hf|o hf|heart rate average"
    "|durchschnittspuls|pulse|medelpuls",
    Role.MAX_HEART_RATE: "max heart rate|max hr|maximum heart rate|maxpuls|max puls|heart rate max"
    "|fc max|hf max|max heartrate",
    Role.CADENCE: "average cadence|avg cadence|cadence|avg run cadence|cadence average"
    "|schrittfrequenz",
    Role.SESSION_RPE: "rpe|session rpe|perceived exertion|borg|anstrengung|srpe",
    Role.RACE: "race|competition|wettkampf",
    Role.INDOOR: "trainer|indoor|treadmill",
    Role.FILE: "gpx file",
}
_ROLES = {word: role for role, words in _WORDS.items() for word in words.split("|")} | {
    "average heartrate": Role.AVERAGE_HEART_RATE
}
_TIME_WORDS = frozenset(["time", "zeit", "temps", "tiempo", "tempo", "tid", "tijd", "czas", "aika"])
"""The time it took, unless another column tells that: then the time of day."""
_UNITS = {
    "km": "km", "kms": "km", "kilometer": "km", "kilometers": "km", "kilometre": "km",
    "kilometres": "km", "kilometros": "km", "mi": "mi", "mile": "mi", "miles": "mi",
    "meilen": "mi", "m": "m", "meter": "m", "meters": "m", "metre": "m", "metres": "m",
    "ft": "ft", "feet": "ft", "min": "min", "mins": "min", "minute": "min", "minutes": "min",
    "minuten": "min", "h": "h", "hour": "h", "hours": "h", "std": "h", "stunden": "h",
    "s": "s", "sec": "s", "secs": "s", "second": "s", "seconds": "s", "sek": "s",
}  # fmt: skip
_FILLERS = frozenset(
    {"in", "bpm", "spm", "hh", "mm", "ss", "hms", "rpm", "total", "en", "10", "cr10"}
)
_METRES = {"km": METRES_PER_KM, "mi": METRES_PER_MILE, "m": 1.0, "ft": METRES_PER_FOOT}
_SECONDS = {"s": 1.0, "min": 60.0, "h": 3600.0}
_UNIT_ROLES = {"km": Role.DISTANCE, "mi": Role.DISTANCE, "min": Role.MOVING_TIME}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_WORD = re.compile(r"[^\w'ø]+|_+")


@dataclass(frozen=True, slots=True)
class _Heading:
    """What one heading says."""

    role: Role | None
    unit: str | None
    is_time_word: bool = False


@dataclass(frozen=True, slots=True)
class _KnownList:
    """A service whose lists the headings give away."""

    format: str
    signature: frozenset[str]
    identity_prefix: str | None
    metres: float = METRES_PER_KM


_KNOWN_LISTS = (
    _KnownList("runkeeper-csv", frozenset({"Date", "Type", "Route Name", "GPX File"}), "runkeeper"),
    _KnownList(
        "intervals-csv",
        frozenset({"id", "start_date_local", "moving_time", "type"}),
        "intervals",
        metres=1.0,
    ),
    _KnownList(
        "trainingpeaks-csv", frozenset({"WorkoutType", "WorkoutDay", "TimeTotalInHours"}), None
    ),
)


def _heading(text: str) -> _Heading:
    plain = _NOT_WORD.sub(" ", folded(_CAMEL.sub(" ", text))).strip()
    if plain in _ROLES:
        return _Heading(_ROLES[plain], None)
    words = plain.split()
    unit = next((_UNITS[word] for word in reversed(words) if word in _UNITS), None)
    bare = " ".join(word for word in words if word not in _UNITS and word not in _FILLERS)
    if bare in _TIME_WORDS:
        return _Heading(Role.MOVING_TIME, unit, is_time_word=True)
    if not bare and unit is not None:
        return _Heading(_UNIT_ROLES.get(unit), unit)
    with_total = " ".join(word for word in words if word not in _UNITS and word != "in")
    return _Heading(_ROLES.get(bare) or _ROLES.get(with_total), unit)


def _columns(header: Sequence[str]) -> tuple[dict[Role, int], dict[Role, str | None]]:
    """Return the column of each role, and the unit its heading names."""
    headings = [_heading(text) for text in header]
    columns: dict[Role, int] = {}
    units: dict[Role, str | None] = {}
    for number_, heading in enumerate(headings):
        if heading.role is not None and not heading.is_time_word and heading.role not in columns:
            columns[heading.role], units[heading.role] = number_, heading.unit
    for number_, heading in enumerate(headings):
        if heading.is_time_word:
            role = Role.MOVING_TIME if Role.MOVING_TIME not in columns else Role.TIME_OF_DAY
            if role not in columns:
                columns[role], units[role] = number_, heading.unit
    if Role.DATE not in columns and Role.TIME_OF_DAY in columns:
        columns[Role.DATE] = columns.pop(Role.TIME_OF_DAY)
    return columns, units


def is_plain_header(header: Sequence[str]) -> bool:
    """Whether headings name a date and a distance or a time."""
    columns, _ = _columns(header)
    measured = {Role.DISTANCE, Role.MOVING_TIME, Role.ELAPSED_TIME}
    return Role.DATE in columns and bool(measured.intersection(columns))


def plain_layout(table: Table) -> ListLayout | None:
    """Return how to read a list by its headings; ``None`` where they name no date or measure."""
    if not is_plain_header(table.header):
        return None
    columns, units = _columns(table.header)
    known = next((known for known in _KNOWN_LISTS if known.signature.issubset(table.header)), None)
    if "start_date_local" in table.header:
        columns[Role.DATE] = table.header.index("start_date_local")
        if "start_date" in table.header:
            columns[Role.UTC_DATE] = table.header.index("start_date")
    if known is None:
        columns.pop(Role.IDENTITY, None)
    elif Role.IDENTITY not in columns:
        columns[Role.IDENTITY] = columns[Role.DATE]
    assumed: list[tuple[str, str]] = []
    metres = known.metres if known is not None else METRES_PER_KM
    unit = units.get(Role.DISTANCE)
    if unit in _METRES:
        metres = _METRES[unit]
    elif known is None and Role.DISTANCE in columns:
        metres = _assumed_metres(table, columns[Role.DISTANCE], assumed)
    time_unit = units.get(Role.MOVING_TIME)
    return ListLayout(
        format=known.format if known is not None else "list-csv",
        columns=columns,
        date_order=_date_order(table, columns[Role.DATE], assumed),
        metres=metres,
        climb_metres=METRES_PER_FOOT if units.get(Role.ELEVATION_GAIN) == "ft" else 1.0,
        plain_time_s=_SECONDS.get(time_unit or "", 1.0)
        if known is not None or time_unit in _SECONDS
        else _assumed_seconds(table, columns, metres, assumed),
        identity_prefix=known.identity_prefix if known is not None else None,
        unlisted=Unlisted.OTHER if known is not None else Unlisted.RUN,
        needs_time=known is None and Role.MOVING_TIME in columns,
        assumed=tuple(assumed),
    )


_METRES_FROM = 400.0
"""A list whose usual distance is larger than this is in metres: nobody runs 400 km a time."""


def _values(table: Table, column: int) -> list[float]:
    texts = table.cells(column)
    mark = decimal_mark(texts) or "."
    return [value for text in texts if (value := number(text, mark)) is not None and value > 0]


def _assumed_metres(table: Table, column: int, assumed: list[tuple[str, str]]) -> float:
    values = _values(table, column)
    if values and median(values) > _METRES_FROM:
        assumed.append(("unit-assumed", N_("No unit in the heading: distances read as metres.")))
        return 1.0
    assumed.append(
        (
            "unit-assumed",
            N_(
                "No unit in the heading: distances read as kilometres. If they are miles, write "
                "“Distance (mi)” and import again."
            ),
        )
    )
    return METRES_PER_KM


_SANE_PACE_S_PER_KM = (120.0, 1500.0)


def _assumed_seconds(
    table: Table, columns: dict[Role, int], metres: float, assumed: list[tuple[str, str]]
) -> float:
    """Return what a time written as a plain number counts, by the pace it makes."""
    if Role.MOVING_TIME not in columns:
        return 60.0
    times = _values(table, columns[Role.MOVING_TIME])
    if not times:
        return 60.0
    distances = _values(table, columns[Role.DISTANCE]) if Role.DISTANCE in columns else []
    seconds, sentence = 60.0, N_("Times without a colon were read as minutes.")
    if distances:
        per_km = median(times) / (median(distances) * metres / METRES_PER_KM)
        low, high = _SANE_PACE_S_PER_KM
        if not low <= per_km * 60 <= high:
            if low <= per_km <= high:
                seconds, sentence = 1.0, N_("Times without a colon were read as seconds.")
            elif low <= per_km * 3600 <= high:
                seconds, sentence = 3600.0, N_("Times without a colon were read as hours.")
    assumed.append(("time-unit-assumed", sentence))
    return seconds


def _date_order(table: Table, column: int, assumed: list[tuple[str, str]]) -> DateOrder:
    """Return the order the dates prove, else the one that keeps the list sorted, else a guess."""
    texts = table.cells(column)
    proven = date_order(texts)
    if proven is not None:
        return proven
    if not any(is_order_open(text) for text in texts):
        return DateOrder.DAY_FIRST
    sorted_orders = [order for order in DateOrder if _is_sorted(texts, order)]
    is_english = folded(table.header[column]) == "date"
    guess = DateOrder.MONTH_FIRST if is_english else DateOrder.DAY_FIRST
    order = sorted_orders[0] if len(sorted_orders) == 1 else guess
    assumed.append(
        ("date-order-assumed", N_("Dates such as 3/4 were read day first: 3 April."))
        if order is DateOrder.DAY_FIRST
        else ("date-order-assumed", N_("Dates such as 3/4 were read month first: March 4."))
    )
    return order


def _is_sorted(texts: Sequence[str], order: DateOrder) -> bool:
    moments = [moment(text, order) for text in texts]
    walls = [found.wall for found in moments if found is not None]
    return walls in (sorted(walls), sorted(walls, reverse=True))
