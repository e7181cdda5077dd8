"""How hard each kind of day is in the runner's own pace and heart rate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.domain.plan import DayKind, EffortTarget
from runadvisor.domain.units import METRES_PER_KILOMETRE
from runadvisor.training_load.heart_rate_estimates import HeartRateBook

if TYPE_CHECKING:
    from runadvisor.plan.habits import Habits
    from runadvisor.warning.rule import Facts

EASY_SHARE_OF_MAX = 0.75
"""Easy running stays under about three quarters of the highest heart rate: our choice."""
THRESHOLD_SPREAD_BPM = 5
THRESHOLD_SPREAD_S = 5
"""Seconds per kilometre on both sides of threshold pace; our choice, as the beats are."""
PACE_STEP_S = 5
_AT_EASY_PACE = frozenset({DayKind.EASY, DayKind.LONG})
_EASY = _AT_EASY_PACE | {DayKind.WALK_RUN, DayKind.CROSS}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEffort:
    """The runner's own numbers; ``None`` where nothing tells them."""

    easy_pace_s_per_km: tuple[int, int] | None = None
    easy_most_bpm: int | None = None
    fast_pace_s_per_km: tuple[int, int] | None = None
    fast_bpm: tuple[int, int] | None = None

    def of(self, kind: DayKind) -> EffortTarget | None:
        """Return the target of a kind of day; ``None`` where only the feeling counts."""
        if kind in _EASY:
            pace = self.easy_pace_s_per_km if kind in _AT_EASY_PACE else None
            target = EffortTarget(pace_s_per_km=pace, most_bpm=self.easy_most_bpm)
        elif kind is DayKind.HARD:
            least, most = self.fast_bpm or (None, None)
            target = EffortTarget(
                pace_s_per_km=self.fast_pace_s_per_km, least_bpm=least, most_bpm=most
            )
        else:
            return None
        return None if target == EffortTarget() else target


def own_effort(known: Facts, usual: Habits) -> OwnEffort:
    """Return the runner's own pace and heart rate of easy and of fast running.

    No beats where a medicine holds the heart back (rules.md 10). Of fast running only a
    threshold that was entered tells the beats, and the estimate of the day the pace.
    """
    threshold_mps = known.athlete.threshold_speed_mps
    if threshold_mps is None and known.exposures:
        threshold_mps = known.exposures[-1].estimates.threshold_speed_mps
    easy_most = fast_bpm = None
    if not known.athlete.takes_heart_rate_medicine:
        beats = HeartRateBook(known.activities, features=known.features, athlete=known.athlete).on(
            known.as_of
        )
        easy_most = None if beats.max_bpm is None else round(EASY_SHARE_OF_MAX * beats.max_bpm)
        if beats.threshold_is_entered and beats.threshold_bpm is not None:
            middle = round(beats.threshold_bpm)
            fast_bpm = (middle - THRESHOLD_SPREAD_BPM, middle + THRESHOLD_SPREAD_BPM)
    return OwnEffort(
        easy_pace_s_per_km=usual.easy_pace_s_per_km,
        easy_most_bpm=easy_most,
        fast_pace_s_per_km=None if threshold_mps is None else _around(threshold_mps),
        fast_bpm=fast_bpm,
    )


def _around(speed_mps: float) -> tuple[int, int]:
    pace = round(METRES_PER_KILOMETRE / speed_mps / PACE_STEP_S) * PACE_STEP_S
    return pace - THRESHOLD_SPREAD_S, pace + THRESHOLD_SPREAD_S
