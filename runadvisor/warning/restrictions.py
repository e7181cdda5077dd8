"""What pain, illness, sleep and health leave a plan: one record, and nothing else decides it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.body import SITES, Alert
from runadvisor.domain.diary import Permission
from runadvisor.domain.exercise import ExerciseLimits
from runadvisor.domain.knowledge import Urgency
from runadvisor.domain.plan import Stopped
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import Tier
from runadvisor.training_load.return_stage import (
    LADDER_TIME_OUT_DAYS,
    ORDINARY_PACE,
    LadderPace,
)
from runadvisor.warning.exercise_limits import exercise_limits
from runadvisor.warning.injury_breaks import injury_breaks
from runadvisor.warning.pain_days import Band, pain_turns
from runadvisor.warning.profile import PLAN_YEARS
from runadvisor.warning.rules.energy import AfterBirth, birth_stage
from runadvisor.warning.rules.illness import illnesses
from runadvisor.warning.rules.pain import ended_on, standing_turns
from runadvisor.warning.rules.pain_trend import PAIN_TREND, VOLUME_DAYS, VOLUME_SHARE
from runadvisor.warning.rules.sleep import SLEEP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.warning.profile import Profile
    from runadvisor.warning.rule import Facts

AMBER_SHARE = 0.75
AMBER_SHARE_STRONG = 0.50
"""Of the run planned: a quarter less, a half less where it hurt 4 or more, or next morning."""
STRONG_AMBER = 4
AFTER_STOP_SHARE = 0.50
"""Of the last run, for the first one after a stop."""
QUIET_GROIN_DAYS = 14
"""Nothing hard so long after pain at a gated place (rules.md 6: flat and easy)."""


NOTHING_KNOWN = ExerciseLimits()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRestrictions:
    """What a plan may not do; the default forbids nothing."""

    stopped: Stopped | None = None
    """Set: there is no plan at all, and why."""
    next_run_share: float = 1.0
    """Of its planned length, for the next run."""
    next_run_limit_m: int | None = None
    """Ceiling of the next run, metres."""
    volume_share: float = 1.0
    """Of the planned metres, up to and including ``volume_until``."""
    volume_until: date | None = None
    no_hard_until: date | None = None
    """Nothing hard up to and including this day."""
    no_long_until: date | None = None
    """No long run up to and including this day."""
    allows_growth: bool = True
    """Whether a planned week may be bigger than the usual one."""
    ladder_since: date | None = None
    """Walking and running in turn from this day on, whatever was run before."""
    ladder_pace: LadderPace = ORDINARY_PACE
    """Which sessions of the ladder are done again, or step back, for pain."""
    allows_return_plan: bool = True
    """Whether a way back after a break may be planned."""
    exercise_limits: ExerciseLimits = NOTHING_KNOWN
    """Which exercises are out, and why."""


NO_RESTRICTIONS = PlanRestrictions()


def restrictions(known: Facts, standing: Sequence[TrainingWarning]) -> PlanRestrictions:
    """Return what the diary leaves a plan on the day of the facts.

    Args:
        known: What is known.
        standing: The warnings that stand, strongest first.
    """
    profile = known.profile(known.as_of)
    share, no_hard = _after_amber(known)
    trend = any(warning.rule == PAIN_TREND.rule_id for warning in standing)
    week_end = known.as_of + timedelta(days=VOLUME_DAYS - 1)
    easy_until = _easy_after_illness(known)
    never = known.as_of + timedelta(days=365)
    quiet = [
        *no_hard,
        *_quiet_groin(known),
        *([week_end] if trend else []),
        *([easy_until] if easy_until is not None else []),
        *([never] if profile.is_pregnant else []),
    ]
    tired = any(w.rule == SLEEP.rule_id and w.tier >= Tier.WATCH for w in standing)
    return PlanRestrictions(
        stopped=_stopped(known, standing, profile),
        next_run_share=share,
        next_run_limit_m=_after_stop_limit(known),
        volume_share=VOLUME_SHARE if trend else 1.0,
        volume_until=week_end if trend else None,
        no_hard_until=max(quiet, default=None),
        no_long_until=easy_until,
        allows_growth=not tired and not profile.is_pregnant,
        ladder_since=_ladder_since(known),
        ladder_pace=_ladder_pace(known),
        allows_return_plan=not profile.is_minor,
        exercise_limits=exercise_limits(known, standing),
    )


def worst_stop(standing: Iterable[TrainingWarning]) -> TrainingWarning | None:
    """Return the warning that stops running; of two locks the one that cannot wait speaks."""
    return min(
        (warning for warning in standing if warning.tier >= Tier.STOP_RUN),
        key=lambda w: (-w.tier, w.values.get("urgency") != Urgency.NOW.value),
        default=None,
    )


_WHAT_TO_DO = {
    "R19": Message(N_("No running until two calm mornings in a row")),
    "R27": Message(N_("No running until you are well again")),
}
"""What to do in one line, where the title of the warning says what was seen."""


def _stopped(known: Facts, standing: Sequence[TrainingWarning], profile: Profile) -> Stopped | None:
    worst = worst_stop(standing)
    if worst is not None:
        reason = _WHAT_TO_DO.get(worst.rule, worst.title)
        return Stopped(tier=worst.tier, reason=reason, advice=worst.advice)
    if _is_guided(known):
        return Stopped(
            tier=Tier.INFO,
            reason=Message(N_("Your way back is led by who treats you")),
            advice=(
                Message(N_("After a bone injury no plan of ours is safe to follow.")),
                Message(N_("When they hand it back to you, enter that you may run as you like.")),
            ),
        )
    if profile.oldest_age is not None and profile.oldest_age < PLAN_YEARS:
        return Stopped(
            tier=Tier.INFO,
            reason=Message(N_("There is no plan for runners under 16")),
            advice=(
                Message(N_("Run for the joy of it, in a club if you like, and play other sports.")),
                Message(N_("Show this page to a parent.")),
            ),
        )
    return None


def _is_guided(known: Facts) -> bool:
    """Whether the last visit left the way back to a clinician (P13)."""
    last = max(
        known.diary.clearances,
        key=lambda visit: (visit.seen_on, visit.entered_at),
        default=None,
    )
    return last is not None and last.permission is Permission.GUIDED


def _after_amber(known: Facts) -> tuple[float, list[date]]:
    """Return the share of the next run, and until when nothing is hard."""
    shares = [1.0]
    quiet: list[date] = []
    for turn in standing_turns(known):
        if turn.band is not Band.AMBER:
            continue
        day = turn.pain_day
        is_strong = (day.in_running or 0) >= STRONG_AMBER or (day.morning_rise or 0) > 1
        shares.append(AMBER_SHARE_STRONG if is_strong else AMBER_SHARE)
        quiet.append(max(turn.told_on + timedelta(days=13), known.as_of))
    return min(shares), quiet


def _after_stop_limit(known: Facts) -> int | None:
    """Return half of the last run before a stop that ended, until it was run again."""
    limits: list[int] = []
    for spot, entries in known.pain.items():
        for turn in pain_turns(spot, entries, known.profile):
            end = ended_on(known, turn) if turn.band is Band.RED else None
            if end is None or any(run.date >= end for run in known.sessions):
                continue
            before = [run.distance_m for run in known.sessions if run.date < end]
            limits += [int(AFTER_STOP_SHARE * before[-1])] if before else []
    return min(limits, default=None)


def _quiet_groin(known: Facts) -> Iterator[date]:
    for spot, entries in known.pain.items():
        if SITES[spot.site].alert is not Alert.GROIN:
            continue
        painful = [entry.date for entry in entries if (entry.worst or 0) >= 1]
        until = painful[-1] + timedelta(days=QUIET_GROIN_DAYS - 1) if painful else None
        if until is not None and until >= known.as_of:
            yield until


def _easy_after_illness(known: Facts) -> date | None:
    ends = [illness.easy_until for illness in illnesses(known.diary.check_ins)]
    return max((end for end in ends if end is not None and end >= known.as_of), default=None)


def _ladder_since(known: Facts) -> date | None:
    """Return since when the walk-run ladder holds: after a lock, a birth or an injury."""
    starts = [
        pause.first_day
        for pause in injury_breaks(known)
        if (known.as_of - pause.back).days <= LADDER_TIME_OUT_DAYS
    ]
    locks = [told for told in known.told_for_good if told.flag.urgency.is_lock]
    for visit in known.diary.clearances:
        opened = any(
            told.report.date <= visit.seen_on and told.report.entered_at < visit.entered_at
            for told in locks
        )
        if opened and visit.permission is Permission.YES:
            starts.append(visit.date)
    birth = birth_stage(known)
    if birth is not None and birth.stage is AfterBirth.LADDER:
        starts.append(birth.from_day)
    return max(starts, default=None)


def _ladder_pace(known: Facts) -> LadderPace:
    """Return which days were too sore for their session of the ladder to count (P10, R19)."""
    days: dict[Band, set[date]] = {Band.AMBER: set(), Band.RED: set()}
    for spot, entries in known.pain.items():
        for turn in pain_turns(spot, entries, known.profile):
            days[turn.band].add(turn.pain_day.day)
    return LadderPace(repeated=frozenset(days[Band.AMBER]), stepped_back=frozenset(days[Band.RED]))
