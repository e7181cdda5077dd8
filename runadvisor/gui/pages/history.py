"""Everything in the history: found, put right, deleted and brought back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.models.run_table import RunTable
from runadvisor.gui.pages.clock_dialog import ClockDialog
from runadvisor.gui.pages.doubtful_band import DoubtfulBand
from runadvisor.gui.pages.run_filters import RunFilters
from runadvisor.gui.pages.run_menu import RunMenu
from runadvisor.gui.pages.run_panel import RunPanel
from runadvisor.gui.pages.type_in_dialog import TypeInDialog
from runadvisor.gui.run_changes import RunChanges
from runadvisor.gui.run_rows import Column, run_rows, total_m
from runadvisor.gui.theme import text_scale
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import Page
from runadvisor.gui.widgets.run_list import RunList
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QPoint, QSettings
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from runadvisor.advisor import Advice, Advisor
    from runadvisor.gui.run_rows import RunFilter, RunRow
    from runadvisor.gui.workspace import Workspace
    from runadvisor.history.doubtful import DoubtfulPair

PANEL_PX = 344
LIST_PX = 420
LEAST_HIGH_PX = 300
AROUND_PX = 78
"""What stands left and right of table and panel, and between them."""
DAYS_PER_WEEK = 7
SETTING = "history"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What the page shows, read in one go."""

    rows: tuple[RunRow, ...]
    pairs: tuple[DoubtfulPair, ...]


class HistoryPage(Page):
    """Filters above, the table on the left, the activity in front on the right."""

    key = "history"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self.set_heading(_("History"))
        self._advice: Advice | None = None
        self._is_stale = False
        self._to_recall: dict | None = None
        self._to_open: int | None = None
        self._to_show_from: date | None = None
        self.changes = RunChanges(workspace.changes)
        add = Button(_("Add a run"), role="primary")
        add.clicked.connect(self.type_in)
        self.add_action(add)
        self.band = DoubtfulBand(self.changes)
        self.filters = RunFilters()
        self.table = RunTable()
        self.list = RunList(self.table)
        self.panel = RunPanel(workspace, self.changes)
        self._count = Label(size=12, tone="muted", wrap=True)
        self._clear = Button(_("Clear filters"), role="quiet", small=True)
        self._nothing = _Nothing()
        self._connect()
        self._lay_out_history()
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)
        close = QShortcut(Qt.Key.Key_Escape, self.list)
        close.setContext(Qt.ShortcutContext.WidgetShortcut)
        close.activated.connect(self.close_run)

    def show_advice(self, advice: Advice) -> None:
        """Show the history the advice is about."""
        self._advice = advice
        self._read()

    def forget(self) -> None:
        """Ask about what is doubtful anew."""
        self.band.forget()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read what changed while the page was hidden."""
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the activity under the table where large text leaves no room beside it."""
        super().resizeEvent(event)
        is_beside = self.width() >= (LIST_PX + PANEL_PX + AROUND_PX) * text_scale()
        self._split.setOrientation(
            Qt.Orientation.Horizontal if is_beside else Qt.Orientation.Vertical
        )

    def open_run(self, activity_id: int) -> None:
        """Show one activity, whatever was filtered, once the rows are read."""
        self._to_open = activity_id
        self.panel.show()
        self._read()

    def open_week(self, first_day: date) -> None:
        """Show the activities of the seven days from a first one on."""
        self._to_show_from = first_day
        self._read()

    def close_run(self) -> None:
        """Leave the whole width to the table."""
        self.panel.hide()
        self.list.setFocus()

    def type_in(self) -> None:
        """Ask for an activity and add it."""
        if self._advice is not None:
            dialog = TypeInDialog(self._advice.as_of, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self.changes.type_in(dialog.typed()))
            dialog.open()

    def put_clock_right(self) -> None:
        """Ask what was wrong with the clock of the chosen, and put it right."""
        rows = self.list.chosen_rows()
        if rows:
            dialog = ClockDialog(rows, self.workspace.today(), self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self.changes.put_clock_right(rows, dialog.fix))
            dialog.open()

    def remember(self, store: QSettings) -> None:
        """Keep widths, order, filter and whether the panel is open."""
        column, is_descending = self.table.order
        kept = {
            "widths": self.list.widths,
            "sort": [column.value, is_descending],
            "filter": self.filters.kept(),
            "panel": not self.panel.isHidden(),
            "split": self._split.sizes(),
        }
        store.setValue(SETTING, json.dumps(kept))

    def recall(self, store: QSettings) -> None:
        """Take on what was kept; the filter waits for rows to choose from."""
        text = store.value(SETTING)
        kept = json.loads(text) if isinstance(text, str) else None
        if not isinstance(kept, dict):
            return
        self.list.set_widths(kept["widths"])
        self.list.sort_by(Column(kept["sort"][0]), bool(kept["sort"][1]))
        self.panel.setVisible(bool(kept["panel"]))
        self._split.setSizes(kept["split"])
        self._to_recall = kept["filter"]

    # ── inside ────────────────────────────────────────────────────────────────────────

    def _connect(self) -> None:
        self.workspace.changes.moved.connect(self._read)
        self.filters.changed.connect(self._filter)
        self.filters.search.list_wanted.connect(self.list.setFocus)
        self.table.edited.connect(self._edit)
        self.list.selectionModel().selectionChanged.connect(lambda *_both: self._show_chosen())
        self.table.modelReset.connect(self._show_chosen)
        self.list.run_wanted.connect(self._open_panel)
        self.list.doubleClicked.connect(lambda _index: self._open_panel())
        self.list.deletion_wanted.connect(self._delete)
        self.list.menu_wanted.connect(self._show_menu)
        self.panel.closed.connect(self.close_run)
        self.panel.warning_wanted.connect(self.warning_wanted)
        self.panel.clock_wanted.connect(self.put_clock_right)
        self._clear.clicked.connect(self.filters.clear)
        self._nothing.cleared.connect(self.filters.clear)
        self._nothing.import_wanted.connect(lambda: self.go_to.emit("import"))

    def _lay_out_history(self) -> None:
        card = Card(padding=(0, 0))
        card.body.setContentsMargins(1, 6, 1, 6)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        card.body.addWidget(self._stack)
        counting = QHBoxLayout()
        counting.addWidget(self._count, 1)
        counting.addStretch()
        counting.addWidget(self._clear)
        left = QWidget()
        left.setMinimumWidth(LIST_PX)
        left.setMinimumHeight(LEAST_HIGH_PX)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(counting)
        column.addWidget(card, 1)
        self.panel.setMinimumHeight(LEAST_HIGH_PX)
        self.panel.setMinimumWidth(round((PANEL_PX - 24) * text_scale()))
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(16)
        self._split.addWidget(left)
        self._split.addWidget(self.panel)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([10_000, round(PANEL_PX * text_scale())])
        self.content.setSpacing(10)
        self.content.addWidget(self.band)
        self.content.addWidget(self.filters)
        self.content.addWidget(self._split, 1)

    def _read(self) -> None:
        """Read the rows anew, once the page can be seen."""
        self._is_stale = not self.isVisible()
        if self._is_stale or self._advice is None:
            return
        raised = self._advice.raised

        def read(advisor: Advisor) -> _Read:
            history = advisor.history
            return _Read(
                rows=run_rows(history.activities(), history.deleted_activities(), raised),
                pairs=history.doubtful_pairs(),
            )

        self.workspace.ask(read, self._has_read, owner=self)

    def _has_read(self, read: _Read) -> None:
        advice = self._advice
        if advice is None:
            return
        self.table.show(read.rows)
        self.filters.offer(read.rows, advice.as_of)
        if self._to_recall is not None:
            self.filters.recall(self._to_recall)
            self._to_recall = None
        if self._to_show_from is not None:
            last = self._to_show_from + timedelta(days=DAYS_PER_WEEK - 1)
            self.filters.show_days(self._to_show_from, last)
            self._to_show_from = None
        if self._to_open is not None:
            if self.table.row_of(self._to_open) is None:
                self.filters.clear()
            self.list.choose(self._to_open)
            self._to_open = None
        self.band.show_pairs(read.pairs)
        kept = sum(not row.is_deleted for row in read.rows)
        self.set_heading(
            _("History"),
            ngettext("{number} activity", "{number} activities", kept).format(
                number=wording.number(kept)
            ),
        )
        self._show_count()

    def _filter(self, wanted: RunFilter) -> None:
        self.table.set_filter(wanted)
        self._show_count()

    def _show_count(self) -> None:
        rows = self.table.rows
        wanted = self.filters.wanted()
        self._count.setText(
            _("{shown} of {all} · {distance} of running").format(
                shown=wording.number(len(rows)),
                all=wording.number(self.table.number_of_kind),
                distance=wording.distance(total_m(rows)),
            )
        )
        self._clear.setVisible(not wanted.is_empty or wanted.is_deleted)
        self._nothing.show_why(is_filtered=not wanted.is_empty)
        self._stack.setCurrentWidget(self.list if rows else self._nothing)

    def _show_chosen(self) -> None:
        self.panel.show_rows(self.list.chosen_rows())

    def _open_panel(self) -> None:
        self.panel.show()
        self._show_chosen()
        self.panel.facts.title.setFocus()

    def _edit(self, row: RunRow, column: Column, value: object) -> None:
        if column in {Column.DISTANCE, Column.TIME} and value is None:
            return  # What was typed is no number: the old one stands.
        self.changes.set_value([row], column, value)  # pyright: ignore[reportArgumentType] - by the cell

    def _delete(self) -> None:
        rows = [row for row in self.list.chosen_rows() if not row.is_deleted]
        if rows:
            self.changes.delete(rows)

    def _show_menu(self, place: QPoint) -> None:
        rows = self.list.chosen_rows()
        if rows:
            menu = RunMenu(self, rows, self.changes)
            menu.edit_wanted.connect(self.list.edit_cell)
            menu.open_wanted.connect(self._open_panel)
            menu.clock_wanted.connect(self.put_clock_right)
            menu.warning_wanted.connect(self.warning_wanted)
            menu.popup(place)

    def _find(self) -> None:
        self.filters.search.setFocus()
        self.filters.search.selectAll()


class _Nothing(QWidget):
    cleared = Signal()
    import_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Label(size=14, weight=500, wrap=True)
        self._next = Label(tone="muted", wrap=True)
        self.clear = Button(_("Clear filters"), small=True)
        self.clear.clicked.connect(self.cleared)
        self.bring_in = Button(_("Import files"), small=True)
        self.bring_in.clicked.connect(self.import_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        for widget in (self._words, self._next):
            column.addWidget(widget)
        for button in (self.clear, self.bring_in):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def show_why(self, *, is_filtered: bool) -> None:
        self._words.setText(_("Nothing fits.") if is_filtered else _("Nothing here yet."))
        self._next.setText(
            _("Search for less, or clear the filters.")
            if is_filtered
            else _("Import your files, or add a run by hand.")
        )
        self.clear.setVisible(is_filtered)
        self.bring_in.setVisible(not is_filtered)
