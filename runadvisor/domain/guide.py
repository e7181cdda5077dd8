"""The guide: pages a runner reads, each statement with its grade and its source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.domain.warning import EvidenceGrade


class GuidePart(StrEnum):
    """The parts of the contents, in their order."""

    SEE_SOMEBODY = "see-somebody"
    WHERE_IT_HURTS = "where-it-hurts"
    WHAT_HELPS = "what-helps"
    STAYING_WELL = "staying-well"
    TRAINING = "training"


class SectionKind(StrEnum):
    """What a section of a page answers, in the order a page tells it."""

    FIRST = "first"
    SHOWS = "shows"
    LOOKS = "looks"
    TODAY = "today"
    LIMITS = "limits"
    HELPS = "helps"
    STEPS = "steps"
    DOSE = "dose"
    GRADES = "grades"
    TIME = "time"
    AVOID = "avoid"
    CAUTION = "caution"


class Verdict(StrEnum):
    """What became of a piece of advice runners are given."""

    KEPT = "kept"
    PARTLY = "partly"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement; never shown without its grade and where it is from.

    Raises:
        ValueError: It names no source.
    """

    text: str
    grade: EvidenceGrade
    citations: tuple[str, ...]
    page: str | None = None
    """Id of the page it leads to."""

    def __post_init__(self) -> None:
        """Refuse a statement without a source."""
        if not self.citations:
            msg = f"no source for: {self.text}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideSection:
    """Statements under one heading."""

    kind: SectionKind
    claims: tuple[Claim, ...]
    title: str | None = None
    """A heading of its own, where that of its kind does not fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A verdict on something runners are told: “Is it true that …?”."""

    question: str
    verdict: Verdict
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideArticle:
    """One page of the guide."""

    article_id: str
    part: GuidePart
    title: str
    also: tuple[str, ...]
    """Other names, and words a runner may look for."""
    lead: str
    """What the statements below come to."""
    sections: tuple[GuideSection, ...]
    answers: tuple[Answer, ...] = ()
    exercises: Mapping[str, str]
    """Exercise id -> when."""
    exercises_not: Mapping[str, str]
    """Exercise id -> why not, or not yet."""
    red_flags: tuple[str, ...]
    """Ids of ``red_flags.toml`` that belong beside this page."""
    see_soon: tuple[str, ...]
    """Reasons to be seen within two weeks; clinical consensus."""
    related: tuple[str, ...]
    """Ids of other pages."""
    covers: tuple[str, ...] = ()
    """Rows S01-S41 of the evidence table this page answers."""
    rules: tuple[str, ...] = ()
    """Rules whose warnings lead here."""
    closed_by_lock: frozenset[SectionKind] = frozenset()
    """Sections that tell how to run or train: not shown while a lock stands."""
    shows_diary: bool = False
    """Whether it shows what the sore places of the diary fit with."""
    gathers_answers: bool = False
    """Whether it shows the answers of all other pages."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every statement of the page, in reading order."""
        said = [claim for section in self.sections for claim in section.claims]
        return (*said, *(answer.claim for answer in self.answers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """All pages, in the order of the contents."""

    articles: Mapping[str, GuideArticle]
    by_topic: Mapping[str, str]
    """Id of a rule or a condition -> the page that speaks of it."""
