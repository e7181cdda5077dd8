"""The rules as the runner wants them: which speak, and at which thresholds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runadvisor.domain.rule_settings import RuleSettings
from runadvisor.warning.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.warning.rule import Rule


def rules_at(rules: Sequence[Rule], settings: RuleSettings) -> tuple[Rule, ...]:
    """Return the rules that speak, each at its thresholds.

    Raises:
        ValueError: A rule or a threshold is not known, or may not be changed.
    """
    by_id = {rule.rule_id: rule for rule in rules}
    unknown = sorted(settings.changed - by_id.keys())
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
        if speaks(rule, settings)
    )


def speaks(rule: Rule, settings: RuleSettings) -> bool:
    """Whether a rule is switched on."""
    return rule.rule_id not in settings.off and (
        not rule.is_opt_in or rule.rule_id in settings.wanted
    )


def may_switch(rule: Rule) -> bool:
    """Whether a rule has anything to switch off, and may be."""
    return not rule.is_always_on and not rule.is_silent


def fitting(settings: RuleSettings, rules: Sequence[Rule]) -> RuleSettings:
    """Return the part of stored settings that the rules of today can follow.

    A rule, a threshold or a value that is no longer there, or out of its bounds, is at its
    default: a history written by another version must still be advised on.
    """
    by_id = {rule.rule_id: rule for rule in rules}
    thresholds: dict[str, dict[str, float]] = {}
    for rule_id, at in settings.thresholds.items():
        fields = THRESHOLDS.get(rule_id, {})
        rule = by_id.get(rule_id)
        kept = {
            name: value
            for name, value in at.items()
            if rule is not None
            and name in fields
            and fields[name].least <= value <= fields[name].most
            and value != rule.thresholds[name]
        }
        if kept:
            thresholds[rule_id] = kept
    return RuleSettings(
        off=frozenset(r for r in settings.off if r in by_id and may_switch(by_id[r])),
        wanted=frozenset(r for r in settings.wanted if r in by_id and by_id[r].is_opt_in),
        thresholds=thresholds,
    )


def switched(settings: RuleSettings, rule: Rule, *, is_on: bool) -> RuleSettings:
    """Return the settings with a rule switched on or off.

    Raises:
        ValueError: The rule may not be switched.
    """
    if not may_switch(rule):
        msg = f"{rule.rule_id} cannot be switched off"
        raise ValueError(msg)
    own = frozenset({rule.rule_id})
    if rule.is_opt_in:
        return replace(settings, wanted=settings.wanted | own if is_on else settings.wanted - own)
    return replace(settings, off=settings.off - own if is_on else settings.off | own)


def with_threshold(settings: RuleSettings, rule: Rule, name: str, value: float) -> RuleSettings:
    """Return the settings with a threshold at another value, at its default left out.

    Raises:
        ValueError: The rule has no such threshold to change, or the value is out of bounds.
    """
    field = THRESHOLDS.get(rule.rule_id, {}).get(name)
    if field is None or rule.tuned is None:
        msg = f"{rule.rule_id} has no {name} that may be changed"
        raise ValueError(msg)
    if not field.least <= value <= field.most:
        msg = f"{name} of {rule.rule_id} lies between {field.least:g} and {field.most:g}"
        raise ValueError(msg)
    at = {**settings.thresholds.get(rule.rule_id, {}), name: value}
    at = {key: number for key, number in at.items() if number != rule.thresholds[key]}
    others = {key: each for key, each in settings.thresholds.items() if key != rule.rule_id}
    return replace(settings, thresholds={**others, rule.rule_id: at} if at else others)


def at_default(settings: RuleSettings, rule_id: str) -> RuleSettings:
    """Return the settings with one rule as we set it."""
    own = frozenset({rule_id})
    return RuleSettings(
        off=settings.off - own,
        wanted=settings.wanted - own,
        thresholds={key: at for key, at in settings.thresholds.items() if key != rule_id},
    )
