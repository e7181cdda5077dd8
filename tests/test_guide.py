"""The guide is complete, says where everything is from, and keeps to its words."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from runadvisor import catalog as module
from runadvisor.assets import asset
from runadvisor.catalog import load_catalog, load_guide
from runadvisor.domain.guide import Claim, GuidePart, SectionKind
from runadvisor.domain.knowledge import SourceCheck
from runadvisor.domain.warning import EvidenceGrade

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from runadvisor.domain.guide import Guide, GuideArticle
    from runadvisor.domain.knowledge import Catalog

# The rows of the evidence table, and how each begins there, so that a wrong number shows.
ROWS = {
    "S01": "hip osteoarthritis",
    "S02": "hip tendinitis",
    "S03": "hip flexor strain",
    "S04": "iliotibial band",
    "S05": "hip fracture",
    "S06": "bursitis",
    "S07": "labral tear",
    "S08": "runner’s knee",
    "S09": "avascular necrosis",
    "S10": "strength imbalance",
    "S11": "bad posture",
    "S12": "infection",
    "S13": "muscle strain",
    "S14": "sharp pain",
    "S15": "spasm",
    "S16": "less strength near the groin",
    "S17": "a tug or pull",
    "S18": "soreness in the upper leg",
    "S19": "low chair",
    "S20": "no warm-up",
    "S21": "ice",
    "S22": "compression",
    "S23": "heat",
    "S24": "rest",
    "S25": "trolley",
    "S26": "anti-inflammatory",
    "S27": "injections",
    "S28": "foam roller",
    "S29": "stretch",
    "S30": "bone scan",
    "S31": "surgery",
    "S32": "running with pain",
    "S33": "how long does it take",
    "S34": "strength for hip",
    "S35": "cool-down",
    "S36": "regular massage after running",
    "S37": "footwear",
    "S38": "posture",
    "S39": "medical help",
    "S40": "breaks",
    "S41": "running for life",
}
MISSING_BEFORE = {
    "gluteal-tendinopathy": "gluteal",
    "proximal-hamstring": "hamstring",
    "bone-stress": "bone stress",
    "reds": "energy",
    "previous-injury": "injury",
    "single-run": "longer",
    "sleep": "sleep",
    "hard-days": "hard days",
    "adductor-groin": "groin",
    "back-referral": "back",
    "fai": "impingement",
    "hernia-pelvic-floor": "pelvic floor",
    "coming-back": "ladder",
    "pain-relief": "painkiller",
}
RULE_IDS = [f"R{number:02}" for number in range(1, 39)]
NEVER_SAID = (
    r"!",
    r"risk score",
    r"probabilit",
    r"you should have",
    r"\byou have\b",
    r"\byou.ve got\b",
    r"you suffer",
    r"wear and tear",
    r"worn out",
    r"\balert",
    r"guarantee",
    r"no pain,? no gain",
    r"\bbody.?weight",
    r"\bweigh less",
    r"overweight",
    r"obes",
    r"\bBMI\b",
    r"lose weight",
    r"hazard ratio",
    r"\bTODO\b",
    r"\brun through\b",
    r"prevents? all",
    r"\bno risk\b",
    r"\bsafe to run\b",
)
LONGEST = {"title": 60, "lead": 240, "claim": 260, "question": 90, "note": 120, "see_soon": 130}
LEGEND = "how-to-read"
"""Its statements show the grades themselves."""


@pytest.fixture(scope="module")
def knowledge() -> Catalog:
    return load_catalog()


@pytest.fixture(scope="module")
def guide(knowledge: Catalog) -> Guide:
    return load_guide(knowledge)


def _text(article: GuideArticle) -> str:
    questions = (answer.question for answer in article.answers)
    parts = (article.title, *article.also, *(claim.text for claim in article.claims), *questions)
    return " ".join(parts).lower()


@pytest.mark.parametrize("row", ROWS)
def test_every_row_of_the_evidence_table_has_a_page_that_speaks_of_it(
    guide: Guide, row: str
) -> None:
    pages = [article for article in guide.articles.values() if row in article.covers]
    assert pages
    assert any(ROWS[row] in _text(article) for article in pages)


def test_no_page_covers_a_row_that_does_not_exist(guide: Guide) -> None:
    assert {row for article in guide.articles.values() for row in article.covers} == ROWS.keys()
    assert list(ROWS) == [f"S{number:02}" for number in range(1, 42)]


def test_what_the_old_advice_left_out_has_pages(guide: Guide) -> None:
    for page, word in MISSING_BEFORE.items():
        assert word in _text(guide.articles[page])


def test_every_condition_treatment_and_tip_answers_what_runners_are_told(guide: Guide) -> None:
    # The signs S14-S20 are answered where the hip flexors are; S12 and S13 claim nothing.
    claiming = set(ROWS) - {f"S{n}" for n in range(14, 21)} - {"S12", "S13"}
    answered = {row for a in guide.articles.values() if a.answers for row in a.covers}
    assert claiming <= answered
    for article in guide.articles.values():
        assert all(a.question.startswith("Is it true that ") for a in article.answers)
        assert all(a.question.endswith("?") for a in article.answers)


def test_a_warning_of_every_rule_leads_to_one_page(guide: Guide) -> None:
    by_rule = [rule for article in guide.articles.values() for rule in article.rules]
    assert sorted(by_rule) == RULE_IDS
    assert guide.by_topic.keys() >= set(by_rule)
    assert set(guide.by_topic.values()) <= guide.articles.keys()


def test_a_condition_page_says_how_it_shows_what_helps_and_when_to_be_seen(guide: Guide) -> None:
    spots = {a.article_id: a for a in guide.articles.values() if a.part is GuidePart.WHERE_IT_HURTS}
    for article in spots.values():
        kinds = {section.kind for section in article.sections}
        assert article.red_flags or article.see_soon
        if article.article_id not in {"where-it-hurts", "imbalance"}:
            assert {SectionKind.SHOWS, SectionKind.HELPS} <= kinds
            assert kinds & {SectionKind.TODAY, SectionKind.FIRST}


def test_a_page_never_recommends_an_exercise_it_warns_of(guide: Guide) -> None:
    for article in guide.articles.values():
        assert not article.exercises.keys() & article.exercises_not.keys()


@pytest.mark.parametrize(
    "page", ["hip-flexor", "adductor-groin", "labral-tear", "fai", "hip-osteoarthritis"]
)
def test_at_the_groin_bone_is_asked_about_before_anything_else(guide: Guide, page: str) -> None:
    first = guide.articles[page].sections[0]
    assert first.kind is SectionKind.FIRST
    assert "no running" in " ".join(claim.text for claim in first.claims)
    assert "U-a" in guide.articles[page].red_flags


def test_what_may_be_bone_is_never_left_for_two_weeks(guide: Guide) -> None:
    may_be_bone = [
        reason
        for article in guide.articles.values()
        for reason in article.see_soon
        if "may be bone" in reason
    ]
    assert may_be_bone
    assert all("no running" in reason and "within seven days" in reason for reason in may_be_bone)


def test_pregnancy_and_youth_have_pages_that_close_the_usual_way_back(guide: Guide) -> None:
    birth, young = guide.articles["pregnancy"], guide.articles["young-runners"]
    assert "84 days" in _text(birth)
    assert {"E05", "E10", "E11", "E26", "E28", "E21"} == birth.exercises_not.keys()
    assert not birth.exercises
    assert "no ladder" in _text(young)
    assert "U-g" in young.red_flags


def test_no_page_on_bone_offers_an_exercise(guide: Guide) -> None:
    for page in ("bone-stress", "hip-fracture", "avascular-necrosis", "see-somebody"):
        assert not guide.articles[page].exercises


def test_the_page_on_stopping_names_every_sign_that_locks(guide: Guide, knowledge: Catalog) -> None:
    flags = {f.flag_id for f in knowledge.red_flags if f.urgency.is_lock and f.question}
    assert set(guide.articles["see-somebody"].red_flags) == flags


def test_nothing_is_called_better_than_weak_without_a_source_somebody_read(
    guide: Guide, knowledge: Catalog
) -> None:
    read = {
        key
        for key, citation in knowledge.citations.items()
        if citation.checked in {SourceCheck.PRIMARY, SourceCheck.SECONDARY}
    }
    bare = [
        claim.text
        for article in guide.articles.values()
        if article.article_id != LEGEND
        for claim in article.claims
        if claim.grade is not EvidenceGrade.WEAK and not read & set(claim.citations)
    ]
    assert bare == []


def test_a_statement_without_a_source_does_not_load() -> None:
    with pytest.raises(ValueError, match="no source for: So it is"):
        Claim(text="So it is.", grade=EvidenceGrade.WEAK, citations=())


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("related", ["nowhere"], "no page nowhere"),
        ("red_flags", ["U-z"], "no red flag U-z"),
        ("exercises", {"E99": "never"}, "no exercise E99"),
        ("rules", ["R01"], "R01 leads to"),
    ],
)
def test_a_page_that_names_what_is_not_there_does_not_load(
    monkeypatch: pytest.MonkeyPatch,
    knowledge: Catalog,
    field: str,
    value: object,
    words: str,
) -> None:
    table = module._table

    def broken(name: str) -> dict[str, Any]:
        entries = table(name)
        if name == "guide/what-helps.toml":
            entries["ice"][field] = value
        return entries

    monkeypatch.setattr(module, "_table", broken)
    with pytest.raises(ValueError, match=words):
        load_guide(knowledge)


def test_every_file_of_the_guide_is_read() -> None:
    files = {path.stem for path in asset("catalog", "guide").glob("*.toml")}
    assert files == set(module.GUIDE_FILES)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


@pytest.mark.parametrize(
    "path", sorted(asset("catalog").rglob("*.toml")), ids=lambda path: path.stem
)
def test_no_text_of_the_catalog_says_what_we_never_say(path: Path) -> None:
    texts = _strings(tomllib.loads(path.read_text(encoding="utf-8")))
    said = [
        (pattern, text)
        for text in texts
        for pattern in NEVER_SAID
        if re.search(pattern, text, re.IGNORECASE)
    ]
    assert said == []


def test_texts_are_short_enough_to_be_read(guide: Guide) -> None:
    texts: list[tuple[str, str]] = []
    for article in guide.articles.values():
        texts += [("title", article.title), ("lead", article.lead)]
        texts += [("claim", claim.text) for claim in article.claims]
        texts += [("question", answer.question) for answer in article.answers]
        texts += [("see_soon", reason) for reason in article.see_soon]
        notes = (*article.exercises.values(), *article.exercises_not.values())
        texts += [("note", note) for note in notes]
    assert [(kind, text) for kind, text in texts if len(text) > LONGEST[kind]] == []
    assert [text for kind, text in texts if kind != "note" and len(text) < 3] == []


def test_statements_are_whole_sentences_in_our_typography(guide: Guide) -> None:
    for article in guide.articles.values():
        for claim in article.claims:
            assert re.search(r"[.?”]$", claim.text), claim.text
            assert "'" not in claim.text, claim.text
            assert '"' not in claim.text, claim.text
            assert not re.search(r"\s{2}|\s[.,;:]", claim.text), claim.text


def test_no_statement_is_made_twice_on_a_page(guide: Guide) -> None:
    for article in guide.articles.values():
        texts = [claim.text for claim in article.claims]
        assert len(texts) == len(set(texts))
