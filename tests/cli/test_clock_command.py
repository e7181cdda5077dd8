from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sources.gpx_text import run as gpx_run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def of_a_watch(run: Run, history: Path, tmp_path: Path) -> Path:
    """A history with one run, at 06:30 by its watch, in London."""
    path = tmp_path / "run.gpx"
    path.write_bytes(gpx_run())
    run("import", path, "--history", history)
    return history


def _start(run: Run, history: Path) -> str:
    (activity,) = run("activities", "--history", history, "--json").json["activities"]
    return activity["started_at"]


def test_a_clock_behind_is_put_right_and_believed_again(run: Run, of_a_watch: Path) -> None:
    result = run("clock", "--source", "gpx", "--later", "365d1:30", "--history", of_a_watch)
    assert result.code == 0
    assert "1 activity put right." in result.out
    assert "began 2024-03-10 06:30 (Europe/London), and now 2025-03-10 08:00" in result.out
    run("clock", "--from", "2025-03-10", "--earlier", "0:30", "--history", of_a_watch)
    assert _start(run, of_a_watch) == "2025-03-10T07:30:00Z"
    run("clock", "--source", "gpx", "--as-recorded", "--history", of_a_watch)
    assert _start(run, of_a_watch) == "2024-03-10T06:30:00Z"


def test_only_the_activities_named_are_moved(run: Run, of_a_watch: Path) -> None:
    result = run("clock", "--source", "fit", "--later", "1:00", "--history", of_a_watch)
    assert result.out == "0 activities put right.\n"
    run("clock", "--to", "2024-03-09", "--later", "1:00", "--history", of_a_watch)
    assert _start(run, of_a_watch) == "2024-03-10T06:30:00Z"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--later", "1:00"], "Say which"),
        (["--source", "gpx", "--later", "soon"], "write 1:00, 365d or 1d2:30"),
        (["--source", "gpx"], "required"),
    ],
)
def test_a_correction_of_nothing_or_of_everything_is_refused(
    run: Run, of_a_watch: Path, words: list[str], said: str
) -> None:
    result = run("clock", *words, "--history", of_a_watch)
    assert result.code == 2
    assert said in result.err
