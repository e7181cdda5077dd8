"""Which history is open: new, another, the own one, a copy, and those that were open lately."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from runadvisor.gui.backup_dialogs import ask_for_backup, ask_for_copy, histories_filter
from runadvisor.gui.export_dialog import ExportDialog, ask_for_export
from runadvisor.history.suffix import SUFFIX
from runadvisor.language import _
from runadvisor.settings import default_copies_folder, default_history_path

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from runadvisor.gui.workspace import Workspace

MOST_RECENT = 6


class HistoryFiles:
    """What the file menu does; one history is one person."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        """Ask over a window."""
        self._parent = parent
        self._workspace = workspace

    def new(self) -> None:
        """Ask where a new history is to be, and open it."""
        name, _kind = QFileDialog.getSaveFileName(
            self._parent, _("New history"), str(default_history_path().parent), histories_filter()
        )
        if name:
            self._workspace.open(Path(name).with_suffix(SUFFIX))

    def open(self) -> None:
        """Ask for a history, and open it."""
        name, _kind = QFileDialog.getOpenFileName(
            self._parent, _("Open history"), str(default_history_path().parent), histories_filter()
        )
        if name:
            self._workspace.open(Path(name))

    def open_path(self, path: Path) -> None:
        """Open a history that is known by its path."""
        self._workspace.open(path)

    def open_own(self) -> None:
        """Open the history that is there without asking."""
        self._workspace.open(default_history_path())

    def open_sample(self) -> None:
        """Open the invented runner's history."""
        self._workspace.open_sample()

    def back_up(self) -> None:
        """Ask where to, and copy the open history there."""
        from runadvisor.history.backup import back_up  # noqa: PLC0415 - start-up time

        path = self._workspace.path
        if path is not None:
            target = ask_for_backup(self._parent, path, date.today())  # noqa: DTZ011 - the runner's day
            if target is not None:
                said = _("Your history is copied to {path}.").format(path=target)
                self._workspace.ask(
                    lambda _advisor: back_up(path, target),
                    lambda _none: self._workspace.done.emit(said),
                )

    def restore_copy(self) -> None:
        """Ask for a copy; what it replaces is kept, so that nothing more needs asking."""
        if self._workspace.path is None or self._workspace.is_sample:
            path = default_history_path()
        else:
            path = self._workspace.path
        copy = ask_for_copy(self._parent, default_copies_folder())
        if copy is not None:
            self._workspace.restore(copy, path)

    def export_all(self) -> None:
        """Ask where to, and write everything that is kept there, to be read without us."""
        advice = self._workspace.advice
        folder = None if advice is None else ask_for_export(self._parent, advice.as_of)
        if advice is not None and folder is not None:
            ExportDialog(self._workspace, self._parent).start(folder, as_of=advice.as_of)

    def recent(self) -> tuple[Path, ...]:
        """Return the histories that were open lately and are still there, the latest first."""
        paths = map(Path, self._workspace.settings.recent_histories)
        return tuple(path for path in paths if path.exists())

    def remember(self, path: Path) -> None:
        """Keep that a history was opened."""
        settings = self._workspace.settings
        recent = (str(path), *(name for name in settings.recent_histories if name != str(path)))
        self._workspace.choose(
            replace(settings, history_path=str(path), recent_histories=recent[:MOST_RECENT])
        )
