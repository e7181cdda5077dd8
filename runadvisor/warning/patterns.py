"""Soreness at a spot -> what it can fit with, bone first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.pattern import BeSeen, PatternHint
from runadvisor.domain.text import N_, Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.pattern import Condition, SoreSpot


def pattern_hints(sore: SoreSpot, conditions: Sequence[Condition]) -> tuple[PatternHint, ...]:
    """Return what a sore spot fits with, in the order of the conditions.

    Where bone must be seen today or tomorrow it is the only hint. Where it can wait a
    few days the others follow, but with no change to make and no exercise.

    Source:
        Table (e) of the evidence pages as corrected by rules.md 4 and 6; our own choice
        in its form.
    """
    fitting = [condition for condition in conditions if _fits(condition, sore)]
    bone = [condition for condition in fitting if condition.is_bone]
    if any(condition.be_seen is BeSeen.TODAY_OR_TOMORROW for condition in bone):
        fitting = bone
    return tuple(
        _hint(condition, is_waiting=bool(bone) and not condition.is_bone) for condition in fitting
    )


def _fits(condition: Condition, sore: SoreSpot) -> bool:
    return (
        sore.site in condition.sites
        and (condition.bone_first is None or condition.bone_first is sore.bone_first)
        and (sore.is_on_both_sides or not condition.needs_both_sides)
        and _is_old_enough(condition, sore)
        and _is_stiff_briefly(condition, sore)
        and _shows(condition, sore)
    )


def _shows(condition: Condition, sore: SoreSpot) -> bool:
    if condition.counts_bone_risk and sore.has_bone_risk:
        return True
    return not condition.signs or not condition.signs.isdisjoint(sore.signs)


def _is_old_enough(condition: Condition, sore: SoreSpot) -> bool:
    least = condition.least_age_years
    return least is None or (sore.age_years is not None and sore.age_years >= least)


def _is_stiff_briefly(condition: Condition, sore: SoreSpot) -> bool:
    most = condition.most_stiff_min
    return most is None or (sore.stiff_min is not None and sore.stiff_min <= most)


def _hint(condition: Condition, *, is_waiting: bool) -> PatternHint:
    return PatternHint(
        condition_id=condition.condition_id,
        article_id=condition.article_id,
        message=Message(N_("This fits with {group}."), {"group": condition.name}),
        first_change=None if is_waiting else Message(condition.first_change),
        note=Message(condition.note),
        exercises=() if is_waiting else condition.exercises,
        be_seen=condition.be_seen,
        red_flag=condition.red_flag,
    )
