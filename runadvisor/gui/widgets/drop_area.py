"""Choosing what to import: a dashed area with buttons for files and for a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QWidget

from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

_SUFFIXES = (
    *("fit", "tcx", "gpx", "kml", "kmz", "csv", "tsv", "xlsx", "xml", "zip", "gz"),
    *("FIT", "TCX", "GPX", "CSV", "ZIP"),
)


class DropArea(QFrame):
    """Says that files can be dropped anywhere, and offers dialogs for those who do not."""

    opening = Signal()
    """A dialog is about to ask."""
    chosen = Signal(list)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Make the area with its words."""
        super().__init__(parent)
        self.setObjectName("dropArea")
        files = Button(_("Choose files"), small=True)
        folder = Button(_("Choose a folder"), small=True, icon="folder")
        files.clicked.connect(lambda: self.chosen.emit(ask_for_files(self)))
        folder.clicked.connect(lambda: self.chosen.emit(ask_for_folder(self)))
        for button in (files, folder):
            button.pressed.connect(self.opening)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(10)
        row.addStretch()
        row.addWidget(Label(text, tone="muted"))
        row.addWidget(files)
        row.addWidget(folder)
        row.addStretch()


def ask_for_files(parent: QWidget) -> list[Path]:
    """Return the files a person picks; empty when they change their mind."""
    suffixes = " ".join(f"*.{suffix}" for suffix in _SUFFIXES)
    filters = f"{_('Running files')} ({suffixes});;{_('All files')} (*)"
    names, _filter = QFileDialog.getOpenFileNames(parent, _("Import my runs"), _start(), filters)
    return [Path(name) for name in names]


def ask_for_folder(parent: QWidget) -> list[Path]:
    """Return the folder a person picks, as a list; empty when they change their mind."""
    name = QFileDialog.getExistingDirectory(parent, _("Import a folder of runs"), _start())
    return [Path(name)] if name else []


def dropped_paths(event: QDropEvent) -> list[Path]:
    """Return the files and folders of a drop."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _start() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
