"""What a person says about a list that does not say it itself, and its one-line form.

The form is that of ``--map``: ``date=Day:day-first,distance=Way:km,time=Took:min``. A column
is called by its heading, or by its number: ``#3``. A heading that holds ``,`` ``=`` ``:`` or
``#`` is called by number. ``title=-`` says that no column holds the title.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from runadvisor.language import _
from runadvisor.sources.headings import METRES_OF, SECONDS_OF
from runadvisor.sources.list_layout import Aspect, ListLayout, Role
from runadvisor.sources.parse import DateOrder, folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROLE_NAMES = {
    "date": Role.DATE,
    "start": Role.TIME_OF_DAY,
    "distance": Role.DISTANCE,
    "time": Role.MOVING_TIME,
    "elapsed": Role.ELAPSED_TIME,
    "sport": Role.SPORT,
    "title": Role.NAME,
    "climb": Role.ELEVATION_GAIN,
    "heart-rate": Role.AVERAGE_HEART_RATE,
    "max-heart-rate": Role.MAX_HEART_RATE,
    "effort": Role.SESSION_RPE,
}
NAME_OF_ROLE = {role: name for name, role in ROLE_NAMES.items()}
HOURS_FIRST = "h-mm"
"""Two parts are hours and minutes; ``:`` itself stands between column and unit."""
DECIMAL = "decimal"
DECIMAL_MARKS = {"comma": ",", "dot": "."}
DATE_ORDERS = {"day-first": DateOrder.DAY_FIRST, "month-first": DateOrder.MONTH_FIRST}
UNITS = {
    Role.DATE: tuple(DATE_ORDERS),
    Role.DISTANCE: ("km", "mi", "m"),
    Role.MOVING_TIME: ("min", "s", "h", HOURS_FIRST),
    Role.ELAPSED_TIME: ("min", "s", "h", HOURS_FIRST),
    Role.ELEVATION_GAIN: ("m", "ft"),
}
"""What may stand behind the column of each role."""
NO_COLUMN = "-"
_RESERVED = frozenset(',=:#"')


class MappingError(ValueError):
    """A mapping that cannot be understood; the sentence says how to write it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """Which columns hold what, and in which units; whatever is not said is found out."""

    columns: Mapping[Role, str] = field(default_factory=dict[Role, str])
    """The heading of each role's column, its number as ``#3``, or ``-`` for none."""
    units: Mapping[Role, str] = field(default_factory=dict[Role, str])
    """One of ``UNITS`` of the role."""
    decimal_mark: str | None = None

    @property
    def date_order(self) -> DateOrder | None:
        """How dates such as 3/4 are meant, where it was said."""
        return DATE_ORDERS.get(self.units.get(Role.DATE, ""))

    @property
    def metres(self) -> float | None:
        """Metres per unit of distance, where it was said."""
        return METRES_OF.get(self.units.get(Role.DISTANCE, ""))

    @property
    def settled(self) -> frozenset[Aspect]:
        """What need not be asked any more."""
        found = set[Aspect]()
        if self.metres is not None:
            found.add(Aspect.DISTANCE_UNIT)
        if self.date_order is not None:
            found.add(Aspect.DATE_ORDER)
        if Role.DATE in self.columns:
            found.add(Aspect.COLUMNS)
        return frozenset(found)

    @property
    def left_out(self) -> frozenset[Role]:
        """What no column of the list holds, though one may look as if it did."""
        return frozenset(role for role, name in self.columns.items() if name == NO_COLUMN)

    def columns_in(self, header: Sequence[str]) -> dict[Role, int] | None:
        """Return where the columns stand; ``None`` where the list lacks one of them."""
        found = {
            role: column_of(name, header)
            for role, name in self.columns.items()
            if name != NO_COLUMN
        }
        if None in found.values():
            return None
        return {role: column for role, column in found.items() if column is not None}

    def over(self, guessed: Mapping[Role, int], header: Sequence[str]) -> dict[Role, int]:
        """Return columns that were found out, with those that were named in their place."""
        named = self.columns_in(header) or {}
        return {
            role: column
            for role, column in guessed.items()
            if column not in named.values() and role not in self.left_out
        } | named

    def applied(self, layout: ListLayout, header: Sequence[str]) -> ListLayout:
        """Return a layout with what was said in place of what was found out."""
        columns = {**layout.columns, **(self.columns_in(header) or {})}
        for role in self.left_out:
            columns.pop(role, None)
        time_unit = self.units.get(Role.MOVING_TIME) or self.units.get(Role.ELAPSED_TIME)
        climb_unit = self.units.get(Role.ELEVATION_GAIN)
        return replace(
            layout,
            columns=columns,
            date_order=self.date_order or layout.date_order,
            decimal_mark=self.decimal_mark or layout.decimal_mark,
            metres=self.metres or layout.metres,
            climb_metres=layout.climb_metres if climb_unit is None else METRES_OF[climb_unit],
            plain_time_s=SECONDS_OF.get(time_unit or "", layout.plain_time_s),
            is_hours_first=True if time_unit == HOURS_FIRST else layout.is_hours_first,
            assumed=tuple(a for a in layout.assumed if a.aspect not in self.settled),
            questions=tuple(q for q in layout.questions if q.aspect not in self.settled),
        )


def column_of(name: str, header: Sequence[str]) -> int | None:
    """Return where a column called by heading or number stands; ``None`` where it does not."""
    if name.startswith("#") and name[1:].isdecimal():
        number = int(name[1:]) - 1
        return number if 0 <= number < len(header) else None
    if name in header:
        return list(header).index(name)
    plain = [folded(heading) for heading in header]
    return plain.index(folded(name)) if folded(name) in plain else None


def column_name(column: int, header: Sequence[str]) -> str:
    """Return how a column is called: by its heading where that is enough, else by number."""
    heading = header[column] if column < len(header) else ""
    is_plain = heading not in {"", NO_COLUMN} and not _RESERVED.intersection(heading)
    return heading if is_plain and list(header).count(heading) == 1 else f"#{column + 1}"


def header_key(header: Sequence[str]) -> str:
    """Return what lists with the same headings have in common, to remember a mapping by."""
    return " | ".join(header)


NOTHING_SAID = ColumnMapping()


# --- the one-line form ---------------------------------------------------------------------


def mapping_text(mapping: ColumnMapping) -> str:
    """Return a mapping as ``--map`` takes it."""
    parts = []
    for role, column in mapping.columns.items():
        unit = mapping.units.get(role)
        parts.append(f"{NAME_OF_ROLE[role]}={column}" + (f":{unit}" if unit else ""))
    parts += [
        f"{DECIMAL}={word}" for word, mark in DECIMAL_MARKS.items() if mark == mapping.decimal_mark
    ]
    return ",".join(parts)


def parsed_mapping(text: str) -> ColumnMapping:
    """Return the mapping a line holds.

    Raises:
        MappingError: It cannot be understood; the sentence says how to write it.
    """
    columns: dict[Role, str] = {}
    units: dict[Role, str] = {}
    mark: str | None = None
    for part in text.split(","):
        name, is_pair, value = (piece.strip() for piece in part.partition("="))
        if not is_pair or not value:
            raise MappingError(
                _(
                    "“{text}” is no part of a mapping: write date=HEADING,distance=HEADING:km"
                ).format(text=part.strip())
            )
        if name == DECIMAL:
            if value not in DECIMAL_MARKS:
                raise MappingError(
                    _("“{text}” is no decimal mark: write comma or dot").format(text=value)
                )
            mark = DECIMAL_MARKS[value]
            continue
        role = ROLE_NAMES.get(name)
        if role is None:
            raise MappingError(
                _("“{text}” is nothing we read: use {names}").format(
                    text=name, names=", ".join(ROLE_NAMES)
                )
            )
        column, _colon, unit = value.partition(":")
        columns[role] = column.strip()
        if unit:
            if unit.strip() not in UNITS.get(role, ()):
                known = _(" or ").join(UNITS.get(role, ())) or _("nothing")
                raise MappingError(
                    _("“{text}” is no unit of {name}: write {known}").format(
                        text=unit.strip(), name=name, known=known
                    )
                )
            units[role] = unit.strip()
    return ColumnMapping(columns=columns, units=units, decimal_mark=mark)
