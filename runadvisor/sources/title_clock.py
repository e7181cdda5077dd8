"""A title's time of day against the file's clock: some watches write local time as UTC."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from runadvisor.domain.text import N_

if TYPE_CHECKING:
    from datetime import datetime

    from runadvisor.sources.import_report import Repair
    from runadvisor.sources.place import Place

_DATED_TIME = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[T ,_]+(\d{1,2})[:.h-](\d{2})(?:[:.-]\d{2})?\s*([ap])?\.?m?\.?"
    r"(?!\d|[:.-]\d|\s*(?:z|utc|gmt)\b)",
    re.IGNORECASE,
)
_DAY_MIN = 24 * 60
_SAME_MIN = 2


def doubt(name: str | None, started_at: datetime, zone: str, place: Place) -> Repair | None:
    """Return a note where the title has the hour of the UTC times and not the local one.

    The start is kept as the file tells it: a title may have been made from UTC as well.

    Args:
        name: The activity's title.
        started_at: Aware.
        zone: IANA name of the position's zone.
        place: Where it was read.
    """
    written = _DATED_TIME.search(name or "")
    if written is None:
        return None
    hour, minute, half = int(written[1]), int(written[2]), (written[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    local = started_at.astimezone(ZoneInfo(zone))
    title_min = hour * 60 + minute
    if not _is_same(title_min, started_at) or _is_same(title_min, local):
        return None
    return place.repair(
        "clock-in-doubt",
        N_(
            "The title says {title_time}, and so do the file’s UTC times, though it was "
            "{local_time} in {zone}: the watch may have written local time as UTC. If so, correct "
            "the start of the activity."
        ),
        title_time=f"{hour}:{minute:02}",
        local_time=f"{local:%H:%M}",
        zone=zone,
    )


def _is_same(minute_of_day: int, clock: datetime) -> bool:
    apart = abs(minute_of_day - clock.hour * 60 - clock.minute) % _DAY_MIN
    return min(apart, _DAY_MIN - apart) <= _SAME_MIN
