"""Garmin Connect's Activities.csv, in any language; kilometres or miles, which it does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.sources.column_mapping import NOTHING_SAID, ColumnMapping
from runadvisor.sources.garmin_unit import unit_of
from runadvisor.sources.list_layout import (
    METRES_PER_FOOT,
    METRES_PER_KM,
    METRES_PER_MILE,
    METRES_PER_YARD,
    ListLayout,
    Role,
)
from runadvisor.sources.open_questions import order_of, unit_question
from runadvisor.sources.parse import folded, moment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.sources.table import Table

_MUST_MATCH = 4
_LANGUAGES = (
    # sport, date, title, distance, time
    "Activity Type,Date,Title,Distance,Time",
    "Aktivitätstyp,Datum,Titel,Distanz,Zeit",
    "Aktivitetstyp,Datum,Namn,Distans,Tid",
    "Aktivitetstype,Dato,Titel,Distance,Tid",
    "Aktivitetstype,Dato,Tittel,Distanse,Tid",
    "Typ aktywności,Data,Tytuł,Dystans,Czas",
    "Tipo de actividad,Fecha,Título,Distancia,Tiempo",
    "Type d'activité,Date,Titre,Distance,Durée",
    "Tipo di attività,Data,Titolo,Distanza,Tempo",
    "Tipo de atividade,Data,Título,Distância,Tempo total",
    "Activiteittype,Datum,Titel,Afstand,Tijd",
    "アクティビティタイプ,日付,タイトル,距離,タイム",
    "活动类型,日期,标题,距离,时间",
)
_OLD_FORMS = (
    # Until about 2014: the activity's name first, "Start" for the date.
    "Activity Type,Start,Activity Name,Distance,Time",
    "Aktivitätstyp,Start,Aktivitätsname,Distanz,Zeit",
    "Type d'activité,Début,Nom de l'activité,Distance,Durée",
    "Tipo de actividad,Inicio,Nombre de la actividad,Distancia,Tiempo",
    "Tipo di attività,Inizio,Nome attività,Distanza,Tempo",
)


def _folded_names(row: str) -> tuple[str, ...]:
    return tuple(_plain(name) for name in row.split(","))


def _plain(heading: str) -> str:
    return folded(heading).replace("’", "'")


_HEADINGS = tuple(map(_folded_names, _LANGUAGES))
_OLD_HEADINGS = tuple(map(_folded_names, _OLD_FORMS))
_OTHER_HEADINGS = {
    Role.ELAPSED_TIME: "Elapsed Time|Verstrichene Zeit|Total tid|Medgått tid|Upłynęło czasu"
    "|Tiempo transcurrido|Temps écoulé|Tempo trascorso|Tempo transcorrido|Verstreken tijd"
    "|経過時間|全程耗时",
    Role.AVERAGE_HEART_RATE: "Avg HR|Ø Herzfrequenz|Ø HF|Medelpuls|Gennemsnitlig puls"
    "|Gjennomsnittlig puls|Średnie tętno|Frecuencia cardiaca media|FC media"
    "|Fréquence cardiaque moyenne|FC Média|Gem. HS|平均心拍数|平均心率",
    Role.MAX_HEART_RATE: "Max HR|Maximale Herzfrequenz|Max. HF|Maxpuls|Maks. puls|Makspuls"
    "|Maksymalne tętno|FC máxima|Fréquence cardiaque maximale|FC max|Max HS|最大心拍数|最大心率",
    Role.ELEVATION_GAIN: "Total Ascent|Elev Gain|Anstieg gesamt|Positiver Höhenunterschied"
    "|Total stigning|Højdeforøgelse|Stigning totalt|Całkowity wznios|Ascenso total"
    "|Ascension totale|Ascesa totale|Subida total|Totale stijging|総上昇量|累计爬升",
    Role.ELEVATION_LOSS: "Total Descent|Elev Loss|Abstieg gesamt|Descenso total|Descente totale"
    "|Discesa totale|Descida total|Totale daling",
    Role.CADENCE: "Avg Run Cadence|Ø Schrittfrequenz (Laufen)|Ø Schrittfrequenz"
    "|Medellöpkadens|Cadência de corrida média|Cadencia de carrera media"
    "|Cadence de course moyenne",
}
_OTHER_ROLES = {
    _plain(name): role for role, names in _OTHER_HEADINGS.items() for name in names.split("|")
}

_BY_POSITION = {
    Role.SPORT: 0,
    Role.DATE: 1,
    Role.NAME: 3,
    Role.DISTANCE: 4,
    Role.MOVING_TIME: 6,
    Role.AVERAGE_HEART_RATE: 7,
    Role.MAX_HEART_RATE: 8,
}
_FAVOURITE = 2
"""The first nine columns stand in this order in every language seen."""
_TRUTHS = frozenset({"true", "false"})


def is_garmin_header(header: Sequence[str]) -> bool:
    """Whether it begins with Garmin's word for the sport and has three more of that language.

    Old forms begin otherwise, and must have all five.
    """
    return _language(header) is not None


def _language(header: Sequence[str]) -> tuple[str, ...] | None:
    words = {_plain(cell) for cell in header}
    old = next((names for names in _OLD_HEADINGS if words.issuperset(names)), None)
    if old is not None or not header:
        return old
    fitting = (names for names in _HEADINGS if _plain(header[0]) == names[0])
    best = max(fitting, key=lambda names: len(words.intersection(names)), default=None)
    return best if best is not None and len(words.intersection(best)) >= _MUST_MATCH else None


def garmin_layout(
    table: Table, said: ColumnMapping = NOTHING_SAID, *, today: date | None = None
) -> ListLayout | None:
    """Return how to read the table if it is Garmin's list of activities.

    Dates are the wall clock of the activity, without a zone. ``Time`` is the timer: the
    moving time of every year's export, where "Moving Time" came late.

    Args:
        table: The list.
        said: What the person said of it.
        today: Rules out orders of day and month by which a row lies in the future.
    """
    names = _language(table.header)
    if names is not None:
        columns = _named_columns(table, names)
    elif _looks_like_garmin(table):
        columns = dict(_BY_POSITION)
    else:
        return None
    if not {Role.DATE, Role.DISTANCE, Role.MOVING_TIME}.issubset(columns):
        return None
    for column, heading in enumerate(table.header):
        role = _OTHER_ROLES.get(_plain(heading))
        if role is not None:
            columns.setdefault(role, column)
    is_english = names is not None and names[0] == _HEADINGS[0][0]
    unit, assumed = unit_of(table, columns, is_english=is_english)
    order, assumption, question = order_of(
        table, columns[Role.DATE], is_english=is_english, today=today
    )
    if assumption is not None:
        assumed = (*assumed, assumption)
    questions = () if question is None else (question,)
    if unit is None:
        questions = (*questions, unit_question(table.header, columns[Role.DISTANCE]))
    is_miles = said.units.get(Role.DISTANCE, unit) == "mi"
    layout = ListLayout(
        format="garmin-csv",
        columns=columns,
        date_order=order,
        metres=METRES_PER_MILE if is_miles else METRES_PER_KM,
        # With distances in miles come ascents in feet and swims in yards.
        swim_metres=METRES_PER_YARD if is_miles else 1.0,
        climb_metres=METRES_PER_FOOT if is_miles else 1.0,
        identity_prefix="garmin-list",
        assumed=assumed,
        questions=questions,
    )
    return said.applied(layout, table.header)


def _named_columns(table: Table, names: Sequence[str]) -> dict[Role, int]:
    """Return the columns by the names of a language, by position where they stand as always."""
    words = [_plain(cell) for cell in table.header]
    roles = (Role.SPORT, Role.DATE, Role.NAME, Role.DISTANCE, Role.MOVING_TIME)
    named = {
        role: words.index(name) for role, name in zip(roles, names, strict=True) if name in words
    }
    stands_as_always = all(_BY_POSITION[role] == column for role, column in named.items())
    is_long = len(words) > _BY_POSITION[Role.MAX_HEART_RATE]
    return dict(_BY_POSITION) if stands_as_always and is_long else named


def _looks_like_garmin(table: Table) -> bool:
    """Whether the columns hold what Garmin's first ones do: a language we do not know."""
    favourites = {text.lower() for text in table.cells(_FAVOURITE)}
    dates = table.cells(_BY_POSITION[Role.DATE])
    return (
        len(table.header) > _BY_POSITION[Role.MAX_HEART_RATE]
        and bool(favourites)
        and favourites <= _TRUTHS
        and all(moment(text) is not None for text in dates)
    )
