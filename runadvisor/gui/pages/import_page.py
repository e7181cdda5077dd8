"""Import: choose or drop, watch it come in, read what was done."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.import_ahead import load_ahead
from runadvisor.gui.import_words import report_text, result_sentence
from runadvisor.gui.pages.dating_card import DatingCard
from runadvisor.gui.pages.import_cards import (
    HomeZoneCard,
    QuestionsCard,
    RunningCard,
    problems_card,
    repairs_card,
    summary_card,
)
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.drop_area import DropArea
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.page import Page, clear
from runadvisor.language import _, ngettext
from runadvisor.sources.column_mapping import parsed_mapping

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.gui.workspace import Workspace
    from runadvisor.sources.choices import Dating
    from runadvisor.sources.import_report import ImportReport
    from runadvisor.sources.place import Place


class ImportPage(Page):
    """Everything about bringing runs in."""

    key = "import"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page and listen to imports."""
        super().__init__(workspace, parent)
        self._report: ImportReport | None = None
        self._advice: Advice | None = None
        self._zone_is_answered = False
        self._started_at = 0.0
        self.sentence = ""
        self._go_on = Button(_("Go on"))
        self._go_on.setToolTip(_("Bring in the rest; what is in is not read again."))
        self._go_on.clicked.connect(lambda: workspace.import_files(workspace.import_paths))
        self._undo = Button(_("Undo this import"), icon="undo")
        self._undo.clicked.connect(self._undo_import)
        workspace.changes.changed.connect(self._offer_undo)
        self._files = Button(_("Every file"), icon="file")
        self._files.setToolTip(_("What became of each file, and what to do."))
        self._files.clicked.connect(lambda: self.go_to.emit("doctor"))
        self._save = Button(_("Save this report"), icon="export")
        self._save.clicked.connect(self._save_report)
        self._overview = Button(_("See overview"), role="primary")
        self._overview.clicked.connect(lambda: self.go_to.emit("overview"))
        for button in (self._go_on, self._undo, self._files, self._save, self._overview):
            self.add_action(button)
            button.hide()
        self._running = RunningCard()
        self._running.cancel.clicked.connect(self._cancel)
        self._result = QVBoxLayout()
        self._result.setSpacing(16)
        drop = DropArea(_("Drop files, folders or ZIPs anywhere in this window, or"))
        drop.opening.connect(lambda: load_ahead(workspace))
        drop.chosen.connect(workspace.import_files)
        self.content.addWidget(self._running)
        self.content.addLayout(self._result)
        self.content.addWidget(drop)
        self.content.addStretch()
        self._before()
        workspace.import_started.connect(self._has_started)
        workspace.import_progress.connect(self._running.show_progress)
        workspace.import_finished.connect(self._has_finished)
        workspace.failed.connect(self._has_failed)
        if workspace.is_importing:
            self._has_started()

    def show_advice(self, advice: Advice) -> None:
        """Word the result once the history has taken it in."""
        self._advice = advice
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
            what = Label(name, weight=600, wrap=True)
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
        for button in (self._go_on, self._undo, self._files, self._save, self._overview):
            button.hide()
        self._running.start()
        self.set_heading(_("Import"), _("Reading your runs. Everything stays on this computer."))

    def _offer_undo(self) -> None:
        """Offer to undo the import while nothing was changed after it."""
        can_undo = self._report is not None and self.workspace.changes.newest_is_import
        self._undo.setVisible(can_undo)

    def _undo_import(self) -> None:
        self._report = None
        clear(self._result)
        for button in (self._go_on, self._undo, self._files, self._save, self._overview):
            button.hide()
        self.set_heading(
            _("Import"), _("The import is taken back. “Redo” in the Edit menu brings it in again.")
        )
        self.workspace.changes.undo_import()

    def _cancel(self) -> None:
        self._running.is_stopping()
        self.workspace.cancel_import()

    def _has_failed(self, words: str) -> None:
        if self.workspace.is_importing or not self._running.isVisible():
            return
        # What was brought in before the fault is in, and is not read again.
        self._running.hide()
        self._go_on.setVisible(bool(self.workspace.import_paths))
        self.set_heading(_("Import"), words)

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
        for button in (self._files, self._save, self._overview):
            button.show()
        self._go_on.setVisible(report.was_cancelled)
        self._offer_undo()
        self._result.addWidget(summary_card(report, self.sentence))
        asked = [problem for problem in report.problems if problem.answers]
        undated = [problem for problem in report.problems if problem.lacks_times]
        others = [p for p in report.problems if not p.answers and not p.lacks_times]
        if asked:
            questions = QuestionsCard(asked)
            questions.answered.connect(self._answer)
            questions.columns_wanted.connect(self.list_wanted)
            self._result.addWidget(questions)
        if undated:
            dating = DatingCard(undated, self.workspace.today())
            dating.dated.connect(self._date)
            self._result.addWidget(dating)
        self._ask_home_zone(report)
        if others:
            self._result.addWidget(problems_card(others))
        if report.repairs:
            show_all = Button(_("Show all"), role="quiet", icon="chevron-right")
            show_all.clicked.connect(lambda: self.go_to.emit("doctor"))
            self._result.addWidget(repairs_card(report, show_all))

    def _answer(self, place: Place, mapping: str) -> None:
        self.workspace.import_again(place, mapping=parsed_mapping(mapping))

    def _date(self, place: Place, dating: Dating) -> None:
        self.workspace.import_again(place, dating=dating)

    def _ask_home_zone(self, report: ImportReport) -> None:
        """Ask where the runner lives, once, where an import had to assume it."""
        assumed = next((r.note for r in report.repairs if r.code == "home-zone-assumed"), None)
        if assumed is None or self._zone_is_answered:
            return
        card = HomeZoneCard(int(str(assumed.values["at_home"])), str(assumed.values["zone"]))
        card.answered.connect(self._keep_home_zone)
        self._result.addWidget(card)

    def _keep_home_zone(self, zone: str) -> None:
        self._zone_is_answered = True
        if self._advice is not None:
            self.workspace.set_athlete(replace(self._advice.athlete, home_zone=zone))

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
