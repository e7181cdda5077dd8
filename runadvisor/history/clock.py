"""A clock that was wrong: what puts the times of a recording right. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runadvisor.domain.activity import Recording


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockFix:
    """How the times of a recording are to be read; nothing said is as recorded."""

    is_local: bool = False
    """They are local times, written as if they were UTC."""
    later: timedelta = timedelta(0)
    """What they lack, negative where they run ahead."""

    def and_then(self, other: ClockFix) -> ClockFix:
        """Return this fix with a further one, of the times as they stand now."""
        return ClockFix(is_local=self.is_local or other.is_local, later=self.later + other.later)


AS_RECORDED = ClockFix()


def put_right(recording: Recording, fix: ClockFix) -> Recording:
    """Return a recording with its times put right; zone and length stay.

    Local times that were written as UTC become a wall clock: the instant follows from the
    zone, summer and winter alike, which no fixed number of hours does.

    Raises:
        OverflowError: No calendar reaches that far.
    """
    if fix == AS_RECORDED:
        return recording
    started_at, local_start = recording.started_at, recording.local_start
    if fix.is_local and started_at is not None:
        started_at, local_start = None, started_at.replace(tzinfo=None)
    return replace(
        recording,
        started_at=None if started_at is None else started_at + fix.later,
        local_start=None if local_start is None else local_start + fix.later,
    )
