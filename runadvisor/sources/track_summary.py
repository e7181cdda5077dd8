"""Raw points of one recording, of any format -> its figures and track, and what was mended."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.activity import Sport, Track
from runadvisor.domain.text import N_
from runadvisor.sources import repair

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from runadvisor.domain.text import Value
    from runadvisor.sources.repair import Floats, Mask, Numbers

SPEED_LIMITS = {
    True: repair.SpeedLimit(at_most_mps=12.0, sustained_mps=6.5),
    False: repair.SpeedLimit(at_most_mps=60.0, sustained_mps=60.0),
}
"""On foot, and in any sport. Nobody runs 6.5 m/s from point to point of a minute and more: a
longer silence that went so fast was a tram."""
STILL_MPS = {True: 0.5, False: 0.2}
MAX_STANDING_SHARE = 0.5
MAX_UNTIMED_SHARE = 0.1
MAX_RESUMED_STEPS, MAX_RESUMED_M = 1.5, 50.0
"""A segment that starts within so many ordinary steps of the last goes on where it stopped."""

ON_FOOT = frozenset({Sport.RUN, Sport.TRAIL_RUN, Sport.TREADMILL_RUN, Sport.WALK, Sport.HIKE})


@dataclass(frozen=True, slots=True, eq=False)
class RawPoints:
    """Points as a file holds them, in its order; NaN where a point lacks the value."""

    time_s: Floats
    """Seconds since 1970, UTC."""
    latitude_deg: Floats
    longitude_deg: Floats
    altitude_m: Floats
    heart_rate_bpm: Floats
    cadence: Floats
    segment: NDArray[np.int32]

    def __len__(self) -> int:
        """Count the points."""
        return len(self.time_s)

    def only(self, chosen: Mask | Numbers) -> RawPoints:
        """Return the chosen points, in the order chosen."""
        return RawPoints(
            self.time_s[chosen],
            self.latitude_deg[chosen],
            self.longitude_deg[chosen],
            self.altitude_m[chosen],
            self.heart_rate_bpm[chosen],
            self.cadence[chosen],
            self.segment[chosen],
        )


@dataclass(frozen=True, slots=True)
class Mended:
    """One thing mended: its code, the sentence, and the numbers in it."""

    code: str
    sentence: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TrackSummary:
    """What the points of one recording add up to; metres and seconds, ``None`` unknown."""

    start_s: float
    """Seconds since 1970 of the first timed point, UTC."""
    sport: Sport
    distance_m: float | None
    moving_time_s: float | None
    elapsed_time_s: float
    elevation_gain_m: float | None
    elevation_loss_m: float | None
    average_heart_rate_bpm: float | None
    max_heart_rate_bpm: float | None
    average_cadence_spm: float | None
    track: Track
    mended: tuple[Mended, ...]


def summary_of(raw: RawPoints, *, sport: Sport, sport_is_known: bool) -> TrackSummary | None:
    """Return figures and track of one recording; ``None`` where no point has a time.

    Distance is the sum of steps within segments, over mended points. Moving time is the
    sum of steps that are neither a gap between segments nor part of a stop: ten seconds
    that lead nowhere (below 0.5 m/s net on foot, 0.2 otherwise), for 20 s or longer
    together. Where stops would take more than half of the time the position is what
    stood still (a treadmill, a frozen receiver): then only gaps are taken off, those
    between segments and those of a minute without a point. Elapsed time is from the
    first to the last point.

    Args:
        raw: Points in file order.
        sport: As the source names it, or assumed.
        sport_is_known: Whether the source names it; an assumed run that is faster than
            anyone runs becomes another sport.
    """
    mended: list[Mended] = []
    timed = np.isfinite(raw.time_s)
    untimed = int(len(raw) - timed.sum())
    if untimed == len(raw):
        return None
    was_timed = timed
    if untimed:
        mended.append(
            Mended(
                "points-without-time",
                N_("{count} of {points} points have no time: they count for the way only."),
                {"count": untimed, "points": len(raw)},
            )
        )
        raw = replace(raw, time_s=repair.filled_times(raw.time_s))
    order = _in_order(raw, mended)
    raw, was_timed = raw.only(order), was_timed[order]
    raw = _placed(raw, mended)
    placed = np.flatnonzero(np.isfinite(raw.latitude_deg))
    if not sport_is_known and _is_too_fast_for_a_run(raw.only(placed)):
        sport = Sport.OTHER
        mended.append(
            Mended(
                "not-a-run",
                N_("Faster than anyone runs, and no sport is named: not counted as a run."),
                {},
            )
        )
    raw, placed = _without_jumps(raw, placed, was_timed, sport, mended)
    lengths = _step_lengths_m(raw.only(placed))
    is_timed_enough = untimed <= MAX_UNTIMED_SHARE * len(was_timed)
    climb = repair.climb_m(raw.altitude_m)
    heart_rate = repair.heart_beats(raw.heart_rate_bpm)
    cadence = (
        repair.steps(raw.cadence, is_run=sport.is_run)
        if sport in ON_FOOT
        else np.full(len(raw), np.nan)
    )
    start_s = float(raw.time_s[0])
    return TrackSummary(
        start_s=start_s,
        sport=sport,
        distance_m=float(lengths.sum()) if len(placed) > 1 else None,
        moving_time_s=_moving_time_s(raw, placed, sport) if is_timed_enough else None,
        elapsed_time_s=float(raw.time_s[-1]) - start_s,
        elevation_gain_m=climb[0] if climb else None,
        elevation_loss_m=climb[1] if climb else None,
        average_heart_rate_bpm=_mean(heart_rate),
        max_heart_rate_bpm=float(np.nanmax(heart_rate)) if np.isfinite(heart_rate).any() else None,
        average_cadence_spm=_mean(cadence),
        track=Track(
            time_s=raw.time_s - start_s,
            latitude_deg=raw.latitude_deg,
            longitude_deg=raw.longitude_deg,
            altitude_m=raw.altitude_m,
            heart_rate_bpm=heart_rate,
            cadence_spm=cadence,
            distance_m=np.full(len(raw), np.nan),
            speed_mps=np.full(len(raw), np.nan),
            segment=raw.segment,
        ),
        mended=tuple(mended),
    )


def _in_order(raw: RawPoints, mended: list[Mended]) -> Numbers:
    """Return the numbers of the points to keep, by time."""
    numbers = np.arange(len(raw))
    if not (np.diff(raw.time_s) < 0).any():
        return numbers
    first = repair.first_of_each(raw.time_s, raw.latitude_deg, raw.longitude_deg)
    if not first.all():
        mended.append(
            Mended(
                "repeated-points",
                N_("{count} points are in the file twice: counted once."),
                {"count": int(len(raw) - first.sum())},
            )
        )
        numbers = numbers[first]
    time_s = raw.time_s[numbers]
    keep = repair.in_order(time_s)
    strays = int(len(keep) - keep.sum())
    if strays > repair.SORT_SHARE * len(keep) and len(np.unique(time_s)) == len(time_s):
        mended.append(
            Mended(
                "points-sorted",
                N_("The points were not in the order of their times: sorted."),
                {},
            )
        )
        return numbers[np.argsort(time_s)]
    if strays:
        mended.append(
            Mended(
                "points-out-of-order",
                N_("{count} points go back in time: left out."),
                {"count": strays},
            )
        )
    return numbers[keep]


def _placed(raw: RawPoints, mended: list[Mended]) -> RawPoints:
    """Return the points with impossible positions made unknown; the rest of them stays."""
    placed = repair.is_placed(raw.latitude_deg, raw.longitude_deg)
    lost = int((~placed & np.isfinite(raw.latitude_deg)).sum())
    if not lost:
        return raw
    mended.append(
        Mended(
            "no-position",
            N_("{count} points have no possible position: left out of the way."),
            {"count": lost},
        )
    )
    return replace(
        raw,
        latitude_deg=np.where(placed, raw.latitude_deg, np.nan),
        longitude_deg=np.where(placed, raw.longitude_deg, np.nan),
    )


def _steps(points: RawPoints) -> tuple[Floats, Floats, Mask]:
    """Return metres, seconds, and whether it is within a segment, of each step."""
    metres = repair.way_m(
        points.latitude_deg[:-1],
        points.longitude_deg[:-1],
        points.latitude_deg[1:],
        points.longitude_deg[1:],
    )
    return metres, np.diff(points.time_s), points.segment[1:] == points.segment[:-1]


def _is_too_fast_for_a_run(points: RawPoints) -> bool:
    """Whether half of the moving time is faster than anyone runs; a jump alone is not."""
    metres, seconds, same = _steps(points)
    counted = same & (seconds > 0)
    speed = metres[counted] / seconds[counted]
    seconds = seconds[counted][speed > STILL_MPS[True]]
    speed = speed[speed > STILL_MPS[True]]
    if len(speed) <= repair.MAX_STRAY_POINTS:
        return False
    order = np.argsort(speed)
    half = np.searchsorted(np.cumsum(seconds[order]), seconds.sum() / 2)
    return bool(speed[order][min(int(half), len(order) - 1)] > SPEED_LIMITS[True].sustained_mps)


def _without_jumps(
    raw: RawPoints, placed: Numbers, was_timed: Mask, sport: Sport, mended: list[Mended]
) -> tuple[RawPoints, Numbers]:
    """Return the points without strays, a new segment after each jump; and the placed ones."""
    # A point without a time of its own has no speed to judge.
    judged = placed[was_timed[placed]]
    points = raw.only(judged)
    stray, broken = repair.stray_points(
        points.time_s,
        points.latitude_deg,
        points.longitude_deg,
        points.segment,
        limit=SPEED_LIMITS[sport in ON_FOOT],
    )
    if broken.any():
        breaks = np.zeros(len(raw), dtype=np.int32)
        breaks[judged[broken]] = 1
        raw = replace(raw, segment=raw.segment + np.cumsum(breaks, dtype=np.int32))
        mended.append(
            Mended(
                "jump",
                N_("{count} jumps of the position: the way across is not counted."),
                {"count": int(broken.sum())},
            )
        )
    if not stray.any():
        return raw, placed
    mended.append(
        Mended(
            "stray-points",
            N_("{count} points lie out of reach of their neighbours: left out."),
            {"count": int(stray.sum())},
        )
    )
    keep = np.ones(len(raw), dtype=np.bool_)
    keep[judged[stray]] = False
    kept = raw.only(keep)
    return kept, np.flatnonzero(np.isfinite(kept.latitude_deg))


def _step_lengths_m(points: RawPoints) -> Floats:
    """Return the metres each step counts: within a segment, or to one that goes on at once."""
    metres, _, same = _steps(points)
    if not same.all():
        ordinary_m = float(np.median(metres[same])) if same.any() else 0.0
        same |= metres <= min(MAX_RESUMED_STEPS * ordinary_m, MAX_RESUMED_M)
    return np.where(same, metres, 0.0)


def _moving_time_s(raw: RawPoints, placed: Numbers, sport: Sport) -> float | None:
    """Return the seconds between points that are neither gap nor stop; see ``summary_of``."""
    if len(raw) < 2:  # noqa: PLR2004 - one point has no time
        return None
    seconds = np.diff(raw.time_s)
    recorded_s = float(seconds[raw.segment[1:] == raw.segment[:-1]].sum())
    if len(placed) < 2:  # noqa: PLR2004 - without a way nothing can be seen to stand
        return recorded_s
    points = raw.only(placed)
    standing = repair.standing_s(
        points.time_s,
        points.latitude_deg,
        points.longitude_deg,
        points.segment,
        still_mps=STILL_MPS[sport in ON_FOOT],
    )
    is_gap = np.diff(points.time_s) >= repair.SUSTAINED_S
    recorded_s -= float(standing[is_gap].sum())
    standing_s = float(standing[~is_gap].sum())
    return recorded_s if standing_s > MAX_STANDING_SHARE * recorded_s else recorded_s - standing_s


def _mean(column: Floats) -> float | None:
    known = column[np.isfinite(column)]
    return float(known.mean()) if len(known) else None
