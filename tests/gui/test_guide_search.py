from __future__ import annotations

import pytest

from runadvisor.catalog import load_catalog, load_guide
from runadvisor.gui.guide_search import GuideIndex

GUIDE = load_guide(load_catalog())
INDEX = GuideIndex(GUIDE.articles.values())


def _found(query: str) -> list[str]:
    return [each.article.article_id for each in INDEX.search(query)]


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("bursitis", "gluteal-tendinopathy"),
        ("tendinitis", "hip-tendons"),
        ("ITBS", "itb"),
        ("shin splints", "bone-stress"),
        ("sciatica", "back-referral"),
        ("ibuprofen", "pain-relief"),
        ("should I run", "running-with-pain"),
        ("foam roll", "massage-rolling"),
        ("10 percent rule", "big-week"),
        ("missed period", "reds"),
        ("chest pain", "see-somebody"),
        ("ice", "ice"),
    ],
)
def test_the_words_runners_use_find_the_page_first(query: str, page: str) -> None:
    assert _found(query)[0] == page


def test_every_page_is_found_first_by_its_own_title() -> None:
    for article in GUIDE.articles.values():
        assert _found(article.title)[0] == article.article_id


def test_every_word_of_the_query_must_be_on_the_page() -> None:
    both = set(_found("groin night"))
    assert both == set(_found("groin")) & set(_found("night"))
    assert _found("groin xylophone") == []


def test_case_accents_and_unfinished_words_do_not_matter() -> None:
    assert _found("BURSÍTIS") == _found("bursitis")
    assert "gluteal-tendinopathy" in _found("burs")


@pytest.mark.parametrize("query", ["", "   ", "…?"])
def test_a_query_without_words_finds_nothing(query: str) -> None:
    assert _found(query) == []


def test_what_is_shown_under_a_title_holds_the_word_near_its_start() -> None:
    hip = next(f for f in INDEX.search("stairs") if f.article.article_id == "hip-flexor")
    assert "stairs" in hip.excerpt[:40]
    assert INDEX.search("bursitis")[0].excerpt == ""


@pytest.mark.parametrize(
    ("query", "word"),
    [("achiles", "achilles"), ("burstis", "bursitis"), ("zzzz", None), ("xq", None)],
)
def test_a_slip_of_the_finger_gets_the_word_that_was_meant(query: str, word: str | None) -> None:
    assert INDEX.suggestion(query) == word
