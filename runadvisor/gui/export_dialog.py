"""Where an export goes, how far it is, and a way to stop it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from runadvisor.language import _

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.advisor import Advisor
    from runadvisor.export.folder import Exported
    from runadvisor.gui.workspace import Workspace

SHOWN_AFTER_MS = 400


def ask_for_export(parent: QWidget, today: date) -> Path | None:
    """Ask for the folder an export goes into; it is named here, so that it is a new one."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = QFileDialog.getExistingDirectory(
        parent, _("Export everything into"), QStandardPaths.writableLocation(documents)
    )
    return Path(folder) / f"runadvisor-{today.isoformat()}" if folder else None


class ExportDialog(QProgressDialog):
    """One export under way; it goes when that is done, stopped or has failed."""

    _told = Signal(int, int)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        """Make the dialog; nothing is written yet."""
        super().__init__(_("Writing tracks and tables …"), _("Cancel"), 0, 0, parent)
        self.setWindowTitle(_("Export everything"))
        # A modal one takes events within each step it shows, the next step among them, without end.
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setMinimumDuration(SHOWN_AFTER_MS)
        self.setAutoReset(False)
        self.setAutoClose(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._stopped = threading.Event()
        self._told.connect(self._show_progress)
        self.canceled.connect(self._stopped.set)
        workspace.failed.connect(self.close)

    def start(self, folder: Path, *, as_of: date) -> None:
        """Write everything into a new folder, in the background."""

        def task(advisor: Advisor) -> Exported | None:
            from runadvisor.export.folder import (  # noqa: PLC0415 - start-up time
                ExportCancelledError,
                export_all,
            )

            try:
                return export_all(
                    advisor,
                    folder,
                    as_of=as_of,
                    progress=self._told.emit,
                    is_cancelled=self._stopped.is_set,
                )
            except ExportCancelledError:
                return None

        self._workspace.ask(task, self._has_ended, owner=self)

    def _show_progress(self, done: int, total: int) -> None:
        self.setMaximum(max(total, 1))
        self.setValue(min(done, total - 1) if total else 0)

    def _has_ended(self, done: Exported | None) -> None:
        self.close()
        words = (
            _("The export was stopped; nothing of it was kept.")
            if done is None
            else _("Everything is in {folder}. README.txt in it says what is what.").format(
                folder=done.folder
            )
        )
        self._workspace.done.emit(words)
