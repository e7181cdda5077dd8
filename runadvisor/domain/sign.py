"""What goes with soreness."""

from __future__ import annotations

from enum import StrEnum


class Sign(StrEnum):
    """What brings soreness on, or goes with it; ticked in an entry by its value."""

    FAST_OR_STRIDES = "fast-or-strides"
    UPHILL = "uphill"
    DOWNHILL = "downhill"
    STAIRS = "stairs"
    LUNGE = "lunge"
    LATE_IN_RUN = "late-in-run"
    LOW_CHAIR = "low-chair"
    SITTING = "sitting"
    RESISTED_KNEE_LIFT = "resisted-knee-lift"
    SINGLE_LEG = "single-leg"
    SIDE_LYING = "side-lying"
    DEEP_BEND_PINCH = "deep-bend-pinch"
    DAYS_AFTER_SOMETHING_NEW = "days-after-something-new"
    """One to three days after a load that was new."""
    # An entry tells these otherwise: they are never offered to tick.
    MORNING_STIFF = "morning-stiff"
    BEGAN_SLOWLY = "began-slowly"
    CLICK_OR_LOCK = "click-or-lock"
    LEG_TINGLING = "leg-tingling"


TOLD_OTHERWISE = frozenset(
    {Sign.MORNING_STIFF, Sign.BEGAN_SLOWLY, Sign.CLICK_OR_LOCK, Sign.LEG_TINGLING}
)
