"""The rules as a terminal shows them, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runadvisor.cli.tables import paragraph
from runadvisor.language import _
from runadvisor.warning.rule_list import FAMILY_TITLES, RULE_LINES, why_fixed
from runadvisor.warning.rule_settings import may_switch, speaks
from runadvisor.warning.rules import RULES
from runadvisor.warning.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.domain.rule_settings import RuleSettings
    from runadvisor.warning.rule import Rule

_RULE = {rule.rule_id: rule for rule in RULES}
_INDENT = "  "


def rule_lines(settings: RuleSettings) -> Iterator[str]:
    """Yield every rule by family: whether it speaks, what it looks for, its numbers."""
    for family, title in FAMILY_TITLES.items():
        yield _(title)
        for rule_id, line in RULE_LINES.items():
            if line.family is family:
                yield from _rule(_RULE[rule_id], settings)
        yield ""
    yield _("A number is changed by: runadvisor rules --set RULE NUMBER VALUE")


def rules_json(settings: RuleSettings) -> dict[str, Any]:
    """Return every rule with its numbers, as they are and as we set them."""
    return {"rules": [_rule_json(_RULE[rule_id], settings) for rule_id in RULE_LINES]}


def _rule(rule: Rule, settings: RuleSettings) -> Iterator[str]:
    line = RULE_LINES[rule.rule_id]
    is_changed = rule.rule_id in settings.changed
    state = _("shown") if rule.is_silent else _("on") if speaks(rule, settings) else _("off")
    words = _("{title}. {line}").format(title=_(line.title), line=_(line.line))
    mark = f"{_INDENT}{rule.rule_id}  {'*' if is_changed else ' '}{state:<6} "
    yield from paragraph(words, mark=mark)
    under = " " * len(mark)
    why = why_fixed(rule)
    if why is not None:
        yield from paragraph(_(why), indent=under)
    for name, field in THRESHOLDS.get(rule.rule_id, {}).items():
        default = rule.thresholds[name]
        now = settings.thresholds.get(rule.rule_id, {}).get(name, default)
        told = (
            _("{label}: {now} (default {default})") if now != default else _("{label}: {now}")
        ).format(label=_(field.label), now=f"{now:g}", default=f"{default:g}")
        yield from paragraph(told, indent=under, mark=f"{name}  ")


def _rule_json(rule: Rule, settings: RuleSettings) -> dict[str, Any]:
    line = RULE_LINES[rule.rule_id]
    changed = settings.thresholds.get(rule.rule_id, {})
    why = why_fixed(rule)
    return {
        "rule": rule.rule_id,
        "family": line.family.value,
        "title": _(line.title),
        "line": _(line.line),
        "grade": rule.grade.value,
        "citations": list(rule.citations),
        "speaks": not rule.is_silent and speaks(rule, settings),
        "can_be_switched": may_switch(rule),
        "at_default": rule.rule_id not in settings.changed,
        "why_fixed": None if why is None else _(why),
        "numbers": [
            {
                "name": name,
                "label": _(field.label),
                "unit": field.unit.value,
                "value": changed.get(name, rule.thresholds[name]),
                "default": rule.thresholds[name],
                "least": field.least,
                "most": field.most,
            }
            for name, field in THRESHOLDS.get(rule.rule_id, {}).items()
        ],
    }
