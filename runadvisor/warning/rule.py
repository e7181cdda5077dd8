"""What a rule is: a pattern, its thresholds, its evidence and its source."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from runadvisor.domain.athlete import NOBODY
from runadvisor.domain.diary import NO_DIARY
from runadvisor.training_load.day_book import day_book
from runadvisor.training_load.exposures import run_exposures
from runadvisor.warning.profile import profile_on
from runadvisor.warning.red_flags import by_spot, mistaken_entries, reported

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.body import Spot, Tissue
    from runadvisor.domain.diary import Diary, PainEntry
    from runadvisor.domain.knowledge import Catalog, SpotQuestion
    from runadvisor.domain.track_features import TrackFeatures
    from runadvisor.domain.warning import EvidenceGrade, TrainingWarning
    from runadvisor.training_load.day_book import DayTotalsByKind, JudgedSpike
    from runadvisor.training_load.day_totals import Days
    from runadvisor.training_load.exposures import RunExposure
    from runadvisor.training_load.runs import RunSession
    from runadvisor.training_load.workload import Workload
    from runadvisor.warning.profile import Profile
    from runadvisor.warning.red_flags import Reported


NO_QUESTIONS: Mapping[str, SpotQuestion] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What rules may look at: everything up to one day, nothing after it."""

    as_of: date
    activities: tuple[Activity, ...]
    sessions: tuple[RunSession, ...]
    """Running sessions that count, by day and start."""
    session_days: Days
    """Their days, as ordinals."""
    left_out: tuple[Activity, ...]
    """Runs that do not count."""
    loading_days: frozenset[date]
    """Local days that were not rest."""
    first_day: date | None
    """The day the history begins."""
    exposures: tuple[RunExposure, ...]
    """What each run asked beyond its distance, by day and start."""
    exposure_days: Days
    """Their days, as ordinals."""
    spikes: tuple[JudgedSpike, ...]
    """Of the sessions, those over the longest before them, or without any before them."""
    totals: DayTotalsByKind
    """Sums over days; none may be asked for that ends after ``as_of``."""
    athlete: Athlete = NOBODY
    features: Mapping[int, TrackFeatures] = field(default_factory=dict[int, "TrackFeatures"])
    """What tracks say, by activity id."""
    diary: Diary = NO_DIARY
    """All that was written down, mistakes included."""
    pain: Mapping[Spot, tuple[PainEntry, ...]] = field(
        default_factory=dict["Spot", "tuple[PainEntry, ...]"]
    )
    """Pain entries that count, by spot, each by day."""
    told: tuple[Reported, ...] = ()
    """Every sign reported, those taken back included, oldest first."""
    told_for_good: tuple[Reported, ...] = ()
    """The same without the entries that were mistakes."""

    def until(self, day: date) -> Facts:
        """Return what was known at the end of an earlier day."""
        return replace(
            self,
            as_of=day,
            activities=tuple(a for a in self.activities if a.local_date <= day),
            sessions=tuple(session for session in self.sessions if session.date <= day),
            loading_days=frozenset(on for on in self.loading_days if on <= day),
            exposures=tuple(e for e in self.exposures if e.date <= day),
            diary=self.diary.until(day),
            pain={
                spot: early
                for spot, entries in self.pain.items()
                if (early := tuple(entry for entry in entries if entry.date <= day))
            },
            told=tuple(told for told in self.told if told.report.date <= day),
            told_for_good=tuple(t for t in self.told_for_good if t.report.date <= day),
        )

    def profile(self, day: date) -> Profile:
        """Return what is known of the runner's health on a day."""
        return profile_on(day, self.diary, self.athlete)


def facts(
    activities: Sequence[Activity],
    *,
    as_of: date,
    athlete: Athlete = NOBODY,
    diary: Diary = NO_DIARY,
    catalog: Catalog | None = None,
    work: Workload | None = None,
) -> Facts:
    """Return what is known on a day; later activities and entries are left out.

    Without ``work``, which is of the same activities, the runs are judged by their averages
    alone.

    Raises:
        KeyError: The diary reports a sign and there is no catalog to look it up in.
    """
    if work is None:
        past = tuple(activity for activity in activities if activity.local_date <= as_of)
        book = day_book(past, exposures=run_exposures(past, features={}, athlete=athlete))
    else:
        book = work.book.until(as_of)
    flags = {} if catalog is None else {flag.flag_id: flag for flag in catalog.red_flags}
    questions = NO_QUESTIONS if catalog is None else catalog.questions
    known = diary.until(as_of)
    told = reported(known, athlete, flags, questions)
    mistaken = mistaken_entries(told, known.screenings)
    counting = replace(known, pain=tuple(e for e in known.pain if e.entry_id not in mistaken))
    return Facts(
        as_of=as_of,
        activities=book.activities,
        sessions=book.sessions,
        session_days=book.session_days,
        left_out=book.left_out,
        loading_days=book.loading_days,
        first_day=book.first_day,
        spikes=book.spikes,
        totals=book.totals,
        athlete=athlete,
        features={} if work is None else work.features,
        exposures=book.exposures,
        exposure_days=book.exposure_days,
        diary=known,
        pain=by_spot(counting.pain),
        told=told,
        told_for_good=reported(counting, athlete, flags, questions) if mistaken else told,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one look at the history tells."""

    raised: tuple[TrainingWarning, ...]
    """Every warning, each as it was on the day it arose."""
    standing: tuple[TrainingWarning, ...]
    """What stands on the last day of the facts."""
    lasting: tuple[TrainingWarning, ...] = ()
    """Every warning that goes by its own dates, with the day it ended as is known by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the rule tables.

    Raises:
        ValueError: No threshold, citation or tissue is given.
    """

    rule_id: str
    name: str
    thresholds: Mapping[str, float]
    grade: EvidenceGrade
    citations: tuple[str, ...]
    tissues: tuple[Tissue, ...]
    raised: Callable[[Facts], Sequence[TrainingWarning]]
    """Every warning of the whole history, each as it was on the day it arose."""
    standing: Callable[[Facts], Sequence[TrainingWarning]] | None = None
    """What stands on the last day of the facts; ``None``: what stands by its own dates."""
    told: Callable[[Facts], Told] | None = None
    """Both of these at once, where the same look at the history yields them."""
    tuned: Callable[[Mapping[str, float]], Rule] | None = None
    """The same rule at other thresholds; ``None`` where limits and plans rest on them."""
    is_always_on: bool = False
    """Whether it may not be switched off."""
    is_opt_in: bool = False
    """Whether it speaks only when asked to."""
    is_about_load: bool = False
    """Whether what it fires on a run shares one card with the other rules of that run."""
    is_silent: bool = False
    """Whether it never warns: its number is only shown, or its data is not there."""
    needs: str | None = None
    """What the data would have to hold before it can speak, for a rule that never does."""

    def __post_init__(self) -> None:
        """Refuse a rule that does not say what it rests on."""
        for part in (self.thresholds, self.citations, self.tissues):
            if not part:
                msg = f"{self.rule_id} lacks a threshold, a citation or a tissue"
                raise ValueError(msg)

    def tells(self, known: Facts) -> Told:
        """Return what the rule has raised, and what stands of it on the day of the facts."""
        if self.told is not None:
            return self.told(known)
        raised = tuple(self.raised(known))
        if self.standing is not None:
            return Told(raised=raised, standing=tuple(self.standing(known)))
        return Told(
            raised=raised,
            standing=tuple(warning for warning in raised if warning.stands_on(known.as_of)),
            lasting=raised,
        )

    def at(self, changed: Mapping[str, float]) -> Rule:
        """Return the rule with some of its thresholds changed.

        Raises:
            ValueError: It has no such threshold, or its thresholds may not be changed.
        """
        unknown = sorted(changed.keys() - self.thresholds.keys())
        if self.tuned is None or unknown:
            msg = f"{self.rule_id} cannot be changed in {', '.join(unknown or changed)}"
            raise ValueError(msg)
        return self.tuned({**self.thresholds, **changed})
