"""``python -m benchmarks.start_once MOMENT HISTORY``: one start, ended at a moment.

Prints the processor time of the process up to it. Like ``gui.app``, without settings, log and
the door of a second start.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow

    from runadvisor.gui.main_window import MainWindow

LOOK_EVERY_MS = 2


def main() -> None:
    """Start, wait, print."""
    wanted, path = sys.argv[1], Path(sys.argv[2])
    if wanted == "BARE":
        _bare()
    else:
        _window(wanted, path)


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow  # noqa: PLC0415

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("RunAdvisor"))
    window.resize(1280, 800)
    _end_at_paint(window)
    window.show()
    app.exec()


def _window(wanted: str, path: Path) -> None:
    from PySide6.QtCore import QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from runadvisor.gui.main_window import MainWindow  # noqa: PLC0415
    from runadvisor.gui.theme import choose_theme, load_fonts  # noqa: PLC0415
    from runadvisor.gui.workspace import Workspace  # noqa: PLC0415
    from runadvisor.settings import Settings  # noqa: PLC0415

    app = QApplication([])
    load_fonts()
    settings = Settings()
    choose_theme(app, settings.theme)
    workspace = Workspace(settings, remembers=False)
    window = MainWindow(workspace, remembers=False)
    window.resize(1280, 800)
    if wanted == "WINDOW":
        _end_at_paint(window)
    if wanted == "WORDS":
        # Behind all that listens to the advice, and behind the paint it asks for.
        workspace.advice_changed.connect(lambda _advice: QTimer.singleShot(0, window.repaint))
        workspace.advice_changed.connect(lambda _advice: QTimer.singleShot(0, _end))
    if wanted == "CHARTS":
        _end_when(lambda: _has_chart(window))
    window.show()
    if wanted != "WINDOW":
        QTimer.singleShot(0, lambda: workspace.open(path))
    app.exec()


def _has_chart(window: MainWindow) -> bool:
    from runadvisor.gui.widgets.chart_view import ChartView  # noqa: PLC0415

    return any(chart.readings for chart in window.findChildren(ChartView))


def _end_when(is_there: Callable[[], bool]) -> None:
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    def look() -> None:
        if is_there():
            _end()
        else:
            QTimer.singleShot(LOOK_EVERY_MS, look)

    QTimer.singleShot(0, look)


def _end_at_paint(window: QMainWindow) -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, _end)
            return super().eventFilter(watched, event)

    window.installEventFilter(Painted(window))


def _end() -> None:
    sys.stdout.write(str(time.process_time()))
    sys.stdout.flush()
    # What the window has still to do is of no concern here.
    os._exit(0)


if __name__ == "__main__":
    main()
