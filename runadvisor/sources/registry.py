"""The door of the import: paths in, one reading for each file out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources.apple_health import AppleExport
from runadvisor.sources.archive import archive_steps, count_members, steps_of
from runadvisor.sources.bundle import (
    UNREADABLE,
    Archive,
    Folder,
    archive_at,
    file_data,
    fingerprint_of,
    head_of,
    size_of,
)
from runadvisor.sources.choices import NO_CHOICES, Choices
from runadvisor.sources.content import Content, content_of
from runadvisor.sources.file_reader import refusal
from runadvisor.sources.place import Place
from runadvisor.sources.steps import Unread, readings_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from pathlib import Path

    from runadvisor.sources.import_report import ImportProblem, Reading
    from runadvisor.sources.steps import IsKnown, Step

NOT_FOUND = N_("There is no such file or folder. Check the path.")
EMPTY_FOLDER = N_("The folder holds no files.")


@dataclass(frozen=True, slots=True)
class Amount:
    """How much there is to read."""

    files: int
    """As many as ``read_all`` will give readings, parts aside."""
    size_bytes: int


def amount_of(paths: Sequence[Path]) -> Amount:
    """Return how much there is to read, without reading it.

    Files of folders and members of archives count one by one; what systems leave behind
    (``.DS_Store``, ``__MACOSX`` …) does not count. A path that gives nothing counts as
    one file: it is reported.
    """
    counts = [_count(path) for path in paths]
    return Amount(sum(files for files, _ in counts), sum(size for _, size in counts))


def _count(path: Path) -> tuple[int, int]:
    if path.is_dir():
        files, size_bytes = count_members(Folder(path))
        return max(1, files), size_bytes
    archive = archive_at(path)
    if not isinstance(archive, Archive):
        return 1, size_of(path)
    files, size_bytes = count_members(archive)
    archive.close()
    return max(1, files), size_bytes


def read_all(
    paths: Sequence[Path],
    *,
    is_known: IsKnown | None = None,
    choices: Choices = NO_CHOICES,
    processes: int = 0,
) -> Generator[Reading]:
    """Yield what each file, file of a folder and member of an archive gave, in turn.

    A bad file is a reading with problems, never an exception. What a file is, its
    content decides. Nothing is written to disk.

    Args:
        paths: Files, folders and archives, as the person gave them.
        is_known: Whether the history has a digest or a fingerprint; such files are not
            read again, their readings only say so.
        choices: What is known about files from outside.
        processes: How many others read beside this one; see ``process_count``.
    """
    steps = (step for path in paths for step in _steps(path, choices))
    yield from readings_of(steps, is_known=is_known, choices=choices, processes=processes)


def _steps(path: Path, choices: Choices) -> Iterator[Step]:
    place = Place(str(path))
    if path.is_dir():
        folder = Folder(path)
        if not folder.names:
            yield place.refused(place.problem("empty-folder", EMPTY_FOLDER))
        yield from steps_of(folder, choices)
        return
    if not path.exists():
        yield place.refused(place.problem("not-found", NOT_FOUND))
        return
    archive = archive_at(path)
    if archive is not None:
        yield from archive_steps(archive, place, choices)
        return
    if content_of(head_of(path) or b"?") is Content.APPLE_HEALTH:
        yield from _apple_parts(path, place)
        return
    yield Unread(
        place=place,
        load=partial(_load, path, place),
        size_bytes=size_of(path),
        fingerprint=fingerprint_of(path),
    )


def _apple_parts(path: Path, place: Place) -> Iterator[Reading]:
    size_bytes = size_of(path)
    try:
        with path.open("rb") as stream:
            apple = AppleExport(place)
            yield from apple.parts(stream, size_bytes=size_bytes, plain_bytes=size_bytes)
    except OSError as error:
        reason = error.strerror or str(error)
        yield place.refused(place.problem("not-readable", UNREADABLE, reason=reason))


def _load(path: Path, place: Place) -> bytes | ImportProblem:
    # A film or a database may be gigabytes: what has no reader is not loaded.
    head = head_of(path)
    problem = refusal(content_of(head), place) if head else None
    return problem or file_data(path, place)
