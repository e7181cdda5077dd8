"""The window: which page is on, and how one gets there. Navigation only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from runadvisor import wording
from runadvisor.domain.warning import Tier
from runadvisor.gui.about import about, shortcut_sheet
from runadvisor.gui.backup_dialogs import ask_for_backup, ask_for_copy
from runadvisor.gui.edit_menu import EditMenu
from runadvisor.gui.pages.athlete import AthletePage
from runadvisor.gui.pages.body import BodyPage
from runadvisor.gui.pages.exercises import ExercisesPage
from runadvisor.gui.pages.first_start import FirstStart
from runadvisor.gui.pages.guide import GuidePage
from runadvisor.gui.pages.import_page import ImportPage
from runadvisor.gui.pages.load import LoadPage
from runadvisor.gui.pages.overview import OverviewPage
from runadvisor.gui.pages.plan import PlanPage
from runadvisor.gui.pages.print_page import PrintPage
from runadvisor.gui.pages.warnings import WarningsPage
from runadvisor.gui.problem_report import problem_report
from runadvisor.gui.theme import text_scale
from runadvisor.gui.widgets.drop_area import ask_for_files, ask_for_folder, dropped_paths
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.message_bar import MessageBar
from runadvisor.gui.widgets.rail import Rail
from runadvisor.settings import (
    default_copies_folder,
    default_history_path,
    default_log_folder,
    save_settings,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from runadvisor.advisor import Advice
    from runadvisor.gui.widgets.page import Page
    from runadvisor.gui.workspace import Workspace
    from runadvisor.history.backup import Copy
    from runadvisor.sources.import_report import ImportReport

PAGES = (
    (
        ("overview", "Overview"),
        ("load", "Load"),
        ("warnings", "Warnings"),
        ("plan", "Plan"),
        ("body", "Body"),
        ("exercises", "Exercises"),
        ("guide", "Guide"),
    ),
    (("import", "Import"), ("print", "Print"), ("athlete", "About you")),
)
HISTORY_FILTER = "RunAdvisor histories (*.runadvisor)"
MOST_RECENT = 6
STATE_PX = 360
MOST_NUMBERED = 9
COMPACT_BELOW_PX = 1180
"""A narrower window, at 100 % text size, shows the rail as icons."""


class MainWindow(QMainWindow):
    """One window over one workspace."""

    def __init__(self, workspace: Workspace, *, remembers: bool = True) -> None:
        """Build the window; ``remembers`` keeps geometry and last page between starts."""
        super().__init__()
        self.workspace = workspace
        self._store = QSettings() if remembers else None
        self._page_to_open = "overview"
        self.last_import: ImportReport | None = None
        self.setWindowTitle("RunAdvisor")
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(1024, 660))
        self.first_start = FirstStart()
        self.first_start.files_chosen.connect(self.import_files)
        self.first_start.sample_wanted.connect(workspace.open_sample)
        self.pages: dict[str, Page] = {
            page.key: page
            for page in (
                OverviewPage(workspace),
                LoadPage(workspace),
                WarningsPage(workspace),
                PlanPage(workspace),
                BodyPage(workspace),
                ExercisesPage(workspace),
                GuidePage(workspace),
                ImportPage(workspace),
                PrintPage(workspace),
                AthletePage(workspace),
            )
        }
        self.rail = Rail(PAGES)
        self.rail.chosen.connect(self.go_to)
        self.message_bar = MessageBar()
        self._state = Label(size=12, tone="muted")
        self._state.setContentsMargins(0, 0, 12, 0)
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._state.setFixedWidth(STATE_PX)
        self._lay_out()
        self._make_menus()
        workspace.opened.connect(self._has_opened)
        workspace.advice_changed.connect(self._has_advice)
        workspace.import_started.connect(self._has_started_import)
        workspace.import_finished.connect(self._has_imported)
        workspace.done.connect(self.message_bar.say)
        workspace.damaged.connect(self._is_damaged)
        workspace.failed.connect(lambda words: self.message_bar.say(words, tone="problem"))
        self._restore()

    def go_to(self, key: str) -> None:
        """Open a page."""
        self._page_to_open = key
        self._stack.setCurrentWidget(self._with_rail)
        self._page_stack.setCurrentWidget(self.pages[key])
        self.edit_menu.serve(self.pages[key].own_steps())
        self.rail.choose(key)

    def open_guide(self, topic: str) -> None:
        """Open the page of the guide that belongs to a rule, a condition or an id."""
        page = self.pages["guide"]
        if isinstance(page, GuidePage):
            page.open_topic(topic)
        self.go_to("guide")

    def open_exercise(self, exercise_id: str) -> None:
        """Open one exercise in full."""
        self.go_to("exercises")
        page = self.pages["exercises"]
        if isinstance(page, ExercisesPage):
            page.open_exercise(exercise_id)

    def show_first_start(self) -> None:
        """Open the page that asks where to begin."""
        self._stack.setCurrentWidget(self.first_start)

    def copy_report(self) -> None:
        """Put a report for the developers on the clipboard."""
        activities = self.workspace.advice.activities if self.workspace.advice else ()
        report = problem_report(activities, self.last_import, default_log_folder())
        QGuiApplication.clipboard().setText(report)
        self.message_bar.say(
            "The report is copied. It holds versions, counts and the end of the log; no positions, "
            "no titles and nothing of what your files say."
        )

    def import_files(self, paths: list[Path]) -> None:
        """Import files and show how they come in."""
        if not paths:
            return
        if self.workspace.is_sample:
            # Own runs go into an own history, never among the invented ones.
            self._open_own()
        self.workspace.import_files(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files from anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Open a dropped history, import anything else."""
        paths = dropped_paths(event)
        event.acceptProposedAction()
        if len(paths) == 1 and paths[0].suffix == ".runadvisor":
            self.workspace.open(paths[0])
        else:
            self.import_files(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave a narrow window's width to the pages."""
        super().resizeEvent(event)
        self.rail.set_compact(is_compact=self.width() < COMPACT_BELOW_PX * text_scale())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember the window and close the history."""
        if self._store is not None:
            self._store.setValue("geometry", self.saveGeometry())
            self._store.setValue("page", self._page_to_open)
        self.workspace.close()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self._page_stack = QStackedWidget()
        for page in self.pages.values():
            page.go_to.connect(self.go_to)
            page.read_more.connect(self.open_guide)
            page.exercise_wanted.connect(self.open_exercise)
            self._page_stack.addWidget(page)
        self._with_rail = QWidget()
        row = QHBoxLayout(self._with_rail)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._page_stack, 1)
        self._blank = QWidget()
        self._blank.setObjectName("page")
        self._stack = QStackedWidget()
        self._stack.setObjectName("stack")
        for part in (self._blank, self.first_start, self._with_rail):
            self._stack.addWidget(part)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message_bar)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(central)

    def _make_menus(self) -> None:
        bar = self.menuBar()
        file = bar.addMenu("&File")
        self._add(file, "&New history …", self._new, QKeySequence.StandardKey.New)
        self._add(file, "&Open history …", self._open, QKeySequence.StandardKey.Open)
        self._recent = file.addMenu("Open &recent")
        self._recent.aboutToShow.connect(self._fill_recent)
        self._add(file, "My own &history", self._open_own)
        self._add(file, "The &sample history", self.workspace.open_sample)
        file.addSeparator()
        self._add(file, "&Back up …", self._back_up)
        self._add(file, "&Restore a copy …", self._restore_copy)
        file.addSeparator()
        self._add(file, "&Import files …", lambda: self.import_files(ask_for_files(self)), "Ctrl+I")
        self._add(file, "Import a &folder …", lambda: self.import_files(ask_for_folder(self)), None)
        file.addSeparator()
        self._add(
            file, "&Print plan …", lambda: self.go_to("print"), QKeySequence.StandardKey.Print
        )
        file.addSeparator()
        self._add(file, "&Quit", self.close, QKeySequence.StandardKey.Quit)
        self.edit_menu = EditMenu(self, self.workspace.changes, self.message_bar)
        go = bar.addMenu("&Go")
        names = [page for group in PAGES for page in group]
        for number, (key, text) in enumerate(names, start=1):
            self._add(go, f"&{text}", partial(self.go_to, key), _page_keys(number))
        help_menu = bar.addMenu("&Help")
        self._add(
            help_menu, "&Keyboard shortcuts", lambda: shortcut_sheet(self, self.actions()), "F1"
        )
        self._add(help_menu, "&Copy report", self.copy_report)
        self._add(help_menu, "&About RunAdvisor", lambda: about(self), None)
        bar.setCornerWidget(self._state, Qt.Corner.TopRightCorner)
        # Qt sets the corner to the top of the bar: only its full height centres the words.
        self._state.setFixedHeight(bar.sizeHint().height())

    def _add(
        self,
        menu: QMenu,
        text: str,
        do: object,
        keys: QKeySequence.StandardKey | str | None = None,
    ) -> None:
        action = QAction(text, self)
        if keys is not None:
            action.setShortcut(keys)
        action.triggered.connect(lambda _=False: do())  # pyright: ignore[reportCallIssue] - any callable
        menu.addAction(action)
        self.addAction(action)

    def _new(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, "New history", str(default_history_path().parent), HISTORY_FILTER
        )
        if name:
            self.workspace.open(Path(name).with_suffix(".runadvisor"))

    def _open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, "Open history", str(default_history_path().parent), HISTORY_FILTER
        )
        if name:
            self.workspace.open(Path(name))

    def _open_own(self) -> None:
        self.workspace.open(default_history_path())

    def _back_up(self) -> None:
        path = self.workspace.path
        if path is not None:
            target = ask_for_backup(self, path, date.today())  # noqa: DTZ011 - the runner's day
            if target is not None:
                self.workspace.back_up(target)

    def _restore_copy(self) -> None:
        """Ask for a copy; what it replaces is kept, so that nothing more needs asking."""
        if self.workspace.path is None or self.workspace.is_sample:
            path = default_history_path()
        else:
            path = self.workspace.path
        copy = ask_for_copy(self, default_copies_folder())
        if copy is not None:
            self.workspace.restore(copy, path)

    def _is_damaged(self, words: str, path: Path, copy: Copy) -> None:
        day = wording.long_day(copy.date)
        self.message_bar.say(
            f"{words} The last copy is of {day}; the damaged file is kept as well.",
            tone="problem",
            action=(f"Restore the copy of {day}", partial(self.workspace.restore, copy.path, path)),
        )

    def _fill_recent(self) -> None:
        self._recent.clear()
        for name in self.workspace.settings.recent_histories:
            action = self._recent.addAction(Path(name).name)
            action.setToolTip(name)
            action.triggered.connect(lambda _=False, name=name: self.workspace.open(Path(name)))
        if self._recent.isEmpty():
            self._recent.addAction("None yet").setEnabled(False)

    def _has_opened(self) -> None:
        path = self.workspace.path
        if self.workspace.is_sample:
            self._state.setText("sample history · nothing is kept")
            self.message_bar.say(
                "This is an invented runner. Look around; nothing is kept when you leave.",
                action=("Import my own runs", self._open_own),
                can_close=False,
            )
            return
        self.message_bar.hide()
        if path is not None:
            self._state.setText(f"{path.stem} · all changes saved")
            self._remember(path)

    def _has_advice(self, advice: Advice) -> None:
        for page in self.pages.values():
            page.show_advice(advice)
        number = sum(warning.tier >= Tier.WATCH for warning in advice.standing)
        self.rail.set_badge("warnings", number, "standing")
        nothing_to_show = not advice.activities and advice.plan.stopped is None
        if nothing_to_show and self._page_to_open != "import":
            self.show_first_start()
        else:
            self.go_to(self._page_to_open)

    def _has_started_import(self) -> None:
        self.go_to("import")

    def _has_imported(self, report: ImportReport) -> None:
        self.last_import = report
        if report.added:
            self.message_bar.hide()

    def _remember(self, path: Path) -> None:
        settings = self.workspace.settings
        recent = (str(path), *(name for name in settings.recent_histories if name != str(path)))
        self.workspace.settings = replace(
            settings, history_path=str(path), recent_histories=recent[:MOST_RECENT]
        )
        if self._store is not None:
            save_settings(self.workspace.settings)

    def _restore(self) -> None:
        self.resize(1280, 800)
        if self._store is None:
            return
        geometry = self._store.value("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        page = self._store.value("page")
        if page in {
            "overview",
            "load",
            "athlete",
            "warnings",
            "plan",
            "body",
            "exercises",
            "guide",
        }:
            self._page_to_open = str(page)


def _page_keys(number: int) -> str | None:
    """Return the keys that open a page: a keyboard has nine digits for them."""
    return f"Ctrl+{number}" if number <= MOST_NUMBERED else None
