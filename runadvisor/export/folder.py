"""Everything into one new folder: whole, or not at all."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.domain.errors import ExportError
from runadvisor.export.activities import activity_key, activity_table
from runadvisor.export.advice_tables import advice_tables
from runadvisor.export.diary_tables import about_table, diary_tables
from runadvisor.export.readme import readme
from runadvisor.export.table import csv_bytes, json_bytes
from runadvisor.export.track_file import track_file
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from runadvisor.advisor import Advisor

TRACKS = "tracks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written."""

    folder: Path
    activities: int
    tracks: int


class ExportCancelledError(Exception):
    """The person changed their mind; nothing is left of the export."""


def export_all(
    advisor: Advisor,
    folder: Path,
    *,
    as_of: date,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Exported:
    """Write activities, tracks, load, warnings, diary and plan into a new folder.

    All is written beside the folder first and put in its place at the end, so that a
    folder of this name is always a whole export.

    Args:
        advisor: Over the open history.
        folder: Must not be there yet, or be empty.
        as_of: The day of load, warnings and plan.
        progress: Called with (tracks written, tracks to write).
        is_cancelled: Asked after each track.

    Raises:
        ExportError: The folder holds something, or cannot be written.
        ExportCancelledError: ``is_cancelled`` said so.
        HistoryError: The history cannot be read.
    """
    check_target(folder)
    part = folder.with_name(f"{folder.name}.part")
    try:
        if part.exists():
            shutil.rmtree(part)
        (part / TRACKS).mkdir(parents=True)
        done = _write(advisor, part, as_of, progress, is_cancelled)
        if folder.is_dir():
            folder.rmdir()
        part.rename(folder)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ExportError(
            _("{folder} cannot be written: {reason}.").format(folder=folder, reason=reason)
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    activities, tracks = done
    return Exported(folder=folder, activities=activities, tracks=tracks)


def check_target(folder: Path) -> None:
    """Refuse a place where something would be written over.

    Raises:
        ExportError: There is something already, or nowhere to put a folder.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ExportError(
            _("{folder} is there already: choose a new name, nothing is written over.").format(
                folder=folder
            )
        )
    if not folder.absolute().parent.is_dir():
        raise ExportError(
            _("The folder {folder} does not exist: choose another place.").format(
                folder=folder.absolute().parent
            )
        )


def _write(
    advisor: Advisor,
    part: Path,
    as_of: date,
    progress: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
) -> tuple[int, int]:
    activities = advisor.activities()
    tracks = _write_tracks(advisor, part, progress, is_cancelled)
    advice = advisor.advice(as_of=as_of)
    tables = (
        activity_table(activities, tracks),
        *advice_tables(advice, advisor.catalog),
        *diary_tables(advisor.diary()),
        about_table(advisor.athlete),
    )
    for table in tables:
        (part / f"{table.name}.csv").write_bytes(csv_bytes(table))
        (part / f"{table.name}.json").write_bytes(json_bytes(table))
    (part / "README.txt").write_text(readme(tables, as_of=as_of), encoding="utf-8")
    return len(activities), len(tracks)


def _write_tracks(
    advisor: Advisor,
    part: Path,
    progress: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
) -> dict[int, str]:
    """Write each activity's richest track; return activity id -> the file."""
    history = advisor.history
    richest = history.richest_tracks()
    with_track = [one for one in advisor.activities() if one.activity_id in richest]
    written: dict[int, str] = {}
    for number, activity in enumerate(with_track):
        if is_cancelled():
            raise ExportCancelledError
        progress(number, len(with_track))
        track = history.track(activity.activity_id)
        detail = history.detail(activity.activity_id)
        if track is None or detail is None or not len(track):
            continue
        recordings = dict(detail.recordings)
        # The times of a track count from the start of its own recording.
        started_at = recordings[richest[activity.activity_id]].started_at or activity.started_at
        file = track_file(activity, track, started_at=started_at)
        name = f"{TRACKS}/{activity_key(activity)}{file.suffix}"
        (part / name).write_bytes(file.content)
        written[activity.activity_id] = name
    progress(len(with_track), len(with_track))
    return written
