"""R04, R30, R37: weeks that grow at once, in days, or bit by bit."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.athlete import Experience
from runadvisor.domain.body import ALL_TISSUES, Tissue
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.training_load.day_totals import complete_weeks, last_windows
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from runadvisor.training_load.day_totals import Floats
    from runadvisor.warning.rule import Facts

BEFORE_WEEKS = 4
JUMP_RATIO = 1.30
LEAST_WEEK_M = 10_000
CREEP_WEEKS, CREEP_BEFORE_WEEKS = 4, 12
LIGHTER_BEFORE_WEEKS = 3
LIGHTER_SHARE = 0.7
LAST = timedelta(days=DAYS_PER_WEEK - 1)


def is_week_jump(
    week_m: float,
    before_m: Sequence[float],
    *,
    ratio: float = JUMP_RATIO,
    least_week_m: float = LEAST_WEEK_M,
) -> bool:
    """Whether a week is more than 30 % over the most of the weeks before it (rules.md 23).

    Args:
        week_m: Distance of the week, metres.
        before_m: Distances of the four weeks before; with nothing in them there is no jump.
        ratio: Edge; it belongs to the week that is no jump.
        least_week_m: A shorter week is none.
    """
    return week_m >= least_week_m and week_m > ratio * max(before_m) > 0


def _weeks(known: Facts) -> tuple[tuple[date, ...], Floats, Floats]:
    """Return the Mondays of complete weeks, their metres and their days with a run."""
    if known.first_day is None:
        return (), np.zeros(0), np.zeros(0)
    mondays = complete_weeks(known.first_day, known.as_of)
    totals = known.totals
    return mondays, totals.run_m.weeks(mondays), totals.run_days.weeks(mondays)


def _jumps(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    mondays, metres, _run_days = _weeks(known)
    is_new = known.athlete.experience is Experience.NEW
    most_m = last_windows(metres, BEFORE_WEEKS)[:-1].max(axis=1)
    for number in BEFORE_WEEKS + np.flatnonzero(metres[BEFORE_WEEKS:] > at["ratio"] * most_m):
        week_m, *before_m = metres[number - BEFORE_WEEKS : number + 1][::-1].tolist()
        if is_week_jump(week_m, before_m, ratio=at["ratio"], least_week_m=at["least_week_m"]):
            monday = mondays[number]
            yield Finding(
                code="week-jump",
                tier=Tier.WATCH if is_new else Tier.INFO,
                date=monday + LAST,
                stands_days=DAYS_PER_WEEK + 1,
                values={
                    "week_m": week_m,
                    "most_m": max(before_m),
                    "jump_percent": (week_m / max(before_m) - 1) * 100,
                    "from_date": monday,
                    "to_date": monday + LAST,
                },
            )


def _more_days(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    mondays, metres, run_days = _weeks(known)
    means = last_windows(run_days, BEFORE_WEEKS)[:-1].sum(axis=1) / BEFORE_WEEKS
    is_more = (means > 0) & (run_days[BEFORE_WEEKS:] >= means + at["more_days"])
    for number in BEFORE_WEEKS + np.flatnonzero(is_more):
        week_m, *before_m = metres[number - BEFORE_WEEKS : number + 1][::-1].tolist()
        yield Finding(
            code="more-run-days",
            tier=Tier.WATCH if is_week_jump(week_m, before_m) else Tier.INFO,
            date=mondays[number] + LAST,
            stands_days=DAYS_PER_WEEK + 1,
            values={
                "run_days": int(run_days[number]),
                "usual_days": f"{means[number - BEFORE_WEEKS]:.1f}",
                "week_m": week_m,
            },
        )


def is_lighter_week(
    week_m: float, before_m: Sequence[float], *, share: float = LIGHTER_SHARE
) -> bool:
    """Whether a week holds at most a share of the mean of the weeks before it (rules.md 31)."""
    return week_m <= share * sum(before_m) / len(before_m)


def _creeps(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    mondays, metres, _run_days = _weeks(known)
    windows = last_windows(metres, CREEP_BEFORE_WEEKS + CREEP_WEEKS)
    early_m = windows[:, :CREEP_BEFORE_WEEKS].sum(axis=1) / CREEP_BEFORE_WEEKS
    late_m = windows[:, CREEP_BEFORE_WEEKS:].sum(axis=1) / CREEP_WEEKS
    is_more = (early_m > 0) & (late_m > at["ratio"] * early_m) & (late_m >= at["least_week_m"])
    for place in np.flatnonzero(is_more):
        if not _has_lighter_week(windows[place].tolist(), share=at["lighter_share"]):
            late, early = float(late_m[place]), float(early_m[place])
            yield Finding(
                code="slow-creep",
                tier=Tier.INFO,
                date=mondays[place + CREEP_BEFORE_WEEKS + CREEP_WEEKS - 1] + LAST,
                stands_days=DAYS_PER_WEEK + 1,
                values={
                    "late_m": late,
                    "early_m": early,
                    "jump_percent": (late / early - 1) * 100,
                    "lighter_percent": at["lighter_share"] * 100,
                },
            )


def _has_lighter_week(metres: Sequence[float], *, share: float) -> bool:
    """Whether one of the last four weeks was well below the mean of the three before it."""
    return any(
        is_lighter_week(metres[number], metres[number - LIGHTER_BEFORE_WEEKS : number], share=share)
        for number in range(len(metres) - CREEP_WEEKS, len(metres))
    )


WEEK_JUMP = Pattern(
    rule_id="R04",
    name="week jump",
    thresholds={"ratio": JUMP_RATIO, "least_week_m": LEAST_WEEK_M},
    grade=EvidenceGrade.CONTESTED,
    citations=("nielsen2014", "frandsen2025", "buist2008"),
    tissues=(Tissue.KNEE_CAP, Tissue.ILIOTIBIAL_BAND, Tissue.GLUTEAL_TENDON, Tissue.BONE),
    words={
        "week-jump": Words(
            title=N_("A big week"),
            message=N_(
                "{week_m} in the week to {to_date}: {jump_percent} more than any of the four weeks "
                "before ({most_m})."
            ),
            clears=N_(
                "A week that is not so big again: it is gone on {clears_date}, when the next week "
                "is over."
            ),
            advice=(
                N_(
                    "Look at the single runs of that week first: one long run says more than the "
                    "sum."
                ),
                N_("Let the coming week be like those before it."),
            ),
        )
    },
    sure=N_(
        "Studies disagree. Among 874 new runners a week over 30 % up went with more injuries of "
        "some kinds, not clearly; in the largest study weekly change did not matter, and a plan "
        "that kept to 10 % a week did not help."
    ),
    not_shown=N_("That a big week injures. This is a note; only for new runners we say watch."),
    found=_jumps,
).rule()

MORE_RUN_DAYS = Pattern(
    rule_id="R30",
    name="more running days",
    thresholds={"more_days": 2},
    grade=EvidenceGrade.WEAK,
    citations=(OWN_CHOICE,),
    tissues=ALL_TISSUES,
    words={
        "more-run-days": Words(
            title=N_("More running days than usual"),
            message=N_(
                "{run_days} days with a run in one week; the four weeks before had {usual_days} "
                "on average."
            ),
            clears=N_(
                "A week with fewer running days: it is gone on {clears_date}, when the next week "
                "is over."
            ),
            advice=(N_("Add one running day at a time, and leave it so for a few weeks."),),
        )
    },
    sure=N_("Little. New days leave less time to recover; the count is our choice."),
    not_shown=N_("How many more days are too many: no study of runners has looked."),
    found=_more_days,
).rule()

SLOW_CREEP = Pattern(
    rule_id="R37",
    name="slow creep",
    thresholds={"ratio": 1.5, "lighter_share": LIGHTER_SHARE, "least_week_m": LEAST_WEEK_M},
    grade=EvidenceGrade.WEAK,
    citations=(OWN_CHOICE,),
    tissues=ALL_TISSUES,
    words={
        "slow-creep": Words(
            title=N_("Growing for months without a lighter week"),
            message=N_(
                "{late_m} a week over the last four weeks: {jump_percent} more than over the "
                "twelve before ({early_m}), with no lighter week among them."
            ),
            clears=N_(
                "A week of at most {lighter_percent} of the three before it: with the next one so "
                "light it is gone on {clears_date}."
            ),
            advice=(N_("Make the coming week a lighter one, about two thirds of the last."),),
        )
    },
    sure=N_("Little. That lighter weeks help is what coaches do; the edges are our choice."),
    not_shown=N_("That slow growth injures, or that a lighter week prevents it."),
    found=_creeps,
    cool_off_days=28,
).rule()
