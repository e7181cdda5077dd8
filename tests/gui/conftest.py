"""The real window, drawn without a display, on a day that stays the same."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from runadvisor import advisor
from runadvisor.gui.main_window import MainWindow
from runadvisor.gui.theme import THEME_VARIABLE, apply_theme, load_fonts
from runadvisor.gui.workspace import Workspace
from runadvisor.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

TODAY = date(2026, 11, 24)
WAIT_MS = 20_000


class Window(Protocol):
    """Open a window of a size; on the sample history, or on a file."""

    def __call__(
        self, *, size: tuple[int, int] = (1280, 800), history: Path | None = None
    ) -> MainWindow: ...


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(variable, str(home))
    monkeypatch.setenv(THEME_VARIABLE, "light")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample history, imported once for all tests."""
    return advisor.sample_history(tmp_path_factory.mktemp("sample"))


@pytest.fixture(autouse=True)
def _sample_at_hand(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        advisor,
        "sample_history",
        lambda folder: shutil.copy(sample, folder / sample.name),
    )


@pytest.fixture(scope="session")
def _look(qapp: QApplication) -> None:
    load_fonts()
    apply_theme(qapp)


@pytest.fixture
def window(qtbot: QtBot, _look: None) -> Iterator[Window]:
    made: list[MainWindow] = []

    def open_window(
        *, size: tuple[int, int] = (1280, 800), history: Path | None = None
    ) -> MainWindow:
        workspace = Workspace(Settings(), today=lambda: TODAY)
        shown = MainWindow(workspace, remembers=False)
        made.append(shown)
        shown.resize(*size)
        shown.show()
        with qtbot.waitSignal(workspace.advice_changed, timeout=WAIT_MS):
            workspace.open_sample() if history is None else workspace.open(history)
        return shown

    yield open_window
    for each in made:
        each.close()
        # Python would take it away sometime, maybe in a worker's thread: Qt dies of that.
        each.workspace.deleteLater()
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def runs_csv(tmp_path: Path) -> Callable[..., Path]:
    """Write a list of runs, one every third day up to the eve of TODAY, kilometres given."""

    def write(*kilometres: float, name: str = "runs.csv") -> Path:
        first = TODAY - timedelta(days=1 + 3 * (len(kilometres) - 1))
        rows = [
            f"{first + timedelta(days=3 * number)},{distance},{round(distance * 6)}:00"
            for number, distance in enumerate(kilometres)
        ]
        path = tmp_path / name
        path.write_text("\n".join(["Date,Distance (km),Time", *rows, ""]))
        return path

    return write
