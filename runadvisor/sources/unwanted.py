"""Members of an export that nothing is wanted from: told by name, or once they are read."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources.own_words import is_own_table

if TYPE_CHECKING:
    from runadvisor.sources.export import Export
    from runadvisor.sources.import_report import Reading
    from runadvisor.sources.place import Place

MEDIA = N_("A picture, a film or a document: no activity.")
ROUTE = N_("A planned route, not an activity.")
EXTRA = N_("A part of the export that holds no activity.")
_ROUTES_FOLDER = "routes"
_NO_LIST_CODES = frozenset({"not-a-list", "empty-file", "daily-list", "samples", "own-table"})
_NO_ACTIVITY_CODES = frozenset({"not-a-training-file", "too-large"})
_EXTRA_SUFFIXES = frozenset({".csv", ".json"})
JSON_NOT_READ = "json-not-read"
_SAID_ONCE = frozenset({JSON_NOT_READ, "daily-list"})
_NOT_AN_ACTIVITY = "not-an-activity"
_MEDIA_SUFFIXES = frozenset(
    [
        *(".jpg", ".jpeg", ".png", ".gif", ".heic", ".heif", ".webp", ".bmp", ".tif", ".tiff"),
        *(".mp4", ".mov", ".avi", ".m4v", ".mp3", ".m4a", ".pdf", ".doc", ".docx", ".txt", ".md"),
        *(".rtf", ".css", ".js", ".svg", ".ico", ".html", ".htm"),
    ]
)


def unwanted(name: str, export: Export | None) -> str | None:
    """Return why a file is not even opened; ``None`` to open it."""
    path = PurePosixPath(name)
    if path.suffix.lower() in _MEDIA_SUFFIXES:
        return MEDIA
    if export is None:
        return None
    inside = PurePosixPath(name.removeprefix(export.folder)).parts
    if len(inside) > 1 and inside[0].lower() == _ROUTES_FOLDER:
        return ROUTE
    is_extra_json = path.suffix.lower() == ".json" and not is_own_table(path.name)
    return EXTRA if is_extra_json else None


def is_extra(name: str, reading: Reading, export: Export) -> bool:
    """Whether a file beside the list of an export (profile, followers …) is none itself."""
    suffix = PurePosixPath(name).suffix.lower()
    codes = {problem.code for problem in reading.problems}
    if export.is_apple and suffix in {".xml", ".csv"}:
        return not reading.recordings and bool(codes & (_NO_LIST_CODES | _NO_ACTIVITY_CODES))
    return suffix in _EXTRA_SUFFIXES and bool(codes & _NO_LIST_CODES)


class OnceSaid:
    """What is said of one file of a kind, and not again of the hundreds like it."""

    def __init__(self) -> None:
        """Start with nothing said."""
        self._said: set[str] = set()

    def of(self, reading: Reading, place: Place) -> Reading:
        """Return the reading of one file of a bundle, skipped where it is one of many.

        A watch's export is full of files that are no activities, of heart rates and
        settings: they are counted and named, but need no look.
        """
        if reading.recordings or len(reading.problems) != 1:
            return reading
        (problem,) = reading.problems
        reason = problem.reason
        if problem.code == _NOT_AN_ACTIVITY:
            return place.skipped(reason.template, **reason.values)
        if problem.code not in _SAID_ONCE:
            return reading
        if reason.template in self._said:
            return place.skipped(reason.template, **reason.values)
        self._said.add(reason.template)
        return reading
