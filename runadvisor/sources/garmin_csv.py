"""Garmin Connect's Activities.csv, in any language; kilometres or miles, which it does not say."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources.list_layout import (
    METRES_PER_FOOT,
    METRES_PER_KM,
    METRES_PER_MILE,
    METRES_PER_YARD,
    ListLayout,
    Role,
)
from runadvisor.sources.parse import (
    DateOrder,
    date_order,
    decimal_mark,
    duration_s,
    folded,
    moment,
    number,
)
from runadvisor.sources.sport_words import sport_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runadvisor.sources.csv_text import Table

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
_HEADINGS = tuple(
    tuple(folded(name).replace("’", "'") for name in row.split(",")) for row in _LANGUAGES
)
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
_STRIDE = (
    "Avg Stride Length|Ø Schrittlänge|Medelsteglängd|Comprimento médio da passada"
    "|Longitud media de zancada|Longueur moyenne des foulées"
)

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
    """Whether it begins with Garmin's word for the sport and has three more of that language."""
    return _language(header) is not None


def _language(header: Sequence[str]) -> tuple[str, ...] | None:
    words = [folded(cell).replace("’", "'") for cell in header]
    fitting = (names for names in _HEADINGS if words and words[0] == names[0])
    best = max(fitting, key=lambda names: len(set(words).intersection(names)), default=None)
    return best if best is not None and len(set(words).intersection(best)) >= _MUST_MATCH else None


def garmin_layout(table: Table) -> ListLayout | None:
    """Return how to read the table if it is Garmin's list of activities.

    Dates are the wall clock of the activity, without a zone. ``Time`` is the timer: the
    moving time of every year's export, where "Moving Time" came late.
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
    for role, headings in _OTHER_HEADINGS.items():
        found = _first_column(table, headings)
        if found is not None:
            columns[role] = found
    is_miles, assumed = _unit(table, columns)
    # Re-saved by a spreadsheet: an American one unless a day over 12 says otherwise.
    order = date_order(table.cells(columns[Role.DATE])) or DateOrder.MONTH_FIRST
    return ListLayout(
        format="garmin-csv",
        columns=columns,
        date_order=order,
        metres=METRES_PER_MILE if is_miles else METRES_PER_KM,
        swim_metres=METRES_PER_YARD if is_miles else 1.0,
        climb_metres=METRES_PER_FOOT if is_miles else 1.0,
        assumed=assumed,
    )


def _named_columns(table: Table, names: Sequence[str]) -> dict[Role, int]:
    """Return the columns by the names of a language, by position where they stand as always."""
    words = [folded(cell).replace("’", "'") for cell in table.header]
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


def _first_column(table: Table, names: str) -> int | None:
    found = (table.column(name) for name in names.split("|"))
    return next((column for column in found if column is not None), None)


# --- kilometres or miles ---------------------------------------------------------------

_MILE_KM = METRES_PER_MILE / METRES_PER_KM
_TITLE_KM = re.compile(r"\b(5|10|15|20|21(?:[.,]1)?|30|42(?:[.,]2)?)\s?k(?:m\b|\b)")
_HALF = re.compile(r"half|halb|semi|media|halv|meia|mezza")
_MARATHON_KM = 42.195
_CLOSE = 0.06
_STRIDE_CLOSE = 0.2


def _unit(table: Table, columns: dict[Role, int]) -> tuple[bool, tuple[tuple[str, str], ...]]:
    """Return whether distances are miles, and what to say of how we know."""
    ratios = [*_stride_ratios(table, columns), *_title_ratios(table, columns)]
    if not ratios:
        return False, (
            (
                "unit-assumed",
                N_(
                    "The list does not say whether distances are kilometres or miles: kilometres "
                    "assumed. Compare one run with your watch."
                ),
            ),
        )
    if median(ratios) < (1 + _MILE_KM) / 2:
        return False, ()
    return True, (
        (
            "unit-inferred",
            N_(
                "Distances were read as miles: stride length, steps and titles of the runs fit "
                "only miles."
            ),
        ),
    )


def _runs(table: Table, columns: dict[Role, int]) -> Iterator[tuple[float, str, float, int]]:
    """Yield distance as written, title, minutes and row number of each run."""
    mark = decimal_mark(table.cells(columns[Role.DISTANCE])) or "."
    for row_number, row in enumerate(table.rows):
        sport = sport_of(row.cell(columns.get(Role.SPORT)))
        distance = number(row.cell(columns[Role.DISTANCE]), mark)
        if sport is not None and sport.is_run and distance:
            seconds = duration_s(row.cell(columns.get(Role.MOVING_TIME)))
            title = folded(row.cell(columns.get(Role.NAME)))
            yield distance, title, (seconds or 0.0) / 60, row_number


def _stride_ratios(table: Table, columns: dict[Role, int]) -> Iterator[float]:
    """Yield, for each run, kilometres by stride and cadence over the distance as written."""
    stride_column, cadence_column = _first_column(table, _STRIDE), columns.get(Role.CADENCE)
    if stride_column is None or cadence_column is None:
        return
    mark = decimal_mark(table.cells(stride_column)) or "."
    for distance, _, minutes, row_number in _runs(table, columns):
        row = table.rows[row_number]
        stride, cadence = number(row.cell(stride_column), mark), number(row.cell(cadence_column))
        if not (stride and cadence and minutes):
            continue
        steps_m = stride * cadence * minutes
        for metres in (steps_m, steps_m * METRES_PER_FOOT):
            ratio = metres / METRES_PER_KM / distance
            if min(abs(ratio - 1), abs(ratio / _MILE_KM - 1)) < _STRIDE_CLOSE:
                yield ratio
                break


def _title_ratios(table: Table, columns: dict[Role, int]) -> Iterator[float]:
    """Yield, for each run titled by its distance, that distance over the one written."""
    for distance, title, _, _ in _runs(table, columns):
        if match := _TITLE_KM.search(title):
            titled_km = float(match[1].replace(",", "."))
        elif "marathon" in title or "maraton" in title:
            titled_km = _MARATHON_KM / (2 if _HALF.search(title) else 1)
        else:
            continue
        ratio = titled_km / distance
        if min(abs(ratio - 1), abs(ratio / _MILE_KM - 1)) < _CLOSE:
            yield ratio
