"""A rule's words and values -> its warning, for rules that say everything in fixed sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.domain.text import Message
from runadvisor.domain.warning import TrainingWarning

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from runadvisor.domain.text import Value
    from runadvisor.domain.warning import EvidenceGrade, Tier
    from runadvisor.warning.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a warning says, as templates over its values."""

    title: str
    message: str
    clears: str
    advice: tuple[str, ...]
    sure: str
    not_shown: str
    grade: EvidenceGrade | None = None
    """Where it is not the rule's own."""
    citations: tuple[str, ...] = ()
    """The same; empty: the rule's own."""


def worded(
    rule: Rule,
    words: Words,
    *,
    code: str,
    tier: Tier,
    day: date,
    clears_on: date | None,
    values: Mapping[str, Value],
) -> TrainingWarning:
    """Return the warning of a rule in given words."""
    return TrainingWarning(
        rule=rule.rule_id,
        code=code,
        tier=tier,
        grade=rule.grade if words.grade is None else words.grade,
        date=day,
        clears_on=clears_on,
        tissues=rule.tissues,
        title=Message(words.title, values),
        message=Message(words.message, values),
        values=values,
        clears=Message(words.clears, values),
        advice=tuple(Message(line, values) for line in words.advice),
        sure=Message(words.sure),
        not_shown=Message(words.not_shown),
        citations=words.citations or rule.citations,
    )
