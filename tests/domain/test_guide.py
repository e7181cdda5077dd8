from __future__ import annotations

import pytest

from runadvisor.domain.guide import (
    Claim,
    GuideArticle,
    GuidePart,
    GuideSection,
    SectionKind,
)
from runadvisor.domain.warning import EvidenceGrade


def claim(text: str) -> Claim:
    return Claim(text=text, grade=EvidenceGrade.WEAK, citations=("own_choice",))


def test_a_statement_without_a_source_is_refused() -> None:
    with pytest.raises(ValueError, match="no source for: So it is"):
        Claim(text="So it is", grade=EvidenceGrade.WEAK, citations=())


def test_a_page_says_its_statements_in_reading_order() -> None:
    sections = tuple(
        GuideSection(kind=kind, claims=(claim(kind.value),))
        for kind in (SectionKind.FIRST, SectionKind.SHOWS)
    )
    page = GuideArticle(
        article_id="x",
        part=GuidePart.TRAINING,
        title="X",
        also=(),
        lead="",
        sections=sections,
        exercises={},
        exercises_not={},
        red_flags=(),
        see_soon=(),
        related=(),
    )
    assert [said.text for said in page.claims] == ["first", "shows"]
