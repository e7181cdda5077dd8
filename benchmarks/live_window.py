"""``python -m benchmarks.live_window FOLDER COUNT``: the longest the window is held up.

Imports the first files of a folder in the real window, drawn without a display, and prints the
longest gap between two beats of its event loop; beside it, that of the same window at rest,
and that while files are chosen, when what an import needs is loaded.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from runadvisor.gui.import_ahead import load_ahead
from runadvisor.gui.main_window import MainWindow
from runadvisor.gui.theme import apply_theme, load_fonts
from runadvisor.gui.workspace import Workspace
from runadvisor.settings import Settings
from tests.gui.heart import Heart

if TYPE_CHECKING:
    from collections.abc import Callable

SETTLE_MS, IDLE_MS, CHOOSING_MS, LONGEST_MS = 3_000, 3_000, 2_000, 600_000


def main() -> None:
    """Measure and print JSON."""
    files = sorted(Path(sys.argv[1]).iterdir())[: int(sys.argv[2])]
    app = QApplication([])
    load_fonts()
    apply_theme(app)
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Settings(), today=lambda: date(2026, 11, 24))
        window = MainWindow(workspace, remembers=False)
        window.resize(1440, 900)
        window.show()
        own = Path(folder) / "h.runadvisor"
        _until(workspace.advice_changed.connect, lambda: workspace.open(own))
        _wait(SETTLE_MS)
        idle = Heart()
        idle.start()
        _wait(IDLE_MS)
        idle.stop()
        choosing = Heart()
        choosing.start()
        load_ahead(workspace)
        _wait(CHOOSING_MS)
        choosing.stop()
        busy = Heart()
        busy.start()
        _until(workspace.import_finished.connect, lambda: window.import_files(files))
        busy.stop()
        window.close()
    told = {
        "files": len(files),
        "longest_gap_ms": busy.longest_gap_ms,
        "choosing_gap_ms": choosing.longest_gap_ms,
        "idle_gap_ms": idle.longest_gap_ms,
    }
    sys.stdout.write(json.dumps(told))


def _until(connect: Callable[[Callable[..., None]], object], start: Callable[[], None]) -> None:
    loop = QEventLoop()
    connect(lambda *_answer: loop.quit())
    QTimer.singleShot(LONGEST_MS, loop.quit)
    start()
    loop.exec()


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
