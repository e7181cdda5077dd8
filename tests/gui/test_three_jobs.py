"""Import, review, print: by mouse, and again by the keyboard alone, from an empty home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from tests.gui.conftest import WAIT_MS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window

MOST_ACTIONS = 6
MOST_TABS = 60


class Runner:
    """Somebody at the window; every click, key and answered file dialog is one action."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.actions = 0

    def press(self, name: str) -> None:
        """Operate the button of a name, wherever it stands."""
        raise NotImplementedError

    def go_to(self, page: str) -> None:
        """Open a page."""
        raise NotImplementedError

    def button(self, name: str) -> QPushButton:
        def seen() -> list[QPushButton]:
            buttons = self.window.findChildren(QPushButton)
            named = (each for each in buttons if name in {each.text(), each.accessibleName()})
            return [each for each in named if each.isVisible() and each.isEnabled()]

        self.qtbot.waitUntil(lambda: bool(seen()), timeout=WAIT_MS)
        return seen()[0]


class Mouse(Runner):
    """Clicks alone."""

    def press(self, name: str) -> None:
        self.actions += 1
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def go_to(self, page: str) -> None:
        names = {"warnings": "Warnings", "print": "Print"}
        self.actions += 1
        item = next(
            each
            for each in self.window.rail.findChildren(QPushButton)
            if each.accessibleName().startswith(names[page])
        )
        self.qtbot.mouseClick(item, Qt.MouseButton.LeftButton)


class Keyboard(Runner):
    """Keys alone: the way to a button with Tab and pressing it count as one action."""

    def press(self, name: str) -> None:
        wanted = self.button(name)
        for _tab in range(MOST_TABS):
            if QApplication.focusWidget() is wanted:
                break
            self.qtbot.keyClick(self._in_front(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is wanted, f"Tab never comes to “{name}”"
        self.actions += 1
        self.qtbot.keyClick(wanted, Qt.Key.Key_Space)

    def go_to(self, page: str) -> None:
        action = next(each for each in self.window.actions() if each.data() == page)
        keys = action.shortcut()
        assert not keys.isEmpty(), f"{page} has no key"
        self.actions += 1
        self.qtbot.keySequence(self._in_front(), keys)

    def _in_front(self) -> QWidget:
        return QApplication.focusWidget() or self.window


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, list[Path]]:
    """What the system's file dialogs answer; each answer counts as an action."""
    answers: dict[str, list[Path]] = {"open": [], "save": [tmp_path / "plan.pdf"]}

    def opened(*_asked: object) -> tuple[list[str], str]:
        return [str(path) for path in answers["open"]], ""

    def saved(*_asked: object) -> tuple[str, str]:
        return str(answers["save"][0]), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", opened)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", saved)
    return answers


@pytest.mark.parametrize("hands", [Mouse, Keyboard])
@pytest.mark.parametrize("whose", ["sample", "own"])
def test_from_an_empty_home_to_the_printed_plan_in_six_actions(
    window: Window,
    qtbot: QtBot,
    tmp_path: Path,
    chosen: dict[str, list[Path]],
    runs_csv: Callable[..., Path],
    hands: type[Runner],
    whose: str,
) -> None:
    shown = window(history=tmp_path / "new.runadvisor")
    shown.activateWindow()
    runner = hands(shown, qtbot)
    assert shown.first_start.isVisible()
    if whose == "sample":
        runner.press("Open the sample")
    else:
        chosen["open"] = [runs_csv(*([5, 6, 7, 8] * 8), 20)]
        runner.press("Choose files")
        runner.actions += 1
    qtbot.waitUntil(
        lambda: shown.workspace.advice is not None and bool(shown.workspace.advice.activities),
        timeout=WAIT_MS,
    )
    qtbot.waitUntil(lambda: not shown.first_start.isVisible(), timeout=WAIT_MS)
    runner.go_to("warnings")
    qtbot.waitUntil(shown.pages["warnings"].isVisible)
    assert shown.workspace.advice is not None
    assert shown.workspace.advice.standing, "a spike stands in both histories"
    runner.go_to("print")
    qtbot.waitUntil(shown.pages["print"].isVisible)
    runner.press("Save …")
    runner.actions += 1
    plan = tmp_path / "plan.pdf"
    qtbot.waitUntil(lambda: plan.exists() and plan.stat().st_size > 0, timeout=WAIT_MS)
    assert plan.read_bytes().startswith(b"%PDF")
    assert runner.actions <= MOST_ACTIONS
