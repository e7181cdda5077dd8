"""What the app knows from outside: sources of its claims, exercises, signs to stop for."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from runadvisor.domain.warning import EvidenceGrade

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.domain.body import BodySite
    from runadvisor.domain.diary import HealthItem
    from runadvisor.domain.exercise import Bar, BodyPart, Care, Equipment, GoodFor
    from runadvisor.domain.sign import Sign

OWN_CHOICE = "own_choice"
"""Citation key of everything no study settles and we decided ourselves."""
CLINICAL_CONSENSUS = "clinical_consensus"
"""Citation key of what clinicians agree on and no study was looked up for."""


class SourceCheck(StrEnum):
    """How well we know a source ourselves."""

    PRIMARY = "primary"
    """Read in its abstract, table or guideline page."""
    SECONDARY = "secondary"
    """Read about elsewhere."""
    UNCHECKED = "unchecked"
    """General knowledge: never shown as a study's finding."""
    NO_STUDY = "no-study"
    """Consensus, or a choice of our own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One entry of ``bibliography.toml``."""

    key: str
    short: str
    """As named in running text: "Frandsen 2025"."""
    full: str
    """Authors, year, journal, volume: as printed under "Source"."""
    doi: str | None = None
    checked: SourceCheck = SourceCheck.UNCHECKED
    note: str | None = None
    """What of the entry itself is less sure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise of ``exercises.toml``."""

    exercise_id: str
    name: str
    how: str
    dose: str
    dose_note: str | None = None
    steps: tuple[str, ...] = ()
    """The doses that follow, one by one, when it is easy twice in a row; empty: there is none."""
    avoid_when: str
    citation: str
    checked: bool
    """False where the dose was not checked against a primary source: shown as weak."""
    is_heavy: bool = True
    """Heavy blocks keep clear of the eve of hard and long days (rules.md 33)."""
    works: str = ""
    """The muscles it is for, in plain words."""
    body_parts: tuple[BodyPart, ...] = ()
    """Where it is felt, the main place first."""
    good_for: tuple[GoodFor, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    progression: str = ""
    known: str = ""
    """What studies showed of it, and what they did not."""
    grade: EvidenceGrade = EvidenceGrade.WEAK
    outcome_citation: str | None = None
    """Where what is known comes from, when it is not the source of the dose."""
    captions: tuple[str, ...] = ("start", "end")
    """What each position of its drawing shows."""
    bars: tuple[Bar, ...] = ()
    cares: tuple[Care, ...] = ()

    @property
    def citations(self) -> tuple[str, ...]:
        """Every source it names, that of the dose first."""
        return tuple(key for key in (self.citation, self.outcome_citation) if key is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockTemplate:
    """A named set of exercises done together."""

    template_id: str
    kind: BlockKind
    title: str
    short_title: str
    minutes: int
    rounds: int
    exercises: tuple[str, ...]
    note: str
    family: str = ""
    """Key of the blocks that follow each other; empty for one that stands alone."""
    stage: str = ""
    """When in its family it is the turn: "weeks 0–1"."""
    instead: Mapping[str, str] = field(default_factory=dict[str, str])
    """Exercise -> what is done in its place where it is barred or not yet known to be safe."""
    doses: Mapping[str, str] = field(default_factory=dict[str, str])
    """Exercise -> the dose the runner wrote for it; else it has its own."""


class BlockKind(StrEnum):
    """What a block is for."""

    STRENGTH = "strength"
    STRETCHING = "stretching"
    WARM_UP = "warm-up"


class Urgency(StrEnum):
    """How soon a sign must be seen, the soonest first."""

    NOW = "now"
    URGENT = "urgent"
    """Today or tomorrow."""
    WEEK = "week"
    """Within seven days, no running until then."""
    SOON = "soon"
    """Within two weeks; running is a matter of the pain rule."""

    @property
    def is_lock(self) -> bool:
        """Whether it hides plan, exercises and limits."""
        return self in {Urgency.NOW, Urgency.URGENT}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do now."""

    what: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """A sign to stop for or to have looked at, in plain words.

    Raises:
        ValueError: It names no source.
    """

    flag_id: str
    urgency: Urgency
    text: str
    on_sheet: bool
    """Whether the box of a printed plan names it."""
    question: str = ""
    """Asked under "Any of these today?"; empty where the answers of a spot decide."""
    why: str = ""
    steps: tuple[Step, ...] = ()
    """What to do now, in order; ``{emergency_number}`` stands for whom to call."""
    say: str = ""
    """How the runner may end what they say on the telephone."""
    headline: str = ""
    """What to do in one line, where it is not that of the urgency."""
    grade: EvidenceGrade = EvidenceGrade.WEAK
    citations: tuple[str, ...] = (CLINICAL_CONSENSUS,)

    def __post_init__(self) -> None:
        """Refuse a sign nobody stands behind."""
        if not self.citations:
            msg = f"{self.flag_id} names no citation"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotQuestion:
    """A plain question about one place."""

    question_id: str
    ask: str
    say: str
    """How the runner says yes to it: "it hurts when I walk"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthQuestion:
    """A question asked once, skippable."""

    item: HealthItem
    group: str
    ask: str
    note: str = ""
    day: str = ""
    """What the day of the answer is, where it has one."""


@dataclass(frozen=True, slots=True)
class CallNumbers:
    """Whom to call in a country."""

    emergency: str
    out_of_hours: str = ""
    """Empty where no one number serves the whole country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A row of ``conditions.toml``: what may lie behind soreness, and what to change first.

    Raises:
        ValueError: It names no place.
    """

    condition_id: str
    name: str
    """Ends the sentence "This fits with …"."""
    article_id: str
    sites: frozenset[BodySite]
    signs: frozenset[Sign] = frozenset()
    """One of them is needed; none listed, none needed."""
    first_change: str
    note: str
    exercises: tuple[str, ...] = ()
    be_seen: Urgency | None = None
    """How soon somebody should look at it; ``None``: only if it does not get better."""
    red_flag: str | None = None
    """For what may be bone: the red flag that must stand for the place."""
    needs_both_sides: bool = False
    least_age_years: int | None = None
    most_stiff_min: int | None = None

    def __post_init__(self) -> None:
        """Refuse a row that could never fit."""
        if not self.sites:
            msg = f"{self.condition_id} names no place"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """Everything in ``resources/catalog``; an argument of the rules and the plan."""

    citations: Mapping[str, Citation]
    exercises: Mapping[str, Exercise]
    templates: Mapping[str, BlockTemplate]
    red_flags: tuple[RedFlag, ...]
    conditions: tuple[Condition, ...] = ()
    """What soreness can fit with; those on bone first."""
    sign_words: Mapping[Sign, str] = field(default_factory=dict["Sign", str])
    """What an entry may tick, as it is asked."""
    questions: Mapping[str, SpotQuestion] = field(default_factory=dict[str, SpotQuestion])
    health: tuple[HealthQuestion, ...] = ()
    call_numbers: Mapping[str, CallNumbers] = field(default_factory=dict[str, CallNumbers])
    """By country, ISO 3166."""
