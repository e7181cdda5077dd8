"""Undo and Redo in the window: what they name, and whose steps they mean."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from runadvisor.domain.plan import DayKind, LockedDay
from runadvisor.gui.pages.plan import PlanPage
from runadvisor.history import requests
from tests.gui.conftest import WAIT_MS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window


def _undo_text(shown: MainWindow) -> str:
    return shown.edit_menu.undo.text().replace("&", "")


def _press(qtbot: QtBot, shown: MainWindow, keys: Qt.Key) -> None:
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        qtbot.keyClick(shown, keys, Qt.KeyboardModifier.ControlModifier)


def _count(shown: MainWindow) -> int:
    advice = shown.workspace.advice
    assert advice is not None
    return len(advice.activities)


def test_an_import_is_undone_and_made_again_by_keys(
    window: Window, qtbot: QtBot, tmp_path: Path, runs_csv: Callable[..., Path]
) -> None:
    shown = window(history=tmp_path / "own.runadvisor")
    assert _undo_text(shown) == "Undo"
    assert not shown.edit_menu.undo.isEnabled()
    with qtbot.waitSignals(
        [shown.workspace.import_finished, shown.workspace.advice_changed], timeout=WAIT_MS
    ):
        shown.import_files([runs_csv(5, 6, 7)])
    assert _undo_text(shown) == "Undo import of 3 activities"
    qtbot.waitExposed(shown)
    _press(qtbot, shown, Qt.Key.Key_Z)
    assert _count(shown) == 0
    assert not shown.edit_menu.undo.isEnabled()
    shown.edit_menu.redo.trigger()
    qtbot.waitUntil(lambda: _count(shown) == 3, timeout=WAIT_MS)
    with qtbot.waitSignal(shown.workspace.opened, timeout=WAIT_MS):
        shown.workspace.open(tmp_path / "other.runadvisor")
    assert _undo_text(shown) == "Undo", "steps of one history mean nothing in another"


def test_a_deletion_is_said_with_its_way_back_until_the_next_change(
    window: Window, qtbot: QtBot
) -> None:
    shown = window()
    before = _count(shown)
    ids = [shown.workspace.advice.activities[-1].activity_id] if shown.workspace.advice else []
    with qtbot.waitSignal(shown.workspace.changes.made, timeout=WAIT_MS):
        shown.workspace.changes.ask(
            partial(requests.deletion, activity_ids=ids), "deletion of 1 run", "Deleted 1 run."
        )
    assert shown.message_bar.isVisible()
    assert shown.message_bar.accessibleName() == "Deleted 1 run."
    qtbot.waitUntil(lambda: _count(shown) == before - 1, timeout=WAIT_MS)
    shown.message_bar.act()
    assert not shown.message_bar.isVisible()
    qtbot.waitUntil(lambda: _count(shown) == before, timeout=WAIT_MS)
    assert shown.edit_menu.redo.text() == "&Redo deletion of 1 run"


def test_on_the_plan_the_keys_mean_the_plan(window: Window, qtbot: QtBot) -> None:
    shown = window()
    page = shown.pages["plan"]
    assert isinstance(page, PlanPage)
    assert shown.workspace.advice is not None
    plan = shown.workspace.advice.plan
    shown.go_to("plan")
    page.panel.changed.emit(LockedDay(date=plan.days[2].date, kind=DayKind.REST))
    assert "change of" in _undo_text(shown)
    shown.go_to("overview")
    assert _undo_text(shown) == "Undo"
    shown.go_to("plan")
    qtbot.waitExposed(shown)
    _press(qtbot, shown, Qt.Key.Key_Z)
    assert shown.workspace.advice.plan == plan
