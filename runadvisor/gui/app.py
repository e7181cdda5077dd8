"""The composition root of the window."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from runadvisor.gui.platform_check import missing_packages, missing_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.gui.main_window import MainWindow

NO_WINDOW = 3
"""Exit code where the window cannot start: as for a file that cannot be used."""


def run(history: Path | None = None, *, is_demo: bool = False) -> int:
    """Open the window and stay until it is closed; return the exit code.

    Args:
        history: The history to open; ``None`` for the one used last.
        is_demo: Open a throw-away copy of the sample history instead.
    """
    missing = missing_packages()
    if missing:
        print(f"runadvisor: {missing_sentence(missing)}", file=sys.stderr)  # noqa: T201 - there is no window
        return NO_WINDOW
    return _run_window(history, is_demo=is_demo, arguments=sys.argv[:1])


def _run_window(history: Path | None, *, is_demo: bool, arguments: Sequence[str]) -> int:
    # Qt may be loaded only after its libraries were found.
    from PySide6.QtCore import QTimer  # noqa: PLC0415
    from PySide6.QtGui import QIcon  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from runadvisor.assets import asset  # noqa: PLC0415
    from runadvisor.gui.failure import install_last_resort  # noqa: PLC0415
    from runadvisor.gui.main_window import MainWindow  # noqa: PLC0415
    from runadvisor.gui.qt_log import log_qt_messages  # noqa: PLC0415
    from runadvisor.gui.theme import apply_theme, choose_theme, load_fonts  # noqa: PLC0415
    from runadvisor.gui.workspace import Workspace  # noqa: PLC0415
    from runadvisor.log import start_log  # noqa: PLC0415
    from runadvisor.settings import (  # noqa: PLC0415
        default_history_path,
        default_log_folder,
        load_settings,
    )
    from runadvisor.wording import speak_as  # noqa: PLC0415

    no_log = start_log(default_log_folder())
    log_qt_messages()
    app = QApplication(list(arguments))
    app.setApplicationName("RunAdvisor")
    app.setOrganizationName("RunAdvisor")
    app.setDesktopFileName("runadvisor")
    app.setWindowIcon(QIcon(str(asset("icons", "app.svg"))))
    install_last_resort()
    load_fonts()
    settings, problem = load_settings()
    speak_as(settings)
    choose_theme(app, settings.theme)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: apply_theme(app))
    path = history or Path(settings.history_path or default_history_path())
    if not is_demo and _is_open_already(history):
        return 0
    workspace = Workspace(settings)
    window = MainWindow(workspace)
    if not is_demo:
        _open_door(window)
    for complaint in (no_log, problem):
        if complaint is not None:
            window.message_bar.say(complaint, tone="problem")
    window.show()
    # The window is painted first; pandas is loaded behind it.
    QTimer.singleShot(0, workspace.open_sample if is_demo else lambda: workspace.open(path))
    return app.exec()


# On a bare system QtNetwork lacks a library of Kerberos: each start has a window of its own there.


def _is_open_already(history: Path | None) -> bool:
    try:
        from runadvisor.gui.front_door import door_name, hand_over  # noqa: PLC0415
    except ImportError:
        return False
    return hand_over(door_name(), history)


def _open_door(window: MainWindow) -> None:
    with suppress(ImportError):
        from runadvisor.gui.front_door import FrontDoor, door_name  # noqa: PLC0415

        FrontDoor(door_name(), window).asked.connect(window.come_forward)
