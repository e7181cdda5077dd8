"""The activities of a history as a table: filtered and sorted here, thousands at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from runadvisor import wording
from runadvisor.domain.text import N_
from runadvisor.gui.models.word_table import WordTable, across
from runadvisor.gui.run_rows import Column, RunFilter, in_order
from runadvisor.gui.theme import text_font
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from runadvisor.gui.models.word_table import Index
    from runadvisor.gui.run_rows import RunRow

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
COLUMNS = tuple(Column)
_HEADINGS = {
    Column.DAY: N_("Day"),
    Column.TITLE: N_("Title"),
    Column.SPORT: N_("Sport"),
    Column.DISTANCE: N_("Distance"),
    Column.TIME: N_("Time"),
    Column.PACE: N_("Pace"),
    Column.HEART_RATE: N_("Heart rate"),
    Column.CLIMB: N_("Climb"),
    Column.RPE: N_("Effort"),
    Column.WARNING: N_("Warning"),
    Column.SOURCE: N_("From"),
}
_TIPS = {
    Column.TIME: N_("Time moving, without pauses"),
    Column.HEART_RATE: N_("Average heart rate, beats per minute"),
    Column.RPE: N_("How hard it was as a whole, 0 to 10"),
    Column.WARNING: N_("The strongest word said of it"),
}
NUMBERS = frozenset(
    {
        *(Column.DISTANCE, Column.TIME, Column.PACE, Column.HEART_RATE),
        *(Column.CLIMB, Column.RPE),
    }
)
EDITABLE = frozenset({Column.TITLE, Column.SPORT, Column.DISTANCE, Column.TIME, Column.RPE})


class RunTable(WordTable["RunRow"]):
    """One row an activity; a value that is edited is asked for, and comes with the next rows."""

    edited = Signal(object, object, object)
    """(row, column, value as the field is stored)."""

    def __init__(self) -> None:
        """Start empty, the newest first."""
        super().__init__(
            [_(_HEADINGS[column]) for column in COLUMNS],
            right=[number for number, column in enumerate(COLUMNS) if column in NUMBERS],
        )
        self._all: Sequence[RunRow] = ()
        self._filter = RunFilter()
        self._column = Column.DAY
        self._is_descending = True

    @property
    def rows(self) -> Sequence[RunRow]:
        """Those shown, in their order."""
        return self._rows

    @property
    def number_of_kind(self) -> int:
        """How many there are without a filter, deleted or not as the filter asks."""
        return sum(row.is_deleted is self._filter.is_deleted for row in self._all)

    @property
    def order(self) -> tuple[Column, bool]:
        """The column sorted by, and whether it falls."""
        return self._column, self._is_descending

    def show(self, rows: Sequence[RunRow]) -> None:
        """Show other rows."""
        self._all = rows
        self._arrange()

    def set_filter(self, wanted: RunFilter) -> None:
        """Show other rows of those there are."""
        if wanted != self._filter:
            self._filter = wanted
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        wanted = COLUMNS[column], order == Qt.SortOrder.DescendingOrder
        if wanted != self.order:
            self._column, self._is_descending = wanted
            self._arrange()

    def row_of(self, activity_id: int) -> int | None:
        """Return the row of an activity, ``None`` where it is not shown."""
        for number, row in enumerate(self._rows):
            if row.activity.activity_id == activity_id:
                return number
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what was kept be edited where the runner may set it."""
        flags = super().flags(index)
        if not index.isValid() or COLUMNS[index.column()] not in EDITABLE:
            return flags
        is_deleted = self._rows[index.row()].is_deleted
        return flags if is_deleted else flags | Qt.ItemFlag.ItemIsEditable

    def cell(self, row: int, column: int, role: int) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the words of a cell, how they stand, or the row itself."""
        shown, kind = self._rows[row], COLUMNS[column]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell_words(shown, kind)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return cell_description(shown, kind)
            case Qt.ItemDataRole.TextAlignmentRole:
                return across(is_right=kind in NUMBERS)
            case Qt.ItemDataRole.FontRole:
                return text_font(13, 500 if kind is Column.TITLE else 400, tabular=True)
            case _:
                return shown if role == ROW_ROLE else None

    def setData(  # noqa: N802 - Qt's name
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Ask for another value of a cell; the answer comes with the next rows."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.edited.emit(self._rows[index.row()], COLUMNS[index.column()], value)
        return True

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the heading of a column, and what it means where a word does not say it."""
        is_column = orientation == Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS)
        if is_column and role == Qt.ItemDataRole.ToolTipRole:
            return _(_TIPS.get(COLUMNS[section], ""))
        return super().headerData(section, orientation, role)

    def _arrange(self) -> None:
        chosen = self._filter.chosen(self._all)
        super().show(in_order(chosen, self._column, is_descending=self._is_descending))


def dated(day: date) -> str:
    """Return ``Sun 22 Nov 2026``."""
    return _("{day} {year}").format(day=wording.weekday_day(day), year=day.year)


def cell_words(row: RunRow, column: Column) -> str:
    """Return what a cell shows; what is not known is left empty, so that the eye can rest."""
    return _WORDS[column](row)


def cell_description(row: RunRow, column: Column) -> str:
    """Return what a cell says to those who hear it, and on a tip."""
    if column is Column.WARNING:
        return "\n".join(
            f"{wording.tier_word(warning.tier)}: {wording.sentence(warning.title)}"
            for warning in row.warnings
        )
    if column is Column.DAY:
        return wording.full_day(row.activity.local_date)
    return cell_words(row, column)


def _known(value: float | None, words: Callable[[float], str]) -> str:
    return "" if value is None else words(value)


_WORDS: dict[Column, Callable[[RunRow], str]] = {
    Column.DAY: lambda row: dated(row.activity.local_date),
    Column.TITLE: lambda row: row.activity.name or "",
    Column.SPORT: lambda row: wording.sport_name(row.activity.sport),
    Column.DISTANCE: lambda row: _known(row.activity.distance_m, wording.distance),
    Column.TIME: lambda row: _known(row.activity.moving_time_s, wording.duration),
    Column.PACE: lambda row: _known(row.pace_s_per_km, wording.pace),
    Column.HEART_RATE: lambda row: _known(row.activity.average_heart_rate_bpm, wording.number),
    Column.CLIMB: lambda row: _known(row.activity.elevation_gain_m, wording.climb),
    Column.RPE: lambda row: _known(row.activity.session_rpe, lambda rpe: f"{rpe:g}"),
    Column.WARNING: lambda row: "" if row.tier is None else wording.tier_word(row.tier),
    Column.SOURCE: lambda row: ", ".join(row.sources),
}
