"""Which local days were rest: no run, and nothing hard in another sport."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.training_load.runs import LeftOut, is_left_out

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from runadvisor.domain.activity import Activity

HARD_SESSION_RPE = 7.0
"""An effort from here up is hard in any sport (rules.md 25)."""


def is_loading(activity: Activity) -> bool:
    """Whether an activity takes the rest out of its day: any run, any hard cross-training."""
    if activity.is_run:
        # An accidental start of a few metres is no run.
        return is_left_out(activity) is not LeftOut.TOO_SHORT
    return activity.is_race or (activity.session_rpe or 0.0) >= HARD_SESSION_RPE


def loading_days(activities: Iterable[Activity]) -> frozenset[date]:
    """Return the local days that were not rest days."""
    return frozenset(a.local_date for a in activities if is_loading(a))
