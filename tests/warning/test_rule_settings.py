"""Which rules may be changed, how far, and that the description of that is whole."""

from __future__ import annotations

import pytest

from runadvisor.domain.rule_settings import DEFAULT_SETTINGS, RuleSettings
from runadvisor.warning.rule_list import FAMILY_TITLES, RULE_LINES, why_fixed
from runadvisor.warning.rule_settings import (
    at_default,
    fitting,
    may_switch,
    rules_at,
    speaks,
    switched,
    with_threshold,
)
from runadvisor.warning.rules import RULES
from runadvisor.warning.thresholds import THRESHOLDS, ThresholdUnit

RULE = {rule.rule_id: rule for rule in RULES}
FIXED_FOR_LIMITS = {"R01", "R08", "R18"}
OF_THE_BODY = {"R03", "R19", "R20", "R21", "R22", "R27"}


def test_every_rule_has_a_line_and_every_family_a_title() -> None:
    assert RULE_LINES.keys() == RULE.keys()
    assert {line.family for line in RULE_LINES.values()} == FAMILY_TITLES.keys()


def test_every_rule_has_numbers_to_change_or_a_reason_why_not() -> None:
    for rule in RULES:
        assert (why_fixed(rule) is None) is (rule.rule_id in THRESHOLDS), rule.rule_id


def test_limits_and_the_body_keep_their_numbers() -> None:
    assert not (FIXED_FOR_LIMITS | OF_THE_BODY) & THRESHOLDS.keys()
    assert {r.rule_id for r in RULES if not may_switch(r) and not r.is_silent} == OF_THE_BODY


@pytest.mark.parametrize("rule_id", sorted(THRESHOLDS))
def test_each_number_exists_and_its_default_lies_within_its_bounds(rule_id: str) -> None:
    rule = RULE[rule_id]
    assert rule.tuned is not None
    for name, field in THRESHOLDS[rule_id].items():
        assert field.least <= rule.thresholds[name] <= field.most
        assert field.least < field.most
        assert 0 < field.step <= field.most - field.least
        for edge in (field.least, field.most):
            changed = with_threshold(DEFAULT_SETTINGS, rule, name, edge)
            assert fitting(changed, RULES) == changed


@pytest.mark.parametrize(
    ("rule_id", "lower", "higher"),
    [
        ("R02", "info_ratio", "watch_ratio"),
        ("R06", "info_ratio", "watch_ratio"),
        ("R12", "least_per_km", "watch_per_km"),
        ("R31", "share_before", "share_now"),
    ],
)
def test_no_edge_can_be_set_past_the_one_for_more(rule_id: str, lower: str, higher: str) -> None:
    assert THRESHOLDS[rule_id][lower].most <= THRESHOLDS[rule_id][higher].least


def test_every_unit_is_used() -> None:
    used = {field.unit for fields in THRESHOLDS.values() for field in fields.values()}
    assert used == set(ThresholdUnit)


def test_a_number_set_back_to_its_default_is_no_change() -> None:
    changed = with_threshold(DEFAULT_SETTINGS, RULE["R04"], "ratio", 1.5)
    assert changed.changed == {"R04"}
    assert with_threshold(changed, RULE["R04"], "ratio", 1.3) == DEFAULT_SETTINGS


def test_one_rule_goes_back_to_its_default_and_the_others_stay() -> None:
    changed = switched(DEFAULT_SETTINGS, RULE["R06"], is_on=False)
    changed = with_threshold(changed, RULE["R06"], "watch_ratio", 3.0)
    changed = switched(changed, RULE["R23"], is_on=True)
    assert at_default(changed, "R06") == RuleSettings(wanted=frozenset({"R23"}))


def test_a_rule_that_is_off_until_wanted_is_switched_the_other_way_round() -> None:
    rule = RULE["R23"]
    assert not speaks(rule, DEFAULT_SETTINGS)
    on = switched(DEFAULT_SETTINGS, rule, is_on=True)
    assert speaks(rule, on)
    assert switched(on, rule, is_on=False) == DEFAULT_SETTINGS


@pytest.mark.parametrize("rule_id", [*sorted(OF_THE_BODY), "R05", "R35"])
def test_what_may_not_be_switched_is_refused(rule_id: str) -> None:
    with pytest.raises(ValueError, match=rule_id):
        switched(DEFAULT_SETTINGS, RULE[rule_id], is_on=False)


@pytest.mark.parametrize(
    ("rule_id", "name", "value"),
    [("R01", "watch_ratio", 1.2), ("R04", "nothing", 1.0), ("R04", "ratio", 9.0)],
    ids=["limits rest on it", "no such number", "out of bounds"],
)
def test_a_number_that_may_not_be_is_refused(rule_id: str, name: str, value: float) -> None:
    with pytest.raises(ValueError, match=rule_id):
        with_threshold(DEFAULT_SETTINGS, RULE[rule_id], name, value)


def test_stored_settings_that_no_rule_can_follow_are_passed_over() -> None:
    stored = RuleSettings(
        off=frozenset({"R21", "R99", "R04"}),
        wanted=frozenset({"R23", "R04"}),
        thresholds={
            "R01": {"watch_ratio": 2.0},
            "R04": {"ratio": 1.5, "gone": 1.0, "least_week_m": -1.0},
            "R12": {"ratio": 1.5},
            "R99": {"x": 1.0},
        },
    )
    assert fitting(stored, RULES) == RuleSettings(
        off=frozenset({"R04"}), wanted=frozenset({"R23"}), thresholds={"R04": {"ratio": 1.5}}
    )
    rules_at(RULES, fitting(stored, RULES))
