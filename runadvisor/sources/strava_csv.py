"""Strava's activities.csv, in any language and of any year."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources.list_layout import (
    METRES_PER_KM,
    METRES_PER_MILE,
    Assumption,
    ListLayout,
    Role,
)
from runadvisor.sources.parse import DateOrder, date_order, decimal_mark, duration_s, folded, number
from runadvisor.sources.sport_words import sport_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.sources.table import Table

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
_OLD_HEADINGS = ("id", "date", "name", "type", "description")
"""Before September 2018: English for everyone, metres in the only distance."""
_NAMES = {
    Role.ELAPSED_TIME: "elapsed time|verstrichene zeit|tempo trascorso|temps ecoule"
    "|verstreken tijd|tiempo transcurrido|tempo decorrido|全程耗时|経過時間",
    Role.DISTANCE: "distance|distanz|distanza|afstand|distancia|距离|距離",
    Role.MOVING_TIME: "moving time|bewegungszeit|tempo in movimento|duree de deplacement"
    "|beweegtijd|tiempo en movimiento|tempo de movimentacao|移动时间|移動時間",
    Role.ELEVATION_GAIN: "elevation gain|hohenzunahme|dislivello positivo|denivele positif"
    "|totale stijging|desnivel positivo|ganho de elevacao|爬升海拔|累计爬升|獲得標高",
    Role.ELEVATION_LOSS: "elevation loss|hohenunterschied|dislivello negativo|denivele negatif"
    "|desnivel negativo|perda de elevacao",
    Role.MAX_HEART_RATE: "max heart rate|max. herzfrequenz|frequenza cardiaca massima"
    "|frequence cardiaque max.|max. hartslag|ritmo cardiaco maximo"
    "|frequencia cardiaca maxima|最大心率|最大心拍数",
    Role.AVERAGE_HEART_RATE: "average heart rate|durchschnittliche herzfrequenz"
    "|frequenza cardiaca media|frequence cardiaque moyenne|gemiddelde hartslag"
    "|ritmo cardiaco promedio|frequencia cardiaca media|平均心率|平均心拍数",
    Role.CADENCE: "average cadence|durchschnittliche trittfrequenz|cadenza media"
    "|cadence moyenne|gemiddelde cadans|cadencia promedio|cadencia media|平均步频",
    Role.SESSION_RPE: "perceived exertion|gefuhlte anstrengung|sforzo percepito|effort percu"
    "|waargenomen inspanning|esfuerzo percibido|esforco percebido",
    Role.RACE: "competition|wettkampf|gara|competencia|wedstrijd",
    Role.FILE: "filename|dateiname|nome del file|nom du fichier|bestandsnaam"
    "|nombre del archivo|nombre de archivo|nome do arquivo|文件名|ファイル名",
}
_ROLES = {word: role for role, words in _NAMES.items() for word in words.split("|")}
_FIXED = {Role.IDENTITY: 0, Role.DATE: 1, Role.NAME: 2, Role.SPORT: 3}
"""The first four columns: the same in every language and year."""
_ELAPSED, _DISTANCE, _LONG_ENOUGH = 5, 6, 7
"""Where elapsed time and distance stand in a language we do not know."""
_AFTER_ELAPSED = {Role.MOVING_TIME: 1, Role.DISTANCE: 2, Role.ELEVATION_GAIN: 5}
_AFTER_MAX_HEART_RATE = {Role.AVERAGE_HEART_RATE: 1}
"""What follows the second of two equal headings, in every language."""
_FILENAME = re.compile(r"activities/\S+")
_IDENTITY = re.compile(r"\d{4,}")
_SPEEDS_MPS = (0.3, 25.0)


def _plain(heading: str) -> str:
    return re.sub(r"[-\u2010\u2011]", " ", folded(heading)).replace("’", "'").strip()


_KNOWN = frozenset((_plain(first), _plain(second)) for first, second in _FIRST_HEADINGS)


def is_strava_header(header: Sequence[str]) -> bool:
    """Whether the first headings are those of Strava's list, in a language we know."""
    words = tuple(_plain(cell) for cell in header[: len(_OLD_HEADINGS)])
    is_known = words[:2] in _KNOWN or words == _OLD_HEADINGS
    return is_known and len(header) >= _LONG_ENOUGH


def strava_layout(table: Table) -> ListLayout | None:
    """Return how to read the table if it is Strava's list.

    Headings come in the account's language and more are added every year, so columns are
    found by name, and by place where the name is not known: the first seven stay, and
    elapsed time, moving time and distance follow each other where elapsed time stands
    for the second time. Of two distances the second is in metres in every language; the
    first is rounded, in kilometres, miles or (boats) nautical miles, and swims in metres.
    """
    header = table.header
    if not is_strava_header(header) and not _looks_like_strava(table):
        return None
    columns = dict(_FIXED) | _placed(table)
    named: dict[Role, list[int]] = {}
    for column, heading in enumerate(header):
        role = _ROLES.get(_plain(heading))
        if role is not None:
            named.setdefault(role, []).append(column)
    # Of two equal headings the later one holds the exact figure.
    columns |= {role: found[-1] for role, found in named.items()}
    if Role.DISTANCE not in columns:
        return None  # its headings were cut short
    if len(named.get(Role.ELAPSED_TIME, ())) > 1:
        columns[Role.ROUNDED_ELAPSED_TIME] = named[Role.ELAPSED_TIME][0]
    if Role.FILE not in columns and (file := _file_column(table)) is not None:
        columns[Role.FILE] = file
    distances = named.get(Role.DISTANCE) or _equal(header, _DISTANCE)
    metres, rounded, assumed = _units(table, columns, distances)
    return ListLayout(
        format="strava-csv",
        columns=columns | ({} if rounded is None else {Role.ROUNDED_DISTANCE: distances[0]}),
        date_order=date_order(table.cells(_FIXED[Role.DATE])) or DateOrder.DAY_FIRST,
        is_utc=True,
        metres=metres,
        rounded_metres=rounded or METRES_PER_KM,
        swim_metres=None if metres == 1.0 else 1.0,
        identity_prefix="strava",
        assumed=assumed,
    )


def _placed(table: Table) -> dict[Role, int]:
    """Return the columns by where they stand."""
    header = table.header
    elapsed = _equal(header, _ELAPSED)
    columns = {Role.ELAPSED_TIME: elapsed[-1], Role.DISTANCE: _DISTANCE}
    if len(elapsed) > 1:
        columns[Role.ROUNDED_ELAPSED_TIME] = elapsed[0]
        columns |= {role: elapsed[-1] + by for role, by in _AFTER_ELAPSED.items()}
    heart_rates = _equal(header, _DISTANCE + 1) if len(header) > _DISTANCE + 1 else []
    if len(heart_rates) > 1:
        columns[Role.MAX_HEART_RATE] = heart_rates[-1]
        columns |= {role: heart_rates[-1] + by for role, by in _AFTER_MAX_HEART_RATE.items()}
    return {role: column for role, column in columns.items() if column < len(header)}


def _equal(header: Sequence[str], column: int) -> list[int]:
    """Return all columns that are called like this one."""
    return [number for number, heading in enumerate(header) if heading == header[column]]


# --- what distances count in -----------------------------------------------------------------


def _units(
    table: Table, columns: dict[Role, int], distances: Sequence[int]
) -> tuple[float, float | None, tuple[Assumption, ...]]:
    """Return the metres of the distance column, of the rounded one, and what was assumed.

    Size decides, not the name: the metres of a column make a speed one can move at.
    """
    exact = _metres_per_unit(table, columns, columns[Role.DISTANCE])
    if exact == 1.0 and len(distances) > 1:
        ratio = _usual_ratio(table, distances[0], columns[Role.DISTANCE])
        is_miles = ratio is not None and abs(ratio - METRES_PER_MILE) < abs(ratio - METRES_PER_KM)
        return 1.0, METRES_PER_MILE if is_miles else METRES_PER_KM, ()
    if exact == 1.0:
        return 1.0, None, ()
    return (
        METRES_PER_KM,
        None,
        (
            Assumption(
                "rounded-distance",
                N_("The list holds no distance in metres: kilometres with two decimals were read."),
            ),
        ),
    )


def _metres_per_unit(table: Table, columns: dict[Role, int], column: int) -> float:
    elapsed = columns.get(Role.ELAPSED_TIME)
    speeds = [
        (distance / seconds, sport_of(row.cell(_FIXED[Role.SPORT])))
        for row, distance in zip(table.rows, _numbers(table, column), strict=True)
        if distance and (seconds := duration_s(row.cell(elapsed), plain_unit_s=1))
    ]
    of_runs = [speed for speed, sport in speeds if sport is not None and sport.is_run]
    if not speeds:
        # Without a row that tells both, the second of two distances is the one in metres.
        return 1.0 if column != _DISTANCE else METRES_PER_KM
    usual_mps = median(of_runs or [speed for speed, _ in speeds])
    return 1.0 if _SPEEDS_MPS[0] <= usual_mps <= _SPEEDS_MPS[1] else METRES_PER_KM


def _usual_ratio(table: Table, rounded: int, exact: int) -> float | None:
    pairs = zip(_numbers(table, rounded), _numbers(table, exact), strict=True)
    ratios = [metres / units for units, metres in pairs if metres and units]
    return median(ratios) if ratios else None


def _numbers(table: Table, column: int) -> list[float | None]:
    mark = decimal_mark(table.cells(column)) or table.decimal_mark or "."
    return [number(row.cell(column), mark) for row in table.rows]


# --- a language we do not know ---------------------------------------------------------------


def _looks_like_strava(table: Table) -> bool:
    """Whether rows name ``activities/…`` files and begin with an id."""
    return (
        _file_column(table) is not None
        and len(table.header) >= _LONG_ENOUGH
        and all(_IDENTITY.fullmatch(text) for text in table.cells(0))
    )


def _file_column(table: Table) -> int | None:
    for row in table.rows:
        for column, cell in enumerate(row.cells):
            if _FILENAME.fullmatch(cell.strip()):
                return column
    return None
