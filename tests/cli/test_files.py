from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import pytest

from runadvisor.cli.files import write_new
from runadvisor.domain.errors import PrintError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_link_in_the_temporary_folder_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "plan.pdf").symlink_to(tmp_path / "elsewhere")
    assert write_new("plan.pdf", b"x") == tmp_path / "plan-2.pdf"
    assert not (tmp_path / "elsewhere").exists()


def test_a_temporary_folder_that_is_gone_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(PrintError, match="cannot be written: no such file"):
        write_new("plan.pdf", b"x")
