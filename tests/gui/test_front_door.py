"""A second start hands its file to the first, over a socket of this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from runadvisor.gui import front_door
from runadvisor.gui.front_door import FrontDoor, door_name, hand_over

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]
WAIT_MS = 20_000
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def name() -> str:
    return f"runadvisor-test-{uuid4().hex}"


_SECOND = """
import sys
from pathlib import Path
from runadvisor.gui.front_door import hand_over
sys.exit(not hand_over(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else None))
"""


def _second_start(
    name: str, path: Path | None, qtbot: QtBot, *, folder: Path | None = None
) -> bool:
    words = [sys.executable, "-c", _SECOND, name, *([] if path is None else [str(path)])]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(words, cwd=folder, env=environment) as second:  # noqa: S603 - our own words
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=WAIT_MS)
        return second.returncode == 0


def test_without_a_window_nobody_is_there_to_hand_over_to(name: str) -> None:
    assert not hand_over(name, None)


def test_a_second_start_hands_its_file_to_the_first_and_is_told_so(
    name: str, qtbot: QtBot, tmp_path: Path
) -> None:
    door = FrontDoor(name)
    heard: list[Path | None] = []
    door.asked.connect(heard.append)
    assert _second_start(name, Path("läufe/mara.runadvisor"), qtbot, folder=tmp_path)
    assert heard == [(tmp_path / "läufe" / "mara.runadvisor").resolve()]
    door.close()


def test_a_second_start_without_a_file_only_wants_the_window_to_be_seen(
    name: str, qtbot: QtBot
) -> None:
    door = FrontDoor(name)
    heard: list[Path | None] = []
    door.asked.connect(heard.append)
    assert _second_start(name, None, qtbot)
    assert heard == [None]
    door.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of Windows ends with its process")
def test_what_a_window_that_died_left_behind_does_not_keep_the_next_from_opening(
    name: str,
) -> None:
    died = QLocalServer()
    assert died.listen(name)
    left = Path(died.fullServerName())
    died.close()
    left.touch()
    assert not hand_over(name, None)
    door = FrontDoor(name)
    assert door.is_open
    door.close()


def test_a_window_that_hangs_counts_as_none(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_door, "ANSWER_MS", 100)
    mute = QLocalServer()
    assert mute.listen(name)
    assert not hand_over(name, None)
    mute.close()


def test_who_sends_no_end_is_cut_off_and_the_next_is_heard(name: str, qtbot: QtBot) -> None:
    door = FrontDoor(name)
    endless = QLocalSocket()
    endless.connectToServer(name)
    assert endless.waitForConnected(1_000)
    endless.write(b"x" * (front_door.LONGEST_BYTES + 1))
    qtbot.waitUntil(
        lambda: endless.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=5_000
    )
    assert _second_start(name, None, qtbot)
    door.close()


def test_each_folder_of_settings_has_a_door_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = door_name()
    for variable in ("HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "another"))
    assert door_name() != one
