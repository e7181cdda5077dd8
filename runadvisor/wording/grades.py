"""Tiers, grades and urgency: how sure, how pressing, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.knowledge import Urgency
from runadvisor.domain.text import N_
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runadvisor.domain.knowledge import Catalog

_TIER_WORDS = {
    Tier.INFO: N_("Info"),
    Tier.WATCH: N_("Watch"),
    Tier.ACT: N_("Act"),
    Tier.STOP_RUN: N_("Stop"),
    Tier.LOCK: N_("Stop"),
}
_TIER_MEANINGS = {
    Tier.INFO: N_("good to know, nothing to change"),
    Tier.WATCH: N_("go a little easier until the date"),
    Tier.ACT: N_("change this week’s plan"),
    Tier.STOP_RUN: N_("no running, or see somebody first"),
    Tier.LOCK: N_("no running, or see somebody first"),
}
_GRADE_WORDS = {
    EvidenceGrade.STRONG: N_("strong evidence"),
    EvidenceGrade.MODERATE: N_("moderate evidence"),
    EvidenceGrade.WEAK: N_("weak evidence"),
    EvidenceGrade.CONTESTED: N_("contested evidence"),
    EvidenceGrade.AGAINST: N_("evidence against it"),
}
_GRADE_DOTS = {
    EvidenceGrade.STRONG: "●●●",
    EvidenceGrade.MODERATE: "●●○",
    EvidenceGrade.WEAK: "●○○",
    EvidenceGrade.CONTESTED: "◐",
    EvidenceGrade.AGAINST: "○○○",
}
_SHAPES = {
    Tier.INFO: "·",
    Tier.WATCH: "▲",
    Tier.ACT: "◆",
    Tier.STOP_RUN: "⯃",
    Tier.LOCK: "⯃",
}
_BE_SEEN = {
    Urgency.NOW: N_("Call for help now."),
    Urgency.URGENT: N_("Be seen today or tomorrow."),
    Urgency.WEEK: N_("Be seen within seven days."),
    Urgency.SOON: N_("Be seen within two weeks."),
}
NOTHING_BEFORE = N_("Nothing to change before somebody has looked.")
"""In the place of a change while a sign stands."""
NO_DIAGNOSIS = N_("A hint, not a diagnosis: only somebody who examines you can tell.")


def be_seen_words(urgency: Urgency | None) -> str:
    """Return ``Be seen today or tomorrow.``; nothing without urgency."""
    return "" if urgency is None else _(_BE_SEEN[urgency])


def tier_word(tier: Tier) -> str:
    """Return the word of a tier: ``Watch``."""
    return _(_TIER_WORDS[tier])


def tier_shape(tier: Tier) -> str:
    """Return the shape of a tier as a character, for plain text."""
    return _SHAPES[tier]


def tier_meaning(tier: Tier) -> str:
    """Return what a tier asks for."""
    return _(_TIER_MEANINGS[tier])


def grade_words(grade: EvidenceGrade) -> str:
    """Return ``moderate evidence``."""
    return _(_GRADE_WORDS[grade])


def grade_dots(grade: EvidenceGrade) -> str:
    """Return the grade as filled dots: ``●●○``."""
    return _GRADE_DOTS[grade]


def source_line(citations: Iterable[str], catalog: Catalog) -> str:
    """Return the full references behind citation keys, one after the other."""
    return " · ".join(catalog.citations[key].full for key in citations)
