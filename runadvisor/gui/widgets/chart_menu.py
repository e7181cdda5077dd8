"""What can be done with a chart: copied, saved, read as a table."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu

from runadvisor.gui.widgets.chart_picture import picture
from runadvisor.gui.widgets.chart_table import ChartTable
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QImage, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from runadvisor.gui.widgets.chart_picture import Shown
    from runadvisor.gui.workspace import Workspace

SAVED_SCALE = 2.0
"""Pictures are twice as sharp as the usual screen: for a letter or a slide."""
CSV = ".csv"
KINDS = {".png": "*.png", ".svg": "*.svg", ".pdf": "*.pdf", CSV: "*.csv"}


class ChartMenu:
    """The menu of one figure, and its keys."""

    def __init__(
        self,
        view: QWidget,
        workspace: Workspace,
        shown: Callable[[], Shown | None],
        add_more: Callable[[QMenu], None],
    ) -> None:
        """Serve a view; the menu itself is made when it is asked for.

        Args:
            view: The widget of the figure.
            workspace: Draws beside the window, and says what is done.
            shown: What the view shows now.
            add_more: Adds what only this view offers, on top.
        """
        self._view = view
        self._workspace = workspace
        self._shown = shown
        self._add_more = add_more
        self.table: ChartTable | None = None
        """The window with the rows, while it is open."""

    @property
    def has_rows(self) -> bool:
        """Whether the chart can be read as a table."""
        shown = self._shown()
        return shown is not None and bool(shown.chart.table.rows)

    def made(self) -> QMenu:
        """Return the menu as it is now."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_more(menu)
        copy = menu.addAction(_("Copy as picture"))
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.triggered.connect(self.copy)
        menu.addAction(_("Save as …")).triggered.connect(self.ask_where)
        if self.has_rows:
            table = menu.addAction(_("Show as table"))
            table.setShortcut(Qt.Key.Key_T)
            table.triggered.connect(self.show_table)
        return menu

    def popup(self, at: QPoint) -> None:
        """Open the menu at a place of the screen."""
        if self._shown() is not None:
            self.made().popup(at)

    def takes(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; return whether it stands for anything."""
        if self._shown() is None:
            return False
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_T and not event.modifiers() and self.has_rows:
            self.show_table()
        else:
            return False
        return True

    def copy(self) -> None:
        """Put the chart on the clipboard, in the light colours."""
        shown = self._shown()
        if shown is None:
            return

        def task() -> QImage:
            return picture(shown.make, shown.size_px, SAVED_SCALE, surface=None, is_dark=False)[1]

        def done(image: QImage) -> None:
            QGuiApplication.clipboard().setImage(image)
            self._workspace.done.emit(_("The chart is copied as a picture."))

        self._workspace.run(task, done, owner=self._view)

    def ask_where(self) -> None:
        """Ask for a file, and save the chart there."""
        kinds = [kind for kind in KINDS if kind != CSV or self.has_rows]
        words = {
            ".png": _("Picture"),
            ".svg": _("Drawing"),
            ".pdf": _("PDF"),
            CSV: _("Table, CSV"),
        }
        filters = {f"{words[kind]} ({KINDS[kind]})": kind for kind in kinds}
        name = self._view.accessibleName()
        file_name, chosen = QFileDialog.getSaveFileName(
            self._view, _("Save chart"), f"{name}.png", ";;".join(filters)
        )
        if file_name:
            path = Path(file_name)
            suffix = path.suffix.lower()
            self.save(path if suffix in kinds else path.with_name(path.name + filters[chosen]))

    def save(self, path: Path) -> None:
        """Save the chart as the suffix says, in the light colours, and say where it is."""
        shown = self._shown()
        if shown is None:
            return

        def task() -> None:
            from runadvisor.charts.palette import LIGHT  # noqa: PLC0415 - start-up time
            from runadvisor.charts.reading import Chart  # noqa: PLC0415 - as above
            from runadvisor.charts.save import save_chart  # noqa: PLC0415 - as above
            from runadvisor.charts.table import save_table  # noqa: PLC0415 - as above

            if path.suffix.lower() == CSV:
                save_table(shown.chart.table, path)
            else:
                made = shown.make(LIGHT, shown.size_px, 100 * SAVED_SCALE)
                save_chart(made.figure if isinstance(made, Chart) else made, path)

        said = _("The chart is saved as {path}.").format(path=path)
        self._workspace.run(task, lambda _done: self._workspace.done.emit(said), owner=self._view)

    def show_table(self) -> None:
        """Open the rows behind the chart in a window of their own."""
        shown = self._shown()
        if shown is None or not shown.chart.table.rows:
            return
        if self.table is not None:
            self.table.close()
        self.table = ChartTable(
            shown.chart.table,
            name=self._view.accessibleName(),
            summary=shown.summary,
            parent=self._view.window(),
        )
        self.table.save_wanted.connect(self.ask_where)
        self.table.finished.connect(partial(self._forget, self.table))
        self.table.show()

    def _forget(self, table: ChartTable, _result: int) -> None:
        if self.table is table:
            self.table = None
