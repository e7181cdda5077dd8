"""R16, R31: running and nothing else, and a change of surface."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.activity import Sport
from runadvisor.domain.body import ALL_TISSUES, Tissue
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.training_load.day_totals import DayTotals, complete_weeks
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from runadvisor.warning.rule import Facts

BEFORE = timedelta(days=28)
SURFACES = {
    Sport.TRAIL_RUN: N_("trail"),
    Sport.TREADMILL_RUN: N_("treadmill"),
}
"""A run with no such tag may have been anywhere."""


def _only_running(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    if known.first_day is None:
        return
    first, last = known.first_day, known.as_of
    others = DayTotals(
        ((a.local_date, 1) for a in known.activities if not a.is_run), first=first, last=last
    )
    run_days = DayTotals(
        ((day, 1) for day in {s.date for s in known.sessions}), first=first, last=last
    )
    span = timedelta(days=at["window_days"] - 1)
    for monday in complete_weeks(first, last):
        day = monday + timedelta(days=DAYS_PER_WEEK - 1)
        runs = run_days.total(day - span, day) or 0
        if (
            day - span >= first
            and runs >= at["fewest_run_days"]
            and not others.total(day - span, day)
        ):
            yield Finding(
                code="only-running",
                tier=Tier.INFO,
                date=day,
                stands_days=DAYS_PER_WEEK,
                values={"run_days": int(runs), "window_days": int(at["window_days"])},
            )


def _surfaces(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    if known.first_day is None:
        return
    first, last = known.first_day, known.as_of
    runs = [a for a in known.activities if a.is_run and a.distance_m]
    total = DayTotals(((a.local_date, a.distance_m) for a in runs), first=first, last=last)
    by_surface = {
        sport: DayTotals(
            ((a.local_date, a.distance_m) for a in runs if a.sport is sport), first=first, last=last
        )
        for sport in SURFACES
    }
    for run in sorted(runs, key=lambda a: (a.local_date, a.activity_id)):
        day, part = run.local_date, by_surface.get(run.sport)
        week_start = day - timedelta(days=DAYS_PER_WEEK - 1)
        before = (week_start - BEFORE, week_start - timedelta(days=1))
        if part is None or before[0] < first:
            continue
        now_m, all_m = part.total(week_start, day) or 0.0, total.total(week_start, day) or 0.0
        was_m, had_m = part.total(*before) or 0.0, total.total(*before) or 0.0
        is_new = had_m > 0 and was_m < at["share_before"] * had_m
        if is_new and now_m >= at["share_now"] * all_m and now_m >= at["least_m"]:
            yield Finding(
                code="new-surface",
                tier=Tier.INFO,
                date=day,
                stands_days=DAYS_PER_WEEK + 1,
                activity_ids=(run.activity_id,),
                values={
                    "surface": SURFACES[run.sport],
                    "surface_m": now_m,
                    "share_percent": now_m / all_m * 100,
                    "before_percent": was_m / had_m * 100,
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
    cool_off_days=90,
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
