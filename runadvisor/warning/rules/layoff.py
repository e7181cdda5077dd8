"""R18: running more after a break than the steps back allow (rules.md 14)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.body import ALL_TISSUES
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.text import N_
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.training_load.gaps import run_elsewhere
from runadvisor.training_load.return_stage import (
    LADDER_BREAK_DAYS,
    LADDER_TIME_OUT_DAYS,
    LONGEST_BEFORE_DAYS,
    SHORT_BREAK_DAYS,
    STEPPED_BREAK_DAYS,
    ReturnStage,
    days_off,
    ladder_start,
    return_stage,
    strictest,
)
from runadvisor.warning.injury_breaks import injury_breaks
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from runadvisor.training_load.runs import RunSession
    from runadvisor.warning.injury_breaks import InjuryBreak
    from runadvisor.warning.rule import Facts

LADDER_TIME_OUT = timedelta(days=LADDER_TIME_OUT_DAYS)


def _found(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    del at  # The steps back are the plan's too: they are not to be changed here alone.
    sessions = known.sessions
    days = np.unique(known.session_days)
    backs = [
        (date.fromordinal(int(days[place])), date.fromordinal(int(days[place + 1])))
        for place in np.flatnonzero(np.diff(days) > SHORT_BREAK_DAYS)
    ]
    elsewhere = run_elsewhere(known.athlete.gap_answers)
    backs = [pair for pair in backs if days_off(*pair, elsewhere) >= SHORT_BREAK_DAYS]
    hurt = list(injury_breaks(known))
    hard_ids = {e.run.activity_id for e in known.exposures if e.hard} if backs else set[int]()
    for place in _places_after(known, [back for _before, back in backs]):
        session = sessions[place]
        day = session.date
        earliest = bisect_left(backs, day - LADDER_TIME_OUT, key=itemgetter(1))
        since = backs[earliest][0] - timedelta(days=LONGEST_BEFORE_DAYS)
        begin, end = np.searchsorted(known.session_days, [since.toordinal(), day.toordinal()])
        past = sessions[begin:end]
        steps = [return_stage(past, day, elsewhere=elsewhere), *_injury_stages(hurt, past, day)]
        day_m = sum(own.distance_m for own in sessions[end : place + 1])
        yield from _over(session, steps, day_m=day_m, hard_ids=hard_ids)


def _places_after(known: Facts, backs: Iterable[date]) -> list[int]:
    """Return where the sessions lie that a first run back may still matter for, in order."""
    places: set[int] = set()
    for back in backs:
        span = (back.toordinal(), (back + LADDER_TIME_OUT + ONE_DAY).toordinal())
        begin, end = np.searchsorted(known.session_days, span)
        places.update(range(begin, end))
    return sorted(places)


def _injury_stages(
    hurt: Sequence[InjuryBreak], past: Sequence[RunSession], day: date
) -> Iterator[ReturnStage]:
    """Return the rung of the walk-run ladder that each break through injury leaves for a day."""
    recent = (pause for pause in hurt if 0 <= (day - pause.back).days <= LADDER_TIME_OUT_DAYS)
    stages = (
        replace(
            ladder_start(run.date for run in past if run.date >= pause.back),
            break_days=pause.days,
        )
        for pause in recent
    )
    return (stage for stage in stages if stage.ladder is not None)


def _over(
    session: RunSession, steps: Sequence[ReturnStage], *, day_m: int, hard_ids: set[int]
) -> Iterator[Finding]:
    stage = strictest(steps)
    limit_m, room_m = stage.run_limit_m, stage.week_room_m
    is_over = limit_m is not None and session.distance_m > limit_m
    codes = {
        "over-the-injury-step": is_over and len(steps) > 1,
        "over-the-step": is_over,
        "over-the-week": room_m is not None and day_m > room_m,
        "hard-too-soon": not stage.allows_hard and not hard_ids.isdisjoint(session.activity_ids),
    }
    code = next((code for code, is_so in codes.items() if is_so), None)
    if code is not None:
        yield Finding(
            code=code,
            tier=Tier.ACT if stage.break_days >= STEPPED_BREAK_DAYS else Tier.INFO,
            date=session.date,
            stands_days=8 if stage.break_days >= STEPPED_BREAK_DAYS else 4,
            activity_ids=session.activity_ids,
            values={
                "distance_m": session.distance_m,
                "day_m": day_m,
                "limit_m": limit_m,
                "room_m": room_m,
                "break_days": stage.break_days,
                "run_weekday": session.date,
            },
        )


_CLEARS = N_("With the next runs within the steps it is gone on {clears_date}.")
_ADVICE = (
    N_("Take the steps back: each day’s limit is in your plan."),
    N_("No hard run until they are done."),
)

LAYOFF = Pattern(
    rule_id="R18",
    name="return after a break",
    thresholds={
        "short_break_days": SHORT_BREAK_DAYS,
        "stepped_break_days": STEPPED_BREAK_DAYS,
        "ladder_break_days": LADDER_BREAK_DAYS,
    },
    grade=EvidenceGrade.WEAK,
    citations=("nakaoka2021", "army_ladder2023", "own_choice"),
    tissues=ALL_TISSUES,
    words={
        "over-the-step": Words(
            title=N_("A long run for the time after a break"),
            message=N_(
                "{run_weekday}’s {distance_m} came soon after {break_days} days without a run; "
                "the step for that day was {limit_m}."
            ),
            clears=_CLEARS,
            advice=_ADVICE,
        ),
        "over-the-injury-step": Words(
            title=N_("A long run for the time after an injury"),
            message=N_(
                "{run_weekday}’s {distance_m} came soon after {break_days} days off through "
                "injury; the step of walking and running for that day was {limit_m}."
            ),
            clears=_CLEARS,
            advice=_ADVICE,
        ),
        "over-the-week": Words(
            title=N_("A full week for the time after a break"),
            message=N_(
                "{day_m} on {run_weekday}, soon after {break_days} days without a run; the step "
                "for that week had {room_m} left."
            ),
            clears=_CLEARS,
            advice=_ADVICE,
        ),
        "hard-too-soon": Words(
            title=N_("A hard run soon after a break"),
            message=N_("{run_weekday}’s run was hard, soon after {break_days} days without a run."),
            clears=_CLEARS,
            advice=_ADVICE,
        ),
    },
    sure=N_(
        "Weak. In one study of runners it was the weeks after little running that went with more "
        "injuries. The steps back are our choice."
    ),
    not_shown=N_("That these steps, or any others, prevent injuries after a break."),
    found=_found,
    is_fixed=True,
).rule()
