"""A command line run in this process, on real files, on a day that stays the same."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from runadvisor.cli import app, clock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TODAY = date(2026, 11, 24)


class Run(Protocol):
    """Run one command line."""

    def __call__(self, *words: object) -> Result: ...


class RunsCsv(Protocol):
    """Write a list of runs, so many days apart, the last on the eve of TODAY."""

    def __call__(
        self, kilometres: Iterable[float], *, name: str = "runs.csv", every: int = 3
    ) -> Path: ...


class Imported(Protocol):
    """Bring a list of runs into the history and return its path."""

    def __call__(self, kilometres: Iterable[float], *, every: int = 3) -> Path: ...


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(variable, str(home))
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_command(*words: object) -> Result:
        code = app.run([str(word) for word in words])
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run_command


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """Where a test keeps its history; nothing is there yet."""
    return tmp_path / "own.runadvisor"


@pytest.fixture
def runs_csv(tmp_path: Path) -> RunsCsv:
    """Write a list of runs, one every third day up to the eve of TODAY, kilometres given."""

    def write(kilometres: Iterable[float], *, name: str = "runs.csv", every: int = 3) -> Path:
        distances = list(kilometres)
        first = TODAY - timedelta(days=1 + every * (len(distances) - 1))
        rows = [
            f"{first + timedelta(days=every * number)},{distance},{round(distance * 6)}:00"
            for number, distance in enumerate(distances)
        ]
        path = tmp_path / name
        path.write_text("\n".join(["Date,Distance (km),Time", *rows, ""]))
        return path

    return write


@pytest.fixture
def imported(run: Run, history: Path, runs_csv: RunsCsv) -> Imported:
    """Bring a list of runs into the history and return its path."""

    def bring(kilometres: Iterable[float], *, every: int = 3) -> Path:
        assert run("import", runs_csv(kilometres, every=every), "--history", history).code == 0
        return history

    return bring
