"""R29: a long day, or two days in a row, made of several runs; no single run shows it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.body import ALL_TISSUES
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.training_load.day_totals import highest_of_last
from runadvisor.warning.pain_facts import tissue_pain_lately
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from runadvisor.training_load.day_totals import Floats
    from runadvisor.warning.rule import Facts

BEFORE_DAYS = 30
SORE_DAYS = 14


def _found(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    days, runs = np.unique(known.session_days, return_counts=True)
    if not len(days):
        return
    # From the eve of the 30 days before the first: it holds nothing, nor do they.
    first, last = int(days[0]), int(days[-1])
    every_day = np.arange(first - BEFORE_DAYS - 1, last + 1, dtype=np.int64)
    daily = known.totals.run_m.ending(every_day, span_days=1)
    pairs = daily[1:] + daily[:-1]
    # Of the 30 days before each, and of the pairs that share no day with it and its eve.
    most = highest_of_last(daily, BEFORE_DAYS)
    most_two = highest_of_last(pairs, BEFORE_DAYS - 1)
    at_day = days - first
    day_m, eve_m = daily[at_day + BEFORE_DAYS + 1], daily[at_day + BEFORE_DAYS]
    most_m, most_two_m = most[at_day + 1], most_two[at_day]
    two_m = day_m + eve_m
    is_seen = at_day > BEFORE_DAYS
    is_split = (runs >= at["fewest_runs"]) & _is_over(day_m, most_m, at["ratio"], at["day_rise_m"])
    is_two = (eve_m > 0) & _is_over(two_m, most_two_m, at["ratio"], at["two_days_rise_m"])
    for place in np.flatnonzero(is_seen & (is_split | is_two)):
        day = date.fromordinal(int(days[place]))
        ids = _runs_on(known, days[place])
        is_sore = tissue_pain_lately(known, ALL_TISSUES, days=SORE_DAYS, day=day)
        yield Finding(
            code="split-day" if is_split[place] else "two-days",
            tier=Tier.WATCH if is_sore else Tier.INFO,
            date=day,
            stands_days=DAYS_PER_WEEK + 1,
            activity_ids=ids if is_split[place] else (*ids, *_runs_on(known, days[place] - 1)),
            values={
                "runs": int(runs[place]),
                "day_m": int(day_m[place]),
                "most_m": int(most_m[place]),
                "two_days_m": int(two_m[place]),
                "most_two_days_m": int(most_two_m[place]),
                "to_date": day,
            },
        )


def _is_over(now_m: Floats, most_m: Floats, ratio: float, rise_m: float) -> NDArray[np.bool_]:
    return (most_m > 0) & (now_m > ratio * most_m) & (now_m - most_m >= rise_m)


def _runs_on(known: Facts, day: np.int64) -> tuple[int, ...]:
    """Return the runs of a day, those of its last session first."""
    begin, end = np.searchsorted(known.session_days, [day, day + 1])
    sessions = reversed(known.sessions[begin:end])
    return tuple(number for session in sessions for number in session.activity_ids)


SPLIT_DAYS = Pattern(
    rule_id="R29",
    name="long split days",
    thresholds={"ratio": 1.30, "fewest_runs": 2, "day_rise_m": 3_000, "two_days_rise_m": 5_000},
    grade=EvidenceGrade.WEAK,
    citations=(OWN_CHOICE,),
    tissues=ALL_TISSUES,
    words={
        "split-day": Words(
            title=N_("A long day made of several runs"),
            message=N_(
                "{runs} runs on {to_date} came to {day_m}; the most on one day of the 30 before "
                "was {most_m}."
            ),
            clears=N_("A week without another such day: it is gone on {clears_date}."),
            advice=(N_("Take the next day off, or easy."),),
        ),
        "two-days": Words(
            title=N_("Two long days in a row"),
            message=N_(
                "{two_days_m} in the two days to {to_date}; the most in two days of the month "
                "before was {most_two_days_m}."
            ),
            clears=N_("A week without two more such days: it is gone on {clears_date}."),
            advice=(N_("Take the next day off, or easy."),),
        ),
    },
    sure=N_("Little. The study of long runs looked at single ones; adding them up is our choice."),
    not_shown=N_("Whether two runs on a day add up to one long one."),
    found=_found,
).rule()
