"""Lists people keep themselves: columns by their headings, else by what stands in them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_, Message
from runadvisor.sources.column_guess import (
    fits,
    guess_of,
    named_or_numbered,
    tells_the_start,
)
from runadvisor.sources.column_mapping import (
    NAME_OF_ROLE,
    NOTHING_SAID,
    ColumnMapping,
    column_name,
    mapping_text,
)
from runadvisor.sources.headings import METRES_OF, SECONDS_OF, columns_of, is_english
from runadvisor.sources.import_report import Answer
from runadvisor.sources.list_layout import (
    METRES_PER_FOOT,
    METRES_PER_KM,
    Aspect,
    Assumption,
    ListLayout,
    Question,
    Role,
    Unlisted,
)
from runadvisor.sources.open_questions import order_of, unit_by_pace, unit_question
from runadvisor.sources.parse import decimal_mark, duration_s, number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.sources.table import Grid, Table

MEASURED = frozenset({Role.DISTANCE, Role.MOVING_TIME, Role.ELAPSED_TIME})
METRES_FROM = 400.0
"""A list whose usual distance is larger than this is in metres: nobody runs 400 km a time."""
SANE_PACE_S_PER_KM = (120.0, 1500.0)


def is_plain_header(header: Sequence[str]) -> bool:
    """Whether headings name a date and a distance or a time."""
    columns, _ = columns_of(header)
    return Role.DATE in columns and bool(MEASURED.intersection(columns))


def plain_layout(
    table: Table, said: ColumnMapping = NOTHING_SAID, *, today: date | None = None
) -> ListLayout | None:
    """Return how to read a list by its headings; ``None`` where they name no date or measure.

    Args:
        table: The list.
        said: What the person said of it.
        today: Rules out orders of day and month by which a row lies in the future.
    """
    columns, units = columns_of(table.header, partial(fits, table))
    if tells_the_start(table, columns):
        columns[Role.TIME_OF_DAY] = columns.pop(Role.MOVING_TIME)
    columns.pop(Role.IDENTITY, None)
    columns = said.over(columns, table.header)
    if Role.DATE not in columns or not MEASURED.intersection(columns):
        return None
    return _layout(table, columns, {r: u for r, u in units.items() if r in columns}, said, today)


def guessed_layout(
    grid: Grid, said: ColumnMapping = NOTHING_SAID, *, today: date | None = None
) -> tuple[Table, ListLayout] | None:
    """Return a table without headings we know, and how to read it by what stands in it.

    The columns are a guess: the layout asks for a yes, unless the person named them.
    """
    guess = guess_of(grid)
    if guess is None:
        return None
    table = guess.table
    columns = said.over(guess.columns, table.header)
    _, units = columns_of(table.header)
    layout = _layout(table, columns, units, said, today)
    return table, _with_column_question(table, layout, said)


def _layout(
    table: Table,
    columns: dict[Role, int],
    units: dict[Role, str | None],
    said: ColumnMapping,
    today: date | None,
) -> ListLayout:
    assumed: list[Assumption] = []
    questions: list[Question] = []
    order, assumption, question = order_of(
        table, columns[Role.DATE], is_english=_is_english(table, columns), today=today
    )
    assumed += [assumption] if assumption is not None else []
    questions += [question] if question is not None else []
    time_unit = units.get(Role.MOVING_TIME)
    if time_unit in SECONDS_OF:
        plain_time_s = SECONDS_OF[time_unit]
    else:
        plain_time_s = _assumed_seconds(table, columns, units.get(Role.DISTANCE), assumed)
    layout = ListLayout(
        format="list-csv",
        columns=columns,
        date_order=order,
        metres=_metres(table, columns, units.get(Role.DISTANCE), plain_time_s, assumed, questions),
        climb_metres=METRES_PER_FOOT if units.get(Role.ELEVATION_GAIN) == "ft" else 1.0,
        plain_time_s=plain_time_s,
        unlisted=Unlisted.RUN,
        needs_time=Role.MOVING_TIME in columns,
        assumed=tuple(assumed),
        questions=tuple(questions),
    )
    return said.applied(layout, table.header)


def _is_english(table: Table, columns: dict[Role, int]) -> bool:
    """Whether a list may come from where people write miles and put the month first."""
    marks = {decimal_mark(table.cells(column)) for column in columns.values()}
    return is_english(table.header) and "," not in {*marks, table.decimal_mark}


# --- units ---------------------------------------------------------------------------------


def _mark(table: Table, column: int) -> str:
    return decimal_mark(table.cells(column)) or table.decimal_mark or "."


def _values(table: Table, column: int) -> list[float]:
    texts, mark = table.cells(column), _mark(table, column)
    return [value for text in texts if (value := number(text, mark)) is not None and value > 0]


def _metres(
    table: Table,
    columns: dict[Role, int],
    unit: str | None,
    plain_time_s: float,
    assumed: list[Assumption],
    questions: list[Question],
) -> float:
    """Return the metres of a unit: by the heading, by size, by pace; else ask."""
    column = columns.get(Role.DISTANCE)
    if unit in METRES_OF or column is None or not (values := _values(table, column)):
        return METRES_OF.get(unit or "km", METRES_PER_KM)
    if median(values) > METRES_FROM:
        found, sentence = "m", N_("No unit in the heading: distances read as metres.")
    elif not _is_english(table, columns):
        found, sentence = "km", N_("No unit in the heading: distances read as kilometres.")
    else:
        found = unit_by_pace(_paces_s(table, columns, plain_time_s))
        if found is None:
            questions.append(unit_question(table.header, column))
            return METRES_PER_KM
        sentence = _BY_PACE[found]
    assumed.append(Assumption("unit-assumed", sentence, Aspect.DISTANCE_UNIT))
    return METRES_OF[found]


_BY_PACE = {
    "km": N_(
        "No unit in the heading: distances read as kilometres, as nobody trains at such a pace in "
        "miles."
    ),
    "mi": N_(
        "No unit in the heading: distances read as miles, as kilometres would be walking pace."
    ),
}


def _paces_s(table: Table, columns: dict[Role, int], plain_time_s: float) -> list[float]:
    """Return the seconds per unit of distance of each row that tells both."""
    time = columns.get(Role.MOVING_TIME, columns.get(Role.ELAPSED_TIME))
    mark = _mark(table, columns[Role.DISTANCE])
    low, high = SANE_PACE_S_PER_KM[0], SANE_PACE_S_PER_KM[1] * METRES_OF["mi"] / METRES_PER_KM
    paces = []
    for row in table.rows:
        text = row.cell(time)
        distance = number(row.cell(columns[Role.DISTANCE]), mark)
        seconds = duration_s(text, plain_unit_s=plain_time_s)
        if seconds is None or not distance or distance < 0:
            continue
        if text.count(":") == 1 and seconds < low * distance:
            seconds = duration_s(text, hours_first=True) or seconds
        if low <= seconds / distance <= high:
            paces.append(seconds / distance)
    return paces


def _assumed_seconds(
    table: Table, columns: dict[Role, int], unit: str | None, assumed: list[Assumption]
) -> float:
    """Return what a time written as a plain number counts, by the pace it makes."""
    time = columns.get(Role.MOVING_TIME, columns.get(Role.ELAPSED_TIME))
    times = _values(table, time) if time is not None else []
    if not times:
        return 60.0
    distances = _values(table, columns[Role.DISTANCE]) if Role.DISTANCE in columns else []
    seconds, sentence = 60.0, N_("Times without a colon were read as minutes.")
    if distances:
        # Kilometres or miles: beside sixty it makes no difference.
        metres = METRES_OF.get(unit or "", 1.0 if median(distances) > METRES_FROM else 1000.0)
        per_km = median(times) / (median(distances) * metres / METRES_PER_KM)
        low, high = SANE_PACE_S_PER_KM
        if not low <= per_km * 60 <= high:
            if low <= per_km <= high:
                seconds, sentence = 1.0, N_("Times without a colon were read as seconds.")
            elif low <= per_km * 3600 <= high:
                seconds, sentence = 3600.0, N_("Times without a colon were read as hours.")
    assumed.append(Assumption("time-unit-assumed", sentence))
    return seconds


# --- columns nobody named --------------------------------------------------------------------


def _with_column_question(table: Table, layout: ListLayout, said: ColumnMapping) -> ListLayout:
    """Return the layout with a question for the columns in place of all others.

    What else is open is asked of the columns that are chosen.
    """
    if Aspect.COLUMNS in said.settled:
        return layout
    columns = {role: layout.columns[role] for role in NAME_OF_ROLE if role in layout.columns}
    guessed = ColumnMapping(
        columns={role: column_name(column, table.header) for role, column in columns.items()}
    )
    time = columns.get(Role.MOVING_TIME)
    distance = columns.get(Role.DISTANCE)
    values = {
        "date_heading": named_or_numbered(table.header, columns[Role.DATE]),
        "distance_heading": named_or_numbered(table.header, distance or 0),
        "time_heading": named_or_numbered(table.header, time or 0),
    }
    if distance is None:
        sentence = N_(
            "No headings we know. It looks as if {date_heading} holds the date and {time_heading} "
            "the time. Check it, then import."
        )
    elif time is None:
        sentence = N_(
            "No headings we know. It looks as if {date_heading} holds the date and "
            "{distance_heading} the distance. Check it, then import."
        )
    else:
        sentence = N_(
            "No headings we know. It looks as if {date_heading} holds the date, "
            "{distance_heading} the distance and {time_heading} the time. Check it, then import."
        )
    answer = Answer(Message(N_("Import it like this")), mapping_text(guessed))
    question = Question(Aspect.COLUMNS, "columns-unclear", sentence, values, (answer,))
    return replace(layout, questions=(question,))
