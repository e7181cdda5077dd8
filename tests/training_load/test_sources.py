from __future__ import annotations

import re
from pathlib import Path

import pytest

import runadvisor.training_load
from runadvisor.catalog import load_catalog

MODULES = sorted(Path(runadvisor.training_load.__file__).parent.glob("*.py"))
KEY = re.compile(r"\b[a-z]+(?:19|20)\d\d[a-z_]*\b")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_every_source_a_module_names_is_in_the_bibliography(module: Path) -> None:
    assert set(KEY.findall(module.read_text(encoding="utf-8"))) <= load_catalog().citations.keys()
