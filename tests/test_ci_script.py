"""The check that every change must pass runs what the README promises."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / ".ci" / "run"


def test_it_runs_the_readmes_test_command_to_the_letter() -> None:
    command = re.search(r"^README_TEST_COMMAND='(.+)'$", SCRIPT.read_text(), re.MULTILINE)
    assert command is not None
    assert command[1] in (ROOT / "README.md").read_text().splitlines()


def test_it_can_be_started_and_is_sound_bash() -> None:
    assert os.access(SCRIPT, os.X_OK)
    subprocess.run(["bash", "-n", str(SCRIPT)], check=True)  # noqa: S603, S607 - our own script
