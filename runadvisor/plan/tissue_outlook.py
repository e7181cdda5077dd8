"""What each tissue would carry in a plan's weeks, by the runner's own last kilometres.

The tissue model is weak, and a plan knows neither hills nor steps: a planned kilometre counts
as the runner's own usual one, a kilometre of a hard day as one of the hard runs. Shown beside
the plan, never an alarm, and no plan is drafted by it.
"""

from __future__ import annotations

from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.plan.constraints import HARD_KINDS
from runadvisor.training_load.tissue_load import MODELLED_TISSUES
from runadvisor.training_load.tissue_trends import USUAL_WEEKS, TissueTrend, tissue_trends

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from runadvisor.domain.body import Tissue
    from runadvisor.domain.plan import PlannedWeek, TrainingPlan
    from runadvisor.training_load.exposures import RunExposure
    from runadvisor.warning.rule import Facts

LATELY_DAYS = 90
"""The runs whose kilometres stand for those planned; our choice."""


class TissueOutlook:
    """The past is read once, so that every change of a plan is answered at once."""

    def __init__(self, known: Facts) -> None:
        """Read what a kilometre carried lately, and the weeks it is set against."""
        first = known.as_of - timedelta(days=LATELY_DAYS)
        lately = [e for e in known.exposures if e.date > first and e.run.distance_m]
        self._exposures = known.exposures
        self._easy = _per_metre(e for e in lately if not e.hard)
        self._hard = _per_metre(e for e in lately if e.hard)
        past = tissue_trends(known.exposures, as_of=known.as_of)
        self._past = {trend.tissue: trend for trend in past}

    def of(self, plan: TrainingPlan) -> tuple[TissueTrend, ...]:
        """Return for each tissue its fullest planned week against the usual ones before the plan.

        A tissue is left out where its kilometres or its usual weeks are unknown; a plan that
        is stopped has no weeks, and nothing to say of any.
        """
        if not plan.weeks:
            return ()
        found: list[TissueTrend] = []
        for tissue in MODELLED_TISSUES:
            past = self._past[tissue]
            known_weeks = [week for week in past.weeks[-USUAL_WEEKS:] if week is not None]
            easy = self._easy.get(tissue, self._hard.get(tissue))
            if easy is None or len(known_weeks) < len(past.weeks[-USUAL_WEEKS:]):
                continue
            hard = self._hard.get(tissue, easy)
            fullest = max(
                self._done(week, tissue) + _planned(week, easy=easy, hard=hard)
                for week in plan.weeks
            )
            found.append(
                TissueTrend(
                    tissue=tissue,
                    weeks=(*past.weeks, fullest),
                    usual=(min(known_weeks), max(known_weeks)),
                    last_run=None,
                    most_in_30_days=None,
                )
            )
        return tuple(found)

    def _done(self, week: PlannedWeek, tissue: Tissue) -> float:
        if not week.done_m:
            return 0.0
        end = week.start + timedelta(days=DAYS_PER_WEEK)
        return sum(
            e.tissues.get(tissue, 0.0) for e in self._exposures if week.start <= e.date < end
        )


def _planned(week: PlannedWeek, *, easy: float, hard: float) -> float:
    return sum(
        (day.distance_m or 0) * (hard if day.kind in HARD_KINDS else easy)
        for day in week.days
        if day is not None and day.kind.is_run
    )


def _per_metre(exposures: Iterable[RunExposure]) -> Mapping[Tissue, float]:
    shares: dict[Tissue, list[float]] = {}
    for exposure in exposures:
        for tissue, load in exposure.tissues.items():
            shares.setdefault(tissue, []).append(load / (exposure.run.distance_m or 1.0))
    return {tissue: median(each) for tissue, each in shares.items()}
