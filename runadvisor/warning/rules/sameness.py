"""R06, R07: weeks whose days are all alike, and weeks that strain more than any of late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.body import ALL_TISSUES
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.text import N_
from runadvisor.domain.units import SECONDS_PER_MINUTE
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.training_load.columns import ordinals
from runadvisor.training_load.day_totals import complete_weeks, last_windows
from runadvisor.training_load.monotony import MONOTONY_CAP
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from numpy.typing import NDArray

    from runadvisor.training_load.day_totals import Floats
    from runadvisor.warning.rule import Facts

MEDIAN_WEEKS = 8
STRAIN_WEEKS = 12


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Weeks:
    """Complete weeks in minutes moved, all sports; NaN where a time is missing."""

    mondays: tuple[date, ...]
    minutes: Floats
    spread_min: Floats
    """Population standard deviation of the seven days."""
    monotony: Floats
    active_days: NDArray[np.int64]

    @property
    def strain(self) -> Floats:
        return self.minutes * self.monotony

    def sunday(self, number: np.intp) -> date:
        return self.mondays[number] + timedelta(days=DAYS_PER_WEEK - 1)


def _weeks(known: Facts) -> _Weeks:
    first_day = known.first_day
    mondays = () if first_day is None else complete_weeks(first_day, known.as_of)
    each_day = ordinals(mondays)[:, None] + np.arange(DAYS_PER_WEEK)
    daily = known.totals.moving_s.ending(each_day, span_days=1) / SECONDS_PER_MINUTE
    minutes = daily.sum(axis=1)
    mean = minutes / DAYS_PER_WEEK
    spread = np.sqrt(((daily - mean[:, None]) ** 2).sum(axis=1) / DAYS_PER_WEEK)
    ratio = np.divide(mean, spread, out=np.full(len(mean), MONOTONY_CAP), where=spread != 0)
    return _Weeks(
        mondays=mondays,
        minutes=minutes,
        spread_min=spread,
        monotony=np.where(mean == 0, 0.0, np.minimum(ratio, MONOTONY_CAP)),
        active_days=(daily > 0).sum(axis=1),
    )


def _alike(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    weeks = _weeks(known)
    # Where a week is unknown nothing is usual, and nothing is more than it.
    usual_min = _before(weeks.minutes, MEDIAN_WEEKS, np.median)
    is_watch = (
        (weeks.monotony > at["watch_ratio"])
        & (weeks.minutes >= at["watch_share"] * usual_min)
        & (weeks.active_days >= at["fewest_days"])
    )
    least_min = at["info_share"] * usual_min
    is_info = (weeks.monotony >= at["info_ratio"]) & (weeks.minutes >= least_min) & (least_min > 0)
    for number in np.flatnonzero(is_watch | is_info):
        week_s = float(weeks.minutes[number]) * SECONDS_PER_MINUTE
        yield Finding(
            code="days-alike",
            tier=Tier.WATCH if is_watch[number] else Tier.INFO,
            date=weeks.sunday(number),
            stands_days=DAYS_PER_WEEK + 1,
            values={
                "mean_day_s": float(weeks.minutes[number]) / DAYS_PER_WEEK * SECONDS_PER_MINUTE,
                "spread_s": float(weeks.spread_min[number]) * SECONDS_PER_MINUTE,
                "sameness_ratio": float(weeks.monotony[number]),
                "week_s": week_s,
                "usual_s": float(usual_min[number]) * SECONDS_PER_MINUTE,
                "loading_days": int(weeks.active_days[number]),
                "to_date": weeks.sunday(number),
            },
        )


def _strained(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    weeks = _weeks(known)
    most = _before(weeks.strain, int(at["weeks_before"]), np.max)
    for number in np.flatnonzero((weeks.strain > most) & (most > 0)):
        yield Finding(
            code="strain-high",
            tier=Tier.INFO,
            date=weeks.sunday(number),
            stands_days=DAYS_PER_WEEK + 1,
            values={
                "strain": round(float(weeks.strain[number])),
                "most_strain": round(float(most[number])),
                "week_s": float(weeks.minutes[number]) * SECONDS_PER_MINUTE,
                "sameness_ratio": float(weeks.monotony[number]),
            },
        )


def _before(values: Floats, count: int, of_weeks: Callable[..., Floats]) -> Floats:
    """Return a figure of so many weeks before each week; NaN where they are not there."""
    begin = np.full(min(count, len(values)), np.nan)
    return np.concatenate((begin, of_weeks(last_windows(values, count), axis=1)[:-1]))


DAYS_ALIKE = Pattern(
    rule_id="R06",
    name="monotony",
    thresholds={
        "info_ratio": 1.5,
        "watch_ratio": 2.0,
        "info_share": 0.6,
        "watch_share": 1.0,
        "fewest_days": 5,
    },
    grade=EvidenceGrade.WEAK,
    citations=("foster1998",),
    tissues=ALL_TISSUES,
    words={
        "days-alike": Words(
            title=N_("Days very like each other"),
            message=N_(
                "Over the week to {to_date} the mean day was {sameness_ratio} times the spread "
                "between days: {week_s} moved on {loading_days} days, a usual week has {usual_s}."
            ),
            clears=N_(
                "A week whose days differ more: it is gone on {clears_date}, when the next week "
                "is over."
            ),
            advice=(
                N_("Swap one easy day for a rest day."),
                N_("Make easy days easier, so that they differ from the others."),
            ),
        )
    },
    sure=N_(
        "Weak. The number comes from work on illness and overtraining in athletes of other sports."
    ),
    not_shown=N_("Anything about injuries of runners. The edges are in common use, not tested."),
    found=_alike,
).rule()

STRAIN = Pattern(
    rule_id="R07",
    name="strain",
    thresholds={"weeks_before": STRAIN_WEEKS},
    grade=EvidenceGrade.WEAK,
    citations=("foster1998",),
    tissues=ALL_TISSUES,
    words={
        "strain-high": Words(
            title=N_("Your most straining week in three months"),
            message=N_(
                "Minutes times sameness came to {strain}; the most of the twelve weeks before "
                "was {most_strain}."
            ),
            clears=N_(
                "A week that strains no more than this one: it is gone on {clears_date}, when "
                "the next week is over."
            ),
            advice=(N_("A lighter week next is a good answer."),),
        )
    },
    sure=N_("Weak. The number was made for illness and overtraining, not for running injuries."),
    not_shown=N_("A level that is too high: there is none for all, so only your own weeks count."),
    found=_strained,
).rule()
