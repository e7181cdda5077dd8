"""What is advised and not yet done."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from runadvisor.domain.activity import Sport
    from runadvisor.domain.exercise import OwnBlock
    from runadvisor.domain.knowledge import BlockKind
    from runadvisor.domain.text import Message
    from runadvisor.domain.warning import EvidenceGrade, Tier


class DayKind(StrEnum):
    """What a planned day holds."""

    REST = "rest"
    EASY = "easy"
    LONG = "long"
    HARD = "hard"
    HILLS = "hills"
    CROSS = "cross"
    WALK_RUN = "walk-run"
    RACE = "race"

    @property
    def is_run(self) -> bool:
        """Whether the day loads by impact."""
        return self not in {DayKind.REST, DayKind.CROSS}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedBlock:
    """A strength, stretching or warm-up block of a day."""

    kind: BlockKind
    template_id: str
    title: str
    short_title: str
    exercises: tuple[str, ...]
    minutes: int
    is_heavy: bool
    doses: Mapping[str, str] = field(default_factory=dict[str, str])
    """Exercise -> how much of it on that day; each is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortTarget:
    """The runner's own numbers beside how a day feels; ``None`` is unknown."""

    pace_s_per_km: tuple[int, int] | None = None
    """The faster end first; of a hard run, of its fast parts."""
    least_bpm: int | None = None
    """``None`` where the heart rate only has a ceiling."""
    most_bpm: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossAdvice:
    """What stands in for a run, and what to leave out while something is sore (P14, P15)."""

    sports: tuple[Sport, ...]
    """What spares the sore places, the best first."""
    prefer: Message
    avoid: Message | None
    """``None`` while nothing is sore."""
    why: Message
    equal: Message
    """How much of it is worth a run."""
    grade: EvidenceGrade
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """One dated day of a plan."""

    date: date
    kind: DayKind
    distance_m: int | None = None
    moving_time_s: int | None = None
    intensity: Message | None = None
    """How hard, as effort; ``None`` on a rest day."""
    target: EffortTarget | None = None
    """The same in the runner's own numbers; ``None`` where nothing tells them."""
    title: Message
    reason: Message
    limit_m: int | None
    """The longest run the rules allow that day, in whole 100 m; ``None`` under a stop."""
    climb_m: int | None = None
    """Most metres of climb of a drafted hilly run; ``None`` on any other day."""
    blocks: tuple[PlannedBlock, ...] = ()
    is_locked: bool = False
    """Set by the runner: a new draft keeps it."""


class GoalKind(StrEnum):
    """What the weeks are for."""

    HEALTHY = "healthy"
    BUILD = "build"
    RACE = "race"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What the runner wants of the coming weeks.

    Raises:
        ValueError: A goal to build names no week, or a race no day and distance.
    """

    kind: GoalKind = GoalKind.HEALTHY
    weekly_m: int | None = None
    """Metres a week to build up to."""
    race_date: date | None = None
    race_m: int | None = None

    def __post_init__(self) -> None:
        """Refuse a goal that says nothing to aim at."""
        if self.kind is GoalKind.BUILD and not self.weekly_m:
            msg = "a goal to build names the metres of a week"
            raise ValueError(msg)
        if self.kind is GoalKind.RACE and not (self.race_date and self.race_m):
            msg = "a race has a day and a distance"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedDay:
    """A day the runner has set by hand."""

    date: date
    kind: DayKind
    distance_m: int | None = None
    moving_time_s: int | None = None


EVERY_DAY: tuple[int | None, ...] = (None,) * 7


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWishes:
    """What the runner asks of a draft; empty when nothing was asked."""

    goal: Goal = Goal()
    minutes: tuple[int | None, ...] = EVERY_DAY
    """Monday to Sunday: the most minutes there are for running, 0 for none, ``None`` for any."""
    long_weekday: int | None = None
    """Monday is 0; ``None`` leaves it to the runner's habit."""
    locked: tuple[LockedDay, ...] = ()
    own_blocks: tuple[OwnBlock, ...] = ()
    """The runner's own blocks, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanBreach:
    """A rule that a plan does not keep, and the nearest day that would."""

    date: date
    message: Message
    remedy: LockedDay | None = None
    """What to set the day to; ``None`` where another day is the cause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """Why there is no running now."""

    tier: Tier
    reason: Message
    advice: tuple[Message, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWeek:
    """One training week of a plan: what was done before it starts, and what is planned."""

    start: date
    number: int
    days: tuple[PlannedDay | None, ...]
    """Seven, from the first weekday; ``None`` before the plan starts and after it ends."""
    done_m: int
    """Metres run in this week before the plan starts."""
    planned_m: int
    limit_m: int | None
    """The ceiling on the week's longest planned run."""
    is_lighter: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPlan:
    """Dated days that follow the rules they are checked against."""

    as_of: date
    first_day: date
    days: tuple[PlannedDay, ...]
    weeks: tuple[PlannedWeek, ...]
    stopped: Stopped | None = None
    clearing: Mapping[str, date]
    """Rule id of each standing warning -> the day it is gone when the plan is followed."""
    notes: tuple[Message, ...] = ()
    """What the plan rests on and what it kept to, a sentence each."""
    breaches: tuple[PlanBreach, ...] = ()
    """Each limit the plan could not keep; empty when it follows every rule."""
    given_way: tuple[Message, ...] = ()
    """Each wish of the runner's that could not be met, and why."""
    easy_pace_s_per_km: tuple[int, int] | None = None
    """The runner's own easy range, seconds per kilometre; ``None`` when unknown."""
    cross: CrossAdvice | None = None
    """What may stand in for a run now; ``None`` under a stop that allows nothing."""
