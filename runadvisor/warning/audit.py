"""All years at a glance: the lanes of spikes, crowded weeks and hard days, and pain beside them.

Nothing here says that one thing led to another.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from runadvisor.domain.diary import PainEntry
    from runadvisor.domain.warning import TrainingWarning


class AuditKind(StrEnum):
    """The patterns that the audit lays out, a lane each."""

    SPIKE = "spike"
    """One run much longer than usual."""
    CROWDED = "crowded"
    """A week with much more, or with too few rest days."""
    HARD = "hard"
    """Hard days or running days one after the other."""


_KINDS: Mapping[str, AuditKind] = {
    "session-spike": AuditKind.SPIKE,
    "week-jump": AuditKind.CROWDED,
    "more-run-days": AuditKind.CROWDED,
    "few-rest-days": AuditKind.CROWDED,
    "run-streak": AuditKind.HARD,
    "hard-days-close": AuditKind.HARD,
    "races-close": AuditKind.HARD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditMark:
    """One warning of the history in its lane."""

    kind: AuditKind
    warning: TrainingWarning
    card: TrainingWarning
    """The card it stands on: itself, unless a stronger one of the same run speaks."""


def audit_marks(raised: Iterable[TrainingWarning]) -> tuple[AuditMark, ...]:
    """Return what belongs in a lane, in the order given; a card may stand in several."""
    return tuple(
        AuditMark(kind=_KINDS[warning.code], warning=warning, card=card)
        for card in raised
        for warning in card.every
        if warning.code in _KINDS
    )


def worst_by_day(entries: Iterable[PainEntry]) -> dict[date, int]:
    """Return the worst score of each day on which pain of 1 or more was logged."""
    worst: dict[date, int] = {}
    for entry in entries:
        if entry.worst:
            worst[entry.date] = max(worst.get(entry.date, 0), entry.worst)
    return worst
