"""What each tissue carried lately against the athlete's own weeks; shown without alarms."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from runadvisor.domain.body import Tissue
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.training_load.exposure_spikes import HIP_FLEXOR_WEEK
from runadvisor.training_load.spikes import BASELINE_DAYS
from runadvisor.training_load.tissue_load import MODELLED_TISSUES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.training_load.exposures import RunExposure

SHOWN_WEEKS = 12
USUAL_WEEKS = 4
LEAST_RISE = {Tissue.HIP_FLEXOR: HIP_FLEXOR_WEEK.least_rise}
"""Extra easy steps are few in easy weeks: twice next to nothing is not above the usual."""


class TissueLack(StrEnum):
    """What a run does not hold that the model of a tissue needs."""

    TRACK = "track"
    """Second by second: its averages hide what counts."""
    EASY_SPEED = "easy-speed"


@dataclass(frozen=True, slots=True, kw_only=True)
class TissueTrend:
    """One tissue over twelve times seven days; model units, ``None`` is unknown."""

    tissue: Tissue
    weeks: tuple[float | None, ...]
    """Sums of seven days, oldest first; the last ends on the day asked."""
    usual: tuple[float, float] | None
    """Least and most of the four sevens before the last; ``None`` while one is unknown."""
    last_run: float | None
    """Of the latest run of the last seven days."""
    most_in_30_days: float | None
    """Of one run in the 30 days before that run."""
    lacks: TissueLack | None = None
    """Why a run of the last five weeks could not be reckoned; ``None`` where each could."""

    @property
    def above_usual(self) -> float | None:
        """Share by which the last seven days lie above the most of the usual ones.

        Below it (also below the least) the share is 0 or negative; ``None`` if unknown,
        or where nothing was usual.
        """
        last = self.weeks[-1]
        if last is None or self.usual is None or self.usual[1] <= 0:
            return None
        above = last / self.usual[1] - 1
        is_little = last - self.usual[1] < LEAST_RISE.get(self.tissue, 0.0)
        return min(above, 0.0) if is_little else above

    @property
    def is_below_usual(self) -> bool:
        """Whether the last seven days carried less than the least of the usual ones."""
        last = self.weeks[-1]
        return last is not None and self.usual is not None and last < self.usual[0]

    @property
    def share_of_30_days(self) -> float | None:
        """The latest run over the most of one run in the 30 days before it."""
        if self.last_run is None or not self.most_in_30_days:
            return None
        return self.last_run / self.most_in_30_days


def tissue_trends(exposures: Sequence[RunExposure], *, as_of: date) -> tuple[TissueTrend, ...]:
    """Return the trend of every modelled tissue up to a day, in the order of the charts.

    Seven days before the first run of the history are unknown, and so are days with a
    run that the tissue cannot be reckoned for.
    """
    known = [exposure for exposure in exposures if exposure.date <= as_of]
    days = [exposure.date for exposure in known]
    return tuple(_trend(tissue, known, days, as_of) for tissue in MODELLED_TISSUES)


def _trend(
    tissue: Tissue, exposures: Sequence[RunExposure], days: Sequence[date], as_of: date
) -> TissueTrend:
    def between(after: date, until: date) -> list[float | None]:
        chosen = exposures[bisect_right(days, after) : bisect_right(days, until)]
        return [exposure.tissues.get(tissue) for exposure in chosen]

    weeks: list[float | None] = []
    for back in reversed(range(SHOWN_WEEKS)):
        end = as_of - timedelta(days=DAYS_PER_WEEK * back)
        start = end - timedelta(days=DAYS_PER_WEEK)
        is_before = not days or start + timedelta(days=1) < days[0]
        weeks.append(None if is_before else _sum(between(start, end)))
    usual = [week for week in weeks[-1 - USUAL_WEEKS : -1] if week is not None]
    five_weeks_ago = as_of - timedelta(days=DAYS_PER_WEEK * (USUAL_WEEKS + 1))
    lately = exposures[bisect_right(days, five_weeks_ago) :]
    week_ago = as_of - timedelta(days=DAYS_PER_WEEK)
    last_run = next(reversed(between(week_ago, as_of)), None)
    month = (
        between(days[-1] - timedelta(days=BASELINE_DAYS + 1), days[-1] - timedelta(days=1))
        if days
        else []
    )
    return TissueTrend(
        tissue=tissue,
        weeks=tuple(weeks),
        usual=(min(usual), max(usual)) if len(usual) == USUAL_WEEKS else None,
        last_run=last_run,
        most_in_30_days=max((value for value in month if value is not None), default=None),
        lacks=next((_lack(e) for e in reversed(lately) if tissue not in e.tissues), None),
    )


def _lack(exposure: RunExposure) -> TissueLack:
    # Both may be lacking: an easy speed follows from runs, with tracks or without.
    has_easy_speed = exposure.estimates.easy_speed_mps is not None
    return TissueLack.TRACK if has_easy_speed else TissueLack.EASY_SPEED


def _sum(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
