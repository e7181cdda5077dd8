"""Run every rule over one day, or over the whole history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.warning.rules import RULES
from runadvisor.warning.rules.previous_injury import lifted

if TYPE_CHECKING:
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.warning.rule import Facts


def standing_warnings(known: Facts) -> tuple[TrainingWarning, ...]:
    """Return what stands on the day of the facts, strongest and latest first."""
    found = lifted([warning for rule in RULES for warning in rule.standing(known)], known)
    return tuple(
        sorted(found, key=lambda w: (-w.tier, -w.date.toordinal(), w.rule, w.activity_ids))
    )


def raised_warnings(known: Facts) -> tuple[TrainingWarning, ...]:
    """Return every warning of the history, oldest first, each as it was when it arose."""
    found = lifted([warning for rule in RULES for warning in rule.raised(known)], known)
    return tuple(sorted(found, key=lambda w: (w.date, -w.tier, w.rule, w.activity_ids)))
