"""R11, R33: more fast running than usual, and fast running after a long time without."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.body import Tissue
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_
from runadvisor.domain.units import SECONDS_PER_MINUTE
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.training_load.day_totals import complete_weeks, last_windows
from runadvisor.training_load.fast_running import bouts_at
from runadvisor.warning.pain_facts import tissue_pain_lately
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from runadvisor.domain.track_features import TrackFeatures
    from runadvisor.training_load.exposures import RunExposure
    from runadvisor.warning.rule import Facts

BEFORE_WEEKS = 4
COUNTS_FROM_S = SECONDS_PER_MINUTE
"""Under a minute at threshold speed is a hurried crossing, not fast running."""
TOP_SPEED_DAYS = 365
SPRINT_SORE_DAYS = 28
SPRINT_TISSUES = (Tissue.HIP_FLEXOR, Tissue.HAMSTRING, Tissue.CALF_ACHILLES)


def _found(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    found = [*_weeks_up(known, at), *_first_fast(known, at)]
    yield from sorted(found, key=lambda finding: (finding.date, -finding.tier))


def _weeks_up(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    if known.first_day is None:
        return
    mondays = complete_weeks(known.first_day, known.as_of)
    weeks = known.totals.fast_s.weeks(mondays)
    # Where one of the five weeks is unknown nothing is more.
    now_s, most_s = weeks[BEFORE_WEEKS:], last_windows(weeks, BEFORE_WEEKS)[:-1].max(axis=1)
    least_s = at["least_rise_min"] * SECONDS_PER_MINUTE
    for place in np.flatnonzero((now_s > at["ratio"] * most_s) & (now_s - most_s >= least_s)):
        sunday = mondays[place + BEFORE_WEEKS] + timedelta(days=DAYS_PER_WEEK - 1)
        yield Finding(
            code="fast-week",
            tier=Tier.WATCH,
            date=sunday,
            stands_days=DAYS_PER_WEEK + 1,
            values={
                "fast_s": float(now_s[place]),
                "most_s": float(most_s[place]),
                "to_date": sunday,
            },
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


def _sprints(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    tracked = [exposure for exposure in known.exposures if exposure.top_mps is not None]
    days = [exposure.run.local_date.toordinal() for exposure in tracked]
    tops_mps = [exposure.top_mps or 0.0 for exposure in tracked]
    held = [known.features[exposure.run.activity_id].fast_bouts for exposure in tracked]
    span, share, fewest = int(at["days_without"]), at["speed_share"], at["fewest_bouts"]
    for number, best_mps in enumerate(_best_mps(days, tops_mps)):
        day, speed_mps = days[number], share * best_mps
        if not speed_mps or day - days[0] < span:
            continue
        bouts = bouts_at(held[number], speed_mps).bouts
        if bouts < fewest:
            continue
        before = held[bisect_right(days, day - span) : number]
        if any(bouts_at(others, speed_mps).bouts >= fewest for others in before):
            continue
        run = tracked[number].run
        is_sore = tissue_pain_lately(
            known, SPRINT_TISSUES, days=SPRINT_SORE_DAYS, day=run.local_date
        )
        yield Finding(
            code="sprint-return",
            tier=Tier.WATCH if is_sore else Tier.INFO,
            date=run.local_date,
            stands_days=DAYS_PER_WEEK + 1,
            activity_ids=(run.activity_id,),
            values={"bouts": bouts, "days_without": span, "run_weekday": run.local_date},
        )


def _best_mps(days: Sequence[int], tops_mps: Sequence[float]) -> Iterator[float]:
    """Yield for each run the best speed of the year up to it, this run included."""
    falling: deque[tuple[int, float]] = deque()
    for day, own_mps in zip(days, tops_mps, strict=True):
        # A run that was slower and earlier can be the best of no later year.
        while falling and falling[-1][1] <= own_mps:
            falling.pop()
        falling.append((day, own_mps))
        while falling[0][0] < day - TOP_SPEED_DAYS:
            falling.popleft()
        yield falling[0][1]


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
        "Weak. Of 16 sudden strains of one hip flexor that were seen by MRI, 14 came from kicking "
        "or sprinting."
    ),
    not_shown=N_("How long a break makes sprints risky. Days and speeds are our choice."),
    found=_sprints,
).rule()
