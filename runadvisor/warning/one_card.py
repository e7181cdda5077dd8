"""One run is one card: the highest tier speaks, the rest stands under it (rules.md 42)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.training_load.runs import RunSession
    from runadvisor.warning.rule import Rule

NOTHING_BEFORE = "no-baseline"
"""Says that a run could not be judged: no pattern, so it is no part of one."""


def one_card_per_run(
    warnings: Sequence[TrainingWarning], *, rules: Sequence[Rule], sessions: Iterable[RunSession]
) -> tuple[TrainingWarning, ...]:
    """Return warnings with those that load rules fired on one session made one.

    The tier is the highest of them, never a sum. At the same tier the rule that is listed
    first speaks. Warnings about no run, or about anything but load, are left as they are.
    """
    rank = {rule.rule_id: number for number, rule in enumerate(rules) if rule.is_about_load}
    first_ids = {
        later: session.activity_ids[0]
        for session in sessions
        if len(session.activity_ids) > 1
        for later in session.activity_ids
    }
    cards: dict[tuple[date, int], list[TrainingWarning]] = {}
    others: list[TrainingWarning] = []
    for warning in warnings:
        if warning.rule in rank and warning.activity_ids and warning.code != NOTHING_BEFORE:
            fired_by = warning.activity_ids[0]
            key = (warning.date, first_ids.get(fired_by, fired_by))
            cards.setdefault(key, []).append(warning)
        else:
            others.append(warning)
    return (*others, *(_card(fired, rank) for fired in cards.values()))


def _card(fired: Sequence[TrainingWarning], rank: Mapping[str, int]) -> TrainingWarning:
    best, *rest = sorted(fired, key=lambda w: (-w.tier, rank[w.rule]))
    return replace(best, also=tuple(rest)) if rest else best
