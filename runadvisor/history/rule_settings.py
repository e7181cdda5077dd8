"""How the runner wants the rules, as the text a history keeps."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from runadvisor.domain.rule_settings import DEFAULT_SETTINGS, RuleSettings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.history.store import History

RULE_SETTINGS = "rule_settings"
"""Key of the history's note that holds them."""


def rule_settings(history: History) -> RuleSettings:
    """Return what is not at its default, as it was written down."""
    return settings_of(history.note(RULE_SETTINGS))


def keep_rule_settings(history: History, settings: RuleSettings) -> RuleSettings:
    """Keep how the rules are wanted, and return how they were before.

    Raises:
        HistoryError: The file cannot be written.
    """
    before = rule_settings(history)
    history.set_note(RULE_SETTINGS, settings_text(settings))
    return before


def settings_text(settings: RuleSettings) -> str:
    """Return settings as JSON."""
    return json.dumps(
        {
            "off": sorted(settings.off),
            "wanted": sorted(settings.wanted),
            "thresholds": {rule: dict(at) for rule, at in sorted(settings.thresholds.items())},
        }
    )


def settings_of(text: str | None) -> RuleSettings:
    """Return the settings of a text; one that cannot be read leaves every rule at its default."""
    try:
        table = json.loads(text or "{}")
        return RuleSettings(
            off=frozenset(map(str, table.get("off", ()))),
            wanted=frozenset(map(str, table.get("wanted", ()))),
            thresholds={rule: _numbers(at) for rule, at in table.get("thresholds", {}).items()},
        )
    except (AttributeError, TypeError, ValueError):
        return DEFAULT_SETTINGS


def _numbers(at: Mapping[str, Any]) -> dict[str, float]:
    return {name: float(value) for name, value in at.items()}
