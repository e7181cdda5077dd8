"""How long the window's own thread is busy at a stretch, over twenty years of runs.

``uv run python -m benchmarks.window [--years N]`` opens the window without a display, switches
pages, asks for all weeks and draws nearer, and prints the longest stretch of each: a window that
answers nobody for 100 ms is felt. Counted is the thread's own processor time; the wall clock
stands beside it, as on a busy machine it tells of the others.
"""

from __future__ import annotations

import os
import tempfile
import time
from argparse import ArgumentParser
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from runadvisor.advisor import Advisor
from runadvisor.catalog import load_catalog
from runadvisor.domain.athlete import Athlete
from runadvisor.gui.main_window import MainWindow
from runadvisor.gui.pages.load import LoadPage
from runadvisor.gui.theme import apply_theme, load_fonts
from runadvisor.gui.workspace import Workspace
from runadvisor.history.store import History
from runadvisor.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

LAST_DAY = date(2026, 11, 22)
RUN_WEEKDAYS = (1, 2, 3, 5, 6)
BEAT_MS = 2
SETTLE_MS = 2500
LONGEST_MS = 120_000


class Heartbeat(QObject):
    """Beats as often as the thread lets it, and keeps the longest time between two beats."""

    def __init__(self) -> None:
        """Start to beat."""
        super().__init__()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)
        self.forget()

    def forget(self) -> None:
        """Begin anew."""
        self.busy_ms = self.wall_ms = 0.0
        self._last = (time.thread_time(), time.perf_counter())

    def _beat(self) -> None:
        now = (time.thread_time(), time.perf_counter())
        busy, wall = ((new - old) * 1000 for new, old in zip(now, self._last, strict=True))
        self.busy_ms, self.wall_ms = max(self.busy_ms, busy), max(self.wall_ms, wall)
        self._last = now


def main() -> None:
    """Measure and print."""
    parser = ArgumentParser(prog="python -m benchmarks.window", description=__doc__)
    parser.add_argument("--years", type=int, default=20)
    wanted = parser.parse_args()
    app = QApplication([])
    load_fonts()
    apply_theme(app)
    with tempfile.TemporaryDirectory() as folder:
        path = long_history(Path(folder), wanted.years)
        workspace = Workspace(Settings(), today=lambda: LAST_DAY, remembers=False)
        window = MainWindow(workspace, remembers=False)
        window.resize(1440, 900)
        window.show()
        beat = Heartbeat()
        loop = QEventLoop()
        workspace.advice_changed.connect(lambda _advice: loop.quit())
        QTimer.singleShot(LONGEST_MS, loop.quit)
        workspace.open(path)
        loop.exec()
        _settle()
        _say("open, advice and overview", beat)
        for key in window.pages:
            _measure(f"to the page {key}", beat, lambda key=key: window.go_to(key))
        load = window.pages["load"]
        if isinstance(load, LoadPage):
            window.go_to("load")
            _measure("load: all weeks", beat, lambda: load.weeks.setCurrentIndex(3))
            _measure("load: nearer", beat, lambda: load.week_chart.zoom(0.5))
        beat.forget()
        workspace.refresh()
        loop.exec()
        _settle()
        _say("advice anew, on all pages", beat)
        window.close()


def _measure(what: str, beat: Heartbeat, act: Callable[[], object]) -> None:
    beat.forget()
    QTimer.singleShot(0, act)
    _settle()
    _say(what, beat)


def _say(what: str, beat: Heartbeat) -> None:
    print(f"{what:<28} busy {beat.busy_ms:7.0f} ms   wall {beat.wall_ms:7.0f} ms", flush=True)


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


def long_history(folder: Path, years: int) -> Path:
    """Write a history of five runs a week."""
    days = (LAST_DAY - timedelta(days=back) for back in reversed(range(years * 365)))
    rows = [
        f"{day},{6 + day.toordinal() % 5 + 6 * (day.weekday() == 6)},{40 + day.toordinal() % 9}:00"
        for day in days
        if day.weekday() in RUN_WEEKDAYS
    ]
    source = folder / "runs.csv"
    source.write_text("\n".join(["Date,Distance (km),Time", *rows, ""]))
    path = folder / "long.runadvisor"
    with History.open(path) as history:
        advisor = Advisor(history, catalog=load_catalog(), athlete=Athlete())
        advisor.import_files([source], home_zone="UTC")
    return path


if __name__ == "__main__":
    main()
