"""Lists of activities as CSV: which kind of list it is, and why it is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources.csv_text import Table, decoded, table_of
from runadvisor.sources.garmin_csv import garmin_layout, is_garmin_header
from runadvisor.sources.import_report import Reading
from runadvisor.sources.list_rows import ListReader
from runadvisor.sources.parse import folded
from runadvisor.sources.plain_csv import is_plain_header, plain_layout
from runadvisor.sources.strava_csv import is_strava_header, strava_layout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from runadvisor.domain.activity import Recording
    from runadvisor.sources.list_layout import ListLayout
    from runadvisor.sources.place import Place

MAX_ROWS_AN_HOUR = 200
_HOUR_S = 3600.0
_UNKNOWN_LANGUAGE_COLUMNS = 9

_LAP_WORDS = frozenset(
    [
        "laps",
        "lap",
        "split",
        "splits",
        "ronden",
        "runden",
        "runde",
        "tours",
        "tour",
        "vueltas",
        "vuelta",
        "giri",
        "giro",
        "voltas",
        "volta",
        "varv",
        "omgange",
        "interval",
        "intervals",
    ]
)
_SAMPLE_WORDS = frozenset(
    [
        "latitude",
        "longitude",
        "lat",
        "lon",
        "lng",
        "trackpoint_type",
        "secs",
        "watts",
        "torq",
        "position_lat",
    ]
)
_FIT_DUMP = ("type", "local number", "message")


@dataclass(frozen=True, slots=True)
class ListFile:
    """What a CSV file gave, and the recording files its rows name."""

    reading: Reading
    format: str | None = None
    files: Mapping[str, Recording] | None = None
    """File name as the list writes it -> the recording of its row."""


def read_list(data: bytes, place: Place) -> ListFile:
    """Return the recordings of a list; what is no list of activities is a problem.

    Args:
        data: The unpacked file.
        place: Where it came from.
    """
    text = decoded(data).replace("\x00", "")
    table, layout = _recognised(text)
    if table is None or layout is None:
        code, sentence = _refusal(text)
        return ListFile(place.refused(place.problem(code, sentence)))
    rows = ListReader(table, layout, place).read()
    if _has_samples(rows.recordings):
        return ListFile(place.refused(place.problem(*_SAMPLES)))
    if not (rows.recordings or rows.problems):
        rows.problems.append(place.problem("empty-list", N_("The list holds no activity.")))
    reading = Reading(
        path=place.path,
        member=place.member,
        recordings=tuple(rows.recordings),
        problems=tuple(rows.problems),
        repairs=tuple(rows.repairs),
    )
    return ListFile(reading, layout.format, rows.files)


def _recognised(text: str) -> tuple[Table | None, ListLayout | None]:
    if _is_refused(_first_line(text)):
        return None, None
    table = table_of(text, _is_list_header)
    if table is None:
        # Strava's and Garmin's lists keep their first columns in languages we do not know.
        table = table_of(text, lambda header: len(header) >= _UNKNOWN_LANGUAGE_COLUMNS)
        if table is None or not table.rows:
            return None, None
        return table, strava_layout(table) or garmin_layout(table)
    return table, strava_layout(table) or garmin_layout(table) or plain_layout(table)


def _is_list_header(header: Sequence[str]) -> bool:
    return is_strava_header(header) or is_garmin_header(header) or is_plain_header(header)


# --- what is no list -------------------------------------------------------------------

_SAMPLES = (
    "samples",
    N_(
        "The seconds of one activity, not a list of activities. Export that activity as GPX "
        "instead."
    ),
)


def _first_line(text: str) -> list[str]:
    line = next((line for line in text.splitlines() if line.strip()), "")
    mark = max(",;\t", key=line.count)
    return [folded(cell.strip(' "#')) for cell in line.split(mark)]


def _is_refused(first: Sequence[str]) -> bool:
    return first[0] in _LAP_WORDS or bool(_SAMPLE_WORDS.intersection(first))


def _refusal(text: str) -> tuple[str, str]:
    first = _first_line(text)
    if first[0] in _LAP_WORDS:
        return "lap-list", N_(
            "The laps of one activity, not a list of activities. Export the list of all your "
            "activities, or this one as GPX."
        )
    if _SAMPLE_WORDS.intersection(first):
        return _SAMPLES
    if tuple(first[:3]) == _FIT_DUMP:
        return "not-a-list", N_(
            "A FIT file turned into a table, not a list of activities. Import the activity as GPX."
        )
    return "not-a-list", N_(
        "No list of activities was found in it. A list needs a line of headings with a date and "
        "a distance or a time, such as “Date,Distance (km),Time”."
    )


def _has_samples(recordings: Sequence[Recording]) -> bool:
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
