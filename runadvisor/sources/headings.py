"""Which role a heading names, in a dozen languages, and the unit it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.sources.list_layout import (
    METRES_PER_FOOT,
    METRES_PER_KM,
    METRES_PER_MILE,
    Role,
)
from runadvisor.sources.parse import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
METRES_OF = {"km": METRES_PER_KM, "mi": METRES_PER_MILE, "m": 1.0, "ft": METRES_PER_FOOT}
SECONDS_OF = {"s": 1.0, "min": 60.0, "h": 3600.0}
_UNIT_ROLES = {"km": Role.DISTANCE, "mi": Role.DISTANCE, "min": Role.MOVING_TIME}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PACE = re.compile(
    r"/\s*(km|mi|mile|h|s)\b|\b(km/?h|kmh|mph|pace|speed|ritmo|allure|vitesse|geschw|velocidad"
    r"|velocita|velocidade|snelheid|hastighet|predkosc|srednia predkosc)"
)
_NOT_WORD = re.compile(r"[^\w'ø]+|_+")


@dataclass(frozen=True, slots=True)
class Heading:
    """What one heading says."""

    role: Role | None
    unit: str | None
    is_time_word: bool = False
    is_pace: bool = False


def heading_of(text: str) -> Heading:
    """Return what one heading says; paces and speeds say nothing we need."""
    if _PACE.search(folded(text)):
        return Heading(None, None, is_pace=True)
    plain = _NOT_WORD.sub(" ", folded(_CAMEL.sub(" ", text))).strip()
    if plain in _ROLES:
        return Heading(_ROLES[plain], None)
    words = plain.split()
    unit = next((_UNITS[word] for word in reversed(words) if word in _UNITS), None)
    bare = " ".join(word for word in words if word not in _UNITS and word not in _FILLERS)
    if bare in _TIME_WORDS:
        return Heading(Role.MOVING_TIME, unit, is_time_word=True)
    if not bare and unit is not None:
        return Heading(_UNIT_ROLES.get(unit), unit)
    with_total = " ".join(word for word in words if word not in _UNITS and word != "in")
    return Heading(_ROLES.get(bare) or _ROLES.get(with_total), unit)


def columns_of(
    header: Sequence[str], fits: Callable[[Role, int], bool] = lambda _role, _column: True
) -> tuple[dict[Role, int], dict[Role, str | None]]:
    """Return the column of each role, and the unit its heading names.

    A word for time is the time it took, unless another column tells that: then the time
    of day. A time of day alone is the date.

    Args:
        header: The headings.
        fits: Whether the cells of a column are what its heading promises.
    """
    headings = [heading_of(text) for text in header]
    columns: dict[Role, int] = {}
    units: dict[Role, str | None] = {}
    for column, heading in enumerate(headings):
        role = heading.role
        if role is None or heading.is_time_word or role in columns or not fits(role, column):
            continue
        columns[role], units[role] = column, heading.unit
    for column, heading in enumerate(headings):
        if heading.is_time_word:
            role = Role.MOVING_TIME if Role.MOVING_TIME not in columns else Role.TIME_OF_DAY
            if role not in columns and fits(role, column):
                columns[role], units[role] = column, heading.unit
    if Role.DATE not in columns and Role.TIME_OF_DAY in columns:
        columns[Role.DATE] = columns.pop(Role.TIME_OF_DAY)
    return columns, units


_ENGLISH = frozenset(
    [
        *("activity", "average", "avg", "cadence", "climb", "date", "datetime", "day"),
        *("descent", "dist", "distance", "duration", "elapsed", "elevation", "gain"),
        *("heart", "hr", "id", "indoor", "kind", "km", "local", "loss", "max", "maximum"),
        *("mi", "miles", "min", "minutes", "moving", "name", "of", "pace", "perceived"),
        *("exertion", "pulse", "race", "rate", "route", "rpe", "run", "session", "sport"),
        *("start", "started", "time", "timer", "title", "total", "trainer", "treadmill"),
        *("type", "workout", "m", "s", "h", "at", "discipline", "competition", "timezone"),
        *("zone"),
    ]
)


def is_english(header: Sequence[str]) -> bool:
    """Whether no heading with a role is in another language; few write miles in one."""
    words = (
        _NOT_WORD.sub(" ", folded(_CAMEL.sub(" ", text))).split()
        for text in header
        if heading_of(text).role is not None
    )
    return all(_ENGLISH.union(_UNITS, _FILLERS).issuperset(each) for each in words)
