"""What there is to draw beside a warning."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.domain.warning import TrainingWarning

_WEEKLY = frozenset(
    {"week-jump", "more-run-days", "slow-creep", "days-alike", "strain-high", "fast-week"}
)
_DAILY = frozenset({"few-rest-days", "run-streak", "only-running"})
_PAINFUL = frozenset({"R19", "R20"})


class EvidenceKind(StrEnum):
    """What the small chart of a warning is of."""

    RUN = "run"
    DAYS = "days"
    WEEKS = "weeks"
    PAIN = "pain"


EVIDENCE_TITLES: Mapping[EvidenceKind, str] = {
    EvidenceKind.RUN: N_("This run among the 30 days before it"),
    EvidenceKind.DAYS: N_("The runs of the last 30 days"),
    EvidenceKind.WEEKS: N_("This week and the weeks before it"),
    EvidenceKind.PAIN: N_("Pain at this spot over 28 days, 0 to 10"),
}


def evidence_kind(warning: TrainingWarning) -> EvidenceKind | None:
    """Return what is drawn for a warning; ``None`` for one that rests on answers alone."""
    if warning.rule in _PAINFUL:
        return EvidenceKind.PAIN
    if warning.code in _WEEKLY:
        return EvidenceKind.WEEKS
    if warning.code in _DAILY:
        return EvidenceKind.DAYS
    return EvidenceKind.RUN if warning.activity_ids else None
