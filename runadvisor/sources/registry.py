"""The door of the import: paths in, one reading for each file out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources.archive import count_members, read_archive, read_bundle
from runadvisor.sources.bundle import Archive, Folder, archive_at, file_data
from runadvisor.sources.content import HEAD_BYTES, content_of
from runadvisor.sources.file_reader import read_bytes, refusal
from runadvisor.sources.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from runadvisor.sources.import_report import Reading

NOT_FOUND = N_("There is no such file or folder. Check the path.")
EMPTY_FOLDER = N_("The folder holds no files.")


def count_files(paths: Sequence[Path]) -> int:
    """Return how many readings ``read_all`` will give, without reading the recordings.

    Files of folders and members of archives count one by one; what systems leave behind
    (``.DS_Store``, ``__MACOSX`` …) does not count. A path that gives nothing counts as
    one: it is reported.
    """
    return sum(_count(path) for path in paths)


def _count(path: Path) -> int:
    if path.is_dir():
        return max(1, count_members(Folder(path)))
    archive = archive_at(path)
    return max(1, count_members(archive)) if isinstance(archive, Archive) else 1


def read_all(paths: Sequence[Path]) -> Iterator[Reading]:
    """Yield what each file, file of a folder and member of an archive gave, in turn.

    A bad file is a reading with problems, never an exception. What a file is, its
    content decides. Nothing is written to disk.
    """
    for path in paths:
        yield from _read(path)


def _read(path: Path) -> Iterator[Reading]:
    place = Place(str(path))
    if path.is_dir():
        folder = Folder(path)
        if not folder.names:
            yield place.refused(place.problem("empty-folder", EMPTY_FOLDER))
        yield from read_bundle(folder)
        return
    if not path.exists():
        yield place.refused(place.problem("not-found", NOT_FOUND))
        return
    archive = archive_at(path)
    if archive is not None:
        yield from read_archive(archive, place)
    else:
        yield _read_file(path, place)


def _read_file(path: Path, place: Place) -> Reading:
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        head = b"?"  # reading it whole says why
    # Apple's export is a gigabyte: what has no reader is not loaded.
    problem = refusal(content_of(head), place)
    if problem is not None:
        return place.refused(problem)
    data = file_data(path, place)
    return read_bytes(data, place).reading if isinstance(data, bytes) else place.refused(data)
