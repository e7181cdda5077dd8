"""``runadvisor rules``: the rules in a line each, which speak, and at which numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.history_file import opened
from runadvisor.cli.json_output import dumped
from runadvisor.cli.rule_words import rule_lines, rules_json
from runadvisor.cli.words import WrongUseError
from runadvisor.domain.rule_settings import DEFAULT_SETTINGS
from runadvisor.history.rule_settings import keep_rule_settings, rule_settings
from runadvisor.language import _
from runadvisor.warning.rule_settings import (
    at_default,
    fitting,
    may_switch,
    switched,
    with_threshold,
)
from runadvisor.warning.rules import RULES
from runadvisor.warning.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from argparse import Namespace

    from runadvisor.domain.rule_settings import RuleSettings
    from runadvisor.warning.rule import Rule

ALL = "all"
_RULE = {rule.rule_id: rule for rule in RULES}


def run(arguments: Namespace) -> ExitCode:
    """Change what is asked for, then print every rule."""
    with opened(arguments.history) as advisor:
        before = fitting(rule_settings(advisor.history), RULES)
        settings = _changed(before, arguments)
        if settings != before:
            keep_rule_settings(advisor.history, settings)
    if arguments.json:
        print(dumped(rules_json(settings)))
    else:
        print("\n".join(rule_lines(settings)))
    return ExitCode.DONE


def _changed(settings: RuleSettings, arguments: Namespace) -> RuleSettings:
    """Return the settings after the options, first those that go back to a default.

    Raises:
        WrongUseError: There is no such rule or number, or it may not be changed so.
    """
    for name in arguments.default or ():
        settings = DEFAULT_SETTINGS if name == ALL else at_default(settings, _rule(name).rule_id)
    for names, is_on in ((arguments.off, False), (arguments.on, True)):
        for name in names or ():
            rule = _rule(name)
            if not may_switch(rule):
                raise WrongUseError(_("{rule} cannot be switched.").format(rule=rule.rule_id))
            settings = switched(settings, rule, is_on=is_on)
    for name, number, text in arguments.set or ():
        settings = with_threshold(settings, _rule(name), number, _value(_rule(name), number, text))
    return settings


def _rule(name: str) -> Rule:
    rule = _RULE.get(name.upper())
    if rule is None:
        raise WrongUseError(
            _("There is no rule “{name}”. They are called R01 to R38: runadvisor rules").format(
                name=name
            )
        )
    return rule


def _value(rule: Rule, number: str, text: str) -> float:
    field = THRESHOLDS.get(rule.rule_id, {}).get(number)
    if field is None:
        raise WrongUseError(
            _("{rule} has no number “{number}” that may be changed. See: runadvisor rules").format(
                rule=rule.rule_id, number=number
            )
        )
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not field.least <= value <= field.most:
        raise WrongUseError(
            _("{number} of {rule} lies between {least} and {most}.").format(
                number=number, rule=rule.rule_id, least=f"{field.least:g}", most=f"{field.most:g}"
            )
        )
    return value
