"""R29: a long day, or two days in a row, made of several runs; no single run shows it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from runadvisor.domain.body import ALL_TISSUES
from runadvisor.domain.calendar import DAYS_PER_WEEK, ONE_DAY
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.warning.pain_facts import tissue_pain_lately
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from runadvisor.warning.rule import Facts

BEFORE_DAYS = 30
SORE_DAYS = 14


def _found(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    runs: Counter[date] = Counter()
    ids: dict[date, tuple[int, ...]] = {}
    for session in known.sessions:
        runs[session.date] += 1
        ids[session.date] = (*session.activity_ids, *ids.get(session.date, ()))
    if not runs:
        return
    first = min(runs)
    metres = [0] * ((max(runs) - first).days + 1)
    for session in known.sessions:
        metres[(session.date - first).days] += session.distance_m
    for day in sorted(runs):
        place = (day - first).days
        if place < BEFORE_DAYS + 1:
            continue
        day_m, eve_m = metres[place], metres[place - 1]
        before = metres[place - BEFORE_DAYS : place]
        most_m = max(before)
        two_m = day_m + eve_m
        # Pairs that share no day with these two.
        most_two_m = max(map(sum, pairwise(metres[place - BEFORE_DAYS - 1 : place - 1])))
        code = None
        if (
            runs[day] >= at["fewest_runs"]
            and day_m > at["ratio"] * most_m > 0
            and day_m - most_m >= at["day_rise_m"]
        ):
            code = "split-day"
        elif (
            eve_m
            and two_m > at["ratio"] * most_two_m > 0
            and two_m - most_two_m >= at["two_days_rise_m"]
        ):
            code = "two-days"
        if code is not None:
            is_sore = tissue_pain_lately(known, ALL_TISSUES, days=SORE_DAYS, day=day)
            yield Finding(
                code=code,
                tier=Tier.WATCH if is_sore else Tier.INFO,
                date=day,
                stands_days=DAYS_PER_WEEK + 1,
                activity_ids=ids[day] if code == "split-day" else (*ids[day], *ids[day - ONE_DAY]),
                values={
                    "runs": runs[day],
                    "day_m": day_m,
                    "most_m": most_m,
                    "two_days_m": two_m,
                    "most_two_days_m": most_two_m,
                    "to_date": day,
                },
            )


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
