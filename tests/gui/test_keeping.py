"""Backups, copies and reports, from the window's menus."""

from __future__ import annotations

import logging
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import qWarning
from PySide6.QtGui import QGuiApplication

from runadvisor.gui import history_files
from runadvisor.gui.qt_log import log_qt_messages
from runadvisor.history.backup import back_up, copies_of
from runadvisor.history.store import History
from runadvisor.settings import default_copies_folder
from tests.gui.conftest import WAIT_MS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window


def _press(window: MainWindow, text: str) -> None:
    next(action for action in window.actions() if action.text().replace("&", "") == text).trigger()


def _with_runs(window: Window, qtbot: QtBot, path: Path, runs: Path) -> MainWindow:
    shown = window(history=path)
    with qtbot.waitSignal(shown.workspace.import_finished, timeout=WAIT_MS):
        shown.import_files([runs])
    return shown


def _runs(path: Path) -> int:
    with History.open(path) as history:
        return len(history.activities())


def test_a_backup_is_made_where_the_runner_says_and_brings_everything_back(
    window: Window,
    qtbot: QtBot,
    tmp_path: Path,
    runs_csv: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "usb.runadvisor"
    monkeypatch.setattr(history_files, "ask_for_backup", lambda *_: target)
    monkeypatch.setattr(history_files, "ask_for_copy", lambda *_: target)
    shown = _with_runs(window, qtbot, tmp_path / "own.runadvisor", runs_csv(5, 6, 7))
    with qtbot.waitSignal(shown.workspace.done, timeout=WAIT_MS):
        _press(shown, "Back up …")
    assert _runs(target) == 3
    with qtbot.waitSignal(shown.workspace.import_finished, timeout=WAIT_MS):
        shown.import_files([runs_csv(9, name="more.csv")])
    with qtbot.waitSignal(shown.workspace.done, timeout=WAIT_MS) as said:
        _press(shown, "Restore a copy …")
    assert said.args is not None
    assert "What was there is kept as own.replaced-1.runadvisor" in said.args[0]
    qtbot.waitUntil(
        lambda: shown.workspace.advice is not None and len(shown.workspace.advice.activities) == 3,
        timeout=WAIT_MS,
    )
    assert _runs(tmp_path / "own.replaced-1.runadvisor") == 4


def test_opening_a_history_keeps_a_copy_of_the_day(
    window: Window, qtbot: QtBot, tmp_path: Path, runs_csv: Callable[..., Path]
) -> None:
    path = tmp_path / "own.runadvisor"
    _with_runs(window, qtbot, path, runs_csv(5, 6)).close()
    for copy in copies_of(path, default_copies_folder()):
        copy.path.unlink()
    window(history=path)
    qtbot.waitUntil(lambda: bool(copies_of(path, default_copies_folder())), timeout=WAIT_MS)
    assert _runs(copies_of(path, default_copies_folder())[0].path) == 2


def test_a_damaged_history_offers_its_last_copy_and_opens_it(
    window: Window, qtbot: QtBot, tmp_path: Path, runs_csv: Callable[..., Path]
) -> None:
    path = tmp_path / "own.runadvisor"
    shown = _with_runs(window, qtbot, path, runs_csv(*[5.0] * 60))
    shown.close()
    back_up(path, tmp_path / "copy.runadvisor")
    (copy,) = copies_of(path, default_copies_folder())
    copy.path.write_bytes((tmp_path / "copy.runadvisor").read_bytes())
    path.write_bytes(path.read_bytes()[:4096] + b"\x5a" * 60_000)
    other = window()
    with qtbot.waitSignal(other.workspace.damaged, timeout=WAIT_MS):
        other.workspace.open(path)
    day = date.today()  # noqa: DTZ011 - copies are named by the day of this computer
    assert "own.runadvisor is damaged" in other.message_bar.accessibleName()
    assert "The last copy is of" in other.message_bar.accessibleName()
    assert copy.date == day
    with qtbot.waitSignal(other.workspace.done, timeout=WAIT_MS):
        other.message_bar.act()
    qtbot.waitUntil(
        lambda: other.workspace.advice is not None and len(other.workspace.advice.activities) == 60,
        timeout=WAIT_MS,
    )
    assert other.workspace.path == path


def test_the_report_says_what_runs_and_names_no_run(window: Window) -> None:
    shown = window()
    shown.copy_report()
    report = QGuiApplication.clipboard().text()
    assert report.startswith("RunAdvisor 0.1.0, Python")
    advice = shown.workspace.advice
    assert advice is not None
    assert f"{len(advice.activities)} activities" in report
    assert "formats: " in report
    assert not {activity.name for activity in advice.activities if activity.name} & set(
        report.splitlines()
    )


def test_what_qt_says_is_logged(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    assert qtbot is not None
    log_qt_messages()
    with caplog.at_level(logging.WARNING):
        qWarning("a signal has no receiver")
    assert ("qt", logging.WARNING, "default: a signal has no receiver") in caplog.record_tuples
