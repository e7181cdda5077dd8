"""TCX: activities of watches and exports; courses and workouts are plans, not activities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.activity import Lap, Sport
from runadvisor.domain.text import N_
from runadvisor.sources import repair
from runadvisor.sources.device_totals import DeviceTotals, total, weighted_mean
from runadvisor.sources.import_report import Reading
from runadvisor.sources.point_recording import PointFile, digest_of, recording_of
from runadvisor.sources.point_text import clock_of, instant, number_or_nan, numbers
from runadvisor.sources.raw_points import RawPoints
from runadvisor.sources.sport_words import sport_of
from runadvisor.sources.tcx_xml import tcx_document
from runadvisor.sources.track_summary import MAX_START_APART_S

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from runadvisor.domain.activity import Recording
    from runadvisor.sources.import_report import ImportProblem, Repair
    from runadvisor.sources.place import Place
    from runadvisor.sources.point_text import Clock
    from runadvisor.sources.repair import Floats
    from runadvisor.sources.tcx_xml import TcxDocument, TextActivity, TextLap


def read_tcx(data: bytes, place: Place) -> Reading:
    """Return the recordings of a TCX file; a bad file is a problem, never an exception.

    The laps' own totals come before what the points add up to: a pause may show nowhere
    else. Times without a zone are UTC, as the format says.

    Args:
        data: The unpacked file.
        place: Where it came from.
    """
    document = tcx_document(data)
    if document is None:
        return place.refused(_cut_short(place))
    if not document.activities:
        return place.refused(_no_activity(document, place))
    repairs = document.file.repairs(place)
    recordings: list[Recording] = []
    problems: list[ImportProblem] = []
    for activity in document.activities:
        laps = _laps(activity)
        file, notes = _activity(activity, laps, place, digest_of(data, len(recordings)))
        found = recording_of(file, place)
        if found is None:
            problems.append(_cut_short(place) if document.file.was_salvaged else _empty(place))
            continue
        recordings.append(found[0])
        repairs += [*found[1], *notes]
    return Reading(
        path=place.path,
        member=place.member,
        recordings=tuple(recordings),
        problems=tuple(problems),
        repairs=tuple(repairs) if recordings else (),
    )


def _cut_short(place: Place) -> ImportProblem:
    return place.problem(
        "cut-short",
        N_("The TCX file is damaged and holds no whole activity. Export or download it again."),
    )


def _no_activity(document: TcxDocument, place: Place) -> ImportProblem:
    if document.has_plan:
        return place.problem(
            "route", N_("A planned course or workout, not a run: nothing in it has been done yet.")
        )
    if document.file.was_salvaged:
        return _cut_short(place)
    return place.problem("no-track", N_("The TCX file holds no activity."))


def _empty(place: Place) -> ImportProblem:
    return place.problem(
        "no-points",
        N_(
            "The activity has neither points nor totals: time and distance are not in this file. "
            "Import the list of your activities (CSV) instead."
        ),
    )


# --- activities ------------------------------------------------------------------------


def _activity(
    activity: TextActivity, laps: Sequence[_Lap], place: Place, digest: str
) -> tuple[PointFile, list[Repair]]:
    """Return an activity as its points and totals, and notes on what was decided."""
    notes: list[Repair] = []
    clock = clock_of(activity.points.column("time"))
    points = _points(activity, clock)
    sport, sport_is_known = _sport(activity, place, notes)
    start = _start(activity, laps)
    file = PointFile(
        format="tcx",
        digest=digest,
        points=points,
        sport=sport,
        sport_is_known=sport_is_known,
        name=activity.notes,
        offset=clock.offset if clock.span_s else _offset(activity),
        zone_is_assumed=not clock.has_zone,
        totals=DeviceTotals(
            start_s=start,
            moving_time_s=total(lap.moving_time_s for lap in laps),
            elapsed_time_s=_elapsed_s(start, laps, clock),
            distance_m=_distance_m(activity, laps, points, place, notes),
            average_heart_rate_bpm=weighted_mean(
                (lap.average_heart_rate_bpm, lap.moving_time_s) for lap in laps
            ),
            max_heart_rate_bpm=max(
                (lap.max_heart_rate_bpm for lap in laps if lap.max_heart_rate_bpm), default=None
            ),
            average_cadence=weighted_mean((lap.cadence, lap.moving_time_s) for lap in laps),
        ),
        laps=_marked(laps, start),
    )
    return file, notes


def _points(activity: TextActivity, clock: Clock) -> RawPoints:
    columns = {
        name: numbers(column) for name, column in activity.points.columns.items() if name != "time"
    }
    run_cadence, cadence = columns.pop("run_cadence", None), columns.pop("cadence", None)
    if run_cadence is not None and cadence is not None:
        columns["cadence"] = np.where(np.isfinite(run_cadence), run_cadence, cadence)
    elif (known := cadence if run_cadence is None else run_cadence) is not None:
        columns["cadence"] = known
    distance_m = columns.get("distance_m", np.zeros(0))
    first = distance_m[np.isfinite(distance_m)][:1]
    if len(first) and first[0] > _NOT_A_START_M:
        columns["distance_m"] = distance_m - first[0]
    return RawPoints.of(
        clock.time_s, segment=np.array(activity.points.segment, dtype=np.int32), **columns
    )


_NOT_A_START_M = 100.0
"""A first point this far on was counted from the start of something else: a triathlon."""

_UNTOLD = "other"


def _sport(activity: TextActivity, place: Place, notes: list[Repair]) -> tuple[Sport | None, bool]:
    """Return the sport, and whether it is known; the format knows three words for all."""
    text = (activity.sport_text or "").strip()
    if text.lower() != _UNTOLD:
        return sport_of(text), True
    told = sport_of(activity.notes) if activity.notes else None
    if told is not None:
        return told, True
    notes.append(
        place.repair(
            "sport-other",
            N_(
                "The file calls the sport “Other”: kept, but not counted as a run. If it was one, "
                "change the sport of the activity."
            ),
        )
    )
    return Sport.OTHER, False


# --- laps ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lap:
    """What a lap says of itself; ``None`` and never 0 where it does not."""

    start_s: float | None
    """Seconds since 1970."""
    moving_time_s: float | None
    distance_m: float | None
    average_heart_rate_bpm: float | None
    max_heart_rate_bpm: float | None
    cadence: float | None


def _laps(activity: TextActivity) -> list[_Lap]:
    return [_lap(lap) for lap in activity.laps]


def _lap(lap: TextLap) -> _Lap:
    start = instant(lap.start)
    return _Lap(
        start_s=start.epoch_s if start is not None else None,
        moving_time_s=_positive(lap, "TotalTimeSeconds"),
        distance_m=_positive(lap, "DistanceMeters"),
        average_heart_rate_bpm=_positive(lap, "AverageHeartRateBpm"),
        max_heart_rate_bpm=_positive(lap, "MaximumHeartRateBpm"),
        cadence=_positive(lap, "Cadence"),
    )


def _positive(lap: TextLap, part: str) -> float | None:
    value = number_or_nan(lap.parts.get(part))
    return value if np.isfinite(value) and value > 0 else None


def _start(activity: TextActivity, laps: Sequence[_Lap]) -> float | None:
    """Return the start of the first lap, else what ``<Id>`` says."""
    if laps and laps[0].start_s is not None:
        return laps[0].start_s
    start = instant(activity.start)
    return start.epoch_s if start is not None else None


def _offset(activity: TextActivity) -> timedelta | None:
    first = instant(activity.laps[0].start if activity.laps else None) or instant(activity.start)
    return first.offset if first is not None else None


def _elapsed_s(start_s: float | None, laps: Sequence[_Lap], clock: Clock) -> float | None:
    """Return the time from the start to the end of the last lap, or to a later point."""
    if start_s is None:
        return None
    by_laps_s = by_points_s = 0.0
    if laps and laps[-1].start_s is not None:
        by_laps_s = laps[-1].start_s - start_s + (laps[-1].moving_time_s or 0.0)
    if clock.span_s is not None:
        first_s, last_s = clock.span_s
        is_same_clock = abs(start_s - first_s) <= MAX_START_APART_S
        by_points_s = last_s - (min(start_s, first_s) if is_same_clock else first_s)
    return max(by_laps_s, by_points_s)


def _marked(laps: Sequence[_Lap], start_s: float | None) -> tuple[Lap, ...]:
    """Return the laps for the recording; a lap without a start follows the one before."""
    marked: list[Lap] = []
    next_s = start_s
    for lap in laps:
        lap_start_s = lap.start_s if lap.start_s is not None else next_s
        if lap_start_s is None:
            return ()
        marked.append(
            Lap(
                start_s=lap_start_s,
                moving_time_s=lap.moving_time_s,
                distance_m=lap.distance_m,
                average_heart_rate_bpm=lap.average_heart_rate_bpm,
            )
        )
        next_s = lap_start_s + (lap.moving_time_s or 0.0)
    return tuple(marked)


# --- distance --------------------------------------------------------------------------

_DIFFERS = 0.02
_DIFFERS_M = 20.0
_FAR_OFF = 3.0
_AGREES = 0.1


def _distance_m(
    activity: TextActivity,
    laps: Sequence[_Lap],
    points: RawPoints,
    place: Place,
    notes: list[Repair],
) -> float | None:
    """Return the laps' distances together; without them the device's count at the points.

    A lap that tells none counts what its own points do. Where laps and points disagree
    by more than 2 % the laps are right, unless the way itself proves them absurd.
    """
    known = [
        lap.distance_m or _counted_m(points.distance_m[np.array(activity.lap_of_points) == number])
        for number, lap in enumerate(laps)
    ]
    by_laps_m = total(known)
    by_points_m = _counted_m(points.distance_m)
    if by_laps_m is None or by_points_m is None:
        return by_laps_m or by_points_m
    apart_m = abs(by_laps_m - by_points_m)
    if apart_m <= max(_DIFFERS * by_laps_m, _DIFFERS_M):
        return by_laps_m
    way_m = _way_m(points)
    if by_laps_m > _FAR_OFF * way_m > 0 and abs(by_points_m - way_m) <= _AGREES * way_m:
        notes.append(
            place.repair(
                "distance-of-more",
                N_(
                    "The laps count {laps_m}, the way is {points_m}: they were counted from the "
                    "start of something longer. The way was taken."
                ),
                laps_m=by_laps_m,
                points_m=by_points_m,
            )
        )
        return by_points_m
    notes.append(
        place.repair(
            "totals-differ",
            N_("The laps add up to {laps_m}, the points to {points_m}: the laps were taken."),
            laps_m=by_laps_m,
            points_m=by_points_m,
        )
    )
    return by_laps_m


def _counted_m(distance_m: Floats) -> float | None:
    counted = distance_m[np.isfinite(distance_m)]
    return float(counted[-1] - counted[0]) or None if len(counted) else None


def _way_m(points: RawPoints) -> float:
    placed = points.only(repair.is_placed(points.latitude_deg, points.longitude_deg))
    steps = repair.way_m(
        placed.latitude_deg[:-1],
        placed.longitude_deg[:-1],
        placed.latitude_deg[1:],
        placed.longitude_deg[1:],
    )
    return float(steps.sum())
