"""Pairs of activities that may be one: not certain enough to join, too alike to say nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.activity import Sport, StartPrecision
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.text import N_, Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from runadvisor.domain.activity import Activity

SHARED_SHARE = 0.2
"""Of the shorter one: watches stopped late make runs touch, and these stay two unasked."""
OTHER_SPORT_SHARE = 0.02
DAY_SHARE = 0.1
SLIP_SHARE = 0.005
SLIP_SLACK_S = 5.0
SLIP_STEP_S = 900.0
MOST_SLIP = timedelta(hours=14)
SAME_START_S = 60.0
REACH = 2 * ONE_DAY
"""Activities that start further apart are never asked about."""

OVERLAP = N_("They overlap for {shared_s}.")
OTHER_SPORT = N_("Same start, distance and time, but one says {sport} and the other {other_sport}.")
SLIP = N_("Same distance and time, exactly {apart_s} apart: a clock in another time zone?")
SAME_DAY = N_("One tells only the day, and the distances are alike.")


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtfulPair:
    """Two activities for the runner to judge, the earlier first."""

    one: Activity
    other: Activity
    reason: Message


def doubtful_pairs(activities: Sequence[Activity]) -> Iterator[DoubtfulPair]:
    """Yield pairs that may be one activity, by start.

    Args:
        activities: By start; none of them deleted.
    """
    for number, one in enumerate(activities):
        for other in activities[number + 1 :]:
            if other.started_at - one.started_at > REACH:
                break
            reason = doubt(one, other)
            if reason is not None:
                yield DoubtfulPair(one=one, other=other, reason=reason)


def doubt(one: Activity, other: Activity) -> Message | None:
    """Return why two activities may be one; ``None`` where nothing suggests it."""
    if StartPrecision.DAY in {one.precision, other.precision}:
        return Message(SAME_DAY) if _is_same_day(one, other) else None
    apart_s = abs((other.started_at - one.started_at).total_seconds())
    if not _sports_agree(one, other):
        is_alike = apart_s <= SAME_START_S and _is_like(one, other, OTHER_SPORT_SHARE)
        values = {"sport": _words(one.sport), "other_sport": _words(other.sport)}
        return Message(OTHER_SPORT, values) if is_alike else None
    shared = min(_end(one), _end(other)) - max(one.started_at, other.started_at)
    shorter = min(_length(one), _length(other))
    if shorter and shared > SHARED_SHARE * shorter:
        return Message(OVERLAP, {"shared_s": shared.total_seconds()})
    if _is_slip(one, other, apart_s):
        return Message(SLIP, {"apart_s": apart_s})
    return None


def _is_same_day(one: Activity, other: Activity) -> bool:
    return (
        one.precision is not other.precision
        and one.local_date == other.local_date
        and _sports_agree(one, other)
        and _close(one.distance_m, other.distance_m, DAY_SHARE)
    )


def _is_slip(one: Activity, other: Activity, apart_s: float) -> bool:
    off_step_s = apart_s % SLIP_STEP_S
    return (
        SLIP_STEP_S - SLIP_SLACK_S <= apart_s <= MOST_SLIP.total_seconds() + SLIP_SLACK_S
        and min(off_step_s, SLIP_STEP_S - off_step_s) <= SLIP_SLACK_S
        and {one.precision, other.precision} == {StartPrecision.SECOND}
        and _is_like(one, other, SLIP_SHARE)
    )


def _is_like(one: Activity, other: Activity, share: float) -> bool:
    return _close(one.distance_m, other.distance_m, share) and _close(
        one.moving_time_s or one.elapsed_time_s, other.moving_time_s or other.elapsed_time_s, share
    )


def _sports_agree(one: Activity, other: Activity) -> bool:
    return (
        (one.is_run and other.is_run)
        or one.sport is other.sport
        or Sport.OTHER in {one.sport, other.sport}
    )


def _close(one: float | None, other: float | None, share: float) -> bool:
    if one is None or other is None or not max(one, other):
        return False
    return abs(one - other) <= share * max(one, other)


def _length(activity: Activity) -> timedelta:
    return timedelta(seconds=activity.elapsed_time_s or activity.moving_time_s or 0.0)


def _end(activity: Activity) -> datetime:
    return activity.started_at + _length(activity)


def _words(sport: Sport) -> str:
    return sport.value.replace("-", " ")
