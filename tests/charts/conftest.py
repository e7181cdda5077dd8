"""The advice of the invented runner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.printout import mara

if TYPE_CHECKING:
    from runadvisor.advisor import Advice


@pytest.fixture
def advice() -> Advice:
    return mara.advice()
