"""The person, as far as the plan needs to know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Athlete:
    """What the runner told us; every field may be unknown."""

    name: str | None = None
    home_zone: str | None = None
    """IANA name; where the runner lives."""
