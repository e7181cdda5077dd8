"""The training weeks that a chart shows, run by run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runadvisor.charts.day_axis import SHORTEST_DAYS
from runadvisor.charts.span import Span, day_span, days_of
from runadvisor.charts.week_measure import WeekMeasure, run_values
from runadvisor.domain.calendar import DAYS_PER_WEEK, ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.advisor import Advice
    from runadvisor.domain.activity import Activity

FEWEST_WEEKS = 8
"""A short history still gets bars of a natural width."""
WEEK = timedelta(days=DAYS_PER_WEEK)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWeek:
    """A training week; amounts in metres, seconds or AU."""

    start: date
    runs: Sequence[tuple[Activity, float]]
    planned: float

    @property
    def done(self) -> float:
        """What was run."""
        return sum(amount for _, amount in self.runs)

    @property
    def top(self) -> float:
        """What was run and what is planned."""
        return self.done + self.planned


def shown_weeks(
    advice: Advice, weeks: int | None, measure: WeekMeasure, span: Span | None = None
) -> list[ShownWeek]:
    """Return weeks up to the one of the advice, and the next where something is planned.

    Args:
        advice: Runs and plan.
        weeks: How many, the current one included; ``None`` for all.
        measure: What is added up.
        span: The days shown instead, by their ordinals.
    """
    this_week = advice.load.week_of(advice.as_of)
    amounts = run_values(advice, measure)
    runs: dict[date, list[tuple[Activity, float]]] = {}
    for activity in advice.activities:
        if activity.activity_id in amounts:
            amount = amounts[activity.activity_id]
            runs.setdefault(advice.load.week_of(activity.local_date), []).append((activity, amount))
    begun = min(runs, default=this_week)
    start = begun if weeks is None else this_week - WEEK * (weeks - 1)
    start = max(start, min(begun, this_week - WEEK * (FEWEST_WEEKS - 1)))
    is_planned = measure is WeekMeasure.DISTANCE
    planned = {week.start: week.planned_m for week in advice.plan.weeks if is_planned}
    ends = this_week + WEEK if planned.get(this_week + WEEK) else this_week
    if span is not None:
        whole = day_span(advice.load.week_of(begun), ends + WEEK - ONE_DAY)
        first, last = days_of(span.within(whole, shortest=SHORTEST_DAYS))
        start, ends = advice.load.week_of(first), advice.load.week_of(last)
    return [
        ShownWeek(start=begins, runs=runs.get(begins, ()), planned=planned.get(begins, 0))
        for begins in (start + WEEK * i for i in range((ends - start) // WEEK + 1))
    ]
