"""The sessions of a FIT file: each with its own records, laps and totals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.activity import Lap, Sport
from runadvisor.domain.text import N_
from runadvisor.sources import fit_profile as profile
from runadvisor.sources.device_totals import DeviceTotals
from runadvisor.sources.fit_file import merged_seconds
from runadvisor.sources.point_recording import PointFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from runadvisor.sources.fit_file import FitFile, Row
    from runadvisor.sources.import_report import Repair
    from runadvisor.sources.place import Place
    from runadvisor.sources.raw_points import RawPoints
    from runadvisor.sources.repair import Floats, Numbers


def sessions_of(file: FitFile, place: Place) -> Iterator[tuple[PointFile, list[Repair]]]:
    """Yield what was found of each session, and notes on it; its digest is still open."""
    sessions = sorted(file.sessions, key=lambda row: _start_s(row) or 0.0)
    notes = _clock_notes(file, place)
    if not sessions:
        yield _rebuilt(file), [*notes, _rebuilt_note(file, place)]
        return
    starts = [_start_s(row) for row in sessions]
    for number, session in enumerate(sessions):
        points = _between(file.points, starts, number)
        count = len(points)
        sport, sport_is_known = _sport(session, file)
        own_notes = list(notes) if number == 0 else []
        if sport is Sport.OTHER and not sport_is_known:
            own_notes.append(place.repair("sport-other", SPORT_UNTOLD))
        yield (
            PointFile(
                format="fit",
                digest="",
                points=_counted_from_zero(merged_seconds(points), number),
                count=count,
                sport=sport,
                sport_is_known=sport_is_known,
                offset=file.clock.offset,
                position_is_real=_is_real(file, session),
                totals=_totals(session, starts[number]),
                laps=_laps(file.laps, starts, number),
            ),
            own_notes,
        )


SPORT_UNTOLD = N_(
    "The watch names no sport: kept, but not counted as a run. If it was one, change the sport of "
    "the activity."
)


def _clock_notes(file: FitFile, place: Place) -> list[Repair]:
    if not file.clock.has_absurd_local_time:
        return []
    note = N_("The watch’s local time cannot be right: the zone is taken from elsewhere.")
    return [place.repair("local-time-impossible", note)]


# --- no session: the watch died --------------------------------------------------------


def _rebuilt(file: FitFile) -> PointFile:
    """Return the activity the records alone tell."""
    points = merged_seconds(file.points)
    counted = points.distance_m[np.isfinite(points.distance_m)]
    sport, sport_is_known = _sport({}, file)
    return PointFile(
        format="fit",
        digest="",
        points=points,
        count=len(file.points),
        sport=sport,
        sport_is_known=sport_is_known,
        offset=file.clock.offset,
        position_is_real=_is_real(file, {}),
        totals=DeviceTotals(distance_m=float(np.ptp(counted)) if len(counted) else None),
        laps=_laps(file.laps, [None], 0),
    )


def _rebuilt_note(file: FitFile, place: Place) -> Repair:
    return place.repair(
        "rebuilt",
        N_("The watch’s own totals are missing: time and distance come from its {count} records."),
        count=len(file.points),
    )


# --- parts of a session ----------------------------------------------------------------


def _start_s(session: Row) -> float | None:
    """Return the start, else what end and elapsed time make of it."""
    if session["start_time"] is not None:
        return session["start_time"]
    end_s, elapsed_s = session["timestamp"], session["elapsed"]
    return end_s - elapsed_s if end_s is not None and elapsed_s is not None else None


def _between(points: RawPoints, starts: Sequence[float | None], number: int) -> RawPoints:
    """Return the points from the start of a session to that of the next."""
    if len(starts) == 1:
        return points
    return points.only(_session_numbers(points.time_s, starts) == number)


def _session_numbers(time_s: Floats, starts: Sequence[float | None]) -> Numbers:
    edges = [start if start is not None else np.nan for start in starts[1:]]
    return np.searchsorted(np.array(edges), time_s, side="right")


def _counted_from_zero(points: RawPoints, number: int) -> RawPoints:
    """Return points whose distance begins with their own session."""
    counted = points.distance_m[np.isfinite(points.distance_m)]
    if number == 0 or not len(counted):
        return points
    return replace(points, distance_m=points.distance_m - counted[0])


def _sport(session: Row, file: FitFile) -> tuple[Sport | None, bool]:
    """Return the sport, and whether it is known; ``None`` where no message says a word."""
    for row in (session, file.sport, *file.laps[:1]):
        number, sub = row.get("sport"), row.get("sub_sport")
        sport = profile.sport_named(number, sub)
        if sport is not None:
            return sport, True
    return (Sport.OTHER if session.get("sport") is not None else None), False


def _is_real(file: FitFile, session: Row) -> bool:
    return file.maker not in profile.VIRTUAL_MAKERS and not profile.is_virtual(
        session.get("sub_sport")
    )


def _totals(session: Row, start_s: float | None) -> DeviceTotals:
    return DeviceTotals(
        start_s=start_s,
        moving_time_s=session["timer"],
        elapsed_time_s=session["elapsed"],
        distance_m=session["distance"],
        elevation_gain_m=session["ascent"],
        elevation_loss_m=session["descent"],
        average_heart_rate_bpm=session["average_heart_rate"],
        max_heart_rate_bpm=session["max_heart_rate"],
        average_cadence=session["average_cadence"],
    )


def _laps(laps: Sequence[Row], starts: Sequence[float | None], number: int) -> tuple[Lap, ...]:
    """Return the laps that begin within a session."""
    dated = [lap for lap in laps if _start_s(lap) is not None]
    begins = np.array([_start_s(lap) for lap in dated], dtype=np.float64)
    own = _session_numbers(begins, starts) == number
    return tuple(
        Lap(
            start_s=float(begin),
            moving_time_s=lap["timer"],
            distance_m=lap["distance"],
            average_heart_rate_bpm=lap["average_heart_rate"],
        )
        for lap, begin, is_own in zip(dated, begins, own, strict=True)
        if is_own
    )
