"""Where a copy goes, and which one comes back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from runadvisor.history.suffix import SUFFIX
from runadvisor.language import _

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget


def ask_for_backup(parent: QWidget, history: Path, today: date) -> Path | None:
    """Ask where a copy of a history goes; ``None`` where the runner thinks better of it."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    name, _kind = QFileDialog.getSaveFileName(
        parent,
        _("Back up your history"),
        str(folder / f"{history.stem}-{today.isoformat()}{SUFFIX}"),
        histories_filter(),
    )
    return Path(name).with_suffix(SUFFIX) if name else None


def ask_for_copy(parent: QWidget, folder: Path) -> Path | None:
    """Ask which copy comes back; ``None`` where the runner thinks better of it."""
    name, _kind = QFileDialog.getOpenFileName(
        parent, _("Restore a copy"), str(folder), histories_filter()
    )
    return Path(name) if name else None


def histories_filter() -> str:
    """Return the line of a file dialog that shows histories alone."""
    return _("RunAdvisor histories ({pattern})").format(pattern=f"*{SUFFIX}")
