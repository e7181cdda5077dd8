from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from runadvisor.cli import demo_command

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run, RunsCsv


@pytest.mark.parametrize("command", ["activities", "load", "warnings", "plan"])
def test_a_history_that_is_not_there_ends_in_3_and_one_sentence(
    run: Run, history: Path, command: str
) -> None:
    result = run(command, "--history", history)
    assert result.code == 3
    assert result.out == ""
    assert result.err == (
        f"runadvisor: There is no history at {history} yet. Start with: runadvisor import PATH\n"
    )
    assert not history.exists()


@pytest.mark.parametrize("command", ["activities", "plan"])
def test_a_file_that_is_no_history_ends_in_3_and_one_sentence(
    run: Run, history: Path, command: str
) -> None:
    history.write_bytes(b"GIF89a" * 400)
    result = run(command, "--history", history)
    assert (result.code, result.out) == (3, "")
    assert result.err.count("\n") == 1
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    "words",
    [
        ["import"],
        ["xyzzy"],
        ["export"],
        ["--nonsense"],
        ["plan", "--nonsense"],
        ["plan", "--as-of", "soon"],
        ["--history", "x.runadvisor"],
    ],
)
def test_wrong_use_ends_in_2_and_one_sentence(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("runadvisor: ")
    assert result.err.count("\n") == 1


def test_the_version_is_printed(run: Run) -> None:
    result = run("--version")
    assert result.code == 0
    assert result.out.startswith("RunAdvisor ")


def test_help_names_every_exit_code(run: Run) -> None:
    result = run("--help")
    assert result.code == 0
    for code in ("0 done", "1 done", "2 wrong use", "3 a file", "4 a warning"):
        assert code in result.out


def test_the_command_lines_own_history_is_in_the_data_folder(
    run: Run, tmp_path: Path, runs_csv: RunsCsv
) -> None:
    assert run("import", runs_csv([5, 6])).code == 0
    assert len(run("activities", "--json").json["activities"]) == 2
    assert list((tmp_path / "home").rglob("history.runadvisor"))


def test_ctrl_c_ends_in_130_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(demo_command, "run", interrupted)
    result = run("demo")
    assert result.code == 130
    assert "is kept" in result.err


def test_our_own_bugs_travel_up(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(demo_command, "run", broken)
    with pytest.raises(ZeroDivisionError):
        run("demo")


def test_output_is_utf_8_whatever_the_system_says(run: Run) -> None:
    run("--version")
    assert sys.stdout.encoding.lower() == "utf-8"
