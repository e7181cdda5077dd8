"""Exports as folders and ZIPs: lists joined with the files their rows name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from runadvisor.domain.activity import Sport
from runadvisor.domain.text import N_
from runadvisor.sources.bundle import Archive
from runadvisor.sources.file_reader import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from runadvisor.domain.activity import Recording
    from runadvisor.sources.bundle import Bundle
    from runadvisor.sources.import_report import ImportProblem, Reading
    from runadvisor.sources.place import Place

_LISTS = frozenset({"activities.csv", "cardioactivities.csv"})
"""What the list of a whole export is called, in every language."""
_OTHER_ACTIVITY = timedelta(hours=24)
"""A file that starts this far from its row belongs to another activity."""
_ROUTES_FOLDER = "routes"
_NO_LIST_CODES = frozenset({"not-a-list", "empty-file"})
_EXTRA_SUFFIXES = frozenset({".csv", ".json"})
_MEDIA_SUFFIXES = frozenset(
    [
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".heic",
        ".heif",
        ".webp",
        ".bmp",
        ".tif",
        ".tiff",
        ".mp4",
        ".mov",
        ".avi",
        ".m4v",
        ".mp3",
        ".m4a",
        ".pdf",
        ".doc",
        ".docx",
        ".txt",
        ".md",
        ".rtf",
        ".css",
        ".js",
        ".svg",
        ".ico",
    ]
)
MEDIA = N_("A picture, a film or a document: no activity.")
ROUTE = N_("A planned route, not an activity.")
EXTRA = N_("A part of the export that holds no activity.")
MISSING = N_(
    "The list names this file, but it is not in the export: the activity was imported from the "
    "list, without its track."
)
ALL_MISSING = N_(
    "The list names {count} files and none of them is in the export: the activities were imported "
    "from the list, without their tracks."
)
OTHER_DAY = N_(
    "The file is of another day than its row in the list: both were kept as activities of their "
    "own."
)
EMPTY = N_("The archive holds no files. Export or download it again.")


@dataclass(frozen=True, slots=True)
class _Export:
    """The list of an export: what it gave, and the files its rows name."""

    name: str
    reading: Reading
    rows: Mapping[str, Recording]
    """Name within the bundle -> the recording of the row."""

    @property
    def folder(self) -> str:
        """The folder of the list with its ``/``; empty at the top."""
        return self.name[: -len(PurePosixPath(self.name).name)]


def count_members(bundle: Bundle) -> int:
    """Return how many readings ``read_bundle`` will give."""
    return sum(
        max(1, len(inner.names)) if isinstance(inner, Archive) else 1
        for inner in map(bundle.archive, bundle.names)
    )


def read_bundle(bundle: Bundle) -> Iterator[Reading]:
    """Yield one reading for each file, the lists of whole exports first."""
    exports = [
        export
        for name in bundle.names
        if PurePosixPath(name).name.lower() in _LISTS
        and (export := _export(bundle, name)) is not None
    ]
    for export in exports:
        yield _with_missing_files(bundle, export)
    listed = {export.name for export in exports}
    for name in bundle.names:
        if name not in listed:
            export = next((each for each in exports if name.startswith(each.folder)), None)
            yield from _read_member(bundle, name, export)


def read_archive(archive: Archive | ImportProblem, place: Place) -> Iterator[Reading]:
    """Yield the readings of an archive, or the one that says why there are none."""
    if not isinstance(archive, Archive):
        yield place.refused(archive)
    elif not archive.names:
        yield place.refused(place.problem("empty-archive", EMPTY))
    else:
        yield from read_bundle(archive)


def _export(bundle: Bundle, name: str) -> _Export | None:
    data = bundle.data(name)
    if not isinstance(data, bytes):
        return None
    list_file = read_bytes(data, bundle.place(name))
    if not list_file.reading.recordings:
        return None
    folder = PurePosixPath(name).parent
    names = {each.lower(): each for each in bundle.names}
    rows: dict[str, Recording] = {}
    for file, recording in (list_file.files or {}).items():
        full = (folder / file.replace("\\", "/")).as_posix()
        rows[names.get(full.lower(), full)] = recording
    return _Export(name, list_file.reading, rows)


def _with_missing_files(bundle: Bundle, export: _Export) -> Reading:
    present = set(bundle.names)
    missing = [name for name in export.rows if name not in present]
    if len(missing) > 1 and len(missing) == len(export.rows):
        place = bundle.place(export.name)
        problems = [place.problem("file-missing", ALL_MISSING, count=len(missing))]
    else:
        problems = [bundle.place(name).problem("file-missing", MISSING) for name in missing]
    return replace(export.reading, problems=(*export.reading.problems, *problems))


def _read_member(bundle: Bundle, name: str, export: _Export | None) -> Iterator[Reading]:
    place = bundle.place(name)
    row = export.rows.get(name) if export is not None else None
    reason = None if row is not None else _unwanted(name, export)
    if reason is not None:
        yield place.skipped(reason)
        return
    inner = bundle.archive(name)
    if inner is not None:
        yield from read_archive(inner, place)
        return
    data = bundle.data(name)
    if not isinstance(data, bytes):
        yield place.refused(data)
        return
    reading = read_bytes(data, place).reading
    if export is not None and row is None and _is_extra(name, reading):
        yield place.skipped(EXTRA)
    else:
        yield reading if row is None else _linked(reading, row, place)


def _unwanted(name: str, export: _Export | None) -> str | None:
    """Return why a file is not even opened."""
    path = PurePosixPath(name)
    if path.suffix.lower() in _MEDIA_SUFFIXES:
        return MEDIA
    if export is not None:
        inside = PurePosixPath(name.removeprefix(export.folder)).parts
        if len(inside) > 1 and inside[0].lower() == _ROUTES_FOLDER:
            return ROUTE
        if path.suffix.lower() == ".json":
            return EXTRA
    return None


def _is_extra(name: str, reading: Reading) -> bool:
    """Whether a table beside the list of an export (profile, followers …) is no list itself."""
    return PurePosixPath(name).suffix.lower() in _EXTRA_SUFFIXES and any(
        problem.code in _NO_LIST_CODES for problem in reading.problems
    )


def _linked(reading: Reading, row: Recording, place: Place) -> Reading:
    """Return the reading of a file with what its row in the list knows better.

    The person may have corrected sport and title in the list; the file has the track.
    Both share the row's id, so that the history joins them. Of several recordings in one
    file only the one that starts with the row is the row's.
    """
    if not reading.recordings:
        return reading
    nearest = min(reading.recordings, key=lambda recording: _apart(recording, row))
    if _apart(nearest, row) > _OTHER_ACTIVITY:
        note = place.repair("other-day", OTHER_DAY)
        return replace(reading, repairs=(*reading.repairs, note))
    is_narrower = row.sport is Sport.RUN and nearest.sport.is_run
    takes_sport = row.sport_is_known and not is_narrower
    joined = replace(
        nearest,
        source_id=row.source_id,
        sport=row.sport if takes_sport else nearest.sport,
        sport_is_known=row.sport_is_known or nearest.sport_is_known,
        name=row.name or nearest.name,
        session_rpe=row.session_rpe,
        is_race=row.is_race,
    )
    recordings = tuple(joined if each is nearest else each for each in reading.recordings)
    return replace(reading, recordings=recordings)


def _apart(recording: Recording, row: Recording) -> timedelta:
    """Return the time between two starts; a wall clock is within hours of UTC."""
    return abs(_rough_start(recording) - _rough_start(row))


def _rough_start(recording: Recording) -> datetime:
    start = recording.started_at or recording.local_start
    assert start is not None  # noqa: S101 - every reader tells one of the two
    return start.replace(tzinfo=UTC)
