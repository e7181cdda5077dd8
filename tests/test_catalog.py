from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from runadvisor import catalog as module
from runadvisor.catalog import load_catalog
from runadvisor.charts.exercise_drawing import exercise_drawing
from runadvisor.domain.athlete import NOBODY
from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import NO_DIARY, Answer, HealthItem
from runadvisor.domain.knowledge import SourceCheck, Urgency
from runadvisor.domain.warning import EvidenceGrade
from runadvisor.plan import blocks
from runadvisor.warning.profile import profile_on
from runadvisor.warning.questions import spot_questions
from runadvisor.warning.rules import RULES

NO_STUDY = SourceCheck.NO_STUDY


def test_every_citation_of_a_rule_resolves() -> None:
    known = load_catalog().citations
    for rule in RULES:
        assert set(rule.citations) <= known.keys()
    assert "own_choice" in known


def test_every_source_says_how_well_we_know_it() -> None:
    entries = module._table("bibliography.toml")
    assert not [key for key, entry in entries.items() if "checked" not in entry]
    assert {key for key, c in load_catalog().citations.items() if c.checked is NO_STUDY} == {
        "clinical_consensus",
        "own_choice",
    }


def test_a_source_is_listed_once_and_its_doi_looks_like_one() -> None:
    citations = load_catalog().citations.values()
    dois = [c.doi for c in citations if c.doi is not None]
    assert len(dois) == len(set(dois))
    assert all(re.fullmatch(r"10\.\d{4,9}/\S+[^.\s]", doi) for doi in dois)
    for said in ("short", "full"):
        texts = [getattr(c, said) for c in citations]
        assert len(texts) == len(set(texts))


def test_the_blocks_a_plan_places_are_there() -> None:
    templates = load_catalog().templates
    assert {blocks.STRENGTH, blocks.STRETCHING, blocks.WARM_UP} <= templates.keys()


def test_all_34_exercises_have_a_dose_and_say_when_not() -> None:
    exercises = load_catalog().exercises
    assert list(exercises) == [f"E{number:02}" for number in range(1, 35)]
    assert all(e.dose and e.how and e.avoid_when for e in exercises.values())


def test_an_exercise_of_our_own_choice_is_never_called_checked() -> None:
    exercises = load_catalog().exercises.values()
    assert not [e.exercise_id for e in exercises if e.citation == "own_choice" and e.checked]


def test_both_kinds_of_red_flags_reach_the_sheet() -> None:
    flags = load_catalog().red_flags
    for urgency in (Urgency.NOW, Urgency.URGENT):
        assert [f for f in flags if f.urgency is urgency and f.on_sheet]


def test_a_block_that_names_an_unknown_exercise_does_not_load(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = module._table

    def broken(name: str) -> dict[str, Any]:
        entries = table(name)
        if name == "blocks.toml":
            entries["hip-core-25"]["exercises"] = ["E99"]
        return entries

    monkeypatch.setattr(module, "_table", broken)
    with pytest.raises(ValueError, match="no exercise E99"):
        load_catalog()


LIGHT = {"E02", "E07", "E08", "E10", "E12", "E13", "E19", "E22", "E23"} | {
    f"E{number}" for number in range(28, 34)
}
HEAVY = {f"E{number:02}" for number in (1, 3, 6, 11, 14, 15, 16, 17, 18, 20, 21, 24, 25, 27)}


def test_what_is_heavy_and_what_is_light_is_as_the_rules_split_it() -> None:
    exercises = load_catalog().exercises
    assert {key for key in LIGHT if exercises[key].is_heavy} == set()
    assert {key for key in HEAVY if not exercises[key].is_heavy} == set()


def test_every_exercise_says_what_it_is_for_and_what_is_known() -> None:
    for exercise in load_catalog().exercises.values():
        assert exercise.body_parts, exercise.exercise_id
        assert exercise.good_for, exercise.exercise_id
        assert exercise.works, exercise.exercise_id
        assert exercise.progression, exercise.exercise_id
        assert exercise.known, exercise.exercise_id


def test_the_how_of_an_exercise_fits_two_short_lines() -> None:
    too_long = [e.exercise_id for e in load_catalog().exercises.values() if len(e.how) > 100]
    assert too_long == []


def test_an_exercise_without_a_checked_source_is_called_weak() -> None:
    weak = EvidenceGrade.WEAK
    for exercise in load_catalog().exercises.values():
        if exercise.citation == "own_choice":
            assert exercise.grade is weak, exercise.exercise_id


def test_every_exercise_is_drawn_with_a_caption_for_each_position() -> None:
    for exercise in load_catalog().exercises.values():
        positions = exercise_drawing(exercise.exercise_id).count("<g ")
        assert len(exercise.captions) == positions, exercise.exercise_id


def test_the_templates_of_the_library_are_there() -> None:
    templates = load_catalog().templates
    rebuild = [t for t in templates.values() if t.family == "front-hip-rebuild"]
    assert [t.stage for t in rebuild] == ["week 1", "weeks 2–3", "weeks 4–6"]
    assert templates["outer-hip-leap"].exercises == ("E12", "E10", "E11", "E19", "E13")


def test_every_country_has_somebody_to_call() -> None:
    numbers = load_catalog().call_numbers
    assert numbers["DE"].out_of_hours == "116 117"
    for country, known in numbers.items():
        assert re.fullmatch(r"[A-Z]{2}", country)
        assert re.fullmatch(r"[0-9 ]{3,}", known.emergency)


def test_a_sign_without_a_grade_or_a_source_does_not_load(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = module._table

    def broken(missing: str) -> None:
        def without(name: str) -> dict[str, Any]:
            entries = table(name)
            if name == "red_flags.toml":
                del entries["now"][0][missing]
            return entries

        monkeypatch.setattr(module, "_table", without)
        with pytest.raises(KeyError, match=missing):
            load_catalog()

    broken("grade")
    broken("citations")


def test_every_question_of_a_spot_and_every_health_item_has_words() -> None:
    knowledge = load_catalog()
    assert {question.item for question in knowledge.health} == set(HealthItem)
    profile = profile_on(date(2026, 1, 1), NO_DIARY, NOBODY)
    asked = {
        question
        for site in BodySite
        for question in spot_questions(site, profile, {"gradual": Answer.NO})
    }
    assert asked | {"foot-wound"} == set(knowledge.questions)
