"""The page about the command line cannot fall behind."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from runadvisor.cli.arguments import TIERS
from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.words import COMMANDS, LATER

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
EVERYWHERE = ("--units", "--language", "--first-weekday", "--paper")
"""What every command takes: said once, above them all."""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_in_its_synopsis(run: Run, command: str) -> None:
    synopsis = PAGE.split("```")[1].split(f"runadvisor {command} ")
    own = synopsis[1].split("\nrunadvisor ")[0] if len(synopsis) > 1 else ""
    told = run(command, "--help").out
    options = {word.strip("[](),") for word in told.split() if word.strip("[](),").startswith("--")}
    assert {option for option in options if option not in own} <= {"--help", *EVERYWHERE}
    assert options >= {"--help", *EVERYWHERE}


@pytest.mark.parametrize("option", EVERYWHERE)
def test_what_every_command_takes_is_said_once_above_them(option: str) -> None:
    assert f"`{option} " in PAGE.split("\n### ")[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_section(command: str) -> None:
    assert f"\n### {command}\n" in PAGE


@pytest.mark.parametrize("word", [*LATER, *TIERS])
def test_every_reserved_word_and_tier_is_named(word: str) -> None:
    assert f"`{word}`" in PAGE


@pytest.mark.parametrize("code", list(ExitCode))
def test_every_exit_code_is_explained(code: ExitCode) -> None:
    assert f"\n| {code.value} | " in PAGE


def test_every_package_we_install_is_named_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    page = (ROOT / "docs" / "third-party.md").read_text(encoding="utf-8")
    packages = {re.split(r"[^\w-]", entry)[0] for entry in named}
    assert {package for package in packages if package not in page} == set()
