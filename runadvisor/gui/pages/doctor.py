"""The import doctor: one row a file, what became of it, why, and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
)

from runadvisor import wording
from runadvisor.gui.doctor_words import (
    OUTCOME_WORDS,
    copied_words,
    count_words,
    file_words,
    mended_words,
    outcome_words,
    reason_words,
    table_of,
    to_do_words,
)
from runadvisor.gui.models.file_results import FileResults
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.button_menu import offer_menu
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import Page, clear
from runadvisor.gui.widgets.search_field import SearchField
from runadvisor.history.arrival import Deleted
from runadvisor.language import _, ngettext
from runadvisor.sources.import_report import FileOutcome
from runadvisor.sources.place import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from runadvisor.gui.workspace import Workspace
    from runadvisor.sources.import_report import FileResult, ImportReport

ROW_PX = 34
FILE_PX, RESULT_PX = 300, 120
LEAST_TABLE_PX = 220
SENTENCES_SHOWN = 8
"""Of one file; a list may have a hundred rows that need a look, and copying gives them all."""


class DoctorPage(Page):
    """What became of each file of the last import."""

    key = "doctor"
    rail_key = "import"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page and listen to imports."""
        super().__init__(workspace, parent)
        self.model = FileResults()
        self.model.setParent(self)
        self.outcome = Choice(
            [(None, _("Every result")), *((o, _(words)) for o, words in OUTCOME_WORDS.items())],
            name=_("Result"),
        )
        self.outcome.currentIndexChanged.connect(self._filter)
        self.search = SearchField(_("Search files and reasons"), name=_("Search the files"))
        self.search.setMaximumWidth(scaled(320))
        self.search.textChanged.connect(self._filter)
        self.table = self._table()
        self.search.list_wanted.connect(self.table.setFocus)
        self.copy_button = Button(_("Copy"))
        self.copy_button.setToolTip(_("The files shown, by name, without folders and positions."))
        self.copy_button.clicked.connect(self.copy)
        save = Button(_("Save as …"), icon="export")
        save.clicked.connect(self._save)
        back = Button(_("Back"), icon="chevron-left")
        back.clicked.connect(lambda: self.go_to.emit("import"))
        for button in (back, self.copy_button, save):
            self.add_action(button)
        self._count = Label(size=12, tone="muted", tabular=True)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.outcome)
        top.addWidget(self.search, 1)
        top.addStretch()
        top.addWidget(self._count)
        self._detail = Card(padding=(24, 16))
        card = Card(padding=(16, 12))
        card.body.addLayout(top)
        card.body.addWidget(self.table, 1)
        self.content.addWidget(card, 1)
        self.content.addWidget(self._detail)
        self._row_buttons: list[Button] = []
        offer_menu(self.table, lambda: self._row_buttons)
        self._words = QVBoxLayout()
        self._words.setSpacing(4)
        self._detail.body.addLayout(self._words)
        self.set_heading(_("Every file"), _("Nothing was imported since the program was started."))
        self._show_detail()
        workspace.import_finished.connect(self.show_report)
        if workspace.report is not None:
            self.show_report(workspace.report)

    def show_report(self, report: ImportReport) -> None:
        """Show the files of a report."""
        words = ngettext(
            "{number} file of the last import, and what became of it",
            "{number} files of the last import, and what became of each",
            report.files,
        )
        self.set_heading(_("Every file"), words.format(number=wording.number(report.files)))
        self.model.show(report.file_results)
        self._has_filtered()

    def copy(self) -> None:
        """Put the files shown on the clipboard, without folders and positions."""
        QGuiApplication.clipboard().setText(copied_words(self.model.shown()))
        words = ngettext("{number} file is copied.", "{number} files are copied.", self._number())
        self.workspace.done.emit(words.format(number=wording.number(self._number())))

    def save(self, path: Path) -> None:
        """Save the files shown: as a table for a spreadsheet, or as text."""
        is_table = path.suffix.lower() == ".csv"
        text = table_of(self.model.shown()) if is_table else copied_words(self.model.shown())
        # Spreadsheets take UTF-8 for what it is by its mark alone.
        encoding = "utf-8-sig" if is_table else "utf-8"
        said = _("Saved as {path}").format(path=path)
        self.workspace.run(
            lambda: path.write_text(text, encoding=encoding),
            lambda _count: self.workspace.done.emit(said),
            owner=self,
        )

    def _number(self) -> int:
        return self.model.rowCount()

    def _save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _filter = QFileDialog.getSaveFileName(
            self,
            _("Save the files"),
            f"{folder}/runadvisor-import.csv",
            f"{_('Table')} (*.csv);;{_('Text')} (*.txt)",
        )
        if name:
            self.save(Path(name))

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(_("The files of the import"))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setMinimumHeight(LEAST_TABLE_PX)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(scaled(ROW_PX))
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, scaled(FILE_PX))
        table.setColumnWidth(1, scaled(RESULT_PX))
        table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_detail())
        return table

    def _filter(self) -> None:
        self.model.filter(self.outcome.currentData(), self.search.text())
        self._has_filtered()

    def _has_filtered(self) -> None:
        number = self._number()
        words = ngettext("{number} file", "{number} files", number)
        self._count.setText(words.format(number=wording.number(number)))
        self.copy_button.setEnabled(number > 0)
        if number:
            self.table.selectRow(0)
        self._show_detail()

    # ── one file ──────────────────────────────────────────────────────────────────────

    def _show_detail(self) -> None:
        clear(self._words)
        row = self.table.currentIndex().row()
        self._detail.setVisible(0 <= row < self._number())
        if not self._detail.isVisibleTo(self):
            return
        result = self.model.result(row)
        top = QHBoxLayout()
        top.addWidget(Label(file_words(result), size=16, weight=600, wrap=True), 1)
        self._row_buttons = self._buttons(result)
        for button in self._row_buttons:
            top.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        self._words.addLayout(top)
        counts = count_words(result)
        outcome = outcome_words(result.outcome)
        line = _("{result}: {counts}").format(result=outcome, counts=counts) if counts else outcome
        self._words.addWidget(Label(line, weight=500))
        sentences = (*reason_words(result), *mended_words(result))
        for words in sentences[:SENTENCES_SHOWN]:
            self._words.addWidget(Label(words, wrap=True))
        if len(sentences) > SENTENCES_SHOWN:
            more = ngettext("and {number} more", "and {number} more", len(sentences))
            left = wording.number(len(sentences) - SENTENCES_SHOWN)
            self._words.addWidget(Label(more.format(number=left), tone="muted"))
        self._words.addWidget(Label(to_do_words(result), tone="muted", wrap=True))

    def _buttons(self, result: FileResult) -> list[Button]:
        place = Place(result.path, result.member)
        buttons: list[Button] = []
        if result.outcome is FileOutcome.STAYS_DELETED:
            again = Button(_("Import again"), small=True)
            again.clicked.connect(
                lambda: self.workspace.import_again(place, deleted=Deleted.COMES_BACK)
            )
            buttons.append(again)
        if any(problem.lacks_times for problem in result.problems):
            when = Button(_("Say when it was …"), small=True)
            when.clicked.connect(lambda: self.go_to.emit("import"))
            buttons.append(when)
        if result.rows is not None:
            columns = Button(_("Choose the columns …"), small=True)
            columns.clicked.connect(lambda: self.list_wanted.emit(place))
            buttons.append(columns)
        folder = Button(_("Open the folder"), icon="folder", small=True)
        folder.clicked.connect(lambda: open_folder_of(result.path))
        return [*buttons, folder]


def open_folder_of(path: str) -> None:
    """Show the folder of a file in the system's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).absolute().parent)))
