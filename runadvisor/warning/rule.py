"""What a rule is: a pattern, its thresholds, its evidence and its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.training_load.rest_days import loading_days
from runadvisor.training_load.runs import run_sessions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.body import Tissue
    from runadvisor.domain.warning import EvidenceGrade, TrainingWarning
    from runadvisor.training_load.runs import RunSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What rules may look at: everything up to one day, nothing after it."""

    as_of: date
    activities: tuple[Activity, ...]
    sessions: tuple[RunSession, ...]
    """Running sessions that count, by start."""
    loading_days: frozenset[date]
    """Local days that were not rest."""
    first_day: date | None
    """The day the history begins."""


def facts(activities: Sequence[Activity], *, as_of: date) -> Facts:
    """Return what is known on a day; later activities are left out."""
    past = tuple(activity for activity in activities if activity.local_date <= as_of)
    return Facts(
        as_of=as_of,
        activities=past,
        sessions=run_sessions(past),
        loading_days=loading_days(past),
        first_day=min((activity.local_date for activity in past), default=None),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the rule tables.

    Raises:
        ValueError: No threshold, citation or tissue is given.
    """

    rule_id: str
    name: str
    thresholds: Mapping[str, float]
    grade: EvidenceGrade
    citations: tuple[str, ...]
    tissues: tuple[Tissue, ...]
    raised: Callable[[Facts], Sequence[TrainingWarning]]
    """Every warning of the whole history, each as it was on the day it arose."""
    standing: Callable[[Facts], Sequence[TrainingWarning]]
    """What stands on the last day of the facts."""

    def __post_init__(self) -> None:
        """Refuse a rule that does not say what it rests on."""
        for part in (self.thresholds, self.citations, self.tissues):
            if not part:
                msg = f"{self.rule_id} lacks a threshold, a citation or a tissue"
                raise ValueError(msg)
