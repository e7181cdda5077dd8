"""Tables that are no list of activities: what each is, and what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources.parse import folded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from runadvisor.domain.activity import Recording

MAX_ROWS_AN_HOUR = 200
_HOUR_S = 3600.0

_LAP_WORDS = frozenset(
    [
        *("laps", "lap", "split", "splits", "ronden", "ronde", "runden", "runde", "tours", "tour"),
        *("vueltas", "vuelta", "giri", "giro", "voltas", "volta", "varv", "omgange", "omgang"),
        *(
            "runder",
            "okrazenia",
            "okrazenie",
            "interval",
            "intervals",
            "intervalle",
            "ラップ",
            "圈数",
        ),
    ]
)
_SAMPLE_WORDS = frozenset(
    [
        *("latitude", "longitude", "lat", "lon", "lng", "trackpoint_type", "secs", "watts"),
        *("torq", "position_lat", "breitengrad", "langengrad", "timestamp_ms"),
    ]
)
_FIT_DUMP = ("type", "local number", "message")
_DAILY_STEPS = frozenset(
    [
        *("step count", "steps", "move minutes count", "schritte", "schrittzahl", "schrittanzahl"),
        *("anzahl der schritte", "nombre de pas", "recuento de pasos", "conteggio dei passi"),
        *("aantal stappen", "歩数", "步数"),
    ]
)
_OWN_TABLES = frozenset(
    ["load_day", "load_week", "warning_date", "planned_day", "diary_day", "about_you"]
)
"""What our own export calls the first column of all that is no activity."""
_ACTIVE_WORDS = frozenset(["activity type", "type", "sport", "title", "titel"])
"""A list of activities may count steps beside them."""

SAMPLES = (
    "samples",
    N_(
        "The seconds of one activity, not a list of activities. Export that activity as GPX "
        "instead."
    ),
)
LAPS = (
    "lap-list",
    N_(
        "The laps of one activity, not a list of activities. Export the list of all your "
        "activities, or this one as GPX."
    ),
)
FIT_DUMP = (
    "not-a-list",
    N_("A FIT file turned into a table, not a list of activities. Import the FIT file itself."),
)
DAILY_STEPS = (
    "daily-list",
    N_(
        "The steps and minutes of each day, not a list of activities. In a Google Takeout the "
        "runs are the TCX files in the folder “Activities”: import those, or the whole ZIP."
    ),
)
OWN_TABLE = (
    "own-table",
    N_(
        "A part of RunAdvisor’s own export that is not read back as a table. Load, warnings and "
        "plan are worked out anew; the diary is read from the .json files beside it."
    ),
)
_BY_FIRST_WORD = dict.fromkeys(_LAP_WORDS, LAPS) | dict.fromkeys(_OWN_TABLES, OWN_TABLE)
NO_LIST = (
    "not-a-list",
    N_(
        "No list of activities was found in it. A list needs a line of headings with a date and "
        "a distance or a time, such as “Date,Distance (km),Time”."
    ),
)


def refusal_of(first_line: Sequence[str]) -> tuple[str, str] | None:
    """Return code and sentence for a table whose first line gives away that it is no list."""
    words = [folded(cell.strip(' "#')) for cell in first_line]
    if not words:
        return None
    if words[0] in _BY_FIRST_WORD:
        return _BY_FIRST_WORD[words[0]]
    if _SAMPLE_WORDS.intersection(words):
        return SAMPLES
    if tuple(words[:3]) == _FIT_DUMP:
        return FIT_DUMP
    if _DAILY_STEPS.intersection(words) and not _ACTIVE_WORDS.intersection(words):
        return DAILY_STEPS
    return None


def has_samples(recordings: Sequence[Recording]) -> bool:
    """Whether more than 200 rows fall into one hour: seconds, not activities."""
    starts = sorted(start for recording in recordings if (start := _timed_start(recording)))
    return any(
        (late - early).total_seconds() < _HOUR_S
        for early, late in zip(starts, starts[MAX_ROWS_AN_HOUR:], strict=False)
    )


def _timed_start(recording: Recording) -> datetime | None:
    if recording.started_at is not None:
        return recording.started_at.replace(tzinfo=None)
    return recording.local_start
