"""The table of the history page: columns that make room, and keys that do what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from runadvisor.gui.models.run_table import COLUMNS, ROW_ROLE, RunTable
from runadvisor.gui.run_rows import Column
from runadvisor.gui.theme import text_scale
from runadvisor.gui.widgets.run_cell import RunCell
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from runadvisor.gui.run_rows import RunRow

ROW_PX = 32
WIDTHS_PX: dict[Column, int] = {
    Column.DAY: 136,
    Column.TITLE: 116,
    Column.SPORT: 108,
    Column.DISTANCE: 78,
    Column.TIME: 74,
    Column.PACE: 84,
    Column.HEART_RATE: 84,
    Column.CLIMB: 66,
    Column.RPE: 52,
    Column.WARNING: 84,
    Column.SOURCE: 112,
}
"""At 100 % text size; the title takes what is left."""
GIVE_WAY = (
    *(Column.SOURCE, Column.CLIMB, Column.HEART_RATE, Column.RPE),
    *(Column.PACE, Column.SPORT, Column.TIME),
)
"""Columns that are left out where there is no room, the first first: the panel has them all."""


class RunList(QTableView):
    """A table view over ``RunTable``."""

    run_wanted = Signal(object)
    """A row was opened, by Enter or a double click on what cannot be edited."""
    deletion_wanted = Signal()
    menu_wanted = Signal(object)
    """Where, on the screen."""
    shown_changed = Signal(object)
    """The row in front is another one; ``None`` where there is none."""

    def __init__(self, table: RunTable, parent: QWidget | None = None) -> None:
        """Show a table; sorting goes to the model."""
        super().__init__(parent)
        self._table = table
        self._widths = {column: round(px * text_scale()) for column, px in WIDTHS_PX.items()}
        self._is_fitting = False
        self.setModel(table)
        self.setItemDelegate(RunCell(self))
        self.setObjectName("runs")
        self.setAccessibleName(_("Activities"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(ROW_PX * text_scale()))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(round(44 * text_scale()))
        header.setSectionsMovable(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.sortIndicatorChanged.connect(table.sort)
        header.sectionResized.connect(self._keep_width)
        self.sort_by(*table.order)
        table.modelAboutToBeReset.connect(self._keep_place)
        table.modelReset.connect(self._find_place)
        self._place: tuple[frozenset[int], int | None, int] = (frozenset(), None, 0)

    # ── what is chosen ────────────────────────────────────────────────────────────────

    def current_row(self) -> RunRow | None:
        """Return the row in front."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def chosen_rows(self) -> list[RunRow]:
        """Return the rows selected, in their order."""
        indexes = self.selectionModel().selectedRows()
        return [self._table.rows[n] for n in sorted(index.row() for index in indexes)]

    def choose(self, activity_id: int) -> None:
        """Put a row in front, where it is shown."""
        row = self._table.row_of(activity_id)
        if row is not None:
            self.setCurrentIndex(self._table.index(row, 0))

    def edit_cell(self, column: Column) -> None:
        """Edit a value of the row in front."""
        index = self.currentIndex()
        if index.isValid():
            there = index.siblingAtColumn(COLUMNS.index(column))
            self.setCurrentIndex(there)
            self.edit(there)

    # ── order and widths ──────────────────────────────────────────────────────────────

    def sort_by(self, column: Column, is_descending: bool) -> None:  # noqa: FBT001 - as the table keeps it
        """Sort, and show it at the heading."""
        order = Qt.SortOrder.DescendingOrder if is_descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(COLUMNS.index(column), order)

    @property
    def widths(self) -> dict[str, int]:
        """The widths the runner gave the columns, by key."""
        return {column.value: px for column, px in self._widths.items()}

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Take on widths of another time."""
        for column in COLUMNS:
            px = widths.get(column.value)
            if isinstance(px, int) and px > 0:
                self._widths[column] = px
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave columns out, or show them again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._is_fitting = True
        room = self.viewport().width()
        shown = list(COLUMNS)
        for column in GIVE_WAY:
            if sum(self._widths[each] for each in shown) <= room:
                break
            shown.remove(column)
        rest = room - sum(self._widths[each] for each in shown if each is not Column.TITLE)
        for number, column in enumerate(COLUMNS):
            self.setColumnHidden(number, column not in shown)
            px = max(rest, self._widths[Column.TITLE] // 2)
            self.setColumnWidth(number, px if column is Column.TITLE else self._widths[column])
        self._is_fitting = False

    def _keep_width(self, section: int, _before: int, px: int) -> None:
        if not self._is_fitting and px and COLUMNS[section] is not Column.TITLE:
            self._widths[COLUMNS[section]] = px
            self._fit()

    # ── keys ──────────────────────────────────────────────────────────────────────────

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open, delete or edit; all else moves."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.run_wanted.emit(self.current_row())
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.deletion_wanted.emit()
        elif key == Qt.Key.Key_F2:
            self._edit_here()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu: at the mouse, or at the row in front by the key for it."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))
        elif self.indexAt(self.viewport().mapFromGlobal(event.globalPos())).isValid():
            self.menu_wanted.emit(event.globalPos())

    def currentChanged(self, current, previous) -> None:  # noqa: ANN001, N802 - Qt's signature
        """Tell which row is in front."""
        super().currentChanged(current, previous)
        if current.row() != previous.row() or not current.isValid():
            self.shown_changed.emit(self.current_row())

    def _edit_here(self) -> None:
        index = self.currentIndex()
        if self._table.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self.edit_cell(Column.TITLE)

    # ── the place, while rows change under it ─────────────────────────────────────────

    def _keep_place(self) -> None:
        current = self.current_row()
        self._place = (
            frozenset(row.activity.activity_id for row in self.chosen_rows()),
            None if current is None else current.activity.activity_id,
            max(0, self.currentIndex().row()),
        )

    def _find_place(self) -> None:
        chosen, current, number = self._place
        rows = self._table.rows
        if not rows:
            self.shown_changed.emit(None)
            return
        found = None if current is None else self._table.row_of(current)
        # What was in front is gone: its neighbour is.
        at = min(number, len(rows) - 1) if found is None else found
        column = max(0, self.currentIndex().column())
        self.selectionModel().setCurrentIndex(
            self._table.index(at, column),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        if found is not None and len(chosen) > 1:
            for n, row in enumerate(rows):
                if row.activity.activity_id in chosen:
                    self.selectionModel().select(
                        self._table.index(n, 0),
                        QItemSelectionModel.SelectionFlag.Select
                        | QItemSelectionModel.SelectionFlag.Rows,
                    )
        self.scrollTo(self.currentIndex())
