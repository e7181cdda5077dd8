"""Run every rule over one day, or over the whole history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.domain.rule_settings import DEFAULT_SETTINGS
from runadvisor.warning.one_card import one_card_per_run
from runadvisor.warning.rule_settings import rules_at
from runadvisor.warning.rules import RULES
from runadvisor.warning.rules.previous_injury import lifted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.rule_settings import RuleSettings
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.warning.rule import Facts, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What the rules say on one day, and what they said on all days before."""

    standing: tuple[TrainingWarning, ...]
    """Strongest and latest first."""
    raised: tuple[TrainingWarning, ...]
    """Every warning of the history, oldest first, each as it was when it arose."""


def assess(
    known: Facts,
    *,
    settings: RuleSettings = DEFAULT_SETTINGS,
    rules: Sequence[Rule] = RULES,
) -> Assessment:
    """Return what every rule that speaks has to say on the day of the facts.

    Raises:
        ValueError: The settings name a rule or a threshold that is not there.
    """
    speaking = rules_at(rules, settings)
    raised: list[TrainingWarning] = []
    standing: list[TrainingWarning] = []
    for rule in speaking:
        told = rule.tells(known)
        raised.extend(told.raised)
        standing.extend(told.standing)
    return Assessment(
        standing=tuple(
            sorted(
                one_card_per_run(lifted(standing, known), rules=speaking, sessions=known.sessions),
                key=lambda w: (-w.tier, -w.date.toordinal(), w.rule, w.activity_ids),
            )
        ),
        raised=tuple(
            sorted(
                one_card_per_run(lifted(raised, known), rules=speaking, sessions=known.sessions),
                key=lambda w: (w.date, -w.tier, w.rule, w.activity_ids),
            )
        ),
    )


def standing_warnings(known: Facts) -> tuple[TrainingWarning, ...]:
    """Return what stands on the day of the facts, strongest and latest first."""
    return assess(known).standing


def raised_warnings(known: Facts) -> tuple[TrainingWarning, ...]:
    """Return every warning of the history, oldest first, each as it was when it arose."""
    return assess(known).raised
