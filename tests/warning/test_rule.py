from __future__ import annotations

import pytest

from runadvisor.domain.body import Tissue
from runadvisor.domain.warning import EvidenceGrade
from runadvisor.warning.rule import Rule
from runadvisor.warning.rules import RULES


@pytest.mark.parametrize("missing", ["thresholds", "citations", "tissues"])
def test_a_rule_without_threshold_citation_or_tissue_does_not_load(missing: str) -> None:
    parts = {
        "thresholds": {"x": 1.0},
        "citations": ("own_choice",),
        "tissues": (Tissue.BONE,),
    }
    empty = {} if missing == "thresholds" else ()
    with pytest.raises(ValueError, match="lacks"):
        Rule(
            rule_id="R99",
            name="none",
            grade=EvidenceGrade.WEAK,
            raised=lambda _: (),
            standing=lambda _: (),
            **parts | {missing: empty},
        )


def test_every_rule_has_its_own_id() -> None:
    assert len({rule.rule_id for rule in RULES}) == len(RULES)
