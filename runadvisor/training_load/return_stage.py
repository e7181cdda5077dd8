"""What a break from running asks of the days after it (R18 by rules.md 14; our choice)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK, ONE_DAY, days

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from runadvisor.training_load.runs import RunSession

SHORT_BREAK_DAYS = 7
STEPPED_BREAK_DAYS = 14
LADDER_BREAK_DAYS = 30
SHORT_BREAK_SHARE = 0.8
STEPPED_SHARES = (0.50, 0.65, 0.80)
"""Share of the longest run and of the usual week before the break, by week after it."""
NO_HARD_DAYS_SHORT = 3
NO_HARD_DAYS_STEPPED = 14
LONGEST_BEFORE_DAYS = 30
USUAL_BEFORE_DAYS = 28
LADDER_TIME_OUT_DAYS = 42
"""Six weeks after the first run back the ladder no longer speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderPhase:
    """One rung of the walk-run ladder; each is done twice."""

    distance_m: int
    walk_min: int
    """0: the whole of it is run."""
    run_min: int
    session_rpe: int


LADDER = (
    LadderPhase(distance_m=1600, walk_min=2, run_min=3, session_rpe=3),
    LadderPhase(distance_m=2400, walk_min=2, run_min=3, session_rpe=3),
    LadderPhase(distance_m=2400, walk_min=2, run_min=4, session_rpe=4),
    LadderPhase(distance_m=3200, walk_min=2, run_min=4, session_rpe=4),
    LadderPhase(distance_m=3200, walk_min=1, run_min=4, session_rpe=5),
    LadderPhase(distance_m=3200, walk_min=0, run_min=0, session_rpe=5),
)
"""The return ladder P10 (army_ladder2023 in resources/catalog/bibliography.toml)."""
SESSIONS_PER_PHASE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderPace:
    """How one runner goes up the ladder."""

    sessions_per_phase: int = SESSIONS_PER_PHASE
    """How often each rung is done."""
    repeated: frozenset[date] = frozenset()
    """Days whose session was sore: it is done again."""
    stepped_back: frozenset[date] = frozenset()
    """Days whose session hurt too much: the rung before comes again."""

    def sessions_done(self, run_days: Iterable[date]) -> int:
        """Return how many sessions of the ladder count, given the days of all, in order."""
        done = 0
        for day in run_days:
            if day in self.stepped_back:
                done = max(done // self.sessions_per_phase - 1, 0) * self.sessions_per_phase
            elif day not in self.repeated:
                done += 1
        return done

    def phase(self, done: int) -> LadderPhase | None:
        """Return the rung after so many sessions; ``None`` at the top."""
        rung = done // self.sessions_per_phase
        return LADDER[rung] if rung < len(LADDER) else None


ORDINARY_PACE = LadderPace()
SMALLEST_RUN_LIMIT_M = LADDER[0].distance_m
SMALLEST_WEEK_M = 3 * SMALLEST_RUN_LIMIT_M
"""No break asks for less than the ladder's first rung, three times a week: half of very
little would be nothing at all (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnStage:
    """What one day after a break may hold."""

    break_days: int = 0
    """Whole days without a run; 0 when no break matters any more."""
    run_limit_m: int | None = None
    """Ceiling of a run that day; ``None`` when the break sets none."""
    week_room_m: int | None = None
    """Metres left in the current week after the break; ``None`` when it sets none."""
    week_end: date | None = None
    """Last day of that week."""
    allows_hard: bool = True
    ladder: LadderPhase | None = None


def return_stage(
    sessions: Sequence[RunSession],
    day: date,
    *,
    pace: LadderPace = ORDINARY_PACE,
    elsewhere: Collection[date] = frozenset(),
) -> ReturnStage:
    """Return what the last breaks leave for a day; sessions on or after it are ignored.

    Args:
        sessions: In order of start.
        day: The day asked about.
        pace: How the runner goes up the ladder.
        elsewhere: Days that were run but not recorded: they belong to no break.
    """
    past = sessions[: bisect_left(sessions, day, key=lambda session: session.date)]
    if not past:
        return ReturnStage()
    run_days = _recent_run_days(past, day)
    return strictest(
        [
            _stage(past, before, back, day, pace, break_days=off)
            for before, back in pairwise([*run_days, day])
            if (day - back).days <= LADDER_TIME_OUT_DAYS
            and (off := days_off(before, back, elsewhere)) >= SHORT_BREAK_DAYS
        ]
    )


def days_off(before: date, back: date, elsewhere: Collection[date] = frozenset()) -> int:
    """Return the whole days between two runs on which nothing was run elsewhere either."""
    between = (back - before).days - 1
    if between < SHORT_BREAK_DAYS or not elsewhere:
        return between
    return sum(day not in elsewhere for day in days(before + ONE_DAY, back))


def _stage(
    past: Sequence[RunSession],
    before: date,
    back: date,
    day: date,
    pace: LadderPace,
    *,
    break_days: int,
) -> ReturnStage:
    """Return the stage of ``day`` after a break from ``before`` to a first run on ``back``."""
    since = (day - back).days
    if break_days >= LADDER_BREAK_DAYS:
        since_back = [session.date for session in _between(past, back, day)]
        return _ladder_stage(break_days, since_back[::-1], pace)
    longest_m = _longest_before(past, before)
    if break_days < STEPPED_BREAK_DAYS:
        return ReturnStage(
            break_days=break_days if since < NO_HARD_DAYS_SHORT else 0,
            run_limit_m=_run_limit(SHORT_BREAK_SHARE * longest_m) if since == 0 else None,
            allows_hard=since >= NO_HARD_DAYS_SHORT,
        )
    week = since // DAYS_PER_WEEK
    if week >= len(STEPPED_SHARES):
        return ReturnStage()
    week_start = back + timedelta(days=week * DAYS_PER_WEEK)
    done_m = sum(session.distance_m for session in _between(past, week_start, day))
    usual_m = _usual_week_before(past, before)
    return ReturnStage(
        break_days=break_days,
        run_limit_m=_run_limit(STEPPED_SHARES[week] * longest_m),
        week_room_m=max(0, max(int(STEPPED_SHARES[week] * usual_m), SMALLEST_WEEK_M) - done_m),
        week_end=week_start + timedelta(days=DAYS_PER_WEEK - 1),
        allows_hard=since >= NO_HARD_DAYS_STEPPED,
    )


def ladder_start(run_days: Iterable[date], *, pace: LadderPace = ORDINARY_PACE) -> ReturnStage:
    """Return the stage of a runner who never ran before, after sessions on these days."""
    return _ladder_stage(0, run_days, pace)


def _ladder_stage(break_days: int, run_days: Iterable[date], pace: LadderPace) -> ReturnStage:
    phase = pace.phase(pace.sessions_done(run_days))
    if phase is None:
        return ReturnStage()
    return ReturnStage(
        break_days=break_days, run_limit_m=phase.distance_m, allows_hard=False, ladder=phase
    )


def _recent_run_days(past: Sequence[RunSession], day: date) -> list[date]:
    """Return the run days that a break may still follow, and the one before them, in order."""
    recent: list[date] = []
    for session in reversed(past):
        if not recent or session.date != recent[-1]:
            recent.append(session.date)
            if (day - session.date).days > LADDER_TIME_OUT_DAYS:
                break
    return recent[::-1]


def _between(past: Sequence[RunSession], first: date, last: date) -> Iterator[RunSession]:
    """Yield the sessions of some days, both included, latest first."""
    for session in reversed(past):
        if session.date < first:
            return
        if session.date <= last:
            yield session


def _run_limit(distance_m: float) -> int:
    return max(int(distance_m), SMALLEST_RUN_LIMIT_M)


def _longest_before(past: Sequence[RunSession], last: date) -> int:
    first = last - timedelta(days=LONGEST_BEFORE_DAYS) + ONE_DAY
    return max(session.distance_m for session in _between(past, first, last))


def _usual_week_before(past: Sequence[RunSession], last: date) -> float:
    first = last - timedelta(days=USUAL_BEFORE_DAYS) + ONE_DAY
    total_m = sum(session.distance_m for session in _between(past, first, last))
    return total_m * DAYS_PER_WEEK / USUAL_BEFORE_DAYS


def strictest(stages: Sequence[ReturnStage]) -> ReturnStage:
    """Return one stage that keeps every ceiling of several overlapping breaks."""
    run_limits = [stage.run_limit_m for stage in stages if stage.run_limit_m is not None]
    rooms = [
        (stage.week_room_m, stage.week_end) for stage in stages if stage.week_room_m is not None
    ]
    ladders = [stage.ladder for stage in stages if stage.ladder is not None]
    room_m, week_end = min(rooms, key=lambda room: room[0], default=(None, None))
    return ReturnStage(
        break_days=max((stage.break_days for stage in stages), default=0),
        run_limit_m=min(run_limits, default=None),
        week_room_m=room_m,
        week_end=week_end,
        allows_hard=all(stage.allows_hard for stage in stages),
        ladder=min(ladders, key=lambda phase: phase.distance_m, default=None),
    )
