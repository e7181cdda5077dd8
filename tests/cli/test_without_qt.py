"""Every command in a process of its own, where PySide6 cannot be imported."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from runadvisor.cli.words import COMMANDS

if TYPE_CHECKING:
    from tests.cli.conftest import Imported, RunsCsv


ROOT = Path(__file__).resolve().parents[2]
_NO_QT = (
    "import sys; sys.modules['PySide6'] = None\n"
    "from runadvisor.__main__ import main; sys.exit(main())"
)

WORDS = {
    "demo": [],
    "import": ["{runs}", "--json"],
    "activities": ["--csv"],
    "clock": ["--source", "list-csv", "--later", "1:00"],
    "load": ["--chart", "{folder}/weeks.png"],
    "rules": ["--off", "R04"],
    "warnings": ["--all"],
    "plan": ["--pdf", "{folder}/p.pdf", "--html", "{folder}/p.html", "--ics", "{folder}/p.ics"],
    "diary": ["add", "--signs", "none", "--sleep", "7.5"],
    "check": ["{runs}", "--pdf", "{folder}/check.pdf"],
    "print": ["review", "--out", "{folder}/review.pdf"],
    "export": ["{folder}/out"],
    "backup": ["{folder}/copy.runadvisor"],
    "restore": ["{copy}"],
}


def _start(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", _NO_QT, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=environment | {"HOME": str(folder), "TMPDIR": str(folder), "PYTHONWARNINGS": "error"},
        check=False,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_needs_neither_qt_nor_a_display(
    command: str, runs_csv: RunsCsv, imported: Imported, tmp_path: Path
) -> None:
    history = imported([8] * 12 + [11])
    copy = shutil.copy(history, tmp_path / "kept.runadvisor")
    words = [
        word.format(runs=runs_csv([5, 6], name="more.csv"), folder=tmp_path, copy=copy)
        for word in WORDS[command]
    ]
    own = [] if command in {"demo", "check"} else ["--history", str(history)]
    done = _start(tmp_path, *own, command, *words)
    assert done.stderr == ""
    assert done.returncode == 0
    assert done.stdout


def test_no_arguments_and_no_display_end_in_2(tmp_path: Path) -> None:
    done = _start(tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
