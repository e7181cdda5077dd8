from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from runadvisor import log
from runadvisor.domain.errors import HistoryError
from runadvisor.log import CRASH_NAME, LOG_NAME, report_lines, start_log

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where a log is kept for one test; crashes stay the business of the test run."""
    monkeypatch.setattr(log.faulthandler, "enable", lambda _file: None)
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield tmp_path / "logs"
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    while log._crashes:
        log._crashes.pop().close()


def _written(folder: Path) -> str:
    return (folder / LOG_NAME).read_text(encoding="utf-8")


def test_the_log_says_what_runs_and_what_was_done(folder: Path) -> None:
    assert start_log(folder) is None
    logging.getLogger("runadvisor.gui.workspace").info("opened, %d activities", 812)
    assert "RunAdvisor 0.1.0, Python 3." in _written(folder)
    assert "INFO runadvisor.gui.workspace: opened, 812 activities" in _written(folder)


def test_neither_positions_nor_what_a_file_says_are_logged(folder: Path) -> None:
    start_log(folder)
    logging.getLogger("x").warning("at %s, %s", 52.51627, -13.37770)
    try:
        float("<trkpt lat='52.51627'>")
    except ValueError:
        logging.getLogger("x").exception("not foreseen")
    written = _written(folder)
    assert "52.5162" not in written
    assert "trkpt" not in written
    assert "test_log.py" in written
    assert "ValueError" in written


def test_our_own_sentences_are_logged_and_the_home_folder_is_not_named(folder: Path) -> None:
    start_log(folder)
    error = HistoryError(f"{Path.home()}/mine.runadvisor is read-only")
    logging.getLogger("x").warning("said", exc_info=error)
    assert "HistoryError: ~/mine.runadvisor is read-only" in _written(folder)


def test_the_log_does_not_grow_without_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "MOST_BYTES", 2_000)
    start_log(folder)
    for number in range(500):
        logging.getLogger("x").info("line %d", number)
    files = sorted(folder.glob(f"{LOG_NAME}*"))
    assert len(files) == 1 + log.OLD_FILES
    assert sum(file.stat().st_size for file in files) <= 3 * 2_000


def test_the_report_ends_with_the_log_and_with_what_a_crash_left(folder: Path) -> None:
    start_log(folder)
    logging.getLogger("x").info("the last thing done")
    (folder / CRASH_NAME).write_text("Fatal Python error: Segmentation fault\n")
    lines = list(report_lines(folder))
    assert lines[0] == f"-- {LOG_NAME}"
    assert any("the last thing done" in line for line in lines)
    assert lines[-1] == "Fatal Python error: Segmentation fault"


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = start_log(tmp_path / "file" / "logs")
    assert said is not None
    assert said.startswith("No log is kept")


def test_a_crash_of_python_itself_leaves_its_trace(tmp_path: Path) -> None:
    code = (
        "import faulthandler, sys; from pathlib import Path; from runadvisor.log import start_log;"
        "start_log(Path(sys.argv[1])); faulthandler._sigsegv()"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, check=False, capture_output=True
    )
    assert done.returncode != 0
    assert "most recent call first" in (tmp_path / CRASH_NAME).read_text()
