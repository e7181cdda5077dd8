"""What each run asked of the runner beyond its distance: fast minutes, climb, descent, tissues."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.training_load.estimates import EstimateBook
from runadvisor.training_load.fast_running import bouts_at
from runadvisor.training_load.hard_runs import hard_reasons, threshold_seconds
from runadvisor.training_load.run_table import run_table
from runadvisor.training_load.runs import LeftOut, is_left_out, run_sessions
from runadvisor.training_load.spikes import is_spike, session_spikes
from runadvisor.training_load.tissue_load import tissue_loads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.body import Tissue
    from runadvisor.domain.track_features import TrackFeatures
    from runadvisor.training_load.estimates import Estimates
    from runadvisor.training_load.hard_runs import HardReason

SLOWEST_VERY_FAST_MPS = 5.0
VERY_FAST_SHARE = 1.10
"""Very fast: both at least 5.0 m/s and 110 % of threshold speed (rules.md 26; our choice)."""
TOP_SPEED_SPAN_S = 10
_NO_RUNS = frozenset({LeftOut.TOO_SHORT, LeftOut.TOO_FAST})


@dataclass(frozen=True, slots=True, kw_only=True)
class RunExposure:
    """One run, beyond its distance; ``None`` is unknown."""

    run: Activity
    estimates: Estimates
    """As known on the day of the run."""
    is_measured: bool
    """From its track, second by second; else from its averages."""
    fast_s: float | None
    """At or above threshold speed, hills counted by their cost; ``None`` without a threshold."""
    very_fast_s: float | None
    """In bouts of 8 s and more at 5.0 m/s and 110 % of threshold speed; ``None`` without a
    threshold or a track."""
    top_mps: float | None
    """Best mean speed over ten seconds; ``None`` without a track."""
    hard: tuple[HardReason, ...]
    """Why it was hard; empty where it was not."""
    tissues: Mapping[Tissue, float]
    """Model units per tissue; a tissue that cannot be reckoned is left out."""

    @property
    def date(self) -> date:
        """The local day it started on."""
        return self.run.local_date


def run_exposures(
    activities: Iterable[Activity],
    *,
    features: Mapping[int, TrackFeatures],
    athlete: Athlete,
    since: date | None = None,
) -> tuple[RunExposure, ...]:
    """Return the exposure of every run, by day and start; each rests on no later day.

    Accidental starts and vehicles are left out; runs without a distance are kept.

    Args:
        activities: Any activities, in any order.
        features: What their tracks say, by activity id.
        athlete: What was entered.
        since: Work out only the runs from this day on; the days before still count.
    """
    runs = sorted(
        (a for a in activities if a.is_run and is_left_out(a) not in _NO_RUNS),
        key=attrgetter("local_date", "started_at", "activity_id"),
    )
    book = EstimateBook(runs, features=features, athlete=athlete)
    spiking_ids = {
        activity_id
        for spike in session_spikes(run_sessions(runs))
        if is_spike(spike.session.distance_m, spike.longest and spike.longest.distance_m)
        for activity_id in spike.session.activity_ids
    }
    shown = [run for run in runs if since is None or run.local_date >= since]
    table = run_table(shown, features=features)
    estimates = book.on_days([run.local_date for run in shown])
    hard = hard_reasons(table, estimates, athlete=athlete, spiking_ids=spiking_ids)
    fast_s = threshold_seconds(table, estimates)
    tissues = tissue_loads(table, estimates)
    return tuple(
        RunExposure(
            run=run,
            estimates=known,
            is_measured=bool(table.is_measured[number]),
            fast_s=None if np.isnan(fast_s[number]) else float(fast_s[number]),
            very_fast_s=_very_fast_s(features.get(run.activity_id), known),
            top_mps=_top_mps(features.get(run.activity_id)),
            hard=hard[number],
            tissues={
                tissue: float(loads[number])
                for tissue, loads in tissues.items()
                if not np.isnan(loads[number])
            },
        )
        for number, (run, known) in enumerate(zip(shown, estimates, strict=True))
    )


def _very_fast_s(features: TrackFeatures | None, known: Estimates) -> float | None:
    if features is None or known.threshold_speed_mps is None:
        return None
    speed_mps = max(SLOWEST_VERY_FAST_MPS, VERY_FAST_SHARE * known.threshold_speed_mps)
    return float(bouts_at(features.fast_bouts, speed_mps).seconds)


def _top_mps(features: TrackFeatures | None) -> float | None:
    if features is None:
        return None
    return max(
        (e.distance_m / e.span_s for e in features.best_efforts if e.span_s == TOP_SPEED_SPAN_S),
        default=0.0,
    )
