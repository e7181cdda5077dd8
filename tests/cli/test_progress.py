from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from runadvisor.cli.progress import shown_progress
from runadvisor.sources.import_report import Progress

if TYPE_CHECKING:
    import pytest


def test_progress_is_one_short_line_on_a_terminal_and_is_wiped(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with shown_progress() as show:
        assert show is not None
        show(Progress(files_done=1, files_total=1200, name="x" * 200))
    captured = capsys.readouterr()
    assert captured.out == ""
    _, line, rest = captured.err.split("\r\x1b[K")
    assert line.startswith("1 of 1,200  xxx")
    assert len(line) < 80
    assert rest == ""


def test_no_progress_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with shown_progress() as show:
        assert show is None
    assert capsys.readouterr().err == ""
