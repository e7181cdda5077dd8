"""What was done, worked out once: every day's load and rules read from it.

Nothing in it rests on a later day, so it serves for any day of its history.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.training_load.exposures import RunExposure, run_exposures
from runadvisor.training_load.session_loads import SessionLoads, session_loads

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.track_features import TrackFeatures


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Workload:
    """A history's sessions in every unit, and what its runs asked of the runner."""

    features: Mapping[int, TrackFeatures]
    """What tracks say, by activity id."""
    loads: SessionLoads
    exposures: tuple[RunExposure, ...]
    """Of every run, by start."""

    def until(self, day: date) -> Workload:
        """Return what was done up to a day."""
        return Workload(
            features=self.features,
            loads=self.loads.until(day),
            exposures=tuple(e for e in self.exposures if e.date <= day),
        )


def workload(
    activities: Sequence[Activity],
    *,
    features: Mapping[int, TrackFeatures],
    athlete: Athlete,
) -> Workload:
    """Work out what was done; ``features`` may lack activities without a track."""
    return Workload(
        features=features,
        loads=session_loads(activities, features=features, athlete=athlete),
        exposures=run_exposures(activities, features=features, athlete=athlete),
    )
