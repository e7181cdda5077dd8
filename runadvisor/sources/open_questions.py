"""What a list leaves open: kilometres or miles, day or month first; told by its rows, or asked."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_, Message
from runadvisor.sources.column_mapping import ColumnMapping, column_name, mapping_text
from runadvisor.sources.import_report import Answer
from runadvisor.sources.list_layout import Aspect, Assumption, Question, Role
from runadvisor.sources.parse import DateOrder, date_order, is_order_open, moment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.sources.table import Table

KILOMETRES_BELOW_S = 400.0
MILES_FROM_S = 900.0
"""Usual seconds per unit: fewer, and as miles it would be elite pace on every day; more, and as
kilometres it would be walking. Between them lie slow runners and miles alike."""


def unit_by_pace(paces_s: Sequence[float]) -> str | None:
    """Return ``km`` or ``mi`` where the usual pace leaves only one of them, else ``None``."""
    if not paces_s:
        return None
    usual_s = median(paces_s)
    if usual_s < KILOMETRES_BELOW_S:
        return "km"
    return "mi" if usual_s > MILES_FROM_S else None


def unit_question(header: Sequence[str], column: int) -> Question:
    """Return the question for the unit of the distance column."""
    return Question(
        Aspect.DISTANCE_UNIT,
        "unit-unclear",
        N_(
            "The list does not say whether “{heading}” is in kilometres or miles, and no row "
            "settles it. Choose one."
        ),
        {"heading": header[column]},
        tuple(
            Answer(
                Message(label),
                _said(header, Role.DISTANCE, column, unit),
            )
            for label, unit in ((N_("Kilometres"), "km"), (N_("Miles"), "mi"))
        ),
    )


def order_of(
    table: Table, column: int, *, is_english: bool, today: date | None = None
) -> tuple[DateOrder, Assumption | None, Question | None]:
    """Return how to read dates such as 3/4, with what was assumed or has to be asked.

    A number over 12 proves the order. Else days in the future rule one order out, then
    an order that alone keeps the list sorted is taken; headings that are not English
    mean day first. Nothing of that, and it is asked.
    """
    texts = table.cells(column)
    proven = date_order(texts)
    if proven is not None:
        return proven, None, None
    unclear = [text for text in texts if is_order_open(text) and _differs(text)]
    if not unclear:
        return DateOrder.DAY_FIRST, None, None
    possible = [order for order in DateOrder if not _has_future(texts, order, today)]
    if len(possible) != 1:
        possible = [order for order in DateOrder if _is_sorted(texts, order)]
    if len(possible) == 1:
        return possible[0], _ASSUMED_ORDER[possible[0]], None
    if not is_english:
        return DateOrder.DAY_FIRST, _ASSUMED_ORDER[DateOrder.DAY_FIRST], None
    return DateOrder.DAY_FIRST, None, _order_question(table.header, column, unclear[0])


_ASSUMED_ORDER = {
    DateOrder.DAY_FIRST: Assumption(
        "date-order-assumed",
        N_("Dates such as 3/4 were read day first: 3 April."),
        Aspect.DATE_ORDER,
    ),
    DateOrder.MONTH_FIRST: Assumption(
        "date-order-assumed",
        N_("Dates such as 3/4 were read month first: March 4."),
        Aspect.DATE_ORDER,
    ),
}


def _order_question(header: Sequence[str], column: int, text: str) -> Question:
    day_first, month_first = (_day(text, order) for order in DateOrder)
    values = {"text": text, "day_first_date": day_first, "month_first_date": month_first}
    return Question(
        Aspect.DATE_ORDER,
        "date-order-unclear",
        N_(
            "“{text}” can be {day_first_date} or {month_first_date}, and no other row settles it. "
            "Choose one."
        ),
        values,
        (
            Answer(
                Message(N_("{day_first_date}"), {"day_first_date": day_first}),
                _said(header, Role.DATE, column, "day-first"),
            ),
            Answer(
                Message(N_("{month_first_date}"), {"month_first_date": month_first}),
                _said(header, Role.DATE, column, "month-first"),
            ),
        ),
    )


def _said(header: Sequence[str], role: Role, column: int, unit: str) -> str:
    return mapping_text(
        ColumnMapping(columns={role: column_name(column, header)}, units={role: unit})
    )


def _day(text: str, order: DateOrder) -> date | None:
    found = moment(text, order)
    return None if found is None else found.wall.date()


def _differs(text: str) -> bool:
    return _day(text, DateOrder.DAY_FIRST) != _day(text, DateOrder.MONTH_FIRST)


def _has_future(texts: Sequence[str], order: DateOrder, today: date | None) -> bool:
    return today is not None and any(
        (day := _day(text, order)) is not None and day > today for text in texts
    )


_MIN_SORTED = 3
"""Two rows are sorted one time in two by chance."""


def _is_sorted(texts: Sequence[str], order: DateOrder) -> bool:
    days = [day for text in texts if (day := _day(text, order)) is not None]
    return len(days) >= _MIN_SORTED and days in (sorted(days), sorted(days, reverse=True))
