"""The advice of an invented runner, and the sheet made of it."""

from __future__ import annotations

import pytest

from runadvisor.printout.sheet import PlanSheet, plan_sheet
from tests.printout import mara


@pytest.fixture
def sheet() -> PlanSheet:
    return plan_sheet(mara.advice(), mara.catalog())
