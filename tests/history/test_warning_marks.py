"""Marks and rule settings stay in the history, and what cannot be read hides nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.rule_settings import DEFAULT_SETTINGS, RuleSettings
from runadvisor.domain.warning import Tier
from runadvisor.domain.warning_mark import NO_MARK, WarningMark
from runadvisor.history.changes import SetNote
from runadvisor.history.rule_settings import (
    keep_rule_settings,
    rule_settings,
    settings_of,
    settings_text,
)
from runadvisor.history.store import History
from runadvisor.history.warning_marks import keep_mark, marks_of, marks_text, warning_marks

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 24)
MARK = WarningMark(
    seen_on=DAY, snoozed_until=date(2026, 12, 1), snoozed_tier=Tier.ACT, note="Läuft “gut”"
)
SETTINGS = RuleSettings(
    off=frozenset({"R06"}), wanted=frozenset({"R23"}), thresholds={"R04": {"ratio": 1.5}}
)


def test_a_mark_is_there_when_the_history_is_opened_again_and_can_be_taken_back(
    tmp_path: Path,
) -> None:
    path = tmp_path / "own.runadvisor"
    with History.open(path) as history:
        assert keep_mark(history, "session-spike/2026-11-22", MARK) == NO_MARK
        keep_mark(history, "run-streak/2026-11-20", WarningMark(note="on purpose"))
    with History.open(path) as history:
        assert warning_marks(history)["session-spike/2026-11-22"] == MARK
        assert keep_mark(history, "session-spike/2026-11-22", NO_MARK) == MARK
        assert list(warning_marks(history)) == ["run-streak/2026-11-20"]


def test_marks_survive_the_text() -> None:
    marks = {"a/2026-11-22": MARK, "b/2026-11-22": WarningMark(seen_on=DAY)}
    assert marks_of(marks_text(marks)) == marks


@pytest.mark.parametrize(
    "text",
    [None, "", "[]", "{", '{"a": 3}', '{"a": {"snoozed_tier": "loud"}}', '{"a": {"seen_on": 7}}'],
)
def test_a_mark_that_cannot_be_read_says_nothing(text: str | None) -> None:
    assert marks_of(text) == {}


def test_rule_settings_are_there_again(tmp_path: Path) -> None:
    path = tmp_path / "own.runadvisor"
    with History.open(path) as history:
        assert keep_rule_settings(history, SETTINGS) == DEFAULT_SETTINGS
    with History.open(path) as history:
        assert rule_settings(history) == SETTINGS
    assert settings_of(settings_text(SETTINGS)) == SETTINGS


@pytest.mark.parametrize("text", [None, "", "[1]", "{", '{"off": 3}', '{"thresholds": {"R04": 1}}'])
def test_settings_that_cannot_be_read_leave_every_rule_at_its_default(text: str | None) -> None:
    assert settings_of(text) == DEFAULT_SETTINGS


def test_a_text_that_is_set_can_be_taken_back_and_set_again(tmp_path: Path) -> None:
    with History.open(tmp_path / "own.runadvisor") as history:
        way_back = history.apply(SetNote("a", "one"))
        assert (way_back, history.note("a")) == (SetNote("a", None), "one")
        again = history.apply(way_back)
        assert (again, history.note("a")) == (SetNote("a", "one"), None)
