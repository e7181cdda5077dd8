from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor import wording
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.warning.assess import raised_warnings, standing_warnings
from runadvisor.warning.rule import facts
from tests.builders import DAY_ONE, runs, weekly_runs
from tests.strategies import histories

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity
    from runadvisor.domain.warning import TrainingWarning


def _spikes(history: list[Activity], *, code: str = "session-spike") -> list[TrainingWarning]:
    known = facts(history, as_of=DAY_ONE + timedelta(days=400))
    every = [w for card in raised_warnings(known) for w in card.every]
    return [w for w in every if w.rule == "R01" and w.code == code]


def _three(last_m: int) -> list[Activity]:
    return runs([(0, 10_000), (3, 10_000), (6, last_m)])


def test_11_0_km_after_10_km_raises_nothing() -> None:
    assert _spikes(_three(11_000)) == []


@pytest.mark.parametrize(
    ("last_m", "tier", "band"),
    [
        (11_100, Tier.WATCH, "10-30 %"),
        (13_000, Tier.WATCH, "10-30 %"),
        (13_100, Tier.ACT, "30-100 %"),
        (20_000, Tier.ACT, "30-100 %"),
        (20_100, Tier.ACT, ">100 %"),
    ],
)
def test_the_tier_and_band_follow_the_ratio(last_m: int, tier: Tier, band: str) -> None:
    (warning,) = _spikes(_three(last_m))
    assert (warning.tier, warning.values["band"]) == (tier, band)
    assert warning.values["distance_m"] == last_m
    assert warning.values["longest_m"] == 10_000
    assert warning.values["ratio"] == pytest.approx(last_m / 10_000)


def test_less_than_a_kilometre_more_is_information_only() -> None:
    (warning,) = _spikes(runs([(0, 3_000), (3, 3_900)]), code="session-spike-small")
    assert (warning.tier, warning.clears_on) == (Tier.INFO, DAY_ONE + timedelta(days=4))


def test_a_run_with_nothing_in_30_days_before_says_no_baseline() -> None:
    first, later = _spikes(runs([(0, 10_000), (40, 25_000)]), code="no-baseline")
    assert later.values["band"] == "no baseline"
    assert later.values["ratio"] is None
    assert wording.sentence(first.title) != wording.sentence(later.title)


def test_a_spike_stands_for_14_days_after_the_run() -> None:
    history = _three(13_100)
    day = DAY_ONE + timedelta(days=6)
    standing = [
        [w for w in standing_warnings(facts(history, as_of=day + timedelta(days=n))) if w.tier > 1]
        for n in (0, 14, 15)
    ]
    assert [len(found) for found in standing] == [1, 1, 0]


def test_a_short_history_weakens_the_grade() -> None:
    (early,) = _spikes(_three(13_100))
    (late,) = _spikes(weekly_runs(6, {1: 8_000, 3: 8_000}) + runs([(43, 13_000)]))
    assert (early.grade, early.values["confidence"]) == (EvidenceGrade.WEAK, "low")
    assert (late.grade, late.values["confidence"]) == (EvidenceGrade.MODERATE, "full")


def test_the_warning_names_the_run_and_the_run_it_stands_against() -> None:
    (warning,) = _spikes(_three(13_100))
    assert warning.activity_ids == (3, 2)


def test_every_sentence_of_a_spike_can_be_worded() -> None:
    (warning,) = _spikes(_three(20_100))
    assert wording.sentence(warning.message) == (
        "Sunday’s 20.1 km was 101.0 % longer than any run of the 30 days before."
    )
    assert [wording.sentence(line) for line in warning.advice][1] == (
        "Keep runs at or under 11.0 km until Sunday 25 January."
    )
    assert "Sunday 25 January" in wording.sentence(warning.clears)


@settings(max_examples=60)
@given(histories(max_runs=30), st.integers(0, 120))
def test_what_comes_later_never_changes_what_was_said(history: list[Activity], offset: int) -> None:
    day = DAY_ONE + timedelta(days=offset)
    then = facts([a for a in history if a.local_date <= day], as_of=day)
    now = facts(history, as_of=day)
    assert raised_warnings(then) == raised_warnings(now)
    assert standing_warnings(then) == standing_warnings(now)
    whole = raised_warnings(facts(history, as_of=DAY_ONE + timedelta(days=999)))
    assert [w for w in whole if w.date <= day] == list(raised_warnings(now))
