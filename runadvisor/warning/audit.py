"""All years at a glance: spikes, crowded weeks, hard days, and pain beside them.

How often pain was logged after spikes always stands beside how often it was after other runs,
or the first would read as a cause (rules.md 57). Nothing here says that one thing led to another.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from runadvisor.domain.diary import PainEntry
    from runadvisor.domain.text import Value
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.training_load.runs import RunSession

PAIN_WITHIN_DAYS = 14


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


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """The runs of one calendar year, and after how many of them pain was logged."""

    year: int
    spikes: int
    """Runs of tier watch or above by R01."""
    spikes_then_pain: int
    others: int
    others_then_pain: int

    @property
    def message(self) -> Message:
        """The counts in a sentence, or that no pain was logged so that there are none."""
        values: dict[str, Value] = {
            "year": str(self.year),
            "spikes": self.spikes,
            "spikes_then_pain": self.spikes_then_pain,
            "others": self.others,
            "others_then_pain": self.others_then_pain,
            "within_days": PAIN_WITHIN_DAYS,
        }
        if not self.spikes_then_pain and not self.others_then_pain:
            template = (
                N_(
                    "{year}: 1 spike, and {others} other runs; no pain was logged within "
                    "{within_days} days after any of them."
                )
                if self.spikes == 1
                else N_(
                    "{year}: {spikes} spikes, and {others} other runs; no pain was logged within "
                    "{within_days} days after any of them."
                )
            )
        else:
            template = (
                N_(
                    "{year}: 1 spike; pain was logged within {within_days} days after "
                    "{spikes_then_pain}; after {others_then_pain} of {others} other runs."
                )
                if self.spikes == 1
                else N_(
                    "{year}: {spikes} spikes; pain was logged within {within_days} days after "
                    "{spikes_then_pain}; after {others_then_pain} of {others} other runs."
                )
            )
        return Message(template, values)


def yearly_counts(
    raised: Iterable[TrainingWarning],
    *,
    sessions: Sequence[RunSession],
    pain_days: Iterable[date],
) -> tuple[YearCount, ...]:
    """Return the counts of each year with a run, oldest first.

    Args:
        raised: Every warning of the history.
        sessions: The running sessions that count.
        pain_days: Days on which pain of 1 or more was logged, in any order.
    """
    spiking_ids = {
        warning.activity_ids[0]
        for card in raised
        for warning in card.every
        if warning.code == "session-spike" and warning.tier >= Tier.WATCH
    }
    marked = sorted(pain_days)
    counts: dict[int, list[int]] = {}
    for session in sessions:
        counted = counts.setdefault(session.date.year, [0, 0, 0, 0])
        place = 0 if session.activity_ids[0] in spiking_ids else 2
        counted[place] += 1
        counted[place + 1] += _then_pain(marked, session.date)
    return tuple(
        YearCount(
            year=year,
            spikes=spikes,
            spikes_then_pain=spikes_then_pain,
            others=others,
            others_then_pain=others_then_pain,
        )
        for year, (spikes, spikes_then_pain, others, others_then_pain) in sorted(counts.items())
    )


def _then_pain(marked: Sequence[date], day: date) -> bool:
    """Whether pain was logged on the day of a run or in the days after it."""
    place = bisect_left(marked, day)
    return place < len(marked) and marked[place] - day <= timedelta(days=PAIN_WITHIN_DAYS)
