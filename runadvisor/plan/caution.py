"""Whose plan grows slower: an age, a first year, an injury, a way back (P19 by rules.md 27).

It changes a plan's numbers and nothing else: no warning rises because of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runadvisor.domain.athlete import Experience
from runadvisor.domain.body import TENDON_SITES
from runadvisor.domain.text import N_, Message
from runadvisor.training_load.return_stage import SESSIONS_PER_PHASE
from runadvisor.warning.pain_facts import pain_lately
from runadvisor.warning.rules.hard_days import (
    CAREFUL_GAP_DAYS,
    HARD_DAYS,
    HARD_GAP_DAYS,
    SORE_DAYS,
    is_older,
)
from runadvisor.warning.rules.previous_injury import recent_injuries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.warning.rule import Facts

WEEK_GROWTH = 1.30
"""Soft cap on a week against the most of the four before it (P04)."""
CAREFUL_WEEK_GROWTH = 1.20
CAREFUL_SESSIONS_PER_PHASE = 3

_BECAUSE = {
    "injury": N_(
        "Planned with more care after an injury within twelve months: weeks grow by a fifth at "
        "most, hard runs are three days apart, each step of walking and running is done three "
        "times. Our choice."
    ),
    "age": N_(
        "Planned with more care from the age of 50 on: weeks grow by a fifth at most, hard runs "
        "are three days apart, each step of walking and running is done three times. Our choice."
    ),
    "new": N_(
        "Planned with more care in the first year of running: weeks grow by a fifth at most, hard "
        "runs are three days apart, each step of walking and running is done three times. Our "
        "choice."
    ),
    "return": N_(
        "Planned with more care after a break: weeks grow by a fifth at most, and hard runs are "
        "three days apart. Our choice."
    ),
    "tendon": N_("Hard runs are three days apart, because a tendon may be what was sore."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """The numbers of one runner's plan, and why they are not the ordinary ones."""

    week_growth: float = WEEK_GROWTH
    hard_gap_days: int = HARD_GAP_DAYS
    """Fewest days from one hard run to the next."""
    sessions_per_phase: int = SESSIONS_PER_PHASE
    """How often each step of the walk-run ladder is done."""
    because: Message | None = None

    def after_break(self) -> Caution:
        """Return the caution of a plan that starts on a way back."""
        return replace(
            self,
            week_growth=CAREFUL_WEEK_GROWTH,
            hard_gap_days=CAREFUL_GAP_DAYS,
            because=self.because or Message(_BECAUSE["return"]),
        )


def caution_of(known: Facts) -> Caution:
    """Return how careful a plan is on the day of the facts; what is not known asks for nothing."""
    reason = next(_reasons(known), None)
    if reason is not None:
        return Caution(
            week_growth=CAREFUL_WEEK_GROWTH,
            hard_gap_days=CAREFUL_GAP_DAYS,
            sessions_per_phase=CAREFUL_SESSIONS_PER_PHASE,
            because=Message(_BECAUSE[reason]),
        )
    if pain_lately(known, TENDON_SITES, days=SORE_DAYS):
        return Caution(hard_gap_days=CAREFUL_GAP_DAYS, because=Message(_BECAUSE["tendon"]))
    return Caution()


def _reasons(known: Facts) -> Iterator[str]:
    if recent_injuries(known, known.as_of):
        yield "injury"
    if is_older(known, known.as_of, age=HARD_DAYS.thresholds["older_age"]):
        yield "age"
    if known.athlete.experience is Experience.NEW:
        yield "new"
