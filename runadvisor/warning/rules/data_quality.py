"""R26: how far the numbers can be trusted; our own choice throughout."""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from runadvisor.domain.body import ALL_TISSUES
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import EvidenceGrade, Tier, TrainingWarning
from runadvisor.training_load.runs import LeftOut, is_left_out
from runadvisor.training_load.spikes import BASELINE_DAYS
from runadvisor.warning.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.text import Value
    from runadvisor.training_load.runs import RunSession
    from runadvisor.warning.rule import Facts

FEWEST_RUNS = 6
FEWEST_DAYS = 30

_LEFT_OUT = {
    LeftOut.NO_DISTANCE: N_("A run on {run_date} has no distance, so no limit can count it."),
    LeftOut.TOO_SHORT: N_("A run of {distance_m} on {run_date} is left out: an accidental start."),
    LeftOut.TOO_FAST: N_("A run of {distance_m} on {run_date} is left out: too fast for running."),
}
_SURE = N_("This is about your data, not about you. The numbers of days and runs are our choice.")
_NOT_SHOWN = N_("What a run that is missing or left out would have changed.")


def is_short_history(known: Facts, session: RunSession) -> bool:
    """Whether fewer than 30 days or 6 runs lay before a session."""
    first_day = known.first_day
    return (
        first_day is None
        or session.date - first_day < timedelta(days=FEWEST_DAYS)
        or bisect_left(known.sessions, session.date, key=attrgetter("date")) < FEWEST_RUNS
    )


def _raised(known: Facts) -> Iterator[TrainingWarning]:
    if known.first_day is not None:
        yield _short_history(known, seen_days=1, seen_runs=0)
    yield from (
        _left_out(activity, why)
        for activity in known.left_out
        if (why := is_left_out(activity)) is not None
    )


def _standing(known: Facts) -> Iterator[TrainingWarning]:
    if known.first_day is not None:
        seen_days = (known.as_of - known.first_day).days + 1
        if seen_days <= FEWEST_DAYS or len(known.sessions) < FEWEST_RUNS:
            yield _short_history(known, seen_days=seen_days, seen_runs=len(known.sessions))
    for warning in _raised(known):
        if warning.code == "run-left-out" and warning.stands_on(known.as_of):
            yield warning


def _short_history(known: Facts, *, seen_days: int, seen_runs: int) -> TrainingWarning:
    first_day = known.first_day or known.as_of
    has_runs = seen_runs >= FEWEST_RUNS
    clears_on = first_day + timedelta(days=FEWEST_DAYS) if has_runs else None
    values: dict[str, Value] = {
        "days_count": seen_days,
        "runs_count": seen_runs,
        "clears_date": clears_on,
    }
    return TrainingWarning(
        rule=DATA_QUALITY.rule_id,
        code="short-history",
        tier=Tier.INFO,
        grade=DATA_QUALITY.grade,
        date=first_day,
        clears_on=clears_on,
        tissues=DATA_QUALITY.tissues,
        title=Message(N_("A short history")),
        message=Message(
            N_(
                "Fewer than 30 days or 6 runs are known, so what is usual for you is not clear "
                "yet: take the warnings with care."
            ),
            values,
        ),
        values=values,
        clears=Message(
            N_("Thirty days of history with at least six runs in it.")
            if clears_on is None
            else N_("Thirty days of history: it is gone on {clears_date}."),
            values,
        ),
        advice=(Message(N_("If you ran before, import those runs too.")),),
        sure=Message(_SURE),
        not_shown=Message(_NOT_SHOWN),
        citations=DATA_QUALITY.citations,
    )


def _left_out(activity: Activity, why: LeftOut) -> TrainingWarning:
    values: dict[str, Value] = {
        "distance_m": activity.distance_m,
        "run_date": activity.local_date,
        "why": why.value,
    }
    clears_on = activity.local_date + timedelta(days=BASELINE_DAYS) + ONE_DAY
    return TrainingWarning(
        rule=DATA_QUALITY.rule_id,
        code="run-left-out",
        tier=Tier.INFO,
        grade=DATA_QUALITY.grade,
        date=activity.local_date,
        clears_on=clears_on,
        activity_ids=(activity.activity_id,),
        tissues=DATA_QUALITY.tissues,
        title=Message(N_("A run is left out of the limits")),
        message=Message(_LEFT_OUT[why], values),
        values=values,
        clears=Message(
            N_("It matters for 30 days: it is gone on {clears_date}."), {"clears_date": clears_on}
        ),
        advice=(Message(N_("If it was a real run, bring it in from another source.")),),
        sure=Message(_SURE),
        not_shown=Message(_NOT_SHOWN),
        citations=DATA_QUALITY.citations,
    )


DATA_QUALITY = Rule(
    rule_id="R26",
    name="data quality",
    thresholds={"fewest_days": FEWEST_DAYS, "fewest_runs": FEWEST_RUNS},
    grade=EvidenceGrade.WEAK,
    citations=(OWN_CHOICE,),
    tissues=ALL_TISSUES,
    raised=lambda known: tuple(_raised(known)),
    standing=lambda known: tuple(_standing(known)),
)
