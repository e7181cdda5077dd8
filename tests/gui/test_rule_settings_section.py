"""The section that switches rules and changes their numbers, by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from runadvisor.domain.rule_settings import DEFAULT_SETTINGS, RuleSettings
from runadvisor.gui.pages.rule_settings import RuleSettingsSection
from runadvisor.gui.widgets.threshold_field import ThresholdBox, threshold_words
from runadvisor.warning.rules import RULES
from runadvisor.warning.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def section(qtbot: QtBot) -> RuleSettingsSection:
    made = RuleSettingsSection()
    qtbot.addWidget(made)
    made.show()
    return made


def test_each_rule_is_listed_and_only_what_may_be_changed_can_be(
    section: RuleSettingsSection,
) -> None:
    assert section.rows.keys() == {rule.rule_id for rule in RULES}
    assert {key for key, row in section.rows.items() if row.numbers.isVisible()} == set(THRESHOLDS)
    unswitchable = {key for key, row in section.rows.items() if not row.switch.isVisible()}
    body, silent = (
        {"R03", "R19", "R20", "R21", "R22", "R27"},
        {"R05", "R25", "R32", "R34", "R35", "R38"},
    )
    assert unswitchable == body | silent


def test_changes_come_out_and_all_goes_back(section: RuleSettingsSection) -> None:
    told: list[RuleSettings] = []
    section.changed.connect(told.append)
    section.rows["R06"].switch.click()
    section.rows["R23"].switch.click()
    section.rows["R04"].numbers.click()
    section.rows["R04"].boxes["least_week_m"].setValue(15.0)
    assert told[-1] == RuleSettings(
        off=frozenset({"R06"}),
        wanted=frozenset({"R23"}),
        thresholds={"R04": {"least_week_m": 15_000}},
    )
    assert "3 rules are not at their default." in [la.text() for la in section.findChildren(QLabel)]
    section.rows["R04"].back.click()
    assert told[-1].changed == {"R06", "R23"}
    assert section.rows["R04"].boxes["least_week_m"].value() == 10.0
    section.reset_all.click()
    assert told[-1] == DEFAULT_SETTINGS
    assert not section.reset_all.isEnabled()


@pytest.mark.parametrize("rule_id", sorted(THRESHOLDS))
def test_a_number_that_is_only_shown_stays_the_number_it_was(qtbot: QtBot, rule_id: str) -> None:
    rule = next(rule for rule in RULES if rule.rule_id == rule_id)
    for name, field in THRESHOLDS[rule_id].items():
        box = ThresholdBox(field, name=name)
        qtbot.addWidget(box)
        told: list[float] = []
        box.settled.connect(told.append)
        box.show_value(rule.thresholds[name])
        assert told == []
        box.stepUp()
        box.stepDown()
        assert told[-1] == rule.thresholds[name]
        assert box.text() == threshold_words(field, rule.thresholds[name])
