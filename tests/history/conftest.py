"""Recordings as readers would give them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from runadvisor.domain.activity import Recording, Source, Sport, ZoneSource
from runadvisor.history.store import History

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

START = datetime(2026, 5, 3, 7, 0, tzinfo=UTC)
BERLIN = {"zone": "Europe/Berlin", "zone_source": ZoneSource.POSITION}


def recording(
    number: int = 1, *, path: str = "a.gpx", kind: str = "gpx", **fields: Any
) -> Recording:
    """Return a 10 km run from a file of its own; any field can be given."""
    return Recording(
        **{
            "source": Source(path=path, member=None, format=kind),
            "digest": f"{path}-{number}",
            "started_at": START,
            "sport": Sport.RUN,
            "distance_m": 10_000.0,
            "moving_time_s": 3_600.0,
            "elapsed_time_s": 3_650.0,
        }
        | fields
    )


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.runadvisor") as opened:
        yield opened
