"""The numbers behind a chart in a window of their own, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from runadvisor.gui.models.chart_rows import ChartRows
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _

if TYPE_CHECKING:
    from runadvisor.charts.table import Table

SIZE = QSize(640, 520)
ROW_PX = 34


class ChartTable(QDialog):
    """Stays open beside the chart; Escape closes it."""

    save_wanted = Signal()

    def __init__(self, table: Table, *, name: str, summary: str, parent: QWidget) -> None:
        """Show rows under the name and the summary of their chart."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        self.resize(SIZE)
        self._model = ChartRows(table, self)
        self.rows = QTableView()
        self.rows.setModel(self._model)
        self.rows.setAccessibleName(name)
        self.rows.setAccessibleDescription(summary)
        self.rows.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.rows.setTabKeyNavigation(False)
        self.rows.setShowGrid(False)
        self.rows.verticalHeader().hide()
        self.rows.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.rows.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        # The latest comes last, and is what one looks for.
        self.rows.selectRow(self._model.rowCount() - 1)
        self.rows.scrollToBottom()
        save = Button(_("Save as …"), icon="export")
        save.clicked.connect(self.save_wanted.emit)
        close = Button(_("Close"))
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(save)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(name, size=16, weight=600))
        column.addWidget(Label(summary, tone="muted", wrap=True))
        column.addWidget(self.rows, 1)
        column.addLayout(buttons)
        self.rows.setFocus()
