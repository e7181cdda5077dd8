"""What holds for a whole draft: the runner's habits, the rules' dates, the wishes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK, ONE_DAY
from runadvisor.domain.plan import DayKind, GoalKind, LockedDay
from runadvisor.domain.warning import Tier
from runadvisor.plan.blocks import BlockChoice, chosen_blocks
from runadvisor.plan.constraints import (
    MOST_RUN_DAYS,
    QUIET_DAYS,
    QUIET_DAYS_DOUBLE,
)
from runadvisor.plan.cross_training import cross_advice
from runadvisor.plan.effort import OwnEffort, own_effort
from runadvisor.plan.habits import Habits, habits, old_weekly_m
from runadvisor.plan.hard_session import first_step
from runadvisor.plan.hills import Hills, hills_of
from runadvisor.plan.race import RaceWindow, race_window
from runadvisor.training_load.rest_days import HARD_SESSION_RPE
from runadvisor.training_load.spikes import BASELINE_DAYS, SpikeBand, is_spike, session_spikes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.plan import CrossAdvice, PlanWishes
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.plan.caution import Caution
    from runadvisor.plan.day_limit import DayLimit
    from runadvisor.warning.restrictions import PlanRestrictions
    from runadvisor.warning.rule import Facts

FEWEST_RUN_DAYS = 2
WEEKS_BEFORE_HARD = 8
"""Weeks of history before a draft offers a hard run; our choice."""

_NO_HABITS = Habits(
    run_days=3,
    weekly_m=0,
    long_m=0,
    weekday_share=(0.0,) * DAYS_PER_WEEK,
    long_weekday_share=(0.0,) * DAYS_PER_WEEK,
    easy_pace_s_per_km=None,
    cross_sport=None,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What holds for the whole draft."""

    known: Facts
    catalog: Catalog
    usual: Habits
    wishes: PlanWishes
    locked: Mapping[date, LockedDay]
    """Days the runner has set, the race among them."""
    race: RaceWindow | None
    run_days: int
    """Runs of a week, by habit and by the days there are."""
    long_weekday: int
    caution: Caution
    effort: OwnEffort
    cross: CrossAdvice
    blocks: BlockChoice
    hills: Hills
    hard_step: int
    """The step of ``SESSIONS`` the first hard run is on."""
    old_weekly_m: float | None
    """Metres of a usual week before the last break; ``None`` for who never ran four weeks."""
    hard_dates: frozenset[date]
    """Days of hard runs up to the start."""
    rest_until: date | None
    """No run up to and including this day."""
    quiet_until: date | None
    """Neither long nor hard up to and including this day."""
    watch_until: date | None
    """Last day on which a warning of tier watch or above stands."""
    starts_on_ladder: bool
    held: PlanRestrictions
    """What the diary takes from the plan."""

    def is_free(self, day: date) -> bool:
        """Whether the runner has any time to run on a day."""
        return self.wishes.minutes[day.weekday()] != 0

    def is_resting(self, day: date) -> bool:
        """Whether the day is the rest that a spike or a race asks for."""
        after_race = self.race is not None and self.race.is_rest(day)
        return after_race or (self.rest_until is not None and day <= self.rest_until)

    def is_quiet(self, day: date) -> bool:
        """Whether a spike or a race keeps long and hard runs off the day."""
        after_race = self.race is not None and self.race.is_quiet(day)
        return after_race or (self.quiet_until is not None and day <= self.quiet_until)

    def allows_hard(self, day: date) -> bool:
        """Whether nothing in the diary keeps hard runs off the day."""
        until = self.held.no_hard_until
        return until is None or day > until

    def allows_long(self, day: date) -> bool:
        """Whether nothing in the diary keeps the long run off the day."""
        until = self.held.no_long_until
        return until is None or day > until

    def is_watched(self, day: date) -> bool:
        """Whether a warning of tier watch or above stands on the day."""
        return self.watch_until is not None and day <= self.watch_until

    def knows_enough(self, day: date) -> bool:
        """Whether the history is long enough for hard runs."""
        first_day = self.known.first_day
        return first_day is not None and (day - first_day).days // DAYS_PER_WEEK >= (
            WEEKS_BEFORE_HARD
        )


def frame_of(
    known: Facts,
    standing: Sequence[TrainingWarning],
    catalog: Catalog,
    wishes: PlanWishes,
    *,
    first_day: date,
    first: DayLimit,
    held: PlanRestrictions,
    caution: Caution,
) -> Frame:
    """Return what holds for a draft that starts on ``first_day``."""
    usual = habits(known.activities, known.sessions, first_day=first_day) or _NO_HABITS
    rest_until, quiet_until = _after_spikes(known)
    every = [warning for card in standing for warning in card.every]
    ends = [w.clears_on for w in every if w.tier >= Tier.WATCH and w.clears_on is not None]
    locked = {day.date: day for day in wishes.locked}
    race = race_window(wishes.goal) if wishes.goal.kind is GoalKind.RACE else None
    if race is not None:
        locked[race.date] = LockedDay(date=race.date, kind=DayKind.RACE, distance_m=race.distance_m)
    felt_hard = _felt_hard(known)
    is_return = first.stage.ladder is not None or first.stage.week_room_m is not None
    free_days = sum(minutes != 0 for minutes in wishes.minutes)
    wanted = min(max(round(usual.run_days), FEWEST_RUN_DAYS), MOST_RUN_DAYS)
    return Frame(
        known=known,
        catalog=catalog,
        usual=usual,
        wishes=wishes,
        locked=locked,
        race=race,
        run_days=min(wanted, free_days),
        long_weekday=_long_weekday(usual, wishes),
        caution=caution.after_break() if is_return else caution,
        effort=own_effort(known, usual),
        cross=cross_advice(known),
        blocks=chosen_blocks(
            catalog,
            held.exercise_limits,
            wishes.own_blocks,
            done=known.diary.exercises,
            as_of=known.as_of,
        ),
        hills=hills_of(known, standing, goal=wishes.goal, limits=held.exercise_limits),
        hard_step=first_step(known, felt_hard),
        old_weekly_m=old_weekly_m(known.sessions),
        hard_dates=felt_hard | {each.date for each in known.exposures if each.hard},
        rest_until=rest_until,
        quiet_until=quiet_until,
        watch_until=max(ends) - ONE_DAY if ends else None,
        starts_on_ladder=first.stage.ladder is not None,
        held=held,
    )


def _after_spikes(known: Facts) -> tuple[date | None, date | None]:
    """Return until when the last spike asks for no run, and for neither long nor hard."""
    rest_until = quiet_until = None
    # A spike is told by the 30 days before it, and asks for a few days after it.
    first = known.as_of - timedelta(days=BASELINE_DAYS + 2 * QUIET_DAYS_DOUBLE)
    recent = [run for run in reversed(known.sessions) if run.date >= first][::-1]
    for spike in session_spikes(recent):
        if spike.session.date < known.as_of - timedelta(days=QUIET_DAYS_DOUBLE):
            continue
        longest_m = None if spike.longest is None else spike.longest.distance_m
        if is_spike(spike.session.distance_m, longest_m):
            quiet = QUIET_DAYS_DOUBLE if spike.band is SpikeBand.DOUBLE else QUIET_DAYS
            rest_until = spike.session.date + ONE_DAY
            quiet_until = spike.session.date + timedelta(days=quiet)
    return rest_until, quiet_until


def _felt_hard(known: Facts) -> frozenset[date]:
    """Return the days whose run was a race or felt hard."""
    return frozenset(
        run.local_date
        for run in known.activities
        if run.is_run and (run.is_race or (run.session_rpe or 0) >= HARD_SESSION_RPE)
    )


def _long_weekday(usual: Habits, wishes: PlanWishes) -> int:
    """Return the weekday wished for, else the usual one among the days there are."""
    if wishes.long_weekday is not None:
        return wishes.long_weekday
    return max(
        range(DAYS_PER_WEEK),
        # Sunday where nothing tells: the day most people have time.
        key=lambda day: (wishes.minutes[day] != 0, usual.long_weekday_share[day], day),
    )
