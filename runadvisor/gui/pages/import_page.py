"""Import: choose or drop, watch it come in, read what was done."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from runadvisor import wording
from runadvisor.gui.import_words import repair_groups, report_text, result_sentence
from runadvisor.gui.models.import_problems import ImportProblems
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.drop_area import DropArea
from runadvisor.gui.widgets.evidence import TierMark
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.page import Page, clear
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.gui.workspace import Workspace
    from runadvisor.sources.import_report import ImportReport, Progress

TABLE_ROWS_SHOWN = 6
ROW_PX = 52


class ImportPage(Page):
    """Everything about bringing runs in."""

    key = "import"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page and listen to imports."""
        super().__init__(workspace, parent)
        self._report: ImportReport | None = None
        self._started_at = 0.0
        self.sentence = ""
        self._save = Button(_("Save this report"), icon="file")
        self._save.clicked.connect(self._save_report)
        self._overview = Button(_("See overview"), role="primary")
        self._overview.clicked.connect(lambda: self.go_to.emit("overview"))
        for button in (self._save, self._overview):
            self.add_action(button)
            button.hide()
        self._running = _Running()
        self._running.cancel.clicked.connect(workspace.cancel_import)
        self._result = QVBoxLayout()
        self._result.setSpacing(16)
        drop = DropArea(_("Drop files, folders or ZIPs anywhere in this window, or"))
        drop.chosen.connect(workspace.import_files)
        self.content.addWidget(self._running)
        self.content.addLayout(self._result)
        self.content.addWidget(drop)
        self.content.addStretch()
        self._running.hide()
        self._before()
        workspace.import_started.connect(self._has_started)
        workspace.import_progress.connect(self._running.show_progress)
        workspace.import_finished.connect(self._has_finished)
        workspace.failed.connect(self._running.hide)

    def show_advice(self, advice: Advice) -> None:
        """Word the result once the history has taken it in."""
        if self._report is not None:
            self._show_result(self._report, advice)

    def _before(self) -> None:
        self.set_heading(
            _("Import"),
            _("FIT, TCX and GPX files, Strava’s export, Garmin’s list, your own list as CSV"),
        )
        card = Card(padding=(24, 20))
        card.body.addWidget(Label(_("Where are my runs?"), size=16, weight=600))
        for name, how in (
            (
                "Strava",
                _("Settings, My Account, Download or Delete Your Account, Get Started: a ZIP."),
            ),
            ("Garmin Connect", _("Activities, All Activities, Export CSV at the top right.")),
            (
                _("A watch or phone"),
                _("Any FIT, TCX, GPX or KML file, or a whole folder of them."),
            ),
            (_("A list you keep"), _("CSV with a heading such as Date, Distance (km), Time.")),
        ):
            row = QHBoxLayout()
            what = Label(name, weight=600)
            what.setFixedWidth(scaled(140))
            row.addWidget(what, alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(how, tone="muted", wrap=True), 1)
            card.body.addWidget(hairline())
            card.body.addLayout(row)
        self._result.addWidget(card)

    def _has_started(self) -> None:
        self._report = None
        self._started_at = time.monotonic()
        clear(self._result)
        self._save.hide()
        self._overview.hide()
        self._running.start()
        self.set_heading(_("Import"), _("Reading your runs. Everything stays on this computer."))

    def _has_finished(self, report: ImportReport) -> None:
        self._report = report
        self._running.hide()
        seconds = max(1, round(time.monotonic() - self._started_at))
        files = ngettext("{number} file", "{number} files", report.files)
        took = ngettext("{number} second", "{number} seconds", seconds)
        words = _("{files} in {seconds}").format(
            files=files.format(number=wording.number(report.files)),
            seconds=took.format(number=wording.number(seconds)),
        )
        self.set_heading(_("Import"), words)

    def _show_result(self, report: ImportReport, advice: Advice) -> None:
        clear(self._result)
        ids = set(report.activity_ids)
        touched = [activity for activity in advice.activities if activity.activity_id in ids]
        self.sentence = result_sentence(report, touched if report.added else [])
        self._save.show()
        self._overview.show()
        self._result.addWidget(_summary(report, self.sentence))
        if report.problems:
            self._result.addWidget(_problems(report))
        if report.repairs:
            self._result.addWidget(_repairs(report))

    def _save_report(self) -> None:
        if self._report is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _filter = QFileDialog.getSaveFileName(
            self,
            _("Save this report"),
            f"{folder}/runadvisor-import.txt",
            _("Text (*.txt)"),
        )
        if name:
            text = report_text(self._report, self.sentence)
            self.workspace.run(
                lambda: Path(name).write_text(text, encoding="utf-8"), lambda _count: None
            )


class _Running(Card):
    """Progress, the file at hand, the time left, and a way out."""

    def __init__(self) -> None:
        super().__init__(padding=(24, 20))
        self._words = Label(size=16, weight=600, tabular=True)
        self._file = Label(size=13, tone="muted")
        self._left = Label(size=13, tone="muted", tabular=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress of the import"))
        self.cancel = Button(_("Cancel"))
        self.cancel.setToolTip(_("Stop now; what is in stays in."))
        top = QHBoxLayout()
        top.addWidget(self._words, 1)
        top.addWidget(self.cancel)
        bottom = QHBoxLayout()
        bottom.addWidget(self._file, 1)
        bottom.addWidget(self._left)
        self.body.addLayout(top)
        self.body.addWidget(self._bar)
        self.body.addLayout(bottom)

    def start(self) -> None:
        self._words.setText(_("Looking at what is there …"))
        self._file.setText("")
        self._left.setText("")
        self._bar.setRange(0, 0)
        self.show()

    def show_progress(self, progress: Progress) -> None:
        done, total = progress.files_done, progress.files_total
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        words = ngettext("{done} of {total} file", "{done} of {total} files", total)
        self._words.setText(words.format(done=wording.number(done), total=wording.number(total)))
        self._file.setText(progress.name)
        left_s = progress.left_s
        self._left.setText(
            "" if left_s is None else _("{time} left").format(time=wording.time_left(left_s))
        )


def _summary(report: ImportReport, sentence: str) -> Card:
    card = Card(padding=(24, 20))
    top = QHBoxLayout()
    top.setSpacing(14)
    top.addWidget(TierMark(None, 26))
    top.addWidget(Label(sentence, size=19, weight=600, wrap=True), 1)
    card.body.addLayout(top)
    card.body.addSpacing(8)
    row = QHBoxLayout()
    for number, title, words in (
        (report.added, _("added"), _("new in your history")),
        (report.duplicates + report.merged, _("there already"), _("same start, same distance")),
        (len(report.repairs), _("mended"), _("or assumed, and said below")),
        (len(report.problems), _("need a look"), _("not counted")),
    ):
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(Label(wording.number(number), size=26, weight=600, tabular=True))
        column.addWidget(Label(title, weight=600))
        column.addWidget(Label(words, size=12, tone="muted"))
        row.addLayout(column, 1)
    card.body.addLayout(row)
    return card


def _problems(report: ImportReport) -> Card:
    number = len(report.problems)
    card = Card(padding=(24, 20))
    top = QHBoxLayout()
    title = ngettext("{number} needs a look", "{number} need a look", number)
    top.addWidget(Label(title.format(number=wording.number(number)), size=16, weight=600))
    top.addStretch()
    top.addWidget(Label(_("Nothing is deleted or changed in your files."), size=12, tone="muted"))
    card.body.addLayout(top)
    table = QTableView()
    model = ImportProblems()
    model.setParent(table)
    model.show(report.problems)
    table.setModel(model)
    table.setAccessibleName(_("Files that need a look"))
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_PX)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.setColumnWidth(0, 260)
    shown = min(number, TABLE_ROWS_SHOWN)
    table.setFixedHeight(table.horizontalHeader().sizeHint().height() + shown * scaled(ROW_PX) + 4)
    card.body.addWidget(table)
    return card


def _repairs(report: ImportReport) -> Card:
    card = Card(padding=(24, 20))
    number = len(report.repairs)
    title = ngettext("{number} was mended or assumed", "{number} were mended or assumed", number)
    card.body.addWidget(Label(title.format(number=wording.number(number)), size=16, weight=600))
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(2, 1)
    for row, (times, what, example) in enumerate(repair_groups(report.repairs)):
        count = Label(wording.number(times), weight=600, tabular=True)
        grid.addWidget(count, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(what), row, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(example, tone="muted", wrap=True), row, 2)
    card.body.addLayout(grid)
    return card
