"""What a planned day is called, how hard it is, and why it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.activity import Sport
from runadvisor.domain.text import N_, Message

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.plan.day_limit import DayLimit
    from runadvisor.training_load.return_stage import LadderPhase

REST_TITLE = Message(N_("Rest"))
EASY_TITLE = Message(N_("Easy run"))
LONG_TITLE = Message(N_("Long run, easy"))
HARD_PARTS = N_("Hard run, {times} × {each_s}")
HILLS_TITLE = Message(N_("Hilly run"))
HILLS_UP_TO = N_("Hilly run, at most {climb_m} up")
RACE_TITLE = Message(N_("Race"))
WALK_RUN_TITLE = Message(N_("Walk and run in turn"))

EASY_EFFORT = Message(N_("Effort 2 to 3 of 10, you can talk"))
LONG_EFFORT = Message(N_("Effort 3 of 10, slower at the end is fine"))
HARD_EFFORT = Message(N_("Effort 7 of 10 in the fast parts, short sentences; easy between them"))
HILLS_EFFORT = Message(N_("Effort 6 to 7 of 10 uphill, easy down; walk the steep parts"))
RACE_EFFORT = Message(
    N_("As you feel; stop for pain at groin or bone, or that changes your stride")
)
CROSS_EFFORT = Message(N_("Effort 2 to 3 of 10, light"))

_CROSS_TITLES = {
    Sport.RIDE: N_("Bike"),
    Sport.SWIM: N_("Swim"),
    Sport.ELLIPTICAL: N_("Elliptical"),
    Sport.ROW: N_("Row"),
    Sport.WALK: N_("Brisk walk"),
    Sport.HIKE: N_("Hike"),
}

REST_AFTER_SPIKE = N_("The day after a much longer run than usual: let your legs settle.")
REST_BEFORE_LONG = N_("The eve of the long run: fresh legs carry it best.")
REST_AFTER_LONG = N_("The day after the long run: tendons settle more slowly than breath.")
REST_BETWEEN = N_("One of at least two days a week without running.")
REST_ON_LADDER = N_("A day between two sessions, as always on the way back.")
REST_AFTER_STREAK = N_("A rest day after many days in a row without one.")
REST_BEFORE_RACE = N_("The eve of the race: fresh legs carry it best.")
REST_AFTER_RACE = N_("The days after a race: tendons need them more than breath does.")
REST_NO_TIME = N_("You have no time to run that day.")
REST_WEEK_FULL = N_("This week has its kilometres already.")
EASY_HABIT = N_("Easy kilometres keep the habit; most of a week is easy.")
EASY_AFTER_SPIKE = N_("Easy and short while the longer run settles.")
EASY_AFTER_RACE = N_("Easy and short while the race settles.")
RACE_DAY = N_("Your race. It is within the limit of that day.")
LOCKED = N_("You set this day yourself.")
EASY_BACK = N_("Part of the way back after {break_days} days off.")
EASY_GROWING = N_("A tenth more than the run before at most, after the walk-run weeks.")
EASY_GROWN = N_(
    "Far enough for now: a week of these is about three fifths of your weeks before the break."
)
EASY_GROWN_NEW = N_("Far enough for a first plan; a new one builds on what you ran.")
LONG_USUAL = N_("Your usual long run; the limit that day is {limit_m}.")
LONG_HELD = N_("Long enough to keep the habit, {room_m} under the limit while it is held down.")
LONG_LIGHTER = N_("Shorter on purpose: a lighter week lets the last three settle.")
HARD_ONCE = N_(
    "One hard run this week, away from the long one, with {fast_s} fast: 15 at most, our choice."
)
HARD_FIRST = N_(
    "The first fast running for four weeks, so only {fast_s} of it; more comes week by week."
)
HILLS_ONCE = N_(
    "Hills instead of fast parts this week: {climb_m} up at most, no more than a run of yours held "
    "lately. Our choice."
)
CROSS_MOVE = N_("Moves you without impact; it counts as rest for bone and tendon.")
LADDER_STEP = N_(
    "Back after {break_days} days off, step by step. Start when a brisk half-hour walk feels well."
)
LADDER_AFTER_STOP = N_(
    "Step by step: walking and running in turn. Start when a brisk half-hour walk feels well."
)
LADDER_NEW = N_("A gentle start. Begin when a brisk half-hour walk feels well.")


def cross_title(sport: Sport | None) -> Message:
    """Return what the cross-training of a day is called: the runner's own sport."""
    return Message(
        _CROSS_TITLES.get(sport, N_("Bike or brisk walk")) if sport else N_("Bike or brisk walk")
    )


def ladder_title(phase: LadderPhase) -> Message:
    """Return the walk-run pattern of a rung."""
    if not phase.walk_min:
        return Message(N_("Easy run, without walking"))
    return Message(
        N_("Walk {walk} min, run {run} min, and repeat"),
        {"walk": phase.walk_min, "run": phase.run_min},
    )


def ladder_effort(phase: LadderPhase) -> Message:
    """Return the effort of a rung."""
    return Message(N_("Effort {rpe} of 10 at most"), {"rpe": phase.session_rpe})


def ladder_reason(break_days: int, *, ever_ran: bool) -> Message:
    """Return why a day is walked and run."""
    if not ever_ran:
        return Message(LADDER_NEW)
    if not break_days:
        return Message(LADDER_AFTER_STOP)
    return Message(LADDER_STEP, {"break_days": break_days})


def long_reason(limit: DayLimit, distance_m: int, day: date, *, is_lighter: bool) -> Message:
    """Return why the long run has its length."""
    if is_lighter:
        return Message(LONG_LIGHTER)
    held_until = limit.spike.held_until
    room_m = limit.limit_m - distance_m
    if held_until is not None and day <= held_until and room_m > 0:
        return Message(LONG_HELD, {"room_m": room_m})
    return Message(LONG_USUAL, {"limit_m": limit.limit_m})
