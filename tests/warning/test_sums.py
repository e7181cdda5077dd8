"""Every number behind a warning has a name, and every sum is made of the warning's own values."""

from __future__ import annotations

import pytest

from runadvisor import wording
from runadvisor.warning.evidence_kind import EvidenceKind, evidence_kind
from runadvisor.warning.rules import RULES
from runadvisor.warning.sums import terms
from tests.warning.test_rule_table import CASES, known_of

ANSWERS_ALONE = {"R03", "R15", "R21", "R22", "R23", "R27", "R36", "R26"}
"""Rules that rest on no run that could be drawn."""


def found() -> dict[str, object]:
    """One warning of each code that the table of rules raises."""
    by_code = {}
    for case in CASES:
        known = known_of(case)
        for rule in RULES:
            for warning in rule.raised(known):
                by_code.setdefault(warning.code, warning)
    return by_code


@pytest.fixture(scope="module")
def warnings() -> dict:
    return found()


def test_every_rule_of_load_shows_its_numbers(warnings: dict) -> None:
    about_load = {rule.rule_id for rule in RULES if rule.is_about_load}
    without = {
        warning.code
        for warning in warnings.values()
        if warning.rule in about_load and not terms(warning)
    }
    assert without == set()


def test_each_number_is_one_of_the_warning_and_can_be_worded(warnings: dict) -> None:
    for warning in warnings.values():
        for term in terms(warning):
            assert warning.values[term.name] == term.value
            assert wording.shown(term.name, term.value) != wording.UNKNOWN
            assert "{" not in term.label


def test_a_ratio_can_be_worked_out_again_from_the_numbers_beside_it(warnings: dict) -> None:
    def number(code: str, name: str) -> float:
        return next(t.value for t in terms(warnings[code]) if t.name == name)

    assert number("session-spike", "ratio") == pytest.approx(
        number("session-spike", "distance_m") / number("session-spike", "longest_m")
    )
    assert number("minutes-spike", "minutes_ratio") == pytest.approx(
        number("minutes-spike", "run_s") / number("minutes-spike", "longest_s")
    )
    assert number("week-jump", "jump_percent") == pytest.approx(
        (number("week-jump", "week_m") / number("week-jump", "most_m") - 1) * 100
    )
    assert number("days-alike", "sameness_ratio") == pytest.approx(
        number("days-alike", "mean_day_s") / number("days-alike", "spread_s")
    )
    assert number("strain-high", "strain") == pytest.approx(
        number("strain-high", "week_s") / 60 * number("strain-high", "sameness_ratio"), abs=0.5
    )
    assert number("slow-creep", "jump_percent") == pytest.approx(
        (number("slow-creep", "late_m") / number("slow-creep", "early_m") - 1) * 100
    )


def test_what_rests_on_runs_or_pain_is_drawn(warnings: dict) -> None:
    undrawn = {w.rule for w in warnings.values() if evidence_kind(w) is None}
    assert undrawn <= ANSWERS_ALONE
    kinds = {code: evidence_kind(w) for code, w in warnings.items()}
    assert kinds["week-jump"] is EvidenceKind.WEEKS
    assert kinds["few-rest-days"] is EvidenceKind.DAYS
    assert kinds["pain-red"] is EvidenceKind.PAIN
    assert kinds["session-spike"] is EvidenceKind.RUN
