"""R10: a week that asks more of the hip flexors than the four before it."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.body import Tissue
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_
from runadvisor.domain.units import SECONDS_PER_MINUTE
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.training_load.day_totals import DayTotals
from runadvisor.warning.pain_facts import tissue_pain_lately
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from runadvisor.warning.rule import Facts

SORE_DAYS = 14
BEFORE_WEEKS = 4
FRONT_HIP = (Tissue.HIP_FLEXOR,)


def _found(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    if not known.exposures:
        return
    run_days = [exposure.date for exposure in known.exposures]
    first, last = min(run_days), known.as_of
    steps = DayTotals(
        ((e.date, e.tissues.get(Tissue.HIP_FLEXOR)) for e in known.exposures),
        first=first,
        last=last,
    )
    # Without a track nobody knows what a run held: it adds no fast minutes.
    fast_s = DayTotals(
        ((e.date, e.very_fast_s or 0.0) for e in known.exposures), first=first, last=last
    )
    seen_from = first + timedelta(days=(BEFORE_WEEKS + 1) * DAYS_PER_WEEK - 1)
    for day in sorted(set(run_days)):
        if day >= seen_from:
            for look, totals in ((_more_steps, steps), (_more_fast, fast_s)):
                weeks = _weeks(totals, day)
                if weeks is not None:
                    yield from look(known, at, day, weeks, run_days)


def _weeks(totals: DayTotals, day: date) -> list[float] | None:
    """Return the seven days up to a day and the four sevens before, latest first."""
    sums: list[float] = []
    for back in range(BEFORE_WEEKS + 1):
        end = day - timedelta(days=back * DAYS_PER_WEEK)
        value = totals.total(end - timedelta(days=DAYS_PER_WEEK - 1), end)
        if value is None:
            return None
        sums.append(value)
    return sums


def _more_steps(
    known: Facts,
    at: Mapping[str, float],
    day: date,
    weeks: list[float],
    run_days: list[date],
) -> Iterator[Finding]:
    now, most = weeks[0], max(weeks[1:])
    if now > at["ratio"] * most and now - most >= at["least_rise_steps"]:
        is_sore = tissue_pain_lately(known, FRONT_HIP, days=SORE_DAYS, day=day)
        yield Finding(
            code="hip-flexor-steps",
            tier=Tier.ACT if is_sore else Tier.WATCH,
            date=day,
            stands_days=DAYS_PER_WEEK + 1,
            activity_ids=_runs_lately(known, day, run_days),
            values={"extra_steps": round(now), "most_steps": round(most), "to_date": day},
        )


def _more_fast(
    known: Facts,
    at: Mapping[str, float],
    day: date,
    weeks: list[float],
    run_days: list[date],
) -> Iterator[Finding]:
    now, mean = weeks[0], sum(weeks[1:]) / BEFORE_WEEKS
    least_s = at["fast_least_rise_min"] * SECONDS_PER_MINUTE
    if now > at["fast_ratio"] * mean and now - mean >= least_s:
        yield Finding(
            code="very-fast-minutes",
            tier=Tier.WATCH,
            date=day,
            stands_days=DAYS_PER_WEEK + 1,
            activity_ids=_runs_lately(known, day, run_days),
            values={"fast_s": now, "usual_s": mean, "to_date": day},
        )


def _runs_lately(known: Facts, day: date, run_days: list[date]) -> tuple[int, ...]:
    """Return the runs of the seven days up to a day, the last one first."""
    begin = bisect_right(run_days, day - timedelta(days=DAYS_PER_WEEK))
    end = bisect_right(run_days, day)
    return tuple(exposure.run.activity_id for exposure in reversed(known.exposures[begin:end]))


HIP_FLEXOR_LOAD = Pattern(
    rule_id="R10",
    name="hip flexor load",
    thresholds={
        "ratio": 1.5,
        "least_rise_steps": 1500,
        "fast_ratio": 2.0,
        "fast_least_rise_min": 3,
    },
    grade=EvidenceGrade.WEAK,
    citations=("schache2015", "lenhart2014", "lieberman2015", OWN_CHOICE),
    tissues=(Tissue.HIP_FLEXOR,),
    words={
        "hip-flexor-steps": Words(
            title=N_("Much fast or uphill running for the front of the hip"),
            message=N_(
                "The seven days to {to_date} held {extra_steps} steps’ worth of fast and uphill "
                "work beyond easy running; the most of the four weeks before was {most_steps}."
            ),
            clears=N_("It is gone on {clears_date}: then those seven days are past."),
            advice=(
                N_("Run flat and easy for a week: no strides, no hills."),
                N_("Leave your steps per minute as they are for now."),
                N_("If the front of the hip or the groin hurts, enter it before you run again."),
            ),
        ),
        "very-fast-minutes": Words(
            title=N_("More very fast running than usual"),
            message=N_(
                "{fast_s} very fast in the seven days to {to_date}; a usual week has {usual_s}."
            ),
            clears=N_("It is gone on {clears_date}: then those seven days are past."),
            advice=(N_("Leave strides and sprints out for a week, then start with a few."),),
        ),
    },
    sure=N_(
        "How it works is fairly well measured: faster and quicker steps ask more of the muscles "
        "that lift the knee."
    ),
    not_shown=N_(
        "Any link with injuries. The model and its edges are our choice; no study of runners "
        "tested them, and that hills load the hip flexors rests on opinion."
    ),
    found=_found,
    # On the next days the same seven days still show: that is no more of it.
    is_said_once=True,
).rule()
