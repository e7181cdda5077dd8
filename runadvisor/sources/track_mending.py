"""Defects of the points of one recording, mended in turn; each thing mended is noted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.activity import Sport
from runadvisor.domain.text import N_
from runadvisor.sources import repair

if TYPE_CHECKING:
    from runadvisor.domain.text import Value
    from runadvisor.sources.raw_points import RawPoints
    from runadvisor.sources.repair import Floats, Mask, Numbers

SPEED_LIMITS = {
    True: repair.SpeedLimit(at_most_mps=12.0, sustained_mps=6.5),
    False: repair.SpeedLimit(at_most_mps=60.0, sustained_mps=60.0),
}
"""On foot, and in any sport. Nobody runs 6.5 m/s from point to point of a minute and more: a
longer silence that went so fast was a tram."""
STILL_MPS = {True: 0.5, False: 0.2}
MAX_UNTIMED_SHARE = 0.1

ON_FOOT = frozenset({Sport.RUN, Sport.TRAIL_RUN, Sport.TREADMILL_RUN, Sport.WALK, Sport.HIKE})


@dataclass(frozen=True, slots=True)
class Mended:
    """One thing mended: its code, the sentence, and the numbers in it."""

    code: str
    sentence: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MendedPoints:
    """Points in the order of their times, each with one; and what was done to them."""

    points: RawPoints
    placed: Numbers
    """The numbers of the points with a possible position."""
    sport: Sport
    is_timed_enough: bool
    """Whether so few times had to be filled in that moving time can be told."""
    mended: tuple[Mended, ...]


def mended_points(raw: RawPoints, *, sport: Sport, sport_is_known: bool) -> MendedPoints | None:
    """Return the points with their defects mended; ``None`` where no point has a time.

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
    if not sport_is_known and sport.is_run and _is_too_fast_for_a_run(raw.only(placed)):
        sport = Sport.OTHER
        mended.append(
            Mended(
                "not-a-run",
                N_("Faster than anyone runs, and no sport is named: not counted as a run."),
                {},
            )
        )
    raw, placed = _without_jumps(raw, placed, was_timed, sport, mended)
    raw = _with_sound_altitude(raw, mended)
    return MendedPoints(
        points=raw,
        placed=placed,
        sport=sport,
        is_timed_enough=untimed <= MAX_UNTIMED_SHARE * len(was_timed),
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


def steps_of(points: RawPoints) -> tuple[Floats, Floats, Mask]:
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
    metres, seconds, same = steps_of(points)
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


def _with_sound_altitude(raw: RawPoints, mended: list[Mended]) -> RawPoints:
    """Return the points without altitudes that are none, and those before a sensor settled."""
    altitude_m = repair.altitudes(raw.altitude_m)
    lost = int((np.isfinite(raw.altitude_m) & ~np.isfinite(altitude_m)).sum())
    if lost:
        mended.append(
            Mended(
                "altitude-impossible",
                N_("{count} altitudes are below any valley or above any mountain: left out."),
                {"count": lost},
            )
        )
    unsettled = repair.unsettled_altitudes(raw.time_s, altitude_m)
    if unsettled.any():
        mended.append(
            Mended(
                "first-altitude",
                N_("The altitude jumps after the first points: what was before counts no climb."),
                {},
            )
        )
        altitude_m = np.where(unsettled, np.nan, altitude_m)
    return replace(raw, altitude_m=altitude_m) if lost or unsettled.any() else raw
