"""The window: which page is on, and how one gets there. Navigation only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenuBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from runadvisor import wording
from runadvisor.domain.warning import Tier
from runadvisor.gui.about import about, shortcut_sheet
from runadvisor.gui.edit_menu import EditMenu
from runadvisor.gui.history_files import HistoryFiles
from runadvisor.gui.import_ahead import load_ahead
from runadvisor.gui.menus import Menus
from runadvisor.gui.page_set import NOT_TO_START_WITH, WITHOUT_RUNS, Pages, rail_groups
from runadvisor.gui.problem_report import problem_report
from runadvisor.gui.routes import Routes
from runadvisor.gui.theme import choose_theme, scaled, text_scale
from runadvisor.gui.widgets.drop_area import ask_for_files, ask_for_folder, dropped_paths
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.message_bar import MessageBar
from runadvisor.gui.widgets.rail import Rail
from runadvisor.history.suffix import SUFFIX
from runadvisor.language import _, ngettext
from runadvisor.settings import APP_NAME, default_log_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from runadvisor.advisor import Advice
    from runadvisor.gui.pages.first_start import FirstStart
    from runadvisor.gui.widgets.page import Page
    from runadvisor.gui.workspace import Workspace
    from runadvisor.history.backup import Copy
    from runadvisor.settings import Settings
    from runadvisor.sources.import_report import ImportReport

STATE_PX = 360
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
        self.files = HistoryFiles(self, workspace)
        self._build()
        workspace.opened.connect(self._has_opened)
        workspace.advice_changed.connect(self._has_advice)
        workspace.settings_changed.connect(self._have_settings_changed)
        workspace.import_started.connect(self._has_started_import)
        workspace.import_finished.connect(self._has_imported)
        workspace.done.connect(self._say)
        workspace.damaged.connect(self._is_damaged)
        workspace.failed.connect(self._say_problem)
        self._restore()

    def _build(self) -> None:
        """Make all that is in the window; again where every word of it changes."""
        workspace = self.workspace
        self._first_start: FirstStart | None = None
        self._page_stack = QStackedWidget()
        self.pages = Pages(workspace, self._store, self._page_stack, has_made=self._has_page)
        self.routes = Routes(self.pages, self.go_to)
        self.rail = Rail(rail_groups())
        self.rail.chosen.connect(self.go_to)
        self.message_bar = MessageBar()
        self._state = Label(size=12, tone="muted")
        self._state.setContentsMargins(0, 0, 12, 0)
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._state.setFixedWidth(scaled(STATE_PX))
        self._lay_out()
        self._make_menus()

    def _rebuild(self) -> None:
        """Make the window anew in other words or units; what is open stays open."""
        self.pages.remember()
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()
        self.edit_menu.deleteLater()
        self.setMenuBar(QMenuBar())
        self._build()
        self.rail.set_compact(is_compact=self.width() < COMPACT_BELOW_PX * text_scale())
        if self.workspace.path is not None:
            self._has_opened()
        if self.workspace.advice is not None:
            self._has_advice(self.workspace.advice)

    def go_to(self, key: str) -> None:
        """Open a page."""
        self._page_to_open = key
        page = self.pages[key]
        if key != self._page_to_open:
            return  # What the page had waited for led on from it.
        self._stack.setCurrentWidget(self._with_rail)
        self._page_stack.setCurrentWidget(page)
        self.edit_menu.serve(page.own_steps())
        self.rail.choose(page.rail_key or key)

    @property
    def first_start(self) -> FirstStart:
        """The page that asks where to begin; made when it is first asked for."""
        if self._first_start is None:
            from runadvisor.gui.pages.first_start import FirstStart  # noqa: PLC0415 - start-up time

            self._first_start = FirstStart(self._stack)
            pressed = self._first_start.choose_button.pressed
            pressed.connect(lambda: load_ahead(self.workspace))
            self._first_start.files_chosen.connect(self.import_files)
            self._first_start.sample_wanted.connect(self.workspace.open_sample)
            self._first_start.unwell_wanted.connect(lambda: self.go_to("unwell"))
            self._stack.addWidget(self._first_start)
        return self._first_start

    def show_first_start(self) -> None:
        """Open the page that asks where to begin."""
        self._stack.setCurrentWidget(self.first_start)

    def copy_report(self) -> None:
        """Put a report for the developers on the clipboard."""
        activities = self.workspace.advice.activities if self.workspace.advice else ()
        report = problem_report(activities, self.last_import, default_log_folder())
        QGuiApplication.clipboard().setText(report)
        self.message_bar.say(
            _(
                "The report is copied. It holds versions, counts and the end of the log; "
                "no positions, no titles and nothing of what your files say."
            )
        )

    def import_files(self, paths: list[Path]) -> None:
        """Import files and show how they come in."""
        if not paths:
            return
        if self.workspace.is_sample:
            # Own runs go into an own history, never among the invented ones.
            self.files.open_own()
        self.workspace.import_files(paths)

    def _choose(self, ask: Callable[[QWidget], list[Path]]) -> None:
        load_ahead(self.workspace)
        self.import_files(ask(self))

    def come_forward(self, path: Path | None) -> None:
        """Show what a later start of the app was asked to show."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if path is not None:
            self.workspace.open(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files from anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            load_ahead(self.workspace)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Open a dropped history, import anything else."""
        paths = dropped_paths(event)
        event.acceptProposedAction()
        if len(paths) == 1 and paths[0].suffix == SUFFIX:
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
            self.pages.remember()
        self.workspace.close()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        # From the outside in: whatever is moved into another parent is styled anew, to its depth.
        central = QWidget()
        self.setCentralWidget(central)
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedWidget()
        self._stack.setObjectName("stack")
        column.addWidget(self.message_bar)
        column.addWidget(self._stack, 1)
        self._blank = QWidget()
        self._blank.setObjectName("page")
        self._with_rail = QWidget()
        for part in (self._blank, self._with_rail):
            self._stack.addWidget(part)
        row = QHBoxLayout(self._with_rail)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._page_stack, 1)

    def _has_page(self, page: Page) -> None:
        self.routes.serve(page)

    def _make_menus(self) -> None:
        menus = Menus(self)
        self.edit_menu = EditMenu(self, menus.edit, self.workspace.changes, self.message_bar)
        menus.add_histories(self.files)
        file, help_menu = menus.file, menus.help
        menus.add(file, _("&Import files …"), lambda: self._choose(ask_for_files), "Ctrl+I")
        menus.add(file, _("Import a &folder …"), lambda: self._choose(ask_for_folder), None)
        file.addSeparator()
        print_keys = QKeySequence.StandardKey.Print
        menus.add(file, _("&Print plan …"), lambda: self.go_to("print"), print_keys)
        file.addSeparator()
        menus.add(file, _("&Quit"), self.close, QKeySequence.StandardKey.Quit)
        menus.add_pages(rail_groups(), self.go_to)
        menus.go.addSeparator()
        unwell = menus.add(menus.go, _("I feel &unwell"), self.routes.feel_unwell, "Ctrl+U")
        unwell.setData("unwell")
        menus.add(
            help_menu,
            _("&Keyboard shortcuts"),
            lambda: shortcut_sheet(self),
            "F1",
        )
        menus.add(help_menu, _("&Copy report"), self.copy_report)
        menus.add(help_menu, _("&About RunAdvisor"), lambda: about(self))
        bar = self.menuBar()
        bar.setCornerWidget(self._state, Qt.Corner.TopRightCorner)
        # Qt sets the corner to the top of the bar: only its full height centres the words.
        self._state.setFixedHeight(bar.sizeHint().height())

    def _have_settings_changed(self, before: Settings) -> None:
        now = self.workspace.settings
        if now.theme != before.theme:
            app = QApplication.instance()
            if isinstance(app, QApplication):
                choose_theme(app, now.theme)
        words = (now.language, now.first_weekday)
        has_other_words = words != (before.language, before.first_weekday)
        if has_other_words or now.unit != before.unit:
            wording.speak_as(now)
            # After the control that was changed is done with its signal: it goes as well.
            QTimer.singleShot(0, self, self._rebuild)
        if has_other_words:
            QTimer.singleShot(0, self.workspace, self.workspace.speak)

    def _say(self, words: str) -> None:
        self.message_bar.say(words)

    def _say_problem(self, words: str) -> None:
        self.message_bar.say(words, tone="problem")

    def _is_damaged(self, words: str, path: Path, copy: Copy) -> None:
        day = wording.long_day(copy.date)
        self.message_bar.say(
            _("{problem} The last copy is of {day}; the damaged file is kept as well.").format(
                problem=words, day=day
            ),
            tone="problem",
            action=(
                _("Restore the copy of {day}").format(day=day),
                partial(self.workspace.restore, copy.path, path),
            ),
        )

    def _has_opened(self) -> None:
        self.pages.have_another_history()
        path = self.workspace.path
        if self.workspace.is_sample:
            self._state.setText(_("sample history · nothing is kept"))
            self.setWindowTitle(_("Sample history – {app}").format(app=APP_NAME))
            self.message_bar.say(
                _("This is an invented runner. Look around; nothing is kept when you leave."),
                action=(_("Import my own runs"), self.files.open_own),
                can_close=False,
            )
            return
        self.message_bar.hide()
        if path is not None:
            self._state.setText(_("{history} · all changes saved").format(history=path.stem))
            self.setWindowTitle(f"{path.stem} – {APP_NAME}")
            self.files.remember(path)

    def _has_advice(self, advice: Advice) -> None:
        self.pages.have_new_advice()
        self.rail.show_runner(advice.athlete.name or "")
        number = sum(warning.tier >= Tier.WATCH for warning in advice.in_sight)
        self.rail.set_badge(
            "warnings",
            number,
            ngettext("{number} standing", "{number} standing", number).format(number=number),
        )
        stopped = advice.plan.stopped
        limits = advice.restrictions.exercise_limits
        self.rail.set_locked("plan", is_locked=stopped is not None and stopped.tier > Tier.ACT)
        self.rail.set_locked("exercises", is_locked=limits.is_locked or limits.has_bone_alert)
        nothing_to_show = not advice.activities and stopped is None
        if nothing_to_show and self._page_to_open not in WITHOUT_RUNS:
            self.show_first_start()
        else:
            self.go_to(self._page_to_open)

    def _has_started_import(self) -> None:
        self.go_to("import")

    def _has_imported(self, report: ImportReport) -> None:
        self.last_import = report
        if report.added:
            self.message_bar.hide()

    def _restore(self) -> None:
        self.resize(1280, 800)
        if self._store is None:
            return
        geometry = self._store.value("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        page = self._store.value("page")
        if page in self.pages and page not in NOT_TO_START_WITH:
            self._page_to_open = str(page)
