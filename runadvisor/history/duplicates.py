"""Same activity from two sources? Pure; nothing here touches a file."""

from __future__ import annotations

import re
from datetime import UTC, timedelta
from enum import IntEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from runadvisor.domain.activity import Recording, Sport, StartPrecision
from runadvisor.history.formats import is_list
from runadvisor.history.local_day import wall_clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

SAME_START = timedelta(seconds=60)
SAME_WALL_CLOCK = timedelta(minutes=2)
LATE_START = timedelta(minutes=15)
ZONE_STEP = timedelta(minutes=15)
WIDEST_ZONE = timedelta(hours=14)
DISTANCE_SHARE = 0.02
DISTANCE_SLACK_M = 100.0
TIME_SHARE = 0.02
LATE_DISTANCE_SHARE = 0.05
LATE_OVERLAP = 0.8
UNKNOWN_ZONE_SHARE = 0.01


class Sameness(IntEnum):
    """What makes two recordings one activity, surest first."""

    ID = 1
    """A source gives both the same id."""
    START = 2
    """Same start, like size."""
    LATE_START = 3
    """A watch started late, or a track trimmed afterwards: they overlap nearly whole."""
    WALL_CLOCK = 4
    """Same local time after the zone of the one is applied to the other."""
    UNKNOWN_ZONE = 5
    """Same but for whole quarters of an hour, and exactly the same size."""
    DAY = 6
    """One tells the day only; same day, same distance."""


def is_same(one: Recording, other: Recording) -> bool:
    """Whether two recordings are certainly of one activity."""
    return sameness(one, other) is not None


def sameness(one: Recording, other: Recording) -> Sameness | None:
    """Return what makes two recordings one activity; ``None`` where nothing certain does.

    Two rows of one list, and two ids of one service, are two activities by construction.
    """
    if _share_an_id(one, other):
        return Sameness.ID
    if is_other_by_construction(one, other) or not sports_agree(one, other):
        return None
    if StartPrecision.DAY in {one.precision, other.precision}:
        is_one = _day_of(one) == _day_of(other) and _close(
            one.distance_m, other.distance_m, DISTANCE_SHARE
        )
        return Sameness.DAY if is_one else None
    if one.started_at is not None and other.started_at is not None:
        return _same_instant(one, other, one.started_at - other.started_at)
    if one.local_start is not None and other.local_start is not None:
        return _same_wall_clock(one, other, one.local_start - other.local_start)
    timed, local = (one, other) if one.started_at is not None else (other, one)
    return _same_after_zone(timed, local)


_FILE_ID = re.compile(
    r"(?:activity_)?(\d{8,})(?:_activity)?\.(?:fit|tcx|gpx)(?:\.gz)?", re.IGNORECASE
)
"""How Garmin names a file: ``activity_12345678901.tcx``, ``12345678901_ACTIVITY.fit``."""


def _share_an_id(one: Recording, other: Recording) -> bool:
    if one.source_id is not None and one.source_id == other.source_id:
        return True
    return _is_fetched_from(one, other) or _is_fetched_from(other, one)


def _is_fetched_from(copy: Recording, original: Recording) -> bool:
    """Whether one recording says that it is the other, fetched from its service.

    It does not say from which service, so that the day has to agree as well: the same
    number of two services, or a file called so by chance, is no proof.
    """
    if copy.external_id is None or copy.external_id not in _numbers(original):
        return False
    return filed_under(original) in nearby_days(copy)


def _numbers(recording: Recording) -> set[str]:
    """Return the numbers a recording has at Strava or Garmin, as far as it tells them."""
    service, _colon, number = (recording.source_id or "").partition(":")
    found = {number} if service == "strava" else set[str]()
    named = _FILE_ID.fullmatch(PurePath(recording.source.member or recording.source.path).name)
    return found | ({named[1]} if named is not None else set[str]())


def nearby_days(recording: Recording) -> Iterator[date]:
    """Yield the days under which another recording of the same activity may be filed."""
    day = filed_under(recording)
    yield from (day - timedelta(days=1), day, day + timedelta(days=1))


def filed_under(recording: Recording) -> date:
    """Return the day a recording is filed under: UTC where known, else the local one."""
    start = recording.started_at or recording.local_start
    if start is None:
        msg = "a recording has a start, in UTC or local"
        raise ValueError(msg)
    return start.date()


def is_other_by_construction(one: Recording, other: Recording) -> bool:
    """Whether two recordings cannot be one: two ids of a service, two rows of a list.

    A file read again from the same path is no row: it may hold another run now, or more
    of the same.
    """
    if one.source_id is not None and other.source_id is not None:
        service, _, _ = one.source_id.partition(":")
        if other.source_id.startswith(service + ":"):
            return one.source_id != other.source_id
    return one.source == other.source and is_list(one)


def sports_agree(one: Recording, other: Recording) -> bool:
    """Whether two recordings may be of one activity, by what was done."""
    if not (one.sport_is_known and other.sport_is_known):
        return True
    if one.sport.is_run and other.sport.is_run:
        return True
    return one.sport == other.sport or Sport.OTHER in {one.sport, other.sport}


def _same_instant(one: Recording, other: Recording, apart: timedelta) -> Sameness | None:
    if abs(apart) <= SAME_START:
        return Sameness.START if _same_size(one, other) else None
    is_late = (
        abs(apart) <= LATE_START
        and _close(one.distance_m, other.distance_m, LATE_DISTANCE_SHARE)
        and _overlap(one, other) > LATE_OVERLAP
    )
    return Sameness.LATE_START if is_late else None


def _same_wall_clock(one: Recording, other: Recording, apart: timedelta) -> Sameness | None:
    is_one = abs(apart) <= SAME_WALL_CLOCK and _same_size(one, other)
    return Sameness.WALL_CLOCK if is_one else None


def _same_after_zone(timed: Recording, local: Recording) -> Sameness | None:
    """Compare a UTC start with one that only tells the wall clock."""
    if timed.started_at is None or local.local_start is None:
        return None
    if timed.zone is not None:
        there = wall_clock(timed.started_at, timed.zone)
        return _same_wall_clock(timed, local, there - local.local_start)
    apart = abs(timed.started_at - local.local_start.replace(tzinfo=UTC))
    off_step = apart % ZONE_STEP
    is_one = (
        apart <= WIDEST_ZONE + SAME_WALL_CLOCK
        and min(off_step, ZONE_STEP - off_step) <= SAME_WALL_CLOCK
        and _close(timed.distance_m, local.distance_m, UNKNOWN_ZONE_SHARE)
        and _close(_time_s(timed), _time_s(local), UNKNOWN_ZONE_SHARE)
    )
    return Sameness.UNKNOWN_ZONE if is_one else None


def contradict(one: Recording, other: Recording) -> bool:
    """Whether two recordings cannot be one even where a third is the same as both.

    A row that knows only its day fits two runs of that day; it must not make them one.
    """
    if is_other_by_construction(one, other) or not sports_agree(one, other):
        return True
    if StartPrecision.DAY in {one.precision, other.precision}:
        return _day_of(one) != _day_of(other)
    if one.started_at is not None and other.started_at is not None:
        return not _touch(one, other, one.started_at - other.started_at)
    if one.local_start is not None and other.local_start is not None:
        return not _touch(one, other, one.local_start - other.local_start)
    return False


def _touch(one: Recording, other: Recording, apart: timedelta) -> bool:
    """Whether two stretches of time meet; ``apart`` is how much later the first starts."""
    first = other if apart > timedelta(0) else one
    return abs(apart) <= LATE_START + timedelta(seconds=_length_s(first))


def _day_of(recording: Recording) -> date:
    if recording.local_start is None and recording.started_at and recording.zone:
        return wall_clock(recording.started_at, recording.zone).date()
    start = recording.local_start or recording.started_at
    return start.date() if start is not None else filed_under(recording)


def _same_size(one: Recording, other: Recording) -> bool:
    """Whether distance or time agree; two of which neither is known agree too."""
    distances = (one.distance_m, other.distance_m)
    times = (_time_s(one), _time_s(other))
    if None in distances and None in times:
        return True
    near = (
        one.distance_m is not None
        and other.distance_m is not None
        and abs(one.distance_m - other.distance_m) <= DISTANCE_SLACK_M
    )
    return near or _close(*distances, DISTANCE_SHARE) or _close(*times, TIME_SHARE)


def _close(one: float | None, other: float | None, share: float) -> bool:
    if one is None or other is None:
        return False
    return abs(one - other) <= share * max(one, other)


def _time_s(recording: Recording) -> float | None:
    return recording.moving_time_s or recording.elapsed_time_s


def _length_s(recording: Recording) -> float:
    return recording.elapsed_time_s or recording.moving_time_s or 0.0


def _overlap(one: Recording, other: Recording) -> float:
    """Return the shared part of two time ranges, as a share of the longer one."""
    spans = [
        (r.started_at, r.started_at + timedelta(seconds=_length_s(r)))
        for r in (one, other)
        if r.started_at is not None
    ]
    if len(spans) < 2:  # noqa: PLR2004 - a pair
        return 0.0
    shared = min(end for _, end in spans) - max(start for start, _ in spans)
    longest = max(end - start for start, end in spans)
    return shared / longest if longest else 0.0
