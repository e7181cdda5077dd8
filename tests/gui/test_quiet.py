"""Qt says nothing in a walk through the whole window: each of its complaints is a fault of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext
    from pytestqt.qtbot import QtBot

    from tests.gui.conftest import Window

OF_THE_SYSTEM = ("This plugin does not support",)
"""What a platform without a display says of itself."""


def test_qt_has_nothing_to_complain_about_on_any_page(window: Window, qtbot: QtBot) -> None:
    heard: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not words.startswith(OF_THE_SYSTEM):
            heard.append(words)

    before = qInstallMessageHandler(hear)
    try:
        shown = window(size=(1024, 700))
        for key in shown.pages:
            shown.go_to(key)
            qtbot.wait(150)
        shown.resize(1440, 900)
        qtbot.wait(300)
        shown.close()
    finally:
        qInstallMessageHandler(before)
    assert heard == []
