"""Recordings that a runner's sources might give, close enough together to be mistaken."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from runadvisor.domain.activity import Source, Sport, StartPrecision, ZoneSource
from tests.history.conftest import START, recording

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

    from runadvisor.domain.activity import Activity, Recording
    from runadvisor.history.store import History

_FORMATS = ("fit", "gpx", "tcx", "strava-csv", "garmin-csv", "list-csv")
_ZONES = (None, "Europe/Berlin", "America/New_York", "+02:00")


@st.composite
def recordings(draw: DrawFn, *, most: int = 8) -> list[Recording]:
    """Draw recordings of a few days; no two are versions of one row of a list."""
    made: dict[object, Recording] = {}
    for number in range(draw(st.integers(2, most))):
        one = _recording(draw, number)
        row = (one.source.format, one.source_id or (one.started_at, one.local_start))
        made.setdefault(row if one.source.format.endswith("csv") else number, one)
    return list(made.values())


def _recording(draw: DrawFn, number: int) -> Recording:
    kind = draw(st.sampled_from(_FORMATS))
    start = START + timedelta(
        days=draw(st.sampled_from([0, 0, 0, 1])),
        seconds=draw(st.sampled_from([0, 0, 20, 55, 100, 600, 3_600, 7_200])),
    )
    precision = draw(st.sampled_from([StartPrecision.SECOND, StartPrecision.DAY]))
    is_local = kind in {"garmin-csv", "list-csv"}
    zone = None if is_local else draw(st.sampled_from(_ZONES))
    length_s = draw(st.sampled_from([1_800.0, 1_830.0, 3_600.0]))
    return recording(
        number,
        path=f"{draw(st.integers(0, 3))}.{kind}",
        kind=kind,
        source_id=draw(st.sampled_from([None, None, "strava:1", "strava:2"])),
        started_at=None if is_local else start,
        local_start=(start + timedelta(hours=2)).replace(tzinfo=None) if is_local else None,
        precision=precision if kind == "list-csv" else StartPrecision.SECOND,
        zone=zone,
        zone_source=zone and ZoneSource.SOURCE,
        sport=draw(st.sampled_from([Sport.RUN, Sport.RUN, Sport.RIDE])),
        sport_is_known=draw(st.booleans()),
        distance_m=draw(st.sampled_from([None, 5_000.0, 5_060.0, 5_400.0, 10_000.0])),
        moving_time_s=length_s,
        elapsed_time_s=length_s,
        points=draw(st.sampled_from([0, 600, 900])) if not kind.endswith("csv") else 0,
        name=draw(st.sampled_from([None, "a", "b"])),
        session_rpe=draw(st.sampled_from([None, 3.0])),
    )


def content(activity: Activity) -> tuple[object, ...]:
    """Return an activity without its id, which tells only when it came."""
    return (
        activity.started_at,
        activity.zone,
        activity.zone_source,
        activity.local_date,
        activity.sport,
        activity.name,
        activity.distance_m,
        activity.moving_time_s,
        activity.session_rpe,
        activity.points,
        sorted(activity.sources, key=_source_key),
    )


def contents(history: History) -> list[tuple[object, ...]]:
    """Return what the activities of a history hold, in an order of their own."""
    return sorted((content(each) for each in history.activities()), key=repr)


def _source_key(source: Source) -> tuple[str, str, str]:
    return source.path, source.member or "", source.format
