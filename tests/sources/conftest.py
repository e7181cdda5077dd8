"""Archives and folders of made-up exports."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[..., Path]:
    """Make a ZIP of names and bytes."""

    def make(members: Mapping[str, bytes], name: str = "export.zip") -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, data in members.items():
                archive.writestr(member, data)
        return path

    return make


@pytest.fixture
def unpacked(tmp_path: Path) -> Callable[..., Path]:
    """Make a folder of names and bytes."""

    def make(members: Mapping[str, bytes]) -> Path:
        folder = tmp_path / "folder"
        for member, data in members.items():
            path = folder / member
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return folder

    return make
