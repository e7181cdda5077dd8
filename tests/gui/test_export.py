"""Everything that is kept, from the window's File menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.gui import history_files
from tests.gui.conftest import WAIT_MS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from tests.gui.conftest import Window


def test_the_menu_writes_everything_and_never_over_a_folder(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = window()
    folder = tmp_path / "out"
    monkeypatch.setattr(history_files, "ask_for_export", lambda *_: folder)
    action = next(one for one in shown.actions() if "xport everything" in one.text())

    with qtbot.waitSignal(shown.workspace.done, timeout=WAIT_MS) as done:
        action.trigger()
    assert str(folder) in done.args[0]
    assert (folder / "README.txt").is_file()

    with qtbot.waitSignal(shown.workspace.failed, timeout=WAIT_MS) as failed:
        action.trigger()
    assert "is there already" in failed.args[0]
