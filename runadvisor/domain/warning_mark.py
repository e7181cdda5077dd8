"""What the runner said of a warning: seen, put aside for some days, a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.domain.warning import Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningMark:
    """The runner's word on one warning; it changes nothing of load, tier or plan."""

    seen_on: date | None = None
    """Day it was acknowledged; ``None`` while it was not."""
    snoozed_until: date | None = None
    """First day it is shown again; ``None`` where it was not put aside."""
    snoozed_tier: Tier | None = None
    """Its tier when it was put aside: at a higher one it comes back."""
    note: str = ""


NO_MARK = WarningMark()
