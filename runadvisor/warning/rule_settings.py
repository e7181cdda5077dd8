"""Which rules speak, and at which thresholds, where the runner wants them otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runadvisor.warning.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSettings:
    """What is not as we set it; empty is all at its default."""

    off: frozenset[str] = frozenset()
    """Ids of rules that are silent."""
    wanted: frozenset[str] = frozenset()
    """Ids of rules that speak only when asked to."""
    thresholds: Mapping[str, Mapping[str, float]] = field(
        default_factory=dict[str, "Mapping[str, float]"]
    )
    """By rule id, then by the name of the threshold."""


DEFAULT_SETTINGS = RuleSettings()


def rules_at(rules: Sequence[Rule], settings: RuleSettings) -> tuple[Rule, ...]:
    """Return the rules that speak, each at its thresholds.

    Raises:
        ValueError: A rule or a threshold is not known, or may not be changed.
    """
    by_id = {rule.rule_id: rule for rule in rules}
    unknown = sorted((settings.off | settings.wanted | settings.thresholds.keys()) - by_id.keys())
    if unknown:
        msg = f"no rule is called {', '.join(unknown)}"
        raise ValueError(msg)
    fixed = sorted(rule_id for rule_id in settings.off if by_id[rule_id].is_always_on)
    if fixed:
        msg = f"{', '.join(fixed)} cannot be switched off"
        raise ValueError(msg)
    return tuple(
        rule.at(settings.thresholds[rule.rule_id]) if rule.rule_id in settings.thresholds else rule
        for rule in rules
        if rule.rule_id not in settings.off
        and (not rule.is_opt_in or rule.rule_id in settings.wanted)
    )
