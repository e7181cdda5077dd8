"""What was done, worked out once: every day's load and rules read from it.

Nothing in it rests on a later day, so it serves for any day of its history.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.training_load.day_book import DayBook, day_book
from runadvisor.training_load.exposures import run_exposures
from runadvisor.training_load.session_loads import SessionLoads, session_loads

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.track_features import TrackFeatures
    from runadvisor.training_load.exposures import RunExposure


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Workload:
    """A history's sessions in every unit, and what its runs asked of the runner."""

    features: Mapping[int, TrackFeatures]
    """What tracks say, by activity id."""
    loads: SessionLoads
    book: DayBook

    @property
    def exposures(self) -> tuple[RunExposure, ...]:
        """What every run asked of the runner, by start."""
        return self.book.exposures

    def until(self, day: date) -> Workload:
        """Return what was done up to a day."""
        return Workload(
            features=self.features,
            loads=self.loads.until(day),
            book=self.book.until(day),
        )


def workload(
    activities: Sequence[Activity],
    *,
    features: Mapping[int, TrackFeatures],
    athlete: Athlete,
) -> Workload:
    """Work out what was done; ``features`` may lack activities without a track."""
    exposures = run_exposures(activities, features=features, athlete=athlete)
    return Workload(
        features=features,
        loads=session_loads(activities, features=features, athlete=athlete),
        book=day_book(activities, exposures=exposures),
    )
