"""Take a picture of every page: ``uv run python -m tests.screenshots FOLDER [options]``.

Pages are drawn without a display, on the sample history, as the window shows them.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from docs.languages.__main__ import PSEUDO, make_pseudo
from runadvisor import wording
from runadvisor.domain.units import DistanceUnit
from runadvisor.gui.main_window import MainWindow
from runadvisor.gui.theme import TEXT_VARIABLE, THEME_VARIABLE, apply_theme, load_fonts
from runadvisor.gui.workspace import Workspace
from runadvisor.language import ENGLISH, FOLDER_VARIABLE
from runadvisor.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

SETTLE_MS = 3000
"""Charts and print pages are drawn behind the window."""
LONGEST_WAIT_MS = 60_000


def main() -> None:
    """Write ``overview.png``, ``warnings.png`` … into the folder."""
    parser = ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1440x900", help="of the window, such as 1024x700")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--text", type=int, default=100, help="size of the text, percent")
    parser.add_argument("--language", default=ENGLISH, help=f"{PSEUDO} is made on the way")
    parser.add_argument("--units", choices=[unit.value for unit in DistanceUnit], default="km")
    parser.add_argument("--pages", nargs="*", help="only these")
    wanted = parser.parse_args()
    os.environ[THEME_VARIABLE] = wanted.theme
    os.environ[TEXT_VARIABLE] = str(wanted.text)
    width, height = (int(part) for part in wanted.size.split("x"))
    app = QApplication([])
    load_fonts()
    apply_theme(app)
    settings = Settings(language=wanted.language, unit=DistanceUnit(wanted.units))
    with TemporaryDirectory() as folder:
        if wanted.language == PSEUDO:
            make_pseudo(Path(folder))
            os.environ[FOLDER_VARIABLE] = folder
        wording.speak_as(settings)
    workspace = Workspace(settings, remembers=False)
    window = MainWindow(workspace, remembers=False)
    window.resize(width, height)
    window.show()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    window.show_first_start()
    _settle()
    window.grab().save(str(wanted.folder / "first-start.png"))
    _until(workspace.advice_changed.connect, workspace.open_sample)
    for key in wanted.pages or window.pages:
        window.go_to(key)
        _settle()
        window.grab().save(str(wanted.folder / f"{key}.png"))
    window.close()


def _until(connect: Callable[[Callable[..., None]], object], start: Callable[[], None]) -> None:
    loop = QEventLoop()
    connect(lambda *_: loop.quit())
    QTimer.singleShot(LONGEST_WAIT_MS, loop.quit)
    start()
    loop.exec()


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
