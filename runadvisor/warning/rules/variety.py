"""R16, R31: running and nothing else, and a change of surface."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.activity import Sport
from runadvisor.domain.body import ALL_TISSUES, Tissue
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.training_load.columns import ordinals
from runadvisor.training_load.day_totals import DayTotals, complete_weeks
from runadvisor.warning.pattern_rule import Finding, Pattern, Words, spoken_days

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from runadvisor.domain.activity import Activity
    from runadvisor.warning.rule import Facts

BEFORE_DAYS = 28
ONCE_DAYS = 90
SURFACES = {
    Sport.TRAIL_RUN: N_("trail"),
    Sport.TREADMILL_RUN: N_("treadmill"),
}
"""A run with no such tag may have been anywhere."""


def _only_running(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    if known.first_day is None:
        return
    span_days = int(at["window_days"])
    sundays = ordinals(complete_weeks(known.first_day, known.as_of)) + DAYS_PER_WEEK - 1
    # Weeks whose window begins before the history may have held anything.
    sundays = sundays[sundays - span_days + 1 >= known.first_day.toordinal()]
    runs = known.totals.run_days.ending(sundays, span_days=span_days)
    others = known.totals.others.ending(sundays, span_days=span_days)
    is_only = (runs >= at["fewest_run_days"]) & (others == 0)
    counts = dict(zip(sundays[is_only].tolist(), runs[is_only].tolist(), strict=True))
    for day in spoken_days(counts, ONCE_DAYS):
        yield Finding(
            code="only-running",
            tier=Tier.INFO,
            date=date.fromordinal(day),
            stands_days=DAYS_PER_WEEK,
            values={"run_days": int(counts[day]), "window_days": span_days},
        )


def _surfaces(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    if known.first_day is None:
        return
    tagged: dict[Sport, list[Activity]] = {sport: [] for sport in SURFACES}
    for run in known.activities:
        if run.sport in tagged and run.distance_m:
            tagged[run.sport].append(run)
    if not any(tagged.values()):
        return
    total = DayTotals(
        ((a.local_date, a.distance_m) for a in known.activities if a.is_run and a.distance_m),
        first=known.first_day,
        last=known.as_of,
    )
    found = [
        finding
        for own in tagged.values()
        for finding in _new_surface(own, total, known.first_day, at)
    ]
    yield from sorted(found, key=lambda finding: (finding.date, finding.activity_ids))


def _new_surface(
    runs: Sequence[Activity], total: DayTotals, first: date, at: Mapping[str, float]
) -> Iterator[Finding]:
    """Yield the runs with which one surface became new."""
    days = ordinals(run.local_date for run in runs)
    last = date.fromordinal(int(days.max(initial=first.toordinal())))
    own = DayTotals(((a.local_date, a.distance_m) for a in runs), first=first, last=last)
    now_m, all_m = (totals.ending(days, span_days=DAYS_PER_WEEK) for totals in (own, total))
    was_m, had_m = (
        totals.ending(days - DAYS_PER_WEEK, span_days=BEFORE_DAYS) for totals in (own, total)
    )
    is_new = (
        (days - DAYS_PER_WEEK - BEFORE_DAYS + 1 >= first.toordinal())
        & (had_m > 0)
        & (was_m < at["share_before"] * had_m)
        & (now_m >= at["share_now"] * all_m)
        & (now_m >= at["least_m"])
    )
    for place in np.flatnonzero(is_new).tolist():
        run = runs[place]
        yield Finding(
            code="new-surface",
            tier=Tier.INFO,
            date=run.local_date,
            stands_days=DAYS_PER_WEEK + 1,
            activity_ids=(run.activity_id,),
            values={
                "surface": SURFACES[run.sport],
                "surface_m": float(now_m[place]),
                "share_percent": float(now_m[place] / all_m[place]) * 100,
                "before_percent": float(was_m[place] / had_m[place]) * 100,
            },
        )


VARIETY = Pattern(
    rule_id="R16",
    name="variety",
    thresholds={"window_days": 28, "fewest_run_days": 8},
    grade=EvidenceGrade.WEAK,
    citations=("malisoux2015",),
    tissues=ALL_TISSUES,
    words={
        "only-running": Words(
            title=N_("Running and nothing else"),
            message=N_("{run_days} running days in {window_days} days, and no other sport."),
            clears=N_("It is gone on {clears_date}; it is said four times a year at most."),
            advice=(
                N_("One session a week of something without impact is enough to try."),
                N_("Changing between two pairs of shoes is another kind of variety."),
            ),
        )
    },
    sure=N_(
        "Weak. Among 264 runners each hour a week of another sport, and changing between pairs of "
        "shoes, went with fewer injuries."
    ),
    not_shown=N_("Cause. Which shoe you wore is not in the data, so shoes are not counted here."),
    found=_only_running,
    cool_off_days=ONCE_DAYS,
    is_said_once=True,
).rule()

SURFACE = Pattern(
    rule_id="R31",
    name="new surface",
    thresholds={"share_now": 0.50, "share_before": 0.10, "least_m": 8_000},
    grade=EvidenceGrade.WEAK,
    citations=(OWN_CHOICE,),
    tissues=(Tissue.CALF_ACHILLES, Tissue.BONE, Tissue.KNEE_CAP),
    words={
        "new-surface": Words(
            title=N_("A new surface"),
            message=N_(
                "{surface_m} on {surface} in seven days, {share_percent} of your running; in the "
                "four weeks before it was {before_percent}."
            ),
            clears=N_("It stands for a week after the run: it is gone on {clears_date}."),
            advice=(N_("Begin on a new surface with runs of half your longest."),),
        )
    },
    sure=N_("Little. The legs work otherwise on another ground; the shares are our choice."),
    not_shown=N_("That a change of surface injures."),
    found=_surfaces,
    # The next runs there find the same new ground: that is no second change.
    is_said_once=True,
).rule()
