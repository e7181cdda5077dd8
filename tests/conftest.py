"""What every test needs: no display, no network, a known catalog."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.builders import small_catalog

if TYPE_CHECKING:
    from runadvisor.domain.knowledge import Catalog

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Shared, busy machines stall for seconds: a deadline would test them, not us.
# Where every change is checked, equal code has an equal answer, and covers the same branches.
settings.register_profile(
    "project",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("project")


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The catalog of the builders: small, and enough for a plan."""
    return small_catalog()
