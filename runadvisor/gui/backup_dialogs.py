"""Where a copy goes, and which one comes back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from runadvisor.history.backup import SUFFIX

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

FILTER = f"RunAdvisor histories (*{SUFFIX})"


def ask_for_backup(parent: QWidget, history: Path, today: date) -> Path | None:
    """Ask where a copy of a history goes; ``None`` where the runner thinks better of it."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    name, _ = QFileDialog.getSaveFileName(
        parent,
        "Back up your history",
        str(folder / f"{history.stem}-{today.isoformat()}{SUFFIX}"),
        FILTER,
    )
    return Path(name).with_suffix(SUFFIX) if name else None


def ask_for_copy(parent: QWidget, folder: Path) -> Path | None:
    """Ask which copy comes back; ``None`` where the runner thinks better of it."""
    name, _ = QFileDialog.getOpenFileName(parent, "Restore a copy", str(folder), FILTER)
    return Path(name) if name else None
