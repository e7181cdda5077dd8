"""R06, R07: weeks whose days are all alike, and weeks that strain more than any of late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import sqrt
from statistics import median
from typing import TYPE_CHECKING

from runadvisor.domain.body import ALL_TISSUES
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.text import N_
from runadvisor.domain.units import SECONDS_PER_MINUTE
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.training_load.day_totals import DayTotals, complete_weeks
from runadvisor.training_load.monotony import MONOTONY_CAP
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from runadvisor.warning.rule import Facts

MEDIAN_WEEKS = 8
STRAIN_WEEKS = 12


@dataclass(frozen=True, slots=True)
class _Week:
    sunday: date
    minutes: float
    spread_min: float
    """Population standard deviation of the seven days."""
    monotony: float
    loading_days: int

    @property
    def strain(self) -> float:
        return self.minutes * self.monotony


def _weeks(known: Facts) -> list[_Week | None]:
    """Return complete weeks in minutes moved, all sports; ``None`` where a time is missing."""
    if known.first_day is None:
        return []
    first, last = known.first_day, known.as_of
    totals = DayTotals(
        ((a.local_date, a.moving_time_s) for a in known.activities), first=first, last=last
    )
    return [_week(totals, monday) for monday in complete_weeks(first, last)]


def _week(totals: DayTotals, monday: date) -> _Week | None:
    days = [monday + timedelta(days=number) for number in range(DAYS_PER_WEEK)]
    seconds = [totals.total(day, day) for day in days]
    minutes = [value / SECONDS_PER_MINUTE for value in seconds if value is not None]
    if len(minutes) < DAYS_PER_WEEK:
        return None
    mean = sum(minutes) / DAYS_PER_WEEK
    # The population's, as monotony counts it; ``pstdev`` reckons in fractions, 40 times as long.
    spread = sqrt(sum((value - mean) ** 2 for value in minutes) / DAYS_PER_WEEK)
    return _Week(
        sunday=days[-1],
        minutes=sum(minutes),
        spread_min=spread,
        monotony=0.0 if not mean else min(mean / spread, MONOTONY_CAP) if spread else MONOTONY_CAP,
        loading_days=sum(value > 0 for value in minutes),
    )


def _before(weeks: list[_Week | None], number: int, count: int) -> list[_Week] | None:
    known = [week for week in weeks[max(number - count, 0) : number] if week is not None]
    return known if len(known) == count else None


def _alike(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    weeks = _weeks(known)
    for number, week in enumerate(weeks):
        before = _before(weeks, number, MEDIAN_WEEKS)
        if week is None or before is None:
            continue
        usual_min = median(other.minutes for other in before)
        is_watch = (
            week.monotony > at["watch_ratio"]
            and week.minutes >= at["watch_share"] * usual_min
            and week.loading_days >= at["fewest_days"]
        )
        is_info = (
            week.monotony >= at["info_ratio"] and week.minutes >= at["info_share"] * usual_min > 0
        )
        if is_watch or is_info:
            yield Finding(
                code="days-alike",
                tier=Tier.WATCH if is_watch else Tier.INFO,
                date=week.sunday,
                stands_days=DAYS_PER_WEEK + 1,
                values={
                    "mean_day_s": week.minutes / DAYS_PER_WEEK * SECONDS_PER_MINUTE,
                    "spread_s": week.spread_min * SECONDS_PER_MINUTE,
                    "sameness_ratio": week.monotony,
                    "week_s": week.minutes * SECONDS_PER_MINUTE,
                    "usual_s": usual_min * SECONDS_PER_MINUTE,
                    "loading_days": week.loading_days,
                    "to_date": week.sunday,
                },
            )


def _strained(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    weeks = _weeks(known)
    for number, week in enumerate(weeks):
        before = _before(weeks, number, int(at["weeks_before"]))
        if week is None or before is None:
            continue
        most = max(other.strain for other in before)
        if week.strain > most > 0:
            yield Finding(
                code="strain-high",
                tier=Tier.INFO,
                date=week.sunday,
                stands_days=DAYS_PER_WEEK + 1,
                values={
                    "strain": round(week.strain),
                    "most_strain": round(most),
                    "week_s": week.minutes * SECONDS_PER_MINUTE,
                    "sameness_ratio": week.monotony,
                },
            )


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
