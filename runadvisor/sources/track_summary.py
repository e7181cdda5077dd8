"""Raw points of one recording, of any format -> its figures and track, and what was mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.activity import Track
from runadvisor.domain.text import N_
from runadvisor.sources import repair
from runadvisor.sources.device_totals import (
    NO_TOTALS,
    distance_m,
    elapsed_time_s,
    is_duration,
    moving_time_s,
)
from runadvisor.sources.heart_rate import heart_beats, step_counts
from runadvisor.sources.track_mending import (
    ON_FOOT,
    STILL_MPS,
    Mended,
    mended_points,
    steps_of,
)

if TYPE_CHECKING:
    from runadvisor.domain.activity import Sport
    from runadvisor.sources.device_totals import DeviceTotals
    from runadvisor.sources.raw_points import RawPoints
    from runadvisor.sources.repair import Floats, Numbers

MAX_STANDING_SHARE = 0.5
MAX_RESUMED_STEPS, MAX_RESUMED_M = 1.5, 50.0
"""A segment that starts within so many ordinary steps of the last goes on where it stopped."""
MAX_START_APART_S = 15 * 60.0
"""A start told further from the first point than this is another clock: an hour's slip of the
zone, a date not yet set."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TrackSummary:
    """What the points of one recording add up to; metres and seconds, ``None`` unknown."""

    start_s: float
    """Seconds since 1970 of the start, UTC."""
    sport: Sport
    distance_m: float | None
    moving_time_s: float | None
    elapsed_time_s: float | None
    elevation_gain_m: float | None
    elevation_loss_m: float | None
    average_heart_rate_bpm: float | None
    max_heart_rate_bpm: float | None
    average_cadence_spm: float | None
    track: Track | None
    mended: tuple[Mended, ...]


def summary_of(
    raw: RawPoints, *, sport: Sport, sport_is_known: bool, totals: DeviceTotals = NO_TOTALS
) -> TrackSummary | None:
    """Return figures and track of one recording; ``None`` where no point has a time.

    What the device added up itself comes first: its distance, timer and climb. Without:

    Distance is the sum of steps within segments, over mended points; without positions
    what the device counted from the first point to the last. Moving time is the sum of
    steps that are neither a gap between segments nor part of a stop: ten seconds that lead
    nowhere (below 0.5 m/s net on foot, 0.2 otherwise), for 20 s or longer together. Where
    stops would take more than half of the time the position is what stood still (a
    treadmill, a frozen receiver): then only gaps are taken off, those between segments and
    those of a minute without a point. Elapsed time is from the start to the last point.

    Heart rate is always averaged from the points, where they have any: a device averages
    what its sensor made up as well.

    Args:
        raw: Points in file order.
        sport: As the source names it, or assumed.
        sport_is_known: Whether the source names it; an assumed run that is faster than
            anyone runs becomes another sport.
        totals: What the device added up.
    """
    mending = mended_points(raw, sport=sport, sport_is_known=sport_is_known)
    if mending is None:
        return None
    points, placed, sport = mending.points, mending.placed, mending.sport
    mended = list(mending.mended)
    first_s, last_s = float(points.time_s[0]), float(points.time_s[-1])
    start_s = first_s
    if totals.start_s is not None and abs(totals.start_s - first_s) <= MAX_START_APART_S:
        start_s = totals.start_s
    cadence = _steps(points, sport)
    heart_rate = _beats(points, cadence, mended)
    # What the points prove to be nonsense the device averaged all the same.
    has_beats = bool(np.isfinite(points.heart_rate_bpm).any())
    average_bpm, max_bpm = _total_beats(totals)
    climb = repair.climb_m(points.altitude_m)
    counted_s = _moving_time_s(points, placed, sport) if mending.is_timed_enough else None
    span_s = last_s - start_s
    moving_s = moving_time_s(totals, counted_s=counted_s, span_s=span_s, mended=mended)
    elapsed_s = elapsed_time_s(totals, moving_s=moving_s, span_s=span_s)
    counted_m = _distance_m(points, placed)
    return TrackSummary(
        start_s=start_s,
        sport=sport,
        distance_m=distance_m(totals, counted_m=counted_m, time_s=elapsed_s),
        moving_time_s=moving_s,
        elapsed_time_s=elapsed_s,
        elevation_gain_m=_first(totals.elevation_gain_m, climb[0] if climb else None),
        elevation_loss_m=_first(totals.elevation_loss_m, climb[1] if climb else None),
        average_heart_rate_bpm=_mean(heart_rate) if has_beats else average_bpm,
        max_heart_rate_bpm=_max(heart_rate) if has_beats else max_bpm,
        average_cadence_spm=_first(_mean(cadence), _total_steps(totals, sport)),
        track=Track(
            time_s=np.maximum(points.time_s - start_s, 0.0),
            latitude_deg=points.latitude_deg,
            longitude_deg=points.longitude_deg,
            altitude_m=points.altitude_m,
            heart_rate_bpm=heart_rate,
            cadence_spm=cadence,
            distance_m=points.distance_m,
            speed_mps=points.speed_mps,
            segment=points.segment,
        ),
        mended=tuple(mended),
    )


def summary_of_totals(totals: DeviceTotals, *, sport: Sport) -> TrackSummary | None:
    """Return the device's own figures: of a treadmill, of a watch that kept no points.

    ``None`` where the start is unknown, or time and distance both are.
    """
    moving_s = totals.moving_time_s
    if moving_s is not None and not is_duration(moving_s):
        moving_s = None
    if totals.start_s is None or not (moving_s or totals.distance_m):
        return None
    span_s = moving_s or 0.0
    elapsed_s = elapsed_time_s(totals, moving_s=moving_s, span_s=span_s) or None
    average_bpm, max_bpm = _total_beats(totals)
    return TrackSummary(
        start_s=totals.start_s,
        sport=sport,
        distance_m=totals.distance_m or None,
        moving_time_s=moving_s,
        elapsed_time_s=elapsed_s,
        elevation_gain_m=totals.elevation_gain_m,
        elevation_loss_m=totals.elevation_loss_m,
        average_heart_rate_bpm=average_bpm,
        max_heart_rate_bpm=max_bpm,
        average_cadence_spm=_total_steps(totals, sport),
        track=None,
        mended=(
            Mended(
                "totals-only",
                N_("The file holds totals and no track: the figures are the device’s own."),
                {},
            ),
        ),
    )


def _total_beats(totals: DeviceTotals) -> tuple[float | None, float | None]:
    """Return average and maximum of the device where a heart can have had them."""
    beats = heart_beats(
        np.array([totals.average_heart_rate_bpm, totals.max_heart_rate_bpm], dtype=np.float64)
    )
    average, highest = (float(beat) if np.isfinite(beat) else None for beat in beats)
    return average, highest


def _total_steps(totals: DeviceTotals, sport: Sport) -> float | None:
    if totals.average_cadence is None or sport not in ON_FOOT:
        return None
    return _mean(repair.steps(np.array([totals.average_cadence]), is_run=sport.is_run))


def _steps(points: RawPoints, sport: Sport) -> Floats:
    if sport not in ON_FOOT:
        return np.full(len(points), np.nan)
    return repair.steps(points.cadence, is_run=sport.is_run)


def _beats(points: RawPoints, cadence_spm: Floats, mended: list[Mended]) -> Floats:
    """Return heart rates without those no heart had."""
    heart_rate = heart_beats(points.heart_rate_bpm)
    lost = int((np.isfinite(points.heart_rate_bpm) & ~np.isfinite(heart_rate)).sum())
    if lost:
        mended.append(
            Mended(
                "heart-rate-impossible",
                N_("{count} heart rates are 0 or beyond what a heart can do: left out."),
                {"count": lost},
            )
        )
    locked = step_counts(points.time_s, heart_rate, cadence_spm)
    if not locked.any():
        return heart_rate
    numbers = np.flatnonzero(locked)
    seconds = np.diff(points.time_s, append=points.time_s[-1:])
    mended.append(
        Mended(
            "heart-rate-of-steps",
            N_("For {locked_s} the sensor counted steps as heartbeats: left out of the average."),
            {"locked_s": float(seconds[numbers].sum())},
        )
    )
    return np.where(locked, np.nan, heart_rate)


def _distance_m(points: RawPoints, placed: Numbers) -> float | None:
    """Return the metres of the way, else those the device counted."""
    if len(placed) > 1:
        return float(_step_lengths_m(points.only(placed)).sum())
    counted = points.distance_m[np.isfinite(points.distance_m)]
    return float(np.ptp(counted)) or None if len(counted) else None


def _step_lengths_m(points: RawPoints) -> Floats:
    """Return the metres each step counts: within a segment, or to one that goes on at once."""
    metres, _, same = steps_of(points)
    if not same.all():
        ordinary_m = float(np.median(metres[same])) if same.any() else 0.0
        same |= metres <= min(MAX_RESUMED_STEPS * ordinary_m, MAX_RESUMED_M)
    return np.where(same, metres, 0.0)


def _moving_time_s(points: RawPoints, placed: Numbers, sport: Sport) -> float | None:
    """Return the seconds between points that are neither gap nor stop; see ``summary_of``."""
    if len(points) < 2:  # noqa: PLR2004 - one point has no time
        return None
    seconds = np.diff(points.time_s)
    same = points.segment[1:] == points.segment[:-1]
    if not same.all() and same.any():
        same |= seconds <= MAX_RESUMED_STEPS * float(np.median(seconds[same]))
    recorded_s = float(seconds[same].sum())
    if len(placed) < 2:  # noqa: PLR2004 - without a way nothing can be seen to stand
        return recorded_s
    on_way = points.only(placed)
    standing = repair.standing_s(
        on_way.time_s,
        on_way.latitude_deg,
        on_way.longitude_deg,
        on_way.segment,
        still_mps=STILL_MPS[sport in ON_FOOT],
    )
    is_gap = np.diff(on_way.time_s) >= repair.SUSTAINED_S
    recorded_s -= float(standing[is_gap].sum())
    standing_s = float(standing[~is_gap].sum())
    return recorded_s if standing_s > MAX_STANDING_SHARE * recorded_s else recorded_s - standing_s


def _mean(column: Floats) -> float | None:
    known = column[np.isfinite(column)]
    return float(known.mean()) if len(known) else None


def _max(column: Floats) -> float | None:
    known = column[np.isfinite(column)]
    return float(known.max()) if len(known) else None


def _first(*values: float | None) -> float | None:
    return next((value for value in values if value is not None), None)
