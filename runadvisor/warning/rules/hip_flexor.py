"""R10: a week that asks more of the hip flexors than the four before it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.body import Tissue
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_
from runadvisor.domain.units import SECONDS_PER_MINUTE
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.warning.pain_facts import tissue_pain_lately
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from runadvisor.training_load.day_totals import DayTotals, Floats
    from runadvisor.warning.rule import Facts

SORE_DAYS = 14
BEFORE_WEEKS = 4
FRONT_HIP = (Tissue.HIP_FLEXOR,)


def _found(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    run_days = known.exposure_days
    if not len(run_days):
        return
    days = np.unique(run_days)
    days = days[days - days[0] >= (BEFORE_WEEKS + 1) * DAYS_PER_WEEK - 1]
    steps, fast_s = (
        _weeks(totals, days) for totals in (known.totals.hip_flexor_steps, known.totals.very_fast_s)
    )
    is_steps, is_fast = _is_more_steps(steps, at), _is_more_fast(fast_s, at)
    for number in np.flatnonzero(is_steps | is_fast):
        lately = _runs_lately(known, days[number])
        day = date.fromordinal(int(days[number]))
        if is_steps[number]:
            yield _more_steps(known, day, steps[number].tolist(), lately)
        if is_fast[number]:
            yield _more_fast(day, fast_s[number].tolist(), lately)


def _weeks(totals: DayTotals, days: NDArray[np.int64]) -> Floats:
    """Return per day the seven days up to it and the four sevens before, latest first."""
    back = np.arange(BEFORE_WEEKS + 1) * DAYS_PER_WEEK
    return totals.ending(days[:, None] - back, span_days=DAYS_PER_WEEK)


def _is_more_steps(weeks: Floats, at: Mapping[str, float]) -> NDArray[np.bool_]:
    # Where a week is unknown nothing is more.
    now, most = weeks[:, 0], weeks[:, 1:].max(axis=1)
    return (now > at["ratio"] * most) & (now - most >= at["least_rise_steps"])


def _is_more_fast(weeks: Floats, at: Mapping[str, float]) -> NDArray[np.bool_]:
    now, mean = weeks[:, 0], weeks[:, 1:].sum(axis=1) / BEFORE_WEEKS
    least_s = at["fast_least_rise_min"] * SECONDS_PER_MINUTE
    return (now > at["fast_ratio"] * mean) & (now - mean >= least_s)


def _more_steps(
    known: Facts, day: date, weeks: Sequence[float], lately: tuple[int, ...]
) -> Finding:
    is_sore = tissue_pain_lately(known, FRONT_HIP, days=SORE_DAYS, day=day)
    now, most = round(weeks[0]), round(max(weeks[1:]))
    return Finding(
        code="hip-flexor-steps",
        tier=Tier.ACT if is_sore else Tier.WATCH,
        date=day,
        stands_days=DAYS_PER_WEEK + 1,
        activity_ids=lately,
        values={"extra_steps": now, "most_steps": most, "to_date": day},
    )


def _more_fast(day: date, weeks: Sequence[float], lately: tuple[int, ...]) -> Finding:
    return Finding(
        code="very-fast-minutes",
        tier=Tier.WATCH,
        date=day,
        stands_days=DAYS_PER_WEEK + 1,
        activity_ids=lately,
        values={"fast_s": weeks[0], "usual_s": sum(weeks[1:]) / BEFORE_WEEKS, "to_date": day},
    )


def _runs_lately(known: Facts, day: np.int64) -> tuple[int, ...]:
    """Return the runs of the seven days up to a day, the last one first."""
    begin, end = np.searchsorted(known.exposure_days, [day - DAYS_PER_WEEK, day], side="right")
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
