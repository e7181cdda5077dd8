"""What holds for every rule of load, whatever the history."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor import wording
from runadvisor.catalog import load_catalog
from runadvisor.domain.activity import Activity, RunLabel, Sport
from runadvisor.domain.athlete import Athlete, Experience
from runadvisor.domain.rule_settings import RuleSettings
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.warning.assess import assess, raised_warnings, standing_warnings
from runadvisor.warning.rule import facts
from runadvisor.warning.rule_settings import rules_at
from runadvisor.warning.rules import RULES
from tests.builders import DAY_ONE, activity, runs, weekly_runs
from tests.strategies import histories

RULE = {rule.rule_id: rule for rule in RULES}
ALL_ON = RuleSettings(wanted=frozenset(rule.rule_id for rule in RULES if rule.is_opt_in))
RUNNER = Athlete(
    experience=Experience.NEW, easy_speed_mps=2.4, threshold_speed_mps=2.9, birth_year=1970
)
SILENT = {"R05", "R25", "R32", "R34", "R35", "R38"}


@st.composite
def full_histories(draw: st.DrawFn) -> list[Activity]:
    """Runs of all kinds: hills, races, efforts, surfaces, hours; with strength work between."""
    made = []
    for run in draw(histories(max_runs=40)):
        fields = draw(
            st.fixed_dictionaries(
                {
                    "sport": st.sampled_from(
                        [Sport.RUN, Sport.RUN, Sport.TRAIL_RUN, Sport.STRENGTH]
                    ),
                    "is_race": st.sampled_from([False, False, True]),
                    "session_rpe": st.sampled_from([None, 3.0, 8.0]),
                    "label": st.sampled_from([None, None, RunLabel.INTERVAL]),
                    "elevation_gain_m": st.sampled_from([None, 0.0, 60.0, 400.0]),
                    "elevation_loss_m": st.sampled_from([None, 0.0, 60.0, 400.0]),
                    "distance_m": st.sampled_from([run.distance_m, run.distance_m, None]),
                    "moving_time_s": st.sampled_from(
                        [run.moving_time_s, (run.moving_time_s or 0) * 0.8, None]
                    ),
                }
            )
        )
        made.append(replace(run, **fields))
    return made


@settings(max_examples=60, deadline=None)
@given(full_histories(), st.integers(0, 120))
def test_no_rule_looks_ahead(history: list[Activity], offset: int) -> None:
    day = DAY_ONE + timedelta(days=offset)
    whole = facts(history, as_of=day + timedelta(days=60), athlete=RUNNER)
    then = facts(history, as_of=day, athlete=RUNNER)
    cut = facts([a for a in history if a.local_date <= day], as_of=day, athlete=RUNNER)
    assert assess(then, settings=ALL_ON) == assess(cut, settings=ALL_ON)
    for rule in RULES:
        seen_later = [w for w in rule.raised(whole) if w.date <= day]
        assert seen_later == list(rule.raised(then)), rule.rule_id


@settings(max_examples=30, deadline=None)
@given(full_histories(), st.sets(st.sampled_from(sorted(RULE)), min_size=1))
def test_no_warning_rises_because_another_rule_speaks(
    history: list[Activity], chosen: set[str]
) -> None:
    known = facts(history, as_of=DAY_ONE + timedelta(days=150), athlete=RUNNER)
    few = assess(known, rules=[rule for rule in RULES if rule.rule_id in chosen])
    every = {w for card in assess(known).raised for w in map(_key, card.every)}
    opt_in = {rule.rule_id for rule in RULES if rule.is_opt_in}
    assert {_key(w) for card in few.raised for w in card.every if w.rule not in opt_in} <= every


def _key(warning: object) -> tuple[object, ...]:
    return tuple(getattr(warning, name) for name in ("rule", "code", "tier", "date"))


@settings(max_examples=30, deadline=None)
@given(full_histories())
def test_a_card_has_the_highest_tier_of_its_run_and_each_run_one_card(
    history: list[Activity],
) -> None:
    known = facts(history, as_of=DAY_ONE + timedelta(days=150), athlete=RUNNER)
    for card in raised_warnings(known):
        assert card.tier is max(warning.tier for warning in card.every)
        assert len({w.activity_ids[0] for w in card.also} | set(card.activity_ids[:1])) <= 2
    about_load = {rule.rule_id for rule in RULES if rule.is_about_load}
    fired = [
        (card.date, card.activity_ids[0])
        for card in raised_warnings(known)
        if card.rule in about_load and card.activity_ids and card.code != "no-baseline"
    ]
    assert len(set(fired)) == len(fired)


def test_the_table_is_whole() -> None:
    assert set(RULE) == {f"R{number:02}" for number in range(1, 39)} - {"R24"}


def test_every_citation_is_in_the_bibliography() -> None:
    known = load_catalog().citations
    assert {key for rule in RULES for key in rule.citations} <= known.keys()


def test_no_rule_of_our_own_choice_claims_more_than_weak_evidence() -> None:
    alone = [rule for rule in RULES if rule.citations == ("own_choice",)]
    assert {rule.grade for rule in alone} <= {EvidenceGrade.WEAK, EvidenceGrade.AGAINST}


@pytest.mark.parametrize("rule_id", sorted(SILENT))
def test_what_is_only_shown_or_not_in_the_data_never_warns(rule_id: str) -> None:
    known = facts(weekly_runs(20, {1: 9_000, 6: 30_000}), as_of=DAY_ONE + timedelta(days=140))
    assert RULE[rule_id].raised(known) == ()
    assert (RULE[rule_id].needs is None) is (rule_id in {"R05", "R25"})


def test_only_silent_rules_need_what_is_not_there() -> None:
    assert {rule.rule_id for rule in RULES if rule.needs} <= SILENT


SPIKING = weekly_runs(6, {1: 8_000, 3: 8_000}) + runs([(43, 13_000)])


def _tiers(**given: object) -> list[tuple[str, Tier]]:
    known = facts(SPIKING, as_of=DAY_ONE + timedelta(days=43))
    found = assess(known, settings=RuleSettings(**given))
    return [(w.rule, w.tier) for w in found.standing]


def test_a_rule_switched_off_is_silent() -> None:
    assert ("R01", Tier.ACT) in _tiers()
    assert "R01" not in [rule for rule, _ in _tiers(off=frozenset({"R01"}))]


def test_a_changed_threshold_changes_what_is_said_and_the_warning_says_so() -> None:
    history = [*weekly_runs(5, {1: 5_000, 4: 5_000}), *runs([(36, 7_000), (39, 7_000)])]
    known = facts(history, as_of=DAY_ONE + timedelta(days=43))
    strict = RuleSettings(thresholds={"R04": {"ratio": 1.5}})
    assert [w.is_at_default for w in assess(known).raised if w.rule == "R04"] == [True]
    assert [w for w in assess(known, settings=strict).raised if w.rule == "R04"] == []
    loose = RuleSettings(thresholds={"R04": {"ratio": 1.2}})
    (changed,) = [w for w in assess(known, settings=loose).raised if w.rule == "R04"]
    assert not changed.is_at_default


@pytest.mark.parametrize(
    "wrong",
    [
        {"off": frozenset({"R99"})},
        {"off": frozenset({"R21"})},
        {"thresholds": {"R04": {"nothing": 1.0}}},
        {"thresholds": {"R01": {"watch_ratio": 1.5}}},
    ],
    ids=["no such rule", "always on", "no such threshold", "limits rest on it"],
)
def test_settings_that_cannot_be_are_refused(wrong: dict) -> None:
    with pytest.raises(ValueError, match="R"):
        rules_at(RULES, RuleSettings(**wrong))


def test_opt_in_rules_speak_only_when_asked() -> None:
    known = facts(runs([(0, 5_000), (20, 5_000)]), as_of=DAY_ONE + timedelta(days=20))
    assert "R23" not in {w.rule for w in assess(known).raised}
    wanted = assess(known, settings=RuleSettings(wanted=frozenset({"R23"})))
    assert "R23" in {w.rule for w in wanted.raised}


def test_a_rule_is_quiet_for_14_days_unless_its_tier_rises() -> None:
    hard = [
        activity(DAY_ONE + timedelta(days=n), number=n + 1, session_rpe=8)
        for n in (0, 1, 12, 13, 15, 16)
    ]
    known = facts(hard, as_of=DAY_ONE + timedelta(days=20))
    days = [(w.date - DAY_ONE).days for w in RULE["R09"].raised(known)]
    assert days == [1, 16]


@pytest.mark.parametrize("history", [[], [activity(DAY_ONE, None, sport=Sport.RIDE)]])
def test_without_runs_no_rule_of_load_speaks(history: list[Activity]) -> None:
    known = facts(history, as_of=DAY_ONE)
    assert [w for rule in RULES if rule.is_about_load for w in rule.raised(known)] == []


def test_every_sentence_can_be_worded() -> None:
    known = facts(SPIKING, as_of=DAY_ONE + timedelta(days=43))
    for card in (*raised_warnings(known), *standing_warnings(known)):
        for warning in card.every:
            for message in (warning.title, warning.message, warning.clears, *warning.advice):
                assert "{" not in wording.sentence(message)
