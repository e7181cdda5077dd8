"""R11, R33: more fast running than usual, and fast running after a long time without."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.body import Tissue
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_
from runadvisor.domain.units import SECONDS_PER_MINUTE
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.training_load.day_totals import DayTotals, complete_weeks
from runadvisor.training_load.fast_running import bouts_at
from runadvisor.warning.pain_facts import tissue_pain_lately
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from runadvisor.domain.track_features import TrackFeatures
    from runadvisor.training_load.exposures import RunExposure
    from runadvisor.warning.rule import Facts

BEFORE_WEEKS = 4
COUNTS_FROM_S = SECONDS_PER_MINUTE
"""Under a minute at threshold speed is a hurried crossing, not fast running."""
TOP_SPEED_DAYS = 365
TOP_SPEED_SPAN_S = 10
SPRINT_SORE_DAYS = 28
SPRINT_TISSUES = (Tissue.HIP_FLEXOR, Tissue.HAMSTRING, Tissue.CALF_ACHILLES)


def _found(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    found = [*_weeks_up(known, at), *_first_fast(known, at)]
    yield from sorted(found, key=lambda finding: (finding.date, -finding.tier))


def _weeks_up(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    if known.first_day is None:
        return
    first, last = known.first_day, known.as_of
    totals = DayTotals(((e.date, e.fast_s) for e in known.exposures), first=first, last=last)
    mondays = list(complete_weeks(first, last))
    sundays = [monday + timedelta(days=DAYS_PER_WEEK - 1) for monday in mondays]
    weeks = [totals.total(*week) for week in zip(mondays, sundays, strict=True)]
    for number in range(BEFORE_WEEKS, len(weeks)):
        now_s = weeks[number]
        before = [value for value in weeks[number - BEFORE_WEEKS : number] if value is not None]
        if now_s is None or len(before) < BEFORE_WEEKS:
            continue
        most_s = max(before)
        least_s = at["least_rise_min"] * SECONDS_PER_MINUTE
        if now_s > at["ratio"] * most_s and now_s - most_s >= least_s:
            yield Finding(
                code="fast-week",
                tier=Tier.WATCH,
                date=sundays[number],
                stands_days=DAYS_PER_WEEK + 1,
                values={"fast_s": now_s, "most_s": most_s, "to_date": sundays[number]},
            )


def _first_fast(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    """Yield runs with much fast running after four weeks that held none."""
    exposures = known.exposures
    days = [exposure.date for exposure in exposures]
    span = timedelta(days=at["days_without"])
    for number, exposure in enumerate(exposures):
        fast_s = exposure.fast_s
        if fast_s is None or fast_s < COUNTS_FROM_S or exposure.date - days[0] < span:
            continue
        before = exposures[bisect_left(days, exposure.date - span) : number]
        if any(e.fast_s is None or e.fast_s >= COUNTS_FROM_S for e in before):
            continue
        well_over_s = _well_over_s(known.features.get(exposure.run.activity_id), exposure, at)
        if (
            fast_s > at["first_fast_min"] * SECONDS_PER_MINUTE
            or well_over_s > at["first_very_fast_min"] * SECONDS_PER_MINUTE
        ):
            yield Finding(
                code="first-fast-run",
                tier=Tier.ACT,
                date=exposure.date,
                stands_days=DAYS_PER_WEEK + 1,
                activity_ids=(exposure.run.activity_id,),
                values={"fast_s": fast_s, "very_fast_s": well_over_s, "run_weekday": exposure.date},
            )


def _well_over_s(
    features: TrackFeatures | None, exposure: RunExposure, at: Mapping[str, float]
) -> float:
    threshold_mps = exposure.estimates.threshold_speed_mps
    if features is None or threshold_mps is None:
        return 0.0
    return float(bouts_at(features.fast_bouts, at["very_fast_share"] * threshold_mps).seconds)


def _top_speeds(tracked: Sequence[tuple[date, int, TrackFeatures]]) -> list[float]:
    return [
        max(
            (
                e.distance_m / e.span_s
                for e in features.best_efforts
                if e.span_s == TOP_SPEED_SPAN_S
            ),
            default=0.0,
        )
        for _, _, features in tracked
    ]


def _sprints(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    tracked = [
        (e.date, e.run.activity_id, known.features[e.run.activity_id])
        for e in known.exposures
        if e.run.activity_id in known.features
    ]
    days = [day for day, _, _ in tracked]
    tops = _top_speeds(tracked)
    span = timedelta(days=at["days_without"])
    for number, (day, activity_id, features) in enumerate(tracked):
        begin = bisect_left(days, day - timedelta(days=TOP_SPEED_DAYS))
        speed_mps = at["speed_share"] * max(tops[begin : number + 1])
        bouts = bouts_at(features.fast_bouts, speed_mps).bouts
        if not speed_mps or bouts < at["fewest_bouts"] or day - days[0] < span:
            continue
        before = tracked[bisect_right(days, day - span) : number]
        if any(bouts_at(f.fast_bouts, speed_mps).bouts >= at["fewest_bouts"] for _, _, f in before):
            continue
        is_sore = tissue_pain_lately(known, SPRINT_TISSUES, days=SPRINT_SORE_DAYS, day=day)
        yield Finding(
            code="sprint-return",
            tier=Tier.WATCH if is_sore else Tier.INFO,
            date=day,
            stands_days=DAYS_PER_WEEK + 1,
            activity_ids=(activity_id,),
            values={"bouts": bouts, "days_without": int(at["days_without"]), "run_weekday": day},
        )


FAST_EXPOSURE = Pattern(
    rule_id="R11",
    name="fast running",
    thresholds={
        "ratio": 1.3,
        "least_rise_min": 10,
        "days_without": 28,
        "first_fast_min": 15,
        "first_very_fast_min": 5,
        "very_fast_share": 1.10,
    },
    grade=EvidenceGrade.CONTESTED,
    citations=("starbuck2021", "firminger2020", "ramskov2018", "hunter2019"),
    tissues=(Tissue.CALF_ACHILLES, Tissue.HAMSTRING, Tissue.HIP_FLEXOR),
    words={
        "fast-week": Words(
            title=N_("A week with much fast running"),
            message=N_(
                "{fast_s} at threshold speed or faster in the week to {to_date}; the most of the "
                "four weeks before was {most_s}."
            ),
            clears=N_(
                "A week with less of it: it is gone on {clears_date}, when the next week is over."
            ),
            advice=(
                N_("Keep fast running, but add to it in small steps."),
                N_("Do not make the longest run longer in the same week."),
            ),
        ),
        "first-fast-run": Words(
            title=N_("Much fast running after a month without"),
            message=N_(
                "{run_weekday}’s run held {fast_s} at threshold speed or faster; the four weeks "
                "before held none."
            ),
            clears=N_("It stands for a week after the run: it is gone on {clears_date}."),
            advice=(
                N_("No more fast running for three days."),
                N_("Then begin with 6 to 15 minutes of it in all."),
            ),
        ),
    },
    sure=N_(
        "How it works is measured: fast steps pull harder at the Achilles tendon and press the "
        "knee faster."
    ),
    not_shown=N_(
        "That more speed means more injuries: a trial of building up speed against building up "
        "distance found no difference, and the shin bone fares no worse. The minutes are our "
        "choice."
    ),
    found=_found,
).rule()

SPRINT_RETURN = Pattern(
    rule_id="R33",
    name="sprints after a break",
    thresholds={"days_without": 21, "fewest_bouts": 3, "speed_share": 0.90},
    grade=EvidenceGrade.WEAK,
    citations=("serner2018", OWN_CHOICE),
    tissues=SPRINT_TISSUES,
    words={
        "sprint-return": Words(
            title=N_("Sprints after weeks without"),
            message=N_(
                "{run_weekday}’s run held {bouts} bouts near your top speed; the {days_without} "
                "days before held none."
            ),
            clears=N_("It stands for a week after the run: it is gone on {clears_date}."),
            advice=(
                N_("First time back: four times 10 to 15 seconds, at 80 to 90 % of your top."),
            ),
        )
    },
    sure=N_(
        "Weak. Sudden hip-flexor strains that were looked at by MRI came mostly from kicking and "
        "sprinting."
    ),
    not_shown=N_("How long a break makes sprints risky. Days and speeds are our choice."),
    found=_sprints,
).rule()
