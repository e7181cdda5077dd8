"""The rows behind a chart, for a table view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from runadvisor.gui.models.word_table import WordTable

if TYPE_CHECKING:
    from runadvisor.charts.table import Table


class ChartRows(WordTable[tuple[object, ...]]):
    """As many rows as the chart has places, as many columns as it has numbers for each."""

    def __init__(self, table: Table, parent: QObject | None = None) -> None:
        """Show a table that stays as it is."""
        super().__init__(table.headings(), parent=parent)
        self._table = table
        self._rows = table.rows

    def cell(self, row: int, column: int, role: int) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the words of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings[column]}: {self._table.words(row, column)}"
        return None
