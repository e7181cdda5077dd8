from __future__ import annotations

import pytest

from runadvisor.domain.units import pace_s_per_km


def test_a_pace_is_seconds_per_kilometre() -> None:
    assert pace_s_per_km(10_000, 3_600) == pytest.approx(360)


def test_a_pace_needs_a_distance() -> None:
    with pytest.raises(ValueError, match="above 0"):
        pace_s_per_km(0, 100)
