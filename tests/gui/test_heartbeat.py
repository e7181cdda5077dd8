"""The window stays live while files come in: its event loop is never held up for long."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.gui.conftest import WAIT_MS
from tests.gui.heart import Heart
from tests.sources.gpx_text import START, points, run

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.gui.conftest import Window

FILES = 120
"""Enough for readers in other processes to be started."""
LEAST_BEATS = 60
"""A window that waits for the import beats once or twice. How long its longest gap is, the
benchmarks measure: here other programs share the cores."""


def many_files(folder: Path) -> Path:
    """A folder of runs, a day apart, five minutes each."""
    folder.mkdir()
    for number in range(FILES):
        start = START - timedelta(days=number)
        (folder / f"{number}.gpx").write_bytes(run(points(300, start=start, every_s=1, step_m=3)))
    return folder


def test_the_window_goes_on_beating_while_files_come_in(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = window(history=tmp_path / "own.runadvisor")
    files = many_files(tmp_path / "files")
    heart, told = Heart(), []
    shown.workspace.import_progress.connect(told.append)
    with qtbot.waitSignal(shown.workspace.import_finished, timeout=3 * WAIT_MS):
        heart.start()
        shown.import_files([files])
    heart.stop()
    report = shown.workspace.report
    assert report is not None
    assert report.added == FILES
    assert told[-1].files_done == FILES
    assert told[-1].bytes_done == told[-1].bytes_total
    assert heart.beats > LEAST_BEATS
