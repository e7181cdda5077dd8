"""What no sentence of the program may say, wherever it is written."""

from __future__ import annotations

import re

import pytest

from docs.languages.__main__ import sentences
from tests.test_guide import NEVER_SAID

# Harmless where it is not about health: "you have no time", "worn out" as a sign, a column's name.
OF_THE_GUIDE_ALONE = {r"\byou have\b", r"worn out", r"\bbody.?weight"}
NOT_CLAIMED = r"\b(not|no|neither|nor|nobody|open|hardly|whether|may)\b|\?$|^That |, or that "
FORBIDS = r"\b(no|not|avoid|barred)\b|^Hopping to test it\.$|\bhop test\b"


@pytest.fixture(scope="module")
def said() -> list[str]:
    ids = (message.id for message in sentences() if message.id)
    return [form for one in ids for form in ([one] if isinstance(one, str) else one)]


def test_no_sentence_diagnoses_frightens_shames_or_tells_to_run_through_pain(
    said: list[str],
) -> None:
    never = [pattern for pattern in NEVER_SAID if pattern not in OF_THE_GUIDE_ALONE]
    found = [(p, text) for text in said for p in never if re.search(p, text, re.IGNORECASE)]
    assert found == []


def test_no_hop_is_asked_of_anybody(said: list[str]) -> None:
    hops = [text for text in said if re.search(r"\bhop(s|ping)?\b", text, re.IGNORECASE)]
    assert hops
    assert [text for text in hops if not re.search(FORBIDS, text, re.IGNORECASE)] == []


def test_nothing_is_said_to_prevent_injuries(said: list[str]) -> None:
    claims = [text for text in said if re.search(r"\bprevents?\b", text, re.IGNORECASE)]
    assert claims
    assert [text for text in claims if not re.search(NOT_CLAIMED, text, re.IGNORECASE)] == []
