"""Two activities that may be one, fact beside fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor import wording
from runadvisor.domain.activity import StartPrecision
from runadvisor.gui.source_words import source_name, source_place
from runadvisor.history.local_day import wall_clock
from runadvisor.language import _

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity
    from runadvisor.history.doubtful import DoubtfulPair


def pair_facts(pair: DoubtfulPair) -> list[tuple[str, tuple[str, str]]]:
    """Return (name, words of one and of the other), without what neither of them knows."""
    one, other = _facts(pair.one), _facts(pair.other)
    both = [(name, (one[name], other[name])) for name in one]
    return [(name, words) for name, words in both if set(words) != {wording.UNKNOWN}]


def _facts(activity: Activity) -> dict[str, str]:
    beats = activity.average_heart_rate_bpm
    sources = ", ".join(
        " ".join(filter(None, (source_name(each.format), source_place(each))))
        for each in activity.sources
    )
    return {
        _("Day"): wording.full_day(activity.local_date),
        _("Start"): _start(activity),
        _("Title"): activity.name or wording.UNKNOWN,
        _("Sport"): wording.sport_name(activity.sport),
        _("Distance"): wording.distance(activity.distance_m),
        _("Time moving"): wording.duration(activity.moving_time_s),
        _("Heart rate"): wording.UNKNOWN if beats is None else wording.number(beats),
        _("Track points"): wording.number(activity.points),
        _("From"): sources,
    }


def _start(activity: Activity) -> str:
    if activity.precision is StartPrecision.DAY:
        return _("not known")
    clock = wall_clock(activity.started_at, activity.zone)
    return f"{clock:%H:%M:%S}" if activity.precision is StartPrecision.SECOND else f"{clock:%H:%M}"
