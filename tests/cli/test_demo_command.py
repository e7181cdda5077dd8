from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))


def test_the_demo_shows_the_samples_warnings_and_writes_its_plan(run: Run, tmp_path: Path) -> None:
    result = run("demo")
    assert result.code == 0
    assert "As of Monday 23 November 2026, the day after the last activity." in result.out
    assert "17.4 km was 24 % longer" in result.out
    path = tmp_path / "temporary" / "runadvisor-plan.pdf"
    assert f"Plan written to {path}" in result.out
    assert path.read_bytes().startswith(b"%PDF")
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_second_demo_leaves_the_first_plan_alone(run: Run, tmp_path: Path) -> None:
    first = tmp_path / "temporary" / "runadvisor-plan.pdf"
    first.write_text("mine")
    result = run("demo")
    assert first.read_text() == "mine"
    assert Path(tempfile.gettempdir(), "runadvisor-plan-2.pdf").exists()
    assert "runadvisor-plan-2.pdf" in result.out
